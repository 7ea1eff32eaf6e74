"""The encrypted file of a large original: what goes in comes out, and nothing else ever does."""

import errno
import io
import os
import random
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.errors import DiskFailed, DiskFull, OriginalDamaged, OriginalMissing
from logbook.vault import files, stream
from logbook.vault.stream import CHUNK_BYTES, StreamReader, StreamWriter, padded, size_on_disk

KEY = bytes(range(32))
FILE_ID = b"0123456789abcdef"


def kept(path: Path, data: bytes, *, key: bytes = KEY, file_id: bytes = FILE_ID) -> Path:
    with StreamWriter(path, key, file_id) as writer:
        for start in range(0, len(data), 100_000):
            writer.write(data[start : start + 100_000])
        writer.finish()
    return path


def reader(path: Path, size: int, *, key: bytes = KEY, file_id: bytes = FILE_ID) -> StreamReader:
    return StreamReader(path, key, file_id, size)


def whole(path: Path, size: int) -> bytes:
    with reader(path, size) as opened:
        opened.check_padding()
        return opened.read()


@pytest.mark.parametrize(
    "size",
    [0, 1, 2, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 5 * CHUNK_BYTES + 77],
)
def test_every_length_around_a_chunk_comes_back_and_has_the_length_foretold(
    tmp_path: Path, size: int
) -> None:
    data = random.Random(size).randbytes(size)
    path = kept(tmp_path / "a.enc", data)
    assert whole(path, size) == data
    assert path.stat().st_size == size_on_disk(size)
    assert not list(tmp_path.glob("*.tmp"))


@given(st.integers(min_value=0, max_value=1 << 50))
def test_padding_hides_the_size_within_twelve_per_cent(size: int) -> None:
    assert size <= padded(size) <= size * 1.12
    assert padded(padded(size)) == padded(size)


def test_the_file_shows_neither_its_bytes_nor_its_exact_size(tmp_path: Path) -> None:
    words = b"a sentence that must not be found " * 5000
    path = kept(tmp_path / "a.enc", words)
    on_disk = path.read_bytes()
    assert b"must not be found" not in on_disk
    longer = kept(tmp_path / "b.enc", words + b"!" * 300, file_id=b"f" * 16)
    assert longer.stat().st_size == len(on_disk)


def test_reading_by_seeking_gives_what_a_plain_file_gives(tmp_path: Path) -> None:
    chance = random.Random(7)
    data = chance.randbytes(11 * CHUNK_BYTES + 1234)
    plain = io.BytesIO(data)
    with reader(kept(tmp_path / "a.enc", data), len(data)) as opened:
        for _ in range(300):
            place = chance.randrange(-len(data), len(data) + 1000)
            whence = os.SEEK_SET if place >= 0 else os.SEEK_END
            assert opened.seek(place, whence) == plain.seek(place, whence)
            length = chance.choice([0, 1, 10, 1000, CHUNK_BYTES, 3 * CHUNK_BYTES + 5])
            assert opened.read(length) == plain.read(length)
            assert opened.tell() == plain.tell()
        with pytest.raises(ValueError, match="negative"):
            opened.seek(-1)
    with pytest.raises(ValueError, match="closed"):
        opened.read(1)


def damaged_copies(on_disk: bytes, other: bytes) -> list[bytes]:
    """200 damages of three kinds: flipped bits, cuts and extra bytes, chunks moved or foreign."""
    chance = random.Random(20)
    sealed = CHUNK_BYTES + stream.TAG_BYTES
    starts = range(len(stream.MAGIC), len(on_disk) - sealed, sealed)
    copies = []
    for _ in range(120):
        place = chance.randrange(len(on_disk))
        flipped = bytearray(on_disk)
        flipped[place] ^= 1 << chance.randrange(8)
        copies.append(bytes(flipped))
    for _ in range(40):
        copies.append(on_disk[: chance.randrange(len(on_disk))])
        copies.append(on_disk + chance.randbytes(chance.choice([1, 16, sealed])))
    for _ in range(40):
        first, second = chance.sample(starts, 2)
        moved = bytearray(on_disk)
        moved[first : first + sealed] = on_disk[second : second + sealed]
        if chance.random() < 0.5:
            moved[second : second + sealed] = on_disk[first : first + sealed]
        else:
            moved[first : first + sealed] = other[first : first + sealed]
        copies.append(bytes(moved))
    assert all(copy != on_disk for copy in copies)
    return copies[:240]


def accepted(path: Path, copies: list[bytes], size: int) -> int:
    """Return how many copies were read to the end without a complaint."""
    taken = 0
    for copy in copies:
        path.write_bytes(copy)
        try:
            whole(path, size)
        except OriginalDamaged:
            continue
        taken += 1
    return taken


@pytest.fixture
def copies(tmp_path: Path) -> tuple[bytes, list[bytes]]:
    data = random.Random(3).randbytes(6 * CHUNK_BYTES + 999)
    on_disk = kept(tmp_path / "a.enc", data).read_bytes()
    other = kept(tmp_path / "b.enc", data, file_id=b"another original").read_bytes()
    return data, damaged_copies(on_disk, other)


def test_every_flip_cut_and_swap_is_found(
    tmp_path: Path, copies: tuple[bytes, list[bytes]]
) -> None:
    data, damaged = copies
    assert len(damaged) >= 200
    assert accepted(tmp_path / "c.enc", damaged, len(data)) == 0


class Trusting:
    """A cipher that ignores the tag: what a reader without authentication would do."""

    def __init__(self, key: bytes) -> None:
        self.key = key

    def decrypt(self, nonce: bytes, sealed: bytes, bound_to: bytes) -> bytes:
        del nonce, bound_to
        return sealed[: -stream.TAG_BYTES]


def test_without_the_tags_the_same_damages_pass(
    tmp_path: Path, copies: tuple[bytes, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, damaged = copies
    monkeypatch.setattr(stream, "AESGCM", Trusting)
    assert accepted(tmp_path / "c.enc", damaged, len(data)) > 100


def test_damage_is_named_by_the_byte_where_its_chunk_starts(tmp_path: Path) -> None:
    data = bytes(4 * CHUNK_BYTES)
    path = kept(tmp_path / "a.enc", data)
    changed = bytearray(path.read_bytes())
    third = len(stream.MAGIC) + 2 * (CHUNK_BYTES + stream.TAG_BYTES)
    changed[third + 5] ^= 1
    path.write_bytes(changed)
    with reader(path, len(data)) as opened:
        assert opened.read(2 * CHUNK_BYTES) == bytes(2 * CHUNK_BYTES)
        with pytest.raises(OriginalDamaged) as caught:
            opened.read(1)
    assert caught.value.where == f"a.enc byte {third}"


@pytest.mark.parametrize(("key", "file_id"), [(b"k" * 32, FILE_ID), (KEY, b"another original")])
def test_another_key_or_another_id_reads_nothing(
    tmp_path: Path, key: bytes, file_id: bytes
) -> None:
    path = kept(tmp_path / "a.enc", b"x" * 1000)
    with reader(path, 1000, key=key, file_id=file_id) as opened, pytest.raises(OriginalDamaged):
        opened.read(1)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(OriginalMissing) as caught:
        reader(tmp_path / "gone.enc", 10)
    assert caught.value.where == "gone.enc"


def test_a_reader_that_could_not_be_made_can_be_closed(tmp_path: Path) -> None:
    one = StreamReader.__new__(StreamReader)
    with pytest.raises(OriginalMissing):
        StreamReader.__init__(one, tmp_path / "gone.enc", KEY, FILE_ID, 10)
    one.close()  # as Python does when it lets go of it; 3.13 tells what fails there
    assert one.closed


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED HERE: no pipes with a name")
@pytest.mark.parametrize("plant", [os.mkfifo, os.mkdir])
def test_what_is_no_file_in_its_place_is_damage_and_not_waited_for(
    tmp_path: Path, plant: Callable[[Path], None]
) -> None:
    plant(tmp_path / "planted.enc")
    with pytest.raises(OriginalDamaged) as caught:
        reader(tmp_path / "planted.enc", 10)
    assert caught.value.where == "planted.enc"


def test_leaving_without_finishing_leaves_nothing(tmp_path: Path) -> None:
    with StreamWriter(tmp_path / "a.enc", KEY, FILE_ID) as writer:
        writer.write(bytes(3 * CHUNK_BYTES))
        assert (tmp_path / "a.enc.tmp").exists()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("code", "failure"), [(errno.ENOSPC, DiskFull), (errno.EIO, DiskFailed)])
def test_an_error_while_writing_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, failure: type[Exception]
) -> None:
    def refuse(file: io.FileIO, data: bytes) -> None:
        file.write(data[:10])
        raise OSError(code, "refused")

    monkeypatch.setattr(stream, "write_all", refuse)
    with pytest.raises(failure), StreamWriter(tmp_path / "a.enc", KEY, FILE_ID) as writer:
        writer.write(bytes(3 * CHUNK_BYTES))
    assert not list(tmp_path.iterdir())


def test_a_leftover_that_cannot_be_removed_hides_no_result_and_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, *, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, f"refused {missing_ok}")

    monkeypatch.setattr(Path, "unlink", refuse)
    assert whole(kept(tmp_path / "a.enc", b"safe"), 4) == b"safe"
    with pytest.raises(KeyError), StreamWriter(tmp_path / "b.enc", KEY, FILE_ID):
        raise KeyError


@pytest.mark.skipif(os.name != "posix", reason="modes are a POSIX matter")
def test_the_file_is_its_owners_alone_under_any_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        files.make_folder(tmp_path / "ab")
        path = kept(tmp_path / "ab" / "a.enc", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
