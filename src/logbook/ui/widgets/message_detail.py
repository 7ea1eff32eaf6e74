"""The chosen message beside its thread: what it says, how that is known, which file it is from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.entry import Kind
from logbook.domain.message import MessageRecord
from logbook.i18n import translate
from logbook.tasks import say_message
from logbook.tasks.show_message import Linked, ShownMessage, Stretch
from logbook.ui.style import look, px, spaced
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow, Tone
from logbook.ui.widgets.export_place import ExportPlace
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.labelled import Labelled
from logbook.ui.widgets.message_lists import platform_of
from logbook.ui.widgets.reading import Reading
from logbook.ui.widgets.surface import Line, ScrollColumn
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail
from logbook.ui.words import locale

_NAMES_MOST = 12


class MessageDetail(QWidget):
    """Says one message in full; what is pressed goes to the page.

    Its parts are made once and say other words for each message: making them anew takes longer
    than an arrow key that is held.
    """

    file_pressed = Signal(object)  # Evidence
    entry_pressed = Signal(object)  # EntryId
    unlink_pressed = Signal(object)  # EntryId
    original_pressed = Signal(object)  # Witness
    save_pressed = Signal(object)  # Evidence: the export itself

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: ShownMessage | None = None
        self._none = Text(
            translate("Messages", "Choose a message to see it in full."),
            "body",
            "text-2",
            wrap=True,
        )
        self._build_words()
        self._build_facts()
        self._places: list[ExportPlace] = []
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        spaced(self._column, gap=6)
        for part in self._parts:
            self._column.addWidget(part)
        outer = QVBoxLayout()
        spaced(outer, margins=(22, 14, 22, 20), gap=6)
        outer.addWidget(self._none)
        outer.addWidget(self._body)
        outer.addStretch(1)
        self._scroll = ScrollColumn(outer)
        self._scroll.dress_in_parts()
        look().dressing.dress_in_parts(self, self._body)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self._scroll)
        self.clear()

    def clear(self) -> None:
        """Say that nothing is chosen."""
        self.shown = None
        self._body.hide()
        self._none.show()

    def show_message(self, shown: ShownMessage) -> None:
        """Say a message; the same one again keeps its place."""
        same = self.shown is not None and self.shown.message.id == shown.message.id
        at = self._scroll.verticalScrollBar().value() if same else 0
        self.shown = shown
        self._say_head(shown)
        self._say_words(shown)
        self._say_files(shown)
        self._say_entries(shown)
        self._say_facts(shown)
        self._say_places(shown)
        self._none.hide()
        self._body.show()
        self._scroll.verticalScrollBar().setValue(at)

    def show_original(self, witness: object, stretch: Stretch) -> bool:
        """Say the stretch of a file that was asked for; False: its place is not here any more."""
        cards = self._cards_of(witness)
        for card in cards:
            card.show_original(stretch)
            QTimer.singleShot(0, card, partial(self._scroll.ensureWidgetVisible, card, 0, px(12)))
        return bool(cards)

    def miss_original(self, witness: object) -> None:
        """Let a stretch that could not be read be asked for again."""
        for card in self._cards_of(witness):
            card.show_it.setEnabled(True)

    def _cards_of(self, witness: object) -> list[ExportPlace]:
        shown = len(self.shown.places) if self.shown is not None else 0
        return [card for card in self._places[:shown] if card.witness == witness]

    # What it is made of

    def _build_words(self) -> None:
        self._when = Text("", "small", "text-2", wrap=True)
        self._sender = Text("", "title", wrap=True)
        self._chips = ChipFlow()
        self._text = Reading(translate("Messages", "Text of the message"))
        long = translate("Messages", "This text is very long. The rest stands in the file.")
        self._cut = Text(long, "small", "text-2", wrap=True)
        other = translate("Messages", "Read in another encoding")
        self._other_head = Text(other, "label", "text-2", wrap=True)
        self._other = Reading(other, colour="text-2")
        self._tiles = ChipFlow(gap=10)
        self._missing = Text("", "small", "text-2", wrap=True)
        self._entries_head = Text(translate("Messages", "In your entries"), "strong")
        self._entries = QWidget()
        self._entry_rows = QVBoxLayout(self._entries)
        spaced(self._entry_rows, gap=2)

    def _build_facts(self) -> None:
        self._facts: dict[str, tuple[Labelled, Text]] = {}
        for key, icon, label in (
            ("time", "clock", translate("Messages", "Time")),
            ("raw", "quotes", translate("Messages", "In the file")),
            ("from", "user", translate("Messages", "From")),
            ("to", "users", translate("Messages", "To")),
            ("way", "arrow-right", translate("Messages", "Way")),
            ("program", "chat-text", translate("Messages", "Program")),
            ("number", "table", translate("Messages", "Number")),
        ):
            words = Text("", "small", wrap=True)
            self._facts[key] = (Labelled(icon, label, words), words)
        self._parts: list[QWidget] = [
            *(self._when, self._sender, self._chips, self._text, self._cut, self._other_head),
            *(self._other, self._tiles, self._missing, self._entries_head, self._entries),
            *(apart(), *(part for part, _words in self._facts.values())),
        ]

    def _say_head(self, shown: ShownMessage) -> None:
        record = shown.message.record
        self._when.setText(say_message.say_time(record))
        sender = translate("Messages", "You") if record.sender_is_me else record.sender
        self._sender.setText(sender or translate("Messages", "No sender"))
        self._chips.clear()
        if shown.given is not Kind.NONE:
            given = Chip(kind_name(shown.given), icon=ICONS[shown.given], tone=Tone.ACCENT)
            self._chips.add(given)
        has_text = bool(record.text) or bool(shown.message.attachments)
        said = say_message.say_record(record.kind, record.extra, has_text=has_text)
        for words in filter(None, (said, *say_message.say_flags(record.flags))):
            self._chips.add(Chip(words))
        self._chips.setVisible(bool(self._chips.flow.count()))

    def _say_words(self, shown: ShownMessage) -> None:
        record = shown.message.record
        self._text.say(record.text.strip("\n"))
        self._cut.setVisible(shown.is_cut)
        other = record.repaired if record.repaired != record.text else ""
        self._other_head.setVisible(bool(other))
        self._other.say(other)

    def _say_files(self, shown: ShownMessage) -> None:
        self._tiles.clear()
        act = translate("Messages", "Show this file")
        for kept in shown.files:
            tile = Thumbnail(kept, shown.pictures.get(int(kept.id)), act)
            tile.clicked.connect(partial(self.file_pressed.emit, kept))
            self._tiles.add(tile)
        self._tiles.setVisible(bool(shown.files))
        missing = [
            translate("Messages", "{name} is not in the export.", name=one.name)
            for one in shown.message.attachments[:_NAMES_MOST]
            if one.evidence is None
        ]
        self._missing.setText("\n".join(missing))
        self._missing.setVisible(bool(missing))

    def _say_entries(self, shown: ShownMessage) -> None:
        while (item := self._entry_rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for linked in shown.entries:
            self._entry_rows.addWidget(self._entry(linked))
        self._entries_head.setVisible(bool(shown.entries))
        self._entries.setVisible(bool(shown.entries))

    def _entry(self, linked: Linked) -> QWidget:
        title = linked.title or translate("Messages", "Entry {number}", number=int(linked.id))
        go = Button(title.replace("&", "&&"), Variant.LINK, icon="notebook", size=Size.SMALL)
        go.elide()
        go.setToolTip(title)
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

    def _say_facts(self, shown: ShownMessage) -> None:
        for key, words in _facts_of(shown).items():
            part, text = self._facts[key]
            text.setText(words)
            part.setVisible(bool(words))

    def _say_places(self, shown: ShownMessage) -> None:
        for number, place in enumerate(shown.places):
            if number == len(self._places):
                card = ExportPlace(first=number == 0)
                card.original_pressed.connect(self.original_pressed)
                card.save_pressed.connect(self.save_pressed)
                self._places.append(card)
                self._column.addWidget(card)
            self._places[number].say(place)
        for number, card in enumerate(self._places):
            card.setVisible(number < len(shown.places))


def _facts_of(shown: ShownMessage) -> dict[str, str]:
    record: MessageRecord = shown.message.record
    number = translate(
        "Messages",
        "{number} of {total}",
        number=locale().toString(shown.message.number),
        total=locale().toString(shown.conversation.messages),
    )
    return {
        "time": say_message.say_basis(record, shown.places[0].source) if shown.places else "",
        "raw": record.time_raw,
        "from": record.sender,
        "to": ", ".join(record.recipients[:_NAMES_MOST]),
        "way": say_message.say_direction(record),
        "program": platform_of(shown.conversation),
        "number": number,
    }


def apart() -> QWidget:
    """Return a line that parts two groups, with room on both sides."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    spaced(column, margins=(0, 8, 0, 8))
    column.addWidget(Line())
    return holder
