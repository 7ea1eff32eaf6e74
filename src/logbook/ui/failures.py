"""What the window does with a failure: known ones are said in words, all others are bugs."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion

from logbook import APP_NAME, __version__
from logbook.errors import DiskFailed, LogbookError, OriginalDamaged, OriginalMissing, VaultError
from logbook.ui.widgets.tone import Tone

if TYPE_CHECKING:
    from logbook.wording import Words

_MOST_FRAMES = 60


def words_for(error: LogbookError) -> Words:
    """Return the words for a known failure, with titles as banners and dialogs show them."""
    from logbook import wording  # noqa: PLC0415 - a start without a failure does not pay for it

    words = wording.describe(error)
    return wording.Words(words.title.rstrip("."), words.what, words.do)


def tone_for(error: LogbookError) -> Tone:
    """Red is for loss of data or a mismatch only; everything else is something to look at."""
    lost = (DiskFailed, OriginalDamaged, OriginalMissing)
    damaged = isinstance(error, VaultError) and "Damaged" in type(error).__name__
    return Tone.DANGER if damaged or isinstance(error, lost) else Tone.WARNING


def bug_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return version, system and where it happened.

    Without locals and without the message of the exception: both can hold what a person wrote.
    """
    import platform  # noqa: PLC0415 - a start without a fault does not pay for these
    import traceback  # noqa: PLC0415 - the same

    frames = traceback.format_tb(trace)[-_MOST_FRAMES:]
    return "\n".join(
        (
            f"{APP_NAME} {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            "",
            "".join(frames).rstrip(),
            f"{kind.__module__}.{kind.__qualname__}",
        )
    )


class BugHook(QObject):
    """Catches what nobody caught, on any thread, and says it on the GUI thread as `caught`."""

    caught = Signal(str)  # the report

    def install(self) -> None:
        """Take the place of the interpreter's hooks."""
        sys.excepthook = self._main_thread
        threading.excepthook = self._other_thread

    def remove(self) -> None:
        """Give the interpreter its own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(self, error: BaseException) -> None:
        """Take an exception that a job brought back and that is no known failure."""
        self.caught.emit(bug_report(type(error), error.__traceback__))

    def _main_thread(
        self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        self.caught.emit(bug_report(kind, trace))

    def _other_thread(self, args: threading.ExceptHookArgs) -> None:
        self.caught.emit(bug_report(args.exc_type, args.exc_traceback))
