"""What the sections of a report are called in the window, and what is said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from logbook.i18n import translate
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.export.results import Shown


def section_titles(shown: Shown | None) -> dict[str, str]:
    """Return what each section is called here, with the letters of the exhibits where known."""
    exhibits = translate("Report", "Exhibits")
    if shown is not None and shown.exhibits:
        from logbook.export.plan import letters  # noqa: PLC0415 - loaded since there is a report

        first, last = letters(0), letters(shown.exhibits - 1)
        exhibits = (
            translate("Report", "Exhibit {letter}", letter=first)
            if first == last
            else translate("Report", "Exhibits {first} to {last}", first=first, last=last)
        )
    return {
        "cover": translate("Report", "Cover page"),
        "index": translate("Report", "Index"),
        "chronology": translate("Report", "Chronology"),
        "exhibits": exhibits,
        "message_records": translate("Report", "Message records"),
        "files": translate("Report", "List of files"),
        "emoji_key": translate("Report", "Emoji key"),
        "declaration": translate("Report", "Declaration"),
    }


def section_lines(shown: Shown | None, entries: int) -> dict[str, str]:
    """Say what each section holds, in numbers where they are known; the book has `entries`."""
    lines = {
        "cover": translate("Report", "Names, court, case number"),
        "index": translate("Report", "Every part with its page"),
        "chronology": translate("Report", "What happened, in order of time"),
        "exhibits": translate("Report", "Files of the entries"),
        "message_records": translate("Report", "Messages, each with its source"),
        "files": translate("Report", "Every file with its fingerprint"),
        "emoji_key": translate("Report", "What small pictures are called"),
        "declaration": translate("Report", "For you to sign by hand"),
    }
    if shown is None:
        return lines
    files = translate("Report", "%n file|%n files", "", shown.files)
    prints = translate("Report", "Fingerprint of %n file|Fingerprints of %n files", "", shown.files)
    messages = translate("Report", "%n message|%n messages", "", shown.messages)
    none = translate("Report", "No files")
    lines["chronology"] = translate(
        "Report",
        "{n} of %n entry|{n} of %n entries",
        "",
        max(entries, shown.entries),
        n=locale().toString(shown.entries),
    )
    lines["exhibits"] = files if shown.files else none
    lines["files"] = prints if shown.files else none
    lines["message_records"] = (
        messages if shown.messages else translate("Report", "No messages chosen")
    )
    if not any(one.id == "emoji_key" for one in shown.sections):
        lines["emoji_key"] = translate("Report", "None in this report")
    return lines


def section_help() -> dict[str, str]:
    """Say what the sections are for that have nothing to choose."""
    return {
        "index": translate(
            "Report", "It names every section and exhibit with its page, and leads there."
        ),
        "exhibits": translate(
            "Report",
            "The files of the entries, in order of time. Add or take out a file in its entry.",
        ),
        "files": translate(
            "Report",
            "With the fingerprint of each file, so that anyone can compare a copy with it.",
        ),
        "emoji_key": translate(
            "Report", "Printed only where messages have small pictures in them."
        ),
        "declaration": translate(
            "Report",
            "The words come from the court rules below. Read them before you sign on paper.",
        ),
    }
