"""Every key of the program and what it does, in the order in which they are listed."""

from __future__ import annotations

import re
from typing import NamedTuple

from logbook.i18n import translate


class KeyGroup(NamedTuple):
    """Keys that are used together; each with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


def keyboard_map() -> tuple[KeyGroup, ...]:
    """Return the whole map; the keys for leaving fast are chosen elsewhere."""
    return (_everywhere(), _lists(), _writing(), _files())


def say_keys(keys: str) -> str:
    """Return the names of keys as they stand on the keyboards of the language in use."""
    names = {
        "Up": translate("Keys", "Up"),
        "Down": translate("Keys", "Down"),
        "Left": translate("Keys", "Left"),
        "Right": translate("Keys", "Right"),
        "Home": translate("Keys", "Home"),
        "End": translate("Keys", "End"),
        "Enter": translate("Keys", "Enter"),
        "Space": translate("Keys", "Space"),
        "Shift": translate("Keys", "Shift"),
        "Del": translate("Keys", "Del"),
    }
    return re.sub(r"[A-Za-z]+", lambda word: names.get(word[0], word[0]), keys)


def _everywhere() -> KeyGroup:
    return KeyGroup(
        translate("Keys", "Everywhere"),
        (
            ("Ctrl+L", translate("Keys", "Lock")),
            ("Ctrl+N", translate("Keys", "New entry")),
            ("Ctrl+1 … 9", translate("Keys", "Pages one to nine of the rail")),
            ("Ctrl+F", translate("Keys", "Search this page")),
            ("Ctrl+K", translate("Keys", "Go to a page, a person or an entry")),
            ("Ctrl+,", translate("Keys", "Settings")),
            ("F1", translate("Keys", "Help for this page")),
            ("F6", translate("Keys", "Next part of the window")),
            ("Shift+F6", translate("Keys", "Part of the window before")),
            ("Tab", translate("Keys", "Next control")),
            ("Alt+Left", translate("Keys", "Back")),
            ("Esc", translate("Keys", "Close what is open, then back to the list")),
            ("Ctrl+Enter", translate("Keys", "The main button of the page, such as Save")),
            ("Ctrl+Z", translate("Keys", "Undo, also what just happened")),
            ("Ctrl+Y", translate("Keys", "Redo")),
            ("Ctrl++", translate("Keys", "Larger text")),
            ("Ctrl+-", translate("Keys", "Smaller text")),
            ("Ctrl+0", translate("Keys", "Text as usual")),
        ),
    )


def _lists() -> KeyGroup:
    return KeyGroup(
        translate("Keys", "In lists"),
        (
            ("Up, Down", translate("Keys", "Line before, next line")),
            ("Home, End", translate("Keys", "First line, last line")),
            ("Enter", translate("Keys", "Open")),
            ("Space", translate("Keys", "Tick, or look at a blurred picture")),
            ("Shift+Up, Shift+Down", translate("Keys", "Choose several")),
            ("Ctrl+A", translate("Keys", "All that match")),
            ("Del", translate("Keys", "To the bin, with Undo")),
            ("Ctrl+E", translate("Keys", "Edit the entry")),
            ("Ctrl+H", translate("Keys", "History of the entry")),
            ("Ctrl+Shift+S", translate("Keys", "Star the entry, or take the star off")),
            ("Ctrl+Shift+L", translate("Keys", "Finish the entry later, or say it is finished")),
        ),
    )


def _writing() -> KeyGroup:
    return KeyGroup(
        translate("Keys", "While writing an entry"),
        (
            ("Ctrl+D", translate("Keys", "When it happened")),
            ("Ctrl+Shift+P", translate("Keys", "Add a person")),
            ("Ctrl+Shift+A", translate("Keys", "Add files")),
            ("PgUp, PgDn", translate("Keys", "In the calendar: month before, next month")),
            ("Ctrl+V", translate("Keys", "Paste a picture or files as evidence")),
        ),
    )


def _files() -> KeyGroup:
    return KeyGroup(
        translate("Keys", "Files and reports"),
        (
            ("Left, Right", translate("Keys", "File before, next file")),
            ("Ctrl+P", translate("Keys", "Print, or show the report")),
            ("Alt+Up, Alt+Down", translate("Keys", "Move a part of the report")),
        ),
    )
