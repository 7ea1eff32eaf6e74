"""The bar over every page: title, search, the page's buttons, its primary one, Hide now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.page import Page
from logbook.ui.style import limited, px, sized, spaced, unsized, wear_roles
from logbook.ui.widgets.button import Button, IconButton, Variant
from logbook.ui.widgets.cover import ALWAYS_IN_REACH
from logbook.ui.widgets.field import SearchField
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.surface import Line, Surface
from logbook.ui.widgets.text import Text

_SEARCH_PX = 330
_BAR_PX = 67


class TopBar(Surface):
    """Shows what a page says of itself; the order never changes and nothing moves."""

    back_pressed = Signal()
    hide_pressed = Signal()
    searched = Signal(str)

    def __init__(self) -> None:
        super().__init__("canvas")
        self._page: Page | None = None
        self._parts: list[QWidget] = []
        self._narrow = False
        self._back = IconButton("arrow-left", translate("TopBar", "Back"), key="Alt+Left")
        self._back.clicked.connect(self.back_pressed)
        self._title = Text("", "title", elide=True)
        self._subtitle = Text("", "small", "text-2", elide=True)
        self._subtitle.hide()
        both = QWidget()  # as wide as the longer of the two
        both.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        titles = QVBoxLayout(both)
        spaced(titles, gap=0)
        titles.addStretch(1)
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        titles.addStretch(1)
        self._status_icon = Glyph("check-circle", 16, "success")
        self._status = Text("", "label", "text-2", elide=True)
        self.search = SearchField(translate("TopBar", "Search this page"), "", key="Ctrl F")
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        limited(self.search, width=_SEARCH_PX)
        self.search.searched.connect(self.searched)
        self.hide_button = Button(translate("TopBar", "Hide now"), Variant.INK, icon="eye-slash")
        self.hide_button.setObjectName(ALWAYS_IN_REACH)
        self.say_keys("shift")
        self.hide_button.clicked.connect(self.hide_pressed)
        self._row = QHBoxLayout()
        spaced(self._row, margins=(28, 0, 24, 0), gap=10)
        self._row.addWidget(self._back)
        self._row.addWidget(both)
        self._head = QHBoxLayout()
        spaced(self._head, margins=(18, 0, 0, 0), gap=0)
        self._row.addLayout(self._head)
        self._row.addWidget(self._status_icon)
        self._row.addWidget(self._status, 100)
        self._row.addWidget(self.search, 100)
        self._row.addStretch(1)
        self._row.addWidget(self.hide_button)
        self._second = QHBoxLayout()
        spaced(self._second, margins=(28, 0, 24, 12))
        bar = QWidget()
        sized(bar, height=_BAR_PX)
        bar.setLayout(self._row)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(bar)
        column.addLayout(self._second)
        column.addWidget(Line())

    def show_page(self, page: Page) -> None:
        """Show another page's title and buttons."""
        self._take_out()
        self._page = page
        head = page.head_widget()
        if head is not None:
            self._head.addWidget(head)
            head.show()
            wear_roles(head)
        self._parts = [part for part in (*page.bar_actions(), page.primary()) if part is not None]
        for part in self._parts:
            self._row.insertWidget(self._row.count() - 1, part)
            part.show()
            wear_roles(part)
        self.search.remember(page.search_words())
        self.refresh()

    def say_keys(self, keys: str) -> None:
        """Name the keys that do what Hide now does, as they were chosen."""
        tips = {
            "shift": translate("TopBar", "Hide, lock and end at once (Shift three times)"),
            "escape": translate("TopBar", "Hide, lock and end at once (Esc three times)"),
            "f9": translate("TopBar", "Hide, lock and end at once (F9)"),
        }
        self.hide_button.setToolTip(
            tips.get(keys, translate("TopBar", "Hide, lock and end at once"))
        )

    def zones(self) -> list[QWidget]:
        """Return the parts in the order of Tab; Hide now is the last."""
        head = self._page.head_widget() if self._page is not None else None
        middle = [head] if head is not None else []
        return [self._back, *middle, self.search, *self._parts, self.hide_button]

    def refresh(self) -> None:
        """Read title and status of the page again."""
        page = self._page
        if page is None:
            return
        has_back = page.can_go_back()
        self._back.setVisible(has_back)
        spaced(self._row, margins=(18 if has_back else 28, 0, 24, 0), gap=10)
        self._title.setText(page.title())
        self._subtitle.setText(page.subtitle())
        self._subtitle.setVisible(bool(page.subtitle()))
        self._title.set_role("heading" if page.subtitle() else "title")
        self._status.setText(page.status())
        self._status.setVisible(bool(page.status()))
        self._status_icon.setVisible(bool(page.status()) and page.status_is_good())
        hint = page.search_hint()
        self.search.setVisible(bool(hint))
        self.search.setPlaceholderText(hint)
        if hint:
            self.search.setAccessibleName(hint)
        self._place_search()

    def set_narrow(self, *, narrow: bool) -> None:
        """Give the search a row of its own where the bar has no room for it."""
        self._narrow = narrow
        self._place_search()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), super().minimumSizeHint().height())

    def _place_search(self) -> None:
        own_row = self._narrow and bool(self.search.placeholderText())
        spaced(self._second, margins=(28, 0, 24, 12 if own_row else 0))
        if own_row and self._second.count() == 0:
            self._row.removeWidget(self.search)
            unsized(self.search)
            self._second.addWidget(self.search)
        elif not own_row and self._second.count() == 1:
            self._second.removeWidget(self.search)
            limited(self.search, width=_SEARCH_PX)
            self._row.insertWidget(self._row.indexOf(self._status) + 1, self.search, 100)
        else:
            return
        wear_roles(self.search)

    def _take_out(self) -> None:
        """Give the parts of the page before back to it."""
        for part in self._parts:
            self._row.removeWidget(part)
            part.hide()
            part.setParent(self._page)
        self._parts = []
        while (item := self._head.takeAt(0)) is not None:
            head = item.widget()
            if head is not None:
                head.hide()
                head.setParent(self._page)


def pressable(widget: QWidget | None) -> Button | None:
    """Return the button in a page's primary place, when it can be pressed now."""
    if isinstance(widget, Button) and widget.isEnabled() and widget.isVisible():
        return widget
    return None
