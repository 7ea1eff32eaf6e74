"""What is said of a kept file: its kind, its day, how long it is, and all of it in one sentence."""

from __future__ import annotations

from datetime import date

from logbook.domain.evidence import MediaClass
from logbook.domain.file_selection import EvidenceRow
from logbook.i18n import translate
from logbook.tasks.say_problem import say_file_problem
from logbook.tasks.this_computer import now_here
from logbook.ui.words import clock, day_of_year, full_day, locale

ICONS = {
    MediaClass.PICTURE: "image",
    MediaClass.SOUND: "speaker-high",
    MediaClass.VIDEO: "video-camera",
    MediaClass.PDF: "file-pdf",
    MediaClass.TEXT: "file-text",
    MediaClass.MESSAGES: "chat-text",
    MediaClass.OTHER: "file",
}
_MINUTE_S, _HOUR_S = 60, 3600
_MEGABYTE = 1_000_000


def media_word(media: MediaClass) -> str:
    """Return the name of a kind of file."""
    return {
        MediaClass.PICTURE: translate("Thumbnail", "Picture"),
        MediaClass.SOUND: translate("Thumbnail", "Sound"),
        MediaClass.VIDEO: translate("Thumbnail", "Video"),
        MediaClass.PDF: translate("Thumbnail", "PDF"),
        MediaClass.TEXT: translate("Thumbnail", "Text"),
        MediaClass.MESSAGES: translate("Thumbnail", "Messages"),
        MediaClass.OTHER: translate("Thumbnail", "File"),
    }[media]


def day_of(row: EvidenceRow) -> date:
    """Return the file's own day where it carries one, else the day on which it was added here."""
    try:
        return date.fromisoformat(row.local[:10])
    except ValueError:
        return row.added_at.astimezone(now_here().tzinfo).date()


def day_words(row: EvidenceRow) -> str:
    """Return the day for a tile: "9 November", with its year when that is not this one."""
    return day_of_year(day_of(row), now_here().date())


def length_words(duration_s: float) -> str:
    """Return how long a sound or a video is, or a place in it, as players do: "0:14", "1:02:09"."""
    whole = max(int(duration_s), 0)
    hours, minutes, seconds = whole // _HOUR_S, whole // _MINUTE_S % _MINUTE_S, whole % _MINUTE_S
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def badge_words(row: EvidenceRow) -> str:
    """Return how long or how many pages, for the corner of a tile; empty for what has neither."""
    if row.duration_s is not None:
        return length_words(row.duration_s)
    if row.pages is not None:
        return translate("Evidence", "%n page|%n pages", "", row.pages)
    return ""


def size_words(size_bytes: int) -> str:
    """Return a size in the unit that fits: "1.4 GB"."""
    form = locale().DataSizeFormat.DataSizeSIFormat
    return locale().formattedDataSize(size_bytes, 1 if size_bytes >= _MEGABYTE else 0, form)


def entries_words(row: EvidenceRow) -> str:
    """Return where a file is used, for one line."""
    if row.entries:
        return translate("Evidence", "in %n entry|in %n entries", "", row.entries)
    if row.in_messages:
        return translate("Evidence", "in messages")
    return translate("Evidence", "not linked")


def check_words(row: EvidenceRow) -> str:
    """Return what the last check of its bytes found; empty where there was none."""
    if row.same is None or row.checked_at is None:
        return ""
    if not row.same:
        return translate("Evidence", "This file has changed since you added it.")
    when = row.checked_at.astimezone(now_here().tzinfo)
    if when.date() == now_here().date():
        return translate(
            "Evidence", "Same as the day you added it. Checked today, {time}.", time=clock(when)
        )
    day = full_day(when.date())
    return translate("Evidence", "Same as the day you added it. Checked {day}.", day=day)


def file_tip(row: EvidenceRow) -> str:
    """Return what a tile has no room for: the whole name, what is wrong, the last check."""
    problem = say_file_problem(row.problem) if row.problem else ""
    return "\n".join(part for part in (row.name, problem, check_words(row)) if part)


def file_sentence(row: EvidenceRow, place: int, total: int, *, blurred: bool) -> str:
    """Say a file in one sentence, for screen readers."""
    parts = [media_word(row.media_class), row.name]
    if blurred and row.has_picture:
        parts.append(translate("Evidence", "blurred, press Space to look"))
    parts += [full_day(day_of(row)), badge_words(row), entries_words(row)]
    if row.same is False:
        parts.append(translate("Evidence", "has changed since you added it"))
    parts.append(
        translate(
            "Evidence",
            "{place} of {total}",
            place=locale().toString(place),
            total=locale().toString(total),
        )
    )
    return ", ".join(part for part in parts if part)
