"""Language and dates: the words of the window, and how it writes times and paper."""

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

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Language and dates")
