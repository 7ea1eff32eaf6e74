"""Opening and making a book, as the vault's thread does it for the lock screen and the set-up.

The tasks are imported here and late: the lock screen must not wait for the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from logbook.domain.progress import SILENT, Progress
from logbook.ui.desk import put_settings, read_settings

if TYPE_CHECKING:
    from logbook.tasks.books import Strength
    from logbook.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Opened:
    """A book that is open, with the settings of its window."""

    vault: Vault
    folder: Path
    settings: dict[str, Any] = field(default_factory=dict)
    recovery_code: str = ""  # of a book that was just made; shown once
    by_recovery: bool = False  # opened with the recovery key: a new passphrase is due
    without_key_file: bool = False  # though it has one, which a new passphrase then does without


@dataclass(frozen=True, slots=True)
class Synced:
    """What a person should hear about a folder that a sync service copies; empty when none does."""

    folder: Path
    sentence: str


@dataclass(slots=True)
class Key:
    """What a person gave to open a book."""

    passphrase: bytearray | None = None
    recovery_code: str | None = None
    key_file: Path | None = None
    accept_older: bool = False


def open_folder(folder: Path, key: Key, progress: Progress = SILENT) -> Opened:
    """Open the book in a folder and read the window's settings."""
    from logbook.tasks import books  # noqa: PLC0415 - see the module's first lines
    from logbook.vault.secret import Secret  # noqa: PLC0415 - the same

    secret = Secret(
        passphrase=key.passphrase, recovery_code=key.recovery_code, key_file=key.key_file
    )
    vault = books.open_book(folder, secret, progress, accept_older=key.accept_older)
    by_recovery = key.recovery_code is not None
    return Opened(
        vault,
        folder,
        read_settings(vault),
        by_recovery=by_recovery,
        without_key_file=by_recovery and key.key_file is None and vault.needs_key_file,
    )


def make_folder(
    folder: Path, passphrase: bytearray, settings: dict[str, Any], progress: Progress = SILENT
) -> Opened:
    """Make a book in a new folder, with the answers of the set-up inside it."""
    from logbook.tasks import books  # noqa: PLC0415 - see the module's first lines

    folder.parent.mkdir(parents=True, exist_ok=True)
    made = books.create_book(folder, passphrase, progress)
    put_settings(made.vault, settings)
    return Opened(made.vault, folder, dict(settings), recovery_code=made.recovery_code)


def restore_folder(file: Path, folder: Path, key: Key, progress: Progress = SILENT) -> Opened:
    """Make a book out of a backup and open it with the same key.

    It can be stopped until the restored book stands; opening it then takes as long as a key does.
    """
    from logbook.tasks import books  # noqa: PLC0415 - see the module's first lines
    from logbook.vault.secret import Secret  # noqa: PLC0415 - the same

    passphrase = None if key.passphrase is None else bytearray(key.passphrase)
    secret = Secret(passphrase=passphrase, recovery_code=key.recovery_code, key_file=key.key_file)
    try:
        books.restore_book(file, folder, secret, progress)
        return open_folder(folder, key)
    finally:
        secret.wipe()
        if key.passphrase is not None:
            key.passphrase[:] = bytes(len(key.passphrase))


def change_passphrase(vault: Vault, passphrase: bytearray, progress: Progress = SILENT) -> None:
    """Change what opens the book."""
    from logbook.tasks import books  # noqa: PLC0415 - see the module's first lines

    books.change_passphrase(vault, passphrase, progress)


def synced(folder: Path) -> Synced:
    """Look whether a sync service copies a folder."""
    from logbook.tasks import synced_folder  # noqa: PLC0415 - see the module's first lines

    return Synced(folder, synced_folder.say_synced(folder))


def suggest_words() -> str:
    """Return words drawn on this computer, in the language in use."""
    from logbook.tasks import books  # noqa: PLC0415 - see the module's first lines

    return books.suggest_passphrase()


def rate(passphrase: str) -> Strength:
    """Tell how hard a passphrase is to guess."""
    from logbook.tasks import books  # noqa: PLC0415 - see the module's first lines

    return books.passphrase_strength(passphrase)
