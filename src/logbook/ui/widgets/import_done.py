"""The last step of an import: what was kept, what was written, and the way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.message import ImportSummary
from logbook.i18n import translate
from logbook.tasks.say_import import say_warning
from logbook.ui.style import add_gap, limited, spaced
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.empty_state import RoundIcon
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale

_COLUMN_PX = 720
_FOUND_LATE = "member_damaged"  # a picture is read when it is kept; the rest the check has said


class ImportDone(QWidget):
    """Says the counts, which add up."""

    see_pressed = Signal()
    another_pressed = Signal()
    undo_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Text("", "title", wrap=True)
        self.counts = Text("", "body", "text-2", wrap=True)
        self.see = Button(translate("Import", "See them"), Variant.PRIMARY)
        self.see.clicked.connect(self.see_pressed)
        self.another = Button(translate("Import", "Import another file"))
        self.another.clicked.connect(self.another_pressed)
        self.undo = Button(translate("Import", "Undo import"), icon="arrow-counter-clockwise")
        self.undo.clicked.connect(self.undo_pressed)
        buttons = ChipFlow(gap=10)
        for button in (self.see, self.another, self.undo):
            buttons.add(button)
        inside = QWidget()
        limited(inside, width=_COLUMN_PX)
        column = QVBoxLayout(inside)
        spaced(column, gap=8)
        row = QHBoxLayout()
        row.addWidget(RoundIcon("check-bold"))
        row.addStretch(1)
        column.addLayout(row)
        add_gap(column, 4)
        column.addWidget(self.head)
        column.addWidget(self.counts)
        add_gap(column, 10)
        column.addWidget(buttons)
        outer = QHBoxLayout()
        spaced(outer, margins=(28, 32, 28, 28))
        outer.addWidget(inside, 1000)
        outer.addStretch(1)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addLayout(outer)
        whole.addStretch(1)

    def first_focus(self) -> QWidget:
        """Return the button for what most people do next."""
        return self.another if self.see.isHidden() else self.see

    def say(self, summary: ImportSummary, entries: int) -> None:
        """Say what an import came to."""
        kept = translate("Import", "%n message kept|%n messages kept", "", summary.messages_stored)
        made = translate("Import", "%n entry written|%n entries written", "", entries)
        if not summary.messages_stored and summary.already_here:
            kept = translate("Import", "All of these messages are already in this book")
        self.head.setText(f"{kept}, {made}" if entries else kept)
        self.counts.setText("\n".join(_said_counts(summary)))
        here = bool(summary.messages_stored or summary.already_here)
        self.see.setVisible(bool(entries) or here)
        self.undo.setVisible(summary.import_id is not None and summary.messages_stored > 0)


def _said_counts(summary: ImportSummary) -> list[str]:
    """Say the counts that add up, and what is missing."""
    said = [
        translate(
            "Import",
            "%n record in the file: {stored} kept, {here} already here, {missed} not understood.|"
            "%n records in the file: {stored} kept, {here} already here, {missed} not understood.",
            "",
            summary.records_in_file,
            stored=locale().toString(summary.messages_stored),
            here=locale().toString(summary.already_here),
            missed=locale().toString(len(summary.not_understood)),
        )
    ]
    if summary.already_here:
        said.append(translate("Import", "Messages that were already in this book are left out."))
    if summary.not_understood:
        said.append(translate("Import", "What was not understood stays in the original file."))
    if summary.missing:
        said.append(
            translate(
                "Import",
                "%n file is named in the chat and was not exported with it.|"
                "%n files are named in the chat and were not exported with it.",
                "",
                len(summary.missing) + summary.more_missing,
            )
        )
    damaged = (code for code in summary.warnings if code == _FOUND_LATE)
    return said + [" ".join(say_warning(code)) for code in damaged]
