"""Messages: the chats that were brought in, read as they were written, and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.ids import ConversationId, MessageId
from logbook.i18n import translate
from logbook.ui.chat_opening import ChatOpening
from logbook.ui.kept_sizes import KeptSizes
from logbook.ui.message_actions import MessageActions
from logbook.ui.message_search import MessageSearch
from logbook.ui.message_showing import MessageShowing
from logbook.ui.models.message_reading import Conversations
from logbook.ui.models.thread import Opened
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import look, px, spaced
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
        self._import = Button(translate("Messages", "Import"), Variant.PRIMARY, icon="plus")
        self._import.clicked.connect(self._bring_in)
        self.left = self.part(MessagesLeft)
        self.chat = ThreadPane(desk)
        self.pane = self.part(MessagePane)
        self.acts = MessageActions(desk, self.chat.model)
        self.finding = MessageSearch(desk, self.left, self.chat)
        self.opening = ChatOpening(desk, self.left, self.chat)
        self.showing = MessageShowing(desk, self.chat, self.pane)
        self.work = WorkStrip(translate("Messages", "Taking the import out again"))
        self.empty = EmptyState(
            "chat-text",
            translate("Messages", "No messages here"),
            translate("Messages", "Bring in a chat from WhatsApp, SMS, e-mail and others."),
            translate("Messages", "Import"),
        )
        self._lay_out()
        self._connect_lists()
        self._connect_thread()
        self._connect_pane()
        self._add_keys()
        self._show_panes()
        desk.changed.connect(self._something_changed)

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("chat-text", translate("Rail", "Messages"), 2, Section.RECORD)

    def title(self) -> str:
        return translate("Messages", "Messages")

    def search_hint(self) -> str:
        return translate("Messages", "Search messages")

    def search(self, words: str) -> None:
        self.finding.use_words(words)

    def search_words(self) -> str:
        return self.left.finder.words

    def primary(self) -> QWidget | None:
        return self._import

    def panes(self) -> list[QWidget]:
        return [self.left, self.chat, self.pane]

    def focus_target(self) -> QWidget | None:
        if self._stack.currentWidget() is self.empty:
            return self.empty.button
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
            self.opening.open_linked(MessageId(message), [MessageId(one) for one in linked])
            self._go_to_level(THREAD)
        elif isinstance(message, int):
            self.chat.go_to(MessageId(message))
            self._go_to_level(THREAD)
        elif isinstance(conversation, int):
            self.chat.model.show(ConversationId(conversation))
            self._go_to_level(THREAD)
        self.opening.list_if_stale()
        self.showing.later.start()

    def place(self) -> dict[str, object]:
        row = self.chat.current()
        if row is not None:
            return {"message": int(row.id)}
        here = self.chat.model.conversation
        return {"conversation": int(here.id)} if here is not None else {}

    def half_done(self) -> Held | None:
        return self.left.finder.held()

    def go_on(self, half_done: object) -> None:
        if isinstance(half_done, Held):
            self.finding.go_on(half_done)

    def set_width(self, effective_px: int) -> None:
        narrow = effective_px < _NARROW_PX
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_panes()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for timer in (self.finding.later, self.showing.later):
            timer.stop()  # nothing may be asked of a book that is being closed

    # What the page is made of

    def _lay_out(self) -> None:
        self._split = Splitter(tones=("sunken", "surface", "surface"))
        for part in (self.left, self.chat, self.pane):
            self._split.addWidget(part)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setStretchFactor(2, 0)
        self._split.setSizes([px(_LIST_PX), px(_THREAD_PX), px(_DETAIL_PX)])
        self._sizes = KeptSizes(self.desk, self._split, "messages panes")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        look().dressing.dress_in_parts(self._stack)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self.work)
        whole.addWidget(self._stack, 1)

    def _connect_lists(self) -> None:
        self.empty.pressed.connect(self._bring_in)
        self.left.listed.connect(self._listed)
        self.left.conversation_chosen.connect(self.opening.open)
        self.left.hit_chosen.connect(self._hit_chosen)
        self.left.pressed.connect(self._list_pressed)
        self.left.entered.connect(self._list_entered)
        self.left.finder.stepped.connect(self._step)

    def _connect_thread(self) -> None:
        bar = self.chat.bar
        self.chat.model.opened.connect(self._opened)
        self.chat.current_changed.connect(self.showing.later.start)
        self.chat.opened.connect(self._to_detail)
        self.chat.file_pressed.connect(self.acts.show_file)
        self.chat.left.connect(self._leave_chat)
        bar.make_pressed.connect(lambda: self.acts.make_entry(self.chat.current()))
        bar.add_pressed.connect(lambda: self.acts.add_to_entry(self.chat.current()))
        bar.kind_chosen.connect(lambda kind: self.acts.give_kind(kind, self.chat.current()))
        self.acts.changed.connect(self._messages_changed)
        self.acts.working.connect(self.work.follow)
        self.work.focus_left.connect(self._leave_work)

    def _connect_pane(self) -> None:
        message, about = self.pane.message, self.pane.about
        message.file_pressed.connect(self.acts.show_evidence)
        message.entry_pressed.connect(self.acts.show_entry)
        message.unlink_pressed.connect(self._unlink)
        message.original_pressed.connect(self.showing.read_original)
        message.save_pressed.connect(self.acts.save_copy)
        about.save_pressed.connect(self.acts.save_export)
        about.undo_pressed.connect(self.acts.ask_undo_import)
        self.pane.side_changed.connect(self._read_pane)
        self.pane.left.connect(self._leave_pane)

    def _add_keys(self) -> None:
        for keys, step in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)  # from the search box, too
            shortcut.activated.connect(partial(self._step, step))

    # The lists on the left

    def _listed(self, found: Conversations) -> None:
        self._stack.setCurrentWidget(self._split if found.total else self.empty)
        if not found.total:
            self.chat.forget()
            self.pane.clear()
        self.opening.take_listed(found.numbers)

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

    def _step(self, step: int) -> None:
        if self.left.step(step) and self._narrow:
            self._go_to_level(THREAD)

    # The thread and what is beside it

    def _opened(self, opened: Opened) -> None:
        self.opening.take_opened(opened)
        self.showing.later.start()

    def _read_pane(self) -> None:
        if self.isVisible():  # else it is read when the page is shown again
            self.showing.read()

    def _unlink(self, entry: object) -> None:
        row = self.chat.current()
        if row is not None:
            self.acts.unlink(entry, row.id)

    def _messages_changed(self, gone: bool) -> None:  # noqa: FBT001 - a signal's own value
        """Read again what is shown; `gone`: an import was undone, so rows went away."""
        if gone:
            self._come_back_later()
            self.opening.list_if_stale()
        else:
            self.chat.model.read_again()
            self._read_pane()
        if self.left.finder.is_on:
            self.left.find_again()

    def _something_changed(self, what: object) -> None:
        """Take in what other pages changed: an import, entries linked to messages, their files."""
        if what == "messages":
            self._come_back_later()
            if self.isVisible():
                self.opening.list_if_stale()
        elif what in {"entries", "evidence"}:
            self.chat.model.read_again()
            if self.isVisible():
                self.showing.later.start()

    def _come_back_later(self) -> None:
        self.opening.come_back_later()
        self.pane.clear()

    def _bring_in(self) -> None:
        self.desk.go("import_messages")

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
