"""The exhibits of entries: a sheet each, then pictures and documents."""

from __future__ import annotations

from logbook.domain.dossier import DossierEntry
from logbook.export import words
from logbook.export.exhibit_pages import describe_file, fact, open_exhibit, show_files
from logbook.export.flow import Flow
from logbook.export.material import Material, section_anchor
from logbook.export.plan import EXHIBITS, Exhibit, in_order
from logbook.export.section import Section
from logbook.i18n import translate


def _lay_out(flow: Flow, material: Material) -> None:
    users: dict[int, list[DossierEntry]] = {}
    for entry in in_order(material.dossier.entries):
        for exhibit in material.plan.of_entry.get(entry.id, []):
            users.setdefault(exhibit.index, []).append(entry)
    for exhibit in _own(material):
        open_exhibit(flow, exhibit)
        flow.anchor(section_anchor(SECTION.id))
        _about(flow, exhibit, users.get(exhibit.index, []))
        for file in exhibit.files:
            describe_file(flow, material, exhibit, file)
        show_files(flow, material, exhibit)


def _about(flow: Flow, exhibit: Exhibit, users: list[DossierEntry]) -> None:
    """Say which entry of the chronology the exhibit belongs to, and which others use its files."""
    if exhibit.entry is None:
        return
    fact(flow, translate("Report", "Belongs to"), _named(exhibit.entry))
    others = []
    for entry in users:
        used = [file for file in exhibit.files if file.evidence in entry.files]
        if entry.id != exhibit.entry.id and used:
            files = ", ".join(map(exhibit.file_name, used))
            others.append(translate("Report", "{files}: {entry}", files=files, entry=_named(entry)))
    if others:
        fact(flow, translate("Report", "Also used by"), "\n".join(others))
    flow.space(8)


def _named(entry: DossierEntry) -> str:
    when = words.moment_day(entry.happened)
    return translate("Report", "Entry {number}, {when}", number=entry.number, when=when)


def _own(material: Material) -> list[Exhibit]:
    return [exhibit for exhibit in material.plan.exhibits if exhibit.thread is None]


def _title() -> str:
    return translate("Report", "Exhibits")


SECTION = Section(EXHIBITS, _title, lambda material: bool(_own(material)), _lay_out)
