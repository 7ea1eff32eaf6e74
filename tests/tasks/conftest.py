"""A small open book for the tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

PASSPHRASE = "quiet harbor lantern willow eleven"


@pytest.fixture(autouse=True)
def _quick_keys(keys_derived_once: None) -> None:
    """Most tests here open a book: see `keys_derived_once`."""


@pytest.fixture
def vault(tmp_path: Path, lay_book: Callable[[Path, str], str]) -> Iterator[Vault]:
    lay_book(tmp_path / "book", PASSPHRASE)
    opened = Vault.open(tmp_path / "book", Secret(bytearray(PASSPHRASE.encode())))
    yield opened
    opened.close()
