"""The list of files: every source with its size, fingerprint and pages (R52)."""

from __future__ import annotations

from logbook.export import words
from logbook.export.flow import Cell, Column, Flow
from logbook.export.identifiers import printed_name
from logbook.export.manifest import ManifestRow, manifest
from logbook.export.material import Material, section_anchor
from logbook.export.pages import Late
from logbook.export.section import Section
from logbook.i18n import figures, translate

_ID_PT = 52.0
_PAGE_PT = 62.0
_GAP_PT = 9.0  # between two rows


def _lay_out(flow: Flow, material: Material) -> None:
    look = flow.look
    flow.running_head(None)
    flow.new_page()
    flow.anchor(section_anchor(SECTION.id))
    flow.text(_title(), look.heading, after_pt=2)
    flow.text(
        translate(
            "Report",
            "The fingerprint (SHA-256) is worked out from every byte of the file as it was added."
            " A copy of the file that has the same fingerprint is the same file.",
        ),
        look.small,
        after_pt=10,
    )
    rows = [_row(flow, row) for row in flow.watched(manifest(material))]
    with flow.continuing(translate("Report", "List of files, continued")):
        for columns in flow.rows(rows, _GAP_PT):
            flow.columns(columns, keep=True)
            flow.space(4)
            flow.rule(gray=0.8, width_pt=0.4)
            flow.space(5)


def _row(flow: Flow, row: ManifestRow) -> list[Column]:
    look = flow.look
    width = look.measure_pt - _ID_PT - _PAGE_PT
    text = flow.cells(printed_name(row.name), look.body, width)
    said = translate(
        "Report",
        "{kind}, {size} ({bytes} bytes)",
        kind=row.kind,
        size=words.size(row.size_bytes),
        bytes=figures(row.size_bytes),
    )
    text += flow.cells(said, look.small, width)
    text.append(Cell(flow.setter.line(row.sha256.hex(), look.tiny), look.tiny.leading_pt + 2))
    columns = [
        Column(look.left_pt, _ID_PT, flow.cells(row.id, look.strong, _ID_PT)),
        Column(look.left_pt + _ID_PT, width, text),
    ]
    if row.anchor is not None:
        page = Late(translate("Report", "p. {pages}"), row.anchor, look.small)
        cell = Cell(page, look.body.leading_pt, row.anchor, align=1)
        columns.append(Column(look.right_pt - _PAGE_PT, _PAGE_PT, [cell]))
    return columns


def _title() -> str:
    return translate("Report", "List of files")


SECTION = Section("files", _title, lambda material: bool(manifest(material)), _lay_out)
