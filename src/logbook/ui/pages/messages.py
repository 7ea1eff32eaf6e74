"""Messages: the chats that were brought in, read as they were written, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.ids import ConversationId, MessageId
from logbook.domain.message import Conversation
from logbook.domain.thread import Found, HitRow, ThreadRow
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks.show_message import Stretch
from logbook.ui.jobs import Job
from logbook.ui.message_actions import MessageActions
from logbook.ui.models import message_reading
from logbook.ui.models.numbered_list import NumberedList
from logbook.ui.models.thread import Opened
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import px, spaced
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.message_find import MessageFind
from logbook.ui.widgets.message_lists import (
    ConversationDrawing,
    HitDrawing,
    conversation_sentence,
    hit_sentence,
)
from logbook.ui.widgets.message_pane import MessagePane
from logbook.ui.widgets.numbered_view import NumberedView
from logbook.ui.widgets.splitter import Splitter
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.thread_pane import ThreadPane
from logbook.ui.widgets.top_bar import TopBar
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_SEARCH_AFTER_MS = 60
_DETAIL_AFTER_MS = 30  # holding an arrow key must not read every message on the way
_LIST_PX, _THREAD_PX, _DETAIL_PX = 290, 590, 330
_LEAST_LIST_PX = 110
_NARROW_PX = 1100
LIST, THREAD, DETAIL = range(3)  # what a narrow window shows


class MessagesPage(Page):
    """Conversations, the open one, and the chosen message, from left to right."""

    page_id: ClassVar[str] = "messages"
    help_id: ClassVar[str] = "messages"
    panes_wanted: ClassVar[int] = 3

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._narrow = True  # until the width is known: three panes would push the window apart
        self._level = LIST
        self._sized = False
        self._stale = True  # the lists must be read before they are shown
        self._name = ""
        self._words = ""
        self._unopened = 0  # tried in place of one that is gone, once
        self._again: dict[str, int] = {}  # what to open again once the lists are read
        self._finding: Job | None = None
        self._found = Found([], is_cut=False)
        self._import = Button(translate("Messages", "Import"), Variant.PRIMARY, icon="plus")
        self._import.clicked.connect(self._bring_in)
        self._later = _after(self, _SEARCH_AFTER_MS, self._search_now)
        self._detail_later = _after(self, _DETAIL_AFTER_MS, self._read_detail)
        self._build_list()
        self.chat = ThreadPane(desk)
        self.pane = MessagePane()
        self.acts = MessageActions(desk, self.chat.model)
        self._connect()
        self._split = Splitter(tones=("sunken", "surface", "surface"))
        for part in (self._left, self.chat, self.pane):
            self._split.addWidget(part)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setStretchFactor(2, 0)
        self._split.setSizes([px(_LIST_PX), px(_THREAD_PX), px(_DETAIL_PX)])
        self._split.splitterMoved.connect(self._keep_sizes)
        self._build_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self._stack)
        self._show_panes()
        desk.changed.connect(self._something_changed)
        for keys, step in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)  # from the search box, too
            shortcut.activated.connect(self._stepper(step))

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("chat-text", translate("Rail", "Messages"), 2, Section.RECORD)

    def title(self) -> str:
        return translate("Messages", "Messages")

    def search_hint(self) -> str:
        return translate("Messages", "Search messages")

    def search(self, words: str) -> None:
        self._words = words
        self._later.start()

    def primary(self) -> QWidget | None:
        return self._import

    def panes(self) -> list[QWidget]:
        return [self._left, self.chat, self.pane]

    def focus_target(self) -> QWidget | None:
        if self._stack.currentWidget() is self._empty:
            return self._empty.button
        if self._narrow and self._level == THREAD:
            return self.chat.view
        return self._lists.currentWidget()

    def can_go_back(self) -> bool:
        return self._narrow and self._level != LIST

    def step_back(self) -> bool:
        if not self.can_go_back():
            return False
        self._go_to_level(self._level - 1)
        return True

    def on_show(self, **arguments: object) -> None:
        self._restore_sizes()
        message, conversation = arguments.get("message"), arguments.get("conversation")
        if isinstance(message, int):
            at = MessageId(message)
            self.chat.model.show(ConversationId(0), at)
            self._go_to_level(THREAD)
        elif isinstance(conversation, int):
            self.chat.model.show(ConversationId(conversation))
            self._go_to_level(THREAD)
        if self._stale:
            self._list_again()
        self._detail_later.start()

    def place(self) -> dict[str, object]:
        row = self._current()
        if row is not None:
            return {"message": int(row.id)}
        here = self.chat.model.conversation
        return {"conversation": int(here.id)} if here is not None else {}

    def set_width(self, effective_px: int) -> None:
        narrow = effective_px < _NARROW_PX
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_panes()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for timer in (self._later, self._detail_later):
            timer.stop()  # nothing may be asked of a book that is being closed

    # What the page is made of

    def _build_list(self) -> None:
        desk = self.desk
        self.finder = MessageFind()
        self.conversations: NumberedList[Conversation] = NumberedList(
            desk, message_reading.read_conversations, conversation_sentence
        )
        self.hits: NumberedList[HitRow] = NumberedList(
            desk, message_reading.read_hits, hit_sentence
        )
        self.conversation_view = NumberedView(
            self.conversations, ConversationDrawing, translate("Messages", "Conversations")
        )
        self.hit_view = NumberedView(
            self.hits, HitDrawing, translate("Messages", "Messages that match")
        )
        self._no_names = EmptyState(
            "magnifying-glass",
            translate("Messages", "No conversation has this name"),
            translate("Messages", "Part of a name or a number is enough."),
        )
        self._no_hits = EmptyState(
            "magnifying-glass",
            translate("Messages", "No message matches"),
            translate("Messages", "Other words or fewer filters may find more."),
        )
        self._lists = QStackedWidget()
        self._lists.setMinimumHeight(px(_LEAST_LIST_PX))  # what stands instead may not push
        for part in (self.conversation_view, self.hit_view, self._no_names, self._no_hits):
            self._lists.addWidget(part)
        self._left = Surface("sunken")
        self._left.setMinimumWidth(px(240))
        column = QVBoxLayout(self._left)
        spaced(column, gap=0)
        column.addWidget(self.finder)
        holder = QVBoxLayout()
        spaced(holder, margins=(8, 0, 0, 0))
        holder.addWidget(self._lists)
        column.addLayout(holder, 1)

    def _build_empty(self) -> None:
        self._empty = EmptyState(
            "chat-text",
            translate("Messages", "No messages here"),
            translate("Messages", "Bring in a chat from WhatsApp, SMS, e-mail and others."),
            translate("Messages", "Import"),
        )
        self._empty.pressed.connect(self._bring_in)

    def _connect(self) -> None:
        self.finder.named.connect(self._names_changed)
        self.finder.changed.connect(self._find_again)
        self.finder.stepped.connect(self._step)
        for view, chosen in (
            (self.conversation_view, self._conversation_chosen),
            (self.hit_view, self._hit_chosen),
        ):
            view.selectionModel().currentRowChanged.connect(chosen)
            view.clicked.connect(self._list_pressed)
            view.activated.connect(self._list_entered)
        for model in (self.conversations, self.hits):
            model.failed.connect(self._say_problem)
        self.chat.model.failed.connect(self._cannot_open)
        self.chat.model.opened.connect(self._opened)
        self.chat.current_changed.connect(self._detail_later.start)
        self.chat.opened.connect(self._to_detail)
        self.chat.file_pressed.connect(self.acts.show_file)
        self.chat.bar.make_pressed.connect(lambda: self.acts.make_entry(self._current()))
        self.chat.bar.add_pressed.connect(lambda: self.acts.add_to_entry(self._current()))
        self.chat.bar.kind_chosen.connect(lambda kind: self.acts.give_kind(kind, self._current()))
        message, about = self.pane.message, self.pane.about
        message.file_pressed.connect(self.acts.show_evidence)
        message.entry_pressed.connect(self.acts.show_entry)
        message.unlink_pressed.connect(self._unlink)
        message.original_pressed.connect(self._read_original)
        message.save_pressed.connect(self.acts.save_copy)
        about.save_pressed.connect(self.acts.save_export)
        about.undo_pressed.connect(self.acts.ask_undo_import)
        self.pane.side_changed.connect(self._read_detail)
        self.pane.left.connect(self._leave_pane)
        self.chat.left.connect(self._leave_chat)
        self.acts.changed.connect(self._messages_changed)

    # The lists on the left

    def _list_again(self) -> None:
        self._stale = False
        self.desk.on_vault(
            message_reading.find_conversations,
            self._name,
            then=self._show_conversations,
            failed=self._say_problem,
        )

    def _show_conversations(self, found: message_reading.Conversations) -> None:
        if found.name != self._name:
            return
        here = self.chat.model.conversation
        self.conversations.show(found.numbers)
        self._stack.setCurrentWidget(self._split if found.total else self._empty)
        if not found.total:
            self.chat.forget()
            self.pane.clear()
        self._show_list()
        if not found.numbers:
            return
        at = self.conversations.place_of(int(here.id)) if here is not None else None
        if at is not None:
            self._choose_quietly(self.conversation_view, at)
        elif not self.chat.model.is_opening and not self._name:
            self._open_first()

    def _open_first(self) -> None:
        """Open the conversation that was open before, or the latest one."""
        again, self._again = self._again, {}
        at = self.conversations.place_of(again.get("conversation", 0)) or 0
        same = bool(again) and self.conversations.numbers[at] == again["conversation"]
        message = MessageId(again["message"]) if same and again["message"] else None
        self._choose_quietly(self.conversation_view, at)
        self.chat.model.show(ConversationId(self.conversations.numbers[at]), message)

    def _choose_quietly(self, view: NumberedView, row: int) -> None:
        view.selectionModel().blockSignals(True)
        view.choose(row)
        view.selectionModel().blockSignals(False)
        view.viewport().update()

    def _names_changed(self, name: str) -> None:
        self._name = name
        self._list_again()

    def _show_list(self) -> None:
        if self.finder.is_on:
            shown = self.hit_view if self.hits.rowCount() else self._no_hits
        else:
            shown = self.conversation_view if self.conversations.rowCount() else self._no_names
        had_focus = self.conversation_view.hasFocus() or self.hit_view.hasFocus()
        self._lists.setCurrentWidget(shown)
        self._lists.setFocusProxy(shown)
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _conversation_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            number = self.conversations.numbers[index.row()]
            here = self.chat.model.conversation
            if here is None or here.id != number or self.chat.model.is_opening:
                self.chat.model.show(ConversationId(number))

    def _hit_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            self.chat.go_to(MessageId(self.hits.numbers[index.row()]))

    def _list_pressed(self, _index: QModelIndex) -> None:
        if self._narrow:
            self._go_to_level(THREAD)

    def _list_entered(self, _index: QModelIndex) -> None:
        if self._narrow:
            self._go_to_level(THREAD)
        else:
            self.chat.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is looked for

    def _search_now(self) -> None:
        self.finder.use_words(self._words)

    def _find_again(self) -> None:
        """Look for other messages; what was found before stays until then."""
        self._later.stop()
        if self._finding is not None:
            self._finding.cancel()
            self._finding = None
        if not self.finder.words and self._words:
            self._empty_search_box()
        self.chat.use_words(self.finder.words)
        wanted = self.finder.wanted()
        if not wanted.is_on:
            self.finder.say_found("", can_step=False)
            self._found = Found([], is_cut=False)
            self._show_list()
            return
        self._finding = self.desk.on_vault(
            message_reading.find_messages,
            wanted,
            then=self._show_found,
            failed=self._say_problem,
            long=True,
        )

    def _show_found(self, found: Found) -> None:
        self._finding = None
        self._found = found
        self.hit_view.words = self.finder.words
        before = self.hit_view.currentIndex().row()
        chosen = self.hits.numbers[before] if before >= 0 else 0
        self.hits.show(found.ids, self.finder.words)
        at = self.hits.place_of(chosen)
        if at is not None:
            self._choose_quietly(self.hit_view, at)
        count = locale().toString(len(found.ids))
        words = translate("Messages", "%n message|%n messages", "", len(found.ids))
        if found.is_cut:
            words = translate("Messages", "The newest {count}", count=count)
        if self.finder.words:
            words = translate(
                "Messages", "{count} with “{words}”", count=words, words=self.finder.words
            )
        self.finder.say_found(words, can_step=bool(found.ids))
        self._show_list()
        self.desk.announce(words)

    def _empty_search_box(self) -> None:
        """The words of a search that was cleared must not stay in the bar."""
        bar = getattr(self.desk.window(), "bar", None)
        self._words = ""
        if isinstance(bar, TopBar):
            bar.search.forget()

    def _stepper(self, step: int) -> Callable[[], None]:
        return lambda: self._step(step)

    def _step(self, step: int) -> None:
        """Go to the next thing found, round at the ends."""
        total = self.hits.rowCount()
        if total and self.finder.is_on:
            before = self.hit_view.currentIndex().row()
            self.hit_view.choose((before + step) % total if before >= 0 or step > 0 else total - 1)
            if self._narrow:
                self._go_to_level(THREAD)

    # The thread and what is beside it

    def _opened(self, opened: Opened) -> None:
        self.finder.use_conversation(opened.conversation)
        at = self.conversations.place_of(int(opened.conversation.id))
        if at is not None:
            self._choose_quietly(self.conversation_view, at)
        if self.finder.is_on and self.finder.here_only:
            self._find_again()
        self._detail_later.start()

    def _current(self) -> ThreadRow | None:
        return self.chat.current()

    def _read_detail(self) -> None:
        if not self.isVisible():
            return  # read when the page is shown again
        here, row = self.chat.model.conversation, self._current()
        if here is None:
            self.pane.clear()
        elif self.pane.is_about:
            self.desk.on_vault(
                message_reading.read_conversation,
                here.id,
                then=self.pane.show_conversation,
                failed=self._detail_failed,
            )
        elif row is not None:
            self.desk.on_vault(
                message_reading.read_message,
                row.id,
                then=self.pane.show_message,
                failed=self._detail_failed,
            )
        else:
            self.pane.message.clear()

    def _detail_failed(self, error: LogbookError) -> None:
        self.pane.clear()
        self.desk.say_problem(error, self._read_detail)

    def _read_original(self, witness: object) -> None:
        self.desk.on_vault(
            message_reading.read_original,
            witness,
            then=self._show_original,
            long=True,
        )

    def _show_original(self, stretch: Stretch) -> None:
        self.pane.message.show_original(stretch)
        self.desk.announce(stretch.text)

    def _unlink(self, entry: object) -> None:
        row = self._current()
        if row is not None:
            self.acts.unlink(entry, row.id)

    def _messages_changed(self, gone: bool) -> None:  # noqa: FBT001 - a signal's own value
        """Read again what is shown; `gone`: an import was undone, so rows went away."""
        if gone:
            self._open_again()
            self._list_again()
        else:
            self.chat.model.read_again()
            self._read_detail()
        if self.finder.is_on:
            self._find_again()

    def _open_again(self) -> None:
        """Come back to the conversation and the message once the lists are read."""
        here, row = self.chat.model.conversation, self._current()
        if here is not None:
            self._again = {"conversation": int(here.id), "message": int(row.id) if row else 0}
        self.chat.forget()
        self.pane.clear()

    def _something_changed(self, what: object) -> None:
        """Take in what other pages changed: an import, entries linked to messages, their files."""
        if what == "messages":
            self._open_again()
            self._stale = True
            if self.isVisible():
                self._list_again()
        elif what in {"entries", "evidence"}:
            self.chat.model.read_again()
            if self.isVisible():
                self._detail_later.start()

    def _say_problem(self, error: LogbookError) -> None:
        self.desk.say_problem(error, self._list_again)

    def _bring_in(self) -> None:
        self.desk.go("import_messages")

    def _cannot_open(self, error: LogbookError) -> None:
        """Say why, and open another conversation where none is open."""
        if self.chat.model.conversation is None and self.conversations.rowCount():
            self._choose_quietly(self.conversation_view, 0)
            if self._unopened != self.conversations.numbers[0]:
                self._unopened = self.conversations.numbers[0]
                self.chat.model.show(ConversationId(self._unopened))
        self.desk.say_problem(error, self._list_again)

    # Panes

    def _leave_pane(self) -> None:
        if not self.step_back():
            self.chat.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_chat(self) -> None:
        if not self.step_back():
            self._lists.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_detail(self) -> None:
        if self._narrow:
            self._go_to_level(DETAIL)
        self.pane.take_focus()

    def _go_to_level(self, level: int) -> None:
        self._level = level
        self._show_panes()
        if self._narrow and self.isVisible():
            if level == DETAIL:
                self.pane.take_focus()
            else:
                target = self.chat.view if level == THREAD else self._lists
                target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panes(self) -> None:
        panes: tuple[QWidget, ...] = (self._left, self.chat, self.pane)
        for level, part in enumerate(panes):
            part.setVisible(not self._narrow or level == self._level)
        self.bar_changed.emit()

    def _restore_sizes(self) -> None:
        sizes = self.desk.setting("messages panes", None)
        fits = isinstance(sizes, list) and all(isinstance(one, int) and one > 0 for one in sizes)
        if fits and not self._sized:
            self._split.setSizes(sizes)
        self._sized = True

    def _keep_sizes(self) -> None:
        self.desk.keep_setting("messages panes", self._split.sizes())


def _after(page: QWidget, wait_ms: int, act: Callable[[], object]) -> QTimer:
    timer = QTimer(page)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(act)
    return timer
