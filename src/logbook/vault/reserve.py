"""Space set aside so that the entry on screen can be saved on a full disk."""

from __future__ import annotations

import os
import shutil

from logbook.vault.files import open_new
from logbook.vault.place import Place

RESERVE_BYTES = 4 << 20
_ROOMY_BYTES = 16 * RESERVE_BYTES


def lay_by(place: Place) -> bool:
    """Set the space aside where there is plenty left; tell whether it is there now.

    A reserve is a comfort: where it cannot be written the vault still opens.
    """
    try:
        if place.reserve.exists():
            if place.reserve.stat().st_size >= RESERVE_BYTES:
                return True
            place.reserve.unlink()
        if shutil.disk_usage(place.folder).free < _ROOMY_BYTES:
            return False
        with open_new(place.reserve) as file:
            # Random bytes: a file system that packs zeros would set nothing aside.
            file.write(os.urandom(RESERVE_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        give_up(place)
        return False
    return True


def needed(place: Place) -> bool:
    """Tell whether less is free than a save may take."""
    try:
        return shutil.disk_usage(place.folder).free < RESERVE_BYTES
    except OSError:
        return False


def give_up(place: Place) -> bool:
    """Give the space back to the disk; tell whether there was any."""
    try:
        place.reserve.unlink()
    except OSError:
        return False
    return True
