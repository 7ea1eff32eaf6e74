"""The place where files are dropped; always with a button, since a drag is never the only way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, look, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import Button, Size
from logbook.ui.widgets.text import Text

_MOST_FILES = 500


def files_in(data: QMimeData) -> list[Path]:
    """Return the local files of a drop or of the clipboard; links to elsewhere are not files."""
    if not data.hasUrls():
        return []
    local = [url.toLocalFile() for url in data.urls()[:_MOST_FILES] if url.isLocalFile()]
    return [Path(path) for path in local if path]


class DropZone(QWidget):
    """A dashed field with a button; `dropped` brings the files, `pressed` asks for some."""

    dropped = Signal(list)
    pressed = Signal()

    def __init__(
        self,
        title: str,
        line: str,
        button: str,
        *,
        icon: str = "paperclip",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._words = title
        self._over = 0
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = Text(title, "button")
        self._line = Text(line, "caption", "text-3", wrap=True)
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(button, size=Size.SMALL)
        self.button.clicked.connect(self.pressed)
        kept = self.button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing moves while files are held over it
        self.button.setSizePolicy(kept)
        column = QVBoxLayout(self)
        spaced(column, margins=(20, 14, 20, 14), gap=6)
        column.addStretch(1)
        head = QHBoxLayout()
        spaced(head, margins=(27, 0, 0, 0))
        head.addStretch(1)
        head.addWidget(self._title)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        fill = color("accent-soft") if self._over else None
        draw_dashed(painter, QRectF(self.rect()), "accent" if self._over else "field-line", fill)
        side = px(18)
        left = self._title.geometry().left() - side - px(9)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self._title.geometry().right() + px(9)
        middle = self._title.geometry().center().y()
        icon, ink = ("download-simple", "on-accent-soft") if self._over else (self._icon, "text-2")
        paint.glyph(painter, icon, left, middle, side, color(ink))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._hold(len(files_in(event.mimeData())))
        if self._over:
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._hold(0)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hold(0)
        event.acceptProposedAction()
        self.dropped.emit(files_in(event.mimeData()))

    def _hold(self, files: int) -> None:
        """Say what letting go of so many files does."""
        self._over = files
        self._title.setText(_let_go(files) if files else self._words)
        self._title.set_colour("on-accent-soft" if files else "text")
        self._line.set_colour("text-2" if files else "text-3")
        self.button.setVisible(not files)
        self.update()


class DropCover(QWidget):
    """Covers the page while files are dragged over the window, and says what letting go does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._files = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, files: int) -> None:
        """Lie over the parent and say how many files would come in."""
        parent = self.parentWidget()
        if parent is None:
            return
        self._files = files
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.fillRect(self.rect(), paint.faint("canvas", 0.59))
        size = QSize(px(420), px(100)).boundedTo(self.size() - QSize(px(32), px(32)))
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        draw_dashed(painter, box, "accent", color("accent-soft"))
        title = _let_go(self._files)
        painter.setPen(color("on-accent-soft"))
        painter.setFont(look().font("strong"))
        upper = QRectF(box.x(), box.y() + px(24), box.width(), look().line_px("strong"))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.drawText(upper, centre, title)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(title)
        side = px(18)
        left = box.center().x() - wide / 2 - side - px(10)
        paint.glyph(
            painter, "download-simple", left, upper.center().y(), side, color("on-accent-soft")
        )
        painter.setPen(color("text-2"))
        painter.setFont(look().font("caption"))
        painter.drawText(
            upper.translated(0, px(26)),
            centre,
            translate("DropZone", "The originals are copied in and kept unchanged"),
        )


def _let_go(files: int) -> str:
    return translate("DropZone", "Let go to add %n file|Let go to add %n files", "", files)


def draw_dashed(painter: QPainter, where: QRectF, edge: str, fill: QColor | None = None) -> None:
    """Draw the dashed edge of a place for files."""
    pen = QPen(color(edge), 1.1 if fill is None else 2.0)
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), px(10), px(10))
