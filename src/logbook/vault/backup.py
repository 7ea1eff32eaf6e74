"""A locked copy of a whole vault in one file, and a new vault from such a file.

The copy of the database is made while the vault is open and lies under a key of its own, so that
pages of the copy cannot be mixed into the vault. It is opened and checked, and the finished file
is read again from the disk, before it gets its name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import sqlcipher3

from logbook.domain.ids import Sha256
from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import EntryFilter
from logbook.errors import (
    BackupDamaged,
    DatabaseDamaged,
    DiskFull,
    FileUnreadable,
    HeaderDamaged,
    OutputNotWritable,
)
from logbook.i18n import translate
from logbook.vault import backup_file, header, migrations, new_folder
from logbook.vault.backup_file import ATTACHMENT, DATABASE, HEADER, ID_BYTES, Section
from logbook.vault.check import CheckReport, check
from logbook.vault.connection import Connection, connect
from logbook.vault.contents import Contents
from logbook.vault.files import failure_of, make_folder, open_new, open_plain, sync_folder
from logbook.vault.header import Header
from logbook.vault.keys import Keys, Purpose
from logbook.vault.place import Place
from logbook.vault.record_check import Problem
from logbook.vault.secret import Secret, wipe
from logbook.vault.store import Store, read_mark

_PAGES_AT_ONCE = 1000
_NOT_TO_RESTORE = {"unreadable", "structure_damaged", "nonsense"}


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup that was read again and found whole."""

    path: Path  # of the file; of the folder where a vault was made out of it
    bytes: int
    sha256: Sha256  # of the file
    entries: int
    problems: tuple[Problem, ...] = ()  # what the check of the copy found; the vault has it too
    dropped: tuple[Path, ...] = ()  # earlier backups that this one took the place of


def back_up(store: Store, header_now: Header, out: Path, progress: Progress = SILENT) -> BackupInfo:
    """Write a backup of the open vault to `out`, replacing what is there only once it is proven.

    Raises `DatabaseDamaged` when the vault itself cannot be read whole, `DiskFull`,
    `OutputNotWritable`, and `BackupDamaged` when what was written does not read back.
    """
    part = out.with_name(out.name + ".part")
    with _on_disk_of(out):
        if out.exists() and not out.is_file():
            # A folder; or a device or a pipe, whose place in the system no file must take.
            raise OutputNotWritable("it is no file", where=str(out))
    with ExitStack() as always:
        place = store.place.of_copy()
        always.callback(_drop, place)
        report = _copy_database(store, place, progress)
        mac_key = store.keys.subkey(Purpose.BACKUP_MAC)
        always.callback(wipe, mac_key)
        with _on_disk_of(out):
            part.unlink(missing_ok=True)
            always.callback(part.unlink, missing_ok=True)
            _pack(store, header_now, part, mac_key, progress)
            size, digest = _read_again(part, mac_key, progress)
            part.replace(out)
            sync_folder(out.parent)
    problems = tuple(report.problems)
    return BackupInfo(out, size, Sha256(digest), report.entries, problems)


def restore(file: Path, folder: Path, secret: Secret, progress: Progress = SILENT) -> BackupInfo:
    """Make a vault out of a backup, in a new or empty folder; the secret is wiped.

    The header comes last: whatever fails, there is no half vault. Raises `FileUnreadable`,
    `BackupDamaged`, `NewerVersion`, the failures of a wrong secret and of `new_folder.claim`.
    """
    with ExitStack() as always, ExitStack() as on_failure:
        always.callback(secret.wipe)
        source = always.enter_context(_reading(file))
        size = os.fstat(source.fileno()).st_size
        parts = backup_file.layout(source)
        found = _header_in(source, parts[0])
        keys = found.unlock(secret)
        always.callback(keys.wipe)
        digest = _prove_all(source, parts, keys, progress)
        place, lock = new_folder.claim(folder, on_failure)
        always.callback(lock.release)
        _unpack(source, parts, place, progress)
        entries = _convert_database(place, found, keys, progress)
        header.write(place, found)
        new_folder.finish(place)
        on_failure.pop_all()
    return BackupInfo(place.folder, size, Sha256(digest), entries)


# -- making a backup


def _copy_database(store: Store, place: Place, progress: Progress) -> CheckReport:
    """Copy the database page by page under the backup key, and check all of the copy.

    A fault that the vault itself has, such as a missing original, is reported and does not keep
    the rest from being saved. A page that cannot be read does, for nothing would restore from the
    copy: SQLCipher gives zeros for it, and the copy of them is sound. A fault of the copy alone is
    `BackupDamaged`.
    """
    progress(0, 0, translate("Vault", "Checking pages"))
    if store.con.execute("PRAGMA cipher_integrity_check").fetchall():
        raise DatabaseDamaged("a page is damaged", where=store.place.database.name)
    _drop(place)
    open_new(place.database).close()
    keys = Keys(store.keys.master)
    copy = Store(place, store.vault_id, keys, store.header_seq, Purpose.BACKUP_DATABASE)
    try:
        copy.open_copy(lambda con: _copy_pages(store.con, con, progress))
        report = check(copy, Contents(copy), progress)
        if any(problem.kind == "page_damaged" for problem in report.problems):
            raise BackupDamaged("a page of the copy is damaged")
        if any(problem.kind in _NOT_TO_RESTORE for problem in report.problems):
            raise DatabaseDamaged("the structure is damaged", where=store.place.database.name)
        if copy.mark() != store.mark():
            raise BackupDamaged("the copy is not the vault")
        return report
    finally:
        copy.abandon()


def _copy_pages(source: Connection, target: Connection, progress: Progress) -> None:
    def told(_status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total, translate("Vault", "Copying"))

    try:
        source.backup(target, pages=_PAGES_AT_ONCE, progress=told)
    except sqlcipher3.Error as error:
        source.tell(error)
        raise


def _refuse_unsound(con: Connection, progress: Progress) -> None:
    progress(0, 0, translate("Vault", "Checking the copy"))
    if con.execute("PRAGMA cipher_integrity_check").fetchall():
        raise BackupDamaged("a page of the copy is damaged")
    progress(0, 0, translate("Vault", "Checking the copy"))
    if con.one("PRAGMA integrity_check") != "ok":
        raise DatabaseDamaged("a link or count is wrong")


def _pack(
    store: Store, header_now: Header, part: Path, mac_key: bytearray, progress: Progress
) -> None:
    kept = _kept_files(store)
    database = store.place.of_copy().database
    total = database.stat().st_size + sum(path.stat().st_size for _id, path in kept)
    advance = _counting(progress, total, translate("Vault", "Writing"))
    with open_new(part) as out:
        writer = backup_file.Writer(out, mac_key, advance)
        writer.small(HEADER, header_now.encode())
        with database.open("rb") as content:
            writer.stream(DATABASE, b"", content)
        for file_id, path in kept:
            with path.open("rb") as content:
                writer.stream(ATTACHMENT, file_id, content)
        writer.finish()


def _kept_files(store: Store) -> list[tuple[bytes, Path]]:
    """Return the large files that the database knows and the folder holds.

    One that is missing, has a pipe in its place or may not be read, is lacking in the vault too;
    that must not keep the rest from being saved.
    """
    ids = [
        bytes(row[0])
        for row in store.con.execute(
            "SELECT file_id FROM blob WHERE file_id IS NOT NULL ORDER BY id"
        )
    ]
    paths = ((file_id, store.place.attachment(file_id)) for file_id in ids)
    return [(file_id, path) for file_id, path in paths if _opens(path)]


def _opens(path: Path) -> bool:
    try:
        open_plain(path).close()
    except OSError:
        return False
    return True


def _read_again(part: Path, mac_key: bytearray, progress: Progress) -> tuple[int, bytes]:
    with part.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        advance = _counting(progress, size, translate("Vault", "Reading it again"))
        return size, backup_file.prove(file, backup_file.layout(file), mac_key, advance)


@contextmanager
def _on_disk_of(out: Path) -> Iterator[None]:
    """Say which disk failed: the place chosen for the backup is not the vault."""
    try:
        yield
    except OSError as error:
        failure = failure_of(error)
        if isinstance(failure, DiskFull):
            raise failure from error
        raise OutputNotWritable(str(failure), where=str(out)) from error


# -- making a vault out of a backup


@contextmanager
def _reading(file: Path) -> Iterator[BinaryIO]:
    try:
        source = open_plain(file)
    except OSError as error:
        raise FileUnreadable("the backup cannot be opened", where=str(file)) from error
    with source:
        yield source


def _header_in(source: BinaryIO, section: Section) -> Header:
    try:
        return Header.decode(backup_file.content(source, section, header.MAX_BYTES))
    except HeaderDamaged as error:
        raise BackupDamaged("its header is damaged") from error


def _prove_all(source: BinaryIO, parts: list[Section], keys: Keys, progress: Progress) -> bytes:
    """Return the SHA-256 of a backup that is as it was written."""
    mac_key = keys.subkey(Purpose.BACKUP_MAC)
    total = parts[-1].offset
    try:
        advance = _counting(progress, total, translate("Vault", "Reading the backup"))
        return backup_file.prove(source, parts, mac_key, advance)
    finally:
        wipe(mac_key)


def _unpack(source: BinaryIO, parts: list[Section], place: Place, progress: Progress) -> None:
    total = sum(section.length for section in parts)
    advance = _counting(progress, total, translate("Vault", "Writing"))
    try:
        with open_new(place.of_copy().database) as out:
            backup_file.copy_out(source, parts[1], 0, out, advance)
        for section in parts[2:-1]:
            source.seek(section.offset)
            path = place.attachment(source.read(ID_BYTES))
            make_folder(path.parent.parent)
            make_folder(path.parent)
            with open_new(path) as out:
                backup_file.copy_out(source, section, ID_BYTES, out, advance)
            sync_folder(path.parent)
    except OSError as error:
        raise failure_of(error) from error


def _convert_database(place: Place, found: Header, keys: Keys, progress: Progress) -> int:
    """Bring the copy under the key of a live vault, check it, and set its high-water mark.

    Return how many entries it holds.
    """
    source = connect(place.of_copy().database, keys.subkey(Purpose.BACKUP_DATABASE))
    store = Store(place, found.vault_id, Keys(keys.master), found.seq)
    try:
        migrations.version(source)
        mark = read_mark(source, found.vault_id)
        open_new(place.database).close()
        store.open_copy(lambda con: _copy_pages(source, con, progress))
        _refuse_unsound(store.con, progress)
        if store.mark() != mark:
            raise BackupDamaged("the vault is not the copy")
        entries = Contents(store).entries.count(EntryFilter())
        store.close()
    finally:
        source.close()
        store.abandon()
    _drop(place.of_copy())
    return entries


# -- both


def _counting(progress: Progress, total: int, doing: str) -> backup_file.Advance:
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        progress(done, total, doing)

    return advance


def _drop(place: Place) -> None:
    try:
        for path in (place.database, *place.beside_database()):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise failure_of(error) from error
