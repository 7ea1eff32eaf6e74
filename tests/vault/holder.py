"""A program that holds a vault open, and then closed, while a test looks through its memory.

Usage: holder.py FOLDER BYTES; standard input gives a passphrase of so many bytes, and then one byte
for every step. Nothing but this program's own buffer takes the passphrase in.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from logbook.domain.entry import EntryText
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault


def main() -> None:
    passphrase = bytearray(int(sys.argv[2]))
    os.readv(0, [passphrase])
    vault = Vault.open(Path(sys.argv[1]), Secret(passphrase))
    vault.entries.add(EntryText(text="seen"))
    os.write(1, b"open\n")
    os.read(0, 1)
    vault.close()
    os.write(1, b"closed\n")
    os.read(0, 1)


if __name__ == "__main__":
    main()
