"""The help of each page, in the program itself: short, and with the keys of that page."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from logbook.i18n import translate


class HelpPart(NamedTuple):
    """A question that a person may have here, and what to do."""

    head: str
    text: str


def help_for(help_id: str) -> tuple[HelpPart, ...]:
    """Return the help of a page; one without its own gets what helps everywhere."""
    return (*_PAGES.get(help_id, _nothing)(), *_everywhere())


def _everywhere() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "Leaving fast"),
            translate(
                "Help",
                "“{button}”, top right, takes the window away at once. Your words are kept first,"
                " and the book is locked.",
                button=translate("TopBar", "Hide now"),
            ),
        ),
        HelpPart(
            translate("Help", "When someone watches"),
            translate(
                "Help",
                "A watched computer can record what you type. A safer device, or an advocate’s"
                " office, may be better.",
            ),
        ),
    )


def _nothing() -> tuple[HelpPart, ...]:
    return ()


def _timeline() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "Write something down"),
            translate(
                "Help",
                "Press “{button}”, or Ctrl+N on any page. One sentence is enough; the rest can"
                " come later.",
                button=translate("Timeline", "New entry"),
            ),
        ),
        HelpPart(
            translate("Help", "Find an entry"),
            translate(
                "Help",
                "Type in the search box, or filter by person, kind and days. Press a bar of the"
                " weeks to see those days.",
            ),
        ),
        HelpPart(
            translate("Help", "Change or remove an entry"),
            translate(
                "Help",
                "Open it and edit it: every earlier version stays in its history. A removed entry"
                " can be taken back from the bin.",
            ),
        ),
    )


def _history() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "What has changed"),
            translate(
                "Help",
                "Every version of the entry is kept. What came in and what went is marked in the"
                " words.",
            ),
        ),
    )


def _new_entry() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "Only the first box is needed"),
            translate(
                "Help",
                "Write it the way you would tell a friend. The exact words that were said help.",
            ),
        ),
        HelpPart(
            translate("Help", "When it happened"),
            translate(
                "Help",
                "Type it in plain words, such as “yesterday about 8 pm” or “last Friday”. The page"
                " repeats what it understood.",
            ),
        ),
        HelpPart(
            translate("Help", "Files and pictures"),
            translate(
                "Help",
                "Drop them on the window, paste a picture, or press Ctrl+Shift+A. The original is"
                " copied in and never changed.",
            ),
        ),
        HelpPart(
            translate("Help", "Nothing is lost"),
            translate(
                "Help",
                "A draft is kept every two seconds inside the book. It is still there after hiding"
                " and locking.",
            ),
        ),
    )


def _evidence() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "Add files"),
            translate(
                "Help",
                "Drop them anywhere in the window. The book keeps each original as it is, once.",
            ),
        ),
        HelpPart(
            translate("Help", "Is it still the same?"),
            translate(
                "Help",
                "Each file has a fingerprint from the day you added it. A check compares them and"
                " names what differs.",
            ),
        ),
        HelpPart(
            translate("Help", "Blurred pictures"),
            translate(
                "Help",
                "Press Space to look at one. Settings, “Safety and privacy”, turns the blur on or"
                " off.",
            ),
        ),
    )


def _viewer() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "Look closely"),
            translate(
                "Help",
                "Ctrl with plus and minus changes the size, the arrow keys move. The file itself"
                " never changes.",
            ),
        ),
        HelpPart(
            translate("Help", "Listen and watch"),
            translate(
                "Help",
                "Space plays and holds. The arrow keys on the wave form go five seconds on or back."
                " A video begins without sound, and blurred.",
            ),
        ),
        HelpPart(
            translate("Help", "Find words"),
            translate(
                "Help",
                "In a document or a text, Ctrl+F finds words and F3 goes to the next place.",
            ),
        ),
        HelpPart(
            translate("Help", "Describe it"),
            translate(
                "Help",
                "A description and a transcript are found by the search, and are printed beside"
                " the exhibit.",
            ),
        ),
    )


def _messages() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "Find messages"),
            translate(
                "Help",
                "Type a word in the search box. Each hit is shown with the messages around it.",
            ),
        ),
        HelpPart(
            translate("Help", "Put messages into an entry"),
            translate(
                "Help",
                "Tick them with Space, with Shift and the arrows for a run. Then press the button"
                " below.",
            ),
        ),
    )


def _import() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "Bring in a chat"),
            translate(
                "Help",
                "Choose the exported file. Nothing is written before the last step, and an import"
                " can be undone.",
            ),
        ),
        HelpPart(
            translate("Help", "Which day was it?"),
            translate(
                "Help",
                "Some exports write the month first. The page shows a worked example, and asks"
                " when both are possible.",
            ),
        ),
    )


def _reports() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "Make a report"),
            translate(
                "Help",
                "Choose the days, the court and how your name is shown. The preview is the real"
                " report.",
            ),
        ),
        HelpPart(
            translate("Help", "Things to look at"),
            translate(
                "Help",
                "They name what a reader may ask about. You can save anyway.",
            ),
        ),
        HelpPart(
            translate("Help", "Where it goes"),
            translate(
                "Help",
                "Nothing is sent. The finished report is a plain PDF: save it where only you look.",
            ),
        ),
    )


def _settings() -> tuple[HelpPart, ...]:
    return (
        HelpPart(
            translate("Help", "Changes act at once"),
            translate(
                "Help",
                "There is nothing to save. Each book keeps its own settings, locked inside it.",
            ),
        ),
        HelpPart(
            translate("Help", "Backups"),
            translate(
                "Help",
                "Make a locked copy every week or two, and keep it away from this computer.",
            ),
        ),
    )


_PAGES: dict[str, Callable[[], tuple[HelpPart, ...]]] = {
    "timeline": _timeline,
    "entry_history": _history,
    "new_entry": _new_entry,
    "evidence": _evidence,
    "viewer": _viewer,
    "messages": _messages,
    "import": _import,
    "reports": _reports,
    "settings": _settings,
}
