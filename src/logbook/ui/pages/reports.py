"""Reports: the drafts that are being put together and the files that were saved from them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.tasks import report_drafts
from logbook.tasks.report_drafts import Reports, SavedReport
from logbook.ui.dialogs.name_dialog import NameDialog
from logbook.ui.models.report_list import DraftRow, ReportListModel, SavedRow
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import limited, sized, spaced, unsized
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.report_detail import ReportDetail
from logbook.ui.widgets.report_list_view import ReportListView
from logbook.ui.widgets.surface import Line
from logbook.ui.words import said_now

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_DETAIL_PX = 404
_STACKED_PX = 860  # effective width from which list and detail stand side by side
_LIST, _EMPTY = 0, 1


class ReportsPage(Page):
    """Everything here can be taken back; what was saved as a file is only remembered."""

    page_id: ClassVar[str] = "reports"
    help_id: ClassVar[str] = "reports"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found = Reports([], [])
        self._said_in: tuple[object, ...] = ()
        self._key = ""
        self._new = Button(translate("Report", "New report"), Variant.PRIMARY, icon="plus")
        self._new.clicked.connect(self._begin)
        self.rows = ReportListModel()
        self.list = ReportListView(self.rows)
        self.list.chosen.connect(self._row_chosen)
        self.list.opened.connect(self._open)
        self.list.rename_asked.connect(self._rename)
        self.list.delete_asked.connect(self._delete)
        self.detail = ReportDetail()
        self.detail.open_pressed.connect(self._open)
        self.detail.rename_pressed.connect(self._rename)
        self.detail.duplicate_pressed.connect(self._duplicate)
        self.detail.delete_pressed.connect(self._delete)
        self.detail.copy_pressed.connect(self._copy)
        self._line = Line(upright=True)
        held = QWidget()
        around = QVBoxLayout(held)
        spaced(around, margins=(14, 4, 14, 14), gap=0)
        around.addWidget(self.list)
        both = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        spaced(self._row, gap=0)
        self._row.addWidget(held, 1)
        self._row.addWidget(self._line)
        self._row.addWidget(self.detail)
        sized(self.detail, width=_DETAIL_PX)
        self._empty = EmptyState(
            "file-text",
            translate("Report", "No reports yet"),
            translate("Report", "Choose entries and files. We put them in order."),
            translate("Report", "New report"),
        )
        self._empty.pressed.connect(self._begin)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(self._stack)
        desk.changed.connect(self._something_changed)

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("file-text", translate("Rail", "Reports"), 7, Section.OUTPUT)

    def title(self) -> str:
        return translate("Report", "Reports")

    def primary(self) -> QWidget | None:
        return self._new

    def main_button(self) -> QWidget | None:
        return self._empty.button if self.rows.is_empty else self._new

    def panes(self) -> list[QWidget]:
        return [self.list, self.detail]

    def focus_target(self) -> QWidget | None:
        # What stands there, before the reports are read too: nothing else of the page takes keys.
        return self._empty.button if self._stack.currentIndex() == _EMPTY else self.list

    def on_show(self, **_arguments: object) -> None:
        self._reload()

    def set_width(self, effective_px: int) -> None:
        """Put the detail below the list where both side by side have no room."""
        stacked = effective_px < _STACKED_PX
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._row.setStretchFactor(self.detail, 1 if stacked else 0)
        self._line.setVisible(not stacked)
        if stacked:
            unsized(self.detail)
            limited(self.detail, width=0)
        else:
            sized(self.detail, width=_DETAIL_PX)

    def _reload(self) -> None:
        self.desk.on_vault(report_drafts.list_reports, then=self._show)

    def _something_changed(self, what: object) -> None:
        if what == "reports" and self.isVisible():
            self._reload()

    def _show(self, found: Reports) -> None:
        key, said = self._key, said_now()
        if (found, said) == (self._found, self._said_in) and self._chosen_key() == key:
            return  # all of it stands there
        self._found, self._said_in = found, said
        before = self.focus_target()
        had_focus = before is self.window().focusWidget()
        self.rows.show(found)
        self._stack.setCurrentIndex(_EMPTY if self.rows.is_empty else _LIST)
        now = self.focus_target()
        if had_focus and now is not None:
            now.setFocus(Qt.FocusReason.OtherFocusReason)
        self._new.setVisible(not self.rows.is_empty)
        if not self.rows.is_empty:
            self.list.choose(self.rows.place_of(key))
        self._row_chosen()

    def _row_chosen(self) -> None:
        self._key = self._chosen_key()
        self.detail.say(self.list.row())

    def _chosen_key(self) -> str:
        row = self.list.row()
        return row.key if isinstance(row, DraftRow) else ""

    def _begin(self) -> None:
        self.desk.go("report_builder", new=True)

    def _open(self) -> None:
        row = self.list.row()
        if isinstance(row, DraftRow) and row.draft is not None:
            self.desk.go("report_builder", key=row.key)

    def _rename(self) -> None:
        row = self.list.row()
        if not isinstance(row, DraftRow) or row.draft is None:
            return
        dialog = NameDialog(
            translate("Report", "Name this report"),
            translate("Report", "Name in your list, not printed"),
            row.draft.name,
            self.desk.window(),
        )
        dialog.named.connect(partial(self._named, row))
        dialog.open()

    def _named(self, row: DraftRow, name: str) -> None:
        if row.draft is not None:
            data = replace(row.draft, name=name).to_json()
            self._keep(row.key, data)

    def _keep(self, key: str, data: str) -> None:
        self.desk.on_vault(
            report_drafts.keep_report, key, data, then=lambda _when: self._reload(), keep=True
        )

    def _duplicate(self) -> None:
        row = self.list.row()
        if not isinstance(row, DraftRow) or row.draft is None:
            return
        name = translate("Report", "{name}, copy", name=row.draft.shown_name)
        data = replace(row.draft, name=name).to_json()
        self.desk.on_vault(report_drafts.new_report, data, then=self._duplicated, keep=True)

    def _duplicated(self, key: str) -> None:
        self._key = key
        self._reload()

    def _delete(self) -> None:
        row = self.list.row()
        if isinstance(row, DraftRow):
            words = translate("Report", "Draft deleted")
            undo = partial(self._keep, row.key, row.data)
            self.desk.on_vault(
                report_drafts.drop_report, row.key, then=partial(self._gone, words, undo)
            )
        elif isinstance(row, SavedRow):
            words = translate("Report", "Taken off the list")
            before = list(self._found.saved)
            rest = [one for at, one in enumerate(before) if at != row.at]
            undo = partial(self._put_saved, before)
            self.desk.on_vault(report_drafts.put_saved, rest, then=partial(self._gone, words, undo))

    def _gone(self, words: str, undo: partial[None], _result: object) -> None:
        self.desk.toast(words, undo)
        self._reload()

    def _put_saved(self, saved: list[SavedReport]) -> None:
        self.desk.on_vault(report_drafts.put_saved, saved, then=lambda _none: self._reload())

    def _copy(self, digest: str) -> None:
        self.desk.clipboard.put(digest)
        self.desk.toast(translate("Report", "Copied for 20 seconds"))
