from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from logbook.errors import VaultInUse, VaultReadOnly
from logbook.vault.lock import Lock
from logbook.vault.place import Place

HOLD = (
    "import sys\nfrom pathlib import Path\nfrom logbook.vault.lock import Lock\n"
    "from logbook.vault.place import Place\n"
    "held = Lock.take(Place.at(Path(sys.argv[1])))\n"
    "print('held', flush=True)\nsys.stdin.read()\n"
)


def test_a_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    place = Place.at(tmp_path)
    first = Lock.take(place)
    with pytest.raises(VaultInUse):
        Lock.take(place)
    with pytest.raises(VaultInUse):
        Lock.take_existing(place)
    first.release()
    first.release()
    Lock.take(place).release()


def test_a_process_that_is_killed_leaves_no_lock(tmp_path: Path) -> None:
    place = Place.at(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(VaultInUse):
            Lock.take_existing(place)
        child.kill()
    held = Lock.take_existing(place)
    assert held is not None
    held.release()


def test_looking_for_a_lock_makes_none(tmp_path: Path) -> None:
    assert Lock.take_existing(Place.at(tmp_path)) is None
    assert list(tmp_path.iterdir()) == []


def test_the_lock_file_is_private_and_empty(tmp_path: Path) -> None:
    Lock.take(Place.at(tmp_path)).release()
    found = (tmp_path / "lock").stat()
    assert (found.st_mode & 0o777, found.st_size) == (0o600, 0)


def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises((VaultReadOnly, Exception), match=r"ELOOP|EMLINK"):
        Lock.take(Place.at(tmp_path))
    assert not (tmp_path / "elsewhere").exists()
