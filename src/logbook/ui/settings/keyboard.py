"""Keyboard: every key and what it does; the search of the page finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from logbook.i18n import translate
from logbook.ui.keyboard_map import keyboard_map, say_keys
from logbook.ui.settings.section import SettingsSection
from logbook.ui.style import add_gap, spaced
from logbook.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


class KeyboardSection(SettingsSection):
    """One card for each group of keys."""

    section_id: ClassVar[str] = "keyboard"
    order: ClassVar[int] = 7
    icon: ClassVar[str] = "keyboard"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        for group in keyboard_map():
            card = self.add_card(group.title)
            spaced(card.column, margins=(22, 17, 22, 9), gap=0)
            add_gap(card.column, 4)
            for at, (keys, does) in enumerate(group.keys):
                card.column.addWidget(KeyLine(does, say_keys(keys), line_above=at > 0))

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Keyboard")
