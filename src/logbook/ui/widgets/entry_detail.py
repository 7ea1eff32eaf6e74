"""The chosen entry beside the list: what happened, what belongs to it, and how it changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.entry import Mark, title_of
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks.say_problem import say_file_note, say_file_problem
from logbook.ui.failures import tone_for, words_for
from logbook.ui.models.timeline_reading import MESSAGES_MOST, Shown
from logbook.ui.on_key import on_key
from logbook.ui.style import add_gap, limited, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.drop_tile import DropTile
from logbook.ui.widgets.drop_zone import files_in
from logbook.ui.widgets.entry_facts import (
    begun_large,
    bin_words,
    chips_of,
    facts_of,
    when_words,
    written_card,
)
from logbook.ui.widgets.message_lines import MessageLine
from logbook.ui.widgets.surface import ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail
from logbook.ui.widgets.tone import Tone
from logbook.ui.words import locale, title_words

_READING_PX = 680
_SHOWN_CHARS = 20_000
_PARAGRAPHS_MOST = 400  # a text with more of them is shown in one piece


class EntryDetail(Surface):
    """Says one entry in full. What can be pressed is handed to the page.

    `adding` is the page's row for files on their way, which stands under the buttons.
    """

    edit_pressed = Signal()
    add_files_pressed = Signal()
    more_pressed = Signal()
    restore_pressed = Signal()
    erase_pressed = Signal()
    back_pressed = Signal()
    done_pressed = Signal()
    history_pressed = Signal()
    messages_pressed = Signal()
    file_pressed = Signal(object)  # Evidence
    files_dropped = Signal(list)

    def __init__(self, adding: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.edit = Button(translate("Timeline", "Edit"), icon="pencil-simple", size=Size.SMALL)
        self.add = Button(translate("Timeline", "Add evidence"), icon="paperclip", size=Size.SMALL)
        self.more = IconButton(
            "dots-three-bold", translate("Timeline", "More to do with this entry"), size=Size.SMALL
        )
        self.restore = Button(
            translate("Timeline", "Put back"),
            Variant.PRIMARY,
            icon="arrow-counter-clockwise",
            size=Size.SMALL,
        )
        self.erase = Button(
            translate("Timeline", "Delete for good"), Variant.DANGER, size=Size.SMALL
        )
        self.back = IconButton(
            "arrow-left", translate("Timeline", "Back to the list"), key="Esc", size=Size.SMALL
        )
        self.back.hide()
        self._tile: DropTile | None = None
        self._takes_files = False
        self._kept_buttons = (self.edit, self.add, self.more)
        self._bin_buttons = (self.restore, self.erase)
        self.setAcceptDrops(True)
        self._build(adding)
        for button, pressed in (
            (self.edit, self.edit_pressed),
            (self.add, self.add_files_pressed),
            (self.more, self.more_pressed),
            (self.restore, self.restore_pressed),
            (self.erase, self.erase_pressed),
            (self.back, self.back_pressed),
        ):
            button.clicked.connect(pressed)
        on_key(self, "Esc", self.back_pressed)

    def show_entry(self, shown: Shown) -> None:
        """Say another entry."""
        self.clear()
        entry = shown.entry
        self._show_buttons(removed=entry.removed)
        column = self._column
        if entry.removed_at is not None:
            title = translate("Timeline", "In the bin")
            column.addWidget(Banner(title, bin_words(entry.removed_at), Tone.NEUTRAL))
        column.addWidget(Text(begun_large(when_words(entry.what)), "small", "text-2", wrap=True))
        column.addWidget(Text(title_words(title_of(entry.what)), "title", wrap=True))
        add_gap(column, 4)
        column.addWidget(self._chips(shown))
        add_gap(column, 8)
        self._words(entry.what.text)
        self._files(shown)
        self._messages(shown)
        for fact in facts_of(shown):
            column.addWidget(fact)
        column.addStretch(1)
        add_gap(column, 10)
        column.addWidget(written_card(shown, self._history_link()))
        self._scroll.verticalScrollBar().setValue(0)

    def show_problem(self, error: LogbookError) -> None:
        """Say that an entry could not be read."""
        self.clear()
        for button in (*self._kept_buttons, *self._bin_buttons):
            button.hide()
        words = words_for(error)
        line = " ".join(part for part in (words.title + ".", words.what, words.do) if part)
        title = translate("Timeline", "This entry could not be opened")
        self._column.addWidget(Banner(title, line, tone_for(error)))
        self._column.addStretch(1)

    def clear(self) -> None:
        """Say nothing."""
        self._tile, self._takes_files = None, False
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes_files and files_in(event.mimeData()):
            event.acceptProposedAction()
            self._hold(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._hold(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hold(over=False)
        event.acceptProposedAction()
        self.files_dropped.emit(files_in(event.mimeData()))

    def _hold(self, *, over: bool) -> None:
        if self._tile is not None:
            self._tile.hold(over=over)

    def _build(self, adding: QWidget | None) -> None:
        bar = QHBoxLayout()
        spaced(bar, margins=(24, 14, 16, 8), gap=8)
        for button in (self.back, self.edit, self.add, self.restore, self.erase):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.more)
        self._column = QVBoxLayout()
        self._scroll = ScrollColumn(self._column)
        spaced(self._column, margins=(24, 8, 24, 20), gap=6)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addLayout(bar)
        if adding is not None:
            holder = QVBoxLayout()
            spaced(holder, margins=(24, 0, 16, 0))
            holder.addWidget(adding)
            column.addLayout(holder)
        column.addWidget(self._scroll, 1)
        self.dress_in_parts()
        self._show_buttons(removed=False)

    def _show_buttons(self, *, removed: bool) -> None:
        for button in self._kept_buttons:
            button.setVisible(not removed)
        for button in self._bin_buttons:
            button.setVisible(removed)

    def _chips(self, shown: Shown) -> ChipFlow:
        chips = chips_of(shown)
        if Mark.LATER in shown.marks and not shown.entry.removed:
            done = Button(
                translate("Timeline", "Done"), Variant.LINK, icon="check-bold", size=Size.SMALL
            )
            done.setAccessibleDescription(translate("Timeline", "Nothing is left to finish"))
            done.clicked.connect(self.done_pressed)
            chips.add(done)
        return chips

    def _history_link(self) -> Button:
        link = Button(translate("Timeline", "See history"), Variant.LINK, size=Size.SMALL)
        link.clicked.connect(self.history_pressed)
        return link

    def _head(self, words: str, count: int) -> None:
        head = QHBoxLayout()
        spaced(head, margins=(0, 10, 0, 2), gap=8)
        head.addWidget(Text(words, "strong"))
        if count:
            head.addWidget(Text(locale().toString(count), "body", "text-3"))
        head.addStretch(1)
        holder = QWidget()
        holder.setLayout(head)
        self._column.addWidget(holder)

    def _words(self, whole: str) -> None:
        """Say the words; of a text as long as a book the rest comes when it is asked for."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        spaced(column, gap=12)
        self._column.addWidget(holder)
        add_gap(self._column, 6)
        _add_paragraphs(column, whole[:_SHOWN_CHARS])
        if len(whole) > _SHOWN_CHARS:
            more = Button(translate("Timeline", "Show the whole text"), size=Size.SMALL)
            more.clicked.connect(partial(_show_rest, column, more, whole[_SHOWN_CHARS:]))
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _files(self, shown: Shown) -> None:
        self._takes_files = not shown.entry.removed
        if not shown.files and not self._takes_files:
            return
        self._head(translate("Timeline", "Evidence"), len(shown.files))
        flow = ChipFlow(gap=10)
        act = translate("Timeline", "Look at this file")
        for kept in shown.files:
            tile = Thumbnail(kept, shown.pictures.get(int(kept.id)), act)
            tile.clicked.connect(self._file_clicked)
            flow.add(tile)
        if self._takes_files:
            self._tile = DropTile()
            self._tile.clicked.connect(self.add_files_pressed)
            flow.add(self._tile)
        self._column.addWidget(flow)
        for kept in shown.files:
            told = say_file_problem(kept.problem) if kept.problem else ""
            why = " ".join(filter(None, (told, *map(say_file_note, kept.notes))))
            if why:
                words = translate("Timeline", "{name}: {why}", name=kept.name, why=why)
                self._column.addWidget(Text(words, "small", "text-2", wrap=True))
        add_gap(self._column, 8)

    def _messages(self, shown: Shown) -> None:
        if not shown.messages:
            return
        total = len(shown.entry.what.messages)
        self._head(translate("Timeline", "Messages"), total)
        for message in shown.messages:
            self._column.addWidget(MessageLine(message))
        more = total - MESSAGES_MOST
        words = (
            translate("Timeline", "See them and %n more|See them and %n more", "", more)
            if more > 0
            else translate("Timeline", "See them in their chat")
        )
        link = Button(words, Variant.LINK, icon="chat-text", size=Size.SMALL)
        link.clicked.connect(self.messages_pressed)
        row = QHBoxLayout()
        row.addWidget(link)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        spaced(row)
        self._column.addWidget(holder)
        add_gap(self._column, 8)

    def _file_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, Thumbnail):
            self.file_pressed.emit(tile.kept)


def _add_paragraphs(column: QVBoxLayout, text: str) -> None:
    for words in _paragraphs(text):
        part = Text(words, "reading", wrap=True)
        limited(part, width=_READING_PX)
        column.addWidget(part)


def _show_rest(column: QVBoxLayout, more: Button, rest: str) -> None:
    more.hide()
    _add_paragraphs(column, rest)


def _paragraphs(text: str) -> list[str]:
    parts = [part.strip("\n") for part in text.split("\n\n")]
    return parts if len(parts) <= _PARAGRAPHS_MOST else [text]
