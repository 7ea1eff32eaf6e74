"""Pages are built before they are asked for, in rest, and have nothing to keep until then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui import build_ahead
from logbook.ui.book_view import BookView
from logbook.ui.build_ahead import BuildAhead
from logbook.ui.desk import Desk
from logbook.ui.jobs import Jobs
from logbook.ui.page import Page
from logbook.ui.style import look
from logbook.ui.watch import InputWatch
from logbook.vault.vault import Vault

built: list[str] = []
kept: list[str] = []


class Built(Page):
    """Notes when it is built and when it is to keep a draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        built.append(self.page_id)

    def title(self) -> str:
        return self.page_id

    def keep_draft(self) -> None:
        kept.append(self.page_id)


class Heavy(QWidget):
    """A part that is made before the page that it is for."""

    made = 0

    def __init__(self) -> None:
        super().__init__()
        QLineEdit(self)
        Heavy.made += 1


class HeavyToo(Heavy):
    """It takes the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        assert isinstance(desk, Desk)


class First(Built):
    page_id = "first"


class Second(Built):
    page_id = "second"
    heavy: ClassVar[Mapping[type[QWidget], bool]] = {Heavy: False, HeavyToo: True}
    parts = 0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.weighty = (self.part(Heavy), self.part(HeavyToo))
        for part in self.weighty:
            part.setParent(self)

    def build_more(self) -> bool:
        self.parts += 1
        return self.parts <= 2


@pytest.fixture
def view(qtbot: QtBot, vault: Vault, jobs: Jobs) -> Iterator[BookView]:
    built.clear()
    kept.clear()
    Heavy.made = 0
    made = BookView(vault, jobs, kinds={"first": First, "second": Second})
    qtbot.addWidget(made)
    made.show_page("first", {})
    made.show()
    yield made
    assert built == sorted(set(built)), "no page is built twice"


def test_the_pages_nobody_asked_for_are_built_in_rest(
    view: BookView, qtbot: QtBot, qapp: QApplication, jobs: Jobs
) -> None:
    ahead = BuildAhead(view, jobs, InputWatch(qapp))
    with qtbot.waitSignal(ahead.destroyed):
        pass
    assert built == ["first", "second"]
    assert view.stack.count() == 2
    view.show_page("second", {})
    assert view.current is view.stack.currentWidget()


def test_a_page_that_was_never_shown_has_no_draft_to_keep(view: BookView) -> None:
    while view.build_ahead():
        pass
    view.keep_drafts()
    assert kept == ["first"]
    view.show_page("second", {})
    view.keep_drafts()
    assert kept == ["first", "first", "second"]


@pytest.mark.parametrize("pieces", range(6))
def test_a_page_that_is_asked_for_in_the_middle_of_it_is_shown(view: BookView, pieces: int) -> None:
    """Its heavy parts, the page, its place and its dress are a piece each."""
    for _ in range(pieces):
        assert view.build_ahead()
    view.show_page("second", {})
    assert view.stack.count() == 2
    page = view.current
    assert isinstance(page, Second)
    assert page.weighty[0].styleSheet() == look().sheet()
    assert Heavy.made == 2
    left = 2 - page.parts
    assert [view.build_ahead() for _ in range(left + 1)] == [True] * left + [False]


def test_nothing_is_built_while_keys_come_in(
    view: BookView, qapp: QApplication, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_ahead, "_REST_MS", 3_600_000)
    watch = InputWatch(qapp)
    ahead = BuildAhead(view, jobs, watch)
    watch.activity.emit()
    assert ahead.is_waiting
    assert built == ["first"]
