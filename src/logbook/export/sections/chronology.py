"""The chronology: what happened, one entry after the other, with where its evidence is."""

from __future__ import annotations

from logbook.domain.dossier import DossierEntry
from logbook.domain.entry import AuthorityReport
from logbook.export import words
from logbook.export.flow import Cell, Column, Flow
from logbook.export.look import BAND
from logbook.export.material import Material, exhibit_anchor, message_anchor, section_anchor
from logbook.export.pages import Late
from logbook.export.plan import in_order
from logbook.export.section import Section
from logbook.export.typesetting import Style
from logbook.i18n import translate

_WHEN_PT = 100.0
_EXHIBIT_PT = 74.0
_GUTTER_PT = 14.0
_GAP_PT = 15.0  # between two entries


def _lay_out(flow: Flow, material: Material) -> None:
    look = flow.look
    flow.running_head(None)
    flow.new_page()
    flow.anchor(section_anchor(SECTION.id))
    flow.text(_title(), look.heading, after_pt=2)
    flow.text(_note(material), look.small, after_pt=6)
    _head(flow)
    flow.running_head(lambda: _head(flow))
    entries = in_order(material.dossier.entries)
    _print(flow, material, [entry for entry in entries if entry.happened.is_dated])
    undated = [entry for entry in entries if not entry.happened.is_dated]
    if undated:
        flow.room_for_first(_row(flow, material, undated[0]), look.subheading.leading_pt + 14)
        flow.space(8)
        flow.text(translate("Report", "Entries without a known date"), look.subheading, after_pt=6)
        _print(flow, material, undated)
    flow.running_head(None)


def _print(flow: Flow, material: Material, entries: list[DossierEntry]) -> None:
    """Print entries one below the other; short ones stay on one page."""
    rows = [_row(flow, material, entry) for entry in flow.watched(entries)]
    for entry, columns in zip(entries, flow.rows(rows, _GAP_PT), strict=True):
        flow.anchor(("entry", entry.number))
        with flow.continuing(_continued(entry)):
            flow.columns(columns)
        flow.space(6)
        flow.rule(gray=0.75)
        flow.space(9)


def _note(material: Material) -> str:
    return translate(
        "Report",
        "Times are local ({zone}). “Written” is when the petitioner wrote the event down.",
        zone=material.dossier.zone or "UTC",
    )


def _head(flow: Flow) -> None:
    look = flow.look
    flow.band(look.label.leading_pt + 6, BAND)
    flow.space(3)
    names = (
        (look.left_pt, translate("Report", "When")),
        (look.left_pt + _WHEN_PT, translate("Report", "What happened")),
        (look.right_pt - _EXHIBIT_PT, translate("Report", "Exhibit")),
    )
    flow.columns(
        [
            Column(left, 0, [Cell(flow.setter.line(name, look.label), look.label.leading_pt)])
            for left, name in names
        ]
    )
    flow.space(9)


def _continued(entry: DossierEntry) -> str:
    return translate("Report", "Entry {number}, continued", number=entry.number)


def _row(flow: Flow, material: Material, entry: DossierEntry) -> list[Column]:
    look = flow.look
    width = look.measure_pt - _WHEN_PT - _EXHIBIT_PT - _GUTTER_PT
    return [
        Column(look.left_pt, _WHEN_PT - _GUTTER_PT, _when(flow, material, entry)),
        Column(look.left_pt + _WHEN_PT, width, _what(flow, material, entry, width)),
        Column(look.right_pt - _EXHIBIT_PT, _EXHIBIT_PT, _where(flow, material, entry)),
    ]


def _when(flow: Flow, material: Material, entry: DossierEntry) -> list[Cell]:
    look, width = flow.look, _WHEN_PT - _GUTTER_PT
    cells = flow.cells(words.moment_day(entry.happened), look.strong, width)
    clock = words.moment_clock(entry.happened, material.dossier.zone)
    if clock:
        cells += flow.cells(clock, look.small, width)
    number = translate("Report", "Entry {number}", number=entry.number)
    return cells + flow.cells(number, look.small, width)


def _what(flow: Flow, material: Material, entry: DossierEntry, width: float) -> list[Cell]:
    look = flow.look
    title, text = _title_and_text(entry)
    cells = flow.cells(title, look.strong, width) if title else []
    if text:
        cells += flow.cells(text, look.body, width)
    details = _details(flow, entry)
    if details:
        cells.append(flow.gap(3))
    for label, value, style in details:
        cells += flow.labelled(label, value, style, width)
    cells.append(flow.gap(2))
    return cells + flow.cells(_written(material, entry), look.small, width)


def _title_and_text(entry: DossierEntry) -> tuple[str, str]:
    """Return title and text; a title that is only the start of the text is not said twice."""
    start = entry.title.rstrip("…").strip()
    if not entry.text.startswith(start):
        return entry.title, entry.text
    if entry.title.endswith("…"):
        return "", entry.text
    rest = entry.text[len(start) :]
    mark = rest[:1] if rest[:1] in {".", "!", "?", "。", "؟", "।"} else ""
    rest = rest.removeprefix(mark)
    if rest and not rest[0].isspace():
        return "", entry.text
    return start + mark, rest.strip("\n").lstrip()


def _details(flow: Flow, entry: DossierEntry) -> list[tuple[str, str, Style]]:
    look = flow.look
    found = [
        (translate("Report", "Exact words"), entry.exact_words, look.quote),
        (translate("Report", "Kind"), words.kind(entry.kind), look.body),
        (translate("Report", "Place"), entry.place, look.body),
        (translate("Report", "People"), ", ".join(entry.people), look.body),
        (translate("Report", "Witnesses"), ", ".join(entry.witnesses), look.body),
        (translate("Report", "Effect"), entry.effect, look.body),
        (translate("Report", "What I did"), entry.response, look.body),
        (translate("Report", "Report to an authority"), _report(entry.report), look.body),
    ]
    return [(label, value, style) for label, value, style in found if value.strip()]


def _report(report: AuthorityReport) -> str:
    outcome = {
        "reported": translate("Report", "reported"),
        "refused": translate("Report", "the report was refused"),
    }.get(report.outcome, report.outcome)
    parts = [
        report.agency,
        translate("Report", "officer {name}", name=report.officer) if report.officer else "",
        translate("Report", "badge {badge}", badge=report.badge) if report.badge else "",
        translate("Report", "report number {number}", number=report.number)
        if report.number
        else "",
        outcome,
    ]
    said = ", ".join(part for part in parts if part.strip())
    return "\n".join(part for part in (said, report.notes) if part.strip())


def _written(material: Material, entry: DossierEntry) -> str:
    """Return when an entry was written down and whether it was changed since (rule 49)."""
    zone = material.dossier.zone
    written = words.in_zone(entry.recorded_at, zone)
    said = translate("Report", "Written {when}.", when=words.day_and_clock(written))
    if not entry.changes:
        return said
    last = words.day_and_clock(words.in_zone(entry.last_changed_at, zone))
    changed = translate(
        "Report",
        "Changed once, on {last}.|Changed %n times, last on {last}.",
        "",
        entry.changes,
        last=last,
    )
    return f"{said} {changed}"


def _where(flow: Flow, material: Material, entry: DossierEntry) -> list[Cell]:
    look = flow.look
    cells: list[Cell] = []
    for exhibit in material.plan.of_entry.get(entry.id, []):
        anchor = exhibit_anchor(exhibit.index)
        cells.append(
            Cell(flow.setter.line(exhibit.name, look.strong), look.strong.leading_pt, anchor)
        )
        page = Late(translate("Report", "p. {page}"), anchor, look.small)
        cells.append(Cell(page, look.small.leading_pt, anchor))
    for thread in dict.fromkeys(place for place, _ in entry.messages):
        held = material.plan.of_thread.get(thread)
        printed = material.numbers_of(thread)
        numbers = sorted(n for place, n in entry.messages if place == thread and n in printed)
        if held is None or not numbers:
            continue
        anchor = message_anchor(thread, numbers[0])
        cells.append(Cell(flow.setter.line(held.name, look.strong), look.strong.leading_pt, anchor))
        said = translate(
            "Report", "message {n}|messages {n}", "", len(numbers), n=words.ranges_in_words(numbers)
        )
        cells += flow.cells(said, look.small, _EXHIBIT_PT)
        page = Late(translate("Report", "p. {page}"), anchor, look.small)
        cells.append(Cell(page, look.small.leading_pt, anchor))
    return cells


def _title() -> str:
    return translate("Report", "Chronology")


SECTION = Section("chronology", _title, lambda material: bool(material.dossier.entries), _lay_out)
