"""A hundred thousand entries in the list, read block by block as they are seen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logbook.domain.entry import Kind
from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryFilter, EntryRow
from logbook.errors import DiskFailed
from logbook.ui.desk import Desk
from logbook.ui.jobs import Jobs
from logbook.ui.models.entry_list import BLOCK_ROWS, EntryListModel, RowRole
from logbook.ui.style import look
from logbook.ui.widgets.entry_list_view import EntryListView

MANY = 100_000


def _row(at: int) -> EntryRow:
    day = f"2026-{1 + at // 28 % 12:02}-{1 + at % 28:02}T08:00:00"
    return EntryRow(
        id=EntryId(MANY - at),
        number=MANY - at,
        title=f"Entry {at}",
        preview=f"Entry {at}. More words about what happened on that day.",
        kind=Kind.CALLS,
        precision="exact",
        start_local=day,
        end_local="",
        has_time=True,
        people=("D. Marsh",),
        evidence=at % 3,
        changed=0,
        recorded_at="2026-11-12T23:37:00.000+00:00",
    )


class LongList:
    """As many entries as are asked for, made up when they are read."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.changed = 0
        self.asked: list[tuple[int, int]] = []
        self.may_answer = threading.Event()
        self.may_answer.set()

    def count(self, _chosen: EntryFilter) -> int:
        return self.total

    def rows(self, _chosen: EntryFilter, offset: int, limit: int) -> list[EntryRow]:
        self.asked.append((offset, limit))
        assert self.may_answer.wait(240), "the test never let the book answer"
        return [_row(at) for at in range(offset, min(offset + limit, self.total))]

    def place_of(self, _chosen: EntryFilter, entry: EntryId) -> int | None:
        at = MANY - entry
        return at if 0 <= at < self.total else None


class NoShell:
    """A desk that only hands on work needs no window."""

    def __init__(self) -> None:
        self.problems: list[BaseException] = []

    def say_problem(self, error: BaseException, _retry: object) -> None:
        self.problems.append(error)

    def say_bug(self, error: BaseException) -> None:
        raise error


@pytest.fixture
def entries() -> LongList:
    return LongList(MANY)


@pytest.fixture
def model(jobs: Jobs, entries: LongList) -> EntryListModel:
    vault = SimpleNamespace(entries=entries, notices=[], changes=lambda **_: entries.changed)
    desk = Desk(cast("Any", vault), jobs, cast("Any", NoShell()))
    made = EntryListModel(desk, lambda row: f"Said: {row.title}")
    made.setParent(desk)
    desk.setParent(jobs)
    return made


def test_the_count_is_known_before_the_rows_are(
    model: EntryListModel, settle: Callable[[], None]
) -> None:
    model.show(EntryFilter(newest_first=True))
    settle()
    assert model.rowCount() == MANY
    assert model.row(0) == _row(0)
    assert model.index(0, 0).data(RowRole) == _row(0)
    assert model.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole)) == "Said: Entry 0"


def test_a_row_far_down_comes_with_its_block(
    model: EntryListModel, entries: LongList, settle: Callable[[], None]
) -> None:
    model.show(EntryFilter())
    settle()
    assert model.row(70_123) is None
    assert model.index(70_123, 0).data() is None
    settle()
    assert model.row(70_123) == _row(70_123)
    assert entries.asked == [(0, BLOCK_ROWS), (70_000, BLOCK_ROWS)]


def test_a_fast_scroll_leaves_behind_what_nobody_sees_any_more(
    model: EntryListModel, entries: LongList, settle: Callable[[], None]
) -> None:
    model.show(EntryFilter())
    settle()
    entries.may_answer.clear()  # the book is slower than the hand, however fast it is
    for at in range(1_000, 60_000, 1_000):
        model.row(at)
    entries.may_answer.set()
    settle()
    begun = [offset for offset, _limit in entries.asked]
    assert begun[0] == 0  # the first rows
    assert len(begun[1:-4]) <= 1  # the one block that was being read when the hand was past it
    assert begun[-4:] == [56_000, 57_000, 58_000, 59_000]  # what was on the way at the end
    assert model.row(59_000) == _row(59_000)


def test_only_some_blocks_are_held(model: EntryListModel, settle: Callable[[], None]) -> None:
    model.show(EntryFilter())
    settle()
    for block in range(60):
        model.row(block * BLOCK_ROWS)
        settle()
    assert len(model._blocks) <= 40


def test_the_first_row_of_a_day_is_told(model: EntryListModel, settle: Callable[[], None]) -> None:
    model.show(EntryFilter())
    settle()
    assert model.is_first_of_day(0)
    same = model.row(1)
    assert same is not None
    model._blocks[0][2] = same
    assert not model.is_first_of_day(2)


def test_an_entry_is_found_by_its_number(model: EntryListModel, settle: Callable[[], None]) -> None:
    places: list[int | None] = []
    model.show(EntryFilter())
    model.place_of(EntryId(MANY - 5), places.append)
    model.place_of(EntryId(MANY + 1), places.append)
    settle()
    assert places == [5, None]


def test_the_place_of_the_wanted_entry_and_its_rows_come_with_the_list(
    model: EntryListModel, entries: LongList, settle: Callable[[], None]
) -> None:
    places: list[int | None] = []
    wanted = EntryId(MANY - 70_123)
    model.loaded.connect(lambda _total: model.place_of(wanted, places.append))
    model.show(EntryFilter(), wanted)
    settle()
    assert places == [70_123]
    assert model.row(70_123) == _row(70_123)
    assert entries.asked == [(0, BLOCK_ROWS), (70_000, BLOCK_ROWS)]


def test_rows_that_nothing_changed_stay_and_are_not_read_again(
    model: EntryListModel, entries: LongList, settle: Callable[[], None], qtbot: QtBot
) -> None:
    model.show(EntryFilter())
    settle()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.stays):
        model.look_again(EntryFilter())
    assert entries.asked == [(0, BLOCK_ROWS)]


def test_after_a_change_of_the_book_the_rows_are_read_again(
    model: EntryListModel, entries: LongList, settle: Callable[[], None], qtbot: QtBot
) -> None:
    model.show(EntryFilter())
    settle()
    entries.changed, entries.total = 1, 7
    with qtbot.assertNotEmitted(model.stays), qtbot.waitSignal(model.loaded):
        model.look_again(EntryFilter())
    assert model.rowCount() == 7


def test_another_list_is_read_though_nothing_was_changed(
    model: EntryListModel, entries: LongList, settle: Callable[[], None], qtbot: QtBot
) -> None:
    model.show(EntryFilter())
    settle()
    with qtbot.waitSignal(model.loaded):
        model.look_again(EntryFilter(newest_first=True))
    assert model.shown == EntryFilter(newest_first=True)
    assert len(entries.asked) == 2


def test_a_list_that_is_on_its_way_is_not_taken_for_the_one_that_is_here(
    model: EntryListModel, settle: Callable[[], None], qtbot: QtBot
) -> None:
    model.show(EntryFilter())
    settle()
    model.show(EntryFilter(match="other"))
    with qtbot.assertNotEmitted(model.stays), qtbot.waitSignal(model.loaded):
        model.look_again(EntryFilter(match="other"))


def test_a_list_that_could_not_be_read_is_read_when_it_is_looked_at_again(
    model: EntryListModel, entries: LongList, settle: Callable[[], None], qtbot: QtBot
) -> None:
    model.show(EntryFilter())
    settle()
    count = entries.count

    def broken(_chosen: EntryFilter) -> int:
        raise DiskFailed("read")

    entries.count = broken  # type: ignore[method-assign] # a disk that fails once
    with qtbot.waitSignal(model.failed):
        model.show(EntryFilter(match="other"))
    settle()
    entries.count = count  # type: ignore[method-assign] # and works again
    with qtbot.waitSignal(model.loaded):
        model.look_again(EntryFilter(match="other"))


def test_reading_rows_anew_does_not_lose_a_list_on_its_way(
    model: EntryListModel, settle: Callable[[], None]
) -> None:
    model.show(EntryFilter())
    model.refresh()
    settle()
    assert model.rowCount() == MANY


def test_an_answer_for_a_filter_that_is_gone_is_passed_over(
    model: EntryListModel, settle: Callable[[], None]
) -> None:
    places: list[int | None] = []
    model.show(EntryFilter())
    model.row(5_000)
    model.place_of(EntryId(MANY), places.append)
    model.show(EntryFilter(match="other"))
    settle()
    assert places == []
    assert list(model._blocks) == [0]


def test_a_failure_is_told_and_the_old_rows_stay(
    model: EntryListModel, entries: LongList, settle: Callable[[], None], qtbot: QtBot
) -> None:
    model.show(EntryFilter())
    settle()

    def broken(_chosen: EntryFilter) -> int:
        raise DiskFailed("read")

    entries.count = broken  # type: ignore[method-assign] # a disk that fails from now on
    with qtbot.waitSignal(model.failed):
        model.show(EntryFilter())
    assert model.rowCount() == MANY


def test_a_hundred_thousand_rows_scroll_and_only_those_in_sight_are_read(
    model: EntryListModel, entries: LongList, settle: Callable[[], None], qtbot: QtBot
) -> None:
    view = EntryListView(model)
    qtbot.addWidget(view)
    view.resize(640, 700)
    view.show()
    model.show(EntryFilter())
    settle()
    view.choose(MANY - 1)
    settle()
    view.grab()
    settle()
    assert view.rowHeight(0) == view.rowHeight(MANY - 1)
    assert len(entries.asked) < 10
    assert model.row(MANY - 1) == _row(MANY - 1)
    assert view.first_visible() > MANY - 20
    before = view.rowHeight(0)
    look().use(scale=2.0)
    assert view.rowHeight(0) > before
