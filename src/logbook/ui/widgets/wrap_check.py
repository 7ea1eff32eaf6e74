"""A check box whose words may take several lines, for narrow panes and large text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from logbook.ui.style import color, look, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.text import Text

_MARK_PX, _GAP_PX = 18, 9
_NARROWEST_PX = 120


class WrapCheck(QCheckBox):
    """The words are a label over the box, which is the target as a whole."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        self._words = Text(text, "body", wrap=True, parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self._measure)

    def words(self) -> str:
        """Return what it says."""
        return self._words.text()

    def sizeHint(self) -> QSize:
        wide = self._words.sizeHint().width() + self._before()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_NARROWEST_PX), max(paint.target_px(), look().line_px("body") + 2))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words.heightForWidth(max(width - self._before(), 1))
        return max(words + px(4), self.minimumSizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self._before()
        box = QRectF(before, px(2), self.width() - before, self.height() - px(2))
        self._words.setGeometry(paint.mirrored(self, box).toRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        side = px(_MARK_PX)
        top = px(2) + (look().line_px("body") - side) / 2
        box = paint.mirrored(self, QRectF(px(2), top, side, side))
        if not self.isChecked():
            paint.plate(painter, box, px(5), color("surface"), color("field-line"), 1.4)
            return
        paint.plate(painter, box, px(5), color("accent" if self.isEnabled() else "line-strong"))
        mark = px(13)
        left = box.center().x() - mark / 2
        paint.glyph(painter, "check-bold", left, box.center().y(), mark, color("on-accent"))

    def _before(self) -> int:
        return px(_MARK_PX + 2 + _GAP_PX)

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()
