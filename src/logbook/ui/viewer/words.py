"""What the viewer says of a file: its kind, its times and where they come from, its size."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from logbook.domain.evidence import Evidence, FileTime, MediaClass, TimeBasis
from logbook.i18n import translate
from logbook.tasks.this_computer import zone_here
from logbook.ui.words import clock, locale, short_day


def kind_words(kept: Evidence) -> str:
    """Return what a file is, more exactly than its class where that says something to people."""
    return _kinds().get(kept.media_type) or media_word(kept.media_class)


def media_word(media: MediaClass) -> str:
    """Return the name of a class of files."""
    return {
        MediaClass.PICTURE: translate("Viewer", "Picture"),
        MediaClass.SOUND: translate("Viewer", "Sound"),
        MediaClass.VIDEO: translate("Viewer", "Video"),
        MediaClass.PDF: translate("Viewer", "PDF document"),
        MediaClass.TEXT: translate("Viewer", "Text"),
        MediaClass.MESSAGES: translate("Viewer", "Messages"),
        MediaClass.OTHER: translate("Viewer", "File of another kind"),
    }[media]


def taken_label(kept: Evidence) -> str:
    """Return what the time of a file is the time of."""
    if kept.media_class in {MediaClass.PICTURE, MediaClass.VIDEO}:
        return translate("Viewer", "Taken")
    if kept.media_class is MediaClass.SOUND:
        return translate("Viewer", "Recorded")
    return translate("Viewer", "Dated")


def file_time(time: FileTime) -> str:
    """Return a time that a file carries, no more exactly than it does."""
    try:
        when = datetime.fromisoformat(time.local)
    except ValueError:
        return time.raw
    return day_and_time(when, has_time="T" in time.local)


def basis_words(basis: TimeBasis) -> str:
    """Return how a file's time is known."""
    return {
        TimeBasis.EXIF: translate("Viewer", "written by the camera"),
        TimeBasis.FILE_NAME: translate("Viewer", "from its name"),
        TimeBasis.CONTAINER: translate("Viewer", "written inside the file"),
        TimeBasis.MODIFIED: translate("Viewer", "last changed, where it came from"),
    }[basis]


def moment_here(moment: datetime) -> str:
    """Return a moment of this program's own clock on the wall clock here."""
    return day_and_time(moment.astimezone(ZoneInfo(zone_here())))


def is_today(moment: datetime) -> bool:
    """Tell whether a moment lies on this day, here."""
    zone = ZoneInfo(zone_here())
    return moment.astimezone(zone).date() == datetime.now(UTC).astimezone(zone).date()


def clock_here(moment: datetime) -> str:
    """Return the time of day of a moment, here."""
    return clock(moment.astimezone(ZoneInfo(zone_here())))


def day_and_time(when: datetime, *, has_time: bool = True) -> str:
    """Return a wall-clock time for one line: "9 Nov 2026, 19:06"."""
    day = short_day(when.date())
    if not has_time:
        return day
    return translate("Viewer", "{day}, {time}", day=day, time=clock(when))


def hidden_words(kinds: tuple[str, ...], media: MediaClass) -> str:
    """Return what a file carries besides what is seen in it, a place always said by itself."""
    named = {
        "device": translate("Viewer", "the device"),
        "time": translate("Viewer", "times"),
        "name": translate("Viewer", "names"),
        "program": translate("Viewer", "the program"),
        "words": translate("Viewer", "words"),
        "edits": translate("Viewer", "earlier changes"),
        "small_picture": translate("Viewer", "a second small picture"),
        "files": translate("Viewer", "other files"),
    }
    found = [words for kind, words in named.items() if kind in kinds]
    if not kinds:
        return translate("Viewer", "None that we know of.")
    held = ""
    if found:
        listed = locale().createSeparatedList(found)
        held = translate("Viewer", "It names: {list}.", list=listed)
    place = (
        translate("Viewer", "It says where it was made.")
        if "place" in kinds
        else translate("Viewer", "No location.")
    )
    clean = ""
    if media is MediaClass.PICTURE:
        clean = translate("Viewer", "Copies without hidden data leave this out.")
    return " ".join(part for part in (held, place, clean) if part)


def origin_words(kept: Evidence) -> str:
    """Return where a file came from."""
    return {
        "file": translate("Viewer", "A file on this computer"),
        "clipboard": translate("Viewer", "Pasted"),
        "import": translate("Viewer", "Brought in with messages"),
    }.get(kept.origin, kept.origin)


def _kinds() -> dict[str, str]:
    pictures = {
        "image/png": "PNG",
        "image/jpeg": "JPEG",
        "image/gif": "GIF",
        "image/webp": "WebP",
        "image/heic": "HEIC",
        "image/heif": "HEIF",
        "image/avif": "AVIF",
        "image/bmp": "BMP",
        "image/tiff": "TIFF",
    }
    sounds = {
        "audio/mpeg": "MP3",
        "audio/wav": "WAV",
        "audio/ogg": "Ogg",
        "audio/flac": "FLAC",
        "audio/aac": "AAC",
        "audio/mp4": "M4A",
        "audio/amr": "AMR",
        "audio/amr-wb": "AMR",
    }
    videos = {
        "video/mp4": "MP4",
        "video/quicktime": "QuickTime",
        "video/3gpp": "3GP",
        "video/webm": "WebM",
        "video/x-matroska": "Matroska",
        "video/x-msvideo": "AVI",
    }
    return {
        **{kind: translate("Viewer", "{kind} picture", kind=n) for kind, n in pictures.items()},
        **{kind: translate("Viewer", "{kind} sound", kind=n) for kind, n in sounds.items()},
        **{kind: translate("Viewer", "{kind} video", kind=n) for kind, n in videos.items()},
        "application/zip": translate("Viewer", "Zip archive"),
        "message/rfc822": translate("Viewer", "E-mail"),
    }
