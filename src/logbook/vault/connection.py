"""The connection to a vault's database: keyed, set up, its versions proven and its doors shut.

The order matters and each line has its measured reason (research, security.md 2.2, 2.9, 3.4).
"""

from __future__ import annotations

import binascii
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

import sqlcipher3

from logbook.errors import DatabaseDamaged
from logbook.vault.secret import wipe
from logbook.vault.sqlite_failures import failure_of, poisons

LEAST_SQLITE = (3, 53, 4)  # corruption and memory bugs fixed up to here
LEAST_SQLCIPHER = (4, 19, 0)

_SETTINGS = (
    ("temp_store", "MEMORY", "2"),  # FILE writes plaintext to temporary files
    ("locking_mode", "EXCLUSIVE", "exclusive"),  # set before the first read, here proven
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),  # NORMAL loses saves in a power cut
    ("wal_autocheckpoint", "0", "0"),  # the save path does it, and sees its errors
    ("cache_size", "-32000", "-32000"),
    ("mmap_size", "0", ""),  # pages in the clear must not be mapped
    ("foreign_keys", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("secure_delete", "ON", "1"),
    ("recursive_triggers", "ON", "1"),
    ("fullfsync", "ON", "1"),  # macOS: an fsync alone does not reach the disk
    ("checkpoint_fullfsync", "ON", "1"),
)
_CIPHER_SETTINGS = {
    "PRAGMA kdf_iter = 256000;",
    "PRAGMA cipher_page_size = 4096;",
    "PRAGMA cipher_use_hmac = 1;",
    "PRAGMA cipher_plaintext_header_size = 0;",
    "PRAGMA cipher_hmac_algorithm = HMAC_SHA512;",
    "PRAGMA cipher_kdf_algorithm = PBKDF2_HMAC_SHA512;",
}
# Whatever else a pragma could change, it does not change it after the set-up.
_HARMLESS_PRAGMAS = frozenset(
    {
        "cipher_integrity_check",
        "data_version",
        "foreign_key_check",
        "freelist_count",
        "incremental_vacuum",
        "integrity_check",
        "optimize",
        "page_count",
        "page_size",
        "quick_check",
        "table_info",
        "table_list",
        "table_xinfo",
        "user_version",
        "wal_checkpoint",
    }
)
_FORBIDDEN_ACTIONS = frozenset({sqlcipher3.SQLITE_ATTACH, sqlcipher3.SQLITE_DETACH})
_NO_LOCKS_VFS = "win32-none" if sys.platform == "win32" else "unix-none"


class Cursor(sqlcipher3.Cursor):  # type: ignore[misc]  # the library ships no types
    """A cursor whose errors are the program's own failures."""

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Self:
        """Run one statement."""
        try:
            super().execute(sql, parameters)
        except sqlcipher3.Error as error:
            self.connection.tell(error)
            raise
        return self

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Self:
        """Run one statement for every row."""
        try:
            super().executemany(sql, rows)
        except sqlcipher3.Error as error:
            self.connection.tell(error)
            raise
        return self

    def __next__(self) -> Any:  # noqa: ANN401 - a row has the types that its statement gives
        try:
            return super().__next__()
        except sqlcipher3.Error as error:
            self.connection.tell(error)
            raise

    def fetchone(self) -> Any:  # noqa: ANN401 - as above
        """Return the next row or None."""
        try:
            return super().fetchone()
        except sqlcipher3.Error as error:
            self.connection.tell(error)
            raise

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        try:
            return list(super().fetchall())
        except sqlcipher3.Error as error:
            self.connection.tell(error)
            raise


class Connection(sqlcipher3.Connection):  # type: ignore[misc]  # the library ships no types
    """A connection for one thread; `suspect` once it met an error that it must not outlive.

    Using it from another thread is a bug that the library itself refuses.
    """

    database: Path
    suspect: bool = False

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Cursor:
        """Run one statement; the cursor must be read to its end before a save ends."""
        return self.cursor(Cursor).execute(sql, parameters)  # type: ignore[no-any-return]

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Cursor:
        """Run one statement for every row."""
        return self.cursor(Cursor).executemany(sql, rows)  # type: ignore[no-any-return]

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Any:  # noqa: ANN401 - as SQL gives
        """Return the only value of the only row, or None when there is no row."""
        row = self.execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    def tell(self, error: sqlcipher3.Error) -> None:
        """Raise what `error` means; return when it means a bug."""
        failure = failure_of(error, self.database)
        if failure is not None:
            self.suspect = self.suspect or poisons(failure)
            raise failure from error


def connect(database: Path, key: bytearray) -> Connection:
    """Open the database for reading and writing; creates it where it is missing or empty.

    `key` (32 bytes) is wiped. Raises `DatabaseDamaged` when the key does not open page 1: the
    caller has proven the key by the header, so the page is at fault.
    """
    con = _keyed(str(database), database, key)
    try:
        for name, value, wanted in _SETTINGS:
            con.execute(f"PRAGMA {name}={value}").fetchall()
            if wanted and str(con.one(f"PRAGMA {name}")) != wanted:
                raise RuntimeError(f"the database does not take {name}={value}")
        _refuse_old_libraries(con)
    except BaseException:
        con.close()
        raise
    return con


def inspect(database: Path, key: bytearray, *, with_log: bool) -> Connection:
    """Open the database for a look that changes no byte and no time of any file.

    The caller holds the vault's own lock. SQLite's locks are off, because even a read would write
    lock files, and the end of a locked session would fold the log into the database before anyone
    knows whether the log belongs to it. `with_log` only when the log holds a whole transaction
    (`left_over_log`): SQLite deletes one that does not, even here.
    """
    how = f"vfs={_NO_LOCKS_VFS}" if with_log else "immutable=1"
    return _keyed(f"{database.as_uri()}?mode=ro&{how}", database, key, uri=True)


def shut_doors(con: Connection) -> None:
    """Refuse, from here on, what could write plaintext elsewhere or weaken the settings."""
    con.set_authorizer(_authorize)


def _keyed(name: str, database: Path, key: bytearray, *, uri: bool = False) -> Connection:
    """Connect and read page 1; before that, one process alone, so that no -shm file is made."""
    try:
        # No waiting for locks: one process holds the vault, and whoever else locks it won't go.
        con = sqlcipher3.connect(name, 0, isolation_level=None, factory=Connection, uri=uri)
    except sqlcipher3.Error as error:
        wipe(key)
        raise failure_of(error, database) or error from error
    con.database = database
    try:
        # A wrong key or a bad page would otherwise be written to standard error with the time.
        con.execute("PRAGMA cipher_log_level=NONE").fetchall()
        _set_key(con, key)
        con.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
        con.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except BaseException:
        con.close()
        raise
    finally:
        wipe(key)
    return con  # type: ignore[no-any-return]


def _set_key(con: Connection, key: bytearray) -> None:
    """Hand over a raw key. Through `PRAGMA key` three copies of it stay in memory (measured)."""
    raw = bytearray(b"x'" + binascii.hexlify(key) + b"'")
    try:
        con.set_key(raw)
    finally:
        wipe(raw)


def _refuse_old_libraries(con: Connection) -> None:
    """Raise when a library is older than the fixes this program relies on, or built otherwise."""
    sqlite = _version(str(con.one("SELECT sqlite_version()")))
    cipher = _version(str(con.one("PRAGMA cipher_version")))
    if sqlite < LEAST_SQLITE or cipher < LEAST_SQLCIPHER:
        raise RuntimeError(f"too old: SQLite {sqlite}, SQLCipher {cipher}")
    if not con.one("SELECT sqlite_compileoption_used('ENABLE_FTS5')"):
        raise RuntimeError("SQLite was built without FTS5")
    if {str(row[0]) for row in con.execute("PRAGMA cipher_settings")} != _CIPHER_SETTINGS:
        raise DatabaseDamaged("the page format is not the one of this program")


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(maxsplit=1)[0].split("."))


def _authorize(
    action: int, first: str | None, second: str | None, _database: str | None, _by: str | None
) -> int:
    """Answer SQLite's question about one action of a statement that it prepares."""
    if action in _FORBIDDEN_ACTIONS:
        return int(sqlcipher3.SQLITE_DENY)
    if action == sqlcipher3.SQLITE_FUNCTION and second == "load_extension":
        return int(sqlcipher3.SQLITE_DENY)
    if action == sqlcipher3.SQLITE_PRAGMA and first not in _HARMLESS_PRAGMAS:
        return int(sqlcipher3.SQLITE_DENY)
    return int(sqlcipher3.SQLITE_OK)
