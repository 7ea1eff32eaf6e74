"""Private, durable files and folders, and what an error of the disk means for a vault."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from logbook.errors import DiskFailed, DiskFull, VaultError, VaultGone, VaultReadOnly

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_WITHOUT_WAITING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_GONE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTDIR}


def failure_of(error: OSError) -> VaultError:
    """Return what `error`, met while a file of the vault was used, means to a person."""
    fact = errno.errorcode.get(error.errno or 0, "unknown")
    for codes, failure in ((_FULL, DiskFull), (_READ_ONLY, VaultReadOnly), (_GONE, VaultGone)):
        if error.errno in codes:
            return failure(fact)
    return DiskFailed(fact)


def refuse_full_disk(folder: Path, need_bytes: int) -> None:
    """Raise `DiskFull` while nothing is written yet, when less than `need_bytes` is free.

    A disk that is filled to its last byte has no room for taking the half-written back either.
    """
    try:
        free_bytes = shutil.disk_usage(folder).free
    except OSError as error:
        raise failure_of(error) from error
    if free_bytes < need_bytes:
        raise DiskFull(f"{free_bytes} bytes free, {need_bytes} needed")


def make_folder(path: Path) -> None:
    """Make sure that the folder exists and nobody else may look into it, whatever the umask."""
    if not path.is_dir():
        path.mkdir(mode=0o700)
        sync_folder(path.parent)


def make_private(path: Path, mode: int) -> None:
    """Take everyone else's rights away, on file systems that know rights."""
    with suppress(PermissionError):  # a stick's file system, or another owner's folder
        if path.stat().st_mode & 0o777 != mode:
            path.chmod(mode)


def open_new(path: Path) -> FileIO:
    """Create a file that did not exist, readable by its owner alone; the caller closes it.

    It has no buffer, so that closing it after an error of the disk writes nothing more.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return FileIO(os.open(path, flags, 0o600), "wb")


def open_plain(path: Path) -> BinaryIO:
    """Open a file that ends for reading; the caller closes it.

    Raises OSError, for a pipe, a device or a folder too and without waiting for it, and for a file
    that the system makes up while it is read (Linux: /proc), which may never end.
    """
    handle = os.open(path, _WITHOUT_WAITING)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or (not status.st_size and os.read(handle, 1)):
            raise OSError(errno.EINVAL, "not a plain file")
    except BaseException:
        os.close(handle)
        raise
    return os.fdopen(handle, "rb")


def write_all(file: FileIO, data: bytes) -> None:
    """Write all of `data`: a nearly full disk takes a part without saying so."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def sync_folder(path: Path) -> None:
    """Make a new name in `path` survive a power cut, where the system can do that for folders."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
