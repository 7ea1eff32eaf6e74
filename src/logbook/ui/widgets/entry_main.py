"""The large side of an entry that is written: its words, a hint, its messages and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.models.entry_draft import EntryDraft
from logbook.ui.models.entry_saving import Start
from logbook.ui.style import add_gap, at_least, limited, spaced
from logbook.ui.widgets.entry_banner import EntryBanner
from logbook.ui.widgets.entry_files import EntryFiles
from logbook.ui.widgets.entry_hint import EntryHint
from logbook.ui.widgets.entry_messages import EntryMessages
from logbook.ui.widgets.field import TextBox
from logbook.ui.widgets.surface import ScrollColumn
from logbook.ui.widgets.text import Text

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_TEXT_PX, _STACKED_TEXT_PX = 120, 200
_MOST_PX = 920  # of the words in a large window: longer lines are hard to read


class EntryMain(ScrollColumn):
    """Scrolls as a whole; in a narrow window the side of the entry lies at its foot."""

    def __init__(self, desk: Desk) -> None:
        across = QHBoxLayout()
        super().__init__(across)
        self.text = TextBox(translate("NewEntry", "What happened?"))
        self.banner = EntryBanner()
        self.kept_line = Text("", "small", "text-2", wrap=True)  # where the bar has no room
        self.kept_line.hide()
        self.hint = EntryHint()
        self.messages = EntryMessages(desk)
        self.files = EntryFiles(desk)
        head = Text(translate("NewEntry", "What happened?"), "heading")
        head.setBuddy(self.text)
        line = translate("NewEntry", "Write it the way you would tell a friend.")
        inside = QWidget()
        limited(inside, width=_MOST_PX)
        column = self.parts = QVBoxLayout(inside)
        spaced(column, gap=6)
        spaced(across, margins=(28, 20, 28, 20), gap=0)
        across.addWidget(inside, 100)
        across.addStretch(1)
        column.addWidget(self.banner)
        column.addWidget(head)
        column.addWidget(Text(line, "small", "text-2", wrap=True))
        add_gap(column, 4)
        column.addWidget(self.text, 1)
        column.addWidget(self.kept_line)
        column.addWidget(self.hint)
        add_gap(column, 6)
        column.addWidget(self.messages)
        column.addWidget(self.files)
        self.stack(stacked=False)

    def stack(self, *, stacked: bool) -> None:
        """Leave room for the side below, or take it for the words."""
        at_least(self.text, height=_STACKED_TEXT_PX if stacked else _TEXT_PX)

    def fill_parts(self, start: Start, draft: EntryDraft) -> None:
        """Show the files and messages of a draft; those that are gone stay linked."""
        seen_files = {int(kept.id) for kept, _ in start.files}
        seen_messages = {int(one.id) for one in start.messages}
        self.files.fill(start.files, _without(draft.evidence, seen_files))
        self.messages.fill(start.messages, _without(draft.messages, seen_messages))

    def forget_parts(self) -> None:
        """Show no files and no messages."""
        self.files.fill(())
        self.messages.fill(())

    def fill_words(self, draft: EntryDraft) -> None:
        """Show the words of a draft with the caret where it was."""
        document = self.text.document()
        is_fresh = not (document.isUndoAvailable() or document.isRedoAvailable())
        if not is_fresh or draft.text != self.text.toPlainText():  # to lay words out takes 7 ms
            self.text.setPlainText(draft.text)
        cursor = self.text.textCursor()
        cursor.setPosition(min(draft.caret, self.text.document().characterCount() - 1))
        self.text.setTextCursor(cursor)
        self.banner.hide()

    def freeze(self, *, saving: bool) -> None:
        """Let nothing be changed that the save under way does not hold."""
        self.text.setReadOnly(saving)
        for part in (self.files, self.messages):
            part.setEnabled(not saving)


def _without(numbers: tuple[int, ...], seen: set[int]) -> tuple[int, ...]:
    return tuple(one for one in numbers if one not in seen)
