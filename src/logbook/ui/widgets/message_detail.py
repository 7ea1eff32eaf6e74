"""The chosen message beside its thread: what it says, how that is known, which file it is from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.entry import Kind
from logbook.i18n import translate
from logbook.tasks import say_message
from logbook.tasks.show_message import Linked, Place, ShownMessage, Stretch
from logbook.ui.style import px, spaced
from logbook.ui.tips import plain_tip
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow, Tone
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.labelled import Labelled
from logbook.ui.widgets.message_lists import platform_of
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail
from logbook.ui.words import clock, locale, short_day

_DIGEST_GROUP = 8
_NAMES_MOST = 12
_KIB = 1 << 10


class MessageDetail(QWidget):
    """Says one message in full; what is pressed goes to the page."""

    file_pressed = Signal(object)  # Evidence
    entry_pressed = Signal(object)  # EntryId
    unlink_pressed = Signal(object)  # EntryId
    original_pressed = Signal(object)  # Witness
    save_pressed = Signal(object)  # Evidence: the export itself

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: ShownMessage | None = None
        self._stretch: QVBoxLayout | None = None
        self._column = QVBoxLayout()
        spaced(self._column, margins=(22, 14, 22, 20), gap=6)
        self._scroll = ScrollColumn(self._column)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self._scroll)

    def clear(self) -> None:
        """Say that nothing is chosen."""
        self._empty()
        self.shown = None
        words = translate("Messages", "Choose a message to see it in full.")
        self._column.addWidget(Text(words, "body", "text-2", wrap=True))
        self._column.addStretch(1)

    def show_message(self, shown: ShownMessage) -> None:
        """Say a message; the same one again keeps its place."""
        same = self.shown is not None and self.shown.message.id == shown.message.id
        at = self._scroll.verticalScrollBar().value() if same else 0
        self._empty()
        self.shown = shown
        self._head(shown)
        self._words(shown)
        self._files(shown)
        self._entries(shown)
        self._part()
        self._facts(shown)
        for number, place in enumerate(shown.places):
            self._part()
            self._place(place, first=number == 0)
        self._column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(at)

    def show_original(self, stretch: Stretch) -> None:
        """Say the stretch of the file that was asked for."""
        if self._stretch is None:
            return
        box = Surface("group")
        column = QVBoxLayout(box)
        spaced(column, margins=(12, 10, 12, 10), gap=6)
        column.addWidget(Text(stretch.text, "small", "text", wrap=True))
        for said, words in (
            (stretch.is_cut, translate("Messages", "Only the beginning is shown.")),
            (
                not stretch.was_whole,
                translate("Messages", "What is no text in the file stands as a mark."),
            ),
        ):
            if said:
                column.addWidget(Text(words, "caption", "text-3", wrap=True))
        self._stretch.addWidget(box)
        self._stretch = None

    def _empty(self) -> None:
        self._stretch = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _part(self) -> None:
        """Part two groups by a line, with room on both sides."""
        self._column.addSpacing(px(8))
        self._column.addWidget(Line())
        self._column.addSpacing(px(8))

    def _head(self, shown: ShownMessage) -> None:
        record = shown.message.record
        when = say_message.say_time(record)
        self._column.addWidget(Text(when, "small", "text-2", wrap=True))
        sender = translate("Messages", "You") if record.sender_is_me else record.sender
        sender = sender or translate("Messages", "No sender")
        self._column.addWidget(Text(sender, "title", wrap=True))
        chips = ChipFlow()
        if shown.given is not Kind.NONE:
            chips.add(Chip(kind_name(shown.given), icon=ICONS[shown.given], tone=Tone.ACCENT))
        has_text = bool(record.text) or bool(shown.message.attachments)
        said = say_message.say_record(record.kind, record.extra, has_text=has_text)
        for words in filter(None, (said, *say_message.say_flags(record.flags))):
            chips.add(Chip(words))
        if chips.flow.count():
            self._column.addWidget(chips)

    def _words(self, shown: ShownMessage) -> None:
        record = shown.message.record
        if record.text:
            self._column.addWidget(Text(record.text.strip("\n"), "reading", wrap=True))
        if shown.is_cut:
            words = translate("Messages", "This text is very long. The rest stands in the file.")
            self._column.addWidget(Text(words, "small", "text-2", wrap=True))
        if record.repaired and record.repaired != record.text:
            words = translate("Messages", "Read in another encoding")
            self._column.addWidget(Text(words, "label", "text-2", wrap=True))
            self._column.addWidget(Text(record.repaired, "reading", "text-2", wrap=True))

    def _files(self, shown: ShownMessage) -> None:
        tiles = ChipFlow(gap=10)
        act = translate("Messages", "Show this file")
        for kept in shown.files:
            tile = Thumbnail(kept, shown.pictures.get(int(kept.id)), act)
            tile.clicked.connect(partial(self.file_pressed.emit, kept))
            tiles.add(tile)
        if shown.files:
            self._column.addWidget(tiles)
        here = {kept.name for kept in shown.files}
        for one in shown.message.attachments[:_NAMES_MOST]:
            if one.evidence is None and one.name not in here:
                words = translate("Messages", "{name} is not in the export.", name=one.name)
                self._column.addWidget(Text(words, "small", "text-2", wrap=True))

    def _entries(self, shown: ShownMessage) -> None:
        if not shown.entries:
            return
        self._column.addSpacing(px(4))
        self._column.addWidget(Text(translate("Messages", "In your entries"), "strong"))
        for linked in shown.entries:
            self._column.addWidget(self._entry(linked))

    def _entry(self, linked: Linked) -> QWidget:
        title = linked.title or translate("Messages", "Entry {number}", number=int(linked.id))
        go = Button(title.replace("&", "&&"), Variant.LINK, icon="notebook", size=Size.SMALL)
        go.elide()
        go.setToolTip(plain_tip(title))
        go.clicked.connect(partial(self.entry_pressed.emit, linked.id))
        name = translate("Messages", "Take this message out of the entry “{title}”", title=title)
        out = IconButton("x", name, size=Size.SMALL)
        out.clicked.connect(partial(self.unlink_pressed.emit, linked.id))
        holder = QWidget()
        row = QHBoxLayout(holder)
        spaced(row, gap=4)
        row.addWidget(go)
        row.addStretch(1)
        row.addWidget(out)
        return holder

    def _facts(self, shown: ShownMessage) -> None:
        record = shown.message.record
        number = translate(
            "Messages",
            "{number} of {total}",
            number=locale().toString(shown.message.number),
            total=locale().toString(shown.conversation.messages),
        )
        to = ", ".join(record.recipients[:_NAMES_MOST])
        basis = say_message.say_basis(record, shown.places[0].source) if shown.places else ""
        for icon, label, words in (
            ("clock", translate("Messages", "Time"), basis),
            ("quotes", translate("Messages", "In the file"), record.time_raw),
            ("user", translate("Messages", "From"), record.sender),
            ("users", translate("Messages", "To"), to),
            ("arrow-right", translate("Messages", "Way"), say_message.say_direction(record)),
            ("chat-text", translate("Messages", "Program"), platform_of(shown.conversation)),
            ("table", translate("Messages", "Number"), number),
        ):
            if words:
                self._column.addWidget(Labelled(icon, label, Text(words, "small", wrap=True)))

    def _place(self, place: Place, *, first: bool) -> None:
        source = place.source
        head = translate("Messages", "Original file")
        if not first:
            head = translate("Messages", "Also in this file")
        column = self._column
        column.addWidget(Text(head, "strong"))
        column.addWidget(Text(source.name, "small", "text", wrap=True))
        column.addWidget(
            Text(said_of(source.size_bytes, _brought_in(place)), "small", "text-2", wrap=True)
        )
        column.addWidget(
            Text(
                translate("Messages", "Fingerprint {digest}", digest=digest_words(source.sha256)),
                "caption",
                "text-3",
                wrap=True,
            )
        )
        where = translate("Messages", "Place in the file: {place}", place=place.witness.locator)
        column.addWidget(Text(where, "caption", "text-3", wrap=True))
        if place.file is None:
            words = translate("Messages", "The file itself was deleted from this book.")
            column.addWidget(Text(words, "small", "text-2", wrap=True))
            return
        buttons = ChipFlow(gap=8)
        show = Button(translate("Messages", "Show the original"), size=Size.SMALL)
        save = Button(translate("Messages", "Save a copy"), size=Size.SMALL)
        buttons.add(show)
        buttons.add(save)
        column.addWidget(buttons)
        holder = QWidget()
        below = QVBoxLayout(holder)
        spaced(below, gap=4)
        column.addWidget(holder)
        show.clicked.connect(self._asker(place, below, show))
        save.clicked.connect(partial(self.save_pressed.emit, place.file))

    def _asker(self, place: Place, below: QVBoxLayout, button: Button) -> Callable[[], None]:
        def ask() -> None:
            self._stretch = below
            button.setEnabled(False)
            self.original_pressed.emit(place.witness)

        return ask


def digest_words(sha256: bytes) -> str:
    """Return a fingerprint in groups, so that it can be compared by eye."""
    text = sha256.hex()
    return " ".join(text[at : at + _DIGEST_GROUP] for at in range(0, len(text), _DIGEST_GROUP))


def said_of(size_bytes: int, brought_in: str) -> str:
    """Return size and day of a file in one line."""
    size = locale().formattedDataSize(size_bytes, 0 if size_bytes < _KIB else 1)
    return translate("Messages", "{size}, {brought_in}", size=size, brought_in=brought_in)


def _brought_in(place: Place) -> str:
    local = place.source.imported_at.astimezone()
    day = f"{short_day(local.date())}, {clock(local)}"
    return translate("Messages", "brought in {when}", when=day)
