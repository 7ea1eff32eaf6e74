"""What lies over a page for a moment is used by keyboard, named, large enough, with a ring."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from logbook.domain.entry import EntryText
from logbook.ui.book_switcher import book_shown, open_switcher
from logbook.ui.book_view import BookView
from logbook.ui.dialogs.ask_name import AskName
from logbook.ui.dialogs.new_passphrase import NewPassphraseDialog
from logbook.ui.focus import FocusRing, takes_tab
from logbook.ui.jobs import Job, Jobs
from logbook.ui.style import Theme, look
from logbook.ui.watch import InputWatch
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.toast import Toast

Settle = Callable[[], None]
LOOKS = {
    "light": (Theme.LIGHT, False),
    "dark": (Theme.DARK, False),
    "contrast": (Theme.LIGHT, True),
    "dark contrast": (Theme.DARK, True),
}


def _filter(view: BookView, _settle: Settle) -> QWidget:
    page: Any = view.current
    page.filters.button.setChecked(True)
    panel: QWidget = page.filters.panel
    return panel


def _calendar(view: BookView, settle: Settle) -> QWidget:
    view.show_page("new_entry", {})
    settle()
    page: Any = view.current
    page.side.when._pick_chip.click()
    calendar: QWidget = page.side.when.calendar
    return calendar


def _switcher(view: BookView, _settle: Settle) -> QWidget:
    return open_switcher(view.desk, view.rail.book, *book_shown(view.desk))


def _question(view: BookView, _settle: Settle) -> QWidget:
    answers = (("no", "Keep it", Variant.SECONDARY), ("yes", "Delete it", Variant.DANGER))
    return view.desk.ask("Delete this?", "It cannot be undone.", *answers, then=str)


def _go_to(view: BookView, _settle: Settle) -> QWidget:
    from logbook.ui.widgets.go_to import GoTo

    view.go_to()
    (found,) = view.findChildren(GoTo)
    return found


def _passphrase(view: BookView, _settle: Settle) -> QWidget:
    dialog = NewPassphraseDialog(view, "")
    dialog.open()
    return dialog


def _name(view: BookView, _settle: Settle) -> QWidget:
    dialog = AskName(view, "Name this filter", "Name", "Save")
    dialog.open()
    return dialog


def _help(view: BookView, _settle: Settle) -> QWidget:
    view.show_help()
    assert view._help.panel is not None
    return view._help.panel


def _toast(view: BookView, _settle: Settle) -> QWidget:
    view.desk.did("Saved", partial(str, ""))
    (toast,) = view.findChildren(Toast)
    return toast


OVERLAYS: dict[str, Callable[[BookView, Settle], QWidget]] = {
    "filter": _filter,
    "calendar": _calendar,
    "switcher": _switcher,
    "question": _question,
    "go to": _go_to,
    "passphrase": _passphrase,
    "name": _name,
    "help": _help,
    "toast": _toast,
}


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[InputWatch]:
    made = InputWatch(qapp)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def opened(
    book_view: BookView,
    activate: Callable[[QWidget], None],
    at_rest: Callable[[QWidget], None],
    jobs: Jobs,
    outcome: Callable[[Job], Any],
) -> Callable[[str], QWidget]:
    def open_one(name: str) -> QWidget:
        outcome(jobs.on_vault(book_view.vault.entries.add, EntryText("He waited at the gate.")))
        activate(book_view)
        book_view.show_page("timeline", {})
        at_rest(book_view)
        overlay = OVERLAYS[name](book_view, partial(at_rest, book_view))
        at_rest(book_view)
        activate(book_view)  # a list that opened took the activity of the window with it
        return overlay

    return open_one


def _stops(overlay: QWidget) -> list[QWidget]:
    return [part for part in (overlay, *overlay.findChildren(QWidget)) if takes_tab(part)]


@pytest.mark.parametrize("name", OVERLAYS)
def test_every_stop_is_named_and_large_enough(opened: Callable[[str], QWidget], name: str) -> None:
    stops = _stops(opened(name))
    assert stops
    for stop in stops:
        interface = QAccessible.queryAccessibleInterface(stop)
        assert interface.text(QAccessible.Text.Name).strip(), stop
        if isinstance(stop, QAbstractButton):
            assert min(stop.width(), stop.height()) >= 24, interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("dress", LOOKS)
@pytest.mark.parametrize("name", OVERLAYS)
def test_the_focus_is_seen_at_every_stop(
    opened: Callable[[str], QWidget],
    book_view: BookView,
    watch: InputWatch,
    name: str,
    dress: str,
) -> None:
    theme, contrast = LOOKS[dress]
    look().wear(theme=theme, contrast=contrast)
    ring = FocusRing(watch, book_view)
    overlay = opened(name)
    stops = _stops(overlay)
    for stop in stops:
        QTest.keyClick(stop, Qt.Key.Key_Tab)  # the keyboard is in use
        stop.clearFocus()
        without = _picture(stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        assert ring.target is stop or _picture(stop) != without, stop.accessibleName()
        if ring.target is stop:
            seen = book_view.grab(ring.geometry()).toImage()
            middle = seen.pixelColor(seen.width() // 2, 0)
            assert middle == look().color("focus"), "nothing lies over the ring"


def _picture(part: QWidget) -> bytes:
    image = part.grab().toImage()
    return bytes(image.constBits())
