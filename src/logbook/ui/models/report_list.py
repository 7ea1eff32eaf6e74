"""Drafts of reports and reports that were saved, as rows of one list under two headings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from logbook.i18n import translate
from logbook.tasks.report_drafts import Reports, SavedReport
from logbook.ui.models.report_draft import ReportDraft, read_draft
from logbook.ui.words import clock, short_day

Index = QModelIndex | QPersistentModelIndex
RowRole = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A heading; it cannot be chosen."""

    title: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A report that is being put together; `draft` is None when it cannot be read."""

    key: str
    data: str
    draft: ReportDraft | None
    changed_at: datetime  # UTC

    @property
    def title(self) -> str:
        """What it is called."""
        unreadable = translate("Report", "A draft of a newer version")
        return self.draft.shown_name if self.draft is not None else unreadable

    @property
    def facts(self) -> str:
        """The case, how much went in the last time, and when it was changed."""
        draft = self.draft
        parts = [draft.case] if draft is not None else []
        if draft is not None and draft.made:
            parts.append(translate("Report", "%n entry|%n entries", "", draft.made))
        parts.append(translate("Report", "changed {when}", when=said_time(self.changed_at)))
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A report that left the book as a file; where it went is not known."""

    at: int  # its place among the saved ones
    saved: SavedReport

    @property
    def title(self) -> str:
        """The name of the file."""
        return self.saved.name

    @property
    def facts(self) -> str:
        """Its pages, and when it was saved."""
        pages = translate("Report", "%n page|%n pages", "", self.saved.pages)
        when = said_time(datetime.fromisoformat(self.saved.saved_at))
        return translate("Report", "{pages}, saved {when}", pages=pages, when=when)


Row = HeadRow | DraftRow | SavedRow


class ReportListModel(QAbstractListModel):
    """All rows are here: nobody keeps more than some hundred reports."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list."""
        return not self._rows

    def show(self, found: Reports) -> None:
        """List what was read."""
        drafts = [
            DraftRow(one.key, one.data, read_draft(one.data), one.saved_at) for one in found.drafts
        ]
        saved = [SavedRow(at, one) for at, one in enumerate(found.saved)]
        rows: list[Row] = []
        if drafts:
            rows += [HeadRow(translate("Report", "Drafts")), *drafts]
        if saved:
            rows += [HeadRow(translate("Report", "Saved as files")), *saved]
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, at: int) -> Row | None:
        """Return a row, None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """Return the row of a draft, or the first one that can be chosen."""
        drafts = (one for one in enumerate(self._rows) if isinstance(one[1], DraftRow))
        found = (at for at, row in drafts if isinstance(row, DraftRow) and row.key == key)
        return next(found, 1 if self._rows else -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.row(index.row()), HeadRow):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.title if isinstance(row, HeadRow) else f"{row.title}, {row.facts}"
        return None


def said_time(when: datetime) -> str:
    """Say when something happened to a report, on this computer's clock."""
    here = when.astimezone()
    return translate("Report", "{day} at {time}", day=short_day(here.date()), time=clock(here))
