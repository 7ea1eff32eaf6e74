"""Picking people: by name or number, new ones, and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui.style import px
from logbook.ui.widgets.chip import Chip
from logbook.ui.widgets.people_picker import Known, PeoplePicker

KNOWN = (
    Known("Dale Mercer", "The person responsible", "dale mercer +15550147"),
    Known("Priya Nair", "Witness", "priya nair"),
)


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[PeoplePicker]:
    window = QWidget()
    window.resize(340, 500)
    column = QVBoxLayout(window)
    made = PeoplePicker("Who")
    made.set_known(KNOWN)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    column.addStretch(1)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.edit.setFocus()
    yield made
    window.close()


def test_the_empty_field_is_as_high_as_other_fields(picker: PeoplePicker) -> None:
    assert px(38) <= picker.height() <= px(42)
    assert picker.edit.placeholderText() == "Add a person"


def test_typing_offers_who_has_that_name_or_number(picker: PeoplePicker) -> None:
    QTest.keyClicks(picker.edit, "5550147")
    assert picker.offers.isVisible()
    assert picker.offers.names() == ["Dale Mercer", "5550147"]
    assert picker.edit.accessibleDescription() == "Dale Mercer. The person responsible"
    QTest.keyClick(picker.edit, Qt.Key.Key_Down)
    QTest.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.names() == ("5550147",)


def test_a_name_that_nobody_has_becomes_a_new_person(picker: PeoplePicker, qtbot: QtBot) -> None:
    QTest.keyClicks(picker.edit, "Sam  Ortiz")
    with qtbot.waitSignal(picker.changed):
        QTest.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.names() == ("Sam Ortiz",)
    assert not picker.offers.isVisible()


def test_the_arrow_down_offers_everyone_and_the_answer_not_sure(picker: PeoplePicker) -> None:
    QTest.keyClick(picker.edit, Qt.Key.Key_Down)
    assert picker.offers.names() == ["Dale Mercer", "Priya Nair", "Not sure who"]
    QTest.keyClick(picker.edit, Qt.Key.Key_Up)
    QTest.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.names() == ("Not sure who",)
    QTest.keyClick(picker.edit, Qt.Key.Key_Down)
    assert "Not sure who" not in picker.offers.names()


def test_coming_by_tab_opens_nothing(picker: PeoplePicker) -> None:
    assert not picker.offers.isVisible()


def test_a_click_offers_and_picks(picker: PeoplePicker) -> None:
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker.rect().center())
    row = picker.offers._rows[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert picker.names() == ("Priya Nair",)


def test_escape_closes_the_offers_alone(picker: PeoplePicker) -> None:
    QTest.keyClicks(picker.edit, "Da")
    QTest.keyClick(picker.edit, Qt.Key.Key_Escape)
    assert not picker.offers.isVisible()
    assert picker.edit.text() == "Da"


def test_backspace_chooses_the_last_chip_and_then_takes_it_out(
    picker: PeoplePicker, qtbot: QtBot
) -> None:
    picker.fill(["Dale Mercer", "Priya Nair"])
    qtbot.waitUntil(picker.findChildren(Chip)[-1].isVisible)
    QTest.keyClick(picker.edit, Qt.Key.Key_Backspace)
    chip = QApplication.focusWidget()
    assert isinstance(chip, Chip)
    assert chip.text() == "Priya Nair"
    QTest.keyClick(chip, Qt.Key.Key_Backspace)
    assert picker.names() == ("Dale Mercer",)
    assert picker.edit.hasFocus()


def test_a_name_is_chosen_once(picker: PeoplePicker) -> None:
    picker.add("Dale Mercer")
    picker.add("Dale  Mercer")
    assert picker.names() == ("Dale Mercer",)
    assert picker.offers.names() == [] or not picker.offers.isVisible()


def test_a_half_typed_name_is_kept_in_a_draft_and_taken_on_saving(picker: PeoplePicker) -> None:
    picker.add("Dale Mercer")
    QTest.keyClicks(picker.edit, "Pri")
    assert picker.names_and_typed() == ("Dale Mercer", "Pri")
    picker.settle_typed()
    assert picker.names() == ("Dale Mercer", "Pri")


def test_the_box_stands_beside_the_chip_while_there_is_room(
    picker: PeoplePicker, qtbot: QtBot
) -> None:
    before = picker.height()
    picker.add("Dale")
    qtbot.waitUntil(picker.findChildren(Chip)[0].isVisible)
    chip = picker.findChildren(Chip)[0]
    assert picker.edit.geometry().center().y() == chip.geometry().center().y()
    assert picker.height() == before
    for name in ("Alexandra Whitfield", "Bartholomew Jones", "Christina Fell"):
        picker.add(name)
    qtbot.waitUntil(lambda: picker.height() > before)


def test_going_on_closes_the_offers(picker: PeoplePicker) -> None:
    QTest.keyClicks(picker.edit, "Da")
    QTest.keyClick(picker.edit, Qt.Key.Key_Tab)
    assert not picker.offers.isVisible()


def test_what_was_half_typed_for_one_entry_is_gone_from_the_next(picker: PeoplePicker) -> None:
    QTest.keyClicks(picker.edit, "Priy")
    assert picker.names_and_typed() == ("Priy",)
    picker.fill(["Dale Mercer"])
    assert picker.edit.text() == ""
    assert picker.names_and_typed() == ("Dale Mercer",)
