"""Changes of one thing or very many: in order, shown on their way, taken back as far as they came.

A task of a change takes `(vault, items, progress)` and returns an `Outcome`, whose `done` is what
the opposite task takes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks.in_portions import Outcome
from logbook.ui.undo import Step

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

FEW = 50  # more may take a while, and are shown on their way
_LIST_AGAIN_S = 3.0

Items = Sequence[Any]
Task = Callable[..., Outcome[Any]]


class Act(NamedTuple):
    """Something that can be done to things of one kind."""

    do: Task
    undo: Task | None  # None: nothing brings them back
    said: Callable[[int], str]  # tells of how many it was done to
    changes: str  # as in `Desk.changed`
    moves: bool = False  # they leave the list that shows them, or come into it


class ManyActs(QObject):
    """Carries acts out; each that did something is one step of Undo and Redo."""

    comes_back = Signal(list)  # items that move back to where they were
    rows_stay = Signal()  # what changes next moves no row

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._long = 0  # how many long acts wait or run
        self._listed_at_s = 0.0

    def start(self, act: Act, items: Items, first: Task | None = None) -> None:
        """Do something to items; `first` stands in for a task that makes its items by itself."""
        self.run(act, first or act.do, items, partial(self._ended, act))

    def run(
        self, act: Act, task: Task, items: Items, then: Callable[[Outcome[Any]], object]
    ) -> None:
        """Run a task of an act, and hand on how far it came, whatever ended it."""
        # A short act would overtake a long one that gives way, though it was asked for later.
        long = len(items) > FEW or self._long > 0
        job = self.desk.on_vault(
            task,
            list(items),
            then=then,
            failed=_Unreached(self, then, len(items)),
            long=long,
        )
        job.stopped.connect(_Unreached(self, then, len(items)))
        if not long:
            return
        self._long += 1
        self._listed_at_s = time.monotonic()
        job.ended.connect(self._long_ended)
        self.desk.follow(job)
        if act.moves:
            job.progressed.connect(partial(self._list_again, act))

    def tell(
        self, act: Act, outcome: Outcome[Any], words: str, say: Callable[[str], object]
    ) -> None:
        """Say how far an act came, and let the pages know."""
        if outcome.problem is not None:
            self.desk.say_problem(outcome.problem)
        stopped = not outcome.finished and outcome.problem is None
        if outcome.done:
            say(translate("Undo", "Stopped. {what}", what=words) if stopped else words)
        elif stopped:
            self.desk.toast(translate("Undo", "Stopped. Nothing was changed."))
        if outcome.done and not act.moves:
            self.rows_stay.emit()
        self.desk.changed.emit(act.changes)

    def _ended(self, act: Act, outcome: Outcome[Any]) -> None:
        say = self.desk.toast
        if outcome.done and act.undo is not None:
            self.desk.steps.add(_Made(self, act, outcome.done, []).step)
            say = partial(say, undo=self.desk.undo)
        self.tell(act, outcome, act.said(len(outcome.done)), say)

    def _long_ended(self) -> None:
        self._long -= 1

    def _list_again(self, act: Act, *_report: object) -> None:
        """Let the lists follow now and then: what left them cannot be shown any more."""
        now_s = time.monotonic()
        if now_s - self._listed_at_s >= _LIST_AGAIN_S:
            self._listed_at_s = now_s
            self.desk.changed.emit(act.changes)


class _Made:
    """What an act did: `back` is taken back by Undo, `again` is done again by Redo."""

    def __init__(self, acts: ManyActs, act: Act, back: Items, again: Items) -> None:
        self._acts = acts
        self._act = act
        self._back = back
        self._again = again
        self._runs = False
        self._next: list[Callable[[], None]] = []  # asked for while it runs
        words = act.said(len(back) or len(again))
        self.step = Step(words, self._undo, self._redo, says_itself=True)

    def _undo(self) -> None:
        self._in_turn(partial(self._go, undoes=True))

    def _redo(self) -> None:
        self._in_turn(partial(self._go, undoes=False))

    def _in_turn(self, go: Callable[[], None]) -> None:
        if self._runs:
            self._next.append(go)
        else:
            go()

    def _go(self, *, undoes: bool) -> None:
        items = self._back if undoes else self._again
        task = self._act.undo if undoes else self._act.do
        if not items or task is None:
            return
        if undoes and self._act.moves:
            self._acts.comes_back.emit(list(items))
        self._runs = True
        self._acts.run(self._act, task, items, partial(self._went, items, undoes=undoes))

    def _went(self, items: Items, outcome: Outcome[Any], *, undoes: bool) -> None:
        self._runs = False
        rest = items[outcome.reached :]
        self._back, self._again = ([], outcome.done) if undoes else (outcome.done, [])
        if rest:
            self._split(rest, undoes=undoes)
        self._say(outcome, undoes=undoes)
        if self._next:
            self._next.pop(0)()

    def _split(self, rest: Items, *, undoes: bool) -> None:
        """Let what was not reached be a step of its own, that can be gone on with."""
        back, again = (rest, []) if undoes else ([], rest)
        left = _Made(self._acts, self._act, back, again).step
        said = self._act.said(len(self._back) or len(self._again))
        did = self.step._replace(words=said) if self._back or self._again else None
        self._acts.desk.steps.split(self.step, did, left, undone=undoes)
        self.step = did or self.step

    def _say(self, outcome: Outcome[Any], *, undoes: bool) -> None:
        what, desk = self._act.said(len(outcome.done)), self._acts.desk
        if undoes:
            words = translate("Undo", "Undone: {what}", what=what)
            self._acts.tell(self._act, outcome, words, desk.say_undone)
        else:
            words = translate("Undo", "Done again: {what}", what=what)
            self._acts.tell(self._act, outcome, words, partial(desk.toast, undo=desk.undo))


class _Unreached:
    """Stands in for the outcome of a task that ended before it changed anything."""

    def __init__(self, acts: ManyActs, then: Callable[[Outcome[Any]], object], asked: int) -> None:
        self._acts = acts
        self._then = then
        self._asked = asked

    def __call__(self, problem: LogbookError | None = None) -> None:
        if isValid(self._acts):
            self._then(Outcome([], 0, self._asked, problem))
