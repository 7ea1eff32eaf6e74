"""Books for benchmarks: made with the cheapest key derivation that the reader accepts."""

from __future__ import annotations

from pathlib import Path

from logbook.vault.keys import KdfCost
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

WORDS = b"quiet harbor lantern willow eleven"
CHEAP = KdfCost(memory_kib=19 * 1024, passes=2, lanes=1)


def cheap_book(folder: Path) -> Vault:
    """Make a new book."""
    return Vault.create(folder, Secret(passphrase=bytearray(WORDS)), cost=CHEAP)[0]


def open_book(folder: Path) -> Vault:
    """Open a book that `cheap_book` made."""
    return Vault.open(folder, Secret(passphrase=bytearray(WORDS)))
