from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
import sqlcipher3

from logbook.errors import (
    Cancelled,
    DatabaseDamaged,
    DiskFailed,
    DiskFull,
    VaultGone,
    VaultReadOnly,
)
from logbook.vault import reserve
from logbook.vault import store as store_module
from logbook.vault.notices import Notice
from logbook.vault.state import State
from logbook.vault.store import Head, Store

ADD = "INSERT INTO setting (key, value) VALUES (?, '1')"


def keys_of(store: Store) -> list[str]:
    return [row[0] for row in store.con.execute("SELECT key FROM setting ORDER BY key")]


def said(store: Store) -> State:
    found = store.state.read()
    assert isinstance(found, State)
    return found


def test_a_save_moves_the_mark_in_the_database_and_in_the_file(store: Store) -> None:
    before = store.mark().save_seq
    with store.saving():
        store.con.execute(ADD, ("a",))
    assert store.mark().save_seq == before + 1
    assert said(store).mark == store.mark()
    assert not said(store).clean


def test_an_acknowledged_save_stands_in_the_database_file_itself(store: Store) -> None:
    with store.saving():
        store.con.execute(ADD, ("a",))
    assert store.place.wal.stat().st_size == 0


def test_the_head_of_the_journal_goes_into_the_mark(store: Store) -> None:
    store.head = lambda: Head(9, b"h" * 32)
    with store.saving():
        pass
    assert (said(store).mark.journal_size, said(store).mark.journal_root) == (9, b"h" * 32)


def test_nested_saves_are_one_save(store: Store) -> None:
    before = store.mark().save_seq
    with store.saving():
        store.con.execute(ADD, ("a",))
        with store.saving():
            store.con.execute(ADD, ("b",))
        assert store.con.in_transaction
    assert keys_of(store) == ["a", "b"]
    assert store.mark().save_seq == before + 1


@pytest.mark.parametrize("error", [ValueError("x"), Cancelled(), KeyboardInterrupt()])
def test_whatever_is_raised_undoes_the_whole_save(store: Store, error: BaseException) -> None:
    before = store.mark()

    def save() -> None:
        with store.saving():
            store.con.execute(ADD, ("a",))
            with store.saving():
                store.con.execute(ADD, ("b",))
            raise error

    with pytest.raises(type(error)):
        save()
    assert keys_of(store) == []
    assert store.mark() == before
    with store.saving():
        store.con.execute(ADD, ("c",))
    assert keys_of(store) == ["c"]


def test_a_nested_save_that_failed_cannot_be_swallowed(store: Store) -> None:
    def inner() -> None:
        with store.saving():
            store.con.execute(ADD, ("half",))
            raise ValueError("inner")

    def save() -> None:
        with store.saving():
            store.con.execute(ADD, ("a",))
            with pytest.raises(ValueError, match="inner"):
                inner()

    with pytest.raises(ValueError, match="inner"):
        save()
    assert keys_of(store) == []


def test_tables_forget_what_they_hold_in_memory_when_a_save_is_undone(store: Store) -> None:
    forgotten: list[list[str]] = []
    store.on_undo(lambda: forgotten.append(keys_of(store)))

    def save() -> None:
        with store.saving():
            store.con.execute(ADD, ("a",))
            raise ValueError("undone")

    with pytest.raises(ValueError, match="undone"):
        save()
    assert forgotten == [[]]


def test_every_save_is_a_change_and_reading_is_none(store: Store) -> None:
    before = store.changes()
    keys_of(store)
    assert store.changes() == before
    with store.saving():
        store.con.execute(ADD, ("a",))
    assert store.changes() > before


def test_a_save_that_was_undone_is_a_change_too(store: Store) -> None:
    before = store.changes()
    with pytest.raises(ValueError, match="undone"), store.saving():
        raise ValueError("undone")
    assert store.changes() > before


def test_what_is_kept_aside_is_a_change_only_where_it_is_asked_for(store: Store) -> None:
    before, with_it = store.changes(), store.changes(aside=True)
    with store.saving(aside=True):
        store.con.execute(ADD, ("a",))
    assert store.changes() == before
    assert store.changes(aside=True) > with_it


@pytest.mark.parametrize("outer", [True, False])
def test_a_save_aside_beside_another_one_hides_no_change(store: Store, *, outer: bool) -> None:
    before = store.changes()
    with store.saving(aside=outer), store.saving(aside=not outer):
        store.con.execute(ADD, ("a",))
    assert store.changes() > before


def test_a_cursor_left_open_across_a_save_is_a_bug_that_shows(store: Store) -> None:
    with store.saving():
        store.con.execute(ADD, ("a",))
        store.con.execute(ADD, ("b",))

    def save() -> None:
        rows = store.con.execute("SELECT key FROM setting")
        next(rows)
        with store.saving():
            store.con.execute(ADD, ("c",))

    with pytest.raises(Exception, match="locked"):
        save()


def test_closing_marks_the_vault_as_closed_and_leaves_no_log(store: Store) -> None:
    with store.saving():
        store.con.execute(ADD, ("a",))
    key = bytearray(store.state.key)
    store.close()
    assert not store.place.wal.exists()
    assert store.state.key == bytes(32)
    store.state.key[:] = key
    assert said(store).clean
    store.close()


def test_a_database_that_was_deleted_while_open_is_gone_and_not_saved_into(store: Store) -> None:
    store.place.database.unlink()

    def save() -> None:
        with store.saving():
            store.con.execute(ADD, ("a",))

    with pytest.raises(VaultGone):
        save()
    with pytest.raises(VaultGone):
        store.close()


def test_a_database_that_was_replaced_while_open_is_gone_too(store: Store) -> None:
    raw = store.place.database.read_bytes()
    store.place.database.unlink()
    store.place.database.write_bytes(raw)

    def save() -> None:
        with store.saving():
            store.con.execute(ADD, ("a",))

    with pytest.raises(VaultGone):
        save()
    with pytest.raises(VaultGone):
        store.close()


@pytest.mark.parametrize(
    ("code", "failure"),
    [
        (errno.EIO, DiskFailed),
        (errno.ENOSPC, DiskFailed),
        (errno.EROFS, DiskFailed),
        (errno.ENOENT, VaultGone),
    ],
)
def test_a_save_whose_mark_cannot_move_is_kept_and_not_acknowledged(
    store: Store, monkeypatch: pytest.MonkeyPatch, code: int, failure: type[Exception]
) -> None:
    reserve.give_up(store.place)

    def fail(*_arguments: object) -> None:
        raise OSError(code, "injected")

    def save() -> None:
        with store.saving():
            store.con.execute(ADD, ("a",))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(failure):
            save()
    assert keys_of(store) == ["a"]
    with store.saving():
        store.con.execute(ADD, ("b",))
    assert said(store).mark == store.mark()
    assert not [path for path in store.folder.iterdir() if path.suffix == ".new"]


def test_the_reserve_lets_the_mark_move_on_a_full_disk(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_while_reserved(handle: int) -> None:
        if store.place.reserve.exists() and handle > 0:
            raise OSError(errno.ENOSPC, "injected")

    monkeypatch.setattr(os, "fsync", full_while_reserved)
    with store.saving():
        store.con.execute(ADD, ("a",))
    assert keys_of(store) == ["a"]
    assert said(store).mark == store.mark()
    assert Notice.RESERVE_USED in store.notices


def test_the_reserve_is_given_up_before_a_save_that_may_not_fit(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reserve, "needed", lambda _place: True)
    with store.saving():
        store.con.execute(ADD, ("a",))
    assert not store.place.reserve.exists()
    assert store.notices == [Notice.RESERVE_USED]


def test_a_commit_that_reports_an_error_and_took_place_is_acknowledged(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    con = store.con
    execute = con.execute

    def commit_then_fail(sql: str, parameters: tuple[object, ...] = ()) -> object:
        found = execute(sql, parameters)
        if sql == "COMMIT":
            con.suspect = True
            raise DiskFailed("injected")
        return found

    monkeypatch.setattr(con, "execute", commit_then_fail)
    with store.saving():
        store.con.execute(ADD, ("a",))
    assert store.con is not con
    assert keys_of(store) == ["a"]
    assert said(store).mark == store.mark()


@pytest.mark.parametrize("failure", [DiskFailed, DiskFull, VaultReadOnly])
def test_a_commit_that_failed_is_looked_up_with_a_new_connection_and_told(
    store: Store, monkeypatch: pytest.MonkeyPatch, failure: type[Exception]
) -> None:
    con = store.con
    execute = con.execute

    def fail(sql: str, parameters: tuple[object, ...] = ()) -> object:
        if sql == "COMMIT":
            raise failure("injected")
        return execute(sql, parameters)

    def save() -> None:
        with store.saving():
            store.con.execute(ADD, ("a",))

    monkeypatch.setattr(con, "execute", fail)
    before = store.mark()
    with pytest.raises(failure):
        save()
    assert store.con is not con
    assert store.mark() == before
    with store.saving():
        store.con.execute(ADD, ("b",))
    assert keys_of(store) == ["b"]


def test_a_commit_that_cannot_be_looked_up_is_not_certain(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    con = store.con
    execute = con.execute

    def fail(sql: str, parameters: tuple[object, ...] = ()) -> object:
        if sql == "COMMIT":
            raise DiskFull("injected")
        return execute(sql, parameters)

    def no_connection(*_arguments: object) -> None:
        raise VaultGone("injected")

    def save() -> None:
        with store.saving():
            store.con.execute(ADD, ("a",))

    monkeypatch.setattr(con, "execute", fail)
    with monkeypatch.context() as patch:
        patch.setattr(store_module.connection, "connect", no_connection)
        with pytest.raises(DiskFailed):
            save()
        with pytest.raises(VaultGone):
            keys_of(store)
    assert keys_of(store) == []


def test_after_a_bad_page_good_ones_are_read_by_a_new_connection(store: Store) -> None:
    with store.saving():
        store.con.execute("CREATE TABLE much (text TEXT)")
        store.con.executemany("INSERT INTO much VALUES (?)", (("x" * 900,) for _ in range(200)))
    pages = store.con.one("PRAGMA page_count")
    con = store.con
    raw = bytearray(store.place.database.read_bytes())
    raw[(pages - 3) * 4096 + 9] ^= 1
    with store.place.database.open("r+b") as file:
        file.write(raw)
    store._reconnect()
    con = store.con
    with pytest.raises(DatabaseDamaged):
        con.execute("SELECT count(text) FROM much").fetchall()
    assert keys_of(store) == []
    assert store.con is not con


def test_hooks_that_meet_a_bad_page_do_not_call_each_other_for_ever(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def hook() -> None:
        calls.append(1)
        store.con.suspect = True
        store.con.execute("SELECT 1").fetchall()

    store.on_undo(hook)
    monkeypatch.setattr(store.con, "suspect", True)
    keys_of(store)
    assert len(calls) == 1
    store._undo_hooks.clear()


def test_a_database_of_another_vault_is_damage(store: Store) -> None:
    store.vault_id = bytes(16)
    with pytest.raises(DatabaseDamaged, match="another vault"):
        store.mark()
    store.vault_id = store.state.vault_id


def test_a_folder_that_was_away_and_came_back_goes_on(store: Store) -> None:
    """A stick that was pulled and put in again: what was typed can be saved, nothing is lost."""
    away = store.folder.with_name("away")
    with store.saving():
        store.con.execute(ADD, ("before",))

    def save(key: str) -> None:
        with store.saving():
            store.con.execute(ADD, (key,))

    store.folder.rename(away)
    with pytest.raises(VaultGone):
        save("while away")
    away.rename(store.folder)
    save("after")
    assert {"before", "after"} <= set(keys_of(store))
    assert said(store).mark == store.mark()


def test_closing_where_the_folder_is_gone_says_so_and_forgets_the_keys(store: Store) -> None:
    away = store.folder.with_name("away")
    store.folder.rename(away)
    store.con.suspect = True
    with pytest.raises(VaultGone):
        keys_of(store)
    with pytest.raises(VaultGone):
        store.close()
    assert store.state.key == bytes(32)
    with pytest.raises(ValueError, match="closed"):
        _ = store.keys.master


def test_a_constraint_that_only_the_commit_finds_broken_undoes_the_save(store: Store) -> None:
    with store.saving():
        store.con.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        store.con.execute(
            "CREATE TABLE child (id INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)"
        )

    def save() -> None:
        with store.saving():
            store.con.execute("INSERT INTO child VALUES (7)")

    with pytest.raises(sqlcipher3.IntegrityError):
        save()
    with store.saving():
        store.con.execute(ADD, ("after",))
    assert store.con.one("SELECT count(*) FROM child") == 0
