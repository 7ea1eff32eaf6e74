"""What the import page reads off the GUI thread, and what it has in work."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from logbook.domain.entry import Entry
from logbook.domain.message import Answers, ImportSummary
from logbook.domain.progress import SILENT, Progress
from logbook.tasks import choose_messages
from logbook.tasks.bring_in_messages import Examined
from logbook.tasks.message_choice import Choice, Lines
from logbook.ui.models.picker_rows import Rows, Wanted, make_rows

if TYPE_CHECKING:
    from logbook.vault.import_rows import KeptImport

# The window still lays out and paints what it says of this work; beside a thread that computes, and
# so holds Python's lock again and again, that would take twice as long.
_FIRST_THE_WINDOW_S: Final = 0.05


@dataclass(frozen=True, slots=True)
class Read:
    """The messages of a file under some answers, with the rows of the whole chat."""

    lines: Lines
    rows: Rows
    answers: Answers


@dataclass(slots=True)
class FileInWork:
    """What is known of the file that is brought in, step by step; none of it is a widget."""

    untrusted_path: Path = Path()
    examined: Examined | None = None
    earlier: KeptImport | None = None  # the book has this file already
    read: Read | None = None  # until its messages are added
    summary: ImportSummary | None = None  # once they are
    entries: Sequence[Entry] = ()


@dataclass(frozen=True, slots=True)
class HalfDone:
    """An import that is not done: the file, what was answered, and what is ticked."""

    step: int
    file: FileInWork
    given: Answers
    choice: Choice | None


def read_all(examined: Examined, answers: Answers, progress: Progress = SILENT) -> Read:
    """Read the messages and lay out the whole chat; both take a while for a long export."""
    time.sleep(_FIRST_THE_WINDOW_S)
    lines = choose_messages.read_lines(examined, answers, progress)
    rows = make_rows(lines, Wanted(), bytes(len(lines.lines)), progress)
    return Read(lines, rows, answers)
