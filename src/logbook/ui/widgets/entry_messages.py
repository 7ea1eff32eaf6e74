"""The messages of the entry on screen: the first in full, how many there are, and a way out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.message import Message
from logbook.i18n import translate
from logbook.ui.style import spaced
from logbook.ui.widgets.button import IconButton, Size
from logbook.ui.widgets.message_lines import MessageLine
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_SHOWN_MOST = 6


class EntryMessages(QWidget):
    """Which messages the entry has is saved with it; they themselves stay as they were brought in.

    Hidden while there are none: they come from the page of messages.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages: list[Message] = []
        self._unseen: tuple[int, ...] = ()
        self._filled = 0  # an undo of an entry that was shown before does nothing here
        self._count = Text("", "small", "text-2", elide=True)
        head = QHBoxLayout()
        spaced(head, gap=10)
        head.addWidget(Text(translate("NewEntry", "Messages"), "heading"))
        head.addWidget(self._count, 1)
        self._card = Surface("card")
        self._lines = QVBoxLayout(self._card)
        spaced(self._lines, margins=(14, 8, 6, 8), gap=2)
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 0, 0, 10), gap=6)
        column.addLayout(head)
        column.addWidget(self._card)
        self._show()

    def numbers(self) -> tuple[int, ...]:
        """Return the messages by number, those that cannot be shown too."""
        return (*(int(one.id) for one in self._messages), *self._unseen)

    def fill(self, messages: Sequence[Message], unseen: tuple[int, ...] = ()) -> None:
        """Show these messages; `unseen` ones are gone from the book, and stay linked."""
        self._messages = list(messages)
        self._unseen = unseen
        self._filled += 1
        self._show()

    def bring(self, messages: Sequence[Message]) -> None:
        """Add messages; one that is here already is not added again."""
        here = set(self.numbers())
        new = [one for one in messages if int(one.id) not in here]
        if new:
            self._messages += new
            self._show()
            self.changed.emit()
            words = translate("NewEntry", "%n message added|%n messages added", "", len(new))
            self._desk.announce(words)

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for message in self._messages[:_SHOWN_MOST]:
            self._lines.addWidget(self._line(message))
        more = len(self._messages) + len(self._unseen) - _SHOWN_MOST
        if more > 0:
            words = translate("NewEntry", "and %n more|and %n more", "", more)
            self._lines.addWidget(Text(words, "small", "text-3"))
        total = len(self.numbers())
        words = translate(
            "NewEntry",
            "%n message, kept as it was brought in|%n messages, kept as they were brought in",
            "",
            total,
        )
        self._count.setText(words if total else "")
        self._card.setVisible(bool(self._messages))
        self.setVisible(bool(total))

    def _line(self, message: Message) -> QWidget:
        out = IconButton(
            "x", translate("NewEntry", "Take this message out of the entry"), size=Size.SMALL
        )
        out.clicked.connect(partial(self._take_out, message))
        line = QWidget()
        row = QHBoxLayout(line)
        spaced(row, gap=6)
        row.addWidget(MessageLine(message), 1)
        row.addWidget(out, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _take_out(self, message: Message) -> None:
        """Take one out; the toast brings it back to its place."""
        at = self._messages.index(message)
        self._messages.remove(message)
        self._show()
        self.changed.emit()
        words = translate("NewEntry", "Message taken out of the entry")
        self._desk.toast(words, partial(self._put_back, self._filled, at, message))
        self._focus_next(at)

    def _put_back(self, filled: int, at: int, message: Message) -> None:
        if filled == self._filled and message not in self._messages:
            self._messages.insert(at, message)
            self._show()
            self.changed.emit()

    def _focus_next(self, at: int) -> None:
        """Leave the focus where the line was, so that the keyboard does not start again."""
        buttons = [one for one in self._card.findChildren(IconButton) if not one.isHidden()]
        if buttons:
            buttons[min(at, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
