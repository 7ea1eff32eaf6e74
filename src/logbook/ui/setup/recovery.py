"""After the book is made: the recovery key, to print or copy by hand, shown this once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.clipboard import Clipboard
from logbook.ui.setup.step import Step
from logbook.ui.style import font, px, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Size
from logbook.ui.widgets.chip import Flow, Tone
from logbook.ui.widgets.line_field import Field, LineEdit
from logbook.ui.widgets.surface import Surface
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
        self._groups = code.replace("-", " ").split()
        self._clipboard = Clipboard(self)
        self._build_code()
        self.column.addSpacing(px(18))
        ask = translate("Setup", "Type two groups from your sheet, to see that it is right")
        self.column.addWidget(Text(ask, "label"))
        self.column.addSpacing(px(8))
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
        self.column.addSpacing(px(18))
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
        return self._print

    def go_on(self) -> None:
        wrong = False
        for number, box, field in zip(ASKED_GROUPS, self.boxes, self._fields, strict=True):
            if _plain(box.text()) != _plain(self._groups[number - 1]):
                wrong = True
                field.set_problem(
                    translate(
                        "Setup", "This is not group {n}. Compare it with your sheet.", n=number
                    )
                )
        if not wrong:
            self.ready.emit()

    def leave(self) -> None:
        self._clipboard.clear()

    def _build_code(self) -> None:
        group = Surface("group")
        row = QHBoxLayout(group)
        spaced(row, margins=(18, 14, 14, 14), gap=8)
        code = QWidget()
        code.setAccessibleName(" ".join(self._groups))
        flow = Flow(code, gap=14)
        for part in self._groups:
            text = Text(part, "heading")
            text.setFont(font("heading", distinct=True))
            text.setAccessibleName(" ".join(part))
            flow.addWidget(text)
        self._print = Button(translate("Setup", "Print"), icon="printer", size=Size.SMALL)
        self._print.clicked.connect(self.print_sheet)
        copy = Button(translate("Setup", "Copy"), icon="copy", size=Size.SMALL)
        copy.clicked.connect(self._copy)
        row.addWidget(code, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._print)
        row.addWidget(copy)
        self.column.addWidget(group)

    def print_sheet(self) -> None:
        """Print the key under a title that says nothing."""
        from PySide6.QtPrintSupport import (  # noqa: PLC0415 - loads the printing system
            QPrintDialog,
            QPrinter,
        )

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(translate("Setup", "Page"))  # spoolers show it (features.md 21)
        dialog = QPrintDialog(printer, self)

        def draw() -> None:
            painter = QPainter(printer)
            self.draw_sheet(painter, printer.resolution())
            painter.end()

        dialog.accepted.connect(draw)
        QDialog.open(dialog)

    def draw_sheet(self, painter: QPainter, dots_per_inch: int) -> None:
        """Draw the sheet: the groups, numbered, and one line of help; no name of the program."""
        big = QFont(font("title", distinct=True))
        big.setPixelSize(dots_per_inch // 4)
        small = QFont(font("body"))
        small.setPixelSize(dots_per_inch // 7)
        left, top = dots_per_inch, dots_per_inch
        painter.setFont(small)
        painter.drawText(left, top, translate("Setup", "Keep this sheet somewhere safe."))
        for number, part in enumerate(self._groups, start=1):
            top += dots_per_inch // 2
            painter.setFont(small)
            painter.drawText(left, top, str(number))
            painter.setFont(big)
            painter.drawText(left + dots_per_inch // 2, top, part)

    def _copy(self) -> None:
        self._clipboard.put(" ".join(self._groups))

    def _typed(self) -> None:
        for field in self._fields:
            field.set_problem("")


def _plain(group: str) -> str:
    """Return a group as its reader takes it: without case, and O, I, L read as digits."""
    folded = "".join(group.split()).upper()
    return folded.replace("O", "0").replace("I", "1").replace("L", "1")
