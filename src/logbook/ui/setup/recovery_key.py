"""The recovery key on the screen: its groups, and the ways to a sheet of paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QLocale, QMarginsF, QSaveFile
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui import files
from logbook.ui.clipboard import Clipboard
from logbook.ui.style import font, spaced
from logbook.ui.tongue import prints_on_letter
from logbook.ui.widgets.button import Button, Size
from logbook.ui.widgets.chip import Flow
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text

_SHEET_DPI = 300
_SHEET_NAME = "sheet.pdf"  # says nothing (DESIGN 12.6)


class RecoveryKey(Surface):
    """Shows a key once; printing, saving and copying are asked for."""

    def __init__(self, code: str) -> None:
        super().__init__("group")
        self.groups = code.replace("-", " ").split()
        self._clipboard = Clipboard(self)
        code_box = QWidget()
        code_box.setAccessibleName(" ".join(self.groups))
        flow = Flow(code_box, gap=14)
        self._shown: list[Text] = []
        for part in self.groups:
            text = Text(part, "heading")
            text.setFont(font("heading", distinct=True))
            text.setAccessibleName(" ".join(part))
            self._shown.append(text)
            flow.addWidget(text)
        self.print_button = Button(translate("Setup", "Print"), icon="printer", size=Size.SMALL)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button = Button(
            translate("Setup", "Save"), icon="download-simple", size=Size.SMALL
        )
        self.save_button.clicked.connect(self._choose_target)
        self.copy_button = Button(translate("Setup", "Copy"), icon="copy", size=Size.SMALL)
        self.copy_button.clicked.connect(self._copy)
        self.problem = Text("", "small", "danger", wrap=True)
        self.problem.hide()
        row = QHBoxLayout()
        spaced(row, gap=8)
        for button in (self.print_button, self.save_button, self.copy_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, margins=(18, 14, 18, 14), gap=12)
        column.addWidget(code_box)
        column.addLayout(row)
        column.addWidget(self.problem)

    def forget(self) -> None:
        """Take the key off the screen and off the clipboard."""
        self._clipboard.clear()
        self.groups = []
        for text in self._shown:
            text.setText("")

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
        for number, part in enumerate(self.groups, start=1):
            top += dots_per_inch // 2
            painter.setFont(small)
            painter.drawText(left, top, str(number))
            painter.setFont(big)
            painter.drawText(left + dots_per_inch // 2, top, part)

    def save_sheet(self, target: Path) -> bool:
        """Write the sheet as a PDF where the person chose; False when that place refuses it."""
        out = QSaveFile(str(target))
        if not out.open(QIODevice.OpenModeFlag.WriteOnly):
            return False
        writer = QPdfWriter(out)
        writer.setResolution(_SHEET_DPI)
        writer.setTitle("")
        writer.setCreator("")
        sizes = QPageSize.PageSizeId
        usual = QPageSize(sizes.Letter if prints_on_letter(QLocale.system()) else sizes.A4)
        writer.setPageLayout(
            QPageLayout(usual, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        painter = QPainter(writer)
        self.draw_sheet(painter, _SHEET_DPI)
        painter.end()
        return out.commit()

    def _choose_target(self) -> None:
        files.choose_target(self, _SHEET_NAME, self._save_to)

    def _save_to(self, target: Path) -> None:
        saved = self.save_sheet(target)
        self.problem.set_colour("text-2" if saved else "danger")
        self.problem.setText(
            translate("Setup", "Saved. Anyone who opens this file can read the key.")
            if saved
            else translate("Setup", "It could not be saved there. Choose another place.")
        )
        self.problem.show()

    def _copy(self) -> None:
        self._clipboard.put(" ".join(self.groups))
