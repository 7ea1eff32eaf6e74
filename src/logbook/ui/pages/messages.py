"""Messages: the chats that were brought in, read as they were written, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.ids import ConversationId, MessageId
from logbook.domain.thread import ThreadRow
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks.show_message import Stretch
from logbook.ui.kept_sizes import KeptSizes
from logbook.ui.later import Later
from logbook.ui.message_actions import MessageActions
from logbook.ui.message_search import MessageSearch
from logbook.ui.models import message_reading
from logbook.ui.models.thread import Opened
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import px, spaced
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.message_find import Held
from logbook.ui.widgets.message_pane import MessagePane
from logbook.ui.widgets.messages_left import MessagesLeft
from logbook.ui.widgets.splitter import Splitter
from logbook.ui.widgets.thread_pane import ThreadPane
from logbook.ui.widgets.work_strip import WorkStrip

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_DETAIL_AFTER_MS = 30  # holding an arrow key must not read every message on the way
_LIST_PX, _THREAD_PX, _DETAIL_PX = 290, 590, 330
_NARROW_PX = 1100
LIST, THREAD, DETAIL = range(3)  # what a narrow window shows


class MessagesPage(Page):
    """Conversations, the open one, and the chosen message, from left to right."""

    page_id: ClassVar[str] = "messages"
    help_id: ClassVar[str] = "messages"
    panes_wanted: ClassVar[int] = 3
    heavy: ClassVar[Mapping[type[QWidget], bool]] = {MessagePane: False, MessagesLeft: True}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._narrow = True  # until the width is known: three panes would push the window apart
        self._level = LIST
        self._stale = True  # the lists must be read before they are shown
        self._unopened = 0  # tried in place of one that is gone, once
        self._again: dict[str, int] = {}  # what to open again once the lists are read
        self._linked = 0  # how many messages an entry has that are to be shown
        self._import = Button(translate("Messages", "Import"), Variant.PRIMARY, icon="plus")
        self._import.clicked.connect(self._bring_in)
        self._detail_later = Later(self, _DETAIL_AFTER_MS, self._read_detail)
        self.left = self.part(MessagesLeft)
        self.chat = ThreadPane(desk)
        self.pane = self.part(MessagePane)
        self.acts = MessageActions(desk, self.chat.model)
        self._search = MessageSearch(desk, self.left, self.chat)
        self._later = self._search.later
        self._connect()
        self._split = Splitter(tones=("sunken", "surface", "surface"))
        for part in (self.left, self.chat, self.pane):
            self._split.addWidget(part)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setStretchFactor(2, 0)
        self._split.setSizes([px(_LIST_PX), px(_THREAD_PX), px(_DETAIL_PX)])
        self._sizes = KeptSizes(desk, self._split, "messages panes")
        self._build_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        self.work = WorkStrip(translate("Messages", "Taking the import out again"))
        self.work.focus_left.connect(self._leave_work)
        self.acts.working.connect(self.work.follow)
        whole.addWidget(self.work)
        whole.addWidget(self._stack, 1)
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
        self._search.use_words(words)

    def search_words(self) -> str:
        return self.left.finder.words

    def primary(self) -> QWidget | None:
        return self._import

    def panes(self) -> list[QWidget]:
        return [self.left, self.chat, self.pane]

    def focus_target(self) -> QWidget | None:
        if self._stack.currentWidget() is self._empty:
            return self._empty.button
        if self._narrow and self._level == THREAD:
            return self.chat.view
        return self.left.list_widget()

    def can_go_back(self) -> bool:
        return self._narrow and self._level != LIST

    def step_back(self) -> bool:
        if not self.can_go_back():
            return False
        self._go_to_level(self._level - 1)
        return True

    def on_show(self, **arguments: object) -> None:
        self._sizes.restore()
        message, conversation = arguments.get("message"), arguments.get("conversation")
        linked = arguments.get("linked")
        if isinstance(message, int) and isinstance(linked, Sequence):
            self._show_linked(MessageId(message), [MessageId(one) for one in linked])
        elif isinstance(message, int):
            self.chat.go_to(MessageId(message))
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

    def half_done(self) -> Held | None:
        return self.left.finder.held()

    def go_on(self, half_done: object) -> None:
        if isinstance(half_done, Held):
            self._words = half_done.wanted.match
            self.left.finder.take_over(half_done)

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

    def _build_empty(self) -> None:
        self._empty = EmptyState(
            "chat-text",
            translate("Messages", "No messages here"),
            translate("Messages", "Bring in a chat from WhatsApp, SMS, e-mail and others."),
            translate("Messages", "Import"),
        )
        self._empty.pressed.connect(self._bring_in)

    def _connect(self) -> None:
        left = self.left
        left.listed.connect(self._listed)
        left.conversation_chosen.connect(self._conversation_chosen)
        left.hit_chosen.connect(self._hit_chosen)
        left.pressed.connect(self._list_pressed)
        left.entered.connect(self._list_entered)
        left.failed.connect(self._say_problem)
        left.finder.stepped.connect(self._step)
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
        self.left.read()

    def _listed(self, found: message_reading.Conversations) -> None:
        here = self.chat.model.conversation
        self._stack.setCurrentWidget(self._split if found.total else self._empty)
        if not found.total:
            self.chat.forget()
            self.pane.clear()
        if not found.numbers or (here is not None and self.left.mark(int(here.id))):
            return
        if not self.chat.model.is_opening and not self.left.is_cut:
            self._open_first(found.numbers)

    def _open_first(self, numbers: Sequence[int]) -> None:
        """Open the conversation that was open before, or the latest one."""
        again, self._again = self._again, {}
        same = bool(again) and self.left.mark(again["conversation"])
        number = again["conversation"] if same else numbers[0]
        self.left.mark(number)
        message = MessageId(again["message"]) if same and again["message"] else None
        self.chat.model.show(ConversationId(number), message)

    def _conversation_chosen(self, number: int) -> None:
        here = self.chat.model.conversation
        if here is None or here.id != number or self.chat.model.is_opening:
            self.chat.model.show(ConversationId(number))

    def _hit_chosen(self, message: int) -> None:
        if self.isVisible():
            self.chat.go_to(MessageId(message))

    def _list_pressed(self) -> None:
        if self._narrow:
            self._go_to_level(THREAD)

    def _list_entered(self) -> None:
        if self._narrow:
            self._go_to_level(THREAD)
        else:
            self.chat.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is looked for

    def _stepper(self, step: int) -> Callable[[], None]:
        return lambda: self._step(step)

    def _step(self, step: int) -> None:
        if self.left.step(step) and self._narrow:
            self._go_to_level(THREAD)

    # The thread and what is beside it

    def _show_linked(self, message: MessageId, linked: Sequence[MessageId]) -> None:
        """Open the conversation of a message with all that one entry uses of it ticked."""
        self._linked = len(linked)
        self.chat.model.show(ConversationId(0), message, linked)
        self._go_to_level(THREAD)

    def _opened(self, opened: Opened) -> None:
        finder = self.left.finder
        finder.use_conversation(opened.conversation)
        self.left.mark(int(opened.conversation.id))
        if finder.is_on and finder.here_only:
            self.left.find_again()
        self._say_elsewhere(self._linked - len(self.chat.model.ticked))
        self._linked = 0
        self._detail_later.start()

    def _say_elsewhere(self, count: int) -> None:
        if count > 0:
            self.desk.toast(
                translate(
                    "Messages",
                    "%n more message of this entry is not in this chat|"
                    "%n more messages of this entry are not in this chat",
                    "",
                    count,
                )
            )

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
            then=partial(self._show_original, witness),
            failed=partial(self._miss_original, witness),
            long=True,
        )

    def _show_original(self, witness: object, stretch: Stretch) -> None:
        if self.pane.message.show_original(witness, stretch):
            self.desk.announce(stretch.text)

    def _miss_original(self, witness: object, error: LogbookError) -> None:
        self.pane.message.miss_original(witness)
        self.desk.say_problem(error)

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
        if self.left.finder.is_on:
            self.left.find_again()

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
        numbers = self.left.conversations.numbers
        if self.chat.model.conversation is None and numbers and self._unopened != numbers[0]:
            self._unopened = numbers[0]
            self._open_first(numbers)
        self.desk.say_problem(error, self._list_again)

    # Panes

    def _leave_pane(self) -> None:
        if not self.step_back():
            self.chat.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_work(self) -> None:
        target = self.focus_target()
        if target is not None and self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_chat(self) -> None:
        if not self.step_back():
            self.left.lists.setFocus(Qt.FocusReason.OtherFocusReason)

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
                target = self.chat.view if level == THREAD else self.left.lists
                target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panes(self) -> None:
        self.left.stand_alone(alone=self._narrow)
        panes: tuple[QWidget, ...] = (self.left, self.chat, self.pane)
        for level, part in enumerate(panes):
            part.setVisible(not self._narrow or level == self._level)
        self.bar_changed.emit()
