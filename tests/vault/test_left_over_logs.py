"""What an abrupt end, a bad sector or a mix-up of copies leaves: all of it is said, nothing lost.

A hot copy is a vault as a kill between the commit and the fold leaves it: one save, which was not
acknowledged, stands in the write-ahead log alone.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from logbook.errors import DatabaseDamaged, OlderCopy, SavesMissing
from logbook.vault import opening
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.notices import Notice
from logbook.vault.secret import Secret
from logbook.vault.state import Mark, State
from logbook.vault.vault import Vault

PASSPHRASE = b"quiet lantern orbit saddle mango"
GENERATIONS = 6
RANDOM = random.Random(11)


def open_book(folder: Path) -> Vault:
    return Vault.open(folder, Secret(bytearray(PASSPHRASE)))


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}


@pytest.fixture(scope="module")
def hot(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return hot copies of one vault; in copy n, n saves are acknowledged and one more is not."""
    root = tmp_path_factory.mktemp("hot")
    vault, _code = Vault.create(root / "book", Secret(bytearray(PASSPHRASE)), cost=CHEAPEST_COST)
    store = vault._store
    copies: list[Path] = []

    def copy_first(mark: Mark) -> None:
        copies.append(root / f"copy{len(copies)}")
        shutil.copytree(store.folder, copies[-1])
        type(store)._settle_or_say(store, mark)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_settle_or_say", copy_first)
        for number in range(GENERATIONS):
            vault.journal.append(
                "test", f"note:{number}", {"text": b"x" * RANDOM.randrange(20_000)}
            )
    vault.close()
    return copies


@pytest.fixture
def case(hot: list[Path], tmp_path: Path) -> Callable[[int], Path]:
    def copy(number: int) -> Path:
        return Path(shutil.copytree(hot[number], tmp_path / "book"))

    return copy


def told(folder: Path) -> tuple[int, set[Notice]]:
    """Open, and return how many revisions are there and what is told."""
    vault = open_book(folder)
    found = vault.journal.size, set(vault.notices)
    assert vault._store.con.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert vault._store.con.one("PRAGMA integrity_check") == "ok"
    vault.close()
    return found


def test_a_whole_log_is_folded_in(case: Callable[[int], Path]) -> None:
    assert told(case(3)) == (4, {Notice.NOT_CLOSED})


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_bit_in_the_log_is_told_and_costs_no_acknowledged_save(
    case: Callable[[int], Path], seed: int
) -> None:
    number = seed % GENERATIONS
    folder = case(number)
    wal = folder / "log.db-wal"
    raw = bytearray(wal.read_bytes())
    at = seed if seed < 32 else random.Random(seed).randrange(len(raw))
    raw[at] ^= 1 << seed % 8
    wal.write_bytes(raw)
    assert told(folder) == (number, {Notice.NOT_CLOSED, Notice.SAVE_DROPPED})


@pytest.mark.parametrize("seed", range(30))
def test_a_cut_log_is_told_and_costs_no_acknowledged_save(
    case: Callable[[int], Path], seed: int
) -> None:
    number = seed % GENERATIONS
    folder = case(number)
    wal = folder / "log.db-wal"
    raw = wal.read_bytes()
    wal.write_bytes(raw[: 1 + random.Random(seed).randrange(len(raw) - 1)])
    assert told(folder) == (number, {Notice.NOT_CLOSED, Notice.SAVE_DROPPED})


@pytest.mark.parametrize("number", range(GENERATIONS))
def test_a_log_that_is_gone_costs_no_acknowledged_save(
    case: Callable[[int], Path], number: int
) -> None:
    folder = case(number)
    (folder / "log.db-wal").unlink()
    assert told(folder) == (number, {Notice.NOT_CLOSED})


def pairs() -> Iterator[tuple[int, int]]:
    return ((old, new) for new in range(GENERATIONS) for old in range(new))


@pytest.mark.parametrize(("old", "new"), list(pairs()))
def test_a_log_of_an_earlier_day_is_refused_and_nothing_is_touched(
    hot: list[Path], case: Callable[[int], Path], old: int, new: int
) -> None:
    folder = case(new)
    shutil.copyfile(hot[old] / "log.db-wal", folder / "log.db-wal")
    if old + 1 == new:
        # That save was acknowledged: its pages in the log are the ones in the database.
        assert told(folder)[0] == new
        return
    before = snapshot(folder)
    with pytest.raises((SavesMissing, DatabaseDamaged)):
        open_book(folder)
    assert snapshot(folder) == before


@pytest.mark.parametrize(("old", "new"), list(pairs()))
def test_an_older_database_is_refused_and_nothing_is_touched(
    hot: list[Path], case: Callable[[int], Path], old: int, new: int
) -> None:
    folder = case(new)
    shutil.copyfile(hot[old] / "log.db", folder / "log.db")
    (folder / "log.db-wal").unlink()
    before = snapshot(folder)
    with pytest.raises(OlderCopy):
        open_book(folder)
    assert snapshot(folder) == before


def test_without_the_high_water_mark_lost_saves_would_pass_every_check(
    hot: list[Path], case: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: pages, links and counts of an older copy are all in order."""

    def never(here: Mark, said: State | Notice, *, log_was_there: bool) -> list[Notice]:
        del here, said, log_was_there
        return []

    monkeypatch.setattr(opening, "judge", never)
    folder = case(5)
    shutil.copyfile(hot[1] / "log.db", folder / "log.db")
    (folder / "log.db-wal").unlink()
    assert told(folder) == (1, set())


def test_accepting_a_mixed_up_log_opens_what_is_there_or_says_that_it_is_damaged(
    hot: list[Path], case: Callable[[int], Path]
) -> None:
    folder = case(4)
    shutil.copyfile(hot[1] / "log.db-wal", folder / "log.db-wal")
    try:
        vault = Vault.open(folder, Secret(bytearray(PASSPHRASE)), accept_older=True)
    except DatabaseDamaged:
        return  # which of the two depends on the pages that the log happens to hold
    assert Notice.OLDER_ACCEPTED in vault.notices
    vault.close()
