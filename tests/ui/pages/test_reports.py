"""The list of reports: drafts, saved files, renaming, copying, taking away and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from logbook.tasks import report_drafts
from logbook.tasks.report_drafts import SavedReport
from logbook.ui.book_view import BookView
from logbook.ui.dialogs.name_dialog import NameDialog
from logbook.ui.models.report_draft import ReportDraft
from logbook.ui.models.report_list import DraftRow, HeadRow, SavedRow
from logbook.ui.pages.reports import ReportsPage
from logbook.ui.widgets.text import Text
from logbook.vault.vault import Vault

Do = Callable[..., Any]
Settle = Callable[[], None]
DRAFT = ReportDraft(name="Protective order bundle", court="Alder County", case_number="26-DV-0187")
SAVED = SavedReport("bundle.pdf", 34, 24, "ab" * 32, "2026-11-20T10:00:00+00:00")


def _fill(vault: Vault) -> None:
    report_drafts.new_report(vault, replace(DRAFT, made=24).to_json())
    report_drafts.new_report(vault, ReportDraft().to_json())
    report_drafts.note_saved(vault, SAVED)


@pytest.fixture
def page(book_view: BookView, do: Do, settle: Settle) -> ReportsPage:
    """The page with two drafts and a saved file."""
    do(_fill)
    return _open(book_view, settle)


def _open(view: BookView, settle: Settle) -> ReportsPage:
    view.show_page("reports", {})
    settle()
    page = view.current
    assert isinstance(page, ReportsPage)
    return page


def _titles(page: ReportsPage) -> list[str]:
    return [page.rows.row(at).title for at in range(page.rows.rowCount())]  # type: ignore[union-attr] # all are there


def _select(page: ReportsPage, title: str) -> None:
    page.list.choose(_titles(page).index(title))


def test_an_empty_book_offers_a_new_report(book_view: BookView, settle: Settle) -> None:
    page = _open(book_view, settle)
    assert page._stack.currentIndex() == 1
    said = [text.text() for text in page.findChildren(Text) if text.isVisible()]
    assert "No reports yet" in said
    page._begin()
    settle()
    assert book_view.current is not None
    assert book_view.current.page_id == "report_builder"


def test_keys_go_to_the_list_from_the_first_moment_and_to_the_button_where_there_is_none(
    page: ReportsPage, book_view: BookView, do: Do, settle: Settle
) -> None:
    assert book_view.focusWidget() is page.list
    for draft in do(report_drafts.list_reports).drafts:
        do(report_drafts.drop_report, draft.key)
    do(report_drafts.put_saved, [])
    book_view.show_page("reports", {})
    settle()
    assert book_view.focusWidget() is page._empty.button
    do(_fill)
    book_view.show_page("reports", {})
    settle()
    assert book_view.focusWidget() is page.list


def test_drafts_and_saved_files_stand_under_their_headings(page: ReportsPage) -> None:
    assert _titles(page) == [
        "Drafts",
        "Report",
        "Protective order bundle",
        "Saved as files",
        "bundle.pdf",
    ]
    assert isinstance(page.rows.row(0), HeadRow)
    _select(page, "Protective order bundle")
    row = page.list.row()
    assert isinstance(row, DraftRow)
    assert row.facts.startswith("Alder County 26-DV-0187, 24 entries, changed ")
    index = page.list.currentIndex()
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{row.title}, {row.facts}"


def test_headings_are_passed_over_by_the_keys(page: ReportsPage, qtbot: QtBot) -> None:
    _select(page, "Protective order bundle")
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    row = page.list.row()
    assert isinstance(row, SavedRow)
    assert row.saved == SAVED


def test_enter_opens_the_draft(
    page: ReportsPage, book_view: BookView, settle: Settle, qtbot: QtBot
) -> None:
    _select(page, "Protective order bundle")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    settle()
    builder: Any = book_view.current
    assert builder.page_id == "report_builder"
    assert builder.choices.draft.case_number == "26-DV-0187"


def test_a_draft_gets_another_name(
    page: ReportsPage, book_view: BookView, settle: Settle, qtbot: QtBot
) -> None:
    _select(page, "Report")
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    dialog = book_view.findChild(NameDialog)
    assert dialog is not None
    dialog.line_edit.setText("  For Friday ")
    qtbot.keyClick(dialog.line_edit, Qt.Key.Key_Return)
    settle()
    assert "For Friday" in _titles(page)
    row = page.list.row()
    assert row is not None
    assert row.title == "For Friday"


def test_a_copy_stands_beside_its_draft(page: ReportsPage, settle: Settle) -> None:
    _select(page, "Protective order bundle")
    page._duplicate()
    settle()
    row = page.list.row()
    assert isinstance(row, DraftRow)
    assert row.title == "Protective order bundle, copy"
    assert row.draft is not None
    assert row.draft.case_number == "26-DV-0187"


@pytest.mark.parametrize("title", ["Protective order bundle", "bundle.pdf"])
def test_what_is_taken_away_comes_back_with_undo(
    page: ReportsPage, book_view: BookView, settle: Settle, qtbot: QtBot, title: str
) -> None:
    before = set(_titles(page))
    _select(page, title)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    settle()
    assert title not in _titles(page)
    assert book_view.undo_toast()
    settle()
    assert set(_titles(page)) == before


def test_the_fingerprint_of_a_saved_file_is_copied(page: ReportsPage, settle: Settle) -> None:
    _select(page, "bundle.pdf")
    page.detail._copy.click()
    assert QGuiApplication.clipboard().text() == SAVED.sha256
    QGuiApplication.clipboard().clear()
    settle()


def test_a_draft_of_a_newer_version_is_listed_and_not_opened(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    do(lambda vault: vault.drafts.keep("report:9", '{"around": "many"}'))
    page = _open(book_view, settle)
    assert _titles(page)[1] == "A draft of a newer version"
    page._open()
    settle()
    assert book_view.current is page


def test_only_the_newest_saved_files_are_remembered(do: Do, book_view: BookView) -> None:
    del book_view

    def fill(vault: Vault) -> list[SavedReport]:
        many = [replace(SAVED, pages=at) for at in range(report_drafts.SAVED_MOST)]
        report_drafts.put_saved(vault, many)
        report_drafts.note_saved(vault, SAVED)
        return report_drafts.list_reports(vault).saved

    saved = do(fill)
    assert len(saved) == report_drafts.SAVED_MOST
    assert saved[0] == SAVED
