"""Safety and privacy: how to leave fast, and what the screen shows to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from logbook.i18n import translate
from logbook.ui.settings.section import SettingsSection
from logbook.ui.widgets.plain_card import PlainCard

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


class SafetySection(SettingsSection):
    """What matters most comes first."""

    section_id: ClassVar[str] = "safety"
    order: ClassVar[int] = 1
    icon: ClassVar[str] = "shield-check"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.plain = PlainCard(desk)
        self.put_card(self.plain)
        self._build_leaving()
        self._build_screen()

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Safety and privacy")

    def _build_leaving(self) -> None:
        card = self.add_card(translate("Settings", "Leaving fast"))
        self.keys, _ = self.add_select(
            card,
            "leave_keys",
            (
                translate("Settings", "Keys"),
                translate("Settings", "Press them within two seconds, from anywhere in the book."),
            ),
            (
                ("shift", translate("Settings", "Shift, three times")),
                ("escape", translate("Settings", "Esc, three times")),
                ("f9", translate("Settings", "F9, once")),
                ("off", translate("Settings", "No keys")),
            ),
            "shift",
        )
        self.then, _ = self.add_select(
            card,
            "leave_to",
            (
                translate("Settings", "What happens"),
                translate(
                    "Settings",
                    "Your words are kept first. “Hide and lock” leaves a lock screen in the task"
                    " bar; closing the window always ends.",
                ),
            ),
            (
                ("end", translate("Settings", "Hide and end")),
                ("locked", translate("Settings", "Hide and lock")),
            ),
            "end",
        )

    def _build_screen(self) -> None:
        card = self.add_card(translate("Settings", "Screen"))
        self.lock_after, _ = self.add_select(
            card,
            "lock_after_min",
            (
                translate("Settings", "Lock when I stop using it"),
                translate(
                    "Settings", "Also locks when the computer sleeps or its own screen is locked."
                ),
            ),
            [
                (minutes, translate("Settings", "After %n minute|After %n minutes", "", minutes))
                for minutes in (1, 2, 5, 15, 30)
            ],
            2,
        )
        self.blur = self.add_switch(
            card,
            "blur",
            (
                translate("Settings", "Blur pictures until I choose to look"),
                translate("Settings", "Thumbnails stay blurred. Press Space to look."),
            ),
            default=False,
        )
