"""Put entries of a book into the bin and back, and erase some: bin_entries.py BOOK [STEP:COUNT ...]

The book is one that `books.py` made, such as a copy of that of `run.py window`: it is changed.
Steps are `bin`, `back` and `erase`, of the first COUNT entries of the list of this start.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from books import open_book

from logbook.domain.selection import EntryFilter
from logbook.tasks.change_entries import erase_entries, move_to_bin, put_back

STEPS = {"bin": move_to_bin, "back": put_back, "erase": erase_entries}
USUAL = (
    *("bin:1000", "back:1000", "bin:10000", "back:10000"),
    *("bin:100000", "erase:3000", "back:100000"),
)


class Watch:
    """Notes how long other work waited at most."""

    def __init__(self) -> None:
        self._since_s = time.perf_counter()
        self.longest_s = 0.0

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Take a report; nobody stops here."""

    def give_way(self) -> None:
        """Measure since the last time."""
        now_s = time.perf_counter()
        self.longest_s = max(self.longest_s, now_s - self._since_s)
        self._since_s = now_s


def main(folder: Path, steps: tuple[str, ...]) -> None:
    """Carry the steps out and print a line for each."""
    vault = open_book(folder)
    entries = vault.entries.ids(EntryFilter(), 0, 1 << 30)
    for step in steps:
        name, count = step.split(":")
        some = entries[: int(count)]
        watch = Watch()
        began_s = time.process_time()
        done = len(STEPS[name](vault, some, watch).done)
        spent_s = time.process_time() - began_s
        each = f"{1000 * spent_s / max(done, 1):.2f} ms each"
        print(f"{name} {done}: {spent_s:.1f} s, {each}, longest wait {watch.longest_s:.2f} s")
        sys.stdout.flush()
    os._exit(0)  # closing a large book is no part of it


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]) or USUAL)
