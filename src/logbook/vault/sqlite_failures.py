"""What an error of the database or the system means: a failure to tell, or a bug of ours."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3

from logbook.errors import (
    DatabaseDamaged,
    DiskFailed,
    DiskFull,
    NotEnoughMemory,
    VaultError,
    VaultGone,
    VaultInUse,
    VaultReadOnly,
)

# Primary result codes, https://sqlite.org/rescode.html; an extended code has more in its high bits.
_BUSY, _NOMEM, _READONLY, _IOERR, _CORRUPT, _FULL = 5, 7, 8, 10, 11, 13
_CANTOPEN, _PROTOCOL, _NOLFS, _NOTADB = 14, 15, 22, 26
_READONLY_DBMOVED = 1032

_MEANING: dict[int, type[VaultError]] = {
    _BUSY: VaultInUse,
    _NOMEM: NotEnoughMemory,
    _READONLY: VaultReadOnly,
    _IOERR: DiskFailed,
    _CORRUPT: DatabaseDamaged,
    _FULL: DiskFull,
    _CANTOPEN: VaultReadOnly,
    _PROTOCOL: DiskFailed,
    _NOLFS: DiskFull,
    _NOTADB: DatabaseDamaged,
}
# The copying of a whole database raises without a code, with the words of sqlite3_errstr alone.
_SAID = {
    "database is locked": _BUSY,
    "out of memory": _NOMEM,
    "attempt to write a readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANTOPEN,
    "file is not a database": _NOTADB,
}
_GONE_WHEN_MISSING = {_READONLY, _IOERR, _CANTOPEN, _PROTOCOL, _NOTADB, _CORRUPT}


def failure_of(error: sqlcipher3.Error, database: Path) -> VaultError | None:
    """Return the failure that `error` is, or None when it is a bug (wrong SQL, a constraint).

    A file that is no longer there explains every other symptom: the stick was pulled.
    """
    code = getattr(error, "sqlite_errorcode", 0) or _SAID.get(str(error), 0)
    fact = getattr(error, "sqlite_errorname", type(error).__name__)
    if code == _READONLY_DBMOVED or (code & 0xFF in _GONE_WHEN_MISSING and not _is_there(database)):
        return VaultGone(fact)
    kind = _MEANING.get(code & 0xFF)
    return kind(fact) if kind else None


def poisons(failure: VaultError) -> bool:
    """Tell whether a connection that met this must not be used again.

    After one bad page SQLCipher fails for good pages too (its issue 617), and after an I/O error
    what SQLite remembers may not be what the disk holds.
    """
    return isinstance(failure, (DiskFailed, DatabaseDamaged, VaultGone, NotEnoughMemory))


def _is_there(database: Path) -> bool:
    try:
        return database.exists()
    except OSError:
        return False
