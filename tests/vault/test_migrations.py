from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3

from logbook.errors import NewerVersion
from logbook.vault import migrations
from logbook.vault.connection import Connection, connect
from logbook.vault.migrations import Step
from logbook.vault.notices import Notice
from logbook.vault.place import Place
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

KEY = bytes(range(32))
ONE = Step(1, "CREATE TABLE one (a TEXT) STRICT;\nINSERT INTO one VALUES ('kept');")
TWO = Step(2, "ALTER TABLE one ADD COLUMN b TEXT;\nUPDATE one SET b = a;")
WRONG = Step(2, "ALTER TABLE one ADD COLUMN b TEXT;\nINSERT INTO nowhere VALUES (1);")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place.at(tmp_path)


def opened(place: Place) -> Connection:
    return connect(place.database, bytearray(KEY))


def know(monkeypatch: pytest.MonkeyPatch, *steps: Step) -> None:
    monkeypatch.setattr(migrations, "steps", lambda: steps)


def test_a_new_database_gets_every_step_and_no_copy(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, ONE, TWO)
    con = opened(place)
    assert migrations.migrate(con, place) is None
    assert con.execute("SELECT a, b FROM one").fetchall() == [("kept", "kept")]
    assert migrations.version(con) == 2
    con.close()


def test_an_older_database_is_copied_and_brought_forward(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, ONE)
    con = opened(place)
    migrations.migrate(con, place)
    con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    know(monkeypatch, ONE, TWO)
    copy = migrations.migrate(con, place)
    con.close()
    assert copy is not None
    assert copy.stat().st_mode & 0o777 == 0o600
    before = connect(copy, bytearray(KEY))
    assert before.execute("SELECT * FROM one").fetchall() == [("kept",)]
    before.close()


def test_only_the_copy_of_the_last_migration_stays(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, ONE)
    con = opened(place)
    migrations.migrate(con, place)
    know(monkeypatch, ONE, TWO)
    migrations.migrate(con, place)
    know(monkeypatch, ONE, TWO, Step(3, "CREATE TABLE three (a TEXT) STRICT;"))
    migrations.migrate(con, place)
    con.close()
    assert [path.name for path in place.folder.glob("log.db.*")] == ["log.db.schema-2"]


def test_a_step_that_fails_changes_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    know(monkeypatch, ONE)
    con = opened(place)
    migrations.migrate(con, place)
    know(monkeypatch, ONE, WRONG)
    with pytest.raises(sqlcipher3.OperationalError, match="nowhere"):
        migrations.migrate(con, place)
    assert not con.in_transaction
    assert migrations.version(con) == 1
    assert con.execute("SELECT * FROM one").fetchall() == [("kept",)]
    con.close()


def test_a_schema_that_we_do_not_know_is_refused(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, ONE)
    con = opened(place)
    con.execute("PRAGMA user_version=2")
    with pytest.raises(NewerVersion):
        migrations.migrate(con, place)
    con.close()


def test_the_scripts_of_this_program_are_numbered_without_a_gap() -> None:
    numbers = [step.number for step in migrations.steps()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_vault_of_an_earlier_schema_is_migrated_when_opened_and_says_so(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()
    more = Step(migrations.newest() + 1, "CREATE TABLE later (a TEXT) STRICT;")
    know(monkeypatch, *migrations.steps(), more)
    again = Vault.open(vault.folder, Secret(bytearray(b"quiet lantern orbit saddle mango")))
    assert again.notices == [Notice.MIGRATED]
    assert again._store.con.one("SELECT count(*) FROM later") == 0
    again.close()
