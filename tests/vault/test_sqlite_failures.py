from __future__ import annotations

from pathlib import Path

import pytest
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
from logbook.vault.sqlite_failures import failure_of, poisons


def an_error(code: int) -> sqlcipher3.Error:
    error = sqlcipher3.OperationalError("injected")
    error.sqlite_errorcode = code
    error.sqlite_errorname = f"SQLITE_{code}"
    return error


@pytest.mark.parametrize(
    ("code", "failure"),
    [
        (5, VaultInUse),  # BUSY
        (261, VaultInUse),  # BUSY_RECOVERY
        (7, NotEnoughMemory),  # NOMEM
        (8, VaultReadOnly),  # READONLY
        (10, DiskFailed),  # IOERR
        (266, DiskFailed),  # IOERR_READ
        (1034, DiskFailed),  # IOERR_FSYNC
        (11, DatabaseDamaged),  # CORRUPT
        (267, DatabaseDamaged),  # CORRUPT_VTAB
        (13, DiskFull),  # FULL
        (14, VaultReadOnly),  # CANTOPEN
        (26, DatabaseDamaged),  # NOTADB
        (1032, VaultGone),  # READONLY_DBMOVED
    ],
)
def test_a_result_code_is_one_failure(tmp_path: Path, code: int, failure: type[VaultError]) -> None:
    (tmp_path / "log.db").touch()
    assert type(failure_of(an_error(code), tmp_path / "log.db")) is failure


@pytest.mark.parametrize("code", [8, 10, 266, 14, 26, 11])
def test_a_file_that_is_gone_explains_every_other_symptom(tmp_path: Path, code: int) -> None:
    assert type(failure_of(an_error(code), tmp_path / "log.db")) is VaultGone


def test_a_copy_that_does_not_fit_is_a_full_disk_though_it_has_no_code(tmp_path: Path) -> None:
    source = sqlcipher3.connect(":memory:", isolation_level=None)
    source.execute("CREATE TABLE many AS SELECT zeroblob(100000) AS bytes")
    target = sqlcipher3.connect(str(tmp_path / "log.db"), isolation_level=None)
    target.execute("PRAGMA max_page_count = 3").fetchall()
    with pytest.raises(sqlcipher3.Error) as caught:
        source.backup(target)
    assert not hasattr(caught.value, "sqlite_errorcode")
    assert type(failure_of(caught.value, tmp_path / "log.db")) is DiskFull
    source.close()
    target.close()


@pytest.mark.parametrize("code", [0, 1, 6, 9, 19, 20, 21, 23, 25])
def test_other_codes_are_bugs_not_failures(tmp_path: Path, code: int) -> None:
    """Among them wrong SQL, a table locked by our own cursor, constraints and misuse."""
    assert failure_of(an_error(code), tmp_path / "log.db") is None


def test_a_full_disk_does_not_spoil_the_connection_and_a_bad_page_does() -> None:
    assert not poisons(DiskFull())
    assert not poisons(VaultInUse())
    assert poisons(DatabaseDamaged())
    assert poisons(DiskFailed())


def test_a_failure_tells_the_code_and_nothing_that_a_person_wrote(tmp_path: Path) -> None:
    (tmp_path / "log.db").touch()
    assert str(failure_of(an_error(13), tmp_path / "log.db")) == "SQLITE_13"
