from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlcipher3

from logbook.errors import DatabaseDamaged, VaultGone
from logbook.vault import connection

KEY = bytes(range(32))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "log.db"
    con = connection.connect(path, bytearray(KEY))
    con.execute("CREATE TABLE note (text TEXT)")
    con.execute("INSERT INTO note VALUES ('canary in the mine')")
    con.close()
    return path


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}


def leave_hot_log(database: Path) -> None:
    """Commit a row in a process that ends before its log is folded in."""
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom logbook.vault import connection\n"
        "con = connection.connect(Path(sys.argv[1]), bytearray(range(32)))\n"
        "con.execute(\"INSERT INTO note VALUES ('from the log')\")\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(database)], check=True)


def test_the_key_buffer_is_wiped(database: Path) -> None:
    key = bytearray(KEY)
    connection.connect(database, key).close()
    assert key == bytes(32)


def test_the_key_buffer_is_wiped_when_it_does_not_fit(database: Path) -> None:
    key = bytearray(b"w" * 32)
    with pytest.raises(DatabaseDamaged):
        connection.connect(database, key)
    assert key == bytes(32)


def test_the_file_holds_no_plaintext_and_no_magic(database: Path) -> None:
    raw = database.read_bytes()
    assert b"canary" not in raw
    assert not raw.startswith(b"SQLite format 3")


def test_the_key_is_used_raw_without_a_second_slow_derivation(database: Path) -> None:
    """The negative control: the same 32 bytes as a passphrase open nothing."""
    con = sqlcipher3.connect(str(database))
    con.execute("PRAGMA cipher_log_level=NONE")
    con.set_key(bytearray(KEY))
    with pytest.raises(sqlcipher3.DatabaseError):
        con.execute("SELECT * FROM note").fetchall()
    con.close()


def test_a_wrong_key_writes_nothing_to_standard_error(database: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom logbook.errors import DatabaseDamaged\n"
        "from logbook.vault import connection\n"
        "try:\n    connection.connect(Path(sys.argv[1]), bytearray(32))\n"
        "except DatabaseDamaged:\n    print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(database)], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH ':memory:' AS other",
        "ATTACH 'plain.db' AS other KEY ''",
        "DETACH main",
        "PRAGMA key='x'",
        "PRAGMA rekey='x'",
        "PRAGMA rekey=''",
        "PRAGMA temp_store=FILE",
        "PRAGMA temp_store_directory='.'",
        "PRAGMA writable_schema=ON",
        "PRAGMA synchronous=OFF",
        "PRAGMA journal_mode=DELETE",
        "PRAGMA locking_mode=NORMAL",
        "PRAGMA secure_delete=OFF",
        "PRAGMA trusted_schema=ON",
        "PRAGMA cipher_memory_security=ON",
        "PRAGMA cipher_log='log.txt'",
        "PRAGMA cipher_profile='log.txt'",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
        "VACUUM INTO 'copy.db'",
    ],
)
def test_what_could_leak_or_weaken_is_refused_once_the_doors_are_shut(
    database: Path, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    monkeypatch.chdir(database.parent)
    before = snapshot(database.parent)
    con = connection.connect(database, bytearray(KEY))
    connection.shut_doors(con)
    with pytest.raises(sqlcipher3.Error):
        con.execute(sql).fetchall()
    con.close()
    assert snapshot(database.parent).keys() == before.keys()


def test_without_the_authorizer_an_attach_would_work(database: Path) -> None:
    """The negative control of the test above."""
    con = connection.connect(database, bytearray(KEY))
    con.execute("ATTACH ':memory:' AS other")
    assert [name for _, name, _ in con.execute("PRAGMA database_list")] == ["main", "other"]
    con.close()


@pytest.mark.parametrize(
    "sql", ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA user_version"]
)
def test_what_a_check_needs_stays_allowed(database: Path, sql: str) -> None:
    con = connection.connect(database, bytearray(KEY))
    connection.shut_doors(con)
    said = con.execute(sql).fetchall()
    assert said in ([], [("ok",)], [(0,)])  # no page is damaged; of no version
    con.close()


def test_an_older_library_is_refused(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "LEAST_SQLITE", (99, 0, 0))
    with pytest.raises(RuntimeError, match="too old"):
        connection.connect(database, bytearray(KEY))


def test_a_setting_that_does_not_take_is_refused(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_SETTINGS", (("temp_store", "DEFAULT", "2"),))
    with pytest.raises(RuntimeError, match="temp_store"):
        connection.connect(database, bytearray(KEY))


def test_another_thread_is_refused(database: Path) -> None:
    con = connection.connect(database, bytearray(KEY))
    found: list[Exception] = []

    def use() -> None:
        try:
            con.execute("SELECT 1")
        except sqlcipher3.ProgrammingError as error:
            found.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    con.close()
    assert len(found) == 1


def test_a_second_connection_is_refused_and_no_shared_memory_file_appears(database: Path) -> None:
    con = connection.connect(database, bytearray(KEY))
    con.execute("INSERT INTO note VALUES ('x')")
    assert not database.with_name("log.db-shm").exists()
    script = (
        "import sys\nfrom pathlib import Path\nfrom logbook.errors import VaultInUse\n"
        "from logbook.vault import connection\n"
        "try:\n    connection.connect(Path(sys.argv[1]), bytearray(range(32)))\n"
        "except VaultInUse:\n    print('in use')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(database)], capture_output=True, text=True, check=True
    )
    con.close()
    assert done.stdout == "in use\n"


def test_a_look_sees_the_log_and_changes_nothing(database: Path) -> None:
    leave_hot_log(database)
    before = snapshot(database.parent)
    con = connection.inspect(database, bytearray(KEY), with_log=True)
    assert con.one("SELECT count(*) FROM note") == 2
    con.close()
    assert snapshot(database.parent) == before


def test_an_ordinary_opening_would_fold_the_log(database: Path) -> None:
    """The negative control: why a look is not an ordinary opening."""
    leave_hot_log(database)
    before = snapshot(database.parent)
    connection.connect(database, bytearray(KEY)).close()
    assert snapshot(database.parent) != before


def test_a_look_without_a_log_changes_nothing(database: Path) -> None:
    before = snapshot(database.parent)
    con = connection.inspect(database, bytearray(KEY), with_log=False)
    assert con.one("SELECT count(*) FROM note") == 1
    con.close()
    assert snapshot(database.parent) == before


def test_a_look_cannot_write(database: Path) -> None:
    con = connection.inspect(database, bytearray(KEY), with_log=False)
    with pytest.raises(Exception, match="READONLY"):
        con.execute("INSERT INTO note VALUES ('x')")
    con.close()


@pytest.mark.parametrize("name", ["a b", "100%", "x?mode=rw", "a#b", "ü 日本"])
def test_a_look_takes_any_path(database: Path, name: str) -> None:
    folder = database.parent / name
    folder.mkdir()
    moved = database.rename(folder / "log.db")
    con = connection.inspect(moved, bytearray(KEY), with_log=False)
    assert con.one("SELECT count(*) FROM note") == 1
    con.close()


def test_a_damaged_page_is_a_failure_whichever_way_rows_are_read(database: Path) -> None:
    con = connection.connect(database, bytearray(KEY))
    con.execute("CREATE TABLE many (text TEXT)")
    con.executemany("INSERT INTO many VALUES (?)", (("x" * 900,) for _ in range(100)))
    con.close()
    raw = bytearray(database.read_bytes())
    for page in range(5, len(raw) // 4096):
        raw[page * 4096 + 100] ^= 1
    database.write_bytes(raw)
    for read in (
        list,
        lambda rows: rows.fetchall(),
        lambda rows: [rows.fetchone() for _ in range(99)],
    ):
        con = connection.connect(database, bytearray(KEY))
        with pytest.raises(DatabaseDamaged):
            read(con.execute("SELECT text FROM many"))
        assert con.suspect
        con.close()


def test_a_bug_in_sql_is_no_failure_of_the_vault(database: Path) -> None:
    con = connection.connect(database, bytearray(KEY))
    with pytest.raises(sqlcipher3.OperationalError, match="no such table"):
        con.execute("SELECT * FROM nowhere")
    con.execute("CREATE TABLE one (a UNIQUE)")
    with pytest.raises(sqlcipher3.IntegrityError):
        con.executemany("INSERT INTO one VALUES (?)", [(1,), (1,)])
    assert not con.suspect
    con.close()


def test_a_folder_that_is_not_there_is_gone(tmp_path: Path) -> None:
    with pytest.raises(VaultGone):
        connection.connect(tmp_path / "away" / "log.db", bytearray(KEY))


def temporary_files(database: Path, temp_store: str) -> list[str]:
    """Return the temporary files that SQLite holds open in the middle of a sort."""
    con = connection.connect(database, bytearray(KEY))
    con.execute(f"PRAGMA temp_store={temp_store}")
    con.execute("PRAGMA cache_size=-100")
    con.execute("BEGIN")
    texts = ((f"{number * 7919 % 100_003}" * 200,) for number in range(3000))
    con.executemany("INSERT INTO note VALUES (?)", texts)
    con.execute("COMMIT")
    rows = con.execute("SELECT text FROM note ORDER BY text DESC")
    next(rows)
    links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    found = [str(link.readlink()) for link in links]
    rows.fetchall()
    con.close()
    return [name for name in found if "etilqs" in name]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are seen in /proc")
def test_a_large_sort_writes_no_temporary_file(database: Path) -> None:
    assert temporary_files(database, "MEMORY") == []
    assert temporary_files(database, "FILE") != []  # the negative control
