"""Times in file names, as phones and messengers write them; a claim, and a label with its basis."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from logbook.domain.evidence import FileTime, TimeBasis

# Between day and time: a mark, or the word that macOS and WhatsApp write in the phone's language.
_BETWEEN = r"(?:[-_ T.,]|\s(?:at|um|a las|à|alle|às|om|kl\.)\s)"
_TIME = (
    r"(?P<hour>\d{1,2})(?P<mark>[-_.:h]?)(?P<minute>\d\d)(?:(?P=mark)(?P<second>\d\d))?"
    r"(?:[-_.]?(?P<ms>\d{3}))?(?![0-9])(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\b)?"
)
_DAY = r"(?P<year>(?:19|20)\d\d)(?P<sep>[-_.]?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)"

# research: messages.md 25. First match wins; the more exact pattern stands first.
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d){_DAY}{_BETWEEN}{_TIME}",
        rf"(?<=@)(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>20\d\d)_{_TIME}",  # Telegram
        rf"(?<=_)(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)_(?=\d{{6}}(?!\d)){_TIME}",  # Samsung
        rf"(?<!\d){_DAY}(?!\d)",
    )
)
# Only where a camera or messenger is known to write it: ten digits alone are a phone number.
_EPOCH_MS: Final = re.compile(r"(?:^|FB_IMG_|mmexport|(?:IMG|VID|AUD|Screenshot)[_-])(1\d{12})\b")
_EPOCH_S: Final = re.compile(r"RPReplay_Final(1\d{9})\b")
_UTC_NAMES: Final = ("PXL_",)  # Pixel cameras write UTC
_NOON: Final = 12


def from_name(untrusted_name: str) -> FileTime | None:
    """Return the time that a file name states; without a clock time only its day."""
    name = untrusted_name[:255].replace("\u202f", " ").replace("\u00a0", " ")
    for pattern, per_second in ((_EPOCH_MS, 1000), (_EPOCH_S, 1)):
        if match := pattern.search(name):
            return _from_epoch(int(match[1]), per_second, match[1])
    for pattern in _PATTERNS:
        for match in pattern.finditer(name):
            local = _local(match.groupdict())
            if local is not None:
                offset = 0 if name.startswith(_UTC_NAMES) and "T" in local else None
                return FileTime(local, offset, TimeBasis.FILE_NAME, match.group())
    return None


def _from_epoch(count: int, per_second: int, raw: str) -> FileTime:
    instant = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=count * 1000 // per_second)
    shown = "milliseconds" if per_second > 1 else "seconds"
    local = instant.replace(tzinfo=None).isoformat(timespec=shown)
    return FileTime(local, 0, TimeBasis.FILE_NAME, raw)


def _local(part: dict[str, str | None]) -> str | None:
    """Return wall clock ISO 8601, or None when the numbers are no date."""
    year, month, day = (int(part[name] or 0) for name in ("year", "month", "day"))
    if year < 100:  # noqa: PLR2004 - two digits: this century, since the pattern is younger
        year += 2000
    hour, minute = part.get("hour"), part.get("minute")
    try:
        if hour is None or minute is None:
            return datetime(year, month, day, tzinfo=UTC).date().isoformat()
        full = _hour_24(int(hour), part["half"])
        second, ms = int(part["second"] or 0), int(part["ms"] or 0)
        moment = datetime(year, month, day, full, int(minute), second, ms * 1000, tzinfo=UTC)
    except ValueError:
        return None
    shown = "milliseconds" if part["ms"] else "seconds" if part["second"] else "minutes"
    return moment.replace(tzinfo=None).isoformat(timespec=shown)


def _hour_24(hour: int, half: str | None) -> int:
    """Return the hour of a 24-hour clock; 13 PM and the like stay as they are."""
    if half is None or not 1 <= hour <= _NOON:
        return hour
    return hour % _NOON + (_NOON if half in "Pp" else 0)
