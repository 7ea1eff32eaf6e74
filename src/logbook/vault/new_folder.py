"""The folder of a book that is being made: claimed, marked until it is one, or given back."""

from __future__ import annotations

import re
from contextlib import ExitStack, suppress
from pathlib import Path

from logbook.errors import (
    DiskFull,
    FolderNotEmpty,
    NotAVault,
    OutputNotWritable,
    VaultExists,
    VaultReadOnly,
)
from logbook.vault.files import failure_of, make_private, open_new, sync_folder
from logbook.vault.lock import Lock
from logbook.vault.place import PRIVATE_FOLDER, Place

_ORIGINAL = re.compile(r"att(/[0-9a-f]{2}(/[0-9a-f]{32}\.enc(\.tmp)?)?)?")


def claim(chosen: Path, on_failure: ExitStack) -> tuple[Place, Lock]:
    """Lock and mark a new or empty folder, to be emptied again on failure.

    A folder whose making was cut short is emptied of what that left, and nothing else. The lock
    is the caller's to release once all went well. Raises `VaultExists`, `FolderNotEmpty`,
    `VaultInUse`, `DiskFull`, `VaultReadOnly`, and `OutputNotWritable` for a path that no folder
    can have.
    """
    try:
        place = Place.at(chosen)
        made = not place.folder.exists()
        if not made:
            _refuse_taken(place)
        _make_folders(place.folder, on_failure)
        # Before anything is taken away or back: another process may be at work on the same folder.
        lock = Lock.take(place)
        on_failure.callback(_empty, place.folder)
        on_failure.callback(lock.release)
        if not made:
            _refuse_taken(place)
            _drop_unfinished(place)
        open_new(place.unfinished).close()
        sync_folder(place.folder)
        make_private(place.folder, PRIVATE_FOLDER)
    except NotAVault as error:
        raise OutputNotWritable(error.detail, where=str(chosen)) from error
    except OSError as error:
        failure = failure_of(error)
        if isinstance(failure, (DiskFull, VaultReadOnly)):
            raise failure from error
        raise OutputNotWritable(failure.detail, where=str(chosen)) from error
    return place, lock


def _make_folders(folder: Path, on_failure: ExitStack) -> None:
    """Make the folder and those above it, each with a name that a power cut does not take away."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        on_failure.callback(_drop_folder, path)
        with suppress(PermissionError):  # one that may be written and not be looked into
            sync_folder(path.parent)


def finish(place: Place) -> None:
    """Take the mark away, once the header stands: from here on the folder is a book."""
    try:
        place.unfinished.unlink()
        sync_folder(place.folder)
    except OSError as error:
        raise failure_of(error) from error


def _refuse_taken(place: Place) -> None:
    folder = place.folder
    if not folder.is_dir() or place.header.exists() or place.header_copy.exists():
        raise VaultExists("the path is taken", where=str(folder))
    found = set(folder.rglob("*"))
    if found - {place.lock} and not (place.unfinished in found and found <= _own(place, found)):
        raise FolderNotEmpty("the folder holds files", where=str(folder))


def _own(place: Place, found: set[Path]) -> set[Path]:
    """Return what making a book may leave there, when it is cut short."""
    own = {place.lock, place.state, place.reserve, place.database, *place.beside_database()}
    originals = {path for path in found if _is_original(path.relative_to(place.folder))}
    return own | originals | set(place.leftovers())


def _is_original(path: Path) -> bool:
    """Tell whether a name is one that a large original has; nobody else's file may go with them."""
    return bool(_ORIGINAL.fullmatch(path.as_posix()))


def _drop_unfinished(place: Place) -> None:
    for path in _deepest_first(place.folder):
        # The mark goes last, so that this too can be cut short.
        if path not in {place.lock, place.unfinished}:
            _drop(path)
    place.unfinished.unlink(missing_ok=True)


def _empty(folder: Path) -> None:
    """Empty a folder that held nothing of a person's, after making a book there failed."""
    with suppress(OSError):  # the disk that failed may refuse this too; the first failure counts
        for path in _deepest_first(folder):
            _drop(path)


def _drop_folder(folder: Path) -> None:
    with suppress(OSError):  # as above; and what another process put there stays
        folder.rmdir()


def _deepest_first(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"), reverse=True)


def _drop(path: Path) -> None:
    path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
