"""A program that writes into a vault until it is stopped, for the crash tests.

Usage: writer.py FOLDER MODE. Every line on standard output is one acknowledgement: JSON with the
size and root of the journal once a save has returned. Modes: `saves` and, as negative controls
that a harness must catch, `liar` (acknowledges before it commits) and `careless` (never syncs).
`passphrase` changes it to and fro, `backup` makes one backup after another, `restore` makes one
book after another out of a backup, `migrate` opens the vault with one schema more, `torn` does so
without transactions (a control), `faults` goes on although saves fail, and closes;
`backup_faults` makes one backup that may fail, and goes on.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from logbook.domain.entry import EntryText
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.errors import LogbookError, VaultError
from logbook.vault import backup, blobs, connection, migrations
from logbook.vault.evidence import NewEvidence
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

PASSPHRASES = (b"quiet lantern orbit saddle mango", b"another lantern orbit saddle kiwi")
SMALL_FILE_BYTES = 4096
LIES = 5
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
    file = folder.with_name("backup.logbook")
    for number in range(10_000):
        say(restoring=number)
        backup.restore(file, folder.with_name(f"again{number}"), secret())
        say(restored=number)


def migrate(folder: Path, *, torn: bool) -> None:
    """Open the vault as a later program does, whose step takes long enough to be killed in."""
    later = migrations.Step(migrations.newest() + 1, LATER_SQL)
    known = (*migrations.steps(), later)
    migrations.steps = lambda: known  # type: ignore[assignment] # the later program
    if torn:
        migrations._run = run_torn  # type: ignore[assignment] # the control
    say(migrating=True)
    Vault.open(folder, secret()).close()
    say(migrated=True)


def run_torn(con: connection.Connection, step: migrations.Step) -> None:
    """Run a step piece by piece and say so first, as no migration may."""
    first, *rest = filter(str.strip, step.sql.split(";"))
    con.execute(f"PRAGMA user_version = {step.number}")
    con.execute(first)
    os.kill(os.getpid(), signal.SIGKILL)
    for sql in rest:
        con.execute(sql)


def secret() -> Secret:
    return Secret(bytearray(PASSPHRASES[0]))


def main() -> None:
    folder, mode = Path(sys.argv[1]), sys.argv[2]
    blobs.ROWS_MOST_BYTES = SMALL_FILE_BYTES  # type: ignore[misc] # so that small files take the large ones' way
    if mode == "careless":
        settings = {name: (name, value, wanted) for name, value, wanted in connection._SETTINGS}
        settings["synchronous"] = ("synchronous", "OFF", "0")
        connection._SETTINGS = tuple(settings.values())  # type: ignore[misc] # the control
        os.fsync = lambda _handle: None  # type: ignore[assignment] # the control
    if mode in {"restore", "migrate", "torn"}:
        say(ready=True)
        restore(folder) if mode == "restore" else migrate(folder, torn=mode == "torn")
        return
    vault = Vault.open(folder, secret())
    say(ready=True)
    if mode == "passphrase":
        change_passphrase(vault, folder)
    elif mode == "backup":
        back_up(vault, folder)
    elif mode == "backup_faults":
        back_up_once(vault, folder)
    elif mode == "faults":
        go_on(vault)
    elif mode == "liar":
        lie(vault)
    else:
        save(vault)


if __name__ == "__main__":
    main()
