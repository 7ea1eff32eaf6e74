"""Memory that runs out at any point of an import leaves the book as it was, or with all of it."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from logbook.domain.message import Answers
from logbook.errors import LogbookError
from logbook.tasks.bring_in_messages import examine_messages, keep_messages
from logbook.vault import blobs
from logbook.vault.vault import Vault

DAY_FIRST = Answers(date_order="dmy")
POINTS = 120


class MemoryThatEnds:
    """Counts the calls inside the program's own rooms, and lets memory end at one of them."""

    def __init__(self, at: int = 0) -> None:
        self.at = at
        self.calls = 0

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> None:
        code = frame.f_code
        # SQLite asks this in the middle of a statement, and takes any failure of it for a no.
        ours = "/logbook/" in code.co_filename.replace("\\", "/") and code.co_name != "_authorize"
        if event == "call" and ours:
            self.calls += 1
            if self.calls == self.at:
                raise MemoryError

    def while_doing(self, work: Callable[[], object]) -> bool:
        """Return whether the work ended as if nothing had been."""
        before = sys.gettrace()
        sys.settrace(self)
        try:
            work()
        except (MemoryError, LogbookError):
            return False
        finally:
            sys.settrace(before)
        return True


@pytest.fixture
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A chat with two files, one of which is kept beside the database."""
    monkeypatch.setattr(blobs, "ROWS_MOST_BYTES", 4096)
    path = tmp_path / "chat.zip"
    says = "".join(f"25/12/2023, 10:0{n} - Dale: file{n}.txt (file attached)\n" for n in range(2))
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("WhatsApp Chat with Dale.txt", says + "25/12/2023, 10:09 - Alex: why\n")
        out.writestr("file0.txt", "small")
        out.writestr("file1.txt", "large " * 2000)
    return path


def shown(vault: Vault) -> tuple[int, int, int, bytes, int]:
    """Return what a person sees of the book, its journal, and the files beside the database."""
    return (
        vault.messages.count(),
        len(vault.evidence.all()),
        len(vault.imports.all()),
        vault.journal.root(),
        sum(path.is_file() for path in (vault.folder / "att").rglob("*")),
    )


@pytest.mark.slow
# A generator that is thrown away may be the one that meets the end of memory: Python only warns.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_memory_that_ends_anywhere_in_an_import_leaves_the_book_as_it_was(
    vault: Vault, export: Path
) -> None:
    examined = examine_messages(export)

    def bring_in() -> None:
        keep_messages(vault, examined, DAY_FIRST)

    counting = MemoryThatEnds()
    assert counting.while_doing(bring_in)
    assert shown(vault)[:3] == (3, 3, 1)
    vault.imports.remove(vault.imports.all()[0].id)
    before, stopped = shown(vault), 0
    for number in range(POINTS):
        ended = MemoryThatEnds(at=1 + number * counting.calls // POINTS)
        done = ended.while_doing(bring_in)
        assert ended.calls >= ended.at
        found = shown(vault)
        if found != before:
            # All of it was kept already; only what is done after that was cut short.
            assert found[:3] == (3, 3, 1)
            vault.imports.remove(vault.imports.all()[0].id)
            before = shown(vault)
        stopped += not done
        wrong = {one.kind for one in vault.check().problems}
        # Between a commit and its mark: the mark is behind until the next save, as after a kill.
        assert wrong <= {"high_water_mark_differs"}, ended.at
    assert stopped > POINTS // 2
    bring_in()
    assert vault.check().ok
