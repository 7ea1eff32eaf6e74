"""What is said of one entry besides its words: when, what kind, who, where, and when written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from logbook.domain.entry import EntryText, Kind, Mark
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import Person
from logbook.i18n import translate
from logbook.tasks import say_date
from logbook.tasks.change_entries import DAYS_IN_BIN
from logbook.ui.models.timeline_reading import Shown
from logbook.ui.widgets.chip import Chip, ChipFlow, Tone
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.labelled import Labelled, Seal
from logbook.ui.widgets.marks import MARK_ICONS, mark_name
from logbook.ui.widgets.text import Text
from logbook.ui.words import clock, how_long, long_day, short_day

_AT_ONCE = timedelta(minutes=2)
_SOON = timedelta(hours=24)


def when_words(what: EntryText) -> str:
    """Return when it happened in full; words that are no date are shown as they were typed."""
    happened = what.happened
    if happened.precision is Precision.UNKNOWN and happened.raw:
        return translate(
            "Timeline", "“{words}”, {when}", words=happened.raw, when=say_date.say_when(happened)
        )
    return say_date.say_when(happened)


def begun_large(words: str) -> str:
    """Return words that stand alone with a capital at their start."""
    return words[:1].upper() + words[1:]


def name_of(person: Person | None, *, witness: bool) -> str:
    """Return what a person is called in an entry."""
    name = person.what.name if person is not None else translate("Timeline", "Someone taken out")
    return translate("Timeline", "{name}, witness", name=name) if witness else name


def report_words(what: EntryText) -> str:
    """Return what is known of a report to police or others, in one line."""
    report = what.report
    outcome = {
        "reported": translate("Timeline", "report taken"),
        "refused": translate("Timeline", "report refused"),
    }.get(report.outcome, "")
    told = (report.agency, report.officer, report.badge, report.number, outcome, report.notes)
    return ", ".join(filter(None, told))


def precision_words(happened: Moment) -> str:
    """Return how exactly the time is known, for a chip."""
    if happened.precision is Precision.EXACT and not happened.has_time:
        return translate("Timeline", "Day known, not the time")
    return {
        Precision.EXACT: translate("Timeline", "Exact time"),
        Precision.ABOUT: translate("Timeline", "About this time"),
        Precision.BETWEEN: translate("Timeline", "Between two times"),
        Precision.UNKNOWN: translate("Timeline", "Time not known"),
    }[happened.precision]


def chips_of(shown: Shown) -> ChipFlow:
    """Return kind, precision and marks as chips."""
    what, chips = shown.entry.what, ChipFlow()
    if what.kind is not Kind.NONE:
        chips.add(Chip(kind_name(what.kind), icon=ICONS[what.kind]))
    chips.add(Chip(precision_words(what.happened), icon="clock"))
    if what.messages:
        words = translate("Timeline", "%n message|%n messages", "", len(what.messages))
        chips.add(Chip(words, icon="chat-text"))
    if Mark.STAR in shown.marks:
        chips.add(Chip(mark_name(Mark.STAR), icon=MARK_ICONS[Mark.STAR], tone=Tone.ACCENT))
    if Mark.LATER in shown.marks:
        chips.add(Chip(mark_name(Mark.LATER), icon=MARK_ICONS[Mark.LATER], tone=Tone.WARNING))
    return chips


def facts_of(shown: Shown) -> Iterator[QWidget]:
    """Give a line for each thing that the entry says: people, place, words, effect, report."""
    what = shown.entry.what
    people = [(one, False) for one in what.people] + [(one, True) for one in what.witnesses]
    if people:
        chips = ChipFlow()
        for one, witness in people:
            chips.add(Chip(name_of(shown.people.get(one), witness=witness), icon="user"))
        yield Labelled("user", translate("Timeline", "People"), chips)
    for icon, label, words in (
        ("map-pin", translate("Timeline", "Place"), what.place),
        ("quotes", translate("Timeline", "Exact words"), what.exact_words),
        ("heart", translate("Timeline", "Effect"), what.effect),
        ("hand", translate("Timeline", "What I did"), what.response),
        ("scales", translate("Timeline", "Report"), report_words(what)),
        ("lock-simple", translate("Timeline", "Private note"), what.private_note),
    ):
        if words:
            yield Labelled(icon, label, Text(words, "body", wrap=True))


def written_card(shown: Shown, history: QWidget | None) -> QWidget:
    """Say when it was written down, apart from when it happened: nobody can edit this."""
    entry = shown.entry
    written = entry.recorded_at.astimezone(ZoneInfo(entry.recorded_zone or "UTC"))
    head = _how_late(entry.what.happened, entry.recorded_at, written)
    line = f"{short_day(written.date())}, {clock(written)}"
    changes = entry.version - 1
    if changes:
        words = translate("Timeline", "Changed once.|Changed %n times.", "", changes)
        line = f"{line}. {words}"
    return Seal(head, line, history if changes else None)


def bin_words(removed_at: datetime) -> str:
    """Say since when an entry lies in the bin, and how long it stays."""
    since = removed_at.astimezone()
    until = since + timedelta(days=DAYS_IN_BIN)
    return translate(
        "Timeline",
        "Put there on {day}. It stays until {until} at least. After that it is deleted for good"
        " when you open the book.",
        day=short_day(since.date()),
        until=short_day(until.date()),
    )


def when_saved(saved_at: datetime) -> str:
    """Return the time of a save in full words."""
    local = saved_at.astimezone()
    return f"{long_day(local.date())}, {clock(local)}"


def _how_late(happened: Moment, recorded_at: datetime, written: datetime) -> str:
    """Say how long after it happened it was written, no more exactly than both are known."""
    end = happened.end or happened.start
    if end is None or recorded_at < (happened.start or end):
        return translate("Timeline", "Written down")
    late = max(recorded_at - end, timedelta(0))
    to_the_minute = happened.has_time and happened.precision is not Precision.ABOUT
    if to_the_minute and late < _AT_ONCE:
        return translate("Timeline", "Written at once")
    if to_the_minute and late < _SOON:
        return translate("Timeline", "Written {span} after it happened", span=how_long(late))
    days = (written.date() - end.astimezone(written.tzinfo).date()).days
    if days <= 0:
        return translate("Timeline", "Written on the same day")
    if days == 1:
        return translate("Timeline", "Written on the day after")
    return translate(
        "Timeline", "Written %n day after it happened|Written %n days after it happened", "", days
    )
