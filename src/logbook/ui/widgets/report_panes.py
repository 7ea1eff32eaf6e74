"""The two sides of the report builder, one at a time where both have no room, and its foot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import look, px, sized, spaced, unsized
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import data_size

_SIDE_PX, _LEAST_PX = 372, 150


class ReportPanes(QWidget):
    """Choices on the left, the pages (or what is picked from) on the right."""

    def __init__(self, choices: Iterable[QWidget], pages: QWidget) -> None:
        super().__init__()
        self._both = True
        self.side = _side_of(choices)
        self.right = _Right()
        self.right.addWidget(pages)
        self._line = Line(upright=True)
        self.shown = Segmented(
            translate("Report", "What is shown"),
            (
                (False, translate("Report", "Choices")),
                (True, translate("Report", "Preview")),
            ),
        )
        self.shown.chosen.connect(self._pane_chosen)
        self._swap = Surface("canvas")
        swap = QHBoxLayout(self._swap)
        spaced(swap, margins=(20, 8, 24, 8), gap=0)
        swap.addWidget(self.shown)
        swap.addStretch(1)
        self._swap.hide()
        row = QHBoxLayout()
        spaced(row, gap=0)
        row.addWidget(self.side)
        row.addWidget(self._line)
        row.addWidget(self.right, 1)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self._swap)
        whole.addLayout(row, 1)
        look().dressing.dress_in_parts(self)

    def show_both(self, *, both: bool) -> None:
        """Show both sides, or the choices first where there is room for one."""
        if both != self._both:
            self._both = both
            self._arrange(preview=False)

    def show_preview(self) -> None:
        """Show the right side, where only one is shown."""
        if not self._both:
            self._arrange(preview=True)

    def _pane_chosen(self, preview: object) -> None:
        if not self._both:
            self._arrange(preview=bool(preview))

    def _arrange(self, *, preview: bool) -> None:
        """Show both sides, or the one that was asked for."""
        self.side.setVisible(self._both or not preview)
        self._line.setVisible(self._both)
        self.right.setVisible(self._both or preview)
        if self._both:
            sized(self.side, width=_SIDE_PX)
        else:
            unsized(self.side)
        self._swap.setVisible(not self._both)
        self.shown.choose(preview)


class ReportFoot(Surface):
    """Says that nothing is sent, and how large the file is."""

    def __init__(self) -> None:
        super().__init__("surface")
        row = QHBoxLayout(self)
        spaced(row, margins=(28, 8, 24, 8), gap=12)
        row.addWidget(Glyph("hard-drives", 18))
        words = translate("Report", "Nothing is sent. You choose where the file goes.")
        self._size = Text(words, "small", "text-2", elide=True)
        row.addWidget(self._size, 1)
        note = translate("Report", "The preview is the file itself, page by page.")
        self._note = Text(note, "caption", "text-3", elide=True)
        row.addWidget(self._note)

    def say_size(self, size_bytes: int) -> None:
        """Say how large the file is."""
        self._size.setText(
            translate(
                "Report",
                "Nothing is sent. You choose where the file goes. About {size}.",
                size=data_size(size_bytes),
            )
        )

    def set_note(self, *, shown: bool) -> None:
        """Leave the note out where there is no room."""
        self._note.setVisible(shown)


class _Right(QStackedWidget):
    """Takes the room that is left; before the page knows its width it must not ask for more."""

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_PX), px(_LEAST_PX))


def _side_of(choices: Iterable[QWidget]) -> QWidget:
    side = Surface("surface")
    column = QVBoxLayout(side)
    spaced(column, gap=0)
    inner = QVBoxLayout()
    spaced(inner, gap=0)
    for one in choices:
        inner.addWidget(one)
    scroll = ScrollColumn(inner)
    scroll.dress_in_parts()
    side.dress_in_parts()
    column.addWidget(scroll)
    sized(side, width=_SIDE_PX)
    return side
