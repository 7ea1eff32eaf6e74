"""Where a task may write what leaves the book: never among its files, and whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from logbook.errors import OutputInsideBook
from logbook.export.saving import Draft, written_beside
from logbook.vault.vault import Vault


def refuse_inside(vault: Vault, out: Path) -> None:
    """Raise `OutputInsideBook` for a place that could be one of the book's own files."""
    try:
        around = out.expanduser().absolute().parent.resolve()
        inside = any(folder.samefile(vault.folder) for folder in (around, *around.parents))
    except (OSError, RuntimeError):
        return  # no such folder: whoever writes there says so
    if inside:
        raise OutputInsideBook("in the folder of the vault", where=str(out))


@contextmanager
def draft_outside(vault: Vault, target: Path, *, new: bool = False) -> Iterator[Draft]:
    """Give a file to write that stands at `target` once the block ends well.

    Raises `OutputInsideBook`, `OutputNotWritable` and `DiskFull`; with `new` also `FileExistsError`
    where something has that name.
    """
    refuse_inside(vault, target)
    with written_beside(target, new=new) as draft:
        yield draft


@contextmanager
def writing_outside(vault: Vault, target: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes stand at `target` once the block ends well.

    Raises `OutputInsideBook`, `OutputNotWritable` and `DiskFull`.
    """
    with draft_outside(vault, target) as draft, draft.path.open("wb") as sink:
        yield sink
