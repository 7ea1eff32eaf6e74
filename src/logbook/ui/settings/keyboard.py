"""Keyboard: every key and what it does; the search of the page finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.keyboard_map import keyboard_map, say_keys
from logbook.ui.settings.section import SettingsSection
from logbook.ui.style import spaced
from logbook.ui.widgets.key_cap import KeyCap, keys_in_words
from logbook.ui.widgets.surface import Line
from logbook.ui.widgets.text import Text

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
            for at, (keys, does) in enumerate(group.keys):
                if at:
                    card.column.addWidget(Line())
                card.column.addWidget(_KeyLine(say_keys(keys), does))

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Keyboard")


class _KeyLine(QWidget):
    """What keys do, and the keys at the end of the line."""

    def __init__(self, keys: str, does: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        spaced(row, margins=(0, 9, 0, 9), gap=16)
        row.addWidget(Text(does, "body", wrap=True), 1)
        cap = KeyCap(keys)
        cap.setAccessibleName(keys_in_words(keys))
        row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
