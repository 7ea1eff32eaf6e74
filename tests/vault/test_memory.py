"""What the memory of the process holds of the keys while a book is open, and once it is closed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from logbook.vault.keys import Purpose
from logbook.vault.vault import Vault

HOLDER = Path(__file__).with_name("holder.py")
PASSPHRASE = b"quiet lantern orbit saddle mango"
WRITABLE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")


def looked_through(pid: int, needles: dict[str, bytes]) -> Counter[str]:
    """Count each needle in the writable memory of a process."""
    found: Counter[str] = Counter()
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="ascii").splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for match in filter(None, map(WRITABLE.match, maps)):
            start, end = (int(part, 16) for part in match.groups())
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, OverflowError):
                continue  # a special mapping, which no program can read
            found.update({name: held.count(one) for name, one in needles.items() if one in held})
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="NOT TESTED HERE: memory is read through /proc")
def test_a_closed_book_leaves_no_key_in_memory(vault: Vault) -> None:
    """While it is open the same look finds the master key: the negative control."""
    keys = vault._store.keys
    needles = {"master": bytes(keys.master)}
    needles |= {purpose.name: bytes(keys.subkey(purpose)) for purpose in Purpose}
    needles |= {f"{name} in hex": one.hex().encode() for name, one in needles.items()}
    vault.close()
    command = [sys.executable, str(HOLDER), str(vault.folder), str(len(PASSPHRASE))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as held:
        assert held.stdin is not None
        assert held.stdout is not None
        held.stdin.write(PASSPHRASE)
        held.stdin.flush()
        assert held.stdout.readline() == b"open\n"
        try:
            opened = looked_through(held.pid, needles)
        except PermissionError:
            held.kill()
            pytest.skip("NOT TESTED HERE: the memory of a child may not be read")
        held.stdin.write(b".")
        held.stdin.flush()
        assert held.stdout.readline() == b"closed\n"
        closed = looked_through(held.pid, needles)
    assert set(opened) <= {"master", "STATE_MAC"}
    assert opened["master"] == 1
    assert closed == Counter()
