"""What every page must pass, and the screens before a book is open (DESIGN 11 and 14).

Each module in `ui/pages` is found here by itself, so a new page is tested from its first day. A
picture of every page in every dress lies under `build/shots` afterwards, for eyes.
"""

from __future__ import annotations

import importlib
import math
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from logbook import i18n
from logbook.domain.entry import EntryText, Kind
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.ui import pages, places
from logbook.ui.book_view import BookView
from logbook.ui.focus import tab_stops
from logbook.ui.jobs import Jobs
from logbook.ui.page import Page
from logbook.ui.pages.first_run import FirstRunPage
from logbook.ui.pages.lock import LockPage
from logbook.ui.pages.restore import RestorePage
from logbook.ui.setup.recovery import RecoveryStep
from logbook.ui.style import Theme, look
from logbook.ui.watch import InputWatch
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.field import Select
from logbook.ui.widgets.text import Text
from logbook.vault.vault import Vault

pytestmark = pytest.mark.usefixtures("nothing_is_put_off")

SHOTS = Path(__file__).parents[3] / "build" / "shots"
BEFORE = ("lock", "first_run", "first_run_2", "first_run_3", "first_run_key", "restore")
MODULES = tuple(
    module.name for module in pkgutil.iter_modules(pages.__path__) if module.name not in BEFORE
)
SCREENS = (*BEFORE, *MODULES)
CODE = "7K2M-9XQ4-T5WE-1RJ8-ABCD-EFGH-JKMN"
Show = Callable[..., QWidget]


class Pseudo(dict[tuple[str, str], list[str]]):
    """A language that is a third longer than English, in words that can be told from it."""

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ARG002 - as dict has it
        _, text = key
        return [self._longer(form) for form in text.split("|")]

    def _longer(self, text: str) -> str:
        extra = math.ceil(len(re.sub(r"\{\w+\}", "", text)) * 0.3)
        words = [("ëxtra" * 2)[: min(extra - at, 6)] for at in range(0, extra, 7)]
        return f"{text} {' '.join(words)}".rstrip()


def _fill(vault: Vault, _folder: Path) -> None:
    zone = ZoneInfo("Europe/London")
    marsh = vault.people.add(NewPerson("D. Marsh", Role.RESPONSIBLE))
    priya = vault.people.add(NewPerson("Priya N.", Role.WITNESS))
    start = datetime(2026, 11, 12, 22, 47, tzinfo=zone)
    for number, kind in enumerate((Kind.CALLS, Kind.IN_PERSON, Kind.MESSAGES, Kind.LEFT_ITEM)):
        vault.entries.add(
            EntryText(
                "Eleven calls in half an hour, no one spoke. Each time the line stayed open for a "
                "few seconds and then closed. I did not pick up after the second one.",
                Moment(Precision.EXACT, start - timedelta(days=3 * number), zone="Europe/London"),
                kind=kind,
                place="Home",
                people=(marsh.id,),
                witnesses=(priya.id,),
            ),
            "Europe/London",
        )


@pytest.fixture(scope="module")
def filled_book(write_book: Callable[[Callable[[Vault, Path], None]], Path]) -> Path:
    """The folder of a closed book with four entries, written once for all pages."""
    return write_book(_fill)


@pytest.fixture(autouse=True)
def _no_book_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "usual_folder", lambda: tmp_path / "home" / "notebook")


@pytest.fixture
def shown(
    qtbot: QtBot,
    qapp: QApplication,
    jobs: Jobs,
    at_rest: Callable[[QWidget], None],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> Iterator[Show]:
    """Show a screen by name in a window of some size, and wait until it has loaded."""
    watch = InputWatch(qapp)
    windows: list[QMainWindow] = []

    def screen(name: str) -> QWidget:
        if name == "lock":
            return LockPage(jobs, tmp_path, "14:06")
        if name.startswith("first_run"):
            return _set_up(name, jobs, watch)
        if name == "restore":
            return RestorePage(jobs)
        book: Path = request.getfixturevalue("filled_book")
        view = BookView(request.getfixturevalue("open_copy")(book), jobs)
        view.show_page(_page_id(name), {})
        return view

    def show(name: str, width: int = 1280, height: int = 800) -> QWidget:
        window = QMainWindow()
        windows.append(window)
        qtbot.addWidget(window)
        widget = screen(name)
        window.setCentralWidget(widget)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        at_rest(window)
        return widget

    yield show
    jobs.cancel_all()
    qtbot.waitUntil(lambda: not jobs.busy)


def _set_up(name: str, jobs: Jobs, watch: InputWatch) -> FirstRunPage:
    page = FirstRunPage(jobs, watch)
    step = {"first_run": 0, "first_run_2": 1, "first_run_3": 2, "first_run_key": 3}[name]
    if name == "first_run_key":
        page.add_step(RecoveryStep(CODE))
    page.show_step(step)
    return page


def _page_id(module: str) -> str:
    loaded = importlib.import_module(f"{pages.__name__}.{module}")
    return next(
        kind.page_id
        for kind in vars(loaded).values()
        if isinstance(kind, type)
        and issubclass(kind, Page)
        and kind.__module__ == loaded.__name__
        and kind.page_id
    )


def _picture(widget: QWidget, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    assert widget.window().grab().save(str(SHOTS / f"{name}.png"))


def _all(screen: QWidget) -> list[QWidget]:
    return [part for part in screen.findChildren(QWidget) if part.isVisible()]


def _describe(part: QWidget) -> str:
    words = getattr(part, "text", None)
    said = words() if callable(words) else part.accessibleName()
    return f"{type(part).__name__} {said!r} {part.width()}x{part.height()}"


def _spoken_name(part: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name) if interface else ""


_FIXED = QSizePolicy.Policy.Fixed


def _cut(screen: QWidget) -> list[str]:
    """Name every piece of text that has less room than it needs."""
    return [_describe(part) for part in _all(screen) if _lacks_room(part)]


def _lacks_room(part: QWidget) -> bool:
    if isinstance(part, Select) and part.sizePolicy().horizontalPolicy() is _FIXED:
        return part.width() < part.room_for_choices()
    if isinstance(part, Text):
        wrapped = part.wordWrap() and part.heightForWidth(part.width()) > part.height()
        return wrapped or part.minimumSizeHint().width() > part.width()
    if isinstance(part, (Button, QLabel)):
        return part.sizeHint().width() > part.width()
    return isinstance(part, QAbstractButton) and part.minimumSizeHint().width() > part.width()


def _outside(screen: QWidget) -> list[str]:
    """Name every control that lies beyond the edge of what it can scroll in."""
    found = []
    for part in _all(screen):
        if isinstance(part, (QAbstractButton, QLineEdit, Text)) and not _in_scroll(part):
            corner = part.mapTo(screen, part.rect().bottomRight())
            start = part.mapTo(screen, part.rect().topLeft())
            if corner.x() >= screen.width() + 1 or start.x() < -1 or corner.y() > screen.height():
                found.append(_describe(part))
    return found


def _in_scroll(part: QWidget) -> bool:
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _sideways(screen: QWidget) -> list[str]:
    """Name every area that can be scrolled sideways."""
    return [
        _describe(part)
        for part in _all(screen)
        if isinstance(part, QScrollArea)
        and part.widget() is not None
        and part.widget().minimumSizeHint().width() > part.viewport().width()
    ]


class Strays(QObject):
    """Notes every part that is shown before it has its place, as an empty window on a screen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            alone = watched.isWindow() and watched.parentWidget() is None
            if alone and not isinstance(watched, QMainWindow):
                self.seen.append(_describe(watched))
        return False


@pytest.mark.parametrize("name", SCREENS)
def test_no_part_flashes_as_a_window_of_its_own(shown: Show, qapp: QApplication, name: str) -> None:
    strays = Strays()
    qapp.installEventFilter(strays)
    shown(name)
    qapp.removeEventFilter(strays)
    assert strays.seen == []


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_has_a_name_that_is_said(shown: Show, name: str) -> None:
    screen = shown(name)
    focusable = [part for part in _all(screen) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert focusable
    nameless = [_describe(part) for part in focusable if not _spoken_name(part).strip()]
    assert nameless == []


_SPOKEN_ROLES = {
    "NavButton": "PageTab Button",
    "_Tab": "PageTab",
    "_Segment": "RadioButton",
    "Radio": "RadioButton",
    "RadioCard": "RadioButton",
    "PictureTile": "RadioButton",
    "Check": "CheckBox",
    "WrapCheck": "CheckBox",
    "Switch": "CheckBox",
    "MenuItem": "MenuItem",
    "Banner": "AlertMessage",
    "NavRail": "PageTabList",
    "Tabs": "PageTabList",
    "Segmented": "Grouping",
    "PictureChoice": "Grouping",
    "Line": "Separator",
    "ProgressBar": "ProgressBar",
}
_PRESSED = ("Button", "CheckBox", "RadioButton", "PageTab", "MenuItem")


@pytest.mark.parametrize("name", SCREENS)
def test_every_part_is_told_as_what_it_is(shown: Show, name: str) -> None:
    screen = shown(name)
    wrong = []
    for part in _all(screen):
        interface = QAccessible.queryAccessibleInterface(part)
        role = interface.role().name
        expected = _SPOKEN_ROLES.get(type(part).__name__)
        focusable = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        is_wrong = expected is not None and role not in expected.split()
        is_wrong |= role in {"Border", "NoRole"} and not isinstance(part, QMainWindow)
        is_wrong |= bool(focusable) and role in {"Client", "StaticText"}
        is_wrong |= isinstance(part, QAbstractButton) and bool(focusable) != (role in _PRESSED)
        if is_wrong:
            wrong.append(f"{_describe(part)} is told as {role}")
    assert wrong == []


@pytest.mark.parametrize("name", SCREENS)
def test_no_number_is_said_before_each_row(shown: Show, name: str) -> None:
    for view in shown(name).findChildren(QTableView):
        hidden = (view.horizontalHeader().isHidden(), view.verticalHeader().isHidden())
        for orientation, is_hidden in zip(
            (Qt.Orientation.Horizontal, Qt.Orientation.Vertical), hidden, strict=True
        ):
            assert not is_hidden or view.model().headerData(0, orientation) is None


def _label(part: QWidget) -> str:
    """Return what is said to stand beside a control; on Linux a choice is named by its value."""
    interface = QAccessible.queryAccessibleInterface(part)
    said = [
        other.text(QAccessible.Text.Name)
        for other, kind in interface.relations(QAccessible.RelationFlag.Label)
        if kind == QAccessible.RelationFlag.Label
    ]
    return " ".join(said)


@pytest.mark.parametrize("name", SCREENS)
def test_every_choice_has_a_label_beside_its_value(shown: Show, name: str) -> None:
    screen = shown(name)
    choices = [part for part in _all(screen) if isinstance(part, Select)]
    assert [part.accessibleName() for part in choices if not _label(part).strip()] == []


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_says_its_own_name_twice(shown: Show, name: str) -> None:
    screen = shown(name)
    twice = []
    for part in _all(screen):
        interface = QAccessible.queryAccessibleInterface(part)
        if interface is None or not part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        said = interface.text(QAccessible.Text.Name)
        more = interface.text(QAccessible.Text.Description)
        if said and more != said and said in more:  # the very same words are left out by readers
            twice.append((said, more))
    assert twice == []


@pytest.mark.parametrize("name", SCREENS)
def test_every_target_is_large_enough(shown: Show, name: str) -> None:
    screen = shown(name)
    small = [
        _describe(part)
        for part in _all(screen)
        if isinstance(part, QAbstractButton)
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and min(part.width(), part.height()) < 24
    ]
    assert small == []


@pytest.mark.parametrize("name", SCREENS)
def test_tab_reaches_every_control_and_comes_round(shown: Show, name: str) -> None:
    screen = shown(name)
    stops = tab_stops([screen])
    first = stops[0]
    first.setFocus()
    seen: list[QWidget] = []
    for _ in range(len(stops) + 5):
        here = QApplication.focusWidget()
        if here is None or here in seen:
            break
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    # Of a group of answers only the one that holds is a stop, once the group had the focus.
    missed = [_describe(stop) for stop in tab_stops([screen]) if stop not in seen]
    assert missed == []


@pytest.mark.parametrize("name", SCREENS)
def test_no_text_is_cut_at_the_size_of_the_drawings(shown: Show, name: str) -> None:
    screen = shown(name)
    _picture(screen, f"{name}-light")
    assert _cut(screen) + _outside(screen) + _sideways(screen) == []


@pytest.mark.parametrize("name", SCREENS)
def test_no_text_is_cut_in_the_smallest_window(shown: Show, name: str) -> None:
    screen = shown(name, 960, 640)
    _picture(screen, f"{name}-small")
    assert _cut(screen) + _outside(screen) + _sideways(screen) == []


@pytest.mark.parametrize("name", SCREENS)
def test_no_text_is_cut_in_a_longer_language(
    shown: Show, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    longer = i18n._everywhere._replace(forms=Pseudo())
    monkeypatch.setattr(i18n, "_everywhere", longer)
    screen = shown(name)
    _picture(screen, f"{name}-longer")
    assert _cut(screen) + _outside(screen) + _sideways(screen) == []


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("dress", ["drawn", "small", "200"])
def test_no_text_is_cut_in_spanish(shown: Show, name: str, dress: str) -> None:
    i18n.use_language("es")
    look().use(scale=2.0 if dress == "200" else 1.0)
    screen = shown(name, 960, 640) if dress == "small" else shown(name)
    _picture(screen, f"{name}-spanish-{dress}")
    assert _cut(screen) + _outside(screen) + _sideways(screen) == []


@pytest.mark.parametrize("name", SCREENS)
def test_the_page_is_whole_from_right_to_left(shown: Show, name: str, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    screen = shown(name)
    _picture(screen, f"{name}-rtl")
    assert _cut(screen) + _outside(screen) + _sideways(screen) == []


@pytest.mark.parametrize("name", SCREENS)
def test_no_text_is_cut_at_twice_the_size(shown: Show, name: str) -> None:
    look().use(scale=2.0)
    screen = shown(name)
    _picture(screen, f"{name}-200")
    assert _cut(screen) + _outside(screen) + _sideways(screen) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", SCREENS)
def test_large_text_does_not_push_the_smallest_window_apart(
    shown: Show, name: str, scale: float
) -> None:
    look().use(scale=scale)
    screen = shown(name, 960, 640)
    _picture(screen, f"{name}-small-{scale:.0%}")
    window = screen.window()
    assert (window.width(), window.height()) == (960, 640)
    assert _cut(screen) + _outside(screen) + _sideways(screen) == []


@pytest.mark.parametrize("name", SCREENS)
def test_the_page_follows_the_text_size_while_it_is_shown(
    shown: Show, at_rest: Callable[[QWidget], None], name: str
) -> None:
    screen = shown(name)
    look().use(scale=1.5)
    at_rest(screen)
    assert _cut(screen) + _sideways(screen) == []


@pytest.mark.parametrize("name", SCREENS)
def test_the_dark_page_has_no_light_ground_left(shown: Show, name: str) -> None:
    look().use(theme=Theme.DARK)
    screen = shown(name)
    _picture(screen, f"{name}-dark")
    picture = screen.window().grab().toImage()
    # Paper is white in every theme: it is shown as it will be printed.
    papers = [
        QRect(part.mapTo(screen.window(), QPoint(0, 0)), part.size())
        for part in _all(screen)
        if part.property("paper")
    ]
    sampled = [
        picture.pixelColor(x, y).lightness()
        for x in range(4, picture.width(), 16)
        for y in range(4, picture.height(), 16)
        if not any(paper.contains(x, y) for paper in papers)
    ]
    light = sum(value > 150 for value in sampled) / len(sampled)
    assert light < 0.1
