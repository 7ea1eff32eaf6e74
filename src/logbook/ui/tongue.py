"""The language of the window: words, numbers, dates and the direction of reading, all at once."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from logbook import i18n

_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "ps", "dv", "yi"})


def locale() -> QLocale:
    """Return the locale of the language in use, with the system's region where they agree."""
    system = QLocale.system()
    chosen = QLocale(i18n.language())
    return system if system.language() == chosen.language() else chosen


def use_language(code: str = "") -> None:
    """Speak the language of a code such as `es`, as the system's region does, and read its way.

    Without a code it is the system's language.
    """
    system = QLocale.system()
    language = code or system.name().split("_")[0]
    region = QLocale.territoryToCode(system.territory())
    i18n.use_language(language if "_" in language else f"{language}_{region}")
    QLocale.setDefault(locale())
    right_to_left = i18n.language() in _RIGHT_TO_LEFT
    QApplication.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
