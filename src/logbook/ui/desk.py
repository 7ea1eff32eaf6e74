"""What a page gets to work with: the open book, jobs, the way to other pages, notices, settings.

Pages never touch the vault themselves: they hand tasks to its thread.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.ui.announce import announce
from logbook.ui.blur import KEY, blur
from logbook.ui.clipboard import Clipboard
from logbook.ui.jobs import Job, Jobs
from logbook.ui.undo import Step, Steps
from logbook.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from logbook.vault.vault import Vault

_SETTINGS = "window"


class Shell(Protocol):
    """What the window does for the desk."""

    def show_page(self, page_id: str, arguments: dict[str, object]) -> None:
        """Show a page."""

    def has_page(self, page_id: str) -> bool:
        """Tell whether a page is built in this version."""

    def go_back(self) -> None:
        """Show the page before."""

    def say_toast(
        self, words: str, undo: Callable[[], object] | None, redo: Callable[[], object] | None
    ) -> None:
        """Say one event."""

    def say_problem(self, error: LogbookError, retry: Callable[[], object] | None) -> None:
        """Say a known failure above the page."""

    def say_bug(self, error: BaseException) -> None:
        """Show the window for a fault of the program."""

    def show_work(self, job: Job, *, in_percent: bool) -> None:
        """Show how a job goes."""

    def forget_search(self) -> None:
        """Empty the search box without a search."""

    def as_widget(self) -> QWidget:
        """Return the window itself, for dialogs."""


class Desk(QObject):
    """Everything a page may use. One desk for one open book, gone with its window."""

    noticed = Signal(list)  # all that should be said of the book itself, as it grew just now
    setting_kept = Signal(str, object)  # key and value, at once and before it is on the disk
    book_asked = Signal(object)  # Path of another book to open in place of this; None: a new one
    changed = Signal(object)  # what a page or task changed, as a string such as "entries"

    def __init__(
        self, vault: Vault, jobs: Jobs, shell: Shell, settings: dict[str, Any] | None = None
    ) -> None:
        super().__init__()
        self.vault = vault
        self.jobs = jobs
        self.clipboard = Clipboard(self)
        self.steps = Steps()
        self.spares: dict[type[QWidget], QWidget] = {}  # parts of pages that are not made yet
        self._shell = shell
        self._settings = dict(settings or {})
        self._noticed = 0
        blur().use(on=bool(self._settings.get(KEY, False)))

    def look_at_notices(self) -> None:
        """Tell what is not right beside the record; it grows on a full disk, for example.

        The list is only read here: the vault's thread adds to it and takes nothing out.
        """
        found = list(self.vault.notices)
        if len(found) != self._noticed:
            self._noticed = len(found)
            self.noticed.emit(found)

    def on_vault(
        self,
        task: Callable[..., Any],
        *args: object,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[LogbookError], object] | None = None,
        long: bool = False,
        keep: bool = False,
        **named: object,
    ) -> Job:
        """Run `task(vault, *args)` on the vault's thread and `then(result)` on this one.

        A known failure goes to `failed`, or is said above the page; anything else is a bug. What
        `long` and `keep` mean stands at `Jobs.on_vault`.
        """
        job = self.jobs.on_vault(task, self.vault, *args, long=long, keep=keep, **named)
        job.ended.connect(self.look_at_notices)
        return self._attend(job, then, failed)

    def in_pool(
        self,
        task: Callable[..., Any],
        *args: object,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[LogbookError], object] | None = None,
        **named: object,
    ) -> Job:
        """Run `task(*args)`, which must not touch the vault, beside everything else."""
        return self._attend(self.jobs.in_pool(task, *args, **named), then, failed)

    def go(self, page_id: str, **arguments: object) -> None:
        """Show a page; `arguments` reach its `on_show`."""
        self._shell.show_page(page_id, arguments)

    def has_page(self, page_id: str) -> bool:
        """Tell whether a page is there to go to."""
        return self._shell.has_page(page_id)

    def back(self) -> None:
        """Show the page before this one."""
        self._shell.go_back()

    def toast(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Say one event at the foot of the page, and to screen readers; Ctrl+Z calls `undo`."""
        self._shell.say_toast(words, undo, None)
        self.announce(words)

    def did(
        self, words: str, undo: Callable[[], object], redo: Callable[[], object] | None = None
    ) -> None:
        """Say what was done, and keep it among the steps that Ctrl+Z and Ctrl+Y go through."""
        self.steps.add(Step(words, undo, redo))
        self.toast(words, self.undo)

    def undo(self) -> bool:
        """Take the newest step back and name it; False when there is none."""
        step = self.steps.undo()
        if step is not None and not step.says_itself:
            words = translate("Undo", "Undone: {what}", what=step.words)
            self.say_undone(words, again=step.redo is not None)
        return step is not None

    def say_undone(self, words: str, *, again: bool = True) -> None:
        """Say that something was taken back; `again`: it can be done once more."""
        self._shell.say_toast(words, None, self.redo if again else None)
        self.announce(words)

    def redo(self) -> bool:
        """Do again what was taken back last, and name it; False when there is nothing."""
        step = self.steps.redo()
        if step is not None and not step.says_itself:
            self.toast(translate("Undo", "Done again: {what}", what=step.words), self.undo)
        return step is not None

    def say_problem(self, error: BaseException, retry: Callable[[], object] | None = None) -> None:
        """Say a failure in words; one that is not known is a bug and gets its own window."""
        if isinstance(error, LogbookError):
            self._shell.say_problem(error, retry)
        else:
            self._shell.say_bug(error)

    def forget_search(self) -> None:
        """Empty the search box: what its words were for is gone, and nothing is looked for."""
        self._shell.forget_search()

    def announce(self, words: str, *, urgent: bool = False) -> None:
        """Let a screen reader say something that just happened."""
        announce(self._shell.as_widget(), words, urgent=urgent)

    def follow(self, job: Job, *, in_percent: bool = False) -> None:
        """Show how a job goes that may take a while, on whatever page the person is, with Stop.

        `in_percent`: what it counts is not for people, such as bytes.
        """
        self._shell.show_work(job, in_percent=in_percent)

    def ask(
        self,
        title: str,
        line: str,
        *answers: tuple[str, str, Any],
        then: Callable[[str], object],
    ) -> Dialog:
        """Ask inside the window. `answers` are (key, words, variant), the safe one first."""
        dialog = Dialog(title, line, self._shell.as_widget())
        for key, words, variant in answers:
            dialog.add_button(key, words, variant)
        dialog.answered.connect(then)
        dialog.open()
        return dialog

    def window(self) -> QWidget:
        """Return the window, as the parent of dialogs."""
        return self._shell.as_widget()

    def choose_files(
        self,
        then: Callable[[list[Path]], object],
        *,
        endings: tuple[str, ...] = (),
    ) -> None:
        """Let the person choose files to read; nothing of the choice is remembered."""
        from logbook.ui import files  # noqa: PLC0415 - the file dialog costs the start 20 ms

        files.choose_files(self.window(), then, endings=endings)

    def choose_target(self, suggested_name: str, then: Callable[[Path], object]) -> None:
        """Let the person choose where a file goes; asked each time, remembered never."""
        from logbook.ui import files  # noqa: PLC0415 - as above

        files.choose_target(self.window(), suggested_name, then)

    def choose_folder(self, then: Callable[[Path], object]) -> None:
        """Let the person choose a folder to put files in; remembered never."""
        from logbook.ui import files  # noqa: PLC0415 - as above

        files.choose_folder(self.window(), then)

    def setting(self, key: str, default: Any) -> Any:  # noqa: ANN401 - a JSON value
        """Return a setting of this book, kept inside it."""
        return self._settings.get(key, default)

    def settings(self) -> dict[str, Any]:
        """Return all settings of this book, for a window that takes the place of this one."""
        return dict(self._settings)

    def keep_setting(self, key: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Keep a setting inside the book."""
        if self._settings.get(key) != value:
            self._settings[key] = value
            if key == KEY:
                blur().use(on=bool(value))
            self.on_vault(put_settings, dict(self._settings), keep=True)
            self.setting_kept.emit(key, value)

    def _attend(
        self,
        job: Job,
        then: Callable[[Any], object] | None,
        failed: Callable[[LogbookError], object] | None,
    ) -> Job:
        if then is not None:
            job.done.connect(_Then(self, then))
        job.failed.connect(_Failed(self, failed))
        return job


class _Then:
    """Passes a result on while there is a window that waits for it."""

    def __init__(self, desk: Desk, then: Callable[[Any], object]) -> None:
        self._desk = desk
        self._then = then

    def __call__(self, result: object) -> None:
        if isValid(self._desk):
            self._then(result)


class _Failed:
    """Sorts an exception into a known failure and a bug, while there is a window to say it."""

    def __init__(self, desk: Desk, failed: Callable[[LogbookError], object] | None) -> None:
        self._desk = desk
        self._failed = failed

    def __call__(self, error: BaseException) -> None:
        if not isValid(self._desk):
            return
        if self._failed is not None and isinstance(error, LogbookError):
            self._failed(error)
        else:
            self._desk.say_problem(error)


def read_settings(vault: Vault) -> dict[str, Any]:
    """Return the settings of the window kept in a book; runs on the vault's thread."""
    found = vault.settings.get(_SETTINGS, {})
    return dict(found) if isinstance(found, dict) else {}


def put_settings(vault: Vault, settings: dict[str, Any]) -> None:
    """Keep the settings of the window in a book; runs on the vault's thread."""
    vault.settings.put(_SETTINGS, settings)
