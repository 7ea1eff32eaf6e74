"""How a long task says how far it is, and how it learns that it shall stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told often by every long task; raises `Cancelled` when the person pressed Stop."""

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Report `done` of `total` (0: not known) in the unit of the task, and what it does now."""

    def give_way(self) -> None:
        """Let short work that waits for the same thread run; called between transactions only."""


class Silent:
    """A progress that nobody watches and that never cancels."""

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Do nothing."""

    def give_way(self) -> None:
        """Do nothing."""


SILENT = Silent()
