"""What is known of one report of the list, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.models.report_draft import Entries, Messages, ReportDraft
from logbook.ui.models.report_list import DraftRow, SavedRow, said_time
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale


class ReportDetail(Surface):
    """Says nothing while nothing is selected."""

    open_pressed = Signal()
    rename_pressed = Signal()
    duplicate_pressed = Signal()
    delete_pressed = Signal()
    copy_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._digest = ""
        self._title = Text("", "heading", wrap=True)
        self._facts = QVBoxLayout()
        spaced(self._facts, gap=10)
        self._open = Button(translate("Report", "Open"), icon="pencil-simple")
        self._rename = Button(translate("Report", "Rename"))
        self._duplicate = Button(translate("Report", "Make a copy"))
        self._copy = Button(translate("Report", "Copy the fingerprint"))
        self._delete = Button("", Variant.DANGER)
        buttons = ChipFlow(gap=8)
        for button, pressed in (
            (self._open, self.open_pressed),
            (self._rename, self.rename_pressed),
            (self._duplicate, self.duplicate_pressed),
            (self._copy, None),
            (self._delete, self.delete_pressed),
        ):
            buttons.add(button)
            if pressed is not None:
                button.clicked.connect(pressed)
        self._copy.clicked.connect(self._copy_digest)
        column = QVBoxLayout()
        spaced(column, margins=(24, 22, 24, 24), gap=14)
        column.addWidget(self._title)
        column.addWidget(buttons)
        column.addWidget(Line())
        column.addLayout(self._facts)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(ScrollColumn(column))
        self.say(None)

    def say(self, row: DraftRow | SavedRow | None) -> None:
        """Show a row."""
        self.setVisible(row is not None)
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if row is None:
            return
        is_draft = isinstance(row, DraftRow)
        for button in (self._open, self._rename, self._duplicate):
            button.setVisible(isinstance(row, DraftRow) and row.draft is not None)
        self._copy.setVisible(not is_draft)
        self._delete.setText(
            translate("Report", "Delete this draft")
            if is_draft
            else translate("Report", "Take off the list")
        )
        self._title.setText(row.title)
        facts = _draft_facts(row) if isinstance(row, DraftRow) else _saved_facts(row)
        self._digest = row.saved.sha256 if isinstance(row, SavedRow) else ""
        for label, value in facts:
            self._facts.addWidget(_Fact(label, value))

    def _copy_digest(self) -> None:
        self.copy_pressed.emit(self._digest)


class _Fact(QWidget):
    def __init__(self, label: str, value: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=1)
        column.addWidget(Text(label, "caption", "text-3"))
        column.addWidget(Text(value, "body", wrap=True))


def _draft_facts(row: DraftRow) -> list[tuple[str, str]]:
    facts = [(translate("Report", "Last changed"), said_time(row.changed_at))]
    if row.draft is None:
        return facts
    draft = row.draft
    for label, value in (
        (translate("Report", "Court"), draft.court.strip()),
        (translate("Report", "Case number"), draft.case_number.strip()),
        (translate("Report", "Entries"), _entries_said(draft)),
        (translate("Report", "Messages"), _messages_said(draft)),
    ):
        if value:
            facts.append((label, value))
    return facts


def _entries_said(draft: ReportDraft) -> str:
    if draft.entries == Entries.PICKED:
        return translate("Report", "%n entry picked|%n entries picked", "", len(draft.picked))
    which = translate("Report", "All entries")
    if draft.entries == Entries.DAYS:
        which = translate("Report", "Those of some days")
    if draft.entries == Entries.FILTER and draft.saved_filter is not None:
        which = translate("Report", "Those of “{filter}”", filter=draft.saved_filter.name)
    if not draft.made:
        return which
    number = locale().toString(draft.made)
    return translate("Report", "{which}, {n} when last made", which=which, n=number)


def _messages_said(draft: ReportDraft) -> str:
    if draft.messages == Messages.CHATS:
        chats = len(draft.chats)
        return translate("Report", "%n whole conversation|%n whole conversations", "", chats)
    if draft.messages == Messages.ALL:
        return translate("Report", "All imported messages")
    return translate("Report", "Those of the entries")


def _saved_facts(row: SavedRow) -> list[tuple[str, str]]:
    digest = row.saved.sha256
    groups = " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
    pages = translate("Report", "%n page|%n pages", "", row.saved.pages)
    entries = translate("Report", "%n entry|%n entries", "", row.saved.entries)
    return [
        (translate("Report", "What it holds"), f"{pages}, {entries}"),
        (translate("Report", "Fingerprint (SHA-256)"), groups),
        (
            translate("Report", "Where it lies"),
            translate("Report", "You chose the place. The book does not keep it."),
        ),
    ]
