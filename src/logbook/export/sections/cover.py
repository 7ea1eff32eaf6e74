"""The cover: caption, what the bundle holds, and how to read it. Its upper right stays clear."""

from __future__ import annotations

from logbook.export import words
from logbook.export.flow import Cell, Column, Flow
from logbook.export.material import Material, section_anchor
from logbook.export.pages import Late, RuleMark
from logbook.export.plan import dated
from logbook.export.section import Section
from logbook.i18n import figures, translate

_LABEL_PT = 104.0


def _lay_out(flow: Flow, material: Material) -> None:
    caption = material.dossier.caption
    look = flow.look
    flow.new_page()
    flow.anchor(section_anchor(SECTION.id))
    flow.space(max(0.0, look.stamp_box_pt[1] - look.margin_pt))
    _filled(flow, translate("Report", "Court"), caption.court)
    _filled(flow, translate("Report", "Case number"), caption.case_number)
    flow.space(16)
    _filled(flow, translate("Report", "Petitioner"), caption.petitioner)
    _filled(flow, translate("Report", "Respondent"), caption.respondent)
    flow.space(26)
    flow.rule(width_pt=1.2, gray=0)
    flow.space(14)
    flow.centred(caption.title, look.title, after_pt=8)
    flow.centred(_dates_covered(material), look.body, after_pt=12)
    flow.rule(width_pt=1.2, gray=0)
    flow.space(20)
    for label, text in _facts(material):
        _fact(flow, label, text)
    _total(flow)
    flow.space(12)
    flow.text(translate("Report", "How to read this bundle"), look.small_strong, after_pt=2)
    for sentence in _how_to_read(material):
        flow.text(sentence, look.small, after_pt=3)


def _filled(flow: Flow, label: str, value: str) -> None:
    """Print a line of the caption, or a blank line to write on."""
    look = flow.look
    left = look.left_pt + _LABEL_PT
    width = look.measure_pt - _LABEL_PT
    if not value.strip():
        flow.need(look.body.leading_pt * 1.5)
        y_pt = flow.y_pt - look.body.leading_pt * 0.9
        to_pt = look.right_pt - look.measure_pt * 0.2
        flow.mark(RuleMark(left, y_pt, to_pt, y_pt, 0.6, 0))
    flow.columns(
        [
            Column(
                look.left_pt,
                _LABEL_PT,
                [Cell(flow.setter.line(label, look.small), look.body.leading_pt)],
            ),
            Column(left, width, flow.cells(value, look.strong, width) if value.strip() else []),
        ]
    )
    flow.space(5)


def _fact(flow: Flow, label: str, text: str) -> None:
    look = flow.look
    left, width = look.left_pt + _LABEL_PT, look.measure_pt - _LABEL_PT
    name = Cell(flow.setter.line(label, look.small), look.body.leading_pt)
    flow.columns(
        [
            Column(look.left_pt, _LABEL_PT, [name]),
            Column(left, width, flow.cells(text, look.body, width)),
        ]
    )
    flow.space(3)


def _total(flow: Flow) -> None:
    look = flow.look
    label = flow.setter.line(translate("Report", "Pages"), look.small)
    total = Late("{total}", section_anchor(SECTION.id), look.body)
    flow.columns(
        [
            Column(look.left_pt, _LABEL_PT, [Cell(label, look.body.leading_pt)]),
            Column(look.left_pt + _LABEL_PT, 60, [Cell(total, look.body.leading_pt)]),
        ]
    )


def _dates_covered(material: Material) -> str:
    """Return the first and last day of the entries."""
    days = sorted(
        (moment.start, moment.end or moment.start)
        for moment in dated(material.dossier)
        if moment.start
    )
    if not days:
        return translate("Report", "Events without a known date")
    first, last = days[0][0], max(end for _, end in days)
    if first.date() == last.date():
        return translate("Report", "Events of {day}", day=words.day(first))
    return translate(
        "Report", "Events from {first} to {last}", first=words.day(first), last=words.day(last)
    )


def _facts(material: Material) -> list[tuple[str, str]]:
    dossier = material.dossier
    made = words.in_zone(dossier.made_at, dossier.zone)
    counts = translate("Report", "%n entry|%n entries", "", len(dossier.entries))
    exhibits = translate("Report", "%n exhibit|%n exhibits", "", len(material.plan.exhibits))
    return [
        (translate("Report", "Contents"), f"{counts}, {exhibits}"),
        (
            translate("Report", "Made on"),
            f"{words.day_and_clock(made)} ({words.offset(made)})",
        ),
        (translate("Report", "Bundle"), material.bundle_id),
    ]


def _how_to_read(material: Material) -> list[str]:
    """Return the sentences that a clerk needs: times, numbers, exhibits, what was kept."""
    dossier = material.dossier
    return [
        zone_statement(material),
        translate(
            "Report",
            "“Written” is when the petitioner wrote an entry down; the program set that time from"
            " the clock of the computer. Changes made later are said.",
        ),
        translate(
            "Report",
            "Page numbers are those of the PDF file, this cover being page 1. Each exhibit starts"
            " with a sheet and carries its own page count; the index and the bookmarks lead to "
            "it.",
        ),
        translate(
            "Report",
            "Files were copied byte for byte when they were added. The list of files gives their "
            "fingerprints (SHA-256), so that the copy held by the petitioner can be compared.",
        ),
        translate(
            "Report",
            "This bundle was made from a record of {size} kept steps with the fingerprint {root}.",
            size=figures(dossier.journal_size),
            root=dossier.journal_root.hex(),
        ),
    ]


def zone_statement(material: Material) -> str:
    """Return in which time zone the times of the bundle are (R31)."""
    dossier = material.dossier
    zone = words.zone_named(dossier.zone)
    moments = [moment.start for moment in dated(dossier) if moment.start]
    for entry in dossier.entries:  # printed without a distance from UTC, like the moments
        moments += [entry.recorded_at, entry.last_changed_at]
    offsets = sorted({words.offset(when.astimezone(zone)) for when in moments}) if zone else []
    if not offsets:
        offsets = [words.offset(words.in_zone(dossier.made_at, dossier.zone))]
    return translate(
        "Report",
        "Times are local times of the zone {zone} ({offsets}) on 24 hours, unless another "
        "distance from UTC is printed beside them.",
        zone=dossier.zone or "UTC",
        offsets=", ".join(offsets),
    )


def _title() -> str:
    return translate("Report", "Cover")


SECTION = Section("cover", _title, lambda _material: True, _lay_out, listed=False)
