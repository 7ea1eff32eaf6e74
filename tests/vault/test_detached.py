"""A kept file read from other threads, small or large, until it is closed."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import EvidenceId
from logbook.errors import OriginalDamaged
from logbook.vault import blobs
from logbook.vault.evidence import NewEvidence
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

_FACTS = FileFacts("application/octet-stream", MediaClass.OTHER)
_SIZES = (0, 1, 90_000, 300_001)


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    monkeypatch.setattr(blobs, "ROWS_MOST_BYTES", 100_000)
    secret = Secret(passphrase=bytearray(b"quiet harbor lantern willow eleven"))
    made, _code = Vault.create(tmp_path / "book", secret, cost=CHEAPEST_COST)
    yield made
    made.close()


def _keep(vault: Vault, data: bytes) -> EvidenceId:
    return vault.evidence.add(NewEvidence("a", "file", _FACTS), io.BytesIO(data)).id


@pytest.mark.parametrize("size", _SIZES)
def test_every_thread_reads_the_same_bytes_at_its_own_place(vault: Vault, size: int) -> None:
    data = os.urandom(size)
    opened = vault.evidence.open_detached(_keep(vault, data))

    def read(start: int) -> bytes:
        stream = opened.stream()
        stream.seek(start)
        return b"".join(iter(lambda: stream.read(777), b""))

    starts = [min(place, size) for place in (0, 5, 70_000, 250_000)] * 4
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(read, starts))
    assert found == [data[start:] for start in starts]
    assert opened.size_bytes == size
    opened.close()


@pytest.mark.parametrize("size", _SIZES)
def test_a_closed_file_says_nothing_any_more(vault: Vault, size: int) -> None:
    opened = vault.evidence.open_detached(_keep(vault, os.urandom(size)))
    stream = opened.stream()
    opened.close()
    opened.close()
    assert opened.closed
    with pytest.raises(ValueError, match="closed"):
        stream.read(1)


def test_it_can_be_read_after_the_vault_was_closed_and_is_proven_all_the_same(
    vault: Vault,
) -> None:
    data = os.urandom(300_001)
    opened = vault.evidence.open_detached(_keep(vault, data))
    (path,) = (one for one in (vault.folder / "att").rglob("*") if one.is_file())
    vault.close()
    assert opened.read_at(200_000, 50) == data[200_000:200_050]
    with path.open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        last = file.read(1)
        file.seek(-1, os.SEEK_END)
        file.write(bytes([last[0] ^ 1]))
    with pytest.raises(OriginalDamaged):
        opened.read_at(299_990, 10)
    opened.close()
