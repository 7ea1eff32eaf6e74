"""A key of the keyboard, drawn as a small cap."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, font, look, px, set_role
from logbook.ui.widgets import paint

_NAME = re.compile(r"[A-Za-z]{2,}")


def keys_in_words(keys: str) -> str:
    """Return keys such as `Alt+Left` as they are called in the language in use."""
    names = {
        "Shift": translate("Keys", "Shift"),
        "Enter": translate("Keys", "Enter"),
        "Space": translate("Keys", "Space"),
        "Del": translate("Keys", "Del"),
        "Left": translate("Keys", "Left"),
        "Right": translate("Keys", "Right"),
        "Up": translate("Keys", "Up"),
        "Down": translate("Keys", "Down"),
        "Home": translate("Keys", "Home"),
        "End": translate("Keys", "End"),
        "PgUp": translate("Keys", "PgUp"),
        "PgDn": translate("Keys", "PgDn"),
    }
    return _NAME.sub(lambda name: names.get(name[0], name[0]), keys)


class KeyCap(QWidget):
    """The name of a key; for eyes only, since the control beside it says its key too."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = keys_in_words(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self, "caption")
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return cap_size(self._name)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_cap(paint.begin(self), QRectF(self.rect()), self._name)


def cap_size(name: str) -> QSize:
    """Return how large the cap of a key is."""
    wide = QFontMetricsF(font("caption")).horizontalAdvance(name)
    return QSize(int(wide) + px(20), max(px(19), look().line_px("caption") + px(3)))


def draw_cap(painter: QPainter, where: QRectF, name: str) -> None:
    """Draw the cap of a key."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint.plate(painter, where, px(4), color("surface"), color("line-strong"))
    painter.setFont(font("caption"))
    painter.setPen(color("text-2"))
    painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), name)
