"""Backups side by side in one folder: the newest few of a vault are kept (research, 3.9)."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from logbook.errors import VaultError
from logbook.vault import backup_file, header
from logbook.vault.files import open_plain
from logbook.vault.header import Header

KEPT = 5
UNFINISHED = ".part"

_NAME = re.compile(r"backup-\d{4}-\d\d-\d\d-\d{6}(?:-\d+)?\.logbook")


def new_name(folder: Path, now: datetime) -> Path:
    """Return the path for a backup of this moment; the names of earlier ones sort before it."""
    stem = f"backup-{now:%Y-%m-%d-%H%M%S}"
    # Behind the last of this second: the first may have been removed by now.
    same = [path for path in folder.glob(f"{stem}*") if _NAME.fullmatch(path.name)]
    last = max((_order(path)[1] for path in same), default=0)
    return folder / (f"{stem}-{last + 1}.logbook" if same else f"{stem}.logbook")


def drop_older(made: Path, vault_id: bytes) -> list[Path]:
    """Remove all but the newest backups of the vault beside `made`, and return what was removed.

    Only files with our kind of name that say that they are of this vault; `made` always stays.
    Half backups go too: while this process holds the vault, nobody else is writing one.
    """
    ours = [
        path
        for path in made.parent.iterdir()
        if _NAME.fullmatch(path.name.removesuffix(UNFINISHED))
        and path != made
        and _vault_of(path) == vault_id
    ]
    half = [path for path in ours if path.name.endswith(UNFINISHED)]
    whole = sorted((path for path in ours if path not in half), key=_order, reverse=True)
    return [path for path in (*whole[KEPT - 1 :], *half) if _removed(path)]


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False  # one that stays takes room and nothing else
    return True


def _order(path: Path) -> tuple[str, int]:
    """Return moment and number of a name: the tenth of one second comes after the second."""
    parts = path.stem.split("-")
    moment, number = "-".join(parts[:5]), parts[5:]
    return moment, int(number[0]) if number else 1


def _vault_of(path: Path) -> bytes | None:
    """Return which vault a backup says it is of, None for what is no backup that can be read."""
    try:
        with open_plain(path) as file:
            first = next(backup_file.sections(file), None)
            if first is None:
                return None
            return Header.decode(backup_file.content(file, first, header.MAX_BYTES)).vault_id
    except (VaultError, OSError):
        return None
