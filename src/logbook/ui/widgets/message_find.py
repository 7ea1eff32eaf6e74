"""The head of the list of conversations: find one by name, and what messages to look for."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.domain.entry import Kind
from logbook.domain.message import Conversation
from logbook.domain.thread import Wanted
from logbook.i18n import translate
from logbook.ui.later import Later
from logbook.ui.models.name_list import NameList
from logbook.ui.style import at_least, spaced
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.choice import Check, Segmented
from logbook.ui.widgets.day_span import Days, DaySpan
from logbook.ui.widgets.field import Field, SearchField, Select
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.surface import ScrollColumn
from logbook.ui.widgets.text import Text

_NAME_AFTER_MS = 180
_PANEL_LEAST_PX = 90
_READ_AFTER_MS = 500  # half a date is no mistake yet


class Held(NamedTuple):
    """What is looked for, and what is open for it."""

    wanted: Wanted
    name: str  # of a conversation
    here_only: bool
    panel: bool


class MessageFind(QWidget):
    """`changed` comes with everything that cuts what is found; words come from the bar."""

    named = Signal(str)  # words of the name of a conversation
    changed = Signal()
    stepped = Signal(int)  # to the next thing found, or the one before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._conversation: Conversation | None = None
        self._days = Days()
        self.name = SearchField(
            translate("Messages", "Find a conversation"), translate("Messages", "Find by name")
        )
        self.name.searched.connect(self._name_typed)
        self.button = IconButton(
            "funnel-simple", translate("Messages", "Find messages by sender, days, kind or files")
        )
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggled)
        self._name_later = Later(self, _NAME_AFTER_MS, self._say_name)
        self._days_later = Later(self, _READ_AFTER_MS, self._read_days)
        head = QHBoxLayout()
        spaced(head, gap=8)
        head.addWidget(self.name, 1)
        head.addWidget(self.button)
        self._build_panel()
        self._build_found()
        column = QVBoxLayout(self)
        spaced(column, margins=(20, 14, 10, 6), gap=8)
        column.addLayout(head)
        column.addWidget(self.panel)
        column.addWidget(self.found)

    @property
    def is_on(self) -> bool:
        """True when messages are looked for."""
        return self.wanted().is_on

    @property
    def words(self) -> str:
        """The words looked for."""
        return self._words

    def wanted(self) -> Wanted:
        """Return what to look for."""
        here = self._conversation
        sender = self._senders.name_of(self.who.currentIndex())
        me = translate("Messages", "You")
        return Wanted(
            match=self._words,
            conversation=here.id if here is not None and self.here_only else None,
            sender="" if sender == me else sender,
            from_me=sender == me,
            first_day=self._days.first,
            last_day=self._days.last,
            given=Kind(str(self.kind.currentData() or "")),
            with_files=self.files.isChecked(),
        )

    @property
    def here_only(self) -> bool:
        """True when only the open conversation is searched."""
        return bool(self.scope.value())

    def held(self) -> Held | None:
        """Return everything that is looked for, for another page in this place."""
        held = Held(self.wanted(), self.name.text(), self.here_only, self.button.isChecked())
        return held if held.wanted.is_on or held.name or held.panel else None

    def take_over(self, held: Held) -> None:
        """Look for what another page in this place looked for."""
        wanted = held.wanted
        self._words = wanted.match
        self._days = Days(wanted.first_day, wanted.last_day)
        for part in (self.who, self.kind, self.files, self.scope, self.name):
            part.blockSignals(True)
        sender = translate("Messages", "You") if wanted.from_me else wanted.sender
        if sender:
            self._senders.show([sender])  # until the people of the conversation are known
            self.who.setCurrentIndex(1)
        self.kind.setCurrentIndex(max(self.kind.findData(wanted.given.value), 0))
        self.files.setChecked(wanted.with_files)
        self.scope.choose(held.here_only)
        self.name.setText(held.name)
        for part in (self.who, self.kind, self.files, self.scope, self.name):
            part.blockSignals(False)
        self.span.show_days(self._days)
        self.button.setChecked(held.panel)
        if held.name:
            self._say_name()
        self.changed.emit()

    def use_words(self, words: str) -> None:
        """Look for other words."""
        self._words = words.strip()
        self.changed.emit()

    def use_conversation(self, conversation: Conversation | None) -> None:
        """Offer the people of another conversation."""
        before, self._conversation = self._conversation, conversation
        if conversation is None or (before is not None and before.id == conversation.id):
            return
        chosen = self._senders.name_of(self.who.currentIndex())
        me = translate("Messages", "You")
        people = [me, *conversation.participants]
        self.who.blockSignals(True)
        self._senders.show(people)
        self.who.setCurrentIndex(people.index(chosen) + 1 if chosen in people else 0)
        self.who.blockSignals(False)

    def clear(self) -> None:
        """Look for nothing."""
        self._words = ""
        self._days = Days()
        self._days_later.stop()
        for part in (self.who, self.kind, self.files):
            part.blockSignals(True)
        self.who.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        self.files.setChecked(False)
        for part in (self.who, self.kind, self.files):
            part.blockSignals(False)
        self.span.clear()
        self.button.setChecked(False)
        self.changed.emit()

    def say_found(self, words: str, *, can_step: bool) -> None:
        """Say how many messages were found; empty: nothing is looked for."""
        self.found.setVisible(bool(words))
        self._count.setText(words)
        for button in (self.before, self.next):
            button.setEnabled(can_step)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for timer in (self._name_later, self._days_later):
            timer.stop()

    def _build_panel(self) -> None:
        self.who = Select(translate("Messages", "Sender"))
        self._senders = NameList(translate("Messages", "From anyone"))
        self.who.show_names(self._senders)
        self.who.currentIndexChanged.connect(self._cut)
        self.kind = Select(translate("Messages", "Kind"))
        self.kind.addItem(translate("Messages", "Of any kind"), "")
        for one in ICONS:
            self.kind.addItem(kind_name(one), one.value)
        self.kind.currentIndexChanged.connect(self._cut)
        self.files = Check(translate("Messages", "With files"))
        self.files.toggled.connect(self._cut)
        self.span = DaySpan()
        self.span.edited.connect(self._days_later.start)
        for field in (self.span.first, self.span.last):
            field.line.left_field.connect(self._read_days)
            field.line.returnPressed.connect(self._read_days)
        column = QVBoxLayout()
        spaced(column, margins=(0, 0, 2, 4), gap=8)
        self.panel = _Panel(column)
        column.addWidget(Field(translate("Messages", "Sender"), self.who))
        column.addWidget(self.span)
        column.addWidget(Field(translate("Messages", "Kind"), self.kind))
        column.addWidget(self.files)
        self.panel.hide()

    def _build_found(self) -> None:
        self._count = Text("", "small", "text-2", elide=True)
        self.before = IconButton(
            "caret-up", translate("Messages", "Newer match"), key="Shift+F3", size=Size.SMALL
        )
        self.next = IconButton(
            "caret-down", translate("Messages", "Older match"), key="F3", size=Size.SMALL
        )
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.stop = Button(translate("Messages", "Clear"), Variant.LINK, size=Size.SMALL)
        self.stop.clicked.connect(self.clear)
        self.scope = Segmented(
            translate("Messages", "Where to look"),
            (
                (False, translate("Messages", "All conversations")),
                (True, translate("Messages", "This one")),
            ),
        )
        self.scope.chosen.connect(self._cut)
        row = QHBoxLayout()
        spaced(row, gap=4)
        row.addWidget(self._count, 1)
        row.addWidget(self.before)
        row.addWidget(self.next)
        row.addWidget(self.stop)
        self.found = QWidget()
        column = QVBoxLayout(self.found)
        spaced(column, margins=(0, 2, 4, 2), gap=6)
        column.addWidget(self.scope, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(row)
        self.found.hide()

    def _toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self.panel.setVisible(shown)
        if shown:
            self.who.setFocus()

    def _name_typed(self, _words: str) -> None:
        self._name_later.start()

    def _say_name(self) -> None:
        self.named.emit(self.name.text().strip())

    def _cut(self, _value: object = None) -> None:
        self.changed.emit()

    def _read_days(self) -> None:
        """Take the days; where they cannot be read, those from before stay."""
        self._days_later.stop()
        days = self.span.read()
        if days is not None and days != self._days:
            self._days = days
            self.changed.emit()


class _Panel(ScrollColumn):
    """As high as its fields; in a low window they scroll, and the list below keeps some room."""

    def __init__(self, column: QVBoxLayout) -> None:
        super().__init__(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        at_least(self, height=_PANEL_LEAST_PX)
        self.body.installEventFilter(self)

    def sizeHint(self) -> QSize:
        hint = self.body.minimumSizeHint()
        return QSize(hint.width(), hint.height() + 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
