"""The chosen entry beside the list: what happened, what belongs to it, and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.entry import Entry, EntryVersion, Kind, title_of
from logbook.domain.evidence import Evidence
from logbook.domain.moment import Precision
from logbook.domain.person import Person
from logbook.i18n import translate
from logbook.tasks import say_date
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.labelled import Labelled, Seal
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail
from logbook.ui.words import clock, locale, long_day, short_day

_SOON = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the pane says about one entry, read in one go."""

    entry: Entry
    versions: tuple[EntryVersion, ...]
    people: dict[int, Person]
    files: tuple[Evidence, ...]
    pictures: dict[int, bytes]  # small pictures by evidence


class EntryDetail(Surface):
    """Says one entry in full. What can be pressed is handed to the page."""

    edit_pressed = Signal()
    add_files_pressed = Signal()
    remove_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.edit = Button(translate("Timeline", "Edit"), icon="pencil-simple")
        self.add = Button(translate("Timeline", "Add evidence"), icon="paperclip")
        self.remove = IconButton("trash", translate("Timeline", "Move to the bin"), key="Del")
        self.back = IconButton("arrow-left", translate("Timeline", "Back to the list"))
        self.back.hide()
        bar = QHBoxLayout()
        spaced(bar, margins=(24, 14, 16, 8), gap=8)
        for button in (self.back, self.edit, self.add):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.remove)
        self._column = QVBoxLayout()
        self._scroll = ScrollColumn(self._column)
        spaced(self._column, margins=(24, 8, 24, 20), gap=6)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addLayout(bar)
        column.addWidget(self._scroll, 1)
        self.edit.clicked.connect(self.edit_pressed)
        self.add.clicked.connect(self.add_files_pressed)
        self.remove.clicked.connect(self.remove_pressed)
        self.back.clicked.connect(self.back_pressed)

    def show_entry(self, shown: Shown) -> None:
        """Say another entry."""
        self.clear()
        column = self._column
        what = shown.entry.what
        column.addWidget(Text(say_date.say_when(what.happened), "small", "text-2", wrap=True))
        title = Text(title_of(what), "title", wrap=True)
        title.setAccessibleName(title_of(what))
        column.addWidget(title)
        column.addSpacing(4)
        column.addWidget(_chips(shown.entry))
        column.addSpacing(8)
        for words in what.text.split("\n\n"):
            text = Text(words, "reading", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            column.addWidget(text)
            column.addSpacing(6)
        self._facts(shown)
        if shown.files:
            self._files(shown)
        column.addStretch(1)
        column.addWidget(_written(shown))
        if len(shown.versions) > 1:
            column.addWidget(_history(shown.versions))
        self._scroll.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Say nothing."""
        column = self._column
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _facts(self, shown: Shown) -> None:
        what = shown.entry.what
        column = self._column
        people = [(one, False) for one in what.people] + [(one, True) for one in what.witnesses]
        if people:
            chips = ChipFlow()
            for one, witness in people:
                name = shown.people[one].what.name if one in shown.people else ""
                if witness:
                    name = translate("Timeline", "{name}, witness", name=name)
                chips.add(Chip(name, icon="user"))
            column.addWidget(Labelled("user", translate("Timeline", "People"), chips))
        report = what.report
        reported = ", ".join(
            part for part in (report.agency, report.officer, report.badge, report.number) if part
        )
        for icon, label, words in (
            ("map-pin", translate("Timeline", "Place"), what.place),
            ("quotes", translate("Timeline", "Exact words"), what.exact_words),
            ("heart", translate("Timeline", "Effect"), what.effect),
            ("hand", translate("Timeline", "What I did"), what.response),
            ("scales", translate("Timeline", "Report"), reported),
            ("lock-simple", translate("Timeline", "Private note"), what.private_note),
        ):
            if words:
                column.addWidget(Labelled(icon, label, Text(words, "body", wrap=True)))

    def _files(self, shown: Shown) -> None:
        column = self._column
        head = QHBoxLayout()
        spaced(head, margins=(0, 12, 0, 2), gap=8)
        head.addWidget(Text(translate("Timeline", "Evidence"), "strong"))
        head.addWidget(Text(locale().toString(len(shown.files)), "body", "text-3"))
        head.addStretch(1)
        holder = QWidget()
        holder.setLayout(head)
        column.addWidget(holder)
        flow = ChipFlow(gap=10)
        for kept in shown.files:
            picture = QPixmap()
            data = shown.pictures.get(kept.id)
            if data:
                picture.loadFromData(data)
            flow.add(Thumbnail(kept, picture))
        column.addWidget(flow)


def _chips(entry: Entry) -> ChipFlow:
    chips = ChipFlow()
    what = entry.what
    if what.kind is not Kind.NONE:
        chips.add(Chip(kind_name(what.kind), icon=ICONS[what.kind]))
    word = {
        Precision.EXACT: translate("Timeline", "Exact time"),
        Precision.ABOUT: translate("Timeline", "About this time"),
        Precision.BETWEEN: translate("Timeline", "Between two times"),
        Precision.UNKNOWN: translate("Timeline", "Time not known"),
    }[what.happened.precision]
    chips.add(Chip(word, icon="clock"))
    if what.messages:
        count = len(what.messages)
        words = translate("Timeline", "%n message|%n messages", "", count)
        chips.add(Chip(words, icon="chat-text"))
    return chips


def _written(shown: Shown) -> QWidget:
    """Say when it was written down, apart from when it happened: nobody can edit this."""
    entry = shown.entry
    happened = entry.what.happened
    written = entry.recorded_at.astimezone(ZoneInfo(entry.recorded_zone or "UTC"))
    head = translate("Timeline", "Written down {day}", day=long_day(written.date()))
    if happened.start is not None and happened.has_time:
        late = entry.recorded_at - (happened.end or happened.start)
        if timedelta(0) <= late < _SOON:
            head = translate("Timeline", "Written {span} after it happened", span=_span(late))
    line = f"{short_day(written.date())}, {clock(written)}"
    changes = entry.version - 1
    if changes:
        words = translate("Timeline", "Changed %n time.|Changed %n times.", "", changes)
        line = f"{line}. {words}"
    return Seal(head, line)


def _span(late: timedelta) -> str:
    minutes = max(int(late.total_seconds() // 60), 0)
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return translate("Timeline", "%n minute|%n minutes", "", minutes)
    return translate("Timeline", "%n hour|%n hours", "", minutes // 60)


def _history(versions: tuple[EntryVersion, ...]) -> QWidget:
    """Show every earlier version in full, newest first, behind one button."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    spaced(column, margins=(0, 4, 0, 0), gap=6)
    button = Button(translate("Timeline", "See history"), Variant.LINK, size=Size.SMALL)
    button.setCheckable(True)
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    older = QWidget()
    texts = QVBoxLayout(older)
    spaced(texts, gap=4)
    for one in reversed(versions[:-1]):
        texts.addWidget(Line())
        texts.addWidget(Text(_when_saved(one.saved_at), "label", "text-2"))
        words = one.what.text if one.what else translate("Timeline", "Erased for good")
        texts.addWidget(Text(words, "body", wrap=True))
    older.hide()
    button.toggled.connect(older.setVisible)
    column.addWidget(older)
    return holder


def _when_saved(saved_at: datetime) -> str:
    local = saved_at.astimezone()
    return f"{long_day(local.date())}, {clock(local)}"
