"""The index: every section and exhibit with its page, each row a link."""

from __future__ import annotations

from logbook.export.flow import Cell, Column, Flow, height_of
from logbook.export.look import BAND
from logbook.export.material import Material, exhibit_anchor, section_anchor
from logbook.export.pages import Anchor, Late, LinkMark
from logbook.export.section import Section
from logbook.i18n import translate

_ID_PT = 78.0
_PAGE_PT = 48.0
_GAP_PT = 4.0


def _lay_out(flow: Flow, material: Material) -> None:
    look = flow.look
    flow.running_head(None)
    flow.new_page()
    flow.anchor(section_anchor(SECTION.id))
    flow.text(_title(), look.heading, after_pt=8)
    for section, title in material.listed:
        _row(flow, "", title, section_anchor(section))
    if material.plan.exhibits:
        flow.space(10)
        flow.need(60)
        _head(flow)
        flow.running_head(lambda: _head(flow))
        for exhibit in material.plan.exhibits:
            _row(flow, exhibit.name, exhibit.title, exhibit_anchor(exhibit.index))
    flow.running_head(None)


def _head(flow: Flow) -> None:
    look = flow.look
    height = look.label.leading_pt + 6
    flow.band(height, BAND)
    flow.space(3)
    leading = look.label.leading_pt
    columns = [
        Column(left, _PAGE_PT, [Cell(flow.setter.line(text, look.label), leading, align=align)])
        for left, text, align in (
            (look.left_pt, translate("Report", "Exhibit"), 0),
            (look.left_pt + _ID_PT, translate("Report", "Description"), 0),
            (look.right_pt - _PAGE_PT, translate("Report", "Page"), 1),
        )
    ]
    flow.columns(columns)
    flow.space(7)


def _row(flow: Flow, name: str, title: str, anchor: Anchor) -> None:
    """Print a row, whole on one page, as one link."""
    look = flow.look
    indent = _ID_PT if name else 0.0
    width = look.measure_pt - indent - _PAGE_PT - 12
    text = flow.cells(title, look.body, width)
    flow.need(height_of(text) + 2 * _GAP_PT)
    top = flow.y_pt
    columns = [Column(look.left_pt + indent, width, text)]
    if name:
        columns.append(Column(look.left_pt, _ID_PT, flow.cells(name, look.strong, _ID_PT)))
    page = Late("{page}", anchor, look.body)
    columns.append(
        Column(look.right_pt - _PAGE_PT, _PAGE_PT, [Cell(page, look.body.leading_pt, align=1)])
    )
    flow.columns(columns)
    flow.mark(LinkMark(look.left_pt, flow.y_pt, look.measure_pt, top - flow.y_pt, anchor))
    flow.space(_GAP_PT)
    flow.rule(gray=0.8, width_pt=0.4)
    flow.space(_GAP_PT)


def _title() -> str:
    return translate("Report", "Index")


SECTION = Section("index", _title, lambda _material: True, _lay_out, listed=False)
