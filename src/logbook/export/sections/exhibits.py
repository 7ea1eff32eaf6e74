"""The exhibits of entries: a sheet each, then pictures and documents."""

from __future__ import annotations

from logbook.export import words
from logbook.export.exhibit_pages import describe_file, fact, open_exhibit, show_files
from logbook.export.flow import Flow
from logbook.export.material import Material, section_anchor
from logbook.export.plan import EXHIBITS, Exhibit
from logbook.export.section import Section
from logbook.i18n import translate


def _lay_out(flow: Flow, material: Material) -> None:
    for exhibit in _own(material):
        open_exhibit(flow, exhibit)
        flow.anchor(section_anchor(SECTION.id))
        _about(flow, exhibit)
        for file in exhibit.files:
            describe_file(flow, material, exhibit, file)
        show_files(flow, material, exhibit)


def _about(flow: Flow, exhibit: Exhibit) -> None:
    """Say which entry of the chronology the exhibit belongs to."""
    if exhibit.entry is None:
        return
    when = words.moment_day(exhibit.entry.happened)
    text = translate("Report", "Entry {number}, {when}", number=exhibit.entry.number, when=when)
    fact(flow, translate("Report", "Belongs to"), text)
    flow.space(8)


def _own(material: Material) -> list[Exhibit]:
    return [exhibit for exhibit in material.plan.exhibits if exhibit.thread is None]


def _title() -> str:
    return translate("Report", "Exhibits")


SECTION = Section(EXHIBITS, _title, lambda material: bool(_own(material)), _lay_out)
