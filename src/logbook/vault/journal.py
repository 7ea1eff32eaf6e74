"""The journal: every change as a revision that is never altered, in a tree that only grows.

The tables of the vault repeat what stands here; here is what counts. How a revision becomes a leaf
is in `revision`; research, security.md 3.6.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlcipher3

from logbook import __version__
from logbook.domain.checkpoint import Comparison
from logbook.domain.ids import RevisionSeq
from logbook.domain.merkle import Frontier, TreeHead
from logbook.domain.progress import SILENT, Progress
from logbook.errors import DatabaseDamaged, NoSuchItem
from logbook.vault import anchors
from logbook.vault.moments import from_ms, local_zone, to_ms
from logbook.vault.revision import Head, Sealed, commitments, seal, unpack
from logbook.vault.store import Head as SavedHead
from logbook.vault.store import Store
from logbook.vault.words import words_of

_REVISION = "SELECT seq, kind, subject, saved_ms, zone, back_ms, leaf, body IS NULL FROM revision"


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of the journal. `erased` is true where only the trace is left."""

    seq: RevisionSeq
    kind: str
    subject: str
    saved_at: datetime  # UTC, by this computer's clock
    zone: str
    back_ms: int  # how far the clock stood behind the revision before; 0 is as it should be
    leaf: bytes
    erased: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """A root that was given away or came back signed; `note` is the text that went with it."""

    id: int
    kind: str
    head: TreeHead
    kept_at: datetime
    note: str


class Journal:
    """Appends, reads and proves revisions. `clock` is this computer's; tests bring their own."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store = store
        self._clock = clock
        self._last_monotonic_ms: int | None = None
        store.head = self.head
        store.on_undo(self._forget)

    @property
    def size(self) -> int:
        """The number of revisions."""
        return self.frontier().size

    def root(self) -> bytes:
        """Return the 32 bytes that stand for the whole journal."""
        return self.frontier().root()

    def head(self) -> SavedHead:
        """Return size and root together: what every save puts into the high-water mark."""
        frontier = self.frontier()
        return SavedHead(frontier.size, frontier.root())

    def frontier(self) -> Frontier:
        """Return the right edge of the tree; raises `DatabaseDamaged` when it cannot be."""
        row = self._store.con.execute("SELECT size, peaks FROM journal_head").fetchone()
        try:
            return Frontier.from_bytes(*row)
        except (TypeError, ValueError) as error:
            raise DatabaseDamaged("the head of the journal", where="journal_head") from error

    def append(
        self, kind: str, subject: str, fields: Mapping[str, bytes], zone: str = ""
    ) -> RevisionSeq:
        """Add one revision inside `store.saving()` and return its place.

        `zone` is the IANA name that goes with the time; empty means this computer's.
        """
        with self._store.saving():
            frontier = self.frontier()
            head = self._head(kind, subject, zone)
            sealed = seal(head, fields)
            self._insert(frontier.size, head, sealed)
            frontier = frontier.append(sealed.leaf)
            self._store.con.execute(
                "UPDATE journal_head SET size = ?, peaks = ?, last_ms = ? WHERE one = 1",
                (frontier.size, frontier.to_bytes(), head.saved_ms),
            )
        return RevisionSeq(frontier.size - 1)

    def _head(self, kind: str, subject: str, zone: str) -> Head:
        now_ms = to_ms(self._clock())
        last_ms = self._store.con.one("SELECT last_ms FROM journal_head")
        monotonic_ms = time.monotonic_ns() // 1_000_000
        before_ms, self._last_monotonic_ms = self._last_monotonic_ms, monotonic_ms
        return Head(
            kind=kind,
            subject=subject,
            saved_ms=now_ms,
            zone=zone or local_zone(),
            back_ms=max(0, last_ms - now_ms),
            since_ms=None if before_ms is None else monotonic_ms - before_ms,
            app=__version__,
        )

    def _forget(self) -> None:
        self._last_monotonic_ms = None

    def _insert(self, seq: int, head: Head, sealed: Sealed) -> None:
        try:
            self._store.con.execute(
                "INSERT INTO revision (seq, kind, subject, saved_ms, zone, back_ms, since_ms, app,"
                " head_salt, leaf, seed, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (seq, *head.values(), sealed.head_salt, sealed.leaf, sealed.seed, sealed.body),
            )
        except sqlcipher3.IntegrityError as error:
            # A disk that lost some of a save and not all of it: the place is taken already.
            raise DatabaseDamaged("the head of the journal", where="journal_head") from error

    # -- reading -------------------------------------------------------------------------------

    def page(self, offset: int, limit: int) -> list[Revision]:
        """Return revisions in the order of saving."""
        return self._revisions(f"{_REVISION} WHERE seq >= ? ORDER BY seq LIMIT ?", (offset, limit))

    def of_subject(self, subject: str) -> list[Revision]:
        """Return everything that happened to one item, in order."""
        return self._revisions(f"{_REVISION} WHERE subject = ? ORDER BY seq", (subject,))

    def _revisions(self, sql: str, values: Sequence[object]) -> list[Revision]:
        rows = self._store.con.execute(sql, values).fetchall()
        return [
            Revision(seq, kind, subject, from_ms(saved_ms), zone, back_ms, leaf, bool(erased))
            for seq, kind, subject, saved_ms, zone, back_ms, leaf, erased in rows
        ]

    def fields(self, seq: int) -> dict[str, bytes] | None:
        """Return what a revision holds, None where it was erased; raises `NoSuchItem`."""
        row = self._store.con.execute("SELECT body FROM revision WHERE seq = ?", (seq,)).fetchone()
        if row is None:
            raise NoSuchItem(f"revision {seq}")
        return None if row[0] is None else unpack(row[0], seq)

    # -- erasing -------------------------------------------------------------------------------

    def erase(self, subject: str, kind: str) -> RevisionSeq:
        """Take the content of all revisions of `subject` away and say so in a new one.

        Leaves stay, and so do kind, subject and time of each revision: that something was there
        and was erased can be seen for ever, what it was cannot be guessed without the salts.
        """
        with self._store.saving():
            rows = self._store.con.execute(
                "SELECT seq, seed, body FROM revision WHERE subject = ? AND body IS NOT NULL",
                (subject,),
            ).fetchall()
            for seq, seed, body in rows:
                kept = b"".join(commitments(unpack(body, seq), seed))
                self._store.con.execute(
                    "UPDATE revision SET seed = NULL, body = NULL, commitments = ? WHERE seq = ?",
                    (kept, seq),
                )
            return self.append(kind, subject, {})

    # -- proving -------------------------------------------------------------------------------

    def words(self, root: bytes) -> tuple[str, ...]:
        """Return a root in 24 words, from which all 256 bits can be read again."""
        return words_of(root)

    def checkpoint_text(self) -> str:
        """Return a note over the journal as it is, signed with this book's key."""
        return anchors.checkpoint_text(self._store, self.frontier(), self._clock().astimezone())

    def compare(self, untrusted_text: str, progress: Progress = SILENT) -> Comparison:
        """Compare with a checkpoint that was given out, or a root in digits or in words."""
        return anchors.compare(self._store, self.frontier(), untrusted_text, progress)

    def keep_receipt(self, kind: str, head: TreeHead, note: str) -> int:
        """Keep that a root was given away or came back signed; returns its number."""
        with self._store.saving():
            self.append("receipt.add", "journal", {"kind": kind.encode(), "note": note.encode()})
            row = self._store.con.execute(
                "INSERT INTO receipt (kind, size, root, kept_ms, note) VALUES (?, ?, ?, ?, ?)"
                " RETURNING id",
                (kind, head.size, head.root, to_ms(self._clock()), note),
            ).fetchone()
        return int(row[0])

    def receipts(self) -> list[Receipt]:
        """Return every kept receipt, oldest first."""
        rows = self._store.con.execute(
            "SELECT id, kind, size, root, kept_ms, note FROM receipt ORDER BY id"
        ).fetchall()
        return [
            Receipt(number, kind, TreeHead(size, root), from_ms(kept_ms), note)
            for number, kind, size, root, kept_ms, note in rows
        ]
