"""Power cuts as a disk may take them: writes that nothing synced are lost, or torn at a sector.

A recorder (`recorder.c`) writes down all that `writer.py` does to its files. From any moment of it
the disk is built anew as a cut may leave it: what was synced stands, and of the rest some names,
some writes and some sectors. A book must open there and hold all that was acknowledged before.
"""

from __future__ import annotations

import json
import os
import random
import runpy
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from logbook.domain.entry import EntryText
from logbook.domain.merkle import root_of
from logbook.domain.progress import SILENT
from logbook.errors import NotAVault, NotFinished, VaultError, VaultExists, WrongPassphrase
from logbook.vault import anchors, backup, migrations
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.notices import Notice
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

pytestmark = pytest.mark.slow

WRITER = Path(__file__).with_name("writer.py")
WRITTEN = runpy.run_path(str(WRITER))
PASSPHRASES: tuple[bytes, ...] = WRITTEN["PASSPHRASES"]
LATER_SQL: str = WRITTEN["LATER_SQL"].replace("60000", "600")
A_DAY: int = WRITTEN["A_DAY"]
SECTOR_BYTES = 512
AFTER_A_CUT = {Notice.NOT_CLOSED, Notice.SAVE_DROPPED, Notice.STATE_MISSING, Notice.MIGRATED}
ACT = struct.Struct("=cQQQ")

Fact = dict[str, Any]


# -- the record of what a process did ------------------------------------------------------------


@dataclass(frozen=True)
class Act:
    """One act of the process, as `recorder.c` describes it."""

    kind: str
    inode: int
    at: int
    data: bytes

    @property
    def paths(self) -> list[Path]:
        return [Path(os.fsdecode(part)) for part in self.data.split(b"\0")]


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the library that records."""
    built = tmp_path_factory.mktemp("recorder") / "recorder.so"
    source = WRITER.with_name("recorder.c")
    command = ["cc", "-shared", "-fPIC", "-O1", "-o", str(built), str(source), "-ldl"]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("NOT TESTED HERE: no C compiler, so no torn writes")
    return built


@pytest.fixture
def record(tmp_path: Path, recorder: Path) -> Callable[[str], list[Act]]:
    """Return a function that runs the writer in `tmp_path / "disk"` and gives what it did."""

    def recorded(mode: str) -> list[Act]:
        disk, trace = tmp_path / "disk", tmp_path / "trace"
        disk.mkdir()
        settings = {"LD_PRELOAD": recorder, "RECORD_FOLDER": disk, "RECORD_TO": trace}
        subprocess.run(
            [sys.executable, str(WRITER), str(disk / "book"), mode],
            check=True,
            stdout=subprocess.DEVNULL,
            env=os.environ | {name: str(value) for name, value in settings.items()},
        )
        return list(acts_in(trace.read_bytes()))

    return recorded


def acts_in(trace: bytes) -> Iterator[Act]:
    at = 0
    while at < len(trace):
        kind, inode, offset, length = ACT.unpack_from(trace, at)
        at += ACT.size
        yield Act(kind.decode(), inode, offset, trace[at : at + length])
        at += length


def said_in(acts: list[Act]) -> list[Fact]:
    lines = b"".join(act.data for act in acts if act.kind == "o").splitlines()
    return [json.loads(line) for line in lines]


# -- a disk that keeps what was synced and may lose the rest -------------------------------------


@dataclass
class File:
    """What of a file is safe, and what was done to it since."""

    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Act] = field(default_factory=list)

    def sync(self) -> None:
        for act in self.waiting:
            put(self.safe, act)
        self.waiting.clear()

    def after_cut(self, chosen: random.Random) -> bytes:
        """Return what may be left: nothing new, some acts, some sectors of some, or all."""
        share, sectors = chosen.choice([(0.0, 1.0), (0.5, 1.0), (0.9, 0.5), (1.0, 1.0)])
        found = bytearray(self.safe)
        for act in self.waiting:
            if chosen.random() < share:
                put(found, act, lambda: chosen.random() < sectors)
        return bytes(found)


def put(content: bytearray, act: Act, arrives: Callable[[], bool] = lambda: True) -> None:
    """Apply a write or a change of the size; `arrives` is asked for every sector."""
    end = act.at + len(act.data)
    content.extend(bytes(max(0, end - len(content))))
    if act.kind == "t":
        del content[end:]
    while end > act.at:
        first = max(act.at, (end - 1) // SECTOR_BYTES * SECTOR_BYTES)
        if arrives():
            content[first:end] = act.data[first - act.at : end - act.at]
        end = first


Names = dict[Path, File | None]  # None: a folder


@dataclass
class Disk:
    """The names below a folder that are safe, and for each folder what was done to names since."""

    safe: Names = field(default_factory=dict)
    waiting: dict[Path, list[Act]] = field(default_factory=dict)
    files: dict[int, File] = field(default_factory=dict)
    made: dict[int, File] = field(default_factory=dict)  # by the identity of the act

    def do(self, act: Act) -> None:
        if act.kind in "wt":
            self.files[act.inode].waiting.append(act)
        elif act.kind == "s":
            self.files[act.inode].sync()
        elif act.kind == "S":
            for one in self.waiting.pop(act.paths[0], []):
                self._name(self.safe, one)
        elif act.kind != "o":
            if act.kind == "c":
                self.made[id(act)] = self.files[act.inode] = File()
            self.waiting.setdefault(act.paths[0].parent, []).append(act)

    def _name(self, names: Names, act: Act) -> None:
        path = act.paths[0]
        if act.kind in "cm":
            names[path] = self.made.get(id(act))
        elif act.kind == "r":
            names[act.paths[1]] = names.pop(path)
        else:
            del names[path]

    def after_cut(self, chosen: random.Random) -> dict[Path, bytes | None]:
        """Return what a cut may leave: in each folder the first few changes of names."""
        names = dict(self.safe)
        for acts in self.waiting.values():
            for act in acts[: chosen.choice([0, chosen.randint(0, len(acts)), len(acts)])]:
                self._name(names, act)
        return {path: file.after_cut(chosen) if file else None for path, file in names.items()}

    def as_it_stands(self) -> dict[Path, bytes | None]:
        for file in self.files.values():
            file.sync()
        for acts in self.waiting.values():
            for act in acts:
                self._name(self.safe, act)
        self.waiting.clear()
        return {path: bytes(file.safe) if file else None for path, file in self.safe.items()}


def moments(acts: list[Act], chosen: random.Random, count: int) -> list[int]:
    """Choose when power is cut: half of it where something has just been promised or believed."""
    turns = [number for number, act in enumerate(acts) if act.kind in "sSro"]
    near = [min(max(0, one + chosen.randint(0, 2)), len(acts)) for one in turns]
    return sorted(chosen.choice(near if odd % 2 else range(len(acts))) for odd in range(count))


def cuts(acts: list[Act], disk: Path, count: int, seed: int) -> Iterator[list[Fact]]:
    """Build one disk after another in the place of the first; give what was said before each cut.

    A folder that is not there yet holds nothing: such names are left out.
    """
    chosen = random.Random(seed)
    now, done = Disk(), 0
    for moment in moments(acts, chosen, count):
        for act in acts[done:moment]:
            now.do(act)
        done = moment
        shutil.rmtree(disk)
        disk.mkdir()
        for path, content in sorted(now.after_cut(chosen).items()):
            if not path.parent.exists():
                continue
            path.mkdir() if content is None else path.write_bytes(content)
        yield said_in(acts[:moment])


def on_disk(folder: Path) -> dict[Path, bytes | None]:
    return {path: None if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}


# -- what is there after -------------------------------------------------------------------------


def secret(number: int = 0) -> Secret:
    return Secret(bytearray(PASSPHRASES[number]))


def losses(vault: Vault, said: list[Fact]) -> list[str]:
    """Return what of the acknowledged saves is not there, or not in order."""
    # A file whose save was cut short is no loss; it is swept a day later.
    found = [str(one) for one in vault.check().problems if one.kind != "original_unknown"]
    found += [notice for notice in vault.notices if notice not in AFTER_A_CUT]
    saves = [fact for fact in said if "root" in fact]
    if saves:
        last = saves[-1]
        kept = anchors.leaves(vault._store, SILENT, min(last["size"], vault.journal.size))
        if root_of(list(kept)).hex() != last["root"]:
            found.append(f"journal of {vault.journal.size}, acknowledged {last['size']}")
        draft = vault.drafts.get("draft")
        if last["draft"] is not None and int(draft or 0) < int(last["draft"]):
            found.append("draft")
    return found


def after_cut(folder: Path, said: list[Fact], passphrase: int = 0) -> list[str]:
    """Open the book, save in it and open it again, as a person does; return what is wrong."""
    try:
        vault = Vault.open(folder, secret(passphrase))
    except (NotAVault, NotFinished) as error:
        if said:
            return [repr(error)]
        # Nobody was told yet that there is a book: making it again must work.
        vault, _code = Vault.create(folder, secret(passphrase), cost=CHEAPEST_COST)
    found = losses(vault, said)
    if found:
        vault.close()
        return found
    added = vault.entries.add(EntryText(text="after"))
    vault.close()
    vault = Vault.open(folder, secret(passphrase))
    found += vault.notices
    if vault.entries.get(added.id).what.text != "after":
        found.append("what was written after")
    vault.close()
    return found


def opening(folder: Path) -> set[int]:
    """Return the passphrases that open the book."""
    found = set()
    for number in range(len(PASSPHRASES)):
        with suppress(WrongPassphrase):
            Vault.open(folder, secret(number)).close()
            found.add(number)
    return found


def life_after_cut(disk: Path, said: list[Fact]) -> list[str]:
    """Return what is wrong with the book, with its backup, and with the book made of that."""
    book, backup_file, again = disk / "book", disk / "backup.logbook", disk / "again"
    done = {name for fact in said for name in fact}
    if "root" not in done:
        return after_cut(book, said)
    opens = opening(book)
    may_open = {0, 1} if "changing_to" in done else {0}
    if len(opens) != 1 or not opens <= may_open - {0 if "changed_to" in done else None}:
        return [f"opened by {opens}"]
    found = after_cut(book, said, opens.pop())
    if not backup_file.exists():
        return [*found, "no backup"] if "backed_up" in done else found
    in_backup = [fact for fact in said if "root" in fact][:A_DAY]
    for folder in (again, disk / "another"):
        if "restored" not in done or folder != again:
            with suppress(VaultExists):  # whole, though nobody was told yet
                backup.restore(backup_file, folder, secret(1))
        found += after_cut(folder, in_backup, 1)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_nothing_acknowledged_is_lost_by_writes_that_are_torn_or_lost(
    tmp_path: Path, record: Callable[[str], list[Act]], seed: int
) -> None:
    acts = record("days")
    states = 0
    for said in cuts(acts, tmp_path / "disk", 25, seed):
        assert after_cut(tmp_path / "disk" / "book", said) == [], f"state {states}"
        states += 1
    assert states == 25


def test_a_book_stays_whole_through_torn_writes_whatever_is_done_with_it(
    tmp_path: Path, record: Callable[[str], list[Act]], monkeypatch: pytest.MonkeyPatch
) -> None:
    later = migrations.Step(migrations.newest() + 1, LATER_SQL)
    known = (*migrations.steps(), later)
    monkeypatch.setattr(migrations, "steps", lambda: known)
    acts = record("life")
    for said in cuts(acts, tmp_path / "disk", 25, seed=0):
        assert life_after_cut(tmp_path / "disk", said) == [], said[-1:]


def test_the_copy_of_before_a_migration_is_safe_before_anything_changes(
    record: Callable[[str], list[Act]],
) -> None:
    disk, copies = Disk(), []
    for act in record("life"):
        disk.do(act)
        if act.kind == "c" and act.paths[0].name.startswith("log.db.schema-"):
            copies.append((act.paths[0], disk.files[act.inode]))
        elif act.kind == "w" and copies and disk.files[act.inode] is not copies[-1][1]:
            break
    ((path, copy),) = copies
    assert path in disk.safe
    assert not copy.waiting


def test_the_recorder_misses_nothing(tmp_path: Path, record: Callable[[str], list[Act]]) -> None:
    acts = record("life")
    disk = Disk()
    for act in acts:
        disk.do(act)
    assert disk.as_it_stands() == on_disk(tmp_path / "disk")
    assert len(said_in(acts)) == 28


@pytest.mark.parametrize("mode", ["careless_days", "unfolded_days"])
def test_a_writer_that_does_not_sync_is_caught_and_a_damaged_book_said_to_be_one(
    tmp_path: Path, record: Callable[[str], list[Act]], mode: str
) -> None:
    """The negative controls."""
    acts, wrong = record(mode), 0
    for said in cuts(acts, tmp_path / "disk", 15, seed=0):
        try:
            wrong += after_cut(tmp_path / "disk" / "book", said) != []
        except VaultError:
            wrong += 1
    assert wrong > 1
