"""A page that was built in another text size has the sizes of one that is built in this one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui import dressing
from logbook.ui.book_view import BookView
from logbook.ui.jobs import Jobs
from logbook.ui.page import find_pages
from logbook.ui.pages.first_run import FirstRunPage
from logbook.ui.pages.lock import LockPage
from logbook.ui.pages.restore import RestorePage
from logbook.ui.settings.section import find_sections
from logbook.ui.style import look
from logbook.ui.watch import InputWatch
from logbook.vault.vault import Vault

SHOWN: list[tuple[str, dict[str, object]]] = [
    *((page_id, {}) for page_id in find_pages()),
    *(("settings", {"section": kind.section_id}) for kind in find_sections()),
]


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dressing, "_REST_MS", 0)
    monkeypatch.setattr(dressing, "_PAUSE_MS", 0)


def _sizes(top: QWidget) -> Iterator[tuple[object, ...]]:
    """Give what a widget and its parts ask of their layouts, each with a name to find it by."""
    for part in top.findChildren(QWidget):
        if part.objectName().startswith("qt_"):
            continue  # Qt's own, of a size that it sets when they are shown
        least, most = part.minimumSize(), part.maximumSize()
        icon = part.iconSize().toTuple() if isinstance(part, QAbstractButton) else ()
        letters = part.font().pixelSize() if part.property("role") else 0
        yield (_path(part, top), least.toTuple(), most.toTuple(), icon, letters)
    for layout in top.findChildren(QLayout):
        items = [layout.itemAt(at) for at in range(layout.count())]
        gaps = tuple(item.sizeHint().toTuple() for item in items if item and item.spacerItem())
        margins = layout.contentsMargins()
        # Whether a bar stands in the last one is only known where the column is shown.
        last = margins.right() if layout.property("beside_bar") is None else 0
        edges = (margins.left(), margins.top(), last, margins.bottom())
        holder = layout.parentWidget()
        yield (_path(holder, top), type(layout).__name__, edges, layout.spacing(), gaps)


def _path(part: QWidget | None, top: QWidget) -> str:
    names = []
    while part is not None:
        names.append(type(part).__name__)
        part = part.parentWidget() if part is not top else None
    return " < ".join(names[:5])


def _wait(qtbot: QtBot, jobs: Jobs, view: QWidget) -> None:
    qtbot.waitUntil(lambda: not jobs.busy)
    for _ in range(5):
        qtbot.wait(1)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert view.isVisible()


def _differ(there: Counter[Any], here: Counter[Any]) -> list[Any]:
    """Return what only one of them has; in which order a widget has its parts is no matter."""
    return sorted(map(str, [*(there - here), *(here - there)]))


@pytest.mark.parametrize(("page_id", "arguments"), SHOWN, ids=str)
def test_a_page_follows_the_text_size(
    qtbot: QtBot, vault: Vault, jobs: Jobs, page_id: str, arguments: dict[str, object]
) -> None:
    found = []
    for before in (2.0, 1.0):
        look().use(scale=before)
        view = BookView(vault, jobs)
        qtbot.addWidget(view)
        view.resize(1280, 800)
        view.show()
        view.show_page(page_id, arguments)
        _wait(qtbot, jobs, view)
        while view.current is not None and view.current.build_more():
            pass
        look().use(scale=2.0)
        view.show_page(page_id, arguments)
        _wait(qtbot, jobs, view)
        qtbot.waitUntil(lambda: not look().dressing.behind)
        found.append(Counter(_sizes(view)))
        view.hide()
    assert _differ(*found) == []


@pytest.mark.parametrize("front", ["lock", "first_run", "restore"])
def test_a_first_screen_follows_the_text_size(
    qtbot: QtBot, qapp: QApplication, jobs: Jobs, tmp_path: Path, front: str
) -> None:
    watch = InputWatch(qapp)
    makers: dict[str, Callable[[], QWidget]] = {
        "lock": lambda: LockPage(jobs, tmp_path),
        "first_run": lambda: FirstRunPage(jobs, watch),
        "restore": lambda: RestorePage(jobs),
    }
    found = []
    for before in (2.0, 1.0):
        look().use(scale=before)
        page = makers[front]()
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        look().use(scale=2.0)
        _wait(qtbot, jobs, page)
        qtbot.waitUntil(lambda: not look().dressing.behind)
        found.append(Counter(_sizes(page)))
        page.hide()
    assert _differ(*found) == []
