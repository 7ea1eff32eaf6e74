"""Times, sizes and kinds in the words that a report prints: unambiguous and plain."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from logbook.domain.entry import Kind
from logbook.domain.evidence import FileTime, MediaClass, TimeBasis
from logbook.domain.moment import Moment, Precision
from logbook.i18n import at_clock, decimal, figures, translate

_STEP = 1000  # from one unit of size to the next


def month(number: int) -> str:
    """Return the short name of a month, 1 to 12."""
    return (
        translate("Report", "Jan"),
        translate("Report", "Feb"),
        translate("Report", "Mar"),
        translate("Report", "Apr"),
        translate("Report", "May"),
        translate("Report", "Jun"),
        translate("Report", "Jul"),
        translate("Report", "Aug"),
        translate("Report", "Sep"),
        translate("Report", "Oct"),
        translate("Report", "Nov"),
        translate("Report", "Dec"),
    )[number - 1]


def weekday(when: datetime) -> str:
    """Return the name of the day of the week."""
    return (
        translate("Report", "Monday"),
        translate("Report", "Tuesday"),
        translate("Report", "Wednesday"),
        translate("Report", "Thursday"),
        translate("Report", "Friday"),
        translate("Report", "Saturday"),
        translate("Report", "Sunday"),
    )[when.weekday()]


def day(when: datetime) -> str:
    """Return a date that cannot be read in two ways."""
    return translate(
        "Report", "{day} {month} {year}", day=when.day, month=month(when.month), year=when.year
    )


def clock(when: datetime) -> str:
    """Return the time of day to the minute, on 24 hours."""
    return f"{when:%H:%M}"


def day_and_clock(when: datetime) -> str:
    """Return a date and its time of day."""
    return translate("Report", "{day}, {time}", day=day(when), time=clock(when))


def offset(when: datetime) -> str:
    """Return the distance from UTC of an aware time, such as `UTC−05:00`."""
    shift = when.utcoffset() or timedelta(0)
    minutes = int(shift.total_seconds() // 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def zone_named(name: str) -> ZoneInfo | None:
    """Return a zone by its IANA name, None for a name that is not known."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def in_zone(when: datetime, zone: str) -> datetime:
    """Return a time in a zone, or in UTC where the zone is not known."""
    return when.astimezone(zone_named(zone) or UTC)


def moment_day(moment: Moment) -> str:
    """Return the day of a moment, or that it is not known."""
    if moment.start is None or not moment.is_dated:
        return translate("Report", "Date not known")
    first = day(moment.start)
    if _spans_days(moment):
        last = day(moment.end or moment.start)
        return translate(
            "Report", "between {first_day} and {last_day}", first_day=first, last_day=last
        )
    if moment.precision is Precision.ABOUT and not moment.has_time:
        return translate("Report", "about {day}", day=first)
    return first


def _spans_days(moment: Moment) -> bool:
    """Return whether earliest and latest lie on two days."""
    start, end = moment.start, moment.end
    return start is not None and end is not None and end.date() != start.date()


def moment_clock(moment: Moment, report_zone: str) -> str:
    """Return the time of day of a moment as exactly as it is known; empty where the day says all.

    The distance from UTC is added where the moment has another one than the report's zone, and
    where the clocks changed in that hour.
    """
    start = moment.start
    if start is None or not moment.is_dated:
        return (
            translate("Report", "in the words of the entry: “{raw}”", raw=moment.raw)
            if moment.raw
            else ""
        )
    if not moment.has_time:
        return translate("Report", "time not known")
    if moment.end is not None and _spans_days(moment):
        words = translate(
            "Report",
            "from {first} on the first day to {last} on the last",
            first=at_clock(start),
            last=at_clock(moment.end),
        )
    elif moment.end is not None:
        words = translate(
            "Report", "between {first} and {last}", first=at_clock(start), last=at_clock(moment.end)
        )
    elif moment.precision is Precision.ABOUT:
        words = translate("Report", "about {time}", time=at_clock(start))
    else:
        words = clock(start)
    if start.utcoffset() != in_zone(start, report_zone).utcoffset() or _is_not_one_instant(start):
        words = f"{words} ({offset(start)})"
    return words


def _is_not_one_instant(when: datetime) -> bool:
    """Return whether clocks showed a local time twice, or never (PEP 495)."""
    return when.replace(fold=0).utcoffset() != when.replace(fold=1).utcoffset()


def size(size_bytes: int) -> str:
    """Return a size in the unit that a person would use."""
    if size_bytes < _STEP:
        return translate("Report", "{n} bytes", n=size_bytes)
    value, unit = size_bytes / _STEP, "kB"
    for larger in ("MB", "GB", "TB"):
        if value < _STEP:
            break
        value, unit = value / _STEP, larger
    return f"{decimal(value)} {unit}"


def duration(seconds: float) -> str:
    """Return a length of sound or video."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"


def media(kind: MediaClass) -> str:
    """Return what a file is."""
    return {
        MediaClass.PICTURE: translate("Report", "Picture"),
        MediaClass.SOUND: translate("Report", "Sound recording"),
        MediaClass.VIDEO: translate("Report", "Video recording"),
        MediaClass.PDF: translate("Report", "PDF document"),
        MediaClass.TEXT: translate("Report", "Text"),
        MediaClass.MESSAGES: translate("Report", "Message export"),
        MediaClass.OTHER: translate("Report", "File"),
    }[kind]


def file_time(time: FileTime) -> str:
    """Return a time that a file carries with where it comes from."""
    basis = {
        TimeBasis.EXIF: translate("Report", "written by the camera"),
        TimeBasis.FILE_NAME: translate("Report", "in the file name"),
        TimeBasis.CONTAINER: translate("Report", "inside the recording or document"),
        TimeBasis.MODIFIED: translate("Report", "last change of the file"),
    }[time.basis]
    local = time.local.replace("T", " ")
    if time.offset_min is not None:
        sign = "−" if time.offset_min < 0 else "+"
        hours, minutes = divmod(abs(time.offset_min), 60)
        local = f"{local} UTC{sign}{hours:02d}:{minutes:02d}"
    return translate("Report", "{time} ({basis})", time=local, basis=basis)


def kind(what: Kind) -> str:
    """Return what kind of thing happened, empty when the person did not say."""
    return {
        Kind.NONE: "",
        Kind.CALLS: translate("Report", "Calls"),
        Kind.MESSAGES: translate("Report", "Messages"),
        Kind.IN_PERSON: translate("Report", "In person"),
        Kind.ONLINE: translate("Report", "Online"),
        Kind.FOLLOWED: translate("Report", "Followed"),
        Kind.LEFT_ITEM: translate("Report", "Item left"),
        Kind.GIFT: translate("Report", "Gift"),
        Kind.DAMAGE: translate("Report", "Damage"),
        Kind.THREAT: translate("Report", "Threat"),
        Kind.MONEY: translate("Report", "Money"),
        Kind.ORDER: translate("Report", "Order"),
        Kind.OTHER: translate("Report", "Other"),
    }[what]


def ranges(numbers: list[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as stretches without gaps."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def ranges_in_words(numbers: list[int]) -> str:
    """Return ascending numbers as in `41–58, 60`."""
    return ", ".join(
        figures(first) if first == last else f"{figures(first)}–{figures(last)}"
        for first, last in ranges(numbers)
    )
