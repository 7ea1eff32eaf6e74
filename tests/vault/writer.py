"""A program that writes into a vault until it is stopped, for the crash tests.

Usage: writer.py FOLDER MODE. Every line on standard output is one acknowledgement: JSON with the
size and root of the journal once a save has returned. Modes: `saves` and, as negative controls
that a harness must catch, `liar` (acknowledges before it commits) and `careless` (never syncs).
`passphrase` changes it to and fro, `backup` makes one backup after another, `faults` goes on
although saves fail, and closes.
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
from logbook.errors import VaultError
from logbook.vault import blobs, connection
from logbook.vault.evidence import NewEvidence
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

PASSPHRASES = (b"quiet lantern orbit saddle mango", b"another lantern orbit saddle kiwi")
SMALL_FILE_BYTES = 4096
LIES = 5
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


def main() -> None:
    folder, mode = Path(sys.argv[1]), sys.argv[2]
    blobs.ROWS_MOST_BYTES = SMALL_FILE_BYTES  # type: ignore[misc] # so that small files take the large ones' way
    if mode == "careless":
        settings = {name: (name, value, wanted) for name, value, wanted in connection._SETTINGS}
        settings["synchronous"] = ("synchronous", "OFF", "0")
        connection._SETTINGS = tuple(settings.values())  # type: ignore[misc] # the control
        os.fsync = lambda _handle: None  # type: ignore[assignment] # the control
    vault = Vault.open(folder, Secret(bytearray(PASSPHRASES[0])))
    say(ready=True)
    if mode == "passphrase":
        change_passphrase(vault, folder)
    elif mode == "backup":
        back_up(vault, folder)
    elif mode == "faults":
        go_on(vault)
    elif mode == "liar":
        lie(vault)
    else:
        save(vault)


if __name__ == "__main__":
    main()
