"""History and uses of a file: what was done to it, and where it stands."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.tasks.view_file import UsingMessage, Viewed
from logbook.ui.style import add_gap, spaced
from logbook.ui.tips import plain_tip
from logbook.ui.viewer import words
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.surface import Line, ScrollColumn
from logbook.ui.widgets.text import Text
from logbook.vault.evidence_uses import FileRevision, UsingEntry


class History(ScrollColumn):
    """Newest first; each description as it was then."""

    def __init__(self) -> None:
        super().__init__()
        spaced(self.column, margins=(23, 18, 23, 20), gap=3)

    def show_file(self, viewed: Viewed) -> None:
        """Say another file."""
        _empty(self)
        revisions = list(reversed(viewed.history))
        for at, one in enumerate(revisions):
            if at:
                self.column.addWidget(_Space(Line()))
            self.column.addWidget(Text(_deed(one), "strong", wrap=True))
            self.column.addWidget(Text(words.moment_here(one.at), "small", "text-2", wrap=True))
            if one.kind == "evidence.describe":
                self._say_words(one)
        _push_up(self)

    def _say_words(self, one: FileRevision) -> None:
        if one.description:
            self.column.addWidget(Text(one.description, "body", wrap=True))
        if one.transcript:
            self.column.addWidget(Text(translate("Viewer", "Words in it"), "label", "text-2"))
            self.column.addWidget(Text(one.transcript, "body", wrap=True))


class UsedIn(ScrollColumn):
    """Entries and messages that have the file; pressing one goes there."""

    entry_pressed = Signal(int)
    message_pressed = Signal(object)  # UsingMessage

    def __init__(self) -> None:
        super().__init__()
        spaced(self.column, margins=(23, 18, 23, 20), gap=4)

    def show_file(self, viewed: Viewed) -> None:
        """Say another file."""
        _empty(self)
        uses = viewed.uses
        if not (uses.entry_count or uses.message_count or viewed.sources):
            self.column.addWidget(Text(translate("Viewer", "Not used yet"), "strong", wrap=True))
            line = translate("Viewer", "You can add this file to an entry, there.")
            self.column.addWidget(Text(line, "small", "text-2", wrap=True))
        if uses.entry_count:
            self._heading(translate("Viewer", "%n entry|%n entries", "", uses.entry_count))
            for entry in uses.entries:
                self._add_entry(entry)
        if uses.message_count:
            self._heading(translate("Viewer", "%n message|%n messages", "", uses.message_count))
            for message in viewed.messages:
                self._add_message(message)
        if viewed.sources:
            self._heading(translate("Viewer", "Came with"))
            for name in dict.fromkeys(viewed.sources):
                self.column.addWidget(Text(name, "body", wrap=True))
        _push_up(self)

    def _heading(self, text: str) -> None:
        if self.column.count():
            self.column.addWidget(_Space(Line()))
        self.column.addWidget(Text(text, "strong", wrap=True))

    def _add_entry(self, entry: UsingEntry) -> None:
        title = entry.title or translate("Viewer", "Entry {number}", number=entry.number)
        row = _Use(title, _when(entry.start_local))
        row.open.clicked.connect(lambda: self.entry_pressed.emit(int(entry.id)))
        self.column.addWidget(row)

    def _add_message(self, message: UsingMessage) -> None:
        place = translate(
            "Viewer",
            "Message {number} in “{chat}”",
            number=message.number,
            chat=message.title,
        )
        row = _Use(place, ", ".join(filter(None, (message.sender, _when(message.local)))))
        row.open.clicked.connect(lambda: self.message_pressed.emit(message))
        self.column.addWidget(row)


class _Use(QWidget):
    """One place where the file is used, and the way there."""

    def __init__(self, title: str, line: str) -> None:
        super().__init__()
        self.open = Button(title, Variant.LINK, size=Size.SMALL)
        self.open.elide()
        self.open.setToolTip(plain_tip(title))
        self.open.setAccessibleDescription(line)
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 2, 0, 4), gap=0)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Text(line, "small", "text-2", wrap=True))


class _Space(QWidget):
    """A line with room above and below."""

    def __init__(self, line: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 8, 0, 8))
        column.addWidget(line)


def _deed(one: FileRevision) -> str:
    """Return what was done, in words."""
    if one.kind == "evidence.describe":
        wrote = one.description or one.transcript
        return (
            translate("Viewer", "You described it")
            if wrote
            else translate("Viewer", "You took the description out")
        )
    return {
        "evidence.add": translate("Viewer", "Added to the book"),
        "evidence.facts": translate("Viewer", "Looked into again"),
        "evidence.remove": translate("Viewer", "Put into the bin"),
        "evidence.restore": translate("Viewer", "Taken out of the bin"),
        "evidence.erase": translate("Viewer", "Deleted for good"),
    }.get(one.kind, one.kind)


def _when(local: str) -> str:
    try:
        when = datetime.fromisoformat(local)
    except ValueError:
        return translate("Viewer", "Time not known")
    return words.day_and_time(when, has_time="T" in local)


def _empty(area: ScrollColumn) -> None:
    while (item := area.column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _push_up(area: ScrollColumn) -> None:
    column = area.column
    if isinstance(column, QVBoxLayout):
        add_gap(column, 4)
        column.addStretch(1)
    area.verticalScrollBar().setValue(0)
