"""The card of the plain look: its switch, name and picture, a preview, and its honest limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.look_file import USUAL_PLAIN
from logbook.ui.plain_look import icon_of, looks
from logbook.ui.style import add_gap, look, sized, spaced
from logbook.ui.widgets.choice import Switch
from logbook.ui.widgets.field import Field, Select
from logbook.ui.widgets.picture_choice import PictureChoice, PictureTile
from logbook.ui.widgets.setting_card import SettingCard
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.title_bar import TitleBar
from logbook.ui.widgets.window_note import WindowNote

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_PREVIEW_PX = 280
_STACK_BELOW_PX = 560


class PlainCard(SettingCard):
    """Changes act at once: the window takes the new name in the same second."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            translate("Settings", "Plain look"),
            translate(
                "Settings",
                "Other people see an ordinary window. Pages use plain names too: the timeline is"
                " “Notes”, reports are “Documents”.",
            ),
        )
        self.desk = desk
        self.switch = Switch(translate("Settings", "Plain look"))
        self.switch.setChecked(desk.setting("plain_look", default=False) is True)
        self.head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self.names = Select(translate("Settings", "Window name"))
        for look_id, name in looks().items():
            self.names.addItem(name.title, look_id)
        kept = desk.setting("plain_name", USUAL_PLAIN)
        self.names.setCurrentIndex(max(self.names.findData(kept), 0))
        tiles = [(at, PictureTile(name.title, icon_of(at))) for at, name in looks().items()]
        self.pictures = PictureChoice(translate("Settings", "Picture"), tiles)
        self.pictures.choose(desk.setting("plain_picture", "") or self.names.currentData())
        self._preview = _Preview()
        self.column.addWidget(self._body())
        self._show()
        self.switch.toggled.connect(self._switched)
        self.names.currentIndexChanged.connect(self._named)
        self.pictures.chosen.connect(self._pictured)

    def set_width(self, width_px: int) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        narrow = width_px < look().px(_STACK_BELOW_PX)
        self._beside.setDirection(below if narrow else beside)

    def _body(self) -> QWidget:
        self._details = QWidget()
        words = QVBoxLayout()
        spaced(words, gap=4)
        words.addWidget(Field(translate("Settings", "Window name"), self.names))
        add_gap(words, 8)
        words.addWidget(Text(translate("Settings", "Picture"), "label"))
        words.addWidget(self.pictures)
        words.addStretch(1)
        self._beside = QHBoxLayout()
        spaced(self._beside, gap=24)
        self._beside.addLayout(words, 1)
        self._beside.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignTop)
        limits = WindowNote(
            "info",
            translate(
                "Settings",
                "It hides from a glance, not from a search. Who opens the program sees a box for a"
                " passphrase. Who looks through the disk finds a locked file. Beside it, a small"
                " open file holds this name, the language, the text size and the colours.",
            ),
            "small",
        )
        column = QVBoxLayout(self._details)
        spaced(column, margins=(0, 18, 0, 0), gap=16)
        column.addLayout(self._beside)
        column.addWidget(limits)
        return self._details

    def _switched(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.desk.keep_setting("plain_look", on)
        self._show()

    def _named(self, _row: int) -> None:
        self.pictures.choose(self.names.currentData())
        self.desk.keep_setting("plain_name", self.names.currentData())
        self._show()

    def _pictured(self, picture: object) -> None:
        self.desk.keep_setting("plain_picture", picture)
        self._show()

    def _show(self) -> None:
        self._details.setVisible(self.switch.isChecked())
        self._preview.show_look(self.names.currentText(), str(self.pictures.value()))


class _Preview(Surface):
    """What others see of the window when they do not see its pages."""

    def __init__(self) -> None:
        super().__init__("group")
        sized(self, width=_PREVIEW_PX)
        self._bar = TitleBar()
        column = QVBoxLayout(self)
        spaced(column, margins=(13, 13, 13, 13), gap=6)
        column.addWidget(self._bar)
        column.addWidget(
            Text(
                translate("Settings", "Window name, task bar and task switcher"),
                "caption",
                "text-2",
                wrap=True,
            )
        )
        look().changed.connect(self._size_again)

    def show_look(self, name: str, picture: str) -> None:
        """Show another name and picture."""
        self._bar.show_look(name, icon_of(picture))

    def _size_again(self) -> None:
        sized(self, width=_PREVIEW_PX)
