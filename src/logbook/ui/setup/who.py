"""Step 1: who else can use this computer; the answer picks safer settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.look_file import USUAL_PLAIN
from logbook.ui.plain_look import icon_of, looks
from logbook.ui.setup.step import Step
from logbook.ui.style import add_gap, sized, spaced
from logbook.ui.widgets.choice import RadioCard
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.title_bar import TitleBar

_PREVIEW_PX = 220
_CHOICES = ("me", "others", "watched")
# DESIGN 4.1: minutes until the book locks, plain look, blurred pictures.
_SETTINGS: dict[str, dict[str, Any]] = {
    "me": {"lock_after_min": 15, "plain_look": False, "blur": False},
    "others": {"lock_after_min": 2, "plain_look": True, "blur": True},
    "watched": {"lock_after_min": 2, "plain_look": True, "blur": True},
}


class WhoStep(Step):
    """Three answers; the second is chosen, since it is the safer guess."""

    watched_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(
            translate("Setup", "Who else can use this computer?"),
            translate(
                "Setup", "This helps to pick safer settings. You can change them at any time."
            ),
        )
        self._group = QButtonGroup(self)
        self.cards = {
            "me": RadioCard(
                translate("Setup", "Only me"),
                translate("Setup", "Nobody else has the password to this computer."),
                "user",
            ),
            "others": RadioCard(
                translate("Setup", "Other people use it too"),
                translate(
                    "Setup", "The book locks after 2 minutes, and the window has a plain name."
                ),
                "users",
            ),
            "watched": RadioCard(
                translate("Setup", "I think someone checks it"),
                translate(
                    "Setup",
                    "A watched computer can record what you type. "
                    "A library or friend’s computer may be safer.",
                ),
                "eye",
            ),
        }
        for name in _CHOICES:
            self._group.addButton(self.cards[name])
            self.column.addWidget(self.cards[name])
            add_gap(self.column, 10)
        self.cards["others"].setChecked(True)
        add_gap(self.column, 8)
        self.column.addWidget(self._build_preview())
        self.column.addStretch(1)
        self._group.buttonToggled.connect(self._show_preview)

    def _build_preview(self) -> QWidget:
        self._bar = TitleBar()
        sized(self._bar, width=_PREVIEW_PX)
        self._bar.show_look(looks()[USUAL_PLAIN].title, icon_of(USUAL_PLAIN))
        self.preview = QWidget()
        row = QHBoxLayout(self.preview)
        spaced(row, gap=14)
        row.addWidget(self._bar)
        row.addWidget(
            Text(
                translate("Setup", "This is what others see of the window in the task bar."),
                "small",
                "text-2",
                wrap=True,
            ),
            1,
        )
        return self.preview

    def _show_preview(self) -> None:
        self.preview.setVisible(bool(self.settings()["plain_look"]))

    @property
    def answer(self) -> str:
        """`me`, `others` or `watched`."""
        return next(name for name, card in self.cards.items() if card.isChecked())

    def settings(self) -> dict[str, Any]:
        """Return the settings that follow from the answer."""
        return dict(_SETTINGS[self.answer])

    def first_focus(self) -> QWidget:
        return self.cards[self.answer]

    def go_on(self) -> None:
        if self.answer == "watched":
            self.watched_chosen.emit()
        else:
            self.ready.emit()
