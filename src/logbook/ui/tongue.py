"""The language of the window: words, numbers, dates and the direction of reading, all at once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from logbook import i18n
from logbook.ui.style import look

_ON_LETTER = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
_QT_WORDS = "words of Qt"
_DAYS_OF_WEEK = 7
_week_begins = 0  # 1 for Monday to 7; 0: as the region has it
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "ps", "dv", "yi"})


def locale() -> QLocale:
    """Return the locale of the language in use in the region of the system."""
    return _locale_of(i18n.language(), QLocale.system().name())


@lru_cache(maxsize=8)
def _locale_of(language: str, _system: str) -> QLocale:
    """Keep the last ones: each row of a list asks for it some times while it is painted."""
    return locale_in(language, QLocale.system())


def locale_in(language: str, system: QLocale) -> QLocale:
    """Return the locale of a language in the region of another, as far as it is known.

    Someone in the United States who reads Spanish has the numbers, the paper and the first day of
    the week of that country; where Qt does not know a language in a region, its own land counts.
    """
    chosen = QLocale(language)
    if system.language() == chosen.language():
        return system
    return QLocale(chosen.language(), system.territory())


def prints_on_letter(system: QLocale) -> bool:
    """Tell whether paper is US Letter there, and not A4 (Unicode CLDR, paper sizes)."""
    return QLocale.territoryToCode(system.territory()) in _ON_LETTER


def use_week(begins: int = 0) -> None:
    """Begin weeks with a day, 1 for Monday to 7 for Sunday; without a choice as the region does."""
    global _week_begins  # noqa: PLW0603 - one window shows one kind of week at a time
    _week_begins = begins if 1 <= begins <= _DAYS_OF_WEEK else 0


def first_weekday() -> int:
    """Return the day that weeks begin with, as Python counts them: 0 for Monday."""
    return (_week_begins or locale().firstDayOfWeek().value) - 1


def use_hours(chosen: int = 0) -> None:
    """Write times with 12 or 24 hours; without a choice as the system does."""
    usual = (
        12 if "AP" in QLocale.system().timeFormat(QLocale.FormatType.ShortFormat).upper() else 24
    )
    i18n.use_hours(chosen if chosen in (12, 24) else usual)


def use_language(code: str = "") -> None:
    """Speak the language of a code such as `es`, as the system's region does, and read its way.

    Without a code it is the system's language.
    """
    system = QLocale.system()
    language = code or system.name().split("_")[0]
    region = QLocale.territoryToCode(system.territory())
    i18n.use_language(language if "_" in language else f"{language}_{region}")
    QLocale.setDefault(locale())
    _speak_for_qt(i18n.language())
    before = QApplication.layoutDirection()
    right_to_left = i18n.language() in _RIGHT_TO_LEFT
    QApplication.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    if QApplication.layoutDirection() != before:
        look().apply()  # margins and the stylesheet turn round with it


def _speak_for_qt(language: str) -> None:
    """Have the parts that Qt brings, such as the file dialog, speak the language too."""
    app = QApplication.instance()
    if app is None:
        return
    before = app.findChild(QTranslator, _QT_WORDS)
    if before is not None:
        app.removeTranslator(before)
        before.setObjectName("")  # it lives on until the next turn of the event loop
        before.deleteLater()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    words = QTranslator(app)
    if language != "en" and words.load(f"qtbase_{language}", folder):
        words.setObjectName(_QT_WORDS)
        app.installTranslator(words)
    else:
        words.deleteLater()
