"""The check of a whole book: every page, revision, row, file and link, with a place for each fault.

It writes nothing and raises nothing on damage: what cannot be read is part of the answer.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import sqlcipher3

from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import EntryFilter
from logbook.errors import Cancelled, VaultError
from logbook.i18n import translate
from logbook.vault import record_check
from logbook.vault.contents import Contents
from logbook.vault.record_check import Problem
from logbook.vault.store import Store

_STEPS_BETWEEN_QUESTIONS = 200_000  # of SQLite's machine: some milliseconds
# What content that was written by someone with the key, but not by this program, can lead to.
_NONSENSE = (ArithmeticError, LookupError, TypeError, ValueError)
_PAGE = re.compile(r"(\d+)$")  # how a line of SQLCipher's check ends
Root = bytes  # the report has a field named bytes
_ORIGINALS = """
    SELECT coalesce(sum(size_bytes), 0) FROM blob
    WHERE id IN (SELECT blob FROM evidence WHERE state IN (0, 1))
"""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found. Counts are 0 and the root is empty where they could not be read."""

    ok: bool
    entries: int
    messages: int
    evidence: int
    bytes: int  # of the originals that are kept, each counted once
    journal_size: int
    root: Root
    problems: list[Problem]


def check(store: Store, contents: Contents, progress: Progress = SILENT) -> CheckReport:
    """Verify everything and name what is wrong and where; cancelling raises `Cancelled`."""
    journal = contents.journal
    parts: dict[str, Callable[[], Iterable[Problem]]] = {
        "pages": lambda: _page_problems(store, progress),
        "structure": lambda: _structure_problems(store, progress),
        "journal": lambda: record_check.journal_problems(store, journal, progress),
        "lists": lambda: record_check.missing_rows(store),
        "entries": lambda: record_check.entry_problems(store, journal, progress),
        "people": lambda: record_check.person_problems(store, journal, progress),
        "evidence": lambda: _evidence_problems(contents, progress),
        "messages": lambda: (Problem(*one) for one in contents.imports.verify(progress)),
        "kinds of messages": lambda: (
            Problem("message_kind_changed", f"message:{one}")
            for one in contents.message_kinds.verify()
        ),
        "originals": lambda: _original_problems(store, contents, progress),
        "search": lambda: _search_problems(store, contents, progress),
    }
    problems = [found for name, part in parts.items() for found in _told(name, part)]
    with contextlib.suppress(VaultError, *_NONSENSE):
        return _report(store, contents, problems)
    return CheckReport(
        ok=False,
        entries=0,
        messages=0,
        evidence=0,
        bytes=0,
        journal_size=0,
        root=b"",
        problems=problems or [Problem("unreadable", "counts")],
    )


def _report(store: Store, contents: Contents, problems: list[Problem]) -> CheckReport:
    head = contents.journal.head()
    return CheckReport(
        ok=not problems,
        entries=contents.entries.count(EntryFilter()),
        messages=contents.messages.count(),
        evidence=len(contents.evidence.all()),
        bytes=store.con.one(_ORIGINALS),
        journal_size=head.size,
        root=head.root,
        problems=problems,
    )


def _told(name: str, part: Callable[[], Iterable[Problem]]) -> Iterator[Problem]:
    """Give what a part finds; what stops it from looking is a problem too."""
    try:
        yield from part()
    except VaultError as failure:
        yield Problem("unreadable", failure.where or name)
    except _NONSENSE:
        yield Problem("nonsense", name)


def _page_problems(store: Store, progress: Progress) -> Iterator[Problem]:
    """Give the pages whose authentication code does not fit (SQLCipher's own check).

    Neighbours are one problem: rubbish at the end of the file would be one for every page of it.
    """
    progress(0, 0, translate("Vault", "Checking pages"))
    runs: list[list[int]] = []
    for (line,) in store.con.execute("PRAGMA cipher_integrity_check"):
        if not (found := _PAGE.search(line)):
            yield Problem("page_damaged", str(line))
        elif runs and runs[-1][-1] == int(found[1]) - 1:
            runs[-1][-1] += 1
        else:
            runs.append([int(found[1])] * 2)
    for first, last in runs:
        yield Problem("page_damaged", f"page {first}" if first == last else f"pages {first}-{last}")


def _structure_problems(store: Store, progress: Progress) -> Iterator[Problem]:
    """Give what SQLite finds wrong with its trees, indexes and constraints."""
    doing = translate("Vault", "Checking the structure")
    with _interruptible(store, lambda: progress(0, 0, doing)):
        lines = store.con.execute("PRAGMA integrity_check").fetchall()
        links = store.con.execute("PRAGMA foreign_key_check").fetchall()
    for (line,) in lines:
        if line != "ok":
            yield Problem("structure_damaged", str(line))
    for table, row, *_ in links:
        yield Problem("link_broken", f"{table} {row}")


def _evidence_problems(contents: Contents, progress: Progress) -> Iterator[Problem]:
    for number in contents.evidence.verify(progress):
        yield Problem("evidence_changed", f"evidence:{number}")


def _original_problems(store: Store, contents: Contents, progress: Progress) -> Iterator[Problem]:
    """Give the kept files whose bytes are not what they were, by the evidence they belong to."""
    for kind, blob, where in contents.blobs.verify(progress):
        owners = store.con.execute(
            "SELECT id FROM evidence WHERE ? IN (blob, print_copy, thumbnail) ORDER BY id", (blob,)
        ).fetchall()
        for (number,) in owners:
            yield Problem(kind, f"evidence:{number}")
        if not owners:
            yield Problem(kind, where)


def _search_problems(store: Store, contents: Contents, progress: Progress) -> Iterator[Problem]:
    """Tell when the index must be built again; nothing of the record is lost with it."""
    doing = translate("Vault", "Checking search")
    with _interruptible(store, lambda: progress(0, 0, doing)):
        whole = not contents.search.needs_rebuild and contents.search.is_whole(progress)
    if not whole:
        yield Problem("search_incomplete", "search")


@contextlib.contextmanager
def _interruptible(store: Store, ask: Callable[[], None]) -> Iterator[None]:
    """Let a person stop one long statement: SQLite asks now and then whether it shall go on."""
    stopped: list[Cancelled] = []

    def go_on() -> int:
        try:
            ask()
        except Cancelled as cancelled:
            stopped.append(cancelled)
        return len(stopped)

    con = store.con
    con.set_progress_handler(go_on, _STEPS_BETWEEN_QUESTIONS)
    try:
        yield
    except sqlcipher3.Error:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        con.set_progress_handler(None, 0)
