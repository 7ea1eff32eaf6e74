"""For every test: generated examples are the same in each run, none is too slow, and text is UTF-8.

A gate must not open or close by chance, nor by what else the machine does. Who wants to search with
new examples runs `pytest --hypothesis-profile=default`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from logbook.vault import keys
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

settings.register_profile(
    "same",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same")

# Qt warns of a locale without UTF-8 and takes this one; so does Python where LC_ALL is not set.
if os.environ.get("LC_ALL") in {"C", "POSIX"}:
    os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(scope="session")
def lay_book(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], str]:
    """Lay a new book, closed, into a folder; return its recovery code.

    It is made once for each name of a folder and each passphrase, and copied from then on, which
    takes a tenth of the time. So two books of one test, whose folders have two names, are two.
    """
    shelf = tmp_path_factory.mktemp("new_books")
    codes: dict[tuple[str, str], tuple[Path, str]] = {}

    def lay(folder: Path, passphrase: str) -> str:
        wanted = folder.name, passphrase
        if wanted not in codes:
            made = shelf / str(len(codes))
            secret = Secret(bytearray(passphrase.encode()))
            vault, code = Vault.create(made, secret, cost=keys.CHEAPEST_COST)
            vault.close()
            codes[wanted] = made, code
        made, code = codes[wanted]
        shutil.copytree(made, folder)
        return code

    return lay


_derived: dict[tuple[bytes, bytes, keys.KdfCost], bytes] = {}


@pytest.fixture
def keys_derived_once() -> Iterator[None]:
    """Remember keys for the session: the tests that want this open copies of a few books.

    Only the very same passphrase, salt and cost give a key that is known; what derives it is
    tested in `tests/vault`, without this.
    """
    derive = keys.argon2id

    def remember(passphrase: bytearray, salt: bytes, cost: keys.KdfCost) -> bytearray:
        wanted = bytes(passphrase), salt, cost
        if wanted not in _derived:
            _derived[wanted] = bytes(derive(passphrase, salt, cost))
        return bytearray(_derived[wanted])

    with pytest.MonkeyPatch.context() as patch:  # its own: a test may undo what it patched
        patch.setattr(keys, "argon2id", remember)
        yield
