"""Files as rows: numbers at once, rows by the block, choices as runs."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, Qt
from pytestqt.qtbot import QtBot

from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.file_selection import EvidenceFilter, EvidenceRow, FileOrder
from logbook.domain.ids import EvidenceId
from logbook.ui.book_view import BookView
from logbook.ui.jobs import Job, Jobs
from logbook.ui.models.file_list import BLOCK_ROWS, FileListModel, RowRole
from logbook.vault.evidence import NewEvidence
from logbook.vault.vault import Vault

BY_NAME = EvidenceFilter(order=FileOrder.NAME)
COUNT = 350


def _keep(vault: Vault) -> list[EvidenceId]:
    with vault.saving():
        return [
            vault.evidence.add(
                NewEvidence(f"{number:03}.txt", "file", FileFacts("text/plain", MediaClass.TEXT)),
                io.BytesIO(b"%d" % number),
            ).id
            for number in range(COUNT)
        ]


@pytest.fixture
def files(vault: Vault, jobs: Jobs, outcome: Callable[[Job], Any]) -> list[EvidenceId]:
    kept: list[EvidenceId] = outcome(jobs.on_vault(_keep, vault))
    return kept


@pytest.fixture
def model(
    book_view: BookView, files: list[EvidenceId], settle: Callable[[], None]
) -> FileListModel:
    del files
    made = FileListModel(book_view.desk, _sentence)
    made.show(BY_NAME)
    settle()
    return made


def _sentence(row: EvidenceRow, place: int, total: int) -> str:
    return f"{row.name}, {place} of {total}"


def test_numbers_are_known_at_once_and_rows_when_they_are_asked_for(
    model: FileListModel, files: list[EvidenceId], settle: Callable[[], None]
) -> None:
    assert model.rowCount() == COUNT
    assert model.ids() == files
    assert model.row(BLOCK_ROWS - 1) is not None
    assert model.row(COUNT - 1) is None
    settle()
    row = model.row(COUNT - 1)
    assert row is not None
    assert row.name == f"{COUNT - 1:03}.txt"


def test_a_row_says_its_name_its_tip_and_its_sentence(model: FileListModel) -> None:
    index = model.index(0, 0)
    roles = Qt.ItemDataRole
    assert index.data(int(roles.DisplayRole)) == "000.txt"
    assert index.data(int(roles.AccessibleTextRole)) == f"000.txt, 1 of {COUNT}"
    assert index.data(int(roles.ToolTipRole)) == "000.txt"
    assert index.data(int(roles.DecorationRole)) is None
    assert index.data(RowRole) == model.row(0)


def test_a_fast_scroll_leaves_blocks_behind_and_gets_the_last(
    model: FileListModel, settle: Callable[[], None]
) -> None:
    for at in range(0, COUNT, 20):
        model.row(at)
    settle()
    assert model.row(COUNT - 1) is not None


def test_only_the_last_of_two_lists_counts(
    model: FileListModel, settle: Callable[[], None], qtbot: QtBot
) -> None:
    loaded: list[int] = []
    model.loaded.connect(loaded.append)
    model.show(EvidenceFilter(match="00"))
    model.show(EvidenceFilter(match="349"))
    settle()
    qtbot.wait(1)
    assert loaded == [1]


def test_files_that_nothing_changed_stay_and_others_are_read(
    model: FileListModel, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.stays):
        model.look_again(BY_NAME)
    with qtbot.assertNotEmitted(model.stays), qtbot.waitSignal(model.loaded):
        model.look_again(EvidenceFilter(match="349"))
    assert model.rowCount() == 1


def test_after_a_change_of_the_book_the_files_are_read_again(
    model: FileListModel,
    files: list[EvidenceId],
    vault: Vault,
    jobs: Jobs,
    outcome: Callable[[Job], Any],
    qtbot: QtBot,
) -> None:
    outcome(jobs.on_vault(vault.evidence.remove, files[0]))
    with qtbot.assertNotEmitted(model.stays), qtbot.waitSignal(model.loaded):
        model.look_again(BY_NAME)
    assert model.rowCount() == COUNT - 1


def test_a_choice_is_turned_into_files_and_back(
    model: FileListModel, files: list[EvidenceId]
) -> None:
    wanted = [files[2], files[3], files[4], files[300]]
    selection = model.selection_of([*reversed(wanted), EvidenceId(99_999)])
    assert [(selection.at(n).top(), selection.at(n).bottom()) for n in range(2)] == [
        (2, 4),
        (300, 300),
    ]
    assert model.count_of(selection) == 4
    assert model.chosen(selection) == wanted
    every = model.selection_of(files)
    assert every.count() == 1
    assert model.chosen(every) == files
    assert model.chosen(QItemSelection()) == []
    assert model.selection_of([]).count() == 0


def test_the_place_of_a_file_is_known(model: FileListModel, files: list[EvidenceId]) -> None:
    assert model.place_of(files[301]) == 301
    assert model.place_of(EvidenceId(99_999)) is None
    assert model.id_at(301) == files[301]
    assert model.id_at(-1) is None
    assert model.id_at(COUNT) is None


def test_a_file_that_is_erased_meanwhile_has_no_row(
    model: FileListModel,
    files: list[EvidenceId],
    vault: Vault,
    jobs: Jobs,
    outcome: Callable[[Job], Any],
    settle: Callable[[], None],
) -> None:
    outcome(jobs.on_vault(vault.evidence.erase, files[340]))
    model.row(340)
    settle()
    assert model.row(340) is None
    assert model.row(341) is not None
