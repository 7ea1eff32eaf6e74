"""Help for a page, at the side of the window over it: work goes on beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.help_texts import HelpPart
from logbook.ui.style import add_gap, px, spaced
from logbook.ui.widgets.button import Button, IconButton, Variant
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text

_WIDTH_PX = 340
_MARGIN_PX = 12


class HelpPanel(Surface):
    """Covers the end of its page; Esc, F1 and its cross close it."""

    keys_pressed = Signal()  # the whole keyboard is asked for
    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__("popup", page)
        self._page = page
        self._before: QWidget | None = None
        self.setAccessibleName(translate("Help", "Help for this page"))
        self.title = Text("", "heading", elide=True)
        self.cross = IconButton("x", translate("Help", "Close the help"), key="F1")
        self.cross.clicked.connect(self.close_panel)
        head = QHBoxLayout()
        spaced(head, margins=(20, 12, 10, 8), gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.cross)
        self._parts = QVBoxLayout()
        spaced(self._parts, margins=(20, 16, 20, 16), gap=2)
        self.parts = ScrollColumn(self._parts)
        self.keys = Button(translate("Help", "All keys"), Variant.LINK)
        self.keys.clicked.connect(self.keys_pressed)
        foot = QHBoxLayout()
        spaced(foot, margins=(20, 10, 20, 12))
        foot.addWidget(self.keys)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.parts, 1)
        column.addWidget(Line())
        column.addLayout(foot)
        page.installEventFilter(self)
        self.hide()

    def show_help(self, title: str, parts: Sequence[HelpPart]) -> None:
        """Show the help of a page and take the focus."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.title.setText(translate("Help", "Help: {page}", page=title))
        while (item := self._parts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for at, part in enumerate(parts):
            if at:
                add_gap(self._parts, 14)
            self._parts.addWidget(Text(part.head, "strong", wrap=True))
            self._parts.addWidget(Text(part.text, "body", "text-2", wrap=True))
        self._parts.addStretch(1)
        self._place()
        self.show()
        self.raise_()
        self.cross.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Go away; the focus returns to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._page:
            self._place()
        return False

    def _place(self) -> None:
        room = self._page.rect()
        margin = px(_MARGIN_PX)
        width = min(px(_WIDTH_PX), room.width() - 2 * margin)
        at_start = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = margin if at_start else room.width() - width - margin
        self.setGeometry(left, margin, width, room.height() - 2 * margin)
