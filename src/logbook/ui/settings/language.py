"""Language and dates: the words of the window, and how it writes times."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from logbook import i18n
from logbook.i18n import translate
from logbook.ui.settings.section import SettingsSection

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


class LanguageSection(SettingsSection):
    """A language is chosen by the name that it gives itself, and spoken at once."""

    section_id: ClassVar[str] = "language"
    order: ClassVar[int] = 4
    icon: ClassVar[str] = "globe-simple"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        card = self.add_card(translate("Settings", "Language"))
        self.language, _ = self.add_select(
            card,
            "language",
            (
                translate("Settings", "Language of the program"),
                translate("Settings", "Your own words stay as you wrote them."),
            ),
            [("", translate("Settings", "As the computer")), *i18n.languages().items()],
            "",
        )

        dates = self.add_card(translate("Settings", "Dates and times"))
        self.hours, _ = self.add_select(
            dates,
            "clock_hours",
            (
                translate("Settings", "Clock"),
                translate("Settings", "On every page. A report always has 24 hours."),
            ),
            (
                (0, translate("Settings", "As the computer")),
                (24, translate("Settings", "24 hours: 14:30")),
                (12, translate("Settings", "12 hours: 2:30 pm")),
            ),
            0,
        )

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Language and dates")
