"""Drafts that a killed process left in a person's folder: told from other files, and taken away.

They hold what the person meant to save, in plain text, under a name that says nothing of it.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NAME = re.compile(r"\.([0-9a-f]{8})([0-9a-f]{8})\.part")
_DAY_S = 86_400


def new_name() -> str:
    """Return a name for a draft: by chance, but that its second half tells that it is one of ours.

    A file of another program has such a name once in four thousand million.
    """
    chance = secrets.token_hex(4)
    return f".{chance}{_sign(chance)}.part"


def take_away(folder: Path) -> None:
    """Delete the drafts in a folder that no process works on any more.

    A folder that cannot be read is left as it is: whoever writes there says so.
    """
    with suppress(OSError), os.scandir(folder) as found:
        for one in found:
            if _is_ours(one.name):
                with suppress(OSError):  # it is in work, somebody else's, or gone
                    _delete_left(Path(one.path))


def _is_ours(name: str) -> bool:
    found = _NAME.fullmatch(name)
    return found is not None and _sign(found[1]) == found[2]


def _sign(chance: str) -> str:
    return hashlib.sha256(b"draft of a file" + chance.encode()).hexdigest()[:8]


if sys.platform == "win32":

    def hold(file: int) -> None:
        """Do nothing: a file that is open cannot be deleted there."""

    @contextmanager
    def held(file: int) -> Iterator[None]:
        """Close a file at once: one that is open cannot get its name there."""
        os.close(file)
        yield

    def _delete_left(path: Path) -> None:
        # Between two of its steps a draft in work is not open.
        if time.time() - path.lstat().st_mtime > _DAY_S:
            path.unlink()

else:
    import fcntl

    def hold(file: int) -> None:
        """Let other processes see, until the file is closed, that it is in work."""
        with suppress(OSError):  # where there are no locks, nobody can take this one for left over
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    @contextmanager
    def held(file: int) -> Iterator[None]:
        """Hold a file while the block runs, and close it."""
        try:
            hold(file)
            yield
        finally:
            os.close(file)

    def _delete_left(path: Path) -> None:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            found = os.fstat(file)
            if stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid():
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while it is in work
                path.unlink()
        finally:
            os.close(file)
