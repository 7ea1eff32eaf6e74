from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from logbook.errors import DiskFailed, DiskFull, NotAVault, VaultGone, VaultReadOnly
from logbook.vault.place import Place, read_file, replace_file


def test_a_file_is_replaced_as_a_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "file"
    before = os.umask(0)
    try:
        replace_file(path, b"one")
        replace_file(path, b"two")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "failure"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EIO, DiskFailed),
        (errno.EROFS, VaultReadOnly),
        (errno.ENODEV, VaultGone),
    ],
)
def test_a_failure_leaves_the_old_bytes_and_nothing_half(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    code: int,
    failure: type[Exception],
) -> None:
    path = tmp_path / "file"
    replace_file(path, b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(code, "injected")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(failure):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_planted_link_under_the_name_of_the_new_file_is_not_written_through(
    tmp_path: Path,
) -> None:
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (tmp_path / "file.new").symlink_to(tmp_path / "elsewhere")
    replace_file(tmp_path / "file", b"secret")
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"
    assert (tmp_path / "file").read_bytes() == b"secret"
    assert not (tmp_path / "file").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED HERE: no pipes with a name")
def test_a_planted_pipe_under_the_name_of_the_new_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "file.new")
    replace_file(tmp_path / "file", b"secret")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"secret"


def test_a_link_in_place_of_the_file_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (tmp_path / "file").symlink_to(tmp_path / "elsewhere")
    replace_file(tmp_path / "file", b"new")
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"
    assert not (tmp_path / "file").is_symlink()


def test_reading_stops_one_byte_after_the_limit(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100)
    assert read_file(tmp_path / "file", 10) == b"x" * 11
    assert read_file(tmp_path / "none", 10) is None


@pytest.mark.parametrize("name", ["vault.hdr", "vault.hdr.bak", "vault.state", "log.db", "lock"])
def test_a_link_inside_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotAVault) as caught:
        Place.at(tmp_path).refuse_what_is_no_vault()
    assert caught.value.where == name


@pytest.mark.parametrize("name", ["log.db-journal", "log.db-shm"])
def test_a_pipe_that_sqlite_would_wait_for_is_refused(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(NotAVault) as caught:
        Place.at(tmp_path).refuse_what_is_no_vault()
    assert caught.value.where == name


def test_a_folder_where_something_is_half_written_is_refused(tmp_path: Path) -> None:
    for path in Place.at(tmp_path).leftovers():
        path.mkdir()
        with pytest.raises(NotAVault) as caught:
            Place.at(tmp_path).refuse_what_is_no_vault()
        assert caught.value.where == path.name
        path.rmdir()


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_pipe_or_a_folder_in_place_of_a_file_is_refused(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "vault.hdr")
    with pytest.raises(NotAVault) as caught:
        Place.at(tmp_path).refuse_what_is_no_vault()
    assert caught.value.where == "vault.hdr"
