from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui import opening, places
from logbook.ui.jobs import Job, Jobs
from logbook.ui.opening import Opened
from logbook.ui.pages.first_run import FirstRunPage
from logbook.ui.setup.recovery import ASKED_GROUPS, RecoveryStep
from logbook.ui.watch import InputWatch
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.surface import Line, ScrollColumn
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.vault import Vault

PASSPHRASE = "maple orbit teacup lantern field"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home" / "notebook"
    monkeypatch.setattr(places, "usual_folder", lambda: folder)
    return folder


@pytest.fixture(autouse=True)
def _cheap_books(monkeypatch: pytest.MonkeyPatch) -> None:
    costly = Vault.create.__func__  # type: ignore[attr-defined]  # behind the classmethod

    def cheap(cls: type[Vault], folder: Path, secret: Any, *, progress: Any) -> Any:
        return costly(cls, folder, secret, cost=CHEAPEST_COST, progress=progress)

    monkeypatch.setattr(Vault, "create", classmethod(cheap))


@pytest.fixture
def page(
    qtbot: QtBot,
    qapp: QApplication,
    jobs: Jobs,
    outcome: Callable[[Job], Any],
) -> Iterator[FirstRunPage]:
    watch = InputWatch(qapp)
    watch.start()
    made = FirstRunPage(jobs, watch)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    watch.stop()
    if made.opened is not None:
        outcome(jobs.on_vault(made.opened.vault.close))


def _type_passphrase(page: FirstRunPage, words: str = PASSPHRASE, again: str | None = None) -> None:
    page.passphrase.first.edit.setText(words)
    page.passphrase.second.edit.setText(words if again is None else again)


def _to_passphrase(page: FirstRunPage) -> None:
    page.primary.click()
    assert page.passphrase.isVisible()


def _to_leaving(page: FirstRunPage, qtbot: QtBot) -> None:
    _to_passphrase(page)
    _type_passphrase(page)
    page.primary.click()
    qtbot.waitUntil(page.leaving.isVisible)


def _to_recovery(page: FirstRunPage, qtbot: QtBot) -> RecoveryStep:
    _to_leaving(page, qtbot)
    page.primary.click()
    qtbot.waitUntil(lambda: page.opened is not None)
    return page.findChildren(RecoveryStep)[0]


def _files_below(folder: Path) -> list[Path]:
    return list(folder.rglob("*")) if folder.exists() else []


def test_closing_at_any_step_writes_nothing(
    page: FirstRunPage, qtbot: QtBot, home: Path, settle: Callable[[], None]
) -> None:
    asked: list[bool] = []
    page.close_pressed.connect(lambda: asked.append(True))
    page.close_button.click()
    assert not home.parent.exists()
    _to_passphrase(page)
    page.close_button.click()
    assert not home.parent.exists()
    _type_passphrase(page)
    page.primary.click()
    qtbot.waitUntil(page.leaving.isVisible)
    page.close_button.click()
    settle()
    assert asked == [True, True, True]
    assert _files_below(home.parent) == []


def test_the_answer_picks_the_settings(page: FirstRunPage) -> None:
    assert page.who.settings()["lock_after_min"] == 2
    page.who.cards["me"].click()
    assert page.who.settings() == {"lock_after_min": 15, "plain_look": False, "blur": False}


def test_a_watched_computer_is_spoken_of_once_with_two_equal_ways(page: FirstRunPage) -> None:
    page.who.cards["watched"].click()
    page.primary.click()
    dialog = page.findChildren(Dialog)[0]
    assert dialog.isVisible()
    assert "record what you type" in dialog.title.text()
    asked: list[bool] = []
    page.close_pressed.connect(lambda: asked.append(True))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked == [True], "Esc is the safe way"


def test_five_words_are_suggested_and_can_be_used(
    page: FirstRunPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    _to_passphrase(page)
    settle()
    first = page.passphrase.suggested
    assert len(first.split()) == 5
    page.passphrase.suggest()
    settle()
    assert page.passphrase.suggested != first
    page.passphrase.use_suggestion()
    assert page.passphrase.first.edit.text() == page.passphrase.suggested
    qtbot.waitUntil(lambda: page.passphrase.strength.word.text() == "Strong")
    page.primary.click()
    qtbot.waitUntil(page.leaving.isVisible)


@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_the_parts_end_where_the_foot_ends_though_the_column_scrolls(
    page: FirstRunPage, qtbot: QtBot, direction: str
) -> None:
    page.setLayoutDirection(Qt.LayoutDirection[direction])
    column = page.findChild(ScrollColumn)
    line = page.findChild(Line)
    assert column is not None
    assert line is not None
    page.resize(900, 420)
    qtbot.waitUntil(column.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: page._step.width() == line.width())
    assert page._step.mapTo(page, QPoint(0, 0)).x() == line.mapTo(page, QPoint(0, 0)).x()


def test_a_weak_passphrase_goes_no_further(
    page: FirstRunPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    _to_passphrase(page)
    _type_passphrase(page, "password123")
    page.primary.click()
    settle()
    qtbot.waitUntil(lambda: bool(page.passphrase.first.edit.accessibleDescription()))
    assert "easy to guess" in page.passphrase.first.edit.accessibleDescription()
    assert page.passphrase.isVisible()


@pytest.mark.parametrize(
    ("again", "said"),
    [("maple orbit teacup lantern fields", "not the same"), ("", "a second time")],
)
def test_two_that_differ_go_no_further(
    page: FirstRunPage, qtbot: QtBot, again: str, said: str
) -> None:
    _to_passphrase(page)
    _type_passphrase(page, again=again)
    page.primary.click()
    qtbot.waitUntil(lambda: bool(page.passphrase.second.edit.accessibleDescription()))
    assert said in page.passphrase.second.edit.accessibleDescription()


def test_enter_goes_on_from_every_box(
    page: FirstRunPage, qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    activate(page)
    for step in (page.passphrase, page.leaving):
        _type_passphrase(page)
        focused = page.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        qtbot.waitUntil(step.isVisible)
    assert page.opened is None


def test_the_practice_hides_the_card_and_brings_it_back(page: FirstRunPage, qtbot: QtBot) -> None:
    _to_leaving(page, qtbot)
    for words in ("Twice more", "Once more"):
        QTest.keyClick(page.leaving.card, Qt.Key.Key_Shift)
        assert page.leaving.count.text() == words
    QTest.keyClick(page.leaving.card, Qt.Key.Key_Shift)
    assert not page.leaving.card.isVisible()
    qtbot.waitUntil(page.leaving.card.isVisible)
    assert page.leaving.count.text() == "That is all."


def test_after_the_practice_enter_goes_on_and_not_back(
    page: FirstRunPage, qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    activate(page)
    _to_leaving(page, qtbot)
    for _ in range(3):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Shift)
    assert not page.leaving.card.isVisible()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.opened is not None)


def test_after_the_practice_shift_leaves_for_real_again(page: FirstRunPage, qtbot: QtBot) -> None:
    watch = page.leaving.watch
    _to_leaving(page, qtbot)
    assert not watch.hides
    page.back_button.click()
    assert watch.hides


def test_the_book_is_made_at_the_end_with_the_answers_inside(
    page: FirstRunPage, qtbot: QtBot, home: Path, jobs: Jobs, outcome: Callable[[Job], Any]
) -> None:
    recovery = _to_recovery(page, qtbot)
    assert recovery.isVisible()
    assert home.exists()
    assert page.passphrase.first.empty, "the passphrase is forgotten"
    assert page.opened is not None
    settings = outcome(jobs.on_vault(opening.read_settings, page.opened.vault))
    assert settings["lock_after_min"] == 2


def test_the_recovery_key_is_asked_again_in_two_groups(page: FirstRunPage, qtbot: QtBot) -> None:
    recovery = _to_recovery(page, qtbot)
    finished: list[tuple[Opened, bool]] = []
    page.finished.connect(lambda opened, write: finished.append((opened, write)))
    page.primary.click()
    assert not finished
    assert "not group 3" in recovery.boxes[0].accessibleDescription()
    assert page.opened is not None
    groups = page.opened.recovery_code.replace("-", " ").split()
    for box, number in zip(recovery.boxes, ASKED_GROUPS, strict=True):
        box.setText(groups[number - 1].lower())
    page.primary.click()
    assert [write for _, write in finished] == [True]


def test_skipping_the_practice_makes_the_book_too(page: FirstRunPage, qtbot: QtBot) -> None:
    _to_leaving(page, qtbot)
    finished: list[bool] = []
    page.finished.connect(lambda _opened, write: finished.append(write))
    page.other_button.click()
    qtbot.waitUntil(lambda: page.opened is not None)
    page.other_button.click()
    assert finished == [False]


def test_a_folder_that_cannot_be_used_is_said_and_nothing_is_lost(
    page: FirstRunPage, qtbot: QtBot, home: Path, settle: Callable[[], None]
) -> None:
    _to_leaving(page, qtbot)
    home.mkdir(parents=True)
    (home / "letter.txt").write_text("mine")
    page.primary.click()
    settle()
    qtbot.waitUntil(page.problem.isVisible)
    assert page.primary.isEnabled()
    assert (home / "letter.txt").read_text() == "mine"


def test_a_book_gets_the_next_one_beside_it_and_never_inside(tmp_path: Path) -> None:
    book = tmp_path / "notebook"
    book.mkdir()
    (book / "vault.hdr").write_bytes(b"1")
    assert places.folder_for_new_book(book) == tmp_path / "notebook-2"
    (tmp_path / "notebook-2").mkdir()
    (tmp_path / "notebook-2" / "vault.hdr").write_bytes(b"1")
    assert places.folder_for_new_book(book) == tmp_path / "notebook-3"


def test_a_folder_in_use_gets_one_inside_it(tmp_path: Path) -> None:
    assert places.folder_for_new_book(tmp_path) == tmp_path
    (tmp_path / "letter.txt").write_text("mine")
    assert places.folder_for_new_book(tmp_path) == tmp_path / "notebook"
    assert places.folder_for_new_book(tmp_path / "new") == tmp_path / "new"


def test_a_folder_whose_restore_was_cut_short_can_be_chosen_again(tmp_path: Path) -> None:
    (tmp_path / "log.db").write_bytes(b"1")
    (tmp_path / "unfinished").touch()
    assert places.folder_for_new_book(tmp_path) == tmp_path


def test_the_sheet_can_be_drawn_for_any_printer(qtbot: QtBot) -> None:
    step = RecoveryStep("7K2M-9XQ4-T5WE-1RJ8-ABCD-EFGH-JKMN")
    qtbot.addWidget(step)
    sheet = QImage(850, 1100, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    step.key.draw_sheet(painter, 100)
    painter.end()
    inked = sum(
        sheet.pixelColor(x, y).lightness() < 128
        for x in range(0, 850, 2)
        for y in range(0, 1100, 2)
    )
    assert inked > 300


def test_a_synced_folder_is_said_and_the_next_step_stays_open(
    page: FirstRunPage, qtbot: QtBot, tmp_path: Path
) -> None:
    _to_passphrase(page)
    page.passphrase._folder_chosen(tmp_path / "OneDrive - Trams" / "book")
    qtbot.waitUntil(page.passphrase.synced.isVisible)
    assert "OneDrive" in page.passphrase.synced.line.text()
    assert page.primary.isEnabled()
