"""The files of a vault and how one of them is replaced as a whole."""

from __future__ import annotations

import errno
import os
import sys
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from logbook.errors import NotAPlainFile, NotAVault, PathTooLong
from logbook.vault.files import failure_of, open_new, sync_folder, write_all

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
# SQLite takes 512 bytes on Unix, with the ends of the names of its own files.
_PATH_MOST_BYTES = sys.maxsize if sys.platform == "win32" else 512 - len("-journal")
_NO_PATH = {errno.ENAMETOOLONG, errno.ENOTDIR, errno.ELOOP}


@dataclass(frozen=True, slots=True)
class Place:
    """A vault's folder (a real path, links resolved) and the fixed names inside."""

    folder: Path
    database_name: str = "log.db"

    @staticmethod
    def at(folder: Path) -> Place:
        """Return the place that `folder` names, through links to the folder itself.

        Raises `NotAVault` for links that lead in a ring, and for the home of nobody, and
        `PathTooLong`.
        """
        try:
            place = Place(folder.expanduser().resolve())
        except (OSError, RuntimeError) as error:  # a ring is a RuntimeError before Python 3.13
            raise NotAVault("the path leads nowhere", where=str(folder)) from error
        if len(os.fsencode(place.of_copy().database)) > _PATH_MOST_BYTES:
            raise PathTooLong(f"{len(os.fsencode(place.folder))} bytes")
        return place

    @property
    def header(self) -> Path:
        """Key slots, replaced as a whole, never edited in place."""
        return self.folder / "vault.hdr"

    @property
    def header_copy(self) -> Path:
        """The same bytes, written once the header is safe: for a bad sector."""
        return self.folder / "vault.hdr.bak"

    @property
    def state(self) -> Path:
        """The high-water mark."""
        return self.folder / "vault.state"

    @property
    def database(self) -> Path:
        """Everything a person wrote."""
        return self.folder / self.database_name

    @property
    def wal(self) -> Path:
        """SQLite's write-ahead log: empty between two saves, absent once closed."""
        return self.folder / f"{self.database_name}-wal"

    @property
    def lock(self) -> Path:
        """An empty file that the process which uses the vault holds locked."""
        return self.folder / "lock"

    @property
    def reserve(self) -> Path:
        """Space that can be given up so that the entry on screen still fits."""
        return self.folder / "reserve"

    @property
    def unfinished(self) -> Path:
        """Stands while the book is made or restored: until then nothing there is anyone's."""
        return self.folder / "unfinished"

    @property
    def look(self) -> Path:
        """How the lock screen looks; there only when the person chose something, and for no other.

        It is no part of the record: checked by nothing, and in no backup.
        """
        return self.folder / "vault.look"

    @property
    def originals(self) -> Path:
        """Large originals, each encrypted in a file of its own."""
        return self.folder / "att"

    def attachment(self, file_id: bytes) -> Path:
        """The encrypted file of a large original."""
        name = file_id.hex()
        return self.originals / name[:2] / f"{name}.enc"

    def of_copy(self) -> Place:
        """The same folder with the encrypted copy of the database that a backup is made from."""
        return Place(self.folder, "backup.tmp")

    def beside_database(self) -> tuple[Path, ...]:
        """The log, and the names that SQLite opens where they stand; only a copy has a journal."""
        return (
            self.wal,
            *(self.folder / f"{self.database_name}-{end}" for end in ("journal", "shm")),
        )

    def leftovers(self) -> tuple[Path, ...]:
        """What an abrupt end may leave half written; nothing of it was acknowledged."""
        copy = self.of_copy()
        replaced = (self.header, self.header_copy, self.state, self.look)
        beside = (copy.database, *copy.beside_database())
        return (
            self.unfinished,
            *beside,
            *(path.with_name(path.name + ".new") for path in replaced),
        )

    def refuse_what_is_no_vault(self) -> None:
        """Raise `NotAVault` where there is no folder, `NotAPlainFile` for what is none inside.

        A planted link would lead saves away, and a pipe would never end. A folder that may not be
        looked into is the failure that `files.failure_of` tells.
        """
        try:
            if not self.folder.is_dir():
                raise NotAVault("no folder", where=str(self.folder))
            own = (self.header, self.header_copy, self.state, self.database, self.lock)
            files = (*own, *self.beside_database())
            folders = (path for path in self.leftovers() if path.is_dir() and not path.is_symlink())
            odd = next((path for path in files if _is_no_file(path)), None) or next(folders, None)
        except OSError as error:
            if error.errno in _NO_PATH:
                raise NotAVault("no path can be like this", where=str(self.folder)) from error
            raise failure_of(error) from error
        if odd is not None:
            raise NotAPlainFile("a file of the vault is a link, a folder or a pipe", where=odd.name)


def _is_no_file(path: Path) -> bool:
    """Tell whether something stands at `path` that is no plain file."""
    return path.is_symlink() or (path.exists() and not path.is_file())


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` at `path` so that after any crash the old or the new bytes are there, whole.

    Raises `VaultError` in the kind that fits (`files.failure_of`); the old bytes then still stand.
    """
    new = path.with_name(path.name + ".new")
    try:
        with _open_anew(new) as file:
            write_all(file, data)
            os.fsync(file.fileno())
        new.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        # A file cut short by a full disk would keep the disk full.
        _drop(new)
        raise failure_of(error) from error


def _open_anew(path: Path) -> FileIO:
    """Create a file in place of what an abrupt end left there, or somebody planted.

    Writing into what stands there could follow a link elsewhere, or wait for ever in a pipe.
    """
    try:
        return open_new(path)
    except FileExistsError:
        path.unlink()
        return open_new(path)


def read_file(path: Path, limit_bytes: int) -> bytes | None:
    """Return the bytes at `path`, at most one more than the limit; None when there is no file."""
    try:
        with path.open("rb") as file:
            return file.read(limit_bytes + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        failure = failure_of(error)
        failure.where = path.name
        raise failure from error


def drop_file(path: Path) -> None:
    """Take a file away that may not be there; raises `VaultError` in the kind that fits."""
    try:
        if path.is_symlink() or path.exists():
            path.unlink()
            sync_folder(path.parent)
    except OSError as error:
        raise failure_of(error) from error


def _drop(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # The first failure is the one to tell; the leftover is swept at the next opening.
        return
