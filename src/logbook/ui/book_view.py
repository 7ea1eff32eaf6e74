"""The open book: the rail, the bar, the pages, and what lies over them for a moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.ui.backup_age import BACKED_UP_AT, backup_age
from logbook.ui.book_switcher import book_shown, open_switcher
from logbook.ui.desk import Desk
from logbook.ui.failures import tone_for, words_for
from logbook.ui.focus import (
    focus_next_pane,
    focus_stop,
    move_focus,
    number_of_stop,
    tab_stops,
)
from logbook.ui.jobs import Job, Jobs
from logbook.ui.models.go_to_list import Place
from logbook.ui.offering import offer_clipboard, offer_files
from logbook.ui.page import Page, find_pages
from logbook.ui.page_help import PageHelp
from logbook.ui.page_making import PageMaking
from logbook.ui.style import at_least, look, spaced
from logbook.ui.whereabouts import Stand, Whereabouts
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.drop_zone import DropCover, files_in
from logbook.ui.widgets.idle_line import IdleLine
from logbook.ui.widgets.nav_rail import NavRail
from logbook.ui.widgets.popup_menu import PopupMenu
from logbook.ui.widgets.said_banner import SaidBanner
from logbook.ui.widgets.surface import Line
from logbook.ui.widgets.toast import Toast
from logbook.ui.widgets.tone import Tone
from logbook.ui.widgets.top_bar import TopBar, pressable
from logbook.ui.widgets.work_row import WorkRow

if TYPE_CHECKING:
    from logbook.vault.notices import Notice
    from logbook.vault.vault import Vault

WIDE_PX, NARROW_PX = 1360, 1100
_SCALE_WEIGHT = 0.7
_THREE_PANES = 3
_FOOTER_PX = 43  # and the line above it
_SETTINGS_PAGE = "settings"


def effective_width(width_px: int, scale: float) -> int:
    """Return how wide a window feels at a text scale (DESIGN 3)."""
    return round(width_px / (1 + (scale - 1) * _SCALE_WEIGHT))


class BookView(QWidget):
    """Everything a person sees of an open book; pages are built when first shown."""

    lock_pressed = Signal()
    hide_pressed = Signal()
    bug_found = Signal(object)  # the exception

    def __init__(
        self,
        vault: Vault,
        jobs: Jobs,
        settings: dict[str, Any] | None = None,
        kinds: dict[str, type[Page]] | None = None,
    ) -> None:
        super().__init__()
        self.vault = vault
        self.desk = Desk(vault, jobs, self, settings)
        self.desk.setParent(self)
        self._kinds = find_pages() if kinds is None else kinds
        self._pages: dict[str, Page] = {}
        self._making = PageMaking(self._kinds, self.desk, self._add_to_stack)
        self._where = Whereabouts()
        self._current: Page | None = None
        self.setAcceptDrops(True)
        self.rail = self._build_rail()
        self.desk.setting_kept.connect(self._setting_kept)
        self.bar = TopBar()
        self.bar.back_pressed.connect(self.go_back)
        self.bar.hide_pressed.connect(self.hide_pressed)
        self.bar.searched.connect(self._searched)
        self._problem = SaidBanner()
        self._notices = SaidBanner()  # stays from page to page until it is closed
        self.desk.noticed.connect(self._say_notices)
        self.stack = QStackedWidget()
        self._footers = QStackedWidget()
        at_least(self._footers, height=_FOOTER_PX)
        self._foot = _below_a_line(self._footers)
        self.work = WorkRow()
        self.work.left.connect(self._focus_page)
        self._toast = Toast(self.stack)
        self._cover = DropCover(self.stack)
        self._help = PageHelp(self.stack, self._show_keys)
        self._idle_line = IdleLine(self)
        self._painting = QTimer(self)
        self._painting.setSingleShot(True)
        self._painting.setInterval(0)
        self._painting.timeout.connect(lambda: self.stack.setUpdatesEnabled(True))
        self.bar.say_keys(str(self.desk.setting("leave_keys", "shift")))
        self._lay_out()
        look().dressing.dress_in_parts(self, self.stack)
        look().dress(self)
        look().changed.connect(self._arrange)

    def _build_rail(self) -> NavRail:
        items = {name: kind.nav() for name, kind in self._kinds.items()}
        shown = {name: item for name, item in items.items() if item is not None}
        rail = NavRail(shown)
        rail.book.show_book(*book_shown(self.desk))
        rail.book_pressed.connect(self._show_books)
        rail.chosen.connect(self._rail_chosen)
        rail.lock_pressed.connect(self.lock_pressed)
        rail.backups_pressed.connect(self._show_backups)
        if self.has_page(_SETTINGS_PAGE):
            rail.backup.say(backup_age(self.desk.setting(BACKED_UP_AT, "")))
        return rail

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        spaced(right, gap=0)
        right.addWidget(self.bar)
        right.addWidget(self._notices)
        right.addWidget(self._problem)
        right.addWidget(self.stack, 1)
        right.addWidget(self.work)
        right.addWidget(self._foot)
        row = QHBoxLayout(self)
        spaced(row, gap=0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    # What the desk asks of the window

    def show_page(self, page_id: str, arguments: dict[str, object]) -> None:
        """Show a page, building it when this is its first time."""
        kept = self._where.take_place(page_id)
        arguments = arguments or kept
        page = self._page(page_id)
        if page is not self._current and self._current is not None:
            self._current.on_leave()
            self._where.went_from(self._current.page_id)
        self._put_up(page, arguments)

    def go_back(self) -> None:
        """Show the step or the page before this one; without one, the first of the rail."""
        if self._current is not None and self._current.step_back():
            return
        above = self._current.rail_page if self._current is not None else ""
        before = self._where.back() or above or self.first_page()
        if self._current is not None:
            self._current.on_leave()
        if before:
            # In another language the page is a new one, which must be told where the person was.
            arguments = self._where.take_place(before)
            self._put_up(self._page(before), arguments)

    def say_toast(
        self, words: str, undo: Callable[[], object] | None, redo: Callable[[], object] | None
    ) -> None:
        """Say one event at the foot of the page."""
        self._toast.say(words, undo, redo)

    def say_problem(self, error: LogbookError, retry: Callable[[], object] | None) -> None:
        """Say a known failure between the bar and the page; it stays until it is closed."""
        words = words_for(error)
        line = " ".join(part for part in (words.what, words.do) if part)
        self._problem.say(words.title, line, tone_for(error), retry)
        self.desk.announce(words_for(error).title, urgent=True)

    def _say_notices(self, notices: list[Notice]) -> None:
        """Say what was not right though the book opened; the record itself is sound."""
        from logbook.tasks import say_notice  # noqa: PLC0415 - loaded since the book was opened

        said = [say_notice.say_notice(one) for one in notices]
        tone = Tone.WARNING if say_notice.asks_for_care(notices) else Tone.INFO
        head, _, line = said[0].partition(". ")
        if len(said) > 1:
            head, line = translate("Problem", "Good to know about this book"), "\n".join(said)
        self._notices.say(head.rstrip("."), line, tone)
        self.desk.announce(" ".join(said), urgent=tone is Tone.WARNING)

    def say_bug(self, error: BaseException) -> None:
        """Hand on what is no known failure."""
        self.bug_found.emit(error)

    def show_work(self, job: Job, *, in_percent: bool) -> None:
        """Show how a job goes, on this page and the next."""
        self.work.follow(job, in_percent=in_percent)

    def as_widget(self) -> QWidget:
        """Return the widget that dialogs cover."""
        return self

    # What leaving asks of the book

    def be_quiet(self) -> None:
        """Stop sound and video on every page."""
        for page in self._pages.values():
            page.be_quiet()

    def keep_drafts(self) -> None:
        """Let every page hand over its unsaved words."""
        for page in self._pages.values():
            page.keep_draft()

    def clear_clipboard(self) -> None:
        """Take copied words off the clipboard."""
        self.desk.clipboard.clear()

    # What a change of the language asks: another view takes the place of this one

    def stand(self) -> Stand:
        """Return which page is shown and where the person is on each that was opened."""
        current = self._current.page_id if self._current is not None else self.first_page()
        return self._where.stand(current, self._pages)

    def stand_at(self, stand: Stand) -> None:
        """Show the page that the view before this one showed; the others follow when opened."""
        self._where.stand_at(stand)
        self.show_page(stand.page_id, {})

    def focus_number(self) -> int:
        """Return which stop of Tab has the focus, -1 for none."""
        return number_of_stop(self.window().focusWidget(), self._zones())

    def focus_number_again(self, number: int) -> None:
        """Give the focus to the stop that stands where the one before did."""
        focus_stop(number, self._zones())

    # What the window's keys ask

    @property
    def current(self) -> Page | None:
        """The page that is shown."""
        return self._current

    def first_page(self) -> str:
        """Return the page a book opens on."""
        return next((name for name, kind in self._kinds.items() if kind.nav()), "")

    def has_page(self, page_id: str) -> bool:
        """Tell whether a page is built in this version."""
        return page_id in self._kinds

    @property
    def asking(self) -> bool:
        """True while a question or a menu covers the book."""
        return any(
            cover.isVisible() for kind in (Dialog, PopupMenu) for cover in self.findChildren(kind)
        )

    def go_to_number(self, number: int) -> None:
        """Show a page of the rail by its place."""
        page_id = self.rail.page_at(number)
        if page_id:
            self.show_page(page_id, {})

    def focus_search(self) -> None:
        """Put the cursor in the search box, if the page has one."""
        if self.bar.search.isVisible():
            self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.search.selectAll()

    def forget_search(self) -> None:
        """Empty the search box without a search."""
        self.bar.search.forget()

    def press_primary(self) -> None:
        """Press the page's primary button."""
        button = pressable(self._current.main_button() if self._current else None)
        if button is not None:
            button.click()

    def go_to(self) -> None:
        """Let the person find a page, a person, an entry or a number by typing."""
        from logbook.ui.settings.section import find_sections  # noqa: PLC0415 - not at the start
        from logbook.ui.widgets.go_to import GoTo  # noqa: PLC0415 - as above

        items = ((name, kind.nav()) for name, kind in self._kinds.items())
        places = [Place(item.icon, item.label, "", name) for name, item in items if item]
        if self.has_page(_SETTINGS_PAGE):
            line = translate("GoTo", "Settings")
            places += [
                Place(kind.icon, kind.title(), line, _SETTINGS_PAGE, {"section": kind.section_id})
                for kind in find_sections()
            ]
        GoTo(self, self.desk, places).open()

    def undo_toast(self) -> bool:
        """Take back what the toast tells while it is shown, then the steps before it."""
        return self._toast.undo() or self.desk.undo()

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self.desk.redo()

    def show_help(self) -> None:
        """Show the help of the page, or take it away."""
        if self._current is not None:
            self._help.turn(self._current)

    def _show_keys(self) -> None:
        self.show_page(_SETTINGS_PAGE, {"section": "keyboard"})

    def next_pane(self, step: int) -> None:
        """Move the focus to the next or last pane: rail, bar, then those of the page."""
        page_panes = self._current.panes() if self._current else []
        focus_next_pane([self.rail, self.bar, *page_panes], step)

    def show_idle(self, left_s: int) -> None:
        """Draw the thin line of the last ten seconds before the idle lock."""
        self._idle_line.show_left(left_s)

    def paste(self) -> bool:
        """Offer files or a picture on the clipboard to the page; words stay with the editors."""
        return offer_clipboard(self)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc that nothing else wanted: it closes the help, then leads back to the page."""
        if event.key() == Qt.Key.Key_Escape:
            if not self._help.close():
                self._focus_page()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's names
        """Go through rail, bar, page and footer, as one reads (DESIGN 11.2)."""
        return move_focus(tab_stops(self._zones()), forward=next)

    def _zones(self) -> list[QWidget]:
        banners = (self._notices, self._problem)
        return [self.rail, *self.bar.zones(), *banners, self.stack, self.work, self._footers]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._cover.cover(len(files))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._cover.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._cover.hide()
        event.acceptProposedAction()
        offer_files(self, files_in(event.mimeData()))

    def build_ahead(self) -> bool:
        """Do a piece of the work for a page that was not shown yet; False: there is none left."""
        if self._making.make_piece(self._pages):
            return True
        return any(page.build_more() for page in self._pages.values())

    def _page(self, page_id: str) -> Page:
        page = self._pages.get(page_id)
        if page is None:
            page = self._pages[page_id] = self._making.take(page_id)
            half_done = self._where.take_half_done(page_id)
            if half_done is not None:
                page.go_on(half_done)
        return page

    def _add_to_stack(self, page: Page) -> None:
        page.bar_changed.connect(self._bar_changed)
        self.stack.addWidget(page)
        footer = page.footer()
        if footer is not None:
            self._footers.addWidget(footer)

    def _put_up(self, page: Page, arguments: dict[str, object]) -> None:
        self._current = page
        self._problem.hide()
        self._help.hide()
        look().dressing.catch_up(page)
        if self.isVisible():
            self._paint_soon()
        self._let_go_of_focus(page)
        self.stack.setCurrentWidget(page)
        self._toast.raise_()  # the page that comes up lies over all else
        self.bar.show_page(page)
        footer = page.footer()
        self._foot.setVisible(footer is not None)
        if footer is not None:
            self._footers.setCurrentWidget(footer)
        self.rail.show_current(page.rail_page or page.page_id)
        self._arrange()
        page.on_show(**arguments)
        self._focus_page()
        QTimer.singleShot(0, self, self._give_focus)

    def _paint_soon(self) -> None:
        """Let the loop turn once between the layout of a page and its first paint.

        Each takes some 25 ms with everything that a page holds; what came in meanwhile is answered
        in between. The page before stays on the screen until then.
        """
        self.stack.setUpdatesEnabled(False)
        self._painting.start()

    def _let_go_of_focus(self, page: QWidget) -> None:
        """Take the focus from a page that goes: Qt would look for the next stop of Tab first."""
        here = self.window().focusWidget()
        before = self.stack.currentWidget()
        if before is not None and before is not page and before.isAncestorOf(here):
            here.clearFocus()

    def _give_focus(self) -> None:
        """Let Tab begin somewhere on a page that has no place for the focus, or not yet."""
        if self.window().focusWidget() is None:
            self.focusNextPrevChild(True)

    def _focus_page(self) -> None:
        target = self._current.focus_target() if self._current is not None else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        page = self._current
        width = effective_width(self.width(), look().scale)
        three = page is not None and page.panes_wanted >= _THREE_PANES
        self.rail.set_compact(compact=width < NARROW_PX or (width < WIDE_PX and three))
        self.bar.set_narrow(narrow=width < NARROW_PX)
        self._idle_line.setGeometry(QRect(0, 0, self.width(), 3))
        if page is not None:
            page.set_width(width)

    def _rail_chosen(self, page_id: str) -> None:
        self._where.begin_anew()
        self.show_page(page_id, {})

    def _show_backups(self) -> None:
        self._where.begin_anew()
        self.show_page(_SETTINGS_PAGE, {"section": "backups"})

    def _setting_kept(self, key: str, value: object) -> None:
        if key == BACKED_UP_AT:
            self.rail.backup.say(backup_age(value))
        elif key == "leave_keys":
            self.bar.say_keys(str(value))
        elif key.startswith("book_"):
            self.rail.book.show_book(*book_shown(self.desk))

    def _show_books(self) -> None:
        name, tile = book_shown(self.desk)
        open_switcher(self.desk, self.rail.book, name, tile)

    def _searched(self, words: str) -> None:
        if self._current is not None:
            self._current.search(words)

    def _bar_changed(self) -> None:
        if self.sender() is self._current:
            self.bar.refresh()


def _below_a_line(part: QWidget) -> QWidget:
    """Return the foot of the page, hidden until a page has something for it."""
    foot = QWidget()
    column = QVBoxLayout(foot)
    spaced(column, gap=0)
    column.addWidget(Line())
    column.addWidget(part)
    foot.hide()
    return foot
