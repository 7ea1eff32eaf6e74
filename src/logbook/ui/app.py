"""The window's door: the application, the first screen, and the way from it to the book and out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from logbook.errors import LogbookError
from logbook.guards import guard_process
from logbook.i18n import clock, translate
from logbook.ui import files, fonts, places, relaunch
from logbook.ui.asked_to_end import leave_when_asked
from logbook.ui.failures import BugHook, words_for
from logbook.ui.garbage import GarbageCollector
from logbook.ui.heap import give_large_blocks_back
from logbook.ui.hide import Leaving, end_process
from logbook.ui.jobs import Jobs
from logbook.ui.look_file import BookLook, read_look
from logbook.ui.main_window import MainWindow
from logbook.ui.plain_look import disguise
from logbook.ui.style import Theme, look
from logbook.ui.tongue import use_language as use_language
from logbook.ui.watch import InputWatch
from logbook.ui.wrong_tries import WrongTries

if TYPE_CHECKING:
    from logbook.ui.book_view import BookView
    from logbook.ui.chosen import Chosen
    from logbook.ui.idle import IdleLock
    from logbook.ui.load_ahead import LoadAhead
    from logbook.ui.opening import Opened
    from logbook.ui.system_lock import SystemLock

_NEW_ENTRY = "new_entry"
_HEAR_SYSTEM_AFTER_MS = 500


class Program(QObject):
    """What lives as long as the process: jobs, the one window, and what happens next in it."""

    def __init__(
        self,
        app: QApplication,
        handover: relaunch.Handover | None = None,
        *,
        end: Callable[[], object] = end_process,
        replace: Callable[[relaunch.Handover], object] = relaunch.replace_process,
    ) -> None:
        super().__init__()
        self._end = end
        self._replace = replace
        self._handover = handover or relaunch.Handover()
        self.jobs = Jobs(self)
        self.garbage = GarbageCollector(self)
        self.bugs = BugHook(self)
        self.bugs.caught.connect(self._show_bug)
        self.watch = InputWatch(app)
        self.watch.activity.connect(self.garbage.work_goes_on)
        self.jobs.idle.connect(self.garbage.work_goes_on)
        self.leaving = Leaving(self.jobs, self)
        self.tries = WrongTries()
        self.window = MainWindow()
        self.watch.hide_pressed.connect(self.hide_now)
        self.window.hide_asked.connect(self.hide_now)
        self.window.close_asked.connect(self.end_now)
        self.window.painted.connect(self._after_first_paint)
        self.window.lock_asked.connect(self.lock)
        self.idle: IdleLock | None = None
        self.with_system: SystemLock | None = None
        self.opened: Opened | None = None
        self.chosen: Chosen | None = None
        self.ahead: LoadAhead | None = None

    def start(self, book: Path | None = None) -> None:
        """Show the first screen; what it does not need is loaded after its first paint."""
        handover = self._handover
        self.window.put_at(handover.geometry, maximized=handover.maximized)
        folder = book or first_book(handover)
        if folder is not None:
            self.show_lock(folder)
        else:
            self.show_first_run()
        if handover.minimized:
            self.window.showMinimized()
            return
        self.window.show()
        self.window.activateWindow()  # without a window manager nobody else does

    def show_lock(self, folder: Path) -> None:
        """Show the lock screen of the book in a folder."""
        from logbook.ui.pages.lock import LockPage  # noqa: PLC0415 - one of two first screens

        if str(folder) != self._handover.folder:
            _dress_for(folder)
        page = LockPage(self.jobs, folder, self._handover.locked_at, self.tries)
        page.opened.connect(self.show_book)
        page.close_pressed.connect(self.hide_now)
        page.new_book_pressed.connect(self.show_first_run)
        page.restore_pressed.connect(partial(self.show_restore, folder))
        page.other_folder_chosen.connect(self.show_lock)
        page.bug_found.connect(self.bugs.report)
        self.window.show_front(page, page.first_focus())

    def show_first_run(self) -> None:
        """Show the set-up."""
        from logbook.ui.pages.first_run import FirstRunPage  # noqa: PLC0415 - the same

        page = FirstRunPage(self.jobs, self.watch)
        page.finished.connect(self._first_run_finished)
        page.close_pressed.connect(self.hide_now)
        page.folder_chosen.connect(self.show_lock)
        page.restore_pressed.connect(self.show_restore)
        page.bug_found.connect(self.bugs.report)
        self.window.show_front(page, page.first_focus())

    def show_restore(self, folder: Path | None = None) -> None:
        """Show the way from a backup to a book; Back leads to the screen it was asked from."""
        from logbook.ui.pages.restore import RestorePage  # noqa: PLC0415 - seldom needed

        page = RestorePage(self.jobs)
        page.finished.connect(self.show_book)
        page.began.connect(self.leaving.wait_for)
        page.close_pressed.connect(self.hide_now)
        page.back_pressed.connect(
            self.show_first_run if folder is None else partial(self.show_lock, folder)
        )
        page.bug_found.connect(self.bugs.report)
        self.window.show_front(page, page.first_focus())

    def show_book(self, opened: Opened, page_id: str = "") -> None:
        """Show an open book where the person left it."""
        if self.leaving.left:
            return  # opened while the window was hidden for good

        from logbook.ui.chosen import Chosen  # noqa: PLC0415 - not before a book is open

        self.opened = opened
        self.chosen = Chosen(self, opened.settings)
        self.chosen.wear()
        view = self._make_view(opened.settings)
        self.window.scale_changed.connect(self._keep_scale)
        self.chosen.keep_look(view.desk)
        self._start_idle_lock(self.chosen.lock_after_min)
        place = self._handover
        wanted = page_id or place.page
        if not wanted and opened.settings.get("open_on_new_entry") is True:
            wanted = _NEW_ENTRY
        if view.has_page(wanted):
            view.show_page(wanted, {} if page_id else dict(place.place))
        elif view.first_page():
            view.show_page(view.first_page(), {})
        if opened.by_recovery:
            self._ask_new_passphrase(view, without_key_file=opened.without_key_file)

    def _make_view(self, settings: dict[str, Any]) -> BookView:
        from logbook.ui.book_view import BookView  # noqa: PLC0415 - not before it is needed
        from logbook.ui.build_ahead import BuildAhead  # noqa: PLC0415 - the same

        assert self.opened is not None  # noqa: S101 - tells the checker what callers know
        view = BookView(self.opened.vault, self.jobs, settings)
        view.bug_found.connect(self.bugs.report)
        if self.chosen is not None:
            view.desk.setting_kept.connect(self.chosen.take)
        view.desk.book_asked.connect(self.change_book)
        self.leaving.attend(view)
        self.watch.paste = view.paste
        self.window.show_book(view)
        ahead = BuildAhead(view, self.jobs, self.watch)
        ahead.built.connect(self.garbage.keep_what_is_there)
        return view

    def say_again(self) -> None:
        """Make the open book's pages anew, in another language or look, where the person is."""
        before = self.window.book
        if before is None or self.leaving.left:
            return
        if self.jobs.busy_long:  # its end is awaited by a page that would be gone
            self.jobs.idle.connect(self.say_again, Qt.ConnectionType.SingleShotConnection)
            return
        here, focus_at = before.stand(), before.focus_number()
        before.keep_drafts()
        # Its lists' windows go with it, and without a window manager the focus too.
        before.destroyed.connect(self.window.activateWindow)
        before.destroyed.connect(self.garbage.look_through_all)
        view = self._make_view(before.desk.settings())
        view.stand_at(here)
        view.focus_number_again(focus_at)

    def _show_idle(self, left_s: int) -> None:
        if self.window.book is not None:
            self.window.book.show_idle(left_s)

    def hide_now(self) -> None:
        """Hide, keep, close, and end; or stay locked in the task bar, when that was chosen."""
        if self.opened is not None and self.chosen is not None and self.chosen.stays_locked:
            self._handover = self._next_handover(self.opened.folder)._replace(minimized=True)
            self.leaving.leave(self._relaunch)
        else:
            self.leaving.leave(self._end)

    def end_now(self) -> None:
        """Hide, keep, close and end: the window was closed, or the system asks the program to."""
        self.leaving.leave(self._end)

    def lock(self) -> None:
        """Hide, keep, close, and start a fresh lock screen; before a book is open, nothing."""
        if self.opened is not None:
            self._handover = self._next_handover(self.opened.folder)
            self.leaving.leave(self._relaunch)

    def change_book(self, folder: Path | None) -> None:
        """Close this book and start afresh with another, or with the set-up of a new one.

        A process opens one book only: nothing of it is left where the next one is read.
        """
        here = self._next_handover(Path())
        self._handover = relaunch.Handover(
            folder=str(folder.absolute()) if folder is not None else "",
            new_book=folder is None,
            geometry=here.geometry,
            maximized=here.maximized,
        )
        self.leaving.leave(self._relaunch)

    def _relaunch(self) -> None:
        try:
            self._replace(self._handover)
        except OSError:
            self._end()

    def _next_handover(self, folder: Path) -> relaunch.Handover:
        window = self.window
        box = window.normalGeometry()
        page = window.book.current if window.book is not None else None
        return relaunch.Handover(
            folder=str(folder.absolute()),
            locked_at=clock(datetime.now()),  # noqa: DTZ005 - the clock on the wall
            page=page.page_id if page is not None else "",
            place=page.place() if page is not None else {},
            geometry=(box.x(), box.y(), box.width(), box.height()),
            maximized=window.isMaximized(),
            theme=look().theme,
            scale=look().scale,
        )

    def _first_run_finished(self, opened: Opened, write: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.show_book(opened, "new_entry" if write else "")

    def _start_idle_lock(self, after_min: float) -> None:
        """Lock when the person is away, or when the system says so."""
        from logbook.ui.idle import IdleLock  # noqa: PLC0415 - not before it is needed
        from logbook.ui.system_lock import SystemLock  # noqa: PLC0415 - the same

        self.idle = IdleLock(after_min, parent=self)
        self.watch.activity.connect(self.idle.activity)
        self.idle.left.connect(self._show_idle)
        self.idle.expired.connect(self.lock)
        self.with_system = SystemLock(self)
        self.with_system.locked.connect(self.lock)
        # It takes 20 ms, which the first look at the book must not wait for.
        QTimer.singleShot(_HEAR_SYSTEM_AFTER_MS, self.with_system.start)

    def _keep_scale(self, scale: float) -> None:
        if self.window.book is not None:
            self.window.book.desk.keep_setting("text_scale", scale)

    def _ask_new_passphrase(self, view: BookView, *, without_key_file: bool) -> None:
        from logbook.ui import opening  # noqa: PLC0415 - not before it is needed
        from logbook.ui.dialogs.new_passphrase import (  # noqa: PLC0415 - seldom needed
            NewPassphraseDialog,
        )

        line = translate(
            "NewPassphrase",
            "You opened the book with its recovery key and without its key file. The new"
            " passphrase will open it without that file.",
        )
        dialog = NewPassphraseDialog(view, line if without_key_file else "")

        def change(passphrase: bytearray) -> None:
            view.desk.on_vault(
                opening.change_passphrase, passphrase, then=changed, failed=refused, keep=True
            )

        def changed(_nothing: object) -> None:
            dialog.accept()
            view.desk.toast(translate("NewPassphrase", "Passphrase changed"))

        def refused(error: LogbookError) -> None:
            words = words_for(error)
            dialog.refuse(f"{words.title}. {words.do}")

        dialog.chosen.connect(change)
        dialog.open()

    def _after_first_paint(self) -> None:
        from logbook.ui.load_ahead import LoadAhead  # noqa: PLC0415 - not before it is needed
        from logbook.ui.spoken import speak_of_parts  # noqa: PLC0415 - 10 ms, after the first paint

        speak_of_parts()
        self.watch.start()
        look().dressing.in_turns = True  # before it, nothing long would have to be answered
        self.window.finish(self.watch)
        fonts.load_script_fonts()
        self.ahead = LoadAhead(self.jobs, self)
        self.ahead.loaded.connect(self.garbage.keep_what_is_there)
        self.ahead.start()

    def _show_bug(self, report: str) -> None:
        from logbook.ui.dialogs.bug_window import BugWindow  # noqa: PLC0415 - hopefully never

        if not self.leaving.left:
            BugWindow(report, self.window).show()


def make_application() -> QApplication:
    """Make the application so that it leaves nothing behind and asks nobody to restart it."""
    give_large_blocks_back()
    files.leave_no_trace()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DisableSessionManager)
    # As an argument: `setStyle` would load Qt's thirty enumerations of styles, 10 ms of the start.
    # Its name is the window's class, which task bars show: the plain look must be on by then.
    app = QApplication([disguise().title, "-style", "Fusion"])
    app.setApplicationName(disguise().title)
    app.setQuitOnLastWindowClosed(False)
    fonts.load_interface_font()
    return app


def _dress_for(folder: Path) -> None:
    """Look and speak as the lock screen of a book does, by the small file beside it."""
    shown = read_look(folder)
    use_language(shown.language)
    disguise().wear(shown.plain, shown.picture)
    theme = Theme(shown.theme) if shown.theme in set(Theme) else Theme.SYSTEM
    look().wear(theme=theme, scale=shown.scale)


def first_book(handover: relaunch.Handover) -> Path | None:
    """Return the book whose lock screen comes first; without one, the set-up does."""
    if handover.folder:
        return Path(handover.folder)
    return None if handover.new_book else places.book_here()


def run(book: Path | None = None) -> int:
    """Open the window, on the book in a folder or on the first screen; returns the exit status."""
    guard_process()
    handover = relaunch.take_handover()
    folder = book or first_book(handover)
    shown = read_look(folder) if folder is not None else BookLook()
    use_language(shown.language)
    disguise().wear(shown.plain, shown.picture)
    app = make_application()
    use_language(shown.language)  # and its direction, which an application begins anew
    theme = handover.theme if handover.locked_at else shown.theme
    look().theme = Theme(theme) if theme in set(Theme) else Theme.SYSTEM
    look().use(scale=handover.scale if handover.locked_at else shown.scale)
    look().follow_system()
    program = Program(app, handover)
    program.bugs.install()
    leave_when_asked(program.end_now)
    program.start(folder)
    status = app.exec()
    program.jobs.close()
    return status
