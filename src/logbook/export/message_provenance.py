"""Where the messages of a conversation come from, and how their times were read (R32, R34)."""

from __future__ import annotations

from logbook.domain.dossier import DossierSource, DossierThread
from logbook.domain.message import ZoneBasis
from logbook.export import words
from logbook.export.exhibit_pages import digest, fact
from logbook.export.flow import Flow
from logbook.export.identifiers import People, printed_name
from logbook.export.plan import range_of_thread
from logbook.i18n import translate


def say_provenance(flow: Flow, thread: DossierThread, people: People, zone: str) -> None:
    """Say it on the first page of an exhibit; `zone` is that of the report."""
    imported = words.in_zone(thread.imported_at, zone)
    labels = "\n".join(people.label(raw) for raw in people.participants)
    facts = [
        (translate("Report", "Shown"), range_of_thread(thread)),
        (translate("Report", "Participants"), labels),
        (translate("Report", "Program"), thread.platform),
        (
            translate("Report", "Export file"),
            f"{printed_name(thread.source_name)}, {words.size(thread.source_size_bytes)}",
        ),
        (
            translate("Report", "Brought in"),
            f"{words.day_and_clock(imported)} ({words.offset(imported)})",
        ),
        (translate("Report", "Times"), _times(thread)),
    ]
    for label, value in facts:
        if value.strip():
            fact(flow, label, value)
    digest(flow, translate("Report", "SHA-256"), thread.source_sha256)
    for later in thread.later_sources:
        _later_source(flow, later, zone, people)
    flow.space(10)
    flow.text(
        translate(
            "Report",
            "Each message stands as it is in the export file, in the order of that file and with "
            "its number in the whole conversation. Messages that are left out are counted where "
            "they are missing.",
        ),
        flow.look.small,
    )


def _later_source(flow: Flow, source: DossierSource, zone: str, people: People) -> None:
    """Name another export of the same conversation and the messages that it brought (R34)."""
    imported = words.in_zone(source.imported_at, zone)
    flow.space(6)
    fact(
        flow,
        translate("Report", "Later export"),
        f"{printed_name(source.name)}, {words.size(source.size_bytes)}",
    )
    fact(flow, translate("Report", "It added"), words.ranges_in_words(list(source.numbers)))
    labels = [people.label(raw) for raw in source.participants if raw]
    if source.participants and set(source.participants) != set(people.participants):
        fact(flow, translate("Report", "Participants"), "\n".join(labels))
    fact(
        flow,
        translate("Report", "Brought in"),
        f"{words.day_and_clock(imported)} ({words.offset(imported)})",
    )
    digest(flow, translate("Report", "SHA-256"), source.sha256)


def _times(thread: DossierThread) -> str:
    """Return how the instants of a conversation are known."""
    basis = {
        "epoch_in_file": translate("Report", "The file gives exact instants."),
        "offset_in_file": translate("Report", "The file gives the distance from UTC."),
        "utc_stated_in_file": translate("Report", "The file gives times in UTC."),
        "user_stated_zone": translate(
            "Report",
            "The file gives local times; the petitioner stated the zone {zone}.",
            zone=thread.zone,
        ),
        "device_zone_guess": translate(
            "Report",
            "The file gives local times; its own dates point to the zone {zone}.",
            zone=thread.zone,
        ),
    }.get(_common_basis(thread), translate("Report", "The file gives local times without a zone."))
    if not thread.date_order_basis:
        return basis
    return f"{basis} {_date_order(thread.date_order_basis)}"


def _date_order(basis: str) -> str:
    """Return why day and month are read in their order; an unknown code as it is."""
    known = {
        "field_over_12": translate(
            "Report", "Days above 12 show which figure is the day and which the month."
        ),
        "time_order": translate(
            "Report", "The order of the messages shows which figure is the day and which the month."
        ),
        "year_first": translate("Report", "The year stands first, then the month, then the day."),
        "separator": translate(
            "Report", "The points or dashes of its dates show which figure is the day."
        ),
        "user_stated": translate("Report", "The petitioner stated the order of day and month."),
    }
    said = basis.replace("_", " ")
    return known.get(basis) or translate("Report", "Order of day and month: {basis}.", basis=said)


def _common_basis(thread: DossierThread) -> str:
    found = {message.record.zone_basis for message in thread.messages} - {ZoneBasis.NONE}
    return min(found).value if len(found) == 1 else thread.zone_basis
