"""The plain look: another name, picture and page words, for those who may look over a shoulder.

It hides from a glance and from the task bar, and from nothing else; the settings say so beside the
switch (DESIGN 12). What is written, a report and its words stay as they are.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from logbook import APP_NAME, i18n
from logbook.i18n import translate
from logbook.ui import icons

_ICONS = {
    "budget": "calculator",
    "notes": "note",
    "shopping": "shopping-cart",
    "recipes": "cooking-pot",
}
_SWAPPED_ICONS = {"scales": "calendar-check", "shield-warning": "bell", "eye-slash": "x"}


class PlainName(NamedTuple):
    """What a look is called in the title of the window, and in short at the head of the rail."""

    title: str
    short: str


def looks() -> dict[str, PlainName]:
    """Return every look by its id, in the language in use."""
    return {
        "budget": PlainName(
            translate("PlainLook", "Household budget"), translate("PlainLook", "Household")
        ),
        "notes": PlainName(translate("PlainLook", "Notes"), translate("PlainLook", "Notes")),
        "shopping": PlainName(
            translate("PlainLook", "Shopping"), translate("PlainLook", "Shopping")
        ),
        "recipes": PlainName(translate("PlainLook", "Recipes"), translate("PlainLook", "Recipes")),
    }


def icon_of(look_id: str) -> str:
    """Return the picture of a look."""
    return _ICONS[look_id]


def known(look_id: str) -> bool:
    """Tell whether this program has a look of that id."""
    return look_id in _ICONS


class Disguise(QObject):
    """The look in use in this process; none is the usual state."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._picture = ""

    @property
    def worn(self) -> bool:
        """True while the window shows another name than its own."""
        return bool(self._name)

    @property
    def title(self) -> str:
        """What the window is called, and nothing more, on every page."""
        return looks()[self._name].title if self._name else APP_NAME

    @property
    def short_title(self) -> str:
        """What stands at the head of the rail in place of the name of the book."""
        return looks()[self._name].short if self._name else ""

    @property
    def icon(self) -> str:
        """The picture of the program."""
        return _ICONS[self._picture] if self._picture else icons.APP_ICON

    def wear(self, name: str, picture: str = "") -> None:
        """Put a look on, or off with an empty name; an unknown name counts as none."""
        worn = name if name in _ICONS else ""
        pictured = picture if picture in _ICONS else worn
        if (worn, pictured if worn else "") == (self._name, self._picture):
            return
        self._name, self._picture = worn, pictured if worn else ""
        i18n.use_look(self._name)
        icons.swap(_SWAPPED_ICONS if self._name else {})
        self.changed.emit()


@cache
def disguise() -> Disguise:
    """Return the one look of this process."""
    return Disguise()
