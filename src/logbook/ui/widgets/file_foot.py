"""The bar below the files: how the last check went, or what can be done with the chosen ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.file_selection import FileCheckState
from logbook.i18n import translate
from logbook.tasks.this_computer import now_here
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.file_words import size_words
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import clock, full_day

_ICONS = {
    "open": "eye",
    "write": "pencil-simple",
    "add": "plus",
    "save": "download-simple",
    "check": "shield-check",
    "remove": "trash",
    "restore": "arrow-counter-clockwise",
    "erase": "trash",
}
_OF_ONE = frozenset({"open"})
_IN_BIN = frozenset({"open", "save", "check", "restore", "erase"})
_KEPT = frozenset(_ICONS) - {"restore", "erase"}


class FileFoot(Surface):
    """`pressed` brings the key of an action."""

    pressed = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._build_status()
        self._build_chosen()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._status)
        self._stack.addWidget(self._chosen)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(self._stack)

    def say_check(self, state: FileCheckState, *, in_bin: bool = False) -> None:
        """Say how the files stand since each was last read again, or what the bin does with them.

        Time deletes no file, as it does entries: docs/decisions/0010.
        """
        words, icon = check_sentence(state)
        if in_bin:
            words, icon = (
                translate("Evidence", "Files stay in the bin until you delete them for good."),
                "info",
            )
        self.said.setText(words)
        for name, glyph in self._glyphs.items():
            glyph.setVisible(name == icon)

    def say_size(self, size_bytes: int) -> None:
        """Say how much all originals take."""
        words = translate("Evidence", "{size} in this book", size=size_words(size_bytes))
        self.size_said.setText(words if size_bytes else "")

    def show_chosen(self, count: int, *, in_bin: bool) -> None:
        """Offer what can be done with the chosen files; none: say the check again."""
        self.count.setText(translate("Evidence", "%n chosen|%n chosen", "", count))
        fits = _IN_BIN if in_bin else _KEPT
        for name, button in self.buttons.items():
            button.setVisible(name in fits and (count == 1 or name not in _OF_ONE))
        self.buttons["save"].setText(
            translate("Evidence", "Save a copy")
            if count == 1
            else translate("Evidence", "Save copies")
        )
        self._stack.setCurrentWidget(self._chosen if count else self._status)

    def offered(self) -> list[tuple[str, str, Button]]:
        """Return the key, the icon and the button of everything that can be done now."""
        return [
            (name, _ICONS[name], button)
            for name, button in self.buttons.items()
            if button.isVisibleTo(self._chosen)
        ]

    def _build_status(self) -> None:
        self._status = QWidget()
        self._glyphs = {
            "check-circle": Glyph("check-circle", 16, "success"),
            "warning": Glyph("warning", 16, "warning"),
            "info": Glyph("info", 16, "text-3"),
        }
        self.said = Text("", "small", "text-2", elide=True)
        self.size_said = Text("", "small", "text-2")
        row = QHBoxLayout(self._status)
        spaced(row, margins=(28, 8, 24, 8), gap=10)
        for glyph in self._glyphs.values():
            row.addWidget(glyph)
            glyph.hide()
        row.addWidget(self.said, 1)
        row.addWidget(self.size_said)

    def _build_chosen(self) -> None:
        self._chosen = QWidget()
        self.count = Text("", "label")
        words = {
            "open": translate("Evidence", "Open"),
            "write": translate("Evidence", "Write an entry"),
            "add": translate("Evidence", "Add to an entry"),
            "save": translate("Evidence", "Save a copy"),
            "check": translate("Evidence", "Check"),
            "remove": translate("Evidence", "Move to the bin"),
            "restore": translate("Evidence", "Put back"),
            "erase": translate("Evidence", "Delete for good"),
        }
        self.buttons = {
            name: Button(
                said,
                Variant.DANGER if name == "erase" else Variant.SECONDARY,
                icon=_ICONS[name],
                size=Size.SMALL,
            )
            for name, said in words.items()
        }
        actions = ChipFlow(gap=8, centred=True)
        for name, button in self.buttons.items():
            button.setProperty("action", name)
            button.clicked.connect(self._clicked)
            actions.add(button)
        clear = Button(translate("Evidence", "Clear"), Variant.LINK, size=Size.SMALL)
        clear.setToolTip(translate("Evidence", "Choose none (Esc)"))
        clear.clicked.connect(self.cleared)
        actions.add(clear)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        actions.setSizePolicy(policy)
        row = QHBoxLayout(self._chosen)
        spaced(row, margins=(28, 6, 24, 6), gap=16)
        row.addWidget(self.count)
        row.addWidget(actions, 1)

    def _clicked(self) -> None:
        self.pressed.emit(str(self.sender().property("action")))


def check_sentence(state: FileCheckState) -> tuple[str, str]:
    """Return how files stand since the last check, and the icon beside it."""
    if not state.files:
        return translate("Evidence", "What you add is copied in and kept unchanged."), "info"
    if state.changed:
        words = translate(
            "Evidence",
            "%n file has changed since you added it.|%n files have changed since you added them.",
            "",
            state.changed,
        )
        return words, "warning"
    if state.checked_at is None:
        return translate("Evidence", "The files have not been checked yet."), "info"
    missing = state.files - state.checked
    if missing:
        words = translate(
            "Evidence",
            "%n file has not been checked yet.|%n files have not been checked yet.",
            "",
            missing,
        )
        return words, "info"
    when = state.checked_at.astimezone(now_here().tzinfo)
    if when.date() == now_here().date():
        words = translate(
            "Evidence",
            "The one file is the same as the day you added it. Checked today, {time}.|"
            "All %n files are the same as the day you added them. Checked today, {time}.",
            "",
            state.files,
            time=clock(when),
        )
        return words, "check-circle"
    words = translate(
        "Evidence",
        "The one file is the same as the day you added it. Checked {day}.|"
        "All %n files are the same as the day you added them. Checked {day}.",
        "",
        state.files,
        day=full_day(when.date()),
    )
    return words, "check-circle"
