"""With less movement, nothing moves by itself on any page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from logbook.ui.book_view import BookView
from logbook.ui.page import find_pages
from logbook.ui.settings.section import find_sections
from logbook.ui.style import look
from logbook.ui.widgets.field import Select

_SLOW_MS = 1000  # a clock that is set once in a while is no movement


@pytest.fixture
def calm(qapp: QApplication) -> Iterator[None]:
    """A system whose lists and tips slide and fade, and a person who asks for less of it."""
    before = {effect: qapp.isEffectEnabled(effect) for effect in Qt.UIEffect}
    for effect in Qt.UIEffect:
        qapp.setEffectEnabled(effect)
    look().wear(less_motion=True)
    yield
    look().wear(less_motion=False)
    for effect, on in before.items():
        qapp.setEffectEnabled(effect, on)


def _moving(view: QWidget) -> list[str]:
    animations = [
        type(one).__name__
        for one in view.findChildren(QAbstractAnimation)
        if one.state() == QAbstractAnimation.State.Running
    ]
    beats = [
        f"a timer of {type(one.parent()).__name__}"
        for one in view.findChildren(QTimer)
        if one.isActive() and not one.isSingleShot() and one.interval() < _SLOW_MS
    ]
    return animations + beats


@pytest.mark.usefixtures("calm")
@pytest.mark.parametrize("page_id", find_pages())
def test_nothing_moves_by_itself(
    book_view: BookView, at_rest: Callable[[QWidget], None], page_id: str
) -> None:
    book_view.show_page(page_id, {})
    at_rest(book_view)
    assert _moving(book_view) == []


@pytest.mark.usefixtures("calm")
@pytest.mark.parametrize("section_id", [kind.section_id for kind in find_sections()])
def test_nothing_moves_in_the_settings(
    book_view: BookView, at_rest: Callable[[QWidget], None], section_id: str
) -> None:
    book_view.show_page("settings", {"section": section_id})
    book_view.say_toast("Kept", None, None)
    at_rest(book_view)
    for select in book_view.findChildren(Select):
        if select.isVisible():
            select.showPopup()
            assert _moving(book_view) == []
            select.hidePopup()


@pytest.mark.usefixtures("calm")
def test_neither_the_cursor_nor_what_opens_moves(qapp: QApplication) -> None:
    assert qapp.cursorFlashTime() == 0
    assert not any(qapp.isEffectEnabled(effect) for effect in Qt.UIEffect)
    look().wear(less_motion=False)
    assert qapp.cursorFlashTime() > 0
    assert all(qapp.isEffectEnabled(effect) for effect in Qt.UIEffect)
