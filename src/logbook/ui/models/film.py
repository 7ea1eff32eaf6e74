"""The files beside the one that is looked at, as rows of the film strip; pictures come late."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from logbook.domain.evidence import Evidence
from logbook.domain.ids import EvidenceId
from logbook.i18n import translate
from logbook.tasks import view_file
from logbook.tasks.view_file import StripRow
from logbook.ui.tips import plain_tip
from logbook.ui.viewer.tile import draw_tile
from logbook.ui.viewer.words import media_word
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
TileRole = int(Qt.ItemDataRole.UserRole) + 1

_BLOCK = 16
_TILES_KEPT = 160  # of some 60 kB each
_WAITING_MOST = 3


class Tile:
    """What a row shows: the file, once it is read, and its picture, once it is drawn."""

    __slots__ = ("evidence", "gone", "picture")

    def __init__(self, evidence: Evidence | None, picture: QImage | None) -> None:
        self.evidence = evidence
        self.picture = picture
        self.gone = evidence is None


class FilmModel(QAbstractListModel):
    """`TileRole` gives a `Tile`, or None while it is on the way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._files: list[EvidenceId] = []
        self.where = 0, 0  # of these files in a longer list: their beginning, its length
        self._places: dict[EvidenceId, int] = {}
        self._tiles: OrderedDict[int, Tile] = OrderedDict()
        self._asked: dict[int, None] = {}
        self._looked: set[EvidenceId] = set()
        self._blurs = False
        self._side_px = 76
        self._generation = 0

    def show(
        self,
        files: Sequence[EvidenceId],
        *,
        blurs: bool,
        side_px: int,
        where: tuple[int, int] | None = None,
    ) -> None:
        """Show other files; `blurs`: only those that were looked at can be made out.

        `where` says that they are a run out of a longer list: its beginning, and the list's length.
        """
        self.where = where or (0, len(files))
        if files == self._files and (blurs, side_px) == (self._blurs, self._side_px):
            return
        self.beginResetModel()
        self._files = list(files)
        self._places = {one: at for at, one in enumerate(self._files)}
        self._blurs, self._side_px = blurs, side_px
        self._forget()
        self.endResetModel()

    def clear(self) -> None:
        """Forget every file and picture."""
        self.beginResetModel()
        self._files, self._places = [], {}
        self._looked = set()
        self._forget()
        self.endResetModel()

    def look_at(self, evidence: EvidenceId) -> None:
        """Draw the picture of a file that the person looked at, unblurred from now on."""
        if self._blurs and evidence not in self._looked:
            self._looked.add(evidence)
            self.read_again(evidence)

    def read_again(self, evidence: EvidenceId) -> None:
        """Read one file again, after a change."""
        at = self._places.get(evidence)
        if at is not None:
            self._ask(at // _BLOCK)

    def is_blurred(self, tile: Tile) -> bool:
        """Tell whether a file is shown blurred."""
        kept = tile.evidence
        return self._blurs and kept is not None and kept.id not in self._looked

    @property
    def files(self) -> list[EvidenceId]:
        """The files in their order."""
        return self._files

    def place_of(self, evidence: EvidenceId) -> int | None:
        """Return the row of a file."""
        return self._places.get(evidence)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        tile = self._tile(index.row())
        if role == TileRole:
            return tile
        spoken = (
            int(Qt.ItemDataRole.AccessibleTextRole),
            int(Qt.ItemDataRole.DisplayRole),
            int(Qt.ItemDataRole.ToolTipRole),
        )
        if role in spoken and tile is not None:
            if role == spoken[0]:
                return self._sentence(index.row(), tile)
            name = tile.evidence.name if tile.evidence is not None else None
            return plain_tip(name) if name and role == spoken[2] else name
        return None

    def _sentence(self, row: int, tile: Tile) -> str:
        place = translate(
            "Viewer",
            "{number} of {count}",
            number=locale().toString(self.where[0] + row + 1),
            count=locale().toString(self.where[1]),
        )
        if tile.evidence is None:
            return translate("Viewer", "A file that is gone, {place}", place=place)
        return translate(
            "Viewer",
            "{kind}, {name}, {place}",
            kind=media_word(tile.evidence.media_class),
            name=tile.evidence.name,
            place=place,
        )

    def _tile(self, row: int) -> Tile | None:
        tile = self._tiles.get(row)
        if tile is None:
            self._ask(row // _BLOCK)
            return None
        self._tiles.move_to_end(row)
        return tile

    def _ask(self, block: int) -> None:
        if block in self._asked or len(self._asked) >= _WAITING_MOST:
            return  # what is drawn again asks again
        self._asked[block] = None
        first = block * _BLOCK
        generation = self._generation
        self._desk.on_vault(
            view_file.read_strip,
            [int(one) for one in self._files[first : first + _BLOCK]],
            then=lambda rows: self._draw(generation, block, rows),
            failed=lambda _error: self._asked.pop(block, None),
        )

    def _draw(self, generation: int, block: int, rows: list[StripRow]) -> None:
        if generation != self._generation:
            return
        blurred = [self.is_blurred(Tile(row.evidence, None)) for row in rows]
        self._desk.in_pool(
            _draw_tiles,
            rows,
            blurred,
            self._side_px,
            then=lambda tiles: self._take(generation, block, tiles),
        )

    def _take(self, generation: int, block: int, tiles: list[Tile]) -> None:
        if generation != self._generation:
            return
        self._asked.pop(block, None)
        first = block * _BLOCK
        for at, tile in enumerate(tiles):
            self._tiles[first + at] = tile
        while len(self._tiles) > _TILES_KEPT:
            self._tiles.popitem(last=False)
        self.dataChanged.emit(self.index(first, 0), self.index(first + len(tiles) - 1, 0))

    def _forget(self) -> None:
        self._generation += 1
        self._tiles.clear()
        self._asked.clear()


def _draw_tiles(rows: list[StripRow], blurred: list[bool], side_px: int) -> list[Tile]:
    """Draw the pictures beside the GUI thread."""
    return [
        Tile(
            row.evidence,
            draw_tile(row.thumbnail, side_px, blurred=dim) if row.thumbnail else None,
        )
        for row, dim in zip(rows, blurred, strict=True)
    ]
