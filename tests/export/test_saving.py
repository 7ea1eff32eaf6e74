from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest

from logbook.errors import Cancelled, DiskFull, OutputNotWritable
from logbook.export.saving import PatientSink, written_beside


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_finished_file_takes_its_name_in_one_step(tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the one before")
    with written_beside(target) as draft:
        draft.write_bytes(b"new")
        assert target.read_bytes() == b"the one before"

    assert target.read_bytes() == b"new"
    assert names_in(tmp_path) == ["report.pdf"]


@pytest.mark.parametrize("end", [Cancelled(), RuntimeError(), KeyboardInterrupt()])
def test_whatever_goes_wrong_leaves_the_folder_as_it_was(tmp_path, end):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the one before")

    def write() -> None:
        with written_beside(target) as draft:
            draft.write_bytes(b"half")
            raise end

    with pytest.raises(type(end)):
        write()
    assert target.read_bytes() == b"the one before"
    assert names_in(tmp_path) == ["report.pdf"]


def test_only_its_owner_can_read_a_draft(tmp_path):
    with written_beside(tmp_path / "report.pdf") as draft:
        assert draft.stat().st_mode & 0o777 == 0o600
        assert "report" not in draft.name


def test_a_folder_is_no_place_for_a_file(tmp_path):
    with pytest.raises(OutputNotWritable), written_beside(tmp_path):
        pass


def test_a_place_that_does_not_exist_is_said(tmp_path):
    target = tmp_path / "none" / "report.pdf"

    with pytest.raises(OutputNotWritable) as caught, written_beside(target):
        pass
    assert caught.value.where == str(target)


def test_a_full_disk_is_told_from_a_place_that_cannot_be_written(tmp_path):
    with pytest.raises(DiskFull), written_beside(tmp_path / "report.pdf"):
        raise OSError(errno.ENOSPC, "No space left on device")

    assert names_in(tmp_path) == []


def test_a_sink_keeps_the_first_failure_of_its_disk_until_it_is_asked():
    class Full(io.BytesIO):
        def write(self, data: bytes) -> int:
            if self.tell() + len(data) > 10:
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().write(data)

    disk = Full()
    sink = PatientSink(disk)
    assert [sink.write(b"12345"), sink.write(b"123456789"), sink.write(b"6")] == [5, 9, 1]
    assert disk.getvalue() == b"12345"
    with pytest.raises(OSError, match="No space left"):
        sink.tell_failure()
    PatientSink(io.BytesIO()).tell_failure()


def test_a_name_that_no_disk_takes_is_said(tmp_path):
    with pytest.raises(OutputNotWritable), written_beside(tmp_path / ("x" * 300)):
        pass
    assert names_in(tmp_path) == []


def test_a_pipe_or_a_device_keeps_its_place(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OutputNotWritable), written_beside(pipe):
        pytest.fail("a draft was given")
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize("place", ["", ".", "/", "..", "absent/report.pdf"])
def test_a_place_without_a_name_is_said(place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputNotWritable), written_beside(Path(place)):
        pytest.fail("there is no such place")
    assert list(tmp_path.iterdir()) == []
