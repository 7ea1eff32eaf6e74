"""Make, open, close, check, back up and restore a book; change what opens it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from logbook.domain.progress import SILENT, Progress
from logbook.errors import DatabaseDamaged, PassphraseTooWeak, VaultError
from logbook.i18n import language
from logbook.tasks.save_outside import refuse_inside
from logbook.tasks.say_notice import faults
from logbook.tasks.this_computer import now_here
from logbook.vault import backup, generations, passphrase
from logbook.vault.backup import BackupInfo
from logbook.vault.check import CheckReport
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

WINDOW_SETTINGS = "window"  # the window keeps its own here, as one JSON object
BACKED_UP_AT = "backed_up_at"  # one of them: ISO 8601 in UTC


@dataclass(frozen=True, slots=True)
class NewBook:
    """A book that was just made. The code is shown once and kept nowhere."""

    vault: Vault
    recovery_code: str


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess: `score` 0 (at once) to 4 (very hard)."""

    score: int
    accepted: bool


def suggest_passphrase() -> str:
    """Return words drawn on this computer, in the language in use."""
    return passphrase.suggest(language())


def passphrase_strength(text: str) -> Strength:
    """Rate a passphrase that a person made up."""
    words = bytearray(text.encode())
    try:
        passphrase.refuse_weak(words)
    except PassphraseTooWeak:
        return Strength(passphrase.strength(words), accepted=False)
    return Strength(passphrase.strength(words), accepted=True)


def create_book(
    folder: Path,
    new_passphrase: bytearray,
    progress: Progress = SILENT,
    *,
    key_file: Path | None = None,
) -> NewBook:
    """Make a book in a new folder; `new_passphrase` is wiped."""
    secret = Secret(passphrase=new_passphrase, key_file=key_file)
    return NewBook(*Vault.create(folder, secret, progress=progress))


def open_book(
    folder: Path, secret: Secret, progress: Progress = SILENT, *, accept_older: bool = False
) -> Vault:
    """Open a book; the secret is wiped whether it opens or not."""
    return Vault.open(folder, secret, accept_older=accept_older, progress=progress)


def close_book(vault: Vault) -> None:
    """Close a book; every acknowledged save is on the disk."""
    vault.close()


def change_passphrase(vault: Vault, new_passphrase: bytearray, progress: Progress = SILENT) -> None:
    """Change what opens an open book; only the header is written."""
    vault.change_passphrase(new_passphrase, progress=progress)


def new_recovery_code(vault: Vault) -> str:
    """Return a new printed code, in place of every earlier one of this book."""
    return vault.new_recovery_code()


def check_book(vault: Vault, progress: Progress = SILENT) -> CheckReport:
    """Verify every page, file and link of the record, and name what opening it had to mend.

    The check itself writes nothing. A search index that misses words holds nothing that is not
    elsewhere too, so it is built again at once; the report still names it.
    """
    found = vault.check(progress)
    if any(one.kind == "search_incomplete" for one in found.problems):
        # On a damaged page this cannot be done; the report names that already.
        with suppress(DatabaseDamaged):
            vault.search.rebuild(progress)
    mended = faults(vault.notices)
    return replace(found, ok=found.ok and not mended, problems=[*mended, *found.problems])


def back_up_book(vault: Vault, out: Path, progress: Progress = SILENT) -> BackupInfo:
    """Write one locked file that holds the whole book, and prove that it opens.

    In a folder it gets a name with the time, and the newest five of this book are kept there.
    """
    if not _is_folder(out):
        refuse_inside(vault, out)
        made = vault.back_up(out, progress)
        _note_backup(vault)
        return made
    target = generations.new_name(out, now_here())
    refuse_inside(vault, target)
    made = vault.back_up(target, progress)
    _note_backup(vault)
    return replace(made, dropped=tuple(generations.drop_older(target, vault.id)))


def _note_backup(vault: Vault) -> None:
    """Keep the moment among the settings of the window, which says how old the last backup is."""
    kept = vault.settings.get(WINDOW_SETTINGS, {})
    known = kept if isinstance(kept, dict) else {}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with suppress(VaultError):  # the backup stands, though the book takes no more words
        vault.settings.put(WINDOW_SETTINGS, {**known, BACKED_UP_AT: now})


def _is_folder(out: Path) -> bool:
    try:
        return out.is_dir()
    except OSError:
        return False  # whoever writes there says what is wrong


def restore_book(
    file: Path, folder: Path, secret: Secret, progress: Progress = SILENT
) -> BackupInfo:
    """Make a new folder from a backup; an existing book is never touched."""
    return backup.restore(file, folder, secret, progress)
