"""Language and dates: the words of the window, and how it writes times."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from logbook import i18n
from logbook.i18n import translate
from logbook.ui.settings.section import SettingsSection
from logbook.ui.tongue import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_MONDAY, _SATURDAY, _SUNDAY = 1, 6, 7


class LanguageSection(SettingsSection):
    """A language is chosen by the name that it gives itself, and spoken at once."""

    section_id: ClassVar[str] = "language"
    order: ClassVar[int] = 4
    icon: ClassVar[str] = "globe-simple"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._add_language()
        self._add_dates()
        self._add_paper()

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Language and dates")

    def _add_language(self) -> None:
        words = (
            translate("Settings", "Language of the program"),
            translate("Settings", "Your own words stay as you wrote them."),
        )
        offered = [("", translate("Settings", "As the computer")), *i18n.languages().items()]
        card = self.add_card(translate("Settings", "Language"))
        self.language, _ = self.add_select(card, "language", words, offered, "")

    def _add_dates(self) -> None:
        card = self.add_card(translate("Settings", "Dates and times"))
        words = (
            translate("Settings", "Clock"),
            translate("Settings", "On every page. A report always has 24 hours."),
        )
        clocks = (
            (0, translate("Settings", "As the computer")),
            (24, translate("Settings", "24 hours: 14:30")),
            (12, translate("Settings", "12 hours: 2:30 pm")),
        )
        self.hours, _ = self.add_select(card, "clock_hours", words, clocks, 0)
        words = (
            translate("Settings", "The week begins on"),
            translate("Settings", "In the calendar and in the weeks above the timeline."),
        )
        named = [(day, _named(day)) for day in (_MONDAY, _SATURDAY, _SUNDAY)]
        days = ((0, translate("Settings", "As the computer")), *named)
        self.week, _ = self.add_select(card, "week_begins", words, days, 0)

    def _add_paper(self) -> None:
        words = (
            translate("Settings", "Paper of new reports"),
            translate("Settings", "Each report can have another one."),
        )
        papers = (
            ("", translate("Settings", "As the computer and the last report")),
            ("letter", translate("Report", "US Letter")),
            ("a4", translate("Report", "A4")),
        )
        card = self.add_card(translate("Settings", "Paper"))
        self.paper, _ = self.add_select(card, "report_paper", words, papers, "")


def _named(day: int) -> str:
    """Return a day of the week as it stands at the head of a line, 1 for Monday."""
    name = locale().standaloneDayName(day)
    return name[:1].upper() + name[1:]
