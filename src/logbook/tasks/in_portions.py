"""Change very many things some at a time, so that other work gets in between and a Stop is soon."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from logbook.domain.progress import Progress
from logbook.errors import Cancelled, LogbookError

if TYPE_CHECKING:
    from logbook.vault.vault import Vault

Item = TypeVar("Item")
Back = TypeVar("Back")

_PORTION_S = 0.1  # a page that is turned waits no longer for its rows
_FIRST, _LEAST, _MOST = 16, 8, 4_000


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Back]):
    """How far a change of many came; what it did stays done."""

    done: list[Back]  # those that changed, as the opposite of the change takes them
    reached: int  # how many of those asked for were looked at, from the first on
    asked: int
    problem: LogbookError | None = None  # what ended it

    @property
    def finished(self) -> bool:
        """True when none is left; else it was stopped, or met a problem."""
        return self.reached == self.asked


def in_portions(
    items: Sequence[Item],
    change: Callable[[Sequence[Item]], list[Back]],
    progress: Progress,
    doing: str,
    *,
    most: int = _MOST,
) -> Outcome[Back]:
    """Change many, about a tenth of a second at a time; between the parts other work may run.

    `change` takes some of them, at most `most`, in a save of its own, and leaves out those that
    went away meanwhile. A Stop or a failure ends the work where it is, and raises only when
    nothing was done yet.
    """
    done: list[Back] = []
    reached, size = 0, min(_FIRST, most)
    problem = None
    try:
        while reached < len(items):
            progress(reached, len(items), doing)
            portion = items[reached : reached + size]
            began = time.monotonic()
            done += change(portion)
            reached += len(portion)
            size = min(_next_size(size, time.monotonic() - began), most)
            progress.give_way()
    except Cancelled:
        if not reached:
            raise
    except LogbookError as error:
        if not reached:
            raise
        problem = error
    return Outcome(done, reached, len(items), problem)


def each_there(
    vault: Vault,
    there: Callable[[Sequence[Item]], list[Item]],
    act: Callable[[Item], object],
) -> Callable[[Sequence[Item]], list[Item]]:
    """Return a change for `in_portions`: act on each of those that are `there`, in one save."""

    def changed(some: Sequence[Item]) -> list[Item]:
        found = there(some)
        with vault.saving():
            for one in found:
                act(one)
        return found

    return changed


def _next_size(size: int, spent_s: float) -> int:
    """Return how many the next part shall hold, after one that took so long."""
    if spent_s * 2 < _PORTION_S:
        return min(size * 2, _MOST)
    return max(size // 2, _LEAST) if spent_s > _PORTION_S * 2 else size
