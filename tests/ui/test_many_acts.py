"""What is done to very many goes on in the background, can be stopped, and is one step of Undo."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from logbook.domain.progress import SILENT, Progress
from logbook.errors import DiskFull
from logbook.tasks.in_portions import Outcome, in_portions
from logbook.ui.book_view import BookView
from logbook.ui.many_acts import Act, ManyActs

MANY = list(range(100))


class Lamps:
    """A hundred lamps that are switched some at a time, as far as the test lets them."""

    def __init__(self) -> None:
        self.lit: list[int] = []
        self.begun = threading.Event()  # the first portion is over
        self.goes_on = threading.Event()
        self.goes_on.set()
        self.fails_at: int | None = None

    def light(self, _vault: object, items: list[int], progress: Progress = SILENT) -> Outcome[int]:
        def lit(some: Sequence[int]) -> list[int]:
            self._wait()
            if self.fails_at is not None and self.fails_at in some:
                raise DiskFull("no room")
            new = [one for one in some if one not in self.lit]
            self.lit += new
            self.begun.set()
            return new

        return in_portions(items, lit, progress, "Lighting lamps", most=20)

    def darken(self, _vault: object, items: list[int], progress: Progress = SILENT) -> Outcome[int]:
        def dark(some: Sequence[int]) -> list[int]:
            self._wait()
            self.lit = [one for one in self.lit if one not in some]
            self.begun.set()
            return list(some)

        return in_portions(items, dark, progress, "Darkening lamps", most=20)

    def _wait(self) -> None:
        if self.begun.is_set():
            assert self.goes_on.wait(60), "the test never let it go on"


@pytest.fixture
def lamps() -> Lamps:
    return Lamps()


@pytest.fixture
def act(lamps: Lamps) -> Act:
    return Act(lamps.light, lamps.darken, lambda count: f"{count} lamps lit", "lamps", moves=True)


@pytest.fixture
def acts(book_view: BookView) -> ManyActs:
    return ManyActs(book_view.desk)


@pytest.fixture
def rest(book_view: BookView, at_rest: Callable[[BookView], None]) -> Callable[[], None]:
    return lambda: at_rest(book_view)


def _said(book_view: BookView) -> str:
    return book_view._toast.accessibleName()


def _stop_in_the_middle(book_view: BookView, lamps: Lamps, begin: Callable[[], object]) -> None:
    """Begin, press Stop after the first portion, and let the second one be the last."""
    lamps.begun.clear()
    lamps.goes_on.clear()
    begin()
    assert lamps.begun.wait(60)
    stop = book_view.work.findChild(QPushButton)
    assert stop is not None
    stop.click()
    lamps.goes_on.set()


def test_many_are_one_step_that_is_taken_back_and_done_again(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, rest: Callable[[], None]
) -> None:
    lamps.lit = [7]  # no change of this act, so its undoing leaves it
    acts.start(act, MANY)
    rest()
    assert (len(lamps.lit), _said(book_view)) == (100, "99 lamps lit")
    assert book_view.undo_toast()
    rest()
    assert (lamps.lit, _said(book_view)) == ([7], "Undone: 99 lamps lit")
    assert book_view.redo()
    rest()
    assert (len(lamps.lit), _said(book_view)) == (100, "Done again: 99 lamps lit")
    assert book_view.desk.steps.next_undo == "99 lamps lit"


def test_a_stop_tells_how_many_were_done_and_undo_takes_those_back(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, rest: Callable[[], None]
) -> None:
    _stop_in_the_middle(book_view, lamps, lambda: acts.start(act, MANY))
    rest()
    assert 0 < len(lamps.lit) < 100
    words = f"{len(lamps.lit)} lamps lit"
    assert _said(book_view) == f"Stopped. {words}"
    assert book_view.desk.steps.next_undo == words
    assert book_view.undo_toast()
    rest()
    assert lamps.lit == []
    assert _said(book_view) == f"Undone: {words}"


def test_an_undo_that_is_stopped_can_be_gone_on_with_and_done_again(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, rest: Callable[[], None]
) -> None:
    acts.start(act, MANY)
    rest()
    _stop_in_the_middle(book_view, lamps, book_view.undo_toast)
    rest()
    left = len(lamps.lit)
    steps = book_view.desk.steps
    assert 0 < left < 100
    assert (steps.next_undo, steps.next_redo) == (f"{left} lamps lit", f"{100 - left} lamps lit")
    assert book_view.desk.undo()
    rest()
    assert lamps.lit == []
    for _ in range(2):
        assert book_view.redo()
        rest()
    assert sorted(lamps.lit) == MANY
    assert not steps.next_redo


def test_a_redo_that_is_stopped_can_be_gone_on_with(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, rest: Callable[[], None]
) -> None:
    acts.start(act, MANY)
    rest()
    book_view.undo_toast()
    rest()
    _stop_in_the_middle(book_view, lamps, book_view.redo)
    rest()
    lit = len(lamps.lit)
    assert 0 < lit < 100
    assert book_view.redo()
    rest()
    assert sorted(lamps.lit) == MANY
    assert book_view.desk.undo()
    rest()
    assert len(lamps.lit) == lit


def test_undo_and_redo_in_haste_come_one_after_the_other(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, rest: Callable[[], None]
) -> None:
    acts.start(act, MANY)
    rest()
    for press in (book_view.undo_toast, book_view.redo, book_view.desk.undo):
        assert press()
    rest()
    assert lamps.lit == []
    assert book_view.desk.steps.next_redo == "100 lamps lit"


def test_a_failure_in_the_middle_is_said_and_what_was_done_can_be_taken_back(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, rest: Callable[[], None]
) -> None:
    lamps.fails_at = 60
    acts.start(act, MANY)
    rest()
    assert 0 < len(lamps.lit) <= 60
    assert book_view._problem.isVisible()
    assert book_view.desk.undo()
    rest()
    assert lamps.lit == []


def test_a_failure_before_anything_was_done_leaves_no_step(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, rest: Callable[[], None]
) -> None:
    lamps.fails_at = 0
    acts.start(act, MANY)
    rest()
    assert book_view._problem.isVisible()
    assert not book_view.desk.steps.next_undo


def test_an_undo_that_fails_at_once_stays_to_be_taken_back(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, rest: Callable[[], None]
) -> None:
    broken = act._replace(undo=lambda _vault, _items: _refuse())
    acts.start(broken, MANY)
    rest()
    assert book_view.undo_toast()
    rest()
    steps = book_view.desk.steps
    assert (steps.next_undo, steps.next_redo) == ("100 lamps lit", "")
    assert len(lamps.lit) == 100


def test_a_few_that_are_asked_for_later_do_not_overtake_many(
    acts: ManyActs, act: Act, lamps: Lamps, rest: Callable[[], None]
) -> None:
    lamps.goes_on.clear()
    acts.start(act, MANY)
    assert lamps.begun.wait(60)
    acts.start(act, [500])
    lamps.goes_on.set()
    rest()
    assert lamps.lit == [*MANY, 500]


def test_other_work_runs_between_the_portions(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, rest: Callable[[], None]
) -> None:
    lamps.goes_on.clear()
    acts.start(act, MANY)
    assert lamps.begun.wait(60)
    lit: list[int] = []
    book_view.desk.on_vault(lambda _vault: len(lamps.lit), then=lit.append)
    lamps.goes_on.set()
    rest()
    assert lit[0] < 100


def test_the_row_at_the_foot_comes_after_a_moment_and_goes_with_its_focus(
    acts: ManyActs, act: Act, lamps: Lamps, book_view: BookView, qtbot: QtBot, rest: Any
) -> None:
    book_view.show_page("timeline", {})
    book_view.activateWindow()
    rest()
    lamps.goes_on.clear()
    acts.start(act, MANY)
    assert not book_view.work.isVisible()
    qtbot.waitUntil(book_view.work.isVisible)
    qtbot.waitUntil(lambda: "of 100" in book_view.work.row.count_text())
    stop = book_view.work.findChild(QPushButton)
    assert stop is not None
    stop.setFocus()
    book_view.show_page("evidence", {})  # it stays from page to page
    assert book_view.work.isVisible()
    stop.setFocus()
    QTest.keyClick(stop, " ")
    lamps.goes_on.set()
    rest()
    assert not book_view.work.isVisible()
    assert _said(book_view).startswith("Stopped. ")
    here = book_view.window().focusWidget()
    assert here is not None
    assert not book_view.work.isAncestorOf(here)


def _refuse() -> Outcome[int]:
    raise DiskFull("no room")
