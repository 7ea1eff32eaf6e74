from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.choice import Check, Segmented, Switch
from logbook.ui.widgets.steps import Steps

CHOICES = [("exact", "Exact"), ("about", "About"), ("between", "Between"), (None, "Not sure")]


def _segments(segmented: Segmented) -> list[QRadioButton]:
    return segmented.findChildren(QRadioButton)


def test_the_first_answer_holds_until_another_is_chosen(qtbot: QtBot) -> None:
    segmented = Segmented("Precision", CHOICES)
    qtbot.addWidget(segmented)
    chosen: list[object] = []
    segmented.chosen.connect(chosen.append)
    assert segmented.value() == "exact"
    _segments(segmented)[2].click()
    assert segmented.value() == "between"
    segmented.choose(None)
    assert segmented.value() is None
    assert chosen == ["between", None]


def test_arrow_keys_go_from_answer_to_answer(
    qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    segmented = Segmented("Precision", CHOICES)
    qtbot.addWidget(segmented)
    activate(segmented)
    _segments(segmented)[0].setFocus()
    QTest.keyClick(_segments(segmented)[0], Qt.Key.Key_Right)
    assert segmented.value() == "about"


def test_answers_say_what_they_answer(qtbot: QtBot) -> None:
    segmented = Segmented("Precision", CHOICES)
    qtbot.addWidget(segmented)
    assert _segments(segmented)[3].accessibleName() == "Precision: Not sure"


def test_answers_break_into_rows_where_there_is_no_room(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    segmented = Segmented("Precision", CHOICES)
    column.addWidget(segmented)
    holder.resize(180, 300)
    holder.show()
    tops = {segment.y() for segment in _segments(segmented)}
    assert len(tops) > 1
    assert all(segment.geometry().right() <= segmented.width() for segment in _segments(segmented))


def test_the_label_of_a_check_box_is_part_of_its_target(qtbot: QtBot) -> None:
    check = Check("I do not need it in a report")
    qtbot.addWidget(check)
    check.resize(check.sizeHint())
    check.show()
    QTest.mouseClick(check, Qt.MouseButton.LeftButton, pos=QPoint(check.width() - 4, 12))
    assert check.isChecked()


def test_a_switch_turns_by_mouse_and_space_and_says_its_name(qtbot: QtBot) -> None:
    switch = Switch("Blur pictures")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    switch.show()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert switch.accessibleName() == "Blur pictures"


def test_a_chip_is_taken_out_by_its_cross_and_by_keys(qtbot: QtBot) -> None:
    chip = Chip("D. Marsh", icon="user", removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    removed: list[str] = []
    chip.removed.connect(lambda: removed.append("removed"))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 6, 13))
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    QTest.keyClick(chip, Qt.Key.Key_Backspace)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 13))
    assert removed == ["removed"] * 3


def test_a_chosen_chip_is_marked_by_more_than_colour(qtbot: QtBot) -> None:
    chip = Chip("Left item", checkable=True)
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.click()
    assert chip.isChecked()
    assert chip.sizeHint().width() > before, "a check mark appears"


def test_chips_wrap_and_are_mirrored_from_right_to_left(qtbot: QtBot) -> None:
    flow = ChipFlow()
    qtbot.addWidget(flow)
    chips = [Chip(f"Chip {number}") for number in range(8)]
    for chip in chips:
        flow.add(chip)
    flow.resize(220, flow.heightForWidth(220))
    flow.show()
    assert len({chip.y() for chip in chips}) > 1
    left = chips[0].x()
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.layout().activate()
    assert chips[0].geometry().right() == flow.width() - 1 - left


def test_the_steps_say_where_one_is(qtbot: QtBot) -> None:
    steps = Steps(["File", "Check", "Choose", "Add"])
    qtbot.addWidget(steps)
    steps.go_to(2)
    assert steps.accessibleName() == "Step 3 of 4: Choose"
    steps.go_to(4)
    assert steps.accessibleName() == "Step 4 of 4: Add", "all are done"
    steps.go_to(2)
    steps.go_to(4)
    assert not steps.grab().isNull()
