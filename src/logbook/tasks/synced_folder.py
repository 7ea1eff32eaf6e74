"""Whether a folder is copied to other places by a sync service, told by names alone."""

from __future__ import annotations

import re
from pathlib import Path

from logbook.i18n import translate

# A folder's name, as each service makes it on Windows, macOS and Linux; business accounts add the
# name of the company after a dash or in brackets.
_NAMES = {
    "OneDrive": r"onedrive(?:\s?-.*)?",
    "Dropbox": r"dropbox(?:\s?\(.*\))?",
    "Google Drive": r"google\s?drive(?:-.*)?|drivefs|my drive",
    "iCloud": r"icloud\s?drive|mobile documents|com~apple~clouddocs|iclouddrive",
    "Nextcloud": r"nextcloud\d*",
    "ownCloud": r"owncloud\d*",
    "Box": r"box(?: sync)?",
    "pCloud": r"pcloud\s?(?:drive|sync)?",
    "MEGA": r"mega(?:sync)?(?: downloads)?",
    "Syncthing": r"syncthing",
}
_MARKS = {  # what a service keeps in the topmost folder that it copies
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}


def synced_by(folder: Path) -> str:
    """Return the service that seems to copy the folder, empty when no name says so."""
    try:
        whole = folder.expanduser().resolve()
    except (OSError, RuntimeError):
        return ""  # no such folder: whoever makes it says so
    for part in (whole, *whole.parents):
        for service, pattern in _NAMES.items():
            if re.fullmatch(pattern, part.name, re.IGNORECASE):
                return service
        for mark, service in _MARKS.items():
            if _stands_there(part / mark):
                return service
    return ""


def say_synced(folder: Path) -> str:
    """Return what a person should hear about a book in such a folder, empty for another one."""
    service = synced_by(folder)
    if not service:
        return ""
    return translate(
        "Notice",
        "This folder seems to be copied elsewhere by {service}. Earlier copies of the book are kept"
        " there and open with earlier passphrases, and two computers can mix up its files. Keep the"
        " book outside, and put backups there instead.",
        service=service,
    )


def _stands_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
