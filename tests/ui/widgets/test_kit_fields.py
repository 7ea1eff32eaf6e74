from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QFont, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui.style import look
from logbook.ui.widgets import line_field
from logbook.ui.widgets.field import Field, LineEdit, PassphraseEdit, SearchField, Select, TextBox

PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def test_no_input_method_learns_what_is_typed(qtbot: QtBot) -> None:
    passphrase = PassphraseEdit("Passphrase")
    qtbot.addWidget(passphrase)
    for edit in (LineEdit("Place"), TextBox("What happened"), passphrase.edit):
        if edit is not passphrase.edit:
            qtbot.addWidget(edit)
        assert edit.inputMethodHints() & PRIVATE == PRIVATE


def test_a_problem_is_said_and_marked_and_taken_back(qtbot: QtBot) -> None:
    edit = LineEdit("Date")
    field = Field("Date", edit, hint="As you remember it")
    qtbot.addWidget(field)
    field.show()
    field.set_problem("February has no day 31.")
    shown = [label.text() for label in field.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Date", "February has no day 31."]
    assert edit.property("problem") is True
    assert edit.accessibleDescription() == "February has no day 31."
    field.set_problem("")
    shown = [label.text() for label in field.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Date", "As you remember it"]
    assert edit.property("problem") is False


def test_checks_come_when_the_field_is_left_and_not_before(
    qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    first, second = LineEdit("One"), LineEdit("Two")
    holder = Field("Both", first)
    qtbot.addWidget(holder)
    holder.layout().addWidget(second)
    activate(holder)
    left: list[bool] = []
    first.left_field.connect(lambda: left.append(True))
    first.setFocus()
    QTest.keyClicks(first, "31/02")
    assert not left
    second.setFocus()
    assert left == [True]


def test_what_was_typed_can_be_wiped(qtbot: QtBot) -> None:
    edit = PassphraseEdit("Passphrase")
    qtbot.addWidget(edit)
    edit.edit.setText("maple órbit")
    assert edit.take() == bytearray("maple órbit".encode())
    edit.clear()
    assert edit.empty
    assert not edit.edit.isUndoAvailable()


def test_the_search_can_be_cleared_by_escape_and_by_its_button(qtbot: QtBot) -> None:
    field = SearchField("Search", "Search words", key="Ctrl F")
    qtbot.addWidget(field)
    field.show()
    searched: list[str] = []
    field.searched.connect(searched.append)
    QTest.keyClicks(field, "tram")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert searched == ["t", "tr", "tra", "tram", ""]


def test_a_long_answer_does_not_widen_its_pane(qtbot: QtBot) -> None:
    select = Select("Court")
    qtbot.addWidget(select)
    before = select.minimumSizeHint().width()
    select.addItem("A court with an unusually long name, in a county far away from here")
    assert select.minimumSizeHint().width() == before


def test_fields_are_as_tall_as_the_design_says(qtbot: QtBot) -> None:
    for edit in (LineEdit("Place"), Select("Court")):
        qtbot.addWidget(edit)
        edit.show()
        assert edit.sizeHint().height() == 38


def test_a_text_box_keeps_its_lines_apart_and_its_words_plain(qtbot: QtBot) -> None:
    box = TextBox("What happened")
    qtbot.addWidget(box)
    box.resize(400, 300)
    box.show()
    changes: list[bool] = []
    box.textChanged.connect(lambda: changes.append(True))
    box.setPlainText("one\ntwo")
    assert changes == [True], "spacing the lines is no change of the words"
    layout = box.document().documentLayout()
    first, second = (box.document().findBlockByNumber(at) for at in (0, 1))
    apart = layout.blockBoundingRect(second).top() - layout.blockBoundingRect(first).top()
    assert round(apart) == look().line_px("reading")
    box.undo()
    assert box.toPlainText() == "one\ntwo", "what was put in cannot be undone"
    dressed = QMimeData()
    dressed.setHtml("<b>three</b>")
    dressed.setText("three")
    box.selectAll()
    box.insertFromMimeData(dressed)
    assert not box.textCursor().charFormat().fontWeight() > QFont.Weight.Medium
    box.selectAll()
    copied = box.createMimeDataFromSelection()
    assert copied.formats() == ["text/plain"]
    assert copied.text() == "three"
    box.undo()
    assert box.toPlainText() == "one\ntwo"


def test_a_choice_without_room_ends_in_dots_and_is_whole_in_its_tip(qtbot: QtBot) -> None:
    select = Select("Page numbers")
    qtbot.addWidget(select)
    select.addItem("AWR-0001 and every page after it")
    select.resize(140, select.sizeHint().height())
    select.show()
    QApplication.sendEvent(select, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert select.toolTip() == "AWR-0001 and every page after it"
    cut = select.grab().toImage()
    room = select.width() - (select.room_for_choices() - _wide(select))
    shown = select.fontMetrics().elidedText(select.currentText(), Qt.TextElideMode.ElideRight, room)
    assert shown.endswith("…")
    select.setItemText(0, shown)
    assert select.grab().toImage() == cut
    select.resize(select.room_for_choices(), select.height())
    QApplication.sendEvent(select, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert select.toolTip() == "", "what is seen whole needs no tip"
    QToolTip.hideText()


def _wide(select: Select) -> int:
    return select.fontMetrics().horizontalAdvance(select.currentText())


def test_a_problem_is_said_aloud_once_where_it_can_be_seen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        line_field, "announce", lambda _part, words, *, urgent: said.append((words, urgent))
    )
    field = Field("Date", LineEdit("Date"))
    qtbot.addWidget(field)
    field.set_problem("February has no day 31.")
    assert said == [], "nobody sees it"
    field.set_problem("")
    field.show()
    for _ in range(2):
        field.set_problem("February has no day 31.")
    field.set_problem("")
    assert said == [("February has no day 31.", True)]


def test_a_choice_without_a_label_gets_one_that_only_readers_meet(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    alone, labelled = Select("From", around), Select("Paper")
    alone.addItem("From anyone")
    labelled.addItem("A4")
    field = Field("Paper", labelled)
    field.setParent(around)
    around.show()
    around.hide()
    around.show()
    (label,) = [one for one in around.findChildren(QLabel) if one.buddy() is alone]
    assert (label.text(), label.isVisible()) == ("From", False)
    assert [one.text() for one in field.findChildren(QLabel) if one.buddy() is labelled] == [
        "Paper"
    ]
