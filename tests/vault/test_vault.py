from __future__ import annotations

import contextlib
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from logbook.domain.entry import EntryText, Mark
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import BlobId, EvidenceId
from logbook.domain.person import NewPerson
from logbook.errors import (
    DatabaseDamaged,
    DiskFull,
    FileUnreadable,
    FolderNotEmpty,
    HeaderDamaged,
    KeyFileNeeded,
    NewerVersion,
    NotAPlainFile,
    NotAVault,
    NotEnoughMemory,
    OlderCopy,
    PassphraseTooWeak,
    PathTooLong,
    RecoveryCodeTypo,
    VaultError,
    VaultExists,
    VaultInUse,
    WrongPassphrase,
    WrongRecoveryCode,
)
from logbook.vault import connection, header, keys, opening, recovery_code
from logbook.vault.evidence import NewEvidence
from logbook.vault.keys import CHEAPEST_COST, Purpose
from logbook.vault.notices import Notice
from logbook.vault.place import Place
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

PASSPHRASE = b"quiet lantern orbit saddle mango"
NEW = b"another lantern orbit saddle kiwi"
type_of = type

Reopen = Callable[..., Vault]
MakeSecret = Callable[..., Secret]


def snapshot(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Return every file's bytes, time and mode, and the folders' times."""
    return {
        str(path): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mtime_ns,
            path.stat().st_mode,
        )
        for path in [folder, *folder.rglob("*")]
    }


def save_some(vault: Vault, count: int = 1) -> None:
    for _ in range(count):
        vault.journal.append("test", "test", {"text": b"a note"})


def test_a_new_vault_opens_with_its_passphrase_and_with_its_code(
    tmp_path: Path, secret: MakeSecret
) -> None:
    vault, code = Vault.create(tmp_path / "book", secret(), cost=CHEAPEST_COST)
    vault.close()
    for one in (secret(), Secret(recovery_code=code)):
        opened = Vault.open(tmp_path / "book", one)
        assert opened.notices == []
        assert opened.folder == tmp_path / "book"
        opened.close()


def test_the_secret_is_wiped_whatever_happens(tmp_path: Path, secret: MakeSecret) -> None:
    buffers = []
    for path in (tmp_path / "book", tmp_path / "book"):
        one = secret()
        buffers.append(one.passphrase)
        with contextlib.suppress(VaultExists):  # the second time
            Vault.create(path, one, cost=CHEAPEST_COST)[0].close()
    one = secret(b"wrong")
    buffers.append(one.passphrase)
    with pytest.raises(WrongPassphrase):
        Vault.open(tmp_path / "book", one)
    assert all(buffer is not None and not any(buffer) for buffer in buffers)


def test_files_are_private_whatever_the_umask(tmp_path: Path, secret: MakeSecret) -> None:
    before = os.umask(0)
    try:
        vault, _code = Vault.create(tmp_path / "deep" / "book", secret(), cost=CHEAPEST_COST)
        save_some(vault)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in vault.folder.iterdir()}
    assert set(modes) == {
        "lock",
        "log.db",
        "log.db-wal",
        "reserve",
        "vault.hdr",
        "vault.hdr.bak",
        "vault.state",
    }
    assert set(modes.values()) == {0o600}
    assert vault.folder.stat().st_mode & 0o777 == 0o700
    vault.close()


def test_rights_that_were_opened_up_are_taken_back(vault: Vault, reopen: Reopen) -> None:
    vault.close()
    vault.folder.chmod(0o755)
    for path in vault.folder.iterdir():
        path.chmod(0o644)
    reopen()
    assert vault.folder.stat().st_mode & 0o777 == 0o700
    assert (vault.folder / "log.db").stat().st_mode & 0o777 == 0o600


def test_nothing_in_the_folder_is_readable_text(vault: Vault) -> None:
    vault.journal.append("test", "test", {"text": b"canary in the mine"})
    vault.close()
    for path in vault.folder.iterdir():
        assert b"canary" not in path.read_bytes()


def test_a_weak_passphrase_makes_no_vault(tmp_path: Path, secret: MakeSecret) -> None:
    with pytest.raises(PassphraseTooWeak):
        Vault.create(tmp_path / "book", secret(b"password"), cost=CHEAPEST_COST)
    assert not (tmp_path / "book").exists()


def test_a_taken_path_is_refused_and_untouched(
    vault: Vault, tmp_path: Path, secret: MakeSecret
) -> None:
    vault.close()
    file = tmp_path / "file"
    file.write_text("mine")
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("mine")
    before = snapshot(tmp_path)
    for path, failure in (
        (vault.folder, VaultExists),
        (file, VaultExists),
        (other, FolderNotEmpty),
    ):
        with pytest.raises(failure):
            Vault.create(path, secret(), cost=CHEAPEST_COST)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("existed", [False, True])
@pytest.mark.parametrize("step", ["header", "database", "memory"])
def test_a_creation_that_fails_leaves_nothing(
    tmp_path: Path, secret: MakeSecret, monkeypatch: pytest.MonkeyPatch, step: str, *, existed: bool
) -> None:
    def fail(*_arguments: object, **_more: object) -> None:
        raise NotEnoughMemory("injected")

    module, name = {
        "header": (header, "write"),
        "database": (opening, "_lay_reserve"),
        "memory": (keys, "argon2id"),
    }[step]
    monkeypatch.setattr(module, name, fail)
    book = tmp_path / "book"
    if existed:
        book.mkdir()
    with pytest.raises(NotEnoughMemory):
        Vault.create(book, secret(), cost=CHEAPEST_COST)
    assert book.exists() is existed
    assert not existed or list(book.iterdir()) == []


def _wrong_passphrase(_book: Path) -> Secret:
    return Secret(bytearray(b"wrong"))


def _wrong_code(_book: Path) -> Secret:
    return Secret(recovery_code=recovery_code.formatted("Z" * 26))


def _typo(_book: Path) -> Secret:
    return Secret(recovery_code="Z" * 28)


def _right(_book: Path) -> Secret:
    return Secret(bytearray(PASSPHRASE))


def _header_damaged(book: Path) -> Secret:
    (book / "vault.hdr").write_bytes(b"x")
    (book / "vault.hdr.bak").write_bytes(b"x")
    return _right(book)


def _page_damaged(at: int) -> Callable[[Path], Secret]:
    def damage(book: Path) -> Secret:
        raw = bytearray((book / "log.db").read_bytes())
        raw[at] ^= 1
        (book / "log.db").write_bytes(raw)
        return _right(book)

    return damage


def _database_missing(book: Path) -> Secret:
    (book / "log.db").unlink()
    return _right(book)


def _database_empty(book: Path) -> Secret:
    (book / "log.db").write_bytes(b"")
    return _right(book)


def _database_of_nothing(book: Path) -> Secret:
    """Leave what a disk may that forgot all but the first page, which holds no table yet."""
    keys = header.unlock(Place.at(book), _right(book)).keys
    (book / "log.db").unlink()
    con = connection.connect(book / "log.db", keys.subkey(Purpose.DATABASE))
    con.execute("VACUUM")
    con.close()
    return _right(book)


def _database_of_another_vault(book: Path) -> Secret:
    other, _code = Vault.create(book.with_name("other"), _right(book), cost=CHEAPEST_COST)
    other.close()
    shutil.copyfile(other.folder / "log.db", book / "log.db")
    return _right(book)


def _newer_schema(book: Path) -> Secret:
    vault = Vault.open(book, _right(book))
    vault._store.con.set_authorizer(None)
    vault._store.con.execute("PRAGMA user_version=9999")
    vault.close()
    return _right(book)


def _no_header_and_no_database(book: Path) -> Secret:
    for path in book.iterdir():
        path.unlink()
    return _right(book)


def _linked_database(book: Path) -> Secret:
    (book / "log.db").rename(book.with_name("elsewhere.db"))
    (book / "log.db").symlink_to(book.with_name("elsewhere.db"))
    return _right(book)


@pytest.mark.parametrize(
    ("arrange", "failure"),
    [
        (_wrong_passphrase, WrongPassphrase),
        (_wrong_code, WrongRecoveryCode),
        (_typo, RecoveryCodeTypo),
        (_header_damaged, HeaderDamaged),
        (_page_damaged(3), DatabaseDamaged),
        (_page_damaged(2000), DatabaseDamaged),
        (_database_missing, DatabaseDamaged),
        (_database_empty, DatabaseDamaged),
        (_database_of_nothing, DatabaseDamaged),
        (_database_of_another_vault, DatabaseDamaged),
        (_newer_schema, NewerVersion),
        (_no_header_and_no_database, NotAVault),
        (_linked_database, NotAPlainFile),
    ],
)
def test_an_opening_that_fails_is_told_exactly_and_changes_nothing(
    vault: Vault, arrange: Callable[[Path], Secret], failure: type[VaultError]
) -> None:
    vault.close()
    one = arrange(vault.folder)
    before = snapshot(vault.folder.parent)
    with pytest.raises(VaultError) as caught:
        Vault.open(vault.folder, one)
    assert type_of(caught.value) is failure
    assert snapshot(vault.folder.parent) == before


def test_whichever_page_is_damaged_an_opening_that_fails_changes_nothing(vault: Vault) -> None:
    vault.close()
    database, page_bytes, failed = vault.folder / "log.db", 4096, 0
    whole = database.read_bytes()
    state = (vault.folder / "vault.state").read_bytes()
    for middle in range(page_bytes // 2, len(whole), page_bytes):
        damaged = bytearray(whole)
        damaged[middle] ^= 1
        database.write_bytes(damaged)
        (vault.folder / "vault.state").write_bytes(state)
        before = snapshot(vault.folder)
        try:
            opened = Vault.open(vault.folder, _right(vault.folder))
        except DatabaseDamaged:
            failed += 1
            assert snapshot(vault.folder) == before, f"page {middle // page_bytes + 1}"
        else:
            opened._store.abandon()
            opened._lock.release()
    assert 4 < failed < len(whole) // page_bytes


def test_a_vault_without_its_lock_file_fails_without_making_one(vault: Vault) -> None:
    vault.close()
    (vault.folder / "lock").unlink()
    before = snapshot(vault.folder)
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.folder, Secret(bytearray(b"wrong")))
    assert snapshot(vault.folder) == before


def test_a_folder_that_is_not_there_is_no_vault(tmp_path: Path, secret: MakeSecret) -> None:
    with pytest.raises(NotAVault):
        Vault.open(tmp_path / "nowhere", secret())
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_the_database_cannot_open_is_told_before_anything_is_made(
    tmp_path: Path, secret: MakeSecret
) -> None:
    longest = 512 - len("-journal") - len("/backup.tmp")
    deep = tmp_path
    while len(str(deep)) < longest - 201:
        deep /= "d" * 200
    fits = deep / ("e" * (longest - len(str(deep)) - 1))
    vault, _code = Vault.create(fits, secret(), cost=CHEAPEST_COST)
    vault.back_up(tmp_path / "copy.logbook")
    vault.close()
    moved = fits.rename(fits.with_name(fits.name + "e"))
    with pytest.raises(PathTooLong):
        Vault.open(moved, secret())
    with pytest.raises(PathTooLong):
        Vault.create(moved / "new", secret(), cost=CHEAPEST_COST)
    assert not (moved / "new").exists()


def test_a_vault_in_use_is_told_and_left_alone(vault: Vault, secret: MakeSecret) -> None:
    before = snapshot(vault.folder)
    with pytest.raises(VaultInUse):
        Vault.open(vault.folder, secret())
    assert snapshot(vault.folder) == before
    save_some(vault)


def test_a_vault_behind_a_link_to_its_folder_opens(
    vault: Vault, reopen: Reopen, tmp_path: Path
) -> None:
    vault.close()
    (tmp_path / "link").symlink_to(vault.folder)
    assert reopen(tmp_path / "link").folder == vault.folder


def test_an_older_copy_is_told_opened_when_accepted_and_recorded(
    vault: Vault, reopen: Reopen
) -> None:
    save_some(vault)
    vault.close()
    old = (vault.folder / "log.db").read_bytes()
    newer = reopen()
    save_some(newer, 3)
    newer.close()
    (vault.folder / "log.db").write_bytes(old)
    before = snapshot(vault.folder)
    with pytest.raises(OlderCopy, match="3 saves"):
        reopen()
    assert snapshot(vault.folder) == before
    accepted = reopen(accept_older=True)
    assert Notice.OLDER_ACCEPTED in accepted.notices
    assert accepted.journal.page(accepted.journal.size - 1, 1)[0].kind == "vault.older_accepted"
    accepted.close()
    assert reopen().notices == []


def test_another_history_with_as_many_saves_is_told(
    vault: Vault, reopen: Reopen, tmp_path: Path
) -> None:
    vault.close()
    shutil.copytree(vault.folder, tmp_path / "fork")
    for folder, text in ((vault.folder, "here"), (tmp_path / "fork", "there")):
        one = reopen(folder)
        one.journal.append("test", "test", {"text": text.encode()})
        one.close()
    shutil.copyfile(tmp_path / "fork" / "log.db", vault.folder / "log.db")
    with pytest.raises(OlderCopy, match="another history"):
        reopen()


@pytest.mark.parametrize(
    ("damage", "notice"),
    [
        (lambda book: (book / "vault.state").unlink(), Notice.STATE_MISSING),
        (lambda book: (book / "vault.state").write_bytes(b"x"), Notice.STATE_DAMAGED),
        (lambda book: (book / "vault.hdr").write_bytes(b"x"), Notice.HEADER_COPY_USED),
        (lambda book: (book / "vault.hdr").unlink(), Notice.HEADER_COPY_USED),
    ],
)
def test_what_can_be_mended_is_told_once_and_mended(
    vault: Vault, reopen: Reopen, damage: Callable[[Path], None], notice: Notice
) -> None:
    vault.close()
    damage(vault.folder)
    mended = reopen()
    assert mended.notices == [notice]
    mended.close()
    assert reopen().notices == []


def _headers_of_two_books(vault: Vault, which: str, passphrase: bytes) -> None:
    """Put the header of another book in the place of one copy."""
    vault.close()
    other = vault.folder.with_name("other")
    Vault.create(other, Secret(bytearray(passphrase)), cost=CHEAPEST_COST)[0].close()
    (vault.folder / which).write_bytes((other / "vault.hdr").read_bytes())


@pytest.mark.parametrize("passphrase", [PASSPHRASE, NEW])
def test_the_header_of_another_book_does_not_keep_the_book_shut(
    vault: Vault, reopen: Reopen, passphrase: bytes
) -> None:
    save_some(vault)
    _headers_of_two_books(vault, "vault.hdr", passphrase)
    mended = reopen()
    assert mended.notices == [Notice.HEADER_COPY_USED]
    mended.close()
    assert reopen().notices == []


@pytest.mark.parametrize("which", ["vault.hdr", "vault.hdr.bak"])
@pytest.mark.parametrize(
    ("others", "typed", "page_damaged", "failure"),
    [
        (NEW, b"neither of the two", False, WrongPassphrase),
        (NEW, NEW, False, WrongPassphrase),
        (PASSPHRASE, b"neither of the two", False, WrongPassphrase),
        (PASSPHRASE, PASSPHRASE, True, DatabaseDamaged),
    ],
)
def test_headers_of_two_books_that_open_nothing_are_told_exactly(
    vault: Vault,
    which: str,
    others: bytes,
    typed: bytes,
    failure: type[VaultError],
    *,
    page_damaged: bool,
) -> None:
    _headers_of_two_books(vault, which, others)
    if page_damaged:
        _page_damaged(3)(vault.folder)
    before = snapshot(vault.folder)
    with pytest.raises(VaultError) as caught:
        Vault.open(vault.folder, Secret(bytearray(typed)))
    assert type_of(caught.value) is failure
    assert snapshot(vault.folder) == before


def test_two_headers_of_another_book_are_a_database_that_does_not_fit(vault: Vault) -> None:
    _headers_of_two_books(vault, "vault.hdr", PASSPHRASE)
    (vault.folder / "vault.hdr.bak").write_bytes((vault.folder / "vault.hdr").read_bytes())
    with pytest.raises(DatabaseDamaged):
        Vault.open(vault.folder, Secret(bytearray(PASSPHRASE)))


def test_a_high_water_mark_put_back_is_told(vault: Vault, reopen: Reopen) -> None:
    save_some(vault)
    vault.close()
    old = (vault.folder / "vault.state").read_bytes()
    newer = reopen()
    save_some(newer, 3)
    newer.close()
    (vault.folder / "vault.state").write_bytes(old)
    assert reopen().notices == [Notice.STATE_BEHIND]


def test_a_new_code_is_told_though_the_high_water_mark_cannot_be_written(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise DiskFull(where="vault.state")

    with monkeypatch.context() as patch:
        patch.setattr(type(vault._store.state), "write", full)
        code = vault.new_recovery_code()
    assert vault.notices == [Notice.STATE_BEHIND]
    save_some(vault)
    vault.close()
    again = Vault.open(vault.folder, Secret(recovery_code=code))
    assert again.notices == []
    again.close()


def test_a_changed_passphrase_replaces_the_old_one_in_the_header_alone(
    vault: Vault, reopen: Reopen, secret: MakeSecret
) -> None:
    database = (vault.folder / "log.db").read_bytes()
    new = bytearray(NEW)
    vault.change_passphrase(new)
    assert not any(new)
    assert (vault.folder / "log.db").read_bytes() == database
    save_some(vault)
    vault.close()
    with pytest.raises(WrongPassphrase):
        reopen()
    Vault.open(vault.folder, secret(NEW)).close()


def test_an_earlier_header_put_back_is_told(vault: Vault, reopen: Reopen) -> None:
    old = (vault.folder / "vault.hdr").read_bytes()
    vault.change_passphrase(bytearray(NEW))
    vault.close()
    for name in ("vault.hdr", "vault.hdr.bak"):
        (vault.folder / name).write_bytes(old)
    assert reopen().notices == [Notice.HEADER_OLDER]


def test_the_way_back_in_is_the_code_and_then_a_new_passphrase(
    tmp_path: Path, secret: MakeSecret
) -> None:
    vault, code = Vault.create(tmp_path / "book", secret(), cost=CHEAPEST_COST)
    vault.close()
    found = Vault.open(vault.folder, Secret(recovery_code=code))
    found.change_passphrase(bytearray(NEW))
    found.close()
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.folder, secret())
    for one in (secret(NEW), Secret(recovery_code=code)):
        again = Vault.open(vault.folder, one)
        assert again.notices == []
        again.close()


def test_a_new_code_revokes_the_old_one(tmp_path: Path, secret: MakeSecret) -> None:
    vault, old = Vault.create(tmp_path / "book", secret(), cost=CHEAPEST_COST)
    new = vault.new_recovery_code()
    vault.close()
    with pytest.raises(WrongRecoveryCode):
        Vault.open(vault.folder, Secret(recovery_code=old))
    Vault.open(vault.folder, Secret(recovery_code=new)).close()
    Vault.open(vault.folder, secret()).close()


def test_a_key_file_can_be_set_and_taken_away(
    vault: Vault, tmp_path: Path, secret: MakeSecret, reopen: Reopen
) -> None:
    file = tmp_path / "key"
    file.write_bytes(os.urandom(64))
    vault.change_passphrase(bytearray(NEW), key_file=file)
    vault.close()
    with pytest.raises(KeyFileNeeded):
        Vault.open(vault.folder, secret(NEW))
    with_file = secret(NEW)
    with_file.key_file = file
    opened = Vault.open(vault.folder, with_file)
    opened.change_passphrase(secret().passphrase or bytearray(), without_key_file=True)
    opened.close()
    assert reopen().notices == []


def test_a_key_file_stays_needed_when_the_passphrase_changes(
    vault: Vault, tmp_path: Path, secret: MakeSecret
) -> None:
    file = tmp_path / "key"
    file.write_bytes(os.urandom(64))
    vault.change_passphrase(bytearray(NEW), key_file=file)
    vault.change_passphrase(secret().passphrase or bytearray())
    vault.close()
    with_file = secret()
    with_file.key_file = file
    opened = Vault.open(vault.folder, with_file)
    opened.change_passphrase(bytearray(NEW))
    file.unlink()
    with pytest.raises(FileUnreadable):
        opened.change_passphrase(secret().passphrase or bytearray())
    opened.close()
    with pytest.raises(KeyFileNeeded):
        Vault.open(vault.folder, secret(NEW))


def test_a_key_file_that_is_not_needed_does_not_become_so(
    vault: Vault, tmp_path: Path, secret: MakeSecret
) -> None:
    (tmp_path / "key").write_bytes(b"of another book")
    vault.close()
    with_file = secret()
    with_file.key_file = tmp_path / "key"
    opened = Vault.open(vault.folder, with_file)
    opened.change_passphrase(bytearray(NEW))
    opened.close()
    again = Vault.open(vault.folder, secret(NEW))
    assert not again.needs_key_file
    again.close()


def test_a_weak_new_passphrase_changes_nothing(vault: Vault) -> None:
    before = snapshot(vault.folder)
    with pytest.raises(PassphraseTooWeak):
        vault.change_passphrase(bytearray(b"12345678"))
    assert snapshot(vault.folder) == before


def test_leftovers_of_an_abrupt_end_are_swept(vault: Vault, reopen: Reopen) -> None:
    vault.close()
    for name in ("vault.state.new", "vault.hdr.new", "backup.tmp"):
        (vault.folder / name).write_bytes(b"half")
    reopen()
    assert not [path.name for path in vault.folder.iterdir() if path.suffix in {".new", ".tmp"}]


def test_a_reserve_that_is_gone_is_laid_by_again(vault: Vault, reopen: Reopen) -> None:
    vault.close()
    (vault.folder / "reserve").unlink()
    assert reopen().notices == []
    assert (vault.folder / "reserve").stat().st_size == 4 << 20


def test_a_vault_whose_reserve_does_not_fit_opens_and_says_so(
    vault: Vault, reopen: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()
    (vault.folder / "reserve").unlink()
    monkeypatch.setattr("logbook.vault.reserve._ROOMY_BYTES", 1 << 62)
    assert reopen().notices == [Notice.RESERVE_MISSING]


def test_a_cost_that_was_chosen_stays_when_the_passphrase_changes(vault: Vault) -> None:
    vault.change_passphrase(bytearray(NEW))
    raw = header.Header.decode(Place.at(vault.folder).header.read_bytes())
    costs = [slot.way.cost for slot in raw.slots if hasattr(slot.way, "cost")]
    assert costs == [CHEAPEST_COST]


def test_a_sound_vault_passes_its_check(vault: Vault) -> None:
    assert vault.check().ok
    save_some(vault, 3)
    assert vault.check().ok


def test_a_mark_that_differs_from_the_vault_is_found_by_the_check(vault: Vault) -> None:
    save_some(vault)
    old = (vault.folder / "vault.state").read_bytes()
    save_some(vault)
    (vault.folder / "vault.state").write_bytes(old)
    report = vault.check()
    assert not report.ok
    assert [tuple(problem) for problem in report.problems] == [
        ("high_water_mark_differs", "vault.state")
    ]


def test_a_damaged_second_copy_of_the_header_is_mended_when_opened(
    vault: Vault, reopen: Reopen
) -> None:
    vault.close()
    (vault.folder / "vault.hdr.bak").write_bytes(b"bad sector")
    reopen()
    assert (vault.folder / "vault.hdr.bak").read_bytes() == (
        vault.folder / "vault.hdr"
    ).read_bytes()


def test_an_opening_that_fails_late_gives_the_lock_back(
    vault: Vault, reopen: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()

    def fail(_self: object) -> None:
        raise DatabaseDamaged("injected")

    with monkeypatch.context() as patch:
        patch.setattr("logbook.vault.imports.ImportTable.sweep", fail)
        with pytest.raises(DatabaseDamaged):
            reopen()
    assert reopen().notices == [Notice.NOT_CLOSED]


def test_whatever_lists_show_moves_the_number_of_changes(vault: Vault) -> None:
    facts = FileFacts("text/plain", MediaClass.TEXT)
    file = vault.evidence.add(NewEvidence("a.txt", "file", facts), io.BytesIO(b"a"))
    entry = vault.entries.add(EntryText("a", evidence=(file.id,))).id
    person = vault.people.add(NewPerson("Alex")).id
    acts: list[Callable[[], object]] = [
        lambda: vault.entries.add(EntryText("b")),
        lambda: vault.entries.edit(entry, EntryText("c", evidence=(file.id,))),
        lambda: vault.entries.remove(entry),
        lambda: vault.entries.restore(entry),
        lambda: vault.marks.put([entry], Mark.STAR, on=True),
        lambda: vault.people.edit(person, NewPerson("Maria")),
        lambda: vault.people.remove(person),
        lambda: vault.evidence.describe(file.id, "a letter", ""),
        lambda: vault.file_checks.note(_blob_of(vault, file.id), same=False),
        lambda: vault.evidence.remove(file.id),
        lambda: vault.evidence.restore(file.id),
        lambda: vault.evidence.erase(file.id),
        lambda: vault.entries.erase(entry),
    ]
    for act in acts:
        before = vault.changes()
        act()
        assert vault.changes() > before


def test_drafts_and_settings_move_it_where_they_are_asked_for(vault: Vault) -> None:
    acts: list[Callable[[], object]] = [
        lambda: vault.drafts.keep("entry", "{}"),
        lambda: vault.drafts.drop("entry"),
        lambda: vault.settings.put("window", {}),
        lambda: vault.settings.put("window", None),
    ]
    before = vault.changes()
    for act in acts:
        with_drafts = vault.changes(drafts=True)
        act()
        assert vault.changes(drafts=True) > with_drafts
    assert vault.changes() == before


def _blob_of(vault: Vault, evidence: EvidenceId) -> BlobId:
    (row,) = vault.evidence_lists.rows([evidence])
    return row.blob
