"""Small vaults for the tests of this room."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from logbook.vault.keys import CHEAPEST_COST, Keys
from logbook.vault.opening import lay_database
from logbook.vault.place import Place
from logbook.vault.secret import Secret
from logbook.vault.store import Store
from logbook.vault.vault import Vault

PASSPHRASE = b"quiet lantern orbit saddle mango"


def _secret(passphrase: bytes = PASSPHRASE) -> Secret:
    return Secret(bytearray(passphrase))


@pytest.fixture
def secret() -> Callable[..., Secret]:
    """Return a maker of secrets: a secret is wiped by its use."""
    return _secret


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty open store, without the cost of a header."""
    place = Place.at(tmp_path / "store")
    place.folder.mkdir(mode=0o700)
    made = Store(place, os.urandom(16), Keys.fresh(), header_seq=1)
    lay_database(made)
    yield made
    made.close()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """Return a new open vault at `tmp_path / "book"` whose passphrase is cheap to derive from."""
    made, _code = Vault.create(tmp_path / "book", _secret(), cost=CHEAPEST_COST)
    yield made
    made.close()


@pytest.fixture
def reopen(tmp_path: Path) -> Iterator[Callable[..., Vault]]:
    """Return a function that opens the vault of the test again; all are closed at the end."""
    opened: list[Vault] = []

    def again(folder: Path = tmp_path / "book", *, accept_older: bool = False) -> Vault:
        found = Vault.open(folder, _secret(), accept_older=accept_older)
        opened.append(found)
        return found

    yield again
    for one in opened:
        one.close()
