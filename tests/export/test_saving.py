from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from logbook.errors import Cancelled, DiskFull, OutputNotWritable
from logbook.export import left_over, saving
from logbook.export.saving import PatientSink, written_beside

needs_unnamed = pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="Linux alone has them")


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system where every file has a name."""
    monkeypatch.setattr(saving, "_UNNAMED", 0)


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_finished_file_takes_its_name_in_one_step(tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the one before")
    with written_beside(target) as draft:
        draft.path.write_bytes(b"new")
        assert target.read_bytes() == b"the one before"

    assert target.read_bytes() == b"new"
    assert names_in(tmp_path) == ["report.pdf"]


@pytest.mark.parametrize("end", [Cancelled(), RuntimeError(), KeyboardInterrupt()])
def test_whatever_goes_wrong_leaves_the_folder_as_it_was(tmp_path, end):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the one before")

    def write() -> None:
        with written_beside(target) as draft:
            draft.path.write_bytes(b"half")
            raise end

    with pytest.raises(type(end)):
        write()
    assert target.read_bytes() == b"the one before"
    assert names_in(tmp_path) == ["report.pdf"]


def test_only_its_owner_can_read_a_draft(tmp_path):
    with written_beside(tmp_path / "report.pdf") as draft:
        assert draft.path.stat().st_mode & 0o777 == 0o600
        assert "report" not in draft.path.name


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


KILLED = """
import os, signal, sys
from pathlib import Path
from logbook.export import saving
if sys.argv[2] == "named":
    saving._UNNAMED = 0
with saving.written_beside(Path(sys.argv[1])) as draft:
    draft.path.write_bytes(b"half of it")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_while_writing(target: Path, way: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(target), way], check=False)
    assert done.returncode == -signal.SIGKILL


@needs_unnamed
def test_a_process_that_is_killed_leaves_nothing(tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the one before")
    killed_while_writing(target, "unnamed")
    assert names_in(tmp_path) == ["report.pdf"]
    assert target.read_bytes() == b"the one before"


@pytest.mark.usefixtures("named")
@pytest.mark.skipif(sys.platform == "win32", reason="only a day later there")
def test_what_a_killed_process_left_is_taken_away_by_the_next_save(tmp_path):
    target = tmp_path / "report.pdf"
    killed_while_writing(target, "named")
    assert len(names_in(tmp_path)) == 1
    with written_beside(target) as draft:
        draft.path.write_bytes(b"whole")
        assert len(names_in(tmp_path)) == 1
    assert names_in(tmp_path) == ["report.pdf"]


@pytest.mark.usefixtures("named")
def test_a_draft_in_work_is_nobodys_left_over(tmp_path):
    with written_beside(tmp_path / "one.pdf") as first:
        with written_beside(tmp_path / "two.pdf") as second:
            second.path.write_bytes(b"two")
        first.path.write_bytes(b"one")
    assert sorted(names_in(tmp_path)) == ["one.pdf", "two.pdf"]


def test_files_of_others_are_never_taken_for_left_over(tmp_path):
    ours = left_over.new_name()
    others = [".0123456789abcdef.part", "movie.part", ours.upper(), ours + "x", ours[1:]]
    for name in others:
        (tmp_path / name).write_bytes(b"mine")
    folder, link = left_over.new_name(), left_over.new_name()
    (tmp_path / folder).mkdir()
    (tmp_path / link).symlink_to(tmp_path / "movie.part")
    left_over.take_away(tmp_path)
    assert sorted(names_in(tmp_path)) == sorted([*others, folder, link])
    left_over.take_away(tmp_path / "gone")


@needs_unnamed
def test_a_disk_that_gives_no_names_later_is_written_the_other_way(tmp_path, monkeypatch):
    def refused(*_arguments: object, **_more: object) -> None:
        raise PermissionError(errno.EPERM, "not here")

    target = tmp_path / "report.pdf"
    target.write_bytes(b"the one before")
    monkeypatch.setattr(saving, "_name", refused)
    with written_beside(target) as draft:
        draft.path.write_bytes(b"new")
    assert target.read_bytes() == b"new"
    assert names_in(tmp_path) == ["report.pdf"]
    with pytest.raises(FileExistsError), written_beside(target, new=True) as draft:
        draft.path.write_bytes(b"newer")
    assert target.read_bytes() == b"new"
    assert names_in(tmp_path) == ["report.pdf"]


@pytest.mark.parametrize("way", ["unnamed", "named"])
def test_a_new_file_never_takes_the_place_of_another(tmp_path, way, monkeypatch):
    if way == "named":
        monkeypatch.setattr(saving, "_UNNAMED", 0)
    target = tmp_path / "note.txt"
    with written_beside(target, new=True) as draft:
        draft.path.write_bytes(b"mine")
    with pytest.raises(FileExistsError), written_beside(target, new=True) as draft:
        draft.path.write_bytes(b"other")
    assert target.read_bytes() == b"mine"
    assert names_in(tmp_path) == ["note.txt"]
    assert target.stat().st_mode & 0o777 == 0o600
