"""The store: one connection, and the path on which a save becomes durable before it is said so.

A save is acknowledged when `saving()` ends without an error: committed to the write-ahead log with
its fsync, folded into the database, and the high-water mark moved. Nothing earlier counts.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3

from logbook.errors import DatabaseDamaged, DiskFailed, DiskFull, VaultError, VaultGone
from logbook.vault import connection, migrations, reserve
from logbook.vault.connection import Connection
from logbook.vault.keys import Keys, Purpose
from logbook.vault.notices import Notice
from logbook.vault.place import Place
from logbook.vault.secret import wipe
from logbook.vault.state import Mark, StateFile

NO_ROOT = hashlib.sha256(b"").digest()  # of an empty tree, RFC 6962 section 2.1


@dataclass(frozen=True, slots=True)
class Head:
    """How far the journal has come."""

    size: int
    root: bytes  # 32 bytes


class Store:
    """An open database for the tables of the vault room; used from one thread.

    `head` is asked inside every save for the journal's size and root. A table that keeps
    something in memory registers with `on_undo`: called after a roll-back or a new connection,
    when only the database knows what is true. Ask for `con` each time; it may be a new one.
    """

    def __init__(
        self,
        place: Place,
        vault_id: bytes,
        keys: Keys,
        header_seq: int,
        purpose: Purpose = Purpose.DATABASE,
    ) -> None:
        self.place = place
        self.vault_id = vault_id
        self.keys = keys
        self.header_seq = header_seq
        self.notices: list[Notice] = []
        self.head: Callable[[], Head] = lambda: Head(0, NO_ROOT)
        self.state = StateFile(place, vault_id, keys.subkey(Purpose.STATE_MAC))
        self._purpose = purpose
        self._undo_hooks: list[Callable[[], None]] = []
        self._con: Connection | None = None
        self._file: tuple[int, int] | None = None
        self._depth = 0
        self._changes = self._changes_aside = 0
        self._doomed: BaseException | None = None
        self._forgetting = False
        self._closed = False
        self._unmarked: Mark | None = None  # how far it had come where no session could be begun

    # -- opening and closing

    def open(self) -> Path | None:
        """Connect, fold a left-over log in, and migrate.

        Returns the copy that was kept before a migration. The caller has inspected the database:
        from here on its files change.
        """
        self._connect()
        self._checkpoint()
        return migrations.migrate(self.con, self.place)

    def open_copy(self, fill: Callable[[Connection], None]) -> None:
        """Connect to a new file and let `fill` copy a whole database into it."""
        self._connect()
        fill(self.con)
        self._checkpoint()
        connection.shut_doors(self.con)

    def start_empty(self) -> None:
        """Write the row that a new database starts from."""
        self.con.execute(
            "INSERT INTO meta (one, vault, save_seq, journal_size, journal_root) "
            "VALUES (1, ?, 0, 0, ?)",
            (self.vault_id, NO_ROOT),
        )

    def ready(self, *, to_read: bool = False) -> None:
        """Move the high-water mark for a session that begins, and shut the doors of SQL.

        On a full disk the mark stays as it was found, when the vault is wanted `to_read`: every
        save moves it, or is not acknowledged.
        """
        try:
            self.settle()
        except DiskFull:
            if not to_read:
                raise
            self._unmarked = self.mark()
            self.tell(Notice.RESERVE_MISSING)
        connection.shut_doors(self.con)

    def abandon(self) -> None:
        """Let go of the connection and the keys without writing; for an opening that failed."""
        self._closed = True
        self._disconnect()
        wipe(self.state.key)
        self.keys.wipe()

    def close(self) -> None:
        """Fold the log, mark the vault as closed, and forget the keys; may be called twice.

        Raises the `VaultError` that kept it from ending clean; it is closed all the same.
        """
        if self._closed:
            return
        try:
            if self._con is None or not self._con.suspect:
                self._end_session()
        finally:
            self.abandon()

    def _end_session(self) -> None:
        if self._unmarked is None or self.mark() != self._unmarked:
            self.settle(clean=True)

    # -- using

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self.place.folder

    @property
    def con(self) -> Connection:
        """The connection: a fresh one when the last met an error that it must not outlive."""
        if self._depth == 0 and (self._con is None or self._con.suspect) and not self._forgetting:
            self._reconnect()
        if self._con is None:
            raise DiskFailed("the connection was lost inside a save")
        return self._con

    def let_go(self) -> None:
        """Give up the reads that an exception cut short, before cleaning up after it.

        Its frames hold their cursors open, and beside an open one no save can be folded.
        """
        if self._con is not None:
            self._con.suspect = True

    def on_undo(self, forget: Callable[[], None]) -> None:
        """Call `forget` whenever what a table keeps in memory may no longer be true."""
        self._undo_hooks.append(forget)

    def mark(self) -> Mark:
        """Return how far the database has come."""
        return read_mark(self.con, self.vault_id)

    def changes(self, *, aside: bool = False) -> int:
        """Return a number that is another one after every save; what only was read stays true.

        A save that failed counts too. Those that said they are `aside` count only when asked for.
        """
        return self._changes + (self._changes_aside if aside else 0)

    @contextlib.contextmanager
    def saving(self, *, aside: bool = False) -> Iterator[None]:
        """Join everything inside into one save that is acknowledged when the block ends.

        A nested block joins the outer one; when it fails, the outer one cannot succeed any more.
        Any exception undoes the whole save, `Cancelled` too. Raises `DiskFull` and others when the
        save did not happen, `DiskFailed` when that is not certain. `aside`: nothing that the lists
        of the book show is changed here.
        """
        try:
            with self._joined() if self._depth else self._alone():
                yield
        finally:
            if aside:
                self._changes_aside += 1
            else:
                self._changes += 1

    # -- inside a save

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        self._make_room()
        self.con.execute("BEGIN IMMEDIATE")
        self._depth, self._doomed = 1, None
        try:
            yield
            if self._doomed is not None:
                raise self._doomed
            mark = self._advance()
        except BaseException as error:
            self._depth = 0
            self._undo(error)
            raise
        self._depth = 0
        self._commit(mark)
        self._settle_or_say(mark)

    @contextlib.contextmanager
    def _joined(self) -> Iterator[None]:
        self._depth += 1
        try:
            yield
        except BaseException as error:
            self._doomed = self._doomed or error
            raise
        finally:
            self._depth -= 1

    def _make_room(self) -> None:
        """Give the reserve up before a save that may not fit: a failed commit cannot be resumed."""
        if reserve.needed(self.place) and reserve.give_up(self.place):
            self.tell(Notice.RESERVE_USED)

    def _advance(self) -> Mark:
        """Move the row that the high-water mark is compared with, inside the transaction."""
        head = self.head()
        seq = self.con.one(
            "UPDATE meta SET save_seq = save_seq + 1, journal_size = ?, journal_root = ? "
            "WHERE vault = ? RETURNING save_seq",
            (head.size, head.root, self.vault_id),
        )
        if seq is None:
            raise DatabaseDamaged("the row of saves is missing", where="meta")
        return Mark(seq, head.size, head.root)

    def _undo(self, error: BaseException) -> None:
        if self._con is not None and self._con.in_transaction:
            try:
                self._con.execute("ROLLBACK")
            except (VaultError, sqlcipher3.Error):
                # The first failure is the one to tell; the next use takes a new connection.
                self._con.suspect = True
        if isinstance(error, DiskFull) and reserve.give_up(self.place):
            self.tell(Notice.RESERVE_USED)
        self._forget()

    def _commit(self, mark: Mark) -> None:
        try:
            self.con.execute("COMMIT")
        except VaultError as failure:
            if not self._is_there_after_all(mark):
                self._undo(failure)
                raise
        except sqlcipher3.Error as bug:
            # Such as a deferred constraint: SQLite keeps the transaction open.
            self._undo(bug)
            raise

    def _is_there_after_all(self, mark: Mark) -> bool:
        """Look, with a new connection, whether a commit that reported an error took place.

        25 of 14,560 did in a fault test. What is found counts only once it is folded into the
        database with a new fsync: after a failed one the cache of the system may show more than
        the disk holds.
        """
        try:
            self._reconnect()
            self._checkpoint()
            return self.mark() == mark
        except VaultError as failure:
            raise DiskFailed("the save could not be looked up") from failure

    def _settle_or_say(self, mark: Mark) -> None:
        """Make a committed save unrollable; it is durable, but not acknowledged before."""
        try:
            try:
                self.settle(mark)
            except DiskFull:
                if not reserve.give_up(self.place):
                    raise
                self.tell(Notice.RESERVE_USED)
                self.settle(mark)
        except VaultGone:
            raise
        except VaultError as failure:
            raise DiskFailed("kept, but the mark could not be moved") from failure

    # -- the parts of the save path

    def settle(self, mark: Mark | None = None, *, clean: bool = False) -> None:
        """Fold the log into the database and move the high-water mark."""
        self._checkpoint()
        self._refuse_lost_file()
        self.state.write(mark or self.mark(), self.header_seq, clean=clean)
        self._unmarked = None

    def _checkpoint(self) -> None:
        """Fold the log; a cursor that was not read to its end is a bug and ends here."""
        busy, log, _folded = self.con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy or log:
            raise RuntimeError("the log could not be folded into the database")

    def _refuse_lost_file(self) -> None:
        """Raise `VaultGone` when the path no longer leads to the file that is open.

        On Unix a deleted or replaced file can still be written, and everything in it would be
        lost with the process.
        """
        if self._file != _identity(self.place.database):
            raise VaultGone("the database was moved or replaced while open")

    def _connect(self) -> None:
        con = connection.connect(self.place.database, self.keys.subkey(self._purpose))
        self._con = con
        self._file = _identity(self.place.database)

    def _disconnect(self) -> None:
        con, self._con = self._con, None
        if con is not None:
            # A connection that already failed may fail to close; the next one tells why.
            with contextlib.suppress(sqlcipher3.Error):
                con.close()

    def _reconnect(self) -> None:
        self._disconnect()
        self._connect()
        connection.shut_doors(self.con)
        self._forget()

    def _forget(self) -> None:
        """Call the hooks; a bad page that one of them meets must not call them again for ever."""
        if self._forgetting:
            return
        self._forgetting = True
        try:
            for forget in self._undo_hooks:
                forget()
        finally:
            self._forgetting = False

    def tell(self, notice: Notice) -> None:
        """Keep what is no failure and must be said; once."""
        if notice not in self.notices:
            self.notices.append(notice)


def read_mark(con: Connection, vault_id: bytes) -> Mark:
    """Return how far a database has come; raises `DatabaseDamaged` when it is not of this vault."""
    row = con.execute(
        "SELECT save_seq, journal_size, journal_root FROM meta WHERE vault = ?", (vault_id,)
    ).fetchone()
    if row is None:
        raise DatabaseDamaged("the database is of another vault", where="meta")
    return Mark(*row)


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise VaultGone("the database is not there") from error
    return found.st_dev, found.st_ino
