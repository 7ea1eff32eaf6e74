"""The declaration: the profile's wording with empty lines for date, place and signature."""

from __future__ import annotations

from logbook.export.flow import Cell, Column, Flow
from logbook.export.material import Material, section_anchor
from logbook.export.pages import RuleMark
from logbook.export.section import Section
from logbook.i18n import translate

_LABEL_PT = 150.0


def _lay_out(flow: Flow, material: Material) -> None:
    look = flow.look
    flow.running_head(None)
    flow.new_page()
    flow.anchor(section_anchor(SECTION.id))
    flow.text(_title(), look.heading, after_pt=12)
    for paragraph in material.profile.declaration:
        said = paragraph.replace("{petitioner}", material.dossier.caption.petitioner)
        flow.text(said, look.body, after_pt=10)
    flow.space(26)
    for label in material.profile.signature_lines:
        _line_to_sign(flow, label)
    flow.space(10)
    flow.text(material.profile.note, look.small)


def _line_to_sign(flow: Flow, label: str) -> None:
    """Print an empty line; the program never signs for anyone (R51)."""
    look = flow.look
    flow.need(44)
    y_pt = flow.y_pt - look.body.leading_pt * 0.85
    flow.mark(RuleMark(look.left_pt + _LABEL_PT, y_pt, look.right_pt, y_pt, 0.6, 0))
    name = Cell(flow.setter.line(label, look.body), look.body.leading_pt)
    flow.columns([Column(look.left_pt, _LABEL_PT, [name])])
    flow.space(26)


def _title() -> str:
    return translate("Report", "Declaration")


SECTION = Section("declaration", _title, lambda _material: True, _lay_out)
