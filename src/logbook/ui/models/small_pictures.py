"""Small pictures of files for lists: asked for while drawing, decoded beside it, bounded."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from logbook.domain.ids import EvidenceId
from logbook.errors import NoSuchItem
from logbook.ui.later import Later

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

_KEPT = 300
_AT_ONCE = 24


class SmallPictures(QObject):
    """Gives pictures that are here, and says when others came.

    They were made by the program itself when the files were brought in.
    """

    came = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pictures: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._wanted: list[int] = []
        self._busy = False
        self._later = Later(self, 0, self._read)

    def of(self, evidence: int) -> QPixmap | None:
        """Return the small picture of a file; None where it has none, or has not come yet."""
        if evidence in self._pictures:
            self._pictures.move_to_end(evidence)
            return self._pictures[evidence]
        if evidence not in self._wanted:
            self._wanted.append(evidence)
            self._later.start()
        return None

    def forget(self) -> None:
        """Hold nothing."""
        self._pictures.clear()
        self._wanted.clear()

    def _read(self) -> None:
        if self._busy or not self._wanted:
            return
        some, self._wanted = self._wanted[-_AT_ONCE:], []  # those wanted last are in sight
        self._busy = True
        job = self._desk.on_vault(_read_pictures, some, then=self._decode)
        job.stopped.connect(self._not_busy)
        job.failed.connect(self._not_busy)

    def _decode(self, found: dict[int, bytes | None]) -> None:
        job = self._desk.in_pool(_decode, found, then=self._take)
        job.stopped.connect(self._not_busy)

    def _take(self, found: dict[int, QImage | None]) -> None:
        for evidence, image in found.items():
            picture = None if image is None or image.isNull() else QPixmap.fromImage(image)
            self._pictures[evidence] = picture
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self._not_busy()
        self.came.emit()

    def _not_busy(self, _error: object = None) -> None:
        self._busy = False
        if self._wanted:
            self._later.start()


def _read_pictures(vault: Vault, wanted: list[int]) -> dict[int, bytes | None]:
    found: dict[int, bytes | None] = {}
    for one in wanted:
        try:
            found[one] = vault.evidence.thumbnail(EvidenceId(one))
        except NoSuchItem:
            found[one] = None
    return found


def _decode(found: dict[int, bytes | None]) -> dict[int, QImage | None]:
    return {one: QImage.fromData(data) if data else None for one, data in found.items()}
