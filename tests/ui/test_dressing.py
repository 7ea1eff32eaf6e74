"""A look is put on what is seen at once, and on the rest before anybody sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui import dressing, turns
from logbook.ui.book_view import BookView
from logbook.ui.jobs import Jobs
from logbook.ui.page import Page
from logbook.ui.style import Theme, color, look, px, set_role, sized, spaced
from logbook.ui.watch import InputWatch
from logbook.ui.widgets.button import Variant
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


# In a running program: in turns of the loop


class Photographer(QObject):
    """Notes at each paint of a page whether all of it wears the look."""

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self.page = page
        self.frames: list[tuple[bool, float]] = []
        for part in (page.field, page.words):
            part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.frames.append((_looks_right(self.page), look().scale))
        return False


@pytest.fixture
def in_turns(view: BookView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> BookView:
    """A book on the screen that changes its look in turns, one part in each."""
    monkeypatch.setattr(turns, "_TURN_S", 0.0)
    look().dressing.in_turns = True
    qtbot.waitExposed(view)
    return view


def _painted(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not look().dressing.busy)


@pytest.mark.usefixtures("no_rest")
def test_in_a_program_no_frame_shows_two_looks(in_turns: BookView, qtbot: QtBot) -> None:
    page = _page(in_turns, "first")
    photographer = Photographer(page)
    look().use(theme=Theme.DARK, scale=1.5)
    assert look().dressing.busy
    assert not _looks_right(page), "this call shall be short"
    _painted(qtbot)
    assert _looks_right(page)
    assert photographer.frames == [(True, 1.5)] * 2
    assert in_turns.rail.styleSheet() == in_turns.bar.styleSheet() == look().sheet()
    assert not _looks_right(_page(in_turns, "second"))


@pytest.mark.usefixtures("no_rest")
def test_a_change_that_overtakes_another_is_the_only_one_seen(
    in_turns: BookView, qtbot: QtBot
) -> None:
    page = _page(in_turns, "first")
    photographer = Photographer(page)
    told: list[float] = []
    look().changed.connect(lambda: told.append(look().scale))
    look().use(theme=Theme.DARK, scale=2.0)
    with qtbot.waitSignals([look().dressing.ended] * 6):
        pass  # half of the window wears it
    look().use(scale=1.15)
    _painted(qtbot)
    assert photographer.frames == [(True, 1.15)] * 2
    assert told == [1.15]


@pytest.mark.usefixtures("no_rest")
def test_back_to_the_look_before_in_the_middle_of_a_change(
    in_turns: BookView, qtbot: QtBot
) -> None:
    look().use(scale=2.0)
    with qtbot.waitSignals([look().dressing.ended] * 6):
        pass
    look().use(scale=1.0)
    _painted(qtbot)
    assert _looks_right(_page(in_turns, "first"))
    in_turns.show_page("second", {})
    assert _looks_right(_page(in_turns, "second"))


@pytest.mark.usefixtures("no_rest")
def test_another_page_that_is_shown_meanwhile_is_whole(in_turns: BookView, qtbot: QtBot) -> None:
    photographer = Photographer(_page(in_turns, "second"))
    look().use(theme=Theme.DARK, scale=1.5)
    with qtbot.waitSignals([look().dressing.ended] * 3):
        pass
    in_turns.show_page("second", {})
    _painted(qtbot)
    qtbot.waitUntil(lambda: bool(photographer.frames))
    assert {right for right, _ in photographer.frames} == {True}
    in_turns.show_page("first", {})
    assert _looks_right(_page(in_turns, "first"))


@pytest.mark.usefixtures("no_rest")
def test_a_part_that_the_change_itself_brings_up_is_painted_in_the_new_look_only(
    in_turns: BookView, qtbot: QtBot
) -> None:
    in_turns.show_page("third", {})
    page = _page(in_turns, "third")
    look().changed.connect(page.part.show)
    seen: list[str] = []
    page.box.installEventFilter(_on_paint(page, lambda: seen.append(page.part.styleSheet())))
    look().use(theme=Theme.DARK, scale=1.5)
    _painted(qtbot)
    qtbot.waitUntil(lambda: bool(seen))
    look().changed.disconnect(page.part.show)
    assert set(seen) == {look().sheet()}


def _on_paint(parent: QObject, act: Callable[[], object]) -> QObject:
    class Filter(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                act()
            return False

    return Filter(parent)


def test_a_page_that_goes_meanwhile_is_left_out(in_turns: BookView, qtbot: QtBot) -> None:
    page = _page(in_turns, "first")
    look().use(theme=Theme.DARK)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    _painted(qtbot)
    assert in_turns.bar.styleSheet() == look().sheet()


@pytest.mark.usefixtures("no_rest")
def test_a_question_that_is_open_changes_with_the_window(in_turns: BookView, qtbot: QtBot) -> None:
    answer = ("stay", "Stay", Variant.SECONDARY)
    asked = in_turns.desk.ask("Go on?", "Nothing is lost.", answer, then=lambda _answer: None)
    look().use(theme=Theme.DARK, scale=1.5)
    _painted(qtbot)
    inside = [part for part in asked.findChildren(Text) if part.isVisible()]
    assert inside
    roles = {(part.property("role"), part.font().pixelSize()) for part in inside}
    assert roles == {(role, look().font(role).pixelSize()) for role, _ in roles}


@pytest.mark.usefixtures("no_rest")
def test_what_is_opened_meanwhile_wears_the_new_look(in_turns: BookView, qtbot: QtBot) -> None:
    look().use(theme=Theme.DARK)
    with qtbot.waitSignals([look().dressing.ended] * 2):
        pass
    late = Surface("popup", in_turns)
    field = QLineEdit(late)
    late.show()
    _painted(qtbot)
    assert late.styleSheet() == look().sheet()
    assert field.palette().text().color() == color("text")
    assert late.updatesEnabled()


@pytest.mark.usefixtures("no_rest")
def test_from_right_to_left_in_turns(in_turns: BookView, qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look().apply()
    _painted(qtbot)
    look().use(scale=2.0)
    _painted(qtbot)
    page = _page(in_turns, "first")
    assert page.column.contentsMargins().right() == px(20)
    assert page.column.contentsMargins().left() == 0


@pytest.mark.usefixtures("no_rest")
def test_a_window_that_is_hidden_meanwhile_is_whole_when_it_is_back(
    in_turns: BookView, qtbot: QtBot
) -> None:
    page = _page(in_turns, "first")
    look().use(theme=Theme.DARK, scale=1.5)
    with qtbot.waitSignals([look().dressing.ended] * 3):
        pass
    in_turns.hide()
    _painted(qtbot)
    photographer = Photographer(page)
    in_turns.show()
    qtbot.waitUntil(lambda: len(photographer.frames) >= 2)
    assert {right for right, _ in photographer.frames} == {True}


def test_a_change_that_nobody_sees_is_made_at_once(in_turns: BookView) -> None:
    in_turns.hide()
    look().use(scale=2.0)
    assert not look().dressing.busy
    assert _looks_right(_page(in_turns, "first"))


@pytest.mark.usefixtures("no_rest")
def test_words_typed_meanwhile_are_kept(in_turns: BookView, qtbot: QtBot) -> None:
    field = _page(in_turns, "first").field
    field.setFocus()
    look().use(theme=Theme.DARK, scale=1.5)
    with qtbot.waitSignals([look().dressing.ended] * 3):
        pass
    QTest.keyClicks(field, "words")
    _painted(qtbot)
    assert field.text() == "words"


def test_the_parts_that_nobody_sees_follow_in_rest_after_turns(
    in_turns: BookView, qtbot: QtBot
) -> None:
    look().use(theme=Theme.DARK, scale=1.5)
    for page in (_page(in_turns, "second"), _page(in_turns, "third")):
        qtbot.waitUntil(lambda page=page: _looks_right(page))
        assert not page.isVisible()
