"""One process at a time: a lock on an empty file, given back by the system however we end."""

from __future__ import annotations

import errno
import os
import sys

from logbook.errors import VaultInUse
from logbook.vault.files import failure_of
from logbook.vault.place import PRIVATE_FILE, Place

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class Lock:
    """Holds the lock of a vault from `take` to `release`."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @staticmethod
    def take(place: Place) -> Lock:
        """Lock the vault, making the lock file where it is missing; raises `VaultInUse`."""
        return Lock(_locked(place, os.O_RDWR | os.O_CREAT))

    @staticmethod
    def take_existing(place: Place) -> Lock | None:
        """Lock the vault without making anything; None when there is no lock file.

        An opening that fails must leave nothing behind, so it begins with this.
        """
        return Lock(_locked(place, os.O_RDONLY)) if place.lock.exists() else None

    def release(self) -> None:
        """Give the lock back."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle = None


def _locked(place: Place, flags: int) -> int:
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        handle = os.open(place.lock, flags, PRIVATE_FILE)
    except OSError as error:
        raise failure_of(error) from error
    try:
        _take(handle)
    except OSError as error:
        os.close(handle)
        if error.errno in _HELD:
            raise VaultInUse("another process holds the lock") from error
        raise failure_of(error) from error
    return handle
