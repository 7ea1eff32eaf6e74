"""After the book is made: the recovery key, to print, save or copy by hand, shown this once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.setup.recovery_key import RecoveryKey
from logbook.ui.setup.step import Step
from logbook.ui.style import add_gap, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.chip import Tone
from logbook.ui.widgets.line_field import Field, LineEdit
from logbook.ui.widgets.text import Text

ASKED_GROUPS = (3, 6)  # counted from 1


class RecoveryStep(Step):
    """Shows the key in groups and asks for two of them again, so that the paper is right."""

    def __init__(self, code: str) -> None:
        super().__init__(
            translate("Setup", "Keep a recovery key"),
            translate(
                "Setup",
                "It opens your book when you forget the passphrase. It is shown this once "
                "and kept nowhere. Anyone who finds the sheet can open the book with it.",
            ),
        )
        self.key = RecoveryKey(code)
        self.column.addWidget(self.key)
        add_gap(self.column, 18)
        ask = translate("Setup", "Type two groups from your sheet, to see that it is right")
        self.column.addWidget(Text(ask, "label"))
        add_gap(self.column, 8)
        row = QHBoxLayout()
        spaced(row, gap=20)
        self.boxes: list[LineEdit] = []
        self._fields: list[Field] = []
        for number in ASKED_GROUPS:
            label = translate("Setup", "Group {n}", n=number)
            box = LineEdit(label)
            box.textChanged.connect(self._typed)
            field = Field(label, box)
            self.boxes.append(box)
            self._fields.append(field)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        add_gap(self.column, 18)
        self.column.addWidget(
            Banner(
                translate("Setup", "Keep it away from this computer"),
                translate(
                    "Setup",
                    "With someone you trust, or two halves with two people. Not in a photo.",
                ),
                Tone.NEUTRAL,
            )
        )
        self.column.addStretch(1)

    def first_focus(self) -> QWidget:
        return self.key.print_button

    def go_on(self) -> None:
        wrong = False
        for number, box, field in zip(ASKED_GROUPS, self.boxes, self._fields, strict=True):
            if _plain(box.text()) != _plain(self.key.groups[number - 1]):
                wrong = True
                field.set_problem(
                    translate(
                        "Setup", "This is not group {n}. Compare it with your sheet.", n=number
                    )
                )
        if not wrong:
            self.ready.emit()

    def leave(self) -> None:
        self.key.forget()

    def _typed(self) -> None:
        for field in self._fields:
            field.set_problem("")


def _plain(group: str) -> str:
    """Return a group as its reader takes it: without case, and O, I, L read as digits."""
    folded = "".join(group.split()).upper()
    return folded.replace("O", "0").replace("I", "1").replace("L", "1")
