"""Making and opening a vault: every look comes before the first write."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from logbook.domain.progress import Progress
from logbook.errors import (
    DatabaseDamaged,
    HeaderDamaged,
    KeyFileNeeded,
    OlderCopy,
    SavesMissing,
    VaultReadOnly,
    WrongPassphrase,
    WrongRecoveryCode,
)
from logbook.i18n import translate
from logbook.vault import (
    connection,
    header,
    keys,
    left_over_log,
    migrations,
    new_folder,
    passphrase,
    recovery_code,
    reserve,
)
from logbook.vault.files import failure_of, make_private, open_new
from logbook.vault.header import VAULT_ID_BYTES, Header, Unlocked
from logbook.vault.keys import KdfCost, Keys, Purpose
from logbook.vault.lock import Lock
from logbook.vault.notices import Notice
from logbook.vault.place import PRIVATE_FILE, PRIVATE_FOLDER, Place
from logbook.vault.secret import Secret
from logbook.vault.slots import Seat
from logbook.vault.state import Mark, State, StateFile, judge
from logbook.vault.store import Store, read_mark

# What is read once the vault is open to sweep and to mend: a damaged page there must be met by the
# look before, or an opening that fails has already moved the high-water mark.
_READ_LATER = (
    "SELECT built_with FROM search_state",
    "SELECT file_id FROM blob_erased",
    "SELECT file_id FROM blob WHERE file_id IS NOT NULL",
    "SELECT id FROM import WHERE state = 'pending'",
)
_WRONG_SECRET = (WrongPassphrase, WrongRecoveryCode, KeyFileNeeded)


@dataclass(slots=True)
class Opened:
    """An open store with what the facade needs beside it."""

    store: Store
    header: Header
    lock: Lock
    accepted_older: bool = False


def create(
    folder: Path, secret: Secret, cost: KdfCost | None, progress: Progress
) -> tuple[Opened, str]:
    """Make a vault in a new or empty folder; return it open, with its printed recovery code.

    The header comes last: a folder without one is no vault. Whatever fails, nothing stays behind.
    Raises `PassphraseTooWeak`, `NotEnoughMemory`, `DiskFull`, and what `new_folder.claim` does.
    """
    with ExitStack() as always, ExitStack() as on_failure:
        always.callback(secret.wipe)
        passphrase.refuse_weak(secret.passphrase or bytearray())
        place, lock = new_folder.claim(folder, on_failure)
        master = Keys.fresh()
        on_failure.callback(master.wipe)
        code = recovery_code.generate()
        new = _new_header(master, secret, code, cost, progress)
        store = Store(place, new.vault_id, master, new.seq)
        on_failure.callback(store.abandon)
        lay_database(store)
        header.write(place, new)
        new_folder.finish(place)
        on_failure.pop_all()
    return Opened(store, new, lock), code


def open_existing(
    folder: Path, secret: Secret, *, accept_older: bool, progress: Progress
) -> Opened:
    """Open a vault. When this raises, no file was created, changed or mended.

    Raises `NotAVault`, `NotFinished`, `VaultInUse`, `HeaderDamaged`, `NewerVersion`,
    `WrongPassphrase`, `WrongRecoveryCode`, `RecoveryCodeTypo`, `KeyFileNeeded`, `NotEnoughMemory`,
    `DatabaseDamaged`, `VaultReadOnly`, and unless `accept_older`, `OlderCopy` and `SavesMissing`.
    """
    with ExitStack() as always, ExitStack() as on_failure:
        always.callback(secret.wipe)
        place = Place.at(folder)
        place.refuse_what_is_no_vault()
        lock = Lock.take_existing(place)
        if lock:
            on_failure.callback(lock.release)
        progress(0, 0, translate("Vault", "Making the key"))
        unlocked, older, notices = _unlock(place, secret, accept_older=accept_older)
        on_failure.callback(unlocked.keys.wipe)
        _refuse_read_only(place)
        if lock is None:
            lock = Lock.take(place)
            on_failure.callback(lock.release)
        store = Store(place, unlocked.header.vault_id, unlocked.keys, unlocked.header.seq)
        store.notices.extend(notices)
        on_failure.callback(store.abandon)
        _start(store, unlocked)
        on_failure.pop_all()
    return Opened(store, unlocked.header, lock, older)


def lay_database(store: Store) -> None:
    """Make the database of a new vault, with its first save and its reserve."""
    try:
        # Made by us: SQLite would make it readable to all that the umask lets in.
        open_new(store.place.database).close()
    except OSError as error:
        raise failure_of(error) from error
    store.open()
    store.start_empty()
    store.ready()
    _lay_reserve(store)


def _new_header(
    master: Keys, secret: Secret, code: str, cost: KdfCost | None, progress: Progress
) -> Header:
    progress(0, 0, translate("Vault", "Making the key"))
    vault_id = os.urandom(VAULT_ID_BYTES)
    cost = cost or keys.calibrated_cost()
    typed = secret.passphrase or bytearray()
    slots = (
        Seat(master, vault_id, 0).for_passphrase(typed, cost, secret.key_file),
        Seat(master, vault_id, 1).for_recovery_code(recovery_code.read(code)),
    )
    return Header(vault_id, 1, slots).sealed(master)


def _unlock(
    place: Place, secret: Secret, *, accept_older: bool
) -> tuple[Unlocked, bool, list[Notice]]:
    """Unlock the copy of the header that fits the database; also return what `_inspect` saw.

    Where the copies are of two books, both may be tried, and a secret that fails on either is the
    failure to tell: the book may be whole, and another secret open it.
    """
    try:
        return _looked_into(place, header.unlock(place, secret), accept_older=accept_older)
    except (DatabaseDamaged, *_WRONG_SECRET) as failure:
        try:
            other = header.unlock_other_book(place, secret)
            if other is not None:
                return _looked_into(place, other, accept_older=accept_older)
        except _WRONG_SECRET as wrong:
            if isinstance(failure, DatabaseDamaged):
                raise wrong from None
        except (DatabaseDamaged, HeaderDamaged):
            raise failure from None
        raise


def _looked_into(
    place: Place, unlocked: Unlocked, *, accept_older: bool
) -> tuple[Unlocked, bool, list[Notice]]:
    try:
        return unlocked, *_inspect(place, unlocked, accept_older=accept_older)
    except BaseException:
        unlocked.keys.wipe()
        raise


def _inspect(place: Place, unlocked: Unlocked, *, accept_older: bool) -> tuple[bool, list[Notice]]:
    """Look at the database without touching it; return whether it is older, and what to tell."""
    if not place.database.exists():
        raise DatabaseDamaged("missing", where=place.database.name)
    if place.database.stat().st_size == 0:
        raise DatabaseDamaged("empty", where=place.database.name)
    vault_id, log = unlocked.header.vault_id, left_over_log.read(place.wal)
    here = _look(place, unlocked, with_log=log.used_bytes > 0)
    said = StateFile(place, vault_id, unlocked.keys.subkey(Purpose.STATE_MAC)).read()
    notices = [Notice.HEADER_COPY_USED] if unlocked.from_copy else []
    if isinstance(said, State) and unlocked.header.seq < said.header_seq:
        notices.append(Notice.HEADER_OLDER)
    try:
        notices += judge(here, said, log_was_there=log.size_bytes > 0)
    except (OlderCopy, SavesMissing):
        if not accept_older:
            raise
        return True, [*notices, Notice.OLDER_ACCEPTED]
    return False, [*notices, Notice.SAVE_DROPPED] if log.drops_something else notices


def _look(place: Place, unlocked: Unlocked, *, with_log: bool) -> Mark:
    key = unlocked.keys.subkey(Purpose.DATABASE)
    con = connection.inspect(place.database, key, with_log=with_log)
    try:
        if not migrations.version(con):
            raise DatabaseDamaged("no schema", where=place.database.name)
        for sql in _READ_LATER:
            con.execute(sql).fetchall()
        return read_mark(con, unlocked.header.vault_id)
    finally:
        con.close()


def _refuse_read_only(place: Place) -> None:
    # A folder is read too: without that the name of a new file cannot be made durable.
    for path in (place.folder, place.database):
        if not os.access(path, os.R_OK | os.W_OK):
            raise VaultReadOnly("no right to read and write", where=path.name)


def _start(store: Store, unlocked: Unlocked) -> None:
    """Do what changes files, now that nothing speaks against opening."""
    if store.open() is not None:
        store.notices.append(Notice.MIGRATED)
    store.ready(to_read=True)
    place = store.place
    if unlocked.repair:
        header.write(place, unlocked.header)
    for path in (place.header, place.header_copy, place.state, place.database, place.lock):
        make_private(path, PRIVATE_FILE)
    make_private(place.folder, PRIVATE_FOLDER)
    _sweep(place)
    _lay_reserve(store)


def _sweep(place: Place) -> None:
    """Drop what an abrupt end left half written; nothing of it was acknowledged."""
    try:
        for path in place.leftovers():
            path.unlink(missing_ok=True)
    except OSError as error:
        raise failure_of(error) from error


def _lay_reserve(store: Store) -> None:
    if not reserve.lay_by(store.place):
        store.tell(Notice.RESERVE_MISSING)
