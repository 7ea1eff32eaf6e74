"""The window for a fault of the program: what happened, to copy or save; never sent anywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui import files
from logbook.ui.plain_look import disguise
from logbook.ui.style import font, px, set_role, spaced
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.text import Text


class BugWindow(QDialog):
    """Shows version, system and place; the words that a person wrote are not in it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(disguise().title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(px(640), px(460))
        column = QVBoxLayout(self)
        spaced(column, margins=(24, 22, 24, 20), gap=8)
        column.addWidget(Text(translate("Bug", "The program made a mistake"), "heading"))
        column.addWidget(
            Text(
                translate(
                    "Bug",
                    "What you saved is safe. This is where it happened, without any of your words. "
                    "It is sent nowhere. You can give it to the people who make the program.",
                ),
                "body",
                "text-2",
                wrap=True,
            )
        )
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(translate("Bug", "Where it happened"))
        set_role(self.text, "caption")
        self.text.setFont(font("caption", distinct=True))
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        spaced(row, margins=(0, 8, 0, 0), gap=10)
        row.addStretch(1)
        for words, variant, act in (
            (translate("Bug", "Copy"), Variant.SECONDARY, self._copy),
            (translate("Bug", "Save"), Variant.SECONDARY, self._save),
            (translate("Bug", "Close"), Variant.PRIMARY, self.accept),
        ):
            button = Button(words, variant)
            button.clicked.connect(act)
            row.addWidget(button)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    def _save(self) -> None:
        files.choose_target(self, "report.txt", self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the report where the person chose."""
        try:
            path.write_text(self._report + "\n", "utf-8")
        except OSError as error:
            self.text.appendPlainText(
                "\n" + translate("Bug", "Not saved: {why}", why=error.strerror)
            )
