"""A thread as a model: blocks come when they are seen, ticks are runs, changes are read again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from logbook.domain.ids import ConversationId, MessageId
from logbook.domain.thread import ThreadRow
from logbook.ui.desk import Desk
from logbook.ui.jobs import Job, Jobs
from logbook.ui.models.numbered_list import NumberedList
from logbook.ui.models.thread import BLOCK_ROWS, RowRole, ThreadModel
from logbook.vault.vault import Vault

MANY = 100_000
CHAT = ConversationId(1)


class Shell:
    """A window that is not there."""

    def show_page(self, page_id: str, arguments: dict[str, object]) -> None:
        """Do nothing."""


def fill(vault: Vault, total: int) -> None:
    """Put messages in behind the importers' back: a hundred thousand of them in a second."""
    con = vault._store.con
    with vault.saving():
        con.execute(
            "INSERT INTO import (id, state, name, sha256, size_bytes, format, imported_ms, answers,"
            " report, first_message, last_message) VALUES (1, 'done', 'a', zeroblob(32), 1, 'sms',"
            " 0, '{}', '{}', 1, ?)",
            (total,),
        )
        con.execute(
            "INSERT INTO conversation (id, platform, key, messages, last)"
            " VALUES (1, 'sms', 'k', ?, '2026-01-01')",
            (total,),
        )
        con.execute("INSERT INTO import_conversation VALUES (1, 0, 1, '', '[]')")
        con.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO message SELECT i, 1, 1, i, i, zeroblob(16), 0, i, '', 0, 0, 'Dale', 0,"
            " '', 'in', 'text', 'number ' || i, '', '', '', i, date(i * 5000, 'unixepoch')"
            " || 'T10:00:00', 's', 'none', '', '' FROM n",
            (total,),
        )


@pytest.fixture
def desk(vault: Vault, jobs: Jobs) -> Desk:
    return Desk(vault, jobs, Shell())  # type: ignore[arg-type] # nothing is shown here


@pytest.fixture
def make(
    desk: Desk, jobs: Jobs, vault: Vault, outcome: Callable[[Job], Any], qtbot: QtBot
) -> Callable[[int], ThreadModel]:
    def made(total: int) -> ThreadModel:
        outcome(jobs.on_vault(fill, vault, total))
        model = ThreadModel(desk, lambda row, first, ticked: f"{row.text} {first} {ticked}")
        with qtbot.waitSignal(model.opened):
            model.show(CHAT)
        return model

    return made


def text(model: ThreadModel, row: int, settle: Callable[[], None]) -> str:
    model.index(row, 0).data(RowRole)
    settle()
    found = model.index(row, 0).data(RowRole)
    assert isinstance(found, ThreadRow)
    return found.text


def test_a_hundred_thousand_rows_are_there_and_few_of_them_are_held(
    make: Callable[[int], ThreadModel], settle: Callable[[], None]
) -> None:
    model = make(MANY)
    assert model.rowCount() == MANY
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    for row in (MANY - 1, 0, MANY // 2, 12_345):
        assert text(model, row, settle) == f"number {row + 1}"
    for block in range(60):
        text(model, block * BLOCK_ROWS, settle)
    assert len(model._blocks) <= 40


def test_a_fast_scroll_leaves_older_blocks_behind_and_shows_the_last(
    make: Callable[[int], ThreadModel], settle: Callable[[], None]
) -> None:
    model = make(MANY)
    for row in range(0, MANY, BLOCK_ROWS):
        model.row(row)
    assert len(model._asked) <= 4
    settle()
    found = model.row(MANY - BLOCK_ROWS)
    assert found is not None
    assert found.text == f"number {MANY - BLOCK_ROWS + 1}"


def test_days_begin_where_the_message_before_lies_on_another_day(
    make: Callable[[int], ThreadModel], settle: Callable[[], None]
) -> None:
    model = make(50)
    text(model, 0, settle)
    rows = [model.row(at) for at in range(50)]
    days = [row.local[:10] for row in rows if row is not None]
    expected = [at for at in range(50) if at == 0 or days[at] != days[at - 1]]
    assert [at for at in range(50) if model.is_first_of_day(at)] == expected
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "number 1 True False"


def test_ticks_are_kept_as_runs_and_go_with_the_conversation(
    make: Callable[[int], ThreadModel], qtbot: QtBot
) -> None:
    model = make(MANY)
    model.tick(0, MANY + 5, on=True)
    assert model.ticked.ranges == [(0, MANY - 1)]
    model.toggle(7)
    assert len(model.ticked) == MANY - 1
    assert model.index(7, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    model.untick()
    assert not model.ticked
    model.toggle(3)
    with qtbot.waitSignal(model.opened):
        model.show(CHAT, MessageId(5))
    assert not model.ticked


def test_what_changed_is_read_again_when_it_is_seen(
    make: Callable[[int], ThreadModel],
    jobs: Jobs,
    vault: Vault,
    outcome: Callable[[Job], Any],
    settle: Callable[[], None],
) -> None:
    model = make(450)
    text(model, 0, settle)
    change = "UPDATE message SET text = 'another' WHERE id = 1"
    outcome(jobs.on_vault(lambda: vault._store.con.execute(change).rowcount))
    model.read_again()
    assert model._asked == {}
    before = model.row(0)
    assert before is not None
    assert before.text == "number 1"
    assert text(model, 0, settle) == "another"


def test_forgetting_shows_nothing(
    make: Callable[[int], ThreadModel], settle: Callable[[], None]
) -> None:
    model = make(30)
    model.tick(0, 3, on=True)
    model.forget()
    settle()
    assert (model.rowCount(), model.conversation, len(model.ticked)) == (0, None, 0)
    assert model.row(0) is None


class Thing:
    """A thing with a number."""

    def __init__(self, number: int) -> None:
        self.id = number


def test_a_long_list_of_numbers_reads_what_is_seen(desk: Desk, settle: Callable[[], None]) -> None:
    asked: list[int] = []

    def read(_vault: Vault, numbers: list[int], more: str) -> list[Thing]:
        asked.extend(numbers)
        assert more == "more"
        return [Thing(one) for one in numbers if one != 7]  # one is gone meanwhile

    model: NumberedList[Thing] = NumberedList(desk, read, lambda row: f"thing {row.id}")
    model.show(range(MANY), "more")
    assert model.rowCount() == MANY
    for row in (0, 99_999, 50_000):
        assert model.row(row) is None
        settle()
        assert model.index(row, 0).data() == f"thing {row}"
    assert model.row(7) is None
    assert len(asked) <= 3 * 50
    assert (model.place_of(70_000), model.place_of(-1)) == (70_000, None)
    model.show([])
    assert model.rowCount() == 0
