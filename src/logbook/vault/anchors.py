"""What connects the journal with the world outside: signed checkpoints, and comparing with them.

Without something outside, an edit by someone who has the key cannot be noticed, however the record
is hashed (measured: research, security.md 2.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from logbook.domain.checkpoint import (
    Checkpoint,
    Comparison,
    NotACheckpoint,
    Verdict,
    origin_of,
    read_checkpoint,
)
from logbook.domain.merkle import Frontier, TreeHead
from logbook.domain.progress import Progress
from logbook.vault import signing
from logbook.vault.store import Store
from logbook.vault.words import NotWords, root_of_words

_HEX_CHARS = 64
_LEAVES_AT_ONCE = 10_000


def leaves(store: Store, progress: Progress, size: int) -> Iterator[bytes]:
    """Give the kept hashes of the first `size` revisions in order, without reading content."""
    for start in range(0, size, _LEAVES_AT_ONCE):
        progress(start, size)
        rows = store.con.execute(
            "SELECT leaf FROM revision WHERE seq >= ? AND seq < ? ORDER BY seq",
            (start, min(size, start + _LEAVES_AT_ONCE)),
        ).fetchall()
        for row in rows:
            yield row[0]


def checkpoint_text(store: Store, frontier: Frontier, at: datetime) -> str:
    """Return a signed note over the journal as it is; `at` stands in it as a remark."""
    head = TreeHead(frontier.size, frontier.root())
    note = Checkpoint(_origin(store), head, (at.isoformat(timespec="seconds"),))
    return signing.sign(note, store.keys).text()


def compare(
    store: Store, frontier: Frontier, untrusted_text: str, progress: Progress
) -> Comparison:
    """Compare the journal with a checkpoint, or with a root in hexadecimal digits or in words.

    A checkpoint whose root fits counts only with its signature: its time is part of what it says.
    """
    try:
        signed = read_checkpoint(untrusted_text)
    except NotACheckpoint:
        return _compare_root(store, frontier, untrusted_text, progress)
    given = signed.checkpoint
    if given.origin != _origin(store):
        return Comparison(Verdict.OTHER_BOOK, given.head.size)
    if not signing.is_ours(signed, store.keys):
        return Comparison(Verdict.NOT_GENUINE, given.head.size)
    if _held(store, frontier, given.head, progress):
        return Comparison(Verdict.UNCHANGED, given.head.size, frontier.size - given.head.size)
    newer = given.head.size > frontier.size
    return Comparison(Verdict.NEWER if newer else Verdict.CHANGED, given.head.size)


def _held(store: Store, frontier: Frontier, head: TreeHead, progress: Progress) -> bool:
    """Tell whether the first revisions still have the root that they had."""
    if head.size > frontier.size:
        return False
    before = Frontier()
    for leaf in leaves(store, progress, head.size):
        before = before.append(leaf)
    return before.size == head.size and before.root() == head.root


def _compare_root(
    store: Store, frontier: Frontier, untrusted_text: str, progress: Progress
) -> Comparison:
    """Look for a bare root among all the roots that the journal ever had.

    A root that was never here cannot be told from a typing error or from another book's.
    """
    root = _root_in(untrusted_text)
    if root is None:
        return Comparison(Verdict.UNREADABLE)
    before = Frontier()
    if before.root() == root:
        return Comparison(Verdict.UNCHANGED, 0, frontier.size)
    for leaf in leaves(store, progress, frontier.size):
        before = before.append(leaf)
        if before.root() == root:
            return Comparison(Verdict.UNCHANGED, before.size, frontier.size - before.size)
    return Comparison(Verdict.NOT_FOUND)


def _root_in(untrusted_text: str) -> bytes | None:
    """Return the root that the text says in hexadecimal digits or in words."""
    digits = "".join(untrusted_text.lstrip("\ufeff").split())
    try:
        if len(digits) == _HEX_CHARS:
            return bytes.fromhex(digits)
        return root_of_words(untrusted_text.lstrip("\ufeff"))
    except (NotWords, ValueError):
        return None


def _origin(store: Store) -> str:
    return origin_of(store.vault_id)
