"""A look is put on what is seen at once, and on the rest before anybody sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui import dressing
from logbook.ui.book_view import BookView
from logbook.ui.jobs import Jobs
from logbook.ui.page import Page
from logbook.ui.style import Theme, color, look, px, set_role, sized, spaced
from logbook.ui.watch import InputWatch
from logbook.ui.widgets.field import TextBox
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.vault.vault import Vault


class Filled(Page):
    """A field with words above it, and a part that is hidden until it is asked for."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk)
        self.column = QVBoxLayout(self)
        spaced(self.column, margins=(20, 0, 0, 0))
        self.words = Text("Words", "title")
        self.field = QLineEdit()
        set_role(self.field, "body")
        sized(self.field, width=200)
        for part in (self.words, self.field):
            self.column.addWidget(part)

    def title(self) -> str:
        return self.page_id


class First(Filled):
    page_id = "first"


class Second(Filled):
    page_id = "second"


class InParts(Filled):
    """A page whose parts are dressed one by one."""

    page_id = "third"

    def __init__(self, desk: Any) -> None:
        super().__init__(desk)
        look().dressing.dress_in_parts(self)
        self.part = Surface("card")
        self.box = TextBox("Words")
        QVBoxLayout(self.part).addWidget(self.box)
        self.part.hide()
        self.column.addWidget(self.part)


@pytest.fixture
def view(qtbot: QtBot, vault: Vault, jobs: Jobs) -> Iterator[BookView]:
    made = BookView(vault, jobs, kinds={"first": First, "second": Second, "third": InParts})
    qtbot.addWidget(made)
    for page in ("third", "second", "first"):
        made.show_page(page, {})
        if page == "third":
            made.show()
    return made


@pytest.fixture
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is dressed between events."""
    monkeypatch.setattr(dressing, "_REST_MS", 3_600_000)


def _page(view: BookView, name: str) -> Any:
    return next(view.stack.widget(at) for at in range(3) if view.stack.widget(at).page_id == name)


def _looks_right(page: Any) -> bool:
    edge = page.column.contentsMargins().left()
    sizes = (page.words.font().pixelSize(), page.field.minimumWidth(), edge)
    wanted = (look().font("title").pixelSize(), px(200), px(20))
    ink = page.field.palette().text().color()
    return sizes == wanted and ink == color("text")


@pytest.mark.usefixtures("no_rest")
def test_what_is_seen_is_dressed_at_once(view: BookView) -> None:
    look().use(theme=Theme.DARK, scale=1.5)
    assert _looks_right(_page(view, "first"))
    assert view.rail.styleSheet() == view.bar.styleSheet() == look().sheet()
    assert not _looks_right(_page(view, "second"))


def test_a_hidden_page_is_dressed_in_rest(view: BookView, qtbot: QtBot) -> None:
    look().use(theme=Theme.DARK, scale=1.5)
    for page in (_page(view, "second"), _page(view, "third")):
        qtbot.waitUntil(lambda page=page: _looks_right(page))
        assert not page.isVisible()


@pytest.mark.usefixtures("no_rest")
def test_no_page_is_ever_shown_in_the_look_before(view: BookView) -> None:
    look().use(theme=Theme.DARK, scale=1.5)
    for name in ("second", "third", "first"):
        view.show_page(name, {})
        assert _looks_right(_page(view, name))


@pytest.mark.usefixtures("no_rest")
def test_a_part_that_nobody_announced_is_dressed_when_it_is_shown(view: BookView) -> None:
    view.show_page("third", {})
    page = _page(view, "third")
    look().use(theme=Theme.DARK)
    page.part.show()
    assert page.part.styleSheet() == look().sheet()
    assert page.box.palette().text().color() == color("text")


@pytest.mark.usefixtures("no_rest")
def test_two_changes_in_a_row_end_in_the_second(view: BookView) -> None:
    look().use(theme=Theme.DARK, scale=2.0)
    look().use(theme=Theme.LIGHT, scale=1.0)
    view.show_page("second", {})
    assert _looks_right(_page(view, "second"))


def test_a_page_that_goes_before_it_is_dressed_is_left_out(view: BookView, qtbot: QtBot) -> None:
    look().use(theme=Theme.DARK)
    page = _page(view, "second")
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    third = _page_of_two(view)
    qtbot.waitUntil(lambda: _looks_right(third))


def _page_of_two(view: BookView) -> Any:
    return next(
        view.stack.widget(at) for at in range(2) if view.stack.widget(at).page_id == "third"
    )


@pytest.mark.usefixtures("no_rest")
def test_a_line_has_the_colour_of_the_look_it_is_shown_in(view: BookView) -> None:
    line = Line()
    _page(view, "second").column.addWidget(line)
    look().use(theme=Theme.DARK)
    view.show_page("second", {})
    assert line.grab().toImage().pixelColor(0, 0) == color("line")


def test_what_comes_into_the_window_later_is_dressed_too(view: BookView) -> None:
    late = Surface("popup", view)
    QLineEdit(late)
    late.show()
    assert late.styleSheet() == look().sheet()


def test_all_that_the_stylesheet_speaks_of_is_dressed(
    qtbot: QtBot, vault: Vault, jobs: Jobs
) -> None:
    view = BookView(vault, jobs)
    qtbot.addWidget(view)
    view.show_page(view.first_page(), {})
    view.show()
    while view.build_ahead():
        pass
    view.show_help()
    view.say_toast("Saved", None, None)
    styled = [
        part
        for part in view.findChildren(QWidget)
        if any(part.inherits(kind) for kind in dressing._STYLED)
        or part.property("surface") is not None
    ]
    assert len(styled) > 100
    bare = [part for part in styled if not _is_dressed(part) and part.isVisibleTo(view)]
    assert not bare
    qtbot.waitUntil(lambda: not jobs.busy)


def _is_dressed(part: QWidget | None) -> bool:
    while part is not None:
        if part.styleSheet():
            return True
        part = part.parentWidget()
    return False


def test_a_column_in_parts_has_its_scroll_bar_dressed(qtbot: QtBot) -> None:
    column = ScrollColumn()
    qtbot.addWidget(column)
    column.dress_in_parts()
    look().dress(column)
    column.column.addWidget(Text("Words\n" * 200))
    column.resize(200, 100)
    column.show()
    qtbot.waitUntil(column.verticalScrollBar().isVisible)
    assert _is_dressed(column.verticalScrollBar())


def test_the_keys_are_watched_again_after_a_new_look(view: BookView, qapp: QApplication) -> None:
    watch = InputWatch(qapp)
    watch.start()
    pressed: list[bool] = []
    watch.hide_pressed.connect(lambda: pressed.append(True))
    look().use(theme=Theme.DARK)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Shift)
    watch.stop()
    assert pressed == [True]
    look().use(theme=Theme.LIGHT)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Shift)
    assert pressed == [True], "stopped for good"
