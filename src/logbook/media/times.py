"""The times that a file carries inside, each with its basis; a time that cannot be is left out."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from logbook.domain.evidence import FileTime, TimeBasis

EARLIEST: Final = datetime(1995, 1, 1, tzinfo=UTC)
LATEST_AHEAD: Final = timedelta(hours=48)
"""Outside of this window a clock was not set (research: messages.md 29.3)."""

_MAX_RAW_CHARS: Final = 80
_MAX_OFFSET_MIN: Final = 14 * 60

# EXIF 2.32, tables 5 and 15: time, offset, sub-second tags; the time of the picture before others.
_EXIF_TIMES: Final = ((0x9003, 0x9011, 0x9291), (0x9004, 0x9012, 0x9292), (0x0132, 0x9010, 0x9290))
_GPS_TIME, _GPS_DATE = 7, 29

_ISO: Final = re.compile(
    r"(?P<date>\d{4}[-:/]\d\d[-:/]\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.(?P<fraction>\d{1,9}))?)?"
    r"\s*(?P<offset>Z|[+-]\d\d:?\d\d)?"
)
_OFFSET: Final = re.compile(r"([+-])(\d\d):?(\d\d)")
_PDF: Final = re.compile(
    r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(Z|[+-]\d\d'?(?:\d\d)?'?)?"
)
_XMP: Final = re.compile(
    rb"(?:exif:DateTimeOriginal|photoshop:DateCreated|xmp:CreateDate)"
    rb"(?:=[\"']|>)\s*([0-9T:.+Z-]{10,35})"
)
_SINCE_1904: Final = datetime(1904, 1, 1, tzinfo=UTC)  # ISO/IEC 14496-12 section 8.2.2


def from_exif(tags: Mapping[int, object], gps: Mapping[int, object]) -> list[FileTime]:
    """Return the picture's time and the satellites' time from EXIF tags of all directories."""
    found = []
    for time_tag, offset_tag, fraction_tag in _EXIF_TIMES:
        time = _text(tags.get(time_tag))
        fraction = re.sub(r"\D", "", _text(tags.get(fraction_tag)))[:9]
        stated = time + ("." + fraction if fraction else "") + _text(tags.get(offset_tag))
        parsed = from_text(stated, TimeBasis.EXIF)
        if parsed is not None:
            found.append(parsed)
            break  # the others say when it was changed or scanned
    found += _from_gps(gps)
    return found


def _from_gps(gps: Mapping[int, object]) -> list[FileTime]:
    """Read GPSDateStamp and GPSTimeStamp, which are UTC."""
    clock = gps.get(_GPS_TIME)
    if not isinstance(clock, (tuple, list)):
        return []
    try:
        hour, minute, second = (int(float(part)) for part in clock)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return []
    stated = f"{_text(gps.get(_GPS_DATE))} {hour:02}:{minute:02}:{second:02}Z"
    parsed = from_text(stated, TimeBasis.EXIF)
    return [] if parsed is None else [parsed]


def from_text(stated: str, basis: TimeBasis) -> FileTime | None:
    """Read ISO 8601 and its EXIF spelling, with fraction and offset when they are there."""
    match = _ISO.fullmatch(stated.strip().rstrip("\0"))
    if match is None:
        return None
    local = match["date"].replace(":", "-").replace("/", "-")
    if match["time"]:
        local += "T" + match["time"]
        if match["fraction"]:
            local += "." + match["fraction"][:3].ljust(3, "0")
    return FileTime(local, _offset_min(match["offset"]), basis, stated.strip()[:_MAX_RAW_CHARS])


def from_words(stated: str, basis: TimeBasis) -> FileTime | None:
    """Read ISO 8601 or the mail form of RFC 2822, which PNG recommends for its Creation Time."""
    parsed = from_text(stated, basis)
    if parsed is not None:
        return parsed
    try:
        instant = parsedate_to_datetime(stated)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    offset = instant.utcoffset()
    return FileTime(
        instant.replace(tzinfo=None).isoformat(timespec="seconds"),
        None if offset is None else int(offset.total_seconds() // 60),
        basis,
        stated[:_MAX_RAW_CHARS],
    )


def from_xmp(packet: bytes) -> list[FileTime]:
    """Read the picture's time from an XMP packet without parsing its XML."""
    match = _XMP.search(packet)
    parsed = from_text(match[1].decode("ascii"), TimeBasis.CONTAINER) if match else None
    return [] if parsed is None else [parsed]


def from_png_time(chunk: bytes) -> FileTime | None:
    """Read the tIME chunk: the time of the last change, in UTC (PNG section 11.3.6.1)."""
    if len(chunk) != struct.calcsize(">HBBBBB"):
        return None
    year, month, day, hour, minute, second = struct.unpack(">HBBBBB", chunk)
    stated = f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}Z"
    return from_text(stated, TimeBasis.CONTAINER)


def from_seconds_since_1904(seconds: int) -> FileTime | None:
    """Read the creation time of a QuickTime or MP4 file, in UTC; 0 means that nothing was set."""
    try:
        instant = _SINCE_1904 + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return None if seconds <= 0 else _from_instant(instant, TimeBasis.CONTAINER, str(seconds))


def from_pdf(stated: str) -> FileTime | None:
    """Read a PDF date (ISO 32000-1 section 7.9.4)."""
    match = _PDF.match(stated)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    clock = f"T{hour}:{minute}:{second or '00'}" if hour else ""
    offset = (zone or "").replace("'", "").ljust(5, "0") if zone and zone != "Z" else zone
    return FileTime(
        f"{year}-{month}-{day}{clock}",
        _offset_min(offset),
        TimeBasis.CONTAINER,
        stated[:_MAX_RAW_CHARS],
    )


def from_modified(modified: datetime) -> FileTime:
    """Return the file system's time of the last change."""
    return _from_instant(modified, TimeBasis.MODIFIED, modified.isoformat(timespec="seconds"))


def believable(found: Iterable[FileTime], now: datetime) -> tuple[FileTime, ...]:
    """Keep the times that can be, each once; a clock that was never set is no fact."""
    kept: dict[tuple[str, int | None, TimeBasis], FileTime] = {}
    for time in found:
        if _is_believable(time, now):
            kept.setdefault((time.local, time.offset_min, time.basis), time)
    return tuple(kept.values())


def _is_believable(time: FileTime, now: datetime) -> bool:
    try:
        local = datetime.fromisoformat(time.local)
    except ValueError:
        return False
    if time.offset_min is not None and abs(time.offset_min) > _MAX_OFFSET_MIN:
        return False
    instant = local.replace(tzinfo=UTC) - timedelta(minutes=time.offset_min or 0)
    slack = timedelta(0) if time.offset_min is not None else timedelta(minutes=_MAX_OFFSET_MIN)
    return EARLIEST <= instant <= now + LATEST_AHEAD + slack


def _from_instant(instant: datetime, basis: TimeBasis, raw: str) -> FileTime:
    offset = instant.utcoffset() or timedelta(0)
    local = instant.replace(tzinfo=None).isoformat(timespec="seconds")
    return FileTime(local, int(offset.total_seconds() // 60), basis, raw)


def _offset_min(stated: str | None) -> int | None:
    if stated == "Z":
        return 0
    match = _OFFSET.fullmatch(stated or "")
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3])
    return -minutes if match[1] == "-" else minutes


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("ascii", errors="replace")
    return value.strip("\0 ")[:_MAX_RAW_CHARS] if isinstance(value, str) else ""
