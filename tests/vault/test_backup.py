from __future__ import annotations

import errno
import hashlib
import io
import itertools
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from logbook.domain.entry import EntryText
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.selection import EntryFilter
from logbook.errors import (
    BackupDamaged,
    Cancelled,
    DatabaseDamaged,
    DiskFailed,
    DiskFull,
    FileUnreadable,
    FolderNotEmpty,
    HeaderDamaged,
    NewerVersion,
    NotFinished,
    OutputNotWritable,
    VaultExists,
    VaultInUse,
    WrongPassphrase,
)
from logbook.vault import backup, backup_file, blobs
from logbook.vault.backup_file import MAGIC
from logbook.vault.evidence import NewEvidence
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.lock import Lock
from logbook.vault.place import Place
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

MakeSecret = Callable[..., Secret]
Reopen = Callable[..., Vault]

PASSPHRASE = b"quiet lantern orbit saddle mango"
NEW = b"another lantern orbit saddle kiwi"
BIG = bytes(range(256)) * 400


class StopAfter:
    """A progress that is cancelled at its n-th report."""

    def __init__(self, reports: int) -> None:
        self.left = reports

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        del done, total, doing
        self.left -= 1
        if not self.left:
            raise Cancelled

    def give_way(self) -> None:
        """Nothing waits."""


def write_into(vault: Vault) -> None:
    """Add entries, a draft, a small file and two that take the large ones' way."""
    for number in range(5):
        vault.entries.add(EntryText(text=f"canary {number}"))
    vault.drafts.keep("new", '"half a sentence"')
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blobs, "ROWS_MOST_BYTES", 50_000)
        for name, data in (("small", b"small"), ("one", BIG), ("two", BIG[::-1])):
            what = NewEvidence(name, "file", FileFacts("text/plain", MediaClass.TEXT))
            vault.evidence.add(what, io.BytesIO(data))


@pytest.fixture
def full(vault: Vault) -> Vault:
    """Return an open vault that holds something of every kind."""
    write_into(vault)
    return vault


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of one backup."""
    folder = tmp_path_factory.mktemp("whole")
    vault, _code = Vault.create(folder / "book", Secret(bytearray(PASSPHRASE)), cost=CHEAPEST_COST)
    write_into(vault)
    vault.back_up(folder / "copy.logbook")
    vault.close()
    return (folder / "copy.logbook").read_bytes()


@pytest.fixture
def made(full: Vault, tmp_path: Path) -> Path:
    full.back_up(tmp_path / "copy.logbook")
    return tmp_path / "copy.logbook"


def told(vault: Vault) -> tuple[object, ...]:
    """Return everything of a vault that a copy must give back."""
    kept = vault.evidence.all()
    return (
        vault.journal.size,
        vault.journal.root(),
        vault._store.mark(),
        vault.drafts.get("new"),
        kept,
        [vault.evidence.open(one.id).read() for one in kept],
        list(vault._contents.blobs.verify()),
        vault.search("canary").total,
    )


def test_a_restored_vault_is_the_vault_that_was_backed_up(
    full: Vault, made: Path, tmp_path: Path, secret: MakeSecret, reopen: Reopen
) -> None:
    backup.restore(made, tmp_path / "again", secret())
    again = reopen(tmp_path / "again")
    assert again.notices == []
    assert told(again) == told(full)
    assert again.check().ok


def test_the_vault_stays_open_and_goes_on_after_a_backup(full: Vault, made: Path) -> None:
    assert made.exists()
    full.entries.add(EntryText(text="after"))
    assert full.search("after").total == 1
    assert not [path for path in full.folder.iterdir() if path.name.startswith("backup")]


def test_a_backup_says_its_size_its_fingerprint_and_its_entries(
    full: Vault, tmp_path: Path
) -> None:
    out = tmp_path / "copy.logbook"
    info = full.back_up(out)
    assert info == backup.BackupInfo(
        out, out.stat().st_size, hashlib.sha256(out.read_bytes()).digest(), 5
    )
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_backup_holds_no_plaintext(made: Path) -> None:
    raw = made.read_bytes()
    assert b"canary" not in raw
    assert b"sentence" not in raw
    assert BIG[:64] not in raw


def test_the_pages_of_a_backup_are_not_those_of_the_vault(full: Vault, made: Path) -> None:
    """The copy has a key of its own: none of its pages can be replayed into the vault."""
    live, copied = Place.at(full.folder).database.read_bytes(), made.read_bytes()
    assert not any(live[at : at + 4096] in copied for at in range(0, len(live), 4096))


def test_a_backup_opens_with_the_passphrase_it_was_made_under(
    full: Vault, made: Path, tmp_path: Path, secret: MakeSecret
) -> None:
    full.change_passphrase(bytearray(NEW))
    with pytest.raises(WrongPassphrase):
        backup.restore(made, tmp_path / "again", secret(NEW))
    assert not (tmp_path / "again").exists()
    backup.restore(made, tmp_path / "again", secret())


def test_a_backup_opens_with_the_recovery_code(full: Vault, tmp_path: Path) -> None:
    code = full.new_recovery_code()
    full.back_up(tmp_path / "copy.logbook")
    backup.restore(tmp_path / "copy.logbook", tmp_path / "again", Secret(recovery_code=code))
    again = Vault.open(tmp_path / "again", Secret(recovery_code=code))
    assert again.entries.count(EntryFilter()) == full.entries.count(EntryFilter()) > 0
    again.change_passphrase(bytearray(NEW))
    again.close()


def test_the_secret_of_a_restore_is_wiped(made: Path, tmp_path: Path, secret: MakeSecret) -> None:
    one = secret()
    buffer = one.passphrase
    backup.restore(made, tmp_path / "again", one)
    assert buffer is not None
    assert not any(buffer)


def test_a_later_backup_takes_the_place_of_an_earlier_one(full: Vault, made: Path) -> None:
    before = made.read_bytes()
    full.entries.add(EntryText(text="newer"))
    full.back_up(made)
    assert made.read_bytes() != before


def test_a_restore_goes_into_a_new_folder_only(
    full: Vault, made: Path, tmp_path: Path, secret: MakeSecret
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter").write_text("mine")
    with pytest.raises(FolderNotEmpty):
        backup.restore(made, other, secret())
    with pytest.raises(VaultExists):
        backup.restore(made, full.folder, secret())
    assert (other / "letter").read_text() == "mine"


@pytest.fixture
def cut_short(made: Path, tmp_path: Path, secret: MakeSecret) -> Path:
    """Return the folder of a restore that a kill met just before the header was written."""
    folder = tmp_path / "again"
    backup.restore(made, folder, secret())
    for name in ("vault.hdr", "vault.hdr.bak"):
        (folder / name).unlink()
    for name in ("unfinished", "backup.tmp", "vault.hdr.new"):
        (folder / name).write_bytes(b"x")
    return folder


def test_a_restore_that_was_cut_short_is_told_and_done_again_in_place(
    full: Vault, made: Path, cut_short: Path, secret: MakeSecret
) -> None:
    with pytest.raises(NotFinished):
        Vault.open(cut_short, secret())
    backup.restore(made, cut_short, secret())
    again = Vault.open(cut_short, secret())
    assert again.notices == []
    assert again.journal.root() == full.journal.root()
    assert again.check().ok
    again.close()
    assert not (cut_short / "unfinished").exists()


def test_a_new_book_can_take_the_place_of_a_restore_that_was_cut_short(
    cut_short: Path, secret: MakeSecret
) -> None:
    new, _code = Vault.create(cut_short, secret(), cost=CHEAPEST_COST)
    assert new.check().ok
    new.close()
    assert not (cut_short / "att").exists()


@pytest.mark.parametrize("name", ["letter", "att/letter", "att/ab/letter.enc", "att/abc"])
def test_a_file_of_someone_else_keeps_a_cut_short_restore_as_it_is(
    made: Path, cut_short: Path, secret: MakeSecret, name: str
) -> None:
    (cut_short / name).parent.mkdir(exist_ok=True)
    (cut_short / name).write_text("mine")
    before = {path: path.is_file() and path.read_bytes() for path in cut_short.rglob("*")}
    with pytest.raises(FolderNotEmpty):
        backup.restore(made, cut_short, secret())
    assert {path: path.is_file() and path.read_bytes() for path in cut_short.rglob("*")} == before


def test_a_book_that_lost_its_header_is_not_taken_for_a_cut_short_restore(
    made: Path, cut_short: Path, secret: MakeSecret
) -> None:
    (cut_short / "unfinished").unlink()
    before = {path: path.is_file() and path.read_bytes() for path in cut_short.rglob("*")}
    with pytest.raises(HeaderDamaged):
        Vault.open(cut_short, secret())
    with pytest.raises(FolderNotEmpty):
        backup.restore(made, cut_short, secret())
    assert {path: path.is_file() and path.read_bytes() for path in cut_short.rglob("*")} == before


def test_a_restore_under_way_is_not_swept_away_by_another(
    made: Path, cut_short: Path, secret: MakeSecret
) -> None:
    before = {path: path.is_file() and path.read_bytes() for path in cut_short.rglob("*")}
    lock = Lock.take(Place.at(cut_short))
    try:
        with pytest.raises(VaultInUse):
            backup.restore(made, cut_short, secret())
    finally:
        lock.release()
    assert {path: path.is_file() and path.read_bytes() for path in cut_short.rglob("*")} == before


def test_a_mark_that_was_left_beside_a_header_is_swept(
    full: Vault, made: Path, tmp_path: Path, secret: MakeSecret
) -> None:
    backup.restore(made, tmp_path / "again", secret())
    (tmp_path / "again" / "unfinished").touch()
    with pytest.raises(VaultExists):
        backup.restore(made, tmp_path / "again", secret())
    again = Vault.open(tmp_path / "again", secret())
    assert again.journal.root() == full.journal.root()
    again.close()
    assert not (tmp_path / "again" / "unfinished").exists()


@pytest.mark.parametrize("seed", range(60))
def test_a_flipped_bit_anywhere_is_refused_and_leaves_nothing(
    whole: bytes, tmp_path: Path, secret: MakeSecret, seed: int
) -> None:
    file = tmp_path / "copy.logbook"
    raw = bytearray(whole)
    at = seed if seed < 24 else random.Random(seed).randrange(len(raw))
    raw[at] ^= 1 << seed % 8
    file.write_bytes(raw)
    with pytest.raises((BackupDamaged, NewerVersion, WrongPassphrase)):
        backup.restore(file, tmp_path / "again", secret())
    assert not (tmp_path / "again").exists()


def test_without_the_mac_a_flipped_bit_would_be_restored(
    made: Path, tmp_path: Path, secret: MakeSecret, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the bit is in a kept file, of which the database copy knows nothing."""
    raw = bytearray(made.read_bytes())
    raw[-2000] ^= 1
    made.write_bytes(raw)
    monkeypatch.setattr(backup_file.hmac, "compare_digest", lambda _one, _two: True)
    backup.restore(made, tmp_path / "again", secret())
    assert (tmp_path / "again" / "vault.hdr").exists()


@pytest.mark.parametrize("seed", range(20))
def test_a_cut_backup_is_refused(
    whole: bytes, tmp_path: Path, secret: MakeSecret, seed: int
) -> None:
    file = tmp_path / "copy.logbook"
    file.write_bytes(whole[: random.Random(seed).randrange(len(whole))])
    with pytest.raises(BackupDamaged):
        backup.restore(file, tmp_path / "again", secret())
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("change", [b"", b"x", MAGIC, b"PK\x03\x04" + bytes(100)])
def test_what_is_no_backup_is_refused(tmp_path: Path, secret: MakeSecret, change: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(change)
    with pytest.raises(BackupDamaged):
        backup.restore(file, tmp_path / "again", secret())


def test_bytes_after_the_end_are_refused(made: Path, tmp_path: Path, secret: MakeSecret) -> None:
    made.write_bytes(made.read_bytes() + b"more")
    with pytest.raises(BackupDamaged):
        backup.restore(made, tmp_path / "again", secret())


def test_parts_in_another_order_are_refused(made: Path, tmp_path: Path, secret: MakeSecret) -> None:
    raw = made.read_bytes()
    with made.open("rb") as file:
        parts = backup_file.layout(file)
    bounds = [len(MAGIC), *(part.offset + part.length for part in parts)]
    pieces = [raw[start:end] for start, end in itertools.pairwise(bounds)]
    pieces[2], pieces[3] = pieces[3], pieces[2]
    made.write_bytes(MAGIC + b"".join(pieces))
    with pytest.raises(BackupDamaged, match="as it was written"):
        backup.restore(made, tmp_path / "again", secret())


def test_a_length_beyond_the_end_of_the_file_is_refused(made: Path) -> None:
    raw = bytearray(made.read_bytes())
    raw[9:17] = b"\xff" * 8
    with pytest.raises(BackupDamaged, match="cut off"):
        backup_file.layout(io.BytesIO(raw))


def test_a_backup_of_a_later_version_is_said_so(
    made: Path, tmp_path: Path, secret: MakeSecret
) -> None:
    made.write_bytes(MAGIC[:7] + b"\x02" + made.read_bytes()[8:])
    with pytest.raises(NewerVersion):
        backup.restore(made, tmp_path / "again", secret())


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED HERE: no pipes with a name")
def test_a_pipe_is_no_backup_and_is_not_waited_for(tmp_path: Path, secret: MakeSecret) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileUnreadable):
        backup.restore(tmp_path / "pipe", tmp_path / "new", secret())
    assert not (tmp_path / "new").exists()


def test_a_backup_that_is_not_there_is_unreadable(tmp_path: Path, secret: MakeSecret) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(FileUnreadable):
            backup.restore(path, tmp_path / "again", secret())


@pytest.mark.parametrize("reports", [1, 2, 3, 4, 5, 6])
def test_a_cancelled_backup_leaves_the_earlier_one_and_nothing_else(
    full: Vault, made: Path, reports: int
) -> None:
    before = made.read_bytes()
    full.entries.add(EntryText(text="newer"))
    with pytest.raises(Cancelled):
        full.back_up(made, StopAfter(reports))
    assert made.read_bytes() == before
    assert {path.name for path in made.parent.iterdir()} == {"book", "copy.logbook"}
    assert not Place.at(full.folder).of_copy().database.exists()
    full.back_up(made)


@pytest.mark.parametrize("reports", [1, 3, 4, 6])
def test_a_cancelled_restore_leaves_nothing(
    made: Path, tmp_path: Path, secret: MakeSecret, reports: int
) -> None:
    with pytest.raises(Cancelled):
        backup.restore(made, tmp_path / "again", secret(), StopAfter(reports))
    assert not (tmp_path / "again").exists()
    backup.restore(made, tmp_path / "again", secret())


@pytest.mark.parametrize(
    ("code", "failure"), [(errno.ENOSPC, DiskFull), (errno.EROFS, OutputNotWritable)]
)
def test_a_disk_that_fails_under_a_backup_is_said_and_nothing_is_left(
    full: Vault,
    made: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    failure: type[Exception],
) -> None:
    before = made.read_bytes()

    def fail(_self: object, _data: bytes) -> None:
        raise OSError(code, "injected")

    with monkeypatch.context() as patch:
        patch.setattr(backup_file.Writer, "_put", fail)
        with pytest.raises(failure):
            full.back_up(made)
    assert made.read_bytes() == before
    assert {path.name for path in made.parent.iterdir()} == {"book", "copy.logbook"}
    full.entries.add(EntryText(text="after"))


def test_a_place_that_is_not_there_cannot_be_written(full: Vault, tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritable):
        full.back_up(tmp_path / "nowhere" / "copy.logbook")


def test_a_pipe_or_a_device_keeps_its_place(full: Vault, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OutputNotWritable):
        full.back_up(pipe)
    assert pipe.is_fifo()


def test_a_backup_that_does_not_read_back_is_not_called_done(
    full: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a lying stick does: the bytes on it are not the bytes that were written."""
    finish = backup_file.Writer.finish

    def spoil(self: backup_file.Writer) -> None:
        finish(self)
        self._out.seek(5000)
        self._out.write(b"spoilt")

    monkeypatch.setattr(backup_file.Writer, "finish", spoil)
    with pytest.raises(BackupDamaged):
        full.back_up(tmp_path / "copy.logbook")
    assert not (tmp_path / "copy.logbook").exists()


def test_an_original_that_is_missing_does_not_keep_the_rest_from_being_saved(
    full: Vault, tmp_path: Path, secret: MakeSecret, reopen: Reopen
) -> None:
    lost = next((full.folder / "att").glob("??/*.enc"))
    lost.unlink()
    info = full.back_up(tmp_path / "copy.logbook")
    assert [problem.kind for problem in info.problems] == ["original_missing"]
    backup.restore(tmp_path / "copy.logbook", tmp_path / "again", secret())
    again = reopen(tmp_path / "again")
    assert [problem.kind for problem in again._contents.blobs.verify()] == ["original_missing"]


def test_an_original_that_may_not_be_read_does_not_keep_the_rest_from_being_saved(
    full: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse(path: Path, *rest: int, **more: int) -> int:
        if str(path).endswith(".enc"):
            raise PermissionError(errno.EACCES, "no right to read")
        return opened(path, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    info = full.back_up(tmp_path / "copy.logbook")
    assert {problem.kind for problem in info.problems} == {"original_unreadable"}


def test_a_disk_that_fails_under_an_original_is_not_the_place_of_the_backup(tmp_path: Path) -> None:
    class Failing(io.FileIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "a bad sector")

    (tmp_path / "original").write_bytes(b"x")
    writer = backup_file.Writer(io.BytesIO(), b"key", lambda _count: None)
    with Failing(tmp_path / "original") as content, pytest.raises(DiskFailed):
        writer.stream(backup_file.ATTACHMENT, bytes(16), content)


def test_the_folders_of_kept_files_are_where_the_blobs_look(full: Vault) -> None:
    row = full._store.con.one("SELECT file_id FROM blob WHERE file_id IS NOT NULL")
    assert full._contents.blobs._path(row) == Place.at(full.folder).attachment(row)


def test_a_header_that_fails_inside_a_backup_is_a_damaged_backup(
    made: Path, tmp_path: Path, secret: MakeSecret
) -> None:
    made.write_bytes(made.read_bytes().replace(b'"seq":1', b'"seq":2'))
    with pytest.raises(BackupDamaged) as caught:
        backup.restore(made, tmp_path / "again", secret())
    assert isinstance(caught.value.__cause__, HeaderDamaged)


def test_a_damaged_page_anywhere_keeps_a_backup_from_being_called_done(
    full: Vault, tmp_path: Path, secret: MakeSecret
) -> None:
    """SQLCipher gives zeros for such a page, and a copy of zeros looks sound."""
    folder = full.folder
    full.close()
    database = folder / "log.db"
    sound = database.read_bytes()
    for page in range(1, len(sound) // 4096, 3):
        data = bytearray(sound)
        data[page * 4096 + 1777] ^= 4
        database.write_bytes(data)
        with pytest.raises(DatabaseDamaged):
            _open_and_back_up(folder, tmp_path / "copy", secret())
        assert not (tmp_path / "copy").exists()


def _open_and_back_up(folder: Path, out: Path, typed: Secret) -> None:
    vault = Vault.open(folder, typed)
    try:
        vault.back_up(out)
    finally:
        vault._store.abandon()
        vault._lock.release()
