"""The neutral words of the plain look, laid over those that tell what the program is for.

One set for every look: what a look changes besides is its name and its icon. Each text is named by
the context and the source that it stands for, so that a page need not know of looks.
"""

from __future__ import annotations

from collections.abc import Mapping

from logbook.i18n import translate


def neutral_words() -> Mapping[tuple[str, str], str]:
    """Return what is said instead, in the language in use."""
    notes = translate("PlainLook", "Notes", "instead of Timeline")
    imports = translate("PlainLook", "Imports", "instead of Messages")
    documents = translate("PlainLook", "Documents", "instead of Reports")
    close = translate("PlainLook", "Close", "instead of Hide now")
    files = translate("PlainLook", "Files", "instead of Evidence")
    note = translate("PlainLook", "New note", "instead of New entry")
    return {
        ("Rail", "Timeline"): notes,
        ("Timeline", "Timeline"): notes,
        ("Rail", "Messages"): imports,
        ("Messages", "Messages"): imports,
        ("Import", "Import messages"): translate("PlainLook", "Bring in"),
        ("Rail", "Evidence"): files,
        ("Evidence", "Evidence"): files,
        ("Evidence", "Write an entry"): translate("PlainLook", "Write a note"),
        ("Evidence", "Add to an entry"): translate("PlainLook", "Add to a note"),
        ("Evidence", "In a report {count}"): translate("PlainLook", "In a document {count}"),
        ("Rail", "Reports"): documents,
        ("Report", "Reports"): documents,
        ("Report", "Report"): translate("PlainLook", "Document"),
        ("TopBar", "Hide now"): close,
        ("Timeline", "New entry"): note,
        ("NewEntry", "New entry"): note,
        ("Keys", "New entry"): note,
        ("NewEntry", "Edit entry"): translate("PlainLook", "Edit note"),
        ("NewEntry", "Save entry"): translate("PlainLook", "Save note"),
        ("Timeline", "Entries"): notes,
        ("Timeline", "Add evidence"): translate("PlainLook", "Add files"),
        ("Timeline", "Evidence"): files,
        ("NewEntry", "Evidence"): files,
        ("Timeline", "To a report"): translate("PlainLook", "To a document"),
        ("History", "To the timeline"): translate("PlainLook", "To the notes"),
        ("NewEntry", "Save entry (Ctrl+Enter)"): translate("PlainLook", "Save note (Ctrl+Enter)"),
        ("Messages", "Make an entry"): translate("PlainLook", "Make a note"),
        ("Messages", "Add to an entry"): translate("PlainLook", "Add to a note"),
        ("Import", "Add it to an entry instead"): translate(
            "PlainLook", "Add it to a note instead"
        ),
        ("Setup", "Write my first entry"): translate("PlainLook", "Write my first note"),
        ("Keys", "Edit the entry"): translate("PlainLook", "Edit the note"),
    }
