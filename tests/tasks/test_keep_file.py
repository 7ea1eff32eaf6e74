"""Files in and out: untouched, whole or not at all."""

import io
import os
import sys
from pathlib import Path

import pytest

from logbook.errors import FileChanged, FileUnreadable
from logbook.tasks import keep_file, save_copies


def test_a_file_that_changes_between_look_and_copy_is_refused(vault, tmp_path):
    file = tmp_path / "note.txt"
    file.write_text("one")
    looked = keep_file.look_at_file(file)
    file.write_text("another length")
    with pytest.raises(FileChanged):
        keep_file.keep_file(vault, looked)
    assert vault.evidence.all() == []


def test_what_came_from_the_clipboard_says_so(vault):
    kept = keep_file.keep_file(vault, keep_file.look_at_bytes("pasted.txt", b"words"))
    assert kept.origin == "clipboard"
    with vault.evidence.open(kept.id) as stream:
        assert stream.read() == b"words"


def test_a_file_is_saved_into_the_folder_whatever_its_name_says(vault, tmp_path):
    kept = keep_file.keep_file(vault, keep_file.look_at_bytes("../../evil.txt", b"words"))
    out = tmp_path / "out"
    out.mkdir()
    assert save_copies.save_file(vault, kept.id, out).parent == out
    assert not (tmp_path / "evil.txt").exists()


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(FileUnreadable):
        keep_file.look_at_file(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED HERE: no pipes with a name")
def test_what_may_never_end_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    endless = [tmp_path / "pipe", tmp_path / "link", Path("/dev/zero")]
    made_up = [path for path in map(Path, ("/proc/kmsg", "/proc/self/status")) if path.is_file()]
    for path in (*endless, *made_up):
        with pytest.raises(FileUnreadable):
            keep_file.look_at_file(path)


def test_an_empty_file_is_a_file(vault, tmp_path):
    (tmp_path / "empty.txt").touch()
    kept = keep_file.keep_file(vault, keep_file.look_at_file(tmp_path / "empty.txt"))
    assert kept.size_bytes == 0


def test_the_untouched_bytes_come_back(vault, tmp_path):
    data = bytes(range(256)) * 5_000
    file = tmp_path / "a.bin"
    file.write_bytes(data)
    kept = keep_file.keep_file(vault, keep_file.look_at_file(file))
    out = save_copies.save_file(vault, kept.id, tmp_path / "b.bin")
    assert out.read_bytes() == data
    with vault.evidence.open(kept.id) as stream:
        stream.seek(-10, io.SEEK_END)
        assert stream.read() == data[-10:]
