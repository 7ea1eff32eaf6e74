"""Step 3: practise leaving fast; the third press really takes the card away for a second."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.setup.step import Step
from logbook.ui.style import add_gap, color, look, px, set_role, spaced
from logbook.ui.watch import InputWatch
from logbook.ui.widgets import paint
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.window_note import WindowNote

_KEYS = 3
_AWAY_MS = 1000


class LeavingStep(Step):
    """Three keys that tick off; while this step is shown, Shift hides the card only."""

    def __init__(self, watch: InputWatch) -> None:
        super().__init__(
            translate("Setup", "Practise leaving fast"),
            translate(
                "Setup",
                "Press Shift three times. The window goes away at once, "
                "your words are kept and the book is locked. Try it now.",
            ),
        )
        self.watch = watch
        self._back_timer = QTimer(self)
        self._back_timer.setSingleShot(True)
        self._back_timer.setInterval(_AWAY_MS)
        self._back_timer.timeout.connect(self._come_back)
        self.card = Surface("group")
        self.card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card.setAccessibleName(translate("Setup", "Practice. Press Shift three times"))
        policy = self.card.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.card.setSizePolicy(policy)
        inside = QVBoxLayout(self.card)
        spaced(inside, margins=(20, 28, 20, 14), gap=12)
        row = QHBoxLayout()
        spaced(row, gap=14)
        self._keys = [_BigKey(translate("Setup", "Shift")) for _ in range(_KEYS)]
        row.addStretch(1)
        for key in self._keys:
            row.addWidget(key)
        row.addStretch(1)
        inside.addLayout(row)
        self.count = Text("", "body", "text-2")
        inside.addWidget(self.count, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.card)
        add_gap(self.column, 20)
        for icon, words in _notes():
            self.column.addWidget(WindowNote(icon, words, "body", "text-2", size_px=18))
            add_gap(self.column, 13)
        self.column.addStretch(1)
        self._show(0)

    def first_focus(self) -> QWidget:
        return self.card

    def enter(self) -> None:
        self.watch.hides = False
        self.watch.shift_counted.connect(self._counted)
        self._show(0)

    def leave(self) -> None:
        self.watch.hides = True
        self._back_timer.stop()
        self.card.show()
        self.watch.shift_counted.disconnect(self._counted)

    def _counted(self, presses: int) -> None:
        if self._back_timer.isActive():
            return
        self._show(presses)
        if presses >= _KEYS:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # or Qt would pass it on to Back
            self.card.hide()
            self._back_timer.start()

    def _come_back(self) -> None:
        self.card.show()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.count.setText(translate("Setup", "That is all."))

    def _show(self, presses: int) -> None:
        for at, key in enumerate(self._keys):
            key.tick(ticked=at < presses)
        words = (
            translate("Setup", "Three times"),
            translate("Setup", "Twice more"),
            translate("Setup", "Once more"),
            "",
        )
        self.count.setText(words[min(presses, _KEYS)])


def _notes() -> list[tuple[str, str]]:
    """Return what else to know, each with its icon."""
    notes = [
        (
            "eye-slash",
            translate(
                "Setup",
                "Or use Hide now, top right on every page. "
                "To come back, open the program and type your passphrase.",
            ),
        ),
        (
            "info",
            translate(
                "Setup",
                "Hiding does not clear other programs, such as your web browser or your phone.",
            ),
        ),
    ]
    if sys.platform == "win32":
        sticky = translate(
            "Setup", "Press three times, then let go. At five presses Windows asks about keys."
        )
        notes.append(("keyboard", sticky))
    return notes


class _BigKey(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._ticked = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self, "heading")
        look().changed.connect(self.updateGeometry)

    def tick(self, *, ticked: bool) -> None:
        self._ticked = ticked
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.font()).horizontalAdvance(self._name)
        return QSize(max(px(120), int(wide) + px(70)) + px(8), px(64) + px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        cap = QRectF(0, px(8), self.width() - px(8), self.height() - px(8))
        if self._ticked:
            paint.plate(painter, cap, px(12), color("accent-soft"), color("accent"), 2.0)
        else:
            paint.plate(painter, cap, px(12), color("surface"), color("line-strong"), 1.4)
        ink = color("on-accent-soft" if self._ticked else "text-2")
        wide = QFontMetricsF(self.font()).horizontalAdvance(self._name)
        side = px(18)
        left = cap.center().x() - (wide + px(8) + side) / 2
        painter.setFont(self.font())
        painter.setPen(ink)
        words = QRectF(left, cap.y(), wide + 1, cap.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self._name)
        arrow = int(words.right() + px(7))
        paint.glyph(painter, "arrow-fat-up", arrow, cap.center().y(), side, ink)
        if self._ticked:
            disc = QRectF(cap.right() - px(9), cap.y() - px(5), px(15), px(15))
            paint.plate(painter, disc, disc.height() / 2, color("accent"))
            mark = px(9)
            place = disc.center().x() - mark / 2
            paint.glyph(painter, "check-bold", place, disc.center().y(), mark, color("on-accent"))
