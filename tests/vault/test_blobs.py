"""The bytes of kept files: whole, once, seekable, gone when erased, and never left half."""

import hashlib
import io
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from logbook.domain.ids import BlobId
from logbook.errors import Cancelled, DiskFull, NoSuchItem, OriginalDamaged, OriginalMissing
from logbook.vault import blobs as blobs_module
from logbook.vault.blobs import ORPHAN_AGE_S, ROW_BYTES, ROWS_MOST_BYTES, BlobProblem, Blobs
from logbook.vault.store import Store


@pytest.fixture
def blobs(store: Store) -> Blobs:
    return Blobs(store)


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> int:
    """Make files of 100 KB large, so that a test of the large kind is quick."""
    monkeypatch.setattr(blobs_module, "ROWS_MOST_BYTES", 100_000)
    return 100_000


def some_bytes(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


def encrypted_files(store: Store) -> list[Path]:
    return sorted(path for path in (store.folder / "att").rglob("*") if path.is_file())


def rows(store: Store, table: str) -> int:
    return int(store.con.one(f"SELECT count(*) FROM {table}"))  # noqa: S608 - a name of this file


@pytest.mark.parametrize("size", [0, 1, ROW_BYTES - 1, ROW_BYTES, ROW_BYTES + 1, 1_000_000])
def test_a_small_file_lies_in_the_database_and_comes_back(
    store: Store, blobs: Blobs, size: int
) -> None:
    data = some_bytes(size)
    kept = blobs.keep(io.BytesIO(data))
    assert (kept.size_bytes, kept.sha256) == (size, hashlib.sha256(data).digest())
    assert blobs.read(kept.id) == data
    assert encrypted_files(store) == []


def test_the_limit_itself_lies_in_the_database_and_one_byte_more_beside_it(
    store: Store, blobs: Blobs
) -> None:
    data = bytes(ROWS_MOST_BYTES) + b"!"
    blobs.keep(io.BytesIO(data[:-1]))
    assert encrypted_files(store) == []
    large = blobs.keep(io.BytesIO(data))
    (path,) = encrypted_files(store)
    assert path.parent.name == path.stem[:2]
    assert blobs.read(large.id) == data


def test_a_file_of_40_mb_is_read_back_by_seeking(blobs: Blobs) -> None:
    data = some_bytes(1 << 20) * 40 + b"the end"
    kept = blobs.keep(io.BytesIO(data))
    plain = io.BytesIO(data)
    chance = random.Random(5)
    with blobs.open(kept.id) as opened:
        for _ in range(200):
            place = chance.randrange(len(data) + 10)
            length = chance.choice([1, 100, 70_000, 300_000])
            assert opened.seek(place) == plain.seek(place)
            assert opened.read(length) == plain.read(length)
        assert opened.seek(-7, os.SEEK_END) == len(data) - 7
        assert opened.read() == b"the end"


def test_the_same_bytes_are_kept_once_small_or_large(
    store: Store, blobs: Blobs, small_limit: int
) -> None:
    for size in (1000, 3 * small_limit):
        data = some_bytes(size)
        first = blobs.keep(io.BytesIO(data))
        second = blobs.keep(io.BytesIO(data))
        assert (first.id, first.is_new, second.is_new) == (second.id, True, False)
    assert rows(store, "blob") == 2
    assert len(encrypted_files(store)) == 1


def test_no_plaintext_of_a_kept_file_reaches_the_disk(
    store: Store, blobs: Blobs, small_limit: int
) -> None:
    words = b"a sentence that nobody else may read. "
    blobs.keep(io.BytesIO(words * 100))
    blobs.keep(io.BytesIO(words * small_limit))
    for path in store.folder.rglob("*"):
        assert not path.is_file() or b"nobody else" not in path.read_bytes()


class Failing(io.BytesIO):
    """A stream that gives `good` bytes and then raises."""

    def __init__(self, good: int, error: BaseException) -> None:
        super().__init__(bytes(good))
        self.error = error

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        if not data:
            raise self.error
        return data


@pytest.mark.parametrize("good", [10, 600_000])
@pytest.mark.parametrize("error", [TimeoutError("the stick is gone"), Cancelled()])
def test_a_stream_that_breaks_off_leaves_nothing(
    store: Store, blobs: Blobs, small_limit: int, good: int, error: BaseException
) -> None:
    assert small_limit < 600_000
    with pytest.raises(type(error)):
        blobs.keep(Failing(good, error))
    assert rows(store, "blob") == rows(store, "blob_piece") == 0
    assert encrypted_files(store) == []


def test_a_save_that_is_undone_takes_its_large_file_along(
    store: Store, blobs: Blobs, small_limit: int
) -> None:
    def save_and_fail() -> None:
        with store.saving():
            blobs.keep(io.BytesIO(some_bytes(3 * small_limit)))
            raise Cancelled

    kept = blobs.keep(io.BytesIO(some_bytes(4 * small_limit, seed=2)))
    with pytest.raises(Cancelled):
        save_and_fail()
    assert rows(store, "blob") == 1
    assert len(encrypted_files(store)) == 1
    assert blobs.read(kept.id) == some_bytes(4 * small_limit, seed=2)


def test_a_file_for_which_there_is_no_room_is_refused_before_it_is_written(
    store: Store, blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Room:
        free = 1_500_000

    monkeypatch.setattr("logbook.vault.files.shutil.disk_usage", lambda _: Room)
    with pytest.raises(DiskFull, match="1500000 bytes free, 2000000 needed"):
        blobs.keep(io.BytesIO(bytes(1_000_000)))
    assert rows(store, "blob") == 0
    assert blobs.keep(io.BytesIO(bytes(700_000))).is_new


def test_a_large_file_that_cannot_fit_is_refused_before_it_is_copied(
    store: Store, blobs: Blobs, small_limit: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Room:
        free = 3 * small_limit

    source = tmp_path / "video.mp4"
    source.write_bytes(bytes(4 * small_limit))
    monkeypatch.setattr("logbook.vault.files.shutil.disk_usage", lambda _: Room)
    with source.open("rb") as stream:
        with pytest.raises(DiskFull):
            blobs.keep(stream)
        assert stream.tell() == 0
    assert encrypted_files(store) == []


def test_progress_tells_bytes_and_the_size_of_a_file_of_the_system(
    blobs: Blobs, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    source = tmp_path / "a.bin"
    source.write_bytes(bytes(ROW_BYTES + 5))

    def progress(done: int, total: int, _doing: str = "") -> None:
        told.append((done, total))

    with source.open("rb") as stream:
        blobs.keep(stream, progress)
    assert told[0] == (ROW_BYTES, ROW_BYTES + 5)
    assert told[-1] == (ROW_BYTES + 5, ROW_BYTES + 5)
    told.clear()
    blobs.keep(io.BytesIO(b"abc"), progress)
    assert told[-1] == (3, 0)


def test_releasing_erases_key_and_rows_and_unlinks_the_file(
    store: Store, blobs: Blobs, small_limit: int
) -> None:
    small = blobs.keep(io.BytesIO(some_bytes(10)))
    large = blobs.keep(io.BytesIO(some_bytes(3 * small_limit)))
    with store.saving():
        blobs.release(small.id)
        blobs.release(large.id)
        blobs.unlink_erased()
        assert len(encrypted_files(store)) == 1, "the save may still be undone"
    blobs.unlink_erased()
    assert encrypted_files(store) == []
    for table in ("blob", "blob_piece", "blob_erased"):
        assert rows(store, table) == 0
    with pytest.raises(NoSuchItem):
        blobs.open(small.id)


def test_a_file_whose_key_was_erased_before_a_crash_goes_at_the_next_sweep(
    store: Store, blobs: Blobs, small_limit: int
) -> None:
    large = blobs.keep(io.BytesIO(some_bytes(3 * small_limit)))
    blobs.release(large.id)
    assert Blobs(store).sweep() == 0
    assert encrypted_files(store) == []


@pytest.fixture
def orphans(store: Store, blobs: Blobs, small_limit: int) -> tuple[Path, ...]:
    """One known file; then an unknown, an unfinished and a foreign one, all of the same age."""
    blobs.keep(io.BytesIO(some_bytes(3 * small_limit)))
    (known,) = encrypted_files(store)
    folder = known.parent
    names = (f"{folder.name}{'0' * 30}.enc", f"{known.name}.tmp", "somebody's notes.txt")
    for name in names:
        (folder / name).write_bytes(b"x")
    return (known, *(folder / name for name in names))


def test_the_sweep_takes_old_unknown_files_of_our_own_shape_only(
    blobs: Blobs, orphans: tuple[Path, ...]
) -> None:
    known, unknown, unfinished, foreign = orphans
    now = unknown.stat().st_mtime
    assert blobs.sweep(now + ORPHAN_AGE_S - 60) == 0
    assert unknown.exists()
    assert blobs.sweep(now + ORPHAN_AGE_S + 60) == 2
    assert [path.exists() for path in (known, unknown, unfinished, foreign)] == [1, 0, 0, 1]


def test_the_sweep_takes_a_planted_link_and_leaves_a_planted_folder(
    blobs: Blobs, orphans: tuple[Path, ...]
) -> None:
    _known, unknown, unfinished, _foreign = orphans
    now = unknown.stat().st_mtime
    for path in (unknown, unfinished):
        path.unlink()
    unknown.symlink_to(unknown.parent / "nowhere")
    unfinished.mkdir()
    assert blobs.sweep(now + ORPHAN_AGE_S + 60) == 1
    assert not unknown.is_symlink()
    assert unfinished.is_dir()


@pytest.mark.parametrize("linked", ["att", "att/ab"])
def test_the_sweep_takes_nothing_behind_a_link(
    store: Store, blobs: Blobs, tmp_path: Path, linked: str
) -> None:
    of_another = tmp_path / "other" / "att" / "ab" / f"ab{'0' * 30}.enc"
    of_another.parent.mkdir(parents=True)
    of_another.write_bytes(b"theirs")
    link = store.folder / linked
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "other" / linked)
    assert blobs.sweep(of_another.stat().st_mtime + ORPHAN_AGE_S + 60) == 0
    assert of_another.exists()
    link.unlink()
    shutil.copytree(tmp_path / "other" / linked, link)  # the control: a folder of its own is swept
    assert blobs.sweep(of_another.stat().st_mtime + ORPHAN_AGE_S + 60) == 1


def test_verify_finds_nothing_wrong_in_a_sound_vault(blobs: Blobs, small_limit: int) -> None:
    blobs.keep(io.BytesIO(some_bytes(10)))
    blobs.keep(io.BytesIO(some_bytes(3 * small_limit)))
    assert list(blobs.verify()) == []


@pytest.fixture
def two(store: Store, blobs: Blobs, small_limit: int) -> tuple[BlobId, BlobId, Path]:
    """A small and a large file, and where the large one lies."""
    small = blobs.keep(io.BytesIO(some_bytes(ROW_BYTES // 3)))
    large = blobs.keep(io.BytesIO(some_bytes(3 * small_limit)))
    return small.id, large.id, encrypted_files(store)[0]


def test_verify_names_every_damaged_missing_and_foreign_original(
    store: Store, blobs: Blobs, two: tuple[BlobId, BlobId, Path]
) -> None:
    small, large, path = two
    changed = bytearray(path.read_bytes())
    changed[-1] ^= 1  # in the padding, which no reader asks for
    path.write_bytes(changed)
    store.con.execute("UPDATE blob_piece SET bytes = zeroblob(length(bytes))")
    stranger = path.with_name(f"{path.parent.name}{'f' * 30}.enc")
    stranger.write_bytes(b"x")
    found = list(blobs.verify())
    assert found[0] == BlobProblem("original_damaged", small, f"blob {small}")
    assert found[1].kind == "original_damaged"
    assert found[1].blob == large
    assert found[1].where.startswith(f"{path.name} byte ")
    assert found[2] == BlobProblem("original_unknown", None, stranger.name)


def test_verify_names_what_is_not_there(
    store: Store, blobs: Blobs, two: tuple[BlobId, BlobId, Path]
) -> None:
    _small, large, path = two
    path.unlink()
    store.con.execute("DELETE FROM blob_piece")
    assert [(problem.kind, problem.blob) for problem in blobs.verify()] == [
        ("original_missing", two[0]),
        ("original_missing", large),
    ]
    with pytest.raises(OriginalMissing):
        blobs.open(large)


def test_verify_tells_what_cannot_be_read_from_what_is_damaged(
    blobs: Blobs, two: tuple[BlobId, BlobId, Path]
) -> None:
    _small, large, path = two
    path.unlink()
    path.symlink_to(path)
    assert list(blobs.verify()) == [BlobProblem("original_unreadable", large, f"blob {large}")]


def test_a_row_of_the_wrong_length_is_damage_and_says_where(store: Store, blobs: Blobs) -> None:
    kept = blobs.keep(io.BytesIO(some_bytes(3 * ROW_BYTES)))
    store.con.execute("UPDATE blob_piece SET bytes = x'00' WHERE number = 1")
    with blobs.open(kept.id) as opened:
        assert opened.read(10) == some_bytes(3 * ROW_BYTES)[:10]
        opened.seek(ROW_BYTES)
        with pytest.raises(OriginalDamaged) as caught:
            opened.read(10)
    assert caught.value.where == f"blob {kept.id} byte {ROW_BYTES}"


def test_verify_can_be_stopped(blobs: Blobs) -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    blobs.keep(io.BytesIO(b"x"))
    with pytest.raises(Cancelled):
        list(blobs.verify(stop))


# The peak that getrusage tells counts what the test runner held before; the memory's own does not.
_KEEP_SPARSE = """
import sys
from pathlib import Path
from logbook.vault.blobs import Blobs
from logbook.vault.keys import Keys
from logbook.vault.place import Place
from logbook.vault.store import Store

def peak_kib():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])

folder, source = Path(sys.argv[1]), Path(sys.argv[2])
store = Store(Place.at(folder), b"v" * 16, Keys.fresh(), 1)
store.open()
store.start_empty()
blobs = Blobs(store)
before = peak_kib()
with source.open("rb") as stream:
    kept = blobs.keep(stream)
with blobs.open(kept.id) as opened:
    opened.seek(-4, 2)
    assert opened.read() == b"tail"
    opened.seek(0)
    while opened.read(1 << 20):
        pass
print(kept.size_bytes, peak_kib() - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak there")
def test_a_file_of_300_mb_goes_in_and_comes_back_in_bounded_memory(tmp_path: Path) -> None:
    source = tmp_path / "video.mp4"
    with source.open("wb") as sink:
        sink.truncate(300 << 20)
        sink.seek(0, os.SEEK_END)
        sink.write(b"tail")
    (tmp_path / "store").mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", _KEEP_SPARSE, str(tmp_path / "store"), str(source)],
        check=True,
        capture_output=True,
        text=True,
        timeout=240,
    )
    size, grown_kib = map(int, ran.stdout.split())
    assert size == (300 << 20) + 4
    assert grown_kib < 100 << 10
