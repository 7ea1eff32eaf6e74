"""Copies of many files: under their own names, over nothing, compared, and whole or not at all."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest
from PIL import Image

from logbook.domain.evidence import Evidence
from logbook.domain.ids import EvidenceId
from logbook.errors import (
    Cancelled,
    CannotBeCleaned,
    DiskFull,
    OriginalDamaged,
    OutputInsideBook,
    OutputNotWritable,
)
from logbook.export import left_over, saving
from logbook.tasks import keep_file, save_copies
from logbook.vault.vault import Vault


class StopsAfter:
    """Presses Stop once so many bytes were told."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.told: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int, _doing: str = "") -> None:
        self.told.append((done, total))
        if done > self.limit:
            raise Cancelled

    def give_way(self) -> None:
        """Nothing waits."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def keep(vault: Vault, name: str, data: bytes) -> Evidence:
    return keep_file.keep_file(vault, keep_file.look_at_bytes(name, data))


def photo() -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "hidden words"
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG", exif=exif)
    return out.getvalue()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_copies_keep_their_names_and_write_over_nothing(vault: Vault, folder: Path) -> None:
    (folder / "note.txt").write_text("mine")
    (folder / "note (2).txt").mkdir()
    ids = [keep(vault, "note.txt", data).id for data in (b"one", b"two")]
    ids.append(keep(vault, "no ending", b"three").id)
    copies = save_copies.save_files(vault, ids, folder)
    assert [path.name for path in copies.saved] == ["note (3).txt", "note (4).txt", "no ending"]
    assert [path.read_bytes() for path in copies.saved] == [b"one", b"two", b"three"]
    assert (folder / "note.txt").read_text() == "mine"
    assert copies.finished
    assert not copies.problems


def test_a_link_that_leads_nowhere_is_not_followed(vault: Vault, folder: Path) -> None:
    (folder / "a.txt").symlink_to(folder / "elsewhere.txt")
    copies = save_copies.save_files(vault, [keep(vault, "a.txt", b"a").id], folder)
    assert [path.name for path in copies.saved] == ["a (2).txt"]
    assert not (folder / "elsewhere.txt").exists()


def test_a_name_that_is_taken_meanwhile_gets_the_next_number(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    durable = saving._make_durable

    def slow(path: Path) -> None:
        durable(path)
        (folder / "a.txt").write_text("somebody else's")

    monkeypatch.setattr(saving, "_make_durable", slow)
    copies = save_copies.save_files(vault, [keep(vault, "a.txt", b"a").id], folder)
    assert [path.name for path in copies.saved] == ["a (2).txt"]
    assert (folder / "a.txt").read_text() == "somebody else's"
    assert names(folder) == ["a (2).txt", "a.txt"]


def test_a_disk_without_links_writes_over_nothing_either(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(_self: Path, _target: Path) -> None:
        raise PermissionError("as FAT says")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    (folder / "a.txt").write_text("mine")
    copies = save_copies.save_files(vault, [keep(vault, "a.txt", b"a").id], folder)
    assert names(folder) == ["a (2).txt", "a.txt"]
    assert copies.saved[0].read_bytes() == b"a"


def test_odd_names_stay_in_the_folder_and_long_ones_are_cut_before_their_ending(
    vault: Vault, folder: Path
) -> None:
    odd = ["../../up.txt", "..", "a:b?.txt", "ж" * 200 + ".jpg", "x" * 300]
    ids = [keep(vault, name, name.encode()).id for name in odd]
    copies = save_copies.save_files(vault, ids, folder)
    assert len(copies.saved) == len(odd)
    assert {path.parent for path in copies.saved} == {folder}
    saved = [path.name for path in copies.saved]
    assert saved[:3] == ["_.._up.txt", "file", "a_b_.txt"]
    assert saved[3] == "ж" * 100 + ".jpg"
    assert saved[4] == "x" * 200


def test_without_hidden_data_what_cannot_be_cleaned_is_left_out_and_named(
    vault: Vault, folder: Path
) -> None:
    ids = [keep(vault, "a.jpg", photo()).id, keep(vault, "b.bin", b"\0\1\2").id]
    assert save_copies.count_cleanable(vault, ids) == 1
    copies = save_copies.save_files(vault, ids, folder, without_hidden_data=True)
    assert names(folder) == ["a.jpg"]
    assert b"hidden words" not in (folder / "a.jpg").read_bytes()
    (problem,) = copies.problems
    assert (problem.id, problem.name) == (ids[1], "b.bin")
    assert isinstance(problem.error, CannotBeCleaned)
    assert copies.finished


def test_a_cleaned_picture_of_another_kind_gets_the_ending_of_what_it_is(
    vault: Vault, folder: Path
) -> None:
    out = io.BytesIO()
    Image.new("RGB", (9, 9), "teal").save(out, "BMP")
    kept = keep(vault, "scan.bmp", out.getvalue())
    (path,) = save_copies.save_files(vault, [kept.id], folder, without_hidden_data=True).saved
    with Image.open(path) as made:
        assert path.suffix == {"JPEG": ".jpg", "PNG": ".png"}[made.format or ""]


def test_a_stop_leaves_the_copies_that_are_whole_and_nothing_else(
    vault: Vault, folder: Path
) -> None:
    ids = [keep(vault, f"{at}.bin", bytes([at]) * 3_000_000).id for at in range(3)]
    copies = save_copies.save_files(vault, ids, folder, StopsAfter(8_000_000))
    assert names(folder) == ["0.bin"]
    assert [path.name for path in copies.saved] == ["0.bin"]
    assert not copies.finished
    with pytest.raises(Cancelled):
        save_copies.save_files(vault, ids[1:], folder, StopsAfter(0))
    assert names(folder) == ["0.bin"]


def test_progress_counts_writing_and_reading_back(vault: Vault, folder: Path) -> None:
    progress = StopsAfter(1 << 40)
    ids = [keep(vault, f"{at}.bin", bytes([at]) * 2_000_000).id for at in range(2)]
    save_copies.save_files(vault, ids, folder, progress)
    done = [one for one, _ in progress.told]
    assert done == sorted(done)
    assert {total for _, total in progress.told} == {8_000_000}
    assert done[-1] == 8_000_000


def test_a_damaged_original_is_named_and_does_not_hold_up_the_others(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [keep(vault, f"{at}.txt", b"%d" % at).id for at in range(3)]
    opened = vault.evidence.open

    def damaged(evidence: EvidenceId) -> object:
        return io.BytesIO(b"other") if evidence == ids[1] else opened(evidence)

    monkeypatch.setattr(vault.evidence, "open", damaged)
    copies = save_copies.save_files(vault, ids, folder)
    assert names(folder) == ["0.txt", "2.txt"]
    assert [(one.name, type(one.error)) for one in copies.problems] == [("1.txt", OriginalDamaged)]


def test_a_copy_that_reads_otherwise_than_it_was_written_gets_no_name(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(vault, "a.txt", b"as it was")

    def flips_a_bit(file: int) -> None:
        os.pwrite(file, b"A", 0)

    monkeypatch.setattr(save_copies, "_let_the_disk_answer", flips_a_bit)
    copies = save_copies.save_files(vault, [kept.id], folder)
    assert isinstance(copies.problems[0].error, OutputNotWritable)
    assert names(folder) == []
    with pytest.raises(OutputNotWritable):
        save_copies.save_file(vault, kept.id, folder / "b.txt")
    assert names(folder) == []


def test_a_full_disk_ends_it_and_tells_what_was_saved(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [keep(vault, f"{at}.txt", b"%d" % at).id for at in range(4)]
    durable = saving._make_durable

    def full(path: Path) -> None:
        if len(list(folder.glob("*.txt"))) == 2:
            raise DiskFull("no room")
        durable(path)

    monkeypatch.setattr(saving, "_make_durable", full)
    copies = save_copies.save_files(vault, ids, folder)
    assert [path.name for path in copies.saved] == ["0.txt", "1.txt"]
    assert [type(one.error) for one in copies.problems] == [DiskFull]
    assert not copies.finished
    assert names(folder) == ["0.txt", "1.txt"]


def test_the_folder_of_the_book_is_refused_and_so_is_what_is_no_folder(
    vault: Vault, tmp_path: Path
) -> None:
    kept = keep(vault, "a.txt", b"a")
    with pytest.raises(OutputInsideBook):
        save_copies.save_files(vault, [kept.id], vault.folder)
    for place in (tmp_path / "nowhere", tmp_path / "file"):
        (tmp_path / "file").touch()
        with pytest.raises(OutputNotWritable):
            save_copies.save_files(vault, [kept.id], place)


def test_the_originals_stay_as_they_are(vault: Vault, folder: Path) -> None:
    kept = keep(vault, "a.jpg", photo())
    size = vault.journal.size
    for clean in (False, True):
        save_copies.save_files(vault, [kept.id], folder, without_hidden_data=clean)
    with vault.evidence.open(kept.id) as stream:
        assert hashlib.sha256(stream.read()).digest() == kept.sha256
    assert vault.journal.size == size


def test_a_copy_left_by_a_killed_process_is_taken_away(vault: Vault, folder: Path) -> None:
    kept = keep(vault, "a.txt", b"a").id
    left = folder / left_over.new_name()
    for save in (
        lambda: save_copies.save_files(vault, [kept], folder),
        lambda: save_copies.save_file(vault, kept, folder),
        lambda: save_copies.save_file(vault, kept, folder / "one.txt"),
    ):
        left.write_bytes(b"half of what was saved")
        save()
        assert not left.exists()
