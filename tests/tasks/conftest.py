"""A small open book for the tasks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    secret = Secret(passphrase=bytearray(b"quiet harbor lantern willow eleven"))
    made, _code = Vault.create(tmp_path / "book", secret, cost=CHEAPEST_COST)
    yield made
    made.close()
