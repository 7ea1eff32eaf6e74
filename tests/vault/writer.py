"""A program that writes into a vault until it is stopped, for the crash tests.

Usage: writer.py FOLDER MODE. Every line on standard output is one acknowledgement: JSON with the
size and root of the journal once a save has returned. Modes: `saves` and, as negative controls
that a harness must catch, `liar` (acknowledges before it commits) and `careless` (never syncs).
`passphrase` changes it to and fro, `backup` makes one backup after another, `restore` makes one
book after another out of a backup, `migrate` opens the vault with one schema more, `torn` does so
without transactions (a control), `faults` goes on although saves fail, and closes;
`backup_faults` makes one backup that may fail, and goes on.

`days` makes the vault and saves in it on two days; `careless_days` does not sync the database,
`unfolded_days` leaves its saves in a log that nothing syncs (controls). `life` makes it and does
everything else that writes: changes the passphrase, backs up, restores, migrates.
"""

from __future__ import annotations

import io
import itertools
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from logbook.domain.entry import EntryText
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.errors import LogbookError, VaultError
from logbook.vault import backup, blobs, connection, migrations
from logbook.vault.evidence import NewEvidence
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.store import Store
from logbook.vault.vault import Vault

PASSPHRASES = (b"quiet lantern orbit saddle mango", b"another lantern orbit saddle kiwi")
SMALL_FILE_BYTES = 4096
LIES = 5
A_DAY = 12  # saves
LATER_SQL = """
    CREATE TABLE later (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    INSERT INTO later
        WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 60000)
        SELECT id, hex(randomblob(20)) FROM n;
    CREATE INDEX later_text ON later (text);
"""
TEXT = FileFacts("text/plain", MediaClass.TEXT)


def say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def acknowledge(vault: Vault, number: int) -> None:
    say(
        number=number,
        size=vault.journal.size,
        root=vault.journal.root().hex(),
        draft=vault.drafts.get("draft"),
    )


def steps(vault: Vault) -> Iterator[None]:
    """Do one save after another: an entry, a draft, an entry with a file, an edit, an erasure."""
    number = vault.journal.size
    while True:
        number += 1
        entry = vault.entries.add(EntryText(text=f"entry {number}"))
        yield
        vault.drafts.keep("draft", json.dumps(number))
        yield
        with vault.saving():
            data = f"{number} ".encode() * 3000
            what = NewEvidence(f"{number}.txt", "file", TEXT)
            kept = vault.evidence.add(what, io.BytesIO(data))
            vault.entries.add(EntryText(text=f"file {number}", evidence=(kept.id,)))
        yield
        vault.entries.edit(entry.id, EntryText(text=f"entry {number}, changed"))
        yield
        vault.entries.remove(entry.id)
        yield
        vault.entries.erase(entry.id)
        yield


def save(vault: Vault) -> None:
    for number, _ in enumerate(steps(vault)):
        acknowledge(vault, number)


def lie(vault: Vault) -> None:
    """Acknowledge inside the transaction, when nothing is durable yet, and die there."""
    for number in range(LIES):
        with vault.saving():
            vault.entries.add(EntryText(text=f"entry {number}"))
            acknowledge(vault, number)
            if number == LIES - 1:
                os.kill(os.getpid(), signal.SIGKILL)


def go_on(vault: Vault) -> None:
    """Save although saves fail: the disk begins to fail with the first of them."""
    os.environ["FAULT_AT"] = os.environ["FAULT_FROM"]
    for number in range(12):
        try:
            vault.entries.add(EntryText(text=f"entry {number} " + "x" * 3000))
            vault.drafts.keep("draft", json.dumps(number))
            acknowledge(vault, number)
        except VaultError as failure:
            say(failed=type(failure).__name__)
    try:
        vault.close()
    except VaultError as failure:
        say(failed=type(failure).__name__)
    say(done=True)


def change_passphrase(vault: Vault, folder: Path) -> None:
    now = 0
    while True:
        now = 1 - now
        say(changing_to=now)
        vault.change_passphrase(bytearray(PASSPHRASES[now]))
        say(changed_to=now)
        if not folder.exists():
            return


def back_up(vault: Vault, folder: Path) -> None:
    for number in range(10_000):
        vault.drafts.keep("draft", json.dumps(number))
        acknowledge(vault, number)
        vault.back_up(folder.with_name("backup.logbook"))


def back_up_once(vault: Vault, folder: Path) -> None:
    """Make one backup on disks that begin to fail with it, and go on."""
    os.environ["FAULT_AT"] = os.environ["FAULT_FROM"]
    try:
        vault.back_up(folder.with_name("backup.logbook"))
        say(made=True)
    except LogbookError as failure:
        say(failed=type(failure).__name__)
    del os.environ["FAULT_AT"]
    vault.entries.add(EntryText(text="after"))
    acknowledge(vault, 0)
    vault.close()
    say(done=True)


def restore(folder: Path) -> None:
    say(ready=True)
    file = folder.with_name("backup.logbook")
    for number in range(10_000):
        say(restoring=number)
        backup.restore(file, folder.with_name(f"again{number}"), secret())
        say(restored=number)


def migrate(folder: Path, *, torn: bool) -> None:
    """Open the vault as a later program does, whose step takes long enough to be killed in."""
    say(ready=True)
    know_later(LATER_SQL)
    if torn:
        migrations._run = run_torn  # the control
    say(migrating=True)
    Vault.open(folder, secret()).close()
    say(migrated=True)


def know_later(sql: str) -> None:
    known = (*migrations.steps(), migrations.Step(migrations.newest() + 1, sql))
    migrations.steps = lambda: known  # type: ignore[assignment] # the later program


def run_torn(con: connection.Connection, step: migrations.Step) -> None:
    """Run a step piece by piece and say so first, as no migration may."""
    first, *rest = filter(str.strip, step.sql.split(";"))
    con.execute(f"PRAGMA user_version = {step.number}")
    con.execute(first)
    os.kill(os.getpid(), signal.SIGKILL)
    for sql in rest:
        con.execute(sql)


def make(folder: Path) -> Vault:
    vault, _code = Vault.create(folder, secret(), cost=CHEAPEST_COST)
    return vault


def spend_day(vault: Vault) -> None:
    for number, _ in enumerate(itertools.islice(steps(vault), A_DAY)):
        acknowledge(vault, number)
    vault.close()


def spend_days(folder: Path, careless: Callable[[], None]) -> None:
    vault = make(folder)
    acknowledge(vault, 0)
    vault.close()
    careless()
    for _day in range(2):
        spend_day(Vault.open(folder, secret()))


def live(folder: Path) -> None:
    spend_day(make(folder))
    vault = Vault.open(folder, secret())
    say(changing_to=1)
    vault.change_passphrase(bytearray(PASSPHRASES[1]))
    say(changed_to=1)
    backup_file = folder.with_name("backup.logbook")
    vault.back_up(backup_file)
    say(backed_up=True)
    vault.close()
    backup.restore(backup_file, folder.with_name("again"), secret(1))
    say(restored=True)
    know_later(LATER_SQL.replace("60000", "600"))
    spend_day(Vault.open(folder, secret(1)))


def synchronous(value: str, number: str) -> None:
    settings = {name: (name, value, wanted) for name, value, wanted in connection._SETTINGS}
    settings["synchronous"] = ("synchronous", value, number)
    connection._SETTINGS = tuple(settings.values())  # type: ignore[assignment] # the control


def sync_all() -> None:
    """Leave everything as it is; no control."""


def sync_no_database() -> None:
    synchronous("OFF", "0")


def sync_nothing() -> None:
    sync_no_database()
    os.fsync = lambda _handle: None  # type: ignore[assignment] # the control


def fold_nothing() -> None:
    """Leave every save in a log that is synced at its end alone."""
    synchronous("NORMAL", "1")
    Store._checkpoint = lambda _store: None  # type: ignore[method-assign] # the control


def secret(number: int = 0) -> Secret:
    return Secret(bytearray(PASSPHRASES[number]))


def main() -> None:
    folder, mode = Path(sys.argv[1]), sys.argv[2]
    blobs.ROWS_MOST_BYTES = SMALL_FILE_BYTES  # type: ignore[misc] # so that small files take the large ones' way
    if mode in ALONE:
        ALONE[mode](folder)
        return
    if mode == "careless":
        sync_nothing()
    vault = Vault.open(folder, secret())
    say(ready=True)
    OPEN[mode](vault, folder)


# What a mode does without and with an open vault.
ALONE: dict[str, Callable[[Path], None]] = {
    "restore": restore,
    "migrate": partial(migrate, torn=False),
    "torn": partial(migrate, torn=True),
    "days": partial(spend_days, careless=sync_all),
    "careless_days": partial(spend_days, careless=sync_no_database),
    "unfolded_days": partial(spend_days, careless=fold_nothing),
    "life": live,
}
OPEN: dict[str, Callable[[Vault, Path], None]] = {
    "saves": lambda vault, _folder: save(vault),
    "careless": lambda vault, _folder: save(vault),
    "passphrase": change_passphrase,
    "backup": back_up,
    "backup_faults": back_up_once,
    "faults": lambda vault, _folder: go_on(vault),
    "liar": lambda vault, _folder: lie(vault),
}


if __name__ == "__main__":
    main()
