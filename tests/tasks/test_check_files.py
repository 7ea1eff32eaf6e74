"""A file is what it was, or it is said that it is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from logbook.domain.evidence import Evidence
from logbook.domain.ids import BlobId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import Cancelled, DiskFailed, NoSuchItem
from logbook.tasks import check_files, keep_file
from logbook.vault import blobs
from logbook.vault.file_checks import FileChecks
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


class _Watched:
    """Remembers what it was told; stops after some reports when asked to."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.told: list[tuple[int, int]] = []
        self.ways = 0
        self._stop_after = stop_after

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        del doing
        self.told.append((done, total))
        if self._stop_after is not None and len(self.told) > self._stop_after:
            raise Cancelled

    def give_way(self) -> None:
        self.ways += 1


@pytest.fixture
def files(vault: Vault) -> list[Evidence]:
    return [
        keep_file.keep_file(vault, keep_file.look_at_bytes(f"{at}.txt", b"words %d" % at))
        for at in range(4)
    ]


def _damage(vault: Vault, kept: Evidence) -> None:
    vault._store.con.execute(
        "UPDATE blob_piece SET bytes = zeroblob(length(bytes)) WHERE blob = ?", (kept.blob,)
    )


def test_all_files_are_read_again_and_the_result_is_kept(
    vault: Vault, files: list[Evidence]
) -> None:
    _damage(vault, files[2])
    watched = _Watched()
    assert check_files.check_files(vault, None, watched) == check_files.FilesChecked(3, 1, 0)
    state = vault.file_checks.state()
    assert (state.files, state.checked, state.changed) == (4, 4, 1)
    size = sum(one.size_bytes for one in files)
    assert watched.told[0] == (0, size)
    assert watched.told[-1] == (size, size)
    assert [done for done, _ in watched.told] == sorted(done for done, _ in watched.told)
    assert watched.ways >= len(files)


def test_one_file_can_be_checked_alone(vault: Vault, files: list[Evidence]) -> None:
    assert check_files.check_files(vault, [files[1].id]) == check_files.FilesChecked(1, 0, 0)
    assert vault.file_checks.state().checked == 1


def test_what_was_checked_before_a_stop_stays_noted(vault: Vault, files: list[Evidence]) -> None:
    with pytest.raises(Cancelled):
        check_files.check_files(vault, None, _Watched(stop_after=6))
    assert 0 < vault.file_checks.state().checked < len(files)


def test_a_book_without_files_is_checked_at_once(vault: Vault) -> None:
    assert check_files.check_files(vault) == check_files.FilesChecked(0, 0, 0)


def test_a_file_that_is_erased_while_it_waits_is_left_out(
    vault: Vault, files: list[Evidence]
) -> None:
    class Erases(_Watched):
        def give_way(self) -> None:
            if not self.ways:
                vault.evidence.erase(files[3].id)
            super().give_way()

    assert check_files.check_files(vault, None, Erases()) == check_files.FilesChecked(3, 0, 0)


def test_a_repaired_file_is_the_same_again(vault: Vault, files: list[Evidence]) -> None:
    _damage(vault, files[0])
    check_files.check_files(vault)
    vault._store.con.execute(
        "UPDATE blob_piece SET bytes = ? WHERE blob = ?", (b"words 0", files[0].blob)
    )
    assert check_files.check_files(vault, [files[0].id]) == check_files.FilesChecked(1, 0, 0)
    assert vault.file_checks.state().changed == 0


def test_a_check_goes_on_in_parts(
    vault: Vault, files: list[Evidence], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_files, "SLICE_S", 0.0)
    _damage(vault, files[3])
    check = check_files.begin_check(vault)
    watched = _Watched()
    for at in range(1, 5):
        assert not check.finished
        assert check_files.go_on_checking(vault, check, watched) is check
        assert vault.file_checks.state().checked == at
    assert check.finished
    assert check.found == check_files.FilesChecked(3, 1, 0)
    done = [done for done, _ in watched.told]
    assert done == sorted(done)
    assert watched.told[-1] == (check.done_bytes, check.done_bytes)


def test_a_file_that_the_disk_does_not_give_holds_up_no_other(
    vault: Vault, files: list[Evidence], monkeypatch: pytest.MonkeyPatch
) -> None:
    look = FileChecks.is_same

    def fail_once(checks: FileChecks, blob: BlobId, progress: Progress = SILENT) -> bool | None:
        if blob == files[1].blob:
            raise DiskFailed("a bad sector")
        return look(checks, blob, progress)

    monkeypatch.setattr(FileChecks, "is_same", fail_once)
    assert check_files.check_files(vault) == check_files.FilesChecked(3, 0, 1)
    assert vault.file_checks.state().checked == 3
