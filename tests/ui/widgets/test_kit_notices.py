from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.drop_zone import DropZone
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.progress_row import ProgressBar, ProgressRow
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.toast import Toast
from logbook.ui.widgets.tone import Tone


def test_a_toast_offers_undo_once(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    parent.show()
    toast = Toast(parent)
    undone: list[bool] = []
    toast.say("Entry moved to the bin", lambda: undone.append(True))
    assert toast.isVisible()
    assert toast.geometry().bottom() < 600
    toast.button.click()
    assert not toast.isVisible()
    assert not toast.undo()
    assert undone == [True]


def test_a_toast_without_undo_has_no_button(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    toast = Toast(parent)
    toast.say("Saved")
    assert not toast.button.isVisible()


def test_a_banner_says_its_state_to_readers_too(qtbot: QtBot) -> None:
    banner = Banner("All 112 files match", "", Tone.SUCCESS)
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "All 112 files match"
    banner.say("One file has changed", "The first copy is in your backup.", Tone.DANGER)
    assert banner.accessibleDescription() == "The first copy is in your backup."


def _row(qtbot: QtBot) -> tuple[ProgressRow, list[float]]:
    row = ProgressRow("Reading messages")
    qtbot.addWidget(row)
    now = [0.0]
    row.set_clock(lambda: now[0])
    return row, now


def _words(row: ProgressRow) -> list[str]:
    return [row.count_text(), row.left_text()]


def test_progress_says_count_and_time_left_after_two_seconds(qtbot: QtBot) -> None:
    row, now = _row(qtbot)
    row.show_progress(10, 4212)
    assert _words(row) == ["10 of 4,212", "You can keep working."]
    now[0] = 20.0
    row.show_progress(2611, 4212)
    assert _words(row) == ["2,611 of 4,212", "About 10 seconds left. You can keep working."]
    now[0] = 60.0
    row.show_progress(1000, 4212)
    assert row.left_text() == "About 3 minutes left. You can keep working."


def test_bytes_are_told_in_percent_and_work_that_blocks_promises_nothing(qtbot: QtBot) -> None:
    row = ProgressRow("Restoring", alone=True, in_percent=True)
    qtbot.addWidget(row)
    now = [0.0]
    row.set_clock(lambda: now[0])
    row.show_progress(0, 0, "Checking pages")
    assert _words(row) == ["", ""]
    now[0] = 60.0
    row.show_progress(123_456_789, 456_789_012)
    assert _words(row) == ["27 %", "About 3 minutes left."]


def test_an_unknown_total_is_not_made_up(qtbot: QtBot) -> None:
    row, _ = _row(qtbot)
    row.show_progress(0, 0, "Opening")
    assert _words(row) == ["", "You can keep working."]
    row.show_progress(250, 0)
    assert row.count_text() == "250"


def test_stop_is_pressed_once(qtbot: QtBot) -> None:
    row, _ = _row(qtbot)
    pressed: list[bool] = []
    row.stop_pressed.connect(lambda: pressed.append(True))
    button = row.findChildren(Button)[0]
    button.click()
    button.click()
    assert pressed == [True]


def test_the_bar_shows_large_totals(qtbot: QtBot) -> None:
    bar = ProgressBar("Copying")
    qtbot.addWidget(bar)
    bar.set_part(6 * 2**30, 8 * 2**30)
    assert bar.value() == 750
    bar.set_part(9, 8)
    assert bar.value() == bar.maximum()


def test_a_question_is_answered_by_mouse_enter_and_escape(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    window.activateWindow()
    answers: list[str] = []
    for how in ("escape", "enter", "delete"):
        dialog = Dialog("Delete this entry for good?", "You cannot undo this.", window)
        keep = dialog.add_button("keep", "Keep it")
        delete = dialog.add_button("delete", "Delete for good")
        dialog.answered.connect(answers.append)
        dialog.open()
        if how == "escape":
            QTest.keyClick(delete, Qt.Key.Key_Escape)
        elif how == "enter":
            QTest.keyClick(keep, Qt.Key.Key_Return)
        else:
            delete.click()
    assert answers == ["keep", "keep", "delete"]


def test_a_question_covers_its_window_when_that_grows(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    dialog = Dialog("Sure?", "", window)
    dialog.add_button("no", "No")
    dialog.open()
    window.resize(1000, 700)
    assert dialog.size() == window.size()


def test_an_empty_page_offers_its_one_button(qtbot: QtBot) -> None:
    empty = EmptyState("paperclip", "No files yet", "Drop a photo anywhere.", "Add files")
    qtbot.addWidget(empty)
    pressed: list[bool] = []
    empty.pressed.connect(lambda: pressed.append(True))
    empty.button.click()
    assert pressed == [True]


def test_a_drop_zone_says_what_letting_go_does_and_moves_nothing(qtbot: QtBot) -> None:
    zone = DropZone("Drop files here", "The originals stay as they are", "Choose")
    qtbot.addWidget(zone)
    zone.show()
    words = zone.findChild(Text)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(f"/{number}.jpg") for number in range(2)])
    before = zone.sizeHint()
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    zone.dragEnterEvent(QDragEnterEvent(QPoint(1, 1), Qt.DropAction.CopyAction, held, *nothing))
    assert words.text() == "Let go to add 2 files"
    assert not zone.button.isVisible()
    assert zone.sizeHint().height() == before.height()
    zone.dragLeaveEvent(QDragLeaveEvent())
    assert words.text() == "Drop files here"
    assert zone.button.isVisible()
