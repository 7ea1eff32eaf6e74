"""What changed in a text: taken out is struck through after a minus, added underlined after a plus.

Signs and lines say it as well as the colours do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.domain.difference import Change, Piece
from logbook.i18n import translate
from logbook.ui.style import color, font, look, set_role

_ROLE = "body"
_SIGNS = {Change.SAME: "", Change.ADDED: "+", Change.REMOVED: "\N{MINUS SIGN}"}
_CONTEXT_CHARS = 160  # of a long stretch that is the same, on each side of a change
_SPOKEN_CHARS = 600
_SHOWN_CHARS = 20_000


class DifferenceText(QWidget):
    """Plain text in runs; `named` parts are set apart as a list of names."""

    def __init__(
        self, pieces: Sequence[Piece], *, shortened: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pieces = tuple(_shortened(pieces) if shortened else _bounded(pieces))
        self._heights: dict[int, int] = {}
        set_role(self, _ROLE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(said(self.pieces))
        look().changed.connect(self._measure_again)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, look().line_px(_ROLE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._lay_out(width, None)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(color("text"))
        self._lay_out(self.width(), painter)

    def _lay_out(self, width: int, painter: QPainter | None) -> int:
        line_px, top = look().line_px(_ROLE), 0
        option = QTextOption()
        # As the words go: a sign before English words would jump behind them in a mirrored window.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for words, ranges in _paragraphs(self.pieces):
            layout = QTextLayout(words or " ", font(_ROLE))
            layout.setTextOption(option)
            layout.setFormats(ranges)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                line.setPosition(QPointF(0, top + (line_px - line.height()) / 2))
                top += max(line_px, int(line.height()))
            layout.endLayout()
            if painter is not None:
                layout.draw(painter, QPointF(0, 0))
        return max(top, line_px)

    def _measure_again(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()


def said(pieces: Sequence[Piece]) -> str:
    """Return a change in words, for screen readers."""
    gone = " ".join(one.text.strip() for one in pieces if one.change is Change.REMOVED)
    new = " ".join(one.text.strip() for one in pieces if one.change is Change.ADDED)
    parts = []
    if gone.strip():
        parts.append(translate("History", "Taken out: {words}", words=gone[:_SPOKEN_CHARS]))
    if new.strip():
        parts.append(translate("History", "Added: {words}", words=new[:_SPOKEN_CHARS]))
    if parts:
        return ". ".join(parts)
    return "".join(one.text for one in pieces)[:_SPOKEN_CHARS]


def _shortened(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out the middle of long stretches that stayed the same."""
    if all(piece.change is Change.SAME for piece in pieces):
        return list(_bounded(pieces))
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        text = piece.text
        if piece.change is Change.SAME and len(text) > 2 * _CONTEXT_CHARS + 40:
            head = "" if at == 0 else text[:_CONTEXT_CHARS].rstrip()
            tail = "" if at == len(pieces) - 1 else text[-_CONTEXT_CHARS:].lstrip()
            text = f"{head} … {tail}".strip() if head and tail else f"{head}…{tail}"
            text = (" " if at and not head else "") + text
        found.append(Piece(piece.change, text))
    return list(_bounded(found))


def _bounded(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Leave out the end of what is as long as a book: laying it out would hold the window up."""
    room = _SHOWN_CHARS
    for piece in pieces:
        if room > 0:
            cut = "…" if len(piece.text) > room else ""
            yield Piece(piece.change, piece.text[:room] + cut)
        room -= len(piece.text)


def _paragraphs(
    pieces: Sequence[Piece],
) -> list[tuple[str, list[QTextLayout.FormatRange]]]:
    """Return the lines of the text, each with the dress of its runs."""
    found: list[tuple[str, list[QTextLayout.FormatRange]]] = [("", [])]
    for piece in pieces:
        for at, part in enumerate(piece.text.split("\n")):
            if at:
                found.append(("", []))
            if part:
                words, ranges = found[-1]
                words += part[: len(part) - len(part.lstrip())]  # the sign stands before a word
                bare, tail = part.strip(), part[len(part.rstrip()) :] if part.strip() else ""
                run = f"{_SIGNS[piece.change]}{bare}" if bare else ""
                if piece.change is not Change.SAME and bare:
                    if ranges and ranges[-1].start + ranges[-1].length == _units(words):
                        words += " "  # what was taken out and what is there now are two things
                    ranges.append(_range(_units(words), _units(run), piece.change))
                found[-1] = (words + run + tail, ranges)
    return found


def _units(text: str) -> int:
    """Return how long Qt counts a text: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _range(start: int, length: int, change: Change) -> QTextLayout.FormatRange:
    dress = QTextCharFormat()
    added = change is Change.ADDED
    dress.setBackground(color("success-soft" if added else "danger-soft"))
    dress.setForeground(color("on-success-soft" if added else "on-danger-soft"))
    dress.setFontUnderline(added)
    dress.setFontStrikeOut(not added)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, dress
    return found
