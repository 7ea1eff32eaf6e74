"""Names to choose one of, however many there are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logbook.ui.models.name_list import NameList
from logbook.ui.widgets.field import Select


def test_the_first_row_is_for_all_and_a_name_may_be_missing() -> None:
    names = NameList("All chats", "Chat without a name")
    names.show(("Dale", "", "Mum"))
    shown = [names.data(names.index(row)) for row in range(names.rowCount())]
    assert shown == ["All chats", "Dale", "Chat without a name", "Mum"]
    assert [names.place_of(row) for row in range(4)] == [None, 0, 1, 2]
    assert [names.name_of(row) for row in range(4)] == ["", "Dale", "", "Mum"]
    assert names.data(names.index(1), int(Qt.ItemDataRole.UserRole)) is None
    assert names.rowCount(names.index(1)) == 0


def test_a_hundred_thousand_names_open_as_a_list_that_can_be_chosen_from(qtbot: QtBot) -> None:
    names = NameList("All chats")
    select = Select("Chat")
    qtbot.addWidget(select)
    select.show_names(names)
    assert select.currentText() == "All chats"
    names.show([f"Person {number}" for number in range(100_000)])
    select.setCurrentIndex(0)
    select.show()
    select.showPopup()
    assert select.view().sizeHintForRow(99_999) > 0
    select.hidePopup()
    select.setCurrentIndex(100_000)
    assert select.currentText() == "Person 99999"
    assert names.place_of(select.currentIndex()) == 99_999
