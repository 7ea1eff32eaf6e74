"""The index: every section and exhibit with its page, each row a link."""

from __future__ import annotations

from logbook.export.flow import Cell, Column, Flow
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
    listed = [
        (section_anchor(section), _row(flow, "", title, section_anchor(section)))
        for section, title in material.listed
    ]
    _print(flow, listed)
    exhibits = [
        (
            exhibit_anchor(exhibit.index),
            _row(flow, exhibit.name, exhibit.title, exhibit_anchor(exhibit.index)),
        )
        for exhibit in material.plan.exhibits
    ]
    if exhibits:
        flow.space(10)
        flow.room_for_first(exhibits[0][1], _head_pt(flow) + 2 * _GAP_PT)
        _head(flow)
        flow.running_head(lambda: _head(flow))
        _print(flow, exhibits)
    flow.running_head(None)


def _print(flow: Flow, rows: list[tuple[Anchor, list[Column]]]) -> None:
    """Print rows, each whole on one page and one link as a whole."""
    look = flow.look
    in_order = flow.rows([columns for _, columns in rows], 2 * _GAP_PT)
    for (anchor, _), columns in zip(rows, in_order, strict=True):
        flow.need(flow.row_height(columns))
        top = flow.y_pt
        flow.columns(columns)
        flow.mark(LinkMark(look.left_pt, flow.y_pt, look.measure_pt, top - flow.y_pt, anchor))
        flow.space(_GAP_PT)
        flow.rule(gray=0.8, width_pt=0.4)
        flow.space(_GAP_PT)


def _head_pt(flow: Flow) -> float:
    return flow.look.label.leading_pt + 10


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


def _row(flow: Flow, name: str, title: str, anchor: Anchor) -> list[Column]:
    look = flow.look
    indent = _ID_PT if name else 0.0
    width = look.measure_pt - indent - _PAGE_PT - 12
    text = flow.cells(title, look.body, width)
    columns = [Column(look.left_pt + indent, width, text)]
    if name:
        columns.append(Column(look.left_pt, _ID_PT, flow.cells(name, look.strong, _ID_PT)))
    page = Late("{page}", anchor, look.body)
    columns.append(
        Column(look.right_pt - _PAGE_PT, _PAGE_PT, [Cell(page, look.body.leading_pt, align=1)])
    )
    return columns


def _title() -> str:
    return translate("Report", "Index")


SECTION = Section("index", _title, lambda _material: True, _lay_out, listed=False)
