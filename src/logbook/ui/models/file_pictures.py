"""Small pictures of files, fetched for what is in sight and kept in bounded memory.

One fetch is under way at a time, for the few files that are wanted most: a fast scroll never waits
for what it has left behind. Decoding happens in the pool.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from logbook.domain.ids import EvidenceId
from logbook.errors import VaultError
from logbook.ui.widgets.tile_picture import Shape, draw_pictures

if TYPE_CHECKING:
    from logbook.errors import LogbookError
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

KEPT_MOST_BYTES = 16 << 20
_AT_ONCE = 12

Wanted = tuple[EvidenceId, Shape]
_Key = tuple[int, bool]  # the file, and whether it is blurred


class FilePictures(QObject):
    """Gives a picture that is here, and says `came` when one that was wanted is."""

    came = Signal(list)  # the numbers of files

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kept: OrderedDict[_Key, tuple[Shape, QImage]] = OrderedDict()
        self._kept_bytes = 0
        self._without: set[_Key] = set()  # there is no picture, or it cannot be drawn
        self._wanted: list[Wanted] = []
        self._under_way = False
        self._generation = 0  # what was under way when pictures were forgotten is not kept

    @property
    def kept_bytes(self) -> int:
        """How much memory the pictures take."""
        return self._kept_bytes

    def picture(self, evidence: EvidenceId, *, blurred: bool) -> QImage | None:
        """Return a picture that is here; it may be of another size until the right one came."""
        key = (int(evidence), blurred)
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[1]

    def want(self, wanted: Sequence[Wanted]) -> None:
        """Fetch these, the first ones first, in place of all that was wanted before."""
        self._wanted = [one for one in wanted if not self._has(one)]
        self._fetch()

    def forget(self, evidence: EvidenceId | None = None) -> None:
        """Let go of the pictures of a file, or of all."""
        self._generation += 1
        for key in [key for key in self._kept if evidence is None or key[0] == evidence]:
            _, picture = self._kept.pop(key)
            self._kept_bytes -= picture.sizeInBytes()
        self._without = {
            key for key in self._without if evidence is not None and key[0] != evidence
        }
        self._wanted = []

    def _has(self, wanted: Wanted) -> bool:
        evidence, shape = wanted
        key = (int(evidence), shape.blurred)
        found = self._kept.get(key)
        return key in self._without or (found is not None and found[0] == shape)

    def _fetch(self) -> None:
        if self._under_way or not self._wanted:
            return
        batch, self._wanted = self._wanted[:_AT_ONCE], self._wanted[_AT_ONCE:]
        self._under_way = True
        files = [one for one, _ in batch]
        draw = _Then(self._draw, (self._generation, batch))
        job = self._desk.on_vault(_read, files, then=draw, failed=self._give_up)
        job.stopped.connect(self._stopped)

    def _draw(self, asked: tuple[int, Sequence[Wanted]], found: Sequence[bytes | None]) -> None:
        generation, batch = asked
        work = [(int(one), data, shape) for (one, shape), data in zip(batch, found, strict=True)]
        take = _Then(self._take, generation)
        job = self._desk.in_pool(draw_pictures, work, then=take, failed=self._give_up)
        job.stopped.connect(self._stopped)

    def _take(self, generation: int, drawn: Sequence[tuple[int, Shape, QImage | None]]) -> None:
        self._under_way = False
        if generation != self._generation:
            self._fetch()
            return
        for number, shape, picture in drawn:
            key = (number, shape.blurred)
            before = self._kept.pop(key, None)
            self._kept_bytes -= before[1].sizeInBytes() if before else 0
            if picture is None:
                self._without.add(key)
                continue
            self._kept[key] = (shape, picture)
            self._kept_bytes += picture.sizeInBytes()
        while self._kept_bytes > KEPT_MOST_BYTES:
            _, (_, oldest) = self._kept.popitem(last=False)
            self._kept_bytes -= oldest.sizeInBytes()
        self.came.emit([number for number, _, _ in drawn])
        self._fetch()

    def _stopped(self) -> None:
        self._under_way = False

    def _give_up(self, _error: LogbookError) -> None:
        """A picture is no reason to say anything; the list itself will, where the book is gone."""
        self._under_way = False
        self._wanted = []


class _Then:
    """Hands a result on together with what it was asked for."""

    def __init__(self, take: Callable[[Any, Any], None], asked: object) -> None:
        self._take = take
        self._asked = asked

    def __call__(self, found: object) -> None:
        self._take(self._asked, found)


def _read(vault: Vault, files: Sequence[EvidenceId]) -> list[bytes | None]:
    return [_thumbnail(vault, one) for one in files]


def _thumbnail(vault: Vault, evidence: EvidenceId) -> bytes | None:
    """Return a small picture; one that is damaged or gone leaves the others alone."""
    try:
        return vault.evidence.thumbnail(evidence)
    except VaultError:
        return None
