"""The places that words lead to: pages and settings at once, what the book holds a blink later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from logbook.i18n import translate
from logbook.tasks.go_to import Found, FoundKind
from logbook.ui.words import locale, short_day, title_words

Index = QModelIndex | QPersistentModelIndex
PlaceRole = int(Qt.ItemDataRole.UserRole) + 1
_ICONS = {
    FoundKind.ENTRY: "clock-counter-clockwise",
    FoundKind.PERSON: "user",
    FoundKind.CONVERSATION: "chat-text",
    FoundKind.EVIDENCE: "paperclip",
    FoundKind.MESSAGE: "chat-circle",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the list, and where it leads: a page and what it is to show."""

    icon: str
    title: str
    line: str
    page_id: str
    arguments: dict[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The line for screen readers."""
        return ". ".join(part for part in (self.title, self.line) if part)


class GoToModel(QAbstractListModel):
    """One row a place."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[Place] = []

    def show(self, places: Sequence[Place]) -> None:
        """Show other places."""
        self.beginResetModel()
        self._places = list(places)
        self.endResetModel()

    def place(self, at: int) -> Place | None:
        """Return a row, None where there is none."""
        return self._places[at] if 0 <= at < len(self._places) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        place = self.place(index.row()) if index.isValid() else None
        if place is None:
            return None
        if role == PlaceRole:
            return place
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return place.sentence
        return None


def matching(places: Sequence[Place], words: str) -> list[Place]:
    """Return the pages and settings that words name, those that begin with them first."""
    wanted = words.casefold().split()
    if not wanted:
        return list(places)
    hits = [one for one in places if all(word in one.title.casefold() for word in wanted)]
    return sorted(hits, key=lambda one: not one.title.casefold().startswith(wanted[0]))


def place_of(found: Found) -> Place:
    """Return where something that was found in the book is shown."""
    page_id, arguments = {
        FoundKind.ENTRY: ("timeline", {"entry": found.id}),
        FoundKind.PERSON: ("timeline", {"person": found.id}),
        FoundKind.CONVERSATION: ("messages", {"conversation": found.id}),
        FoundKind.EVIDENCE: ("viewer", {"evidence": found.id}),
        FoundKind.MESSAGE: ("messages", {"message": found.id}),
    }[found.kind]
    return Place(
        _ICONS[found.kind], title_words(found.title), _line_of(found), page_id, dict(arguments)
    )


def _line_of(found: Found) -> str:
    """Say what kind of thing it is, and what tells it from others of its kind."""
    day = short_day(date.fromisoformat(found.when[:10])) if found.when else ""
    if found.kind is FoundKind.CONVERSATION:
        return translate("GoTo", "Chat, %n message|Chat, %n messages", "", int(found.line))
    kind = {
        FoundKind.ENTRY: translate("GoTo", "Entry"),
        FoundKind.PERSON: translate("GoTo", "Entries with this person"),
        FoundKind.EVIDENCE: translate("GoTo", "File"),
        FoundKind.MESSAGE: translate("GoTo", "Message"),
    }[found.kind]
    about = found.line
    if found.kind is FoundKind.ENTRY:
        about = translate("GoTo", "number {number}", number=locale().toString(int(found.line)))
    told = ", ".join(part for part in (about, day) if part)
    return translate("GoTo", "{kind}, {about}", kind=kind, about=told) if told else kind
