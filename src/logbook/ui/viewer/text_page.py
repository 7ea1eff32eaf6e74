"""A plain text on the stage: one portion at a time, as it is, in a face that is easy to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.tasks import view_file
from logbook.tasks.view_file import Portion
from logbook.ui.style import limited, set_role, spaced
from logbook.ui.tokens import tokens
from logbook.ui.viewer.page_numbers import PageNumbers
from logbook.ui.viewer.stage_button import StageBar, StageButton

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.detached import DetachedFile

_WIDEST_PX = 860
_MARKED_MOST = 500


class TextPage(QWidget):
    """Reads ahead nothing: a portion is asked for when the person goes there."""

    failed = Signal(object)  # LogbookError

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: DetachedFile | None = None
        self._generation = 0
        self.index = 0
        self.count = 1
        self.box = _Reading(translate("Viewer", "Text of the file"))
        limited(self.box, width=_WIDEST_PX)
        column = QVBoxLayout(self)
        spaced(column, margins=(22, 22, 22, 16))
        column.addWidget(self.box)
        self.bar = StageBar()
        self.before = StageButton("caret-left", translate("Viewer", "Part before"))
        self.after = StageButton("caret-right", translate("Viewer", "Next part"))
        self.numbers = PageNumbers(translate("Viewer", "Part"), self.bar)
        self.bar.add(self.before, self.numbers.box, self.numbers.of, self.after)
        self.before.clicked.connect(self._before)
        self.after.clicked.connect(self._after)
        self.numbers.chosen.connect(self.go)
        self.bar.hide()  # until a text has parts

    def open(self, file: DetachedFile, index: int = 0, down: float = 0.0) -> None:
        """Show a text from its beginning, or from how far `down` it was on one of its portions."""
        self.forget()
        self._file = file
        self.go(index, (lambda: self._scroll(down)) if down else None)

    def down(self) -> float:
        """Return how far down the portion is read, as a part of it."""
        bar = self.box.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def forget(self) -> None:
        """Forget the text."""
        self._file = None
        self._generation += 1
        self.box.clear()
        self.bar.hide()
        self.index, self.count = 0, 1

    def go(self, index: int, then: Callable[[], object] | None = None) -> None:
        """Show another portion."""
        if self._file is None:
            return
        self._generation += 1
        generation = self._generation
        self._desk.in_pool(
            view_file.read_text,
            self._file,
            index,
            then=lambda found: self._take(generation, found, then),
            failed=self.failed.emit,
        )

    def mark(self, words: str) -> None:
        """Mark words wherever they stand on this portion."""
        selections: list[QTextEdit.ExtraSelection] = []
        cursor = QTextCursor(self.box.document())
        while words and len(selections) < _MARKED_MOST:
            cursor = self.box.document().find(words, cursor)
            if cursor.isNull():
                break
            mark = QTextEdit.ExtraSelection()
            shown = QColor(tokens().light["cat-2"])
            shown.setAlphaF(0.3)
            form = QTextCharFormat()
            form.setBackground(shown)
            mark.format = form
            mark.cursor = QTextCursor(cursor)
            selections.append(mark)
        self.box.setExtraSelections(selections)

    def find_next(self, words: str, step: int, *, from_start: bool = False) -> bool:
        """Go to the next place on this portion; False: there is none."""
        ways = QTextDocument.FindFlag
        back = ways.FindBackward if step < 0 else ways(0)
        if from_start:
            end = QTextCursor.MoveOperation.End if step < 0 else QTextCursor.MoveOperation.Start
            self.box.moveCursor(end)
        return self.box.find(words, back)

    def _take(self, generation: int, found: Portion, then: Callable[[], object] | None) -> None:
        if generation != self._generation:
            return
        if found.count != self.count or not self.bar.isVisible():
            self.numbers.set_count(found.count)
        self.index, self.count = found.index, found.count
        self.box.setPlainText(found.text)
        self.numbers.say(found.index)
        self.before.setEnabled(found.index > 0)
        self.after.setEnabled(found.index < found.count - 1)
        self.bar.setVisible(found.count > 1)
        if then is not None:
            then()

    def _scroll(self, down: float) -> None:
        bar = self.box.verticalScrollBar()
        bar.setValue(round(down * bar.maximum()))

    def _before(self) -> None:
        self.go(self.index - 1)

    def _after(self) -> None:
        self.go(self.index + 1)


class _Reading(QPlainTextEdit):
    """Text to read, to mark and to copy as plain words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setProperty("paper", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        set_role(self, "reading")

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data
