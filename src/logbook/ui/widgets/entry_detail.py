"""The chosen entry beside the list: what happened, what belongs to it, and how it changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.entry import EntryText, EntryVersion, Kind, title_of
from logbook.domain.evidence import Evidence
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import Person
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks import say_date
from logbook.tasks.say_problem import say_file_note, say_file_problem
from logbook.ui.failures import tone_for, words_for
from logbook.ui.models.timeline_reading import Shown
from logbook.ui.style import limited, px, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.labelled import Labelled, Seal
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail
from logbook.ui.words import clock, how_long, locale, long_day, short_day

_READING_PX = 680
_AT_ONCE = timedelta(minutes=2)
_SOON = timedelta(hours=24)
_PARAGRAPHS_MOST = 400  # a text with more of them is shown in one piece


class EntryDetail(Surface):
    """Says one entry in full. What can be pressed is handed to the page.

    `adding` is the page's row for files on their way, which stands under the buttons.
    """

    edit_pressed = Signal()
    add_files_pressed = Signal()
    remove_pressed = Signal()
    restore_pressed = Signal()
    erase_pressed = Signal()
    back_pressed = Signal()
    file_pressed = Signal(object)  # Evidence

    def __init__(self, adding: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._shown: Shown | None = None
        self.edit = Button(translate("Timeline", "Edit"), icon="pencil-simple", size=Size.SMALL)
        self.add = Button(translate("Timeline", "Add evidence"), icon="paperclip", size=Size.SMALL)
        self.remove = IconButton(
            "trash", translate("Timeline", "Move to the bin"), key="Del", size=Size.SMALL
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
        self._kept_buttons = (self.edit, self.add, self.remove)
        self._bin_buttons = (self.restore, self.erase)
        self._build(adding)
        for button, pressed in (
            (self.edit, self.edit_pressed),
            (self.add, self.add_files_pressed),
            (self.remove, self.remove_pressed),
            (self.restore, self.restore_pressed),
            (self.erase, self.erase_pressed),
            (self.back, self.back_pressed),
        ):
            button.clicked.connect(pressed)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back_pressed)

    def show_entry(self, shown: Shown) -> None:
        """Say another entry."""
        self.clear()
        self._shown = shown
        self._show_buttons(removed=shown.entry.removed)
        column = self._column
        what = shown.entry.what
        column.addWidget(Text(_begun_large(_when(what)), "small", "text-2", wrap=True))
        column.addWidget(Text(title_of(what), "title", wrap=True))
        column.addSpacing(px(4))
        column.addWidget(_chips(what))
        column.addSpacing(px(8))
        for words in _paragraphs(what.text):
            text = Text(words, "reading", wrap=True)
            limited(text, width=_READING_PX)
            column.addWidget(text)
            column.addSpacing(px(6))
        if shown.files:
            self._files(shown)
        self._facts(shown)
        column.addStretch(1)
        column.addSpacing(px(10))
        column.addWidget(_written(shown))
        if len(shown.versions) > 1:
            column.addWidget(History(shown.versions))
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

    @property
    def files(self) -> tuple[Evidence, ...]:
        """The files of the entry on show."""
        return self._shown.files if self._shown is not None else ()

    @property
    def heading(self) -> str:
        """The title of the entry on show."""
        return title_of(self._shown.entry.what) if self._shown is not None else ""

    def clear(self) -> None:
        """Say nothing."""
        self._shown = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self, adding: QWidget | None) -> None:
        bar = QHBoxLayout()
        spaced(bar, margins=(24, 14, 16, 8), gap=8)
        for button in (self.back, self.edit, self.add, self.restore, self.erase):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.remove)
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
        self._show_buttons(removed=False)

    def _show_buttons(self, *, removed: bool) -> None:
        for button in self._kept_buttons:
            button.setVisible(not removed)
        for button in self._bin_buttons:
            button.setVisible(removed)

    def _facts(self, shown: Shown) -> None:
        what = shown.entry.what
        column = self._column
        people = [(one, False) for one in what.people] + [(one, True) for one in what.witnesses]
        if people:
            chips = ChipFlow()
            for one, witness in people:
                chips.add(Chip(_name_of(shown.people.get(one), witness=witness), icon="user"))
            column.addWidget(Labelled("user", translate("Timeline", "People"), chips))
        report = what.report
        outcome = {
            "reported": translate("Timeline", "report taken"),
            "refused": translate("Timeline", "report refused"),
        }.get(report.outcome, "")
        told = (report.agency, report.officer, report.badge, report.number, outcome, report.notes)
        for icon, label, words in (
            ("map-pin", translate("Timeline", "Place"), what.place),
            ("quotes", translate("Timeline", "Exact words"), what.exact_words),
            ("heart", translate("Timeline", "Effect"), what.effect),
            ("hand", translate("Timeline", "What I did"), what.response),
            ("scales", translate("Timeline", "Report"), ", ".join(filter(None, told))),
            ("lock-simple", translate("Timeline", "Private note"), what.private_note),
        ):
            if words:
                column.addWidget(Labelled(icon, label, Text(words, "body", wrap=True)))

    def _files(self, shown: Shown) -> None:
        head = QHBoxLayout()
        spaced(head, margins=(0, 10, 0, 2), gap=8)
        head.addWidget(Text(translate("Timeline", "Evidence"), "strong"))
        head.addWidget(Text(locale().toString(len(shown.files)), "body", "text-3"))
        head.addStretch(1)
        holder = QWidget()
        holder.setLayout(head)
        self._column.addWidget(holder)
        flow = ChipFlow(gap=10)
        act = translate("Timeline", "Look at this file")
        for kept in shown.files:
            tile = Thumbnail(kept, shown.pictures.get(int(kept.id)), act)
            tile.clicked.connect(self._file_clicked)
            flow.add(tile)
        self._column.addWidget(flow)
        for kept in shown.files:
            told = say_file_problem(kept.problem) if kept.problem else ""
            why = " ".join(filter(None, (told, *map(say_file_note, kept.notes))))
            if why:
                words = translate("Timeline", "{name}: {why}", name=kept.name, why=why)
                self._column.addWidget(Text(words, "small", "text-2", wrap=True))
        self._column.addSpacing(px(8))

    def _file_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, Thumbnail):
            self.file_pressed.emit(tile.kept)


class History(QWidget):
    """Every earlier version in full, newest first, behind one button."""

    def __init__(self, versions: tuple[EntryVersion, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(translate("Timeline", "See history"), Variant.LINK, size=Size.SMALL)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggled)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.older = QWidget()
        texts = QVBoxLayout(self.older)
        spaced(texts, gap=4)
        for one in reversed(versions[:-1]):
            texts.addWidget(Line())
            saved = translate("Timeline", "As saved {when}", when=_when_saved(one.saved_at))
            texts.addWidget(Text(saved, "label", "text-2", wrap=True))
            if one.what is None:
                texts.addWidget(Text(translate("Timeline", "Deleted for good"), "body", "text-3"))
                continue
            texts.addWidget(Text(_when(one.what), "small", "text-2", wrap=True))
            texts.addWidget(Text(one.what.text, "body", wrap=True))
        self.older.hide()
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 4, 0, 0), gap=6)
        column.addLayout(row)
        column.addWidget(self.older)

    def _toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self.older.setVisible(shown)
        self.button.setText(
            translate("Timeline", "Hide history") if shown else translate("Timeline", "See history")
        )


def _paragraphs(text: str) -> list[str]:
    parts = [part.strip("\n") for part in text.split("\n\n")]
    return parts if len(parts) <= _PARAGRAPHS_MOST else [text]


def _begun_large(words: str) -> str:
    """Return words that stand alone with a capital at their start."""
    return words[:1].upper() + words[1:]


def _when(what: EntryText) -> str:
    """Return when it happened in full; words that are no date are shown as they were typed."""
    happened = what.happened
    if happened.precision is Precision.UNKNOWN and happened.raw:
        return translate(
            "Timeline", "“{words}”, {when}", words=happened.raw, when=say_date.say_when(happened)
        )
    return say_date.say_when(happened)


def _name_of(person: Person | None, *, witness: bool) -> str:
    name = person.what.name if person is not None else translate("Timeline", "Someone taken out")
    return translate("Timeline", "{name}, witness", name=name) if witness else name


def _chips(what: EntryText) -> ChipFlow:
    chips = ChipFlow()
    if what.kind is not Kind.NONE:
        chips.add(Chip(kind_name(what.kind), icon=ICONS[what.kind]))
    word = {
        Precision.EXACT: translate("Timeline", "Exact time"),
        Precision.ABOUT: translate("Timeline", "About this time"),
        Precision.BETWEEN: translate("Timeline", "Between two times"),
        Precision.UNKNOWN: translate("Timeline", "Time not known"),
    }[what.happened.precision]
    if what.happened.precision is Precision.EXACT and not what.happened.has_time:
        word = translate("Timeline", "Day known, not the time")
    chips.add(Chip(word, icon="clock"))
    if what.messages:
        words = translate("Timeline", "%n message|%n messages", "", len(what.messages))
        chips.add(Chip(words, icon="chat-text"))
    return chips


def _written(shown: Shown) -> QWidget:
    """Say when it was written down, apart from when it happened: nobody can edit this."""
    entry = shown.entry
    happened = entry.what.happened
    written = entry.recorded_at.astimezone(ZoneInfo(entry.recorded_zone or "UTC"))
    head = _how_late(happened, entry.recorded_at, written)
    line = f"{short_day(written.date())}, {clock(written)}"
    changes = entry.version - 1
    if changes:
        words = translate("Timeline", "Changed %n time.|Changed %n times.", "", changes)
        line = f"{line}. {words}"
    return Seal(head, line)


def _how_late(happened: Moment, recorded_at: datetime, written: datetime) -> str:
    """Say how long after it happened it was written, no more exactly than both are known."""
    end = happened.end or happened.start
    if end is None or recorded_at < (happened.start or end):
        return translate("Timeline", "Written down")
    late = max(recorded_at - end, timedelta(0))
    to_the_minute = happened.has_time and happened.precision is not Precision.ABOUT
    if to_the_minute and late < _AT_ONCE:
        return translate("Timeline", "Written at once")
    if to_the_minute and late < _SOON:
        return translate("Timeline", "Written {span} after it happened", span=how_long(late))
    days = (written.date() - end.astimezone(written.tzinfo).date()).days
    if days <= 0:
        return translate("Timeline", "Written on the same day")
    if days == 1:
        return translate("Timeline", "Written on the day after")
    return translate(
        "Timeline", "Written %n day after it happened|Written %n days after it happened", "", days
    )


def _when_saved(saved_at: datetime) -> str:
    local = saved_at.astimezone()
    return f"{long_day(local.date())}, {clock(local)}"
