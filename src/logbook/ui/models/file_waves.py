"""Wave forms of the sounds in sight: from the book, or measured one after the other."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.ids import EvidenceId
from logbook.tasks import draw_sound

if TYPE_CHECKING:
    from logbook.errors import LogbookError
    from logbook.tasks.draw_sound import OpenedSound
    from logbook.ui.desk import Desk

_KEPT = 2_000  # of 400 bytes


class FileWaves(QObject):
    """Gives a wave form that is here, and says `came` when one that was wanted is."""

    came = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kept: OrderedDict[EvidenceId, bytes] = OrderedDict()
        self._wanted: list[EvidenceId] = []
        self._asked_book: set[EvidenceId] = set()  # the book does not remember these
        self._under_way = False

    def wave(self, evidence: EvidenceId) -> bytes:
        """Return how loud a sound is along its length, from 0 to 255; empty until it is known."""
        return self._kept.get(evidence, b"")

    def want(self, wanted: Sequence[EvidenceId]) -> None:
        """Fetch these, in place of all that was wanted before."""
        self._wanted = [one for one in wanted if one not in self._kept]
        self._fetch()

    def _fetch(self) -> None:
        if self._under_way or not self._wanted:
            return
        self._under_way = True
        unasked = [one for one in self._wanted if one not in self._asked_book]
        if unasked:
            read = partial(self._take_kept, unasked)
            job = self._desk.on_vault(
                draw_sound.kept_waves, unasked, then=read, failed=self._give_up
            )
        else:
            measure = partial(self._measure, self._wanted[0])
            job = self._desk.on_vault(
                draw_sound.open_sound, self._wanted[0], then=measure, failed=self._give_up
            )
        job.stopped.connect(self._stopped)

    def _take_kept(self, asked: Sequence[EvidenceId], found: Mapping[EvidenceId, bytes]) -> None:
        self._asked_book.update(asked)
        for one, peaks in found.items():
            self._keep(one, peaks)
        self._go_on()

    def _measure(self, evidence: EvidenceId, opened: OpenedSound | None) -> None:
        if opened is None:
            self._measured(evidence, None)
            return
        job = self._desk.in_pool(
            draw_sound.measure_sound,
            opened,
            then=partial(self._measured, evidence),
            failed=self._give_up,
        )
        job.stopped.connect(opened.file.close)
        job.stopped.connect(self._stopped)

    def _measured(self, evidence: EvidenceId, peaks: bytes | None) -> None:
        self._keep(evidence, peaks or b"")
        if peaks is not None:
            self._desk.on_vault(draw_sound.keep_wave, evidence, peaks, failed=_say_nothing)
        self._go_on()

    def _keep(self, evidence: EvidenceId, peaks: bytes) -> None:
        self._kept[evidence] = peaks
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def _go_on(self) -> None:
        self._under_way = False
        self._wanted = [one for one in self._wanted if one not in self._kept]
        self.came.emit()
        self._fetch()

    def _stopped(self) -> None:
        self._under_way = False

    def _give_up(self, _error: LogbookError) -> None:
        """A drawing is no reason to say anything: the sound itself is as it was."""
        self._under_way = False
        self._wanted = []


def _say_nothing(_error: LogbookError) -> None:
    """The wave form is measured again the next time."""
