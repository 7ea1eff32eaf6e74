"""A file is what it was, or it is said that it is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from logbook.domain.evidence import Evidence
from logbook.errors import NoSuchItem
from logbook.tasks import check_files, keep_file
from logbook.vault import blobs
from logbook.vault.vault import Vault


def _kept(vault: Vault, data: bytes = b"what he wrote") -> Evidence:
    return keep_file.keep_file(vault, keep_file.look_at_bytes("note.txt", data))


def test_a_file_that_nobody_checked_has_no_check(vault: Vault) -> None:
    assert check_files.last_check(vault, _kept(vault).id) is None


@pytest.mark.parametrize("size", [0, 13, 3 << 20])
def test_a_file_that_is_the_same_is_remembered_as_such(vault: Vault, size: int) -> None:
    kept = _kept(vault, os.urandom(size))
    found = check_files.check_file(vault, kept.id)
    assert found.same
    assert check_files.last_check(vault, kept.id) == found


def test_the_last_check_counts(vault: Vault) -> None:
    kept = _kept(vault)
    vault.file_checks.note(kept.blob, same=False)
    assert check_files.check_file(vault, kept.id).same
    last = check_files.last_check(vault, kept.id)
    assert last is not None
    assert last.same


@pytest.mark.parametrize("harm", ["changed", "cut", "gone"])
def test_a_large_file_that_was_harmed_has_changed(
    vault: Vault, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blobs, "ROWS_MOST_BYTES", 100_000)
    kept = _kept(vault, os.urandom(300_000))
    (path,) = (one for one in (vault.folder / "att").rglob("*") if one.is_file())
    data = path.read_bytes()
    _harm(path, data, harm)
    assert not check_files.check_file(vault, kept.id).same
    path.write_bytes(data)
    assert check_files.check_file(vault, kept.id).same


def _harm(path: Path, data: bytes, harm: str) -> None:
    if harm == "gone":
        path.unlink()
    else:
        changed = data[:-40] + bytes([data[-40] ^ 1]) + data[-39:]
        path.write_bytes(changed if harm == "changed" else data[:-5])


class _ErasesMeanwhile:
    """Work that came in between: the file is erased while it is read."""

    def __init__(self, vault: Vault, kept: Evidence) -> None:
        self._vault = vault
        self._kept = kept

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        del done, total, doing

    def give_way(self) -> None:
        if self._vault.evidence.get(self._kept.id).blob:
            self._vault.evidence.erase(self._kept.id)


def test_a_file_erased_while_it_is_checked_leaves_no_answer(vault: Vault) -> None:
    kept = _kept(vault, os.urandom(3 << 20))
    with pytest.raises(NoSuchItem):
        check_files.check_file(vault, kept.id, _ErasesMeanwhile(vault, kept))
    assert vault.check().ok
