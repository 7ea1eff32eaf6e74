"""Keep beside a book what its lock screen may know: how to look, and nothing about anyone."""

from __future__ import annotations

from logbook.vault.place import Place, drop_file, read_file, replace_file
from logbook.vault.vault import Vault

_MOST_BYTES = 512


def keep_look(vault: Vault, look: bytes) -> None:
    """Put `look` beside the book in place of what stood there; nothing takes the file away.

    Raises `VaultError` in the kind that fits when the folder takes no file.
    """
    place = Place.at(vault.folder)
    if not look:
        drop_file(place.look)
    elif place.look.is_symlink() or read_file(place.look, _MOST_BYTES) != look:
        replace_file(place.look, look)
