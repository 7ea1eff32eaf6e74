"""What is asked for in a window is told to nobody once the window is gone."""

import threading
from typing import Any

from pytestqt.qtbot import QtBot
from shiboken6 import delete

from logbook.ui.book_view import BookView
from logbook.ui.jobs import Jobs
from logbook.vault.vault import Vault


def test_a_result_reaches_the_page_that_asked(book_view: BookView, qtbot: QtBot) -> None:
    told: list[Any] = []
    book_view.desk.on_vault(lambda _vault: 7, then=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [7]


def test_a_result_and_a_failure_that_come_after_the_window_are_dropped(
    vault: Vault, jobs: Jobs, qtbot: QtBot
) -> None:
    view = BookView(vault, jobs)
    told: list[Any] = []
    go_on = threading.Event()

    def late(_vault: object) -> int:
        go_on.wait()
        return 7

    def broken(_vault: object) -> None:
        raise ValueError

    desk = view.desk
    desk.on_vault(late, then=told.append, failed=told.append)
    desk.on_vault(broken, then=told.append, failed=told.append)
    delete(view)
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == []
