"""What was chosen in the settings, put to work: at the opening of a book, and at each change.

Each value comes out of the book as JSON and may be of another version: what cannot be read counts
as not chosen.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from logbook.errors import LogbookError
from logbook.tasks.keep_look import keep_look
from logbook.ui.look_file import look_of, written
from logbook.ui.plain_look import disguise
from logbook.ui.style import Theme, look
from logbook.ui.tongue import use_hours, use_language, use_week
from logbook.ui.watch import LeaveKeys

if TYPE_CHECKING:
    from logbook.ui.app import Program
    from logbook.ui.desk import Desk

_LOCK_AFTER_MIN = 2.0
_LONGEST_MIN = 30.0
_WORN = frozenset(
    {"theme", "text_scale", "contrast", "less_motion", "line_spacing", "reading_face"}
)
_NAMED = frozenset({"language", "plain_look", "plain_name", "plain_picture"})
_SAID = _NAMED | {"clock_hours", "week_begins"}
_BEFORE_OPENING = _NAMED | {"theme", "text_scale", "book_colour"}


class Chosen(QObject):
    """The settings of the open book, as far as the window and the process follow them."""

    def __init__(self, program: Program, settings: Mapping[str, Any]) -> None:
        super().__init__(program)
        self._program = program
        self._settings = dict(settings)
        self._language: str | None = None  # whatever the process began with

    @property
    def lock_after_min(self) -> float:
        """Minutes without a key or the mouse after which the book locks."""
        return min(max(self._number("lock_after_min", _LOCK_AFTER_MIN), 0.5), _LONGEST_MIN)

    @property
    def stays_locked(self) -> bool:
        """True when leaving fast shall end in a lock screen that waits in the task bar."""
        return bool(self._settings.get("leave_to") == "locked")

    def take(self, key: str, value: object) -> None:
        """Follow a setting that was just changed."""
        self._settings[key] = value
        if key in _WORN:
            self.wear()
        elif key in _SAID:
            QTimer.singleShot(0, self._speak)  # the list it was chosen from goes
        elif key == "leave_keys":
            self._choose_keys()
        elif key == "lock_after_min" and self._program.idle is not None:
            self._program.idle.set_after(self.lock_after_min)
        if key in _BEFORE_OPENING:
            book = self._program.window.book
            if book is not None:
                self.keep_look(book.desk)

    def keep_look(self, desk: Desk) -> None:
        """Set right what the lock screen may know; a folder that takes no file goes without."""
        shown = written(look_of(self._settings))
        desk.on_vault(keep_look, shown, failed=_pass_over, keep=True)

    def _speak(self) -> None:
        if isValid(self):
            self.wear()
            self._program.say_again()

    def wear(self) -> None:
        """Show colours, text and names as they were chosen."""
        kept = self._settings
        shown = look_of(kept)
        self._choose_keys()
        if shown.language != self._language:
            self._language = shown.language
            use_language(shown.language)
        use_hours(kept.get("clock_hours") or 0)
        use_week(int(self._number("week_begins", 0)))
        disguise().wear(shown.plain, shown.picture)
        look().wear(
            theme=self._theme(),
            scale=self._number("text_scale", look().scale),
            contrast=kept.get("contrast") is True,
            less_motion=kept.get("less_motion") is True,
            spacing=self._number("line_spacing", 1.6),
            serif=kept.get("reading_face") == "serif",
        )

    def _choose_keys(self) -> None:
        kept = str(self._settings.get("leave_keys", ""))
        keys = LeaveKeys(kept) if kept in set(LeaveKeys) else LeaveKeys.SHIFT
        self._program.watch.leave_keys = keys

    def _number(self, key: str, usual: float) -> float:
        found = self._settings.get(key)
        fits = isinstance(found, int | float) and math.isfinite(found)
        return float(found) if fits and isinstance(found, int | float) else usual

    def _theme(self) -> Theme:
        kept = str(self._settings.get("theme", look().theme))
        return Theme(kept) if kept in set(Theme) else Theme.SYSTEM


def _pass_over(_error: LogbookError) -> None:
    """The book itself holds the setting; the lock screen only looks as usual."""
