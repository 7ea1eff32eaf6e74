"""Files that are on their way when the person turns to something else find their own entry."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.domain.entry import EntryText
from logbook.domain.ids import EntryId
from logbook.domain.moment import Moment, Precision
from logbook.domain.selection import EntryFilter
from logbook.errors import DiskFull
from logbook.tasks import keep_file
from logbook.tasks.change_entries import link_files
from logbook.ui.book_view import BookView
from logbook.ui.models import entry_saving
from logbook.ui.models.entry_draft import EntryDraft, key_of, read_draft
from logbook.ui.pages.new_entry import NewEntryPage
from logbook.ui.widgets.dialog import Dialog
from logbook.vault.vault import Vault

Do = Callable[..., Any]
Settle = Callable[[], None]


class Late:
    """A picture that comes in only once it is let in."""

    def __init__(self, path: Path, qtbot: QtBot, settle: Settle) -> None:
        self.path = path
        self.until = qtbot.waitUntil
        self._settle = settle
        self._reached = threading.Event()
        self._opened = threading.Event()

    def drop_on(self, page: NewEntryPage) -> None:
        page.take_files([self.path])
        assert self._reached.wait(240)

    def hold(self) -> None:
        self._reached.set()
        assert self._opened.wait(240)

    def release(self) -> None:
        self._opened.set()

    def let_in(self) -> None:
        self.release()
        self._settle()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "door.png")
    return tmp_path / "door.png"


@pytest.fixture
def late(
    photo: Path, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Late]:
    made = Late(photo, qtbot, settle)
    look = keep_file.look_at_file

    def look_late(path: Path) -> keep_file.LookedAt:
        looked = look(path)
        made.hold()
        return looked

    monkeypatch.setattr(keep_file, "look_at_file", look_late)
    yield made
    made.release()


@pytest.fixture
def page(book_view: BookView, settle: Settle) -> NewEntryPage:
    return _open(book_view, settle)


def _open(view: BookView, settle: Settle, entry: int = 0) -> NewEntryPage:
    view.show_page("new_entry", {"entry": entry} if entry else {})
    view.activateWindow()
    settle()
    page = view.current
    assert isinstance(page, NewEntryPage)
    return page


def _write(vault: Vault, text: str) -> int:
    return int(vault.entries.add(EntryText(text, Moment(Precision.UNKNOWN)), "Europe/London").id)


def _entries(do: Do) -> dict[str, tuple[int, ...]]:
    found = do(lambda vault: vault.entries.full(EntryFilter(newest_first=True), 0, 100))
    return {one.what.text: one.what.evidence for one in found}


def _kept(do: Do) -> int:
    (only,) = do(lambda vault: list(vault.evidence.all()))
    return int(only.id)


def _draft(do: Do, key: str) -> EntryDraft | None:
    text = do(lambda vault: vault.drafts.get(key))
    return read_draft(text) if text else None


def test_a_file_does_not_go_into_the_entry_that_is_edited_meanwhile(
    page: NewEntryPage,
    book_view: BookView,
    do: Do,
    late: Late,
    settle: Settle,
) -> None:
    other = do(_write, "Another day.")
    QTest.keyClicks(page.text, "He stood by the door.")
    late.drop_on(page)
    book_view.show_page("new_entry", {"entry": other})
    late.until(lambda: page.text.toPlainText() == "Another day.")
    late.let_in()
    assert page.files.numbers() == ()
    kept = _kept(do)
    draft = _draft(do, key_of(0))
    assert draft is not None
    assert (draft.text, draft.evidence) == ("He stood by the door.", (kept,))
    again = _open(book_view, settle)
    assert again.files.numbers() == (kept,)
    again.save()
    settle()
    assert _entries(do) == {"He stood by the door.": (kept,), "Another day.": ()}


def test_a_file_waits_for_its_draft_where_nothing_else_was_written(
    page: NewEntryPage,
    book_view: BookView,
    do: Do,
    late: Late,
    settle: Settle,
) -> None:
    other = do(_write, "Another day.")
    late.drop_on(page)
    book_view.show_page("new_entry", {"entry": other})
    late.until(lambda: page.text.toPlainText() == "Another day.")
    late.let_in()
    assert page.files.numbers() == ()
    assert _open(book_view, settle).files.numbers() == (_kept(do),)


def test_a_file_for_an_entry_that_is_edited_waits_in_the_draft_of_that_entry(
    book_view: BookView,
    do: Do,
    late: Late,
    settle: Settle,
) -> None:
    first, second = do(_write, "One day."), do(_write, "Another day.")
    page = _open(book_view, settle, first)
    late.drop_on(page)
    book_view.show_page("new_entry", {"entry": second})
    late.until(lambda: page.text.toPlainText() == "Another day.")
    late.let_in()
    assert page.files.numbers() == ()
    assert _entries(do) == {"One day.": (), "Another day.": ()}, "nothing was saved yet"
    assert _open(book_view, settle, first).files.numbers() == (_kept(do),)


def test_a_file_comes_into_the_entry_that_was_saved_before_it_was_there(
    page: NewEntryPage,
    book_view: BookView,
    do: Do,
    late: Late,
    settle: Settle,
) -> None:
    QTest.keyClicks(page.text, "He stood by the door.")
    late.drop_on(page)
    page.save()
    late.until(lambda: book_view.current is not page)
    late.let_in()
    assert _entries(do) == {"He stood by the door.": (_kept(do),)}
    assert book_view.undo_toast(), "and it can be taken back"
    settle()
    assert _entries(do) == {"He stood by the door.": ()}


def test_a_file_that_comes_while_the_saved_entry_is_changed_again_stays_linked(
    page: NewEntryPage, book_view: BookView, do: Do, late: Late, settle: Settle
) -> None:
    QTest.keyClicks(page.text, "He stood by the door.")
    late.drop_on(page)
    page.save()
    late.until(lambda: book_view.current is not page)
    (entry,) = do(lambda vault: vault.entries.full(EntryFilter(newest_first=True), 0, 100))
    book_view.show_page("new_entry", {"entry": int(entry.id)})
    late.until(lambda: page.text.toPlainText() == "He stood by the door.")
    QTest.keyClicks(page.text, "Again: ")
    late.let_in()
    page.save()
    settle()
    assert _entries(do) == {"Again: He stood by the door.": (_kept(do),)}
    assert book_view.undo_toast()
    settle()
    assert _entries(do) == {"He stood by the door.": (_kept(do),)}, "the words alone go back"


def test_a_kept_change_of_an_entry_takes_no_link_away_that_came_after_it(
    book_view: BookView, do: Do, photo: Path, settle: Settle
) -> None:
    entry = do(_write, "One day.")
    looked = keep_file.look_at_file(photo)
    mine, later = (
        int(do(lambda vault, one=one: keep_file.keep_file(vault, one)).id)
        for one in (looked, keep_file.look_at_bytes("b", b"1"))
    )
    do(lambda vault: link_files(vault, EntryId(entry), [mine]))
    page = _open(book_view, settle, entry)
    page.files._take_out(page.files._files[0][0])
    book_view.show_page("evidence", {})
    settle()
    do(lambda vault: link_files(vault, EntryId(entry), [later]))
    page = _open(book_view, settle, entry)
    page.save()
    settle()
    assert _entries(do) == {"One day.": (later,)}, "one was taken out, the other came since"


def test_a_file_follows_its_draft_that_is_put_aside(
    page: NewEntryPage,
    book_view: BookView,
    do: Do,
    late: Late,
    settle: Settle,
) -> None:
    other = do(lambda vault: keep_file.keep_file(vault, keep_file.look_at_bytes("b", b"1")).id)
    QTest.keyClicks(page.text, "He stood by the door.")
    late.drop_on(page)
    book_view.show_page("new_entry", {"files": [int(other)]})
    late.until(lambda: _question(book_view) is not None)
    _question(book_view).close_with("anew")  # type: ignore[union-attr] # just seen
    late.until(lambda: page.files.numbers() == (int(other),))
    late.let_in()
    assert page.files.numbers() == (int(other),)
    QTest.keyClicks(page.text, "Something else.")
    page.save()
    settle()
    again = _open(book_view, settle)
    assert again.text.toPlainText() == "He stood by the door."
    (mine,) = again.files.numbers()
    assert mine != int(other)


def test_a_file_for_a_draft_that_was_thrown_away_is_in_the_book_and_in_no_entry(
    page: NewEntryPage,
    book_view: BookView,
    do: Do,
    late: Late,
) -> None:
    QTest.keyClicks(page.text, "He stood by the door.")
    late.drop_on(page)
    page._throw_away()
    late.let_in()
    assert _kept(do)
    assert _draft(do, key_of(0)) is None
    assert "in no entry" in book_view._toast.accessibleName()


def test_a_save_that_fails_leaves_the_file_with_the_words(
    page: NewEntryPage,
    do: Do,
    late: Late,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        late.release()
        raise DiskFull

    monkeypatch.setattr(entry_saving, "save_draft", full)
    QTest.keyClicks(page.text, "He stood by the door.")
    late.drop_on(page)
    page.save()
    late.until(page._banner.isVisible)
    late.let_in()
    assert page.files.numbers() == (_kept(do),)
    assert page.text.toPlainText() == "He stood by the door."


def test_files_dropped_while_the_entry_is_read_come_into_it(
    book_view: BookView, do: Do, photo: Path, settle: Settle
) -> None:
    entry = do(_write, "One day.")
    book_view.show_page("new_entry", {"entry": entry})
    page = book_view.current
    assert isinstance(page, NewEntryPage)
    assert page.draft_id() == "", "it is not read yet"
    page.take_files([photo])
    settle()
    assert page.text.toPlainText() == "One day."
    assert page.files.numbers() == (_kept(do),)


def test_an_entry_that_is_gone_leaves_the_draft_of_the_new_one_as_it_was(
    book_view: BookView, page: NewEntryPage, do: Do, settle: Settle
) -> None:
    QTest.keyClicks(page.text, "Half a sentence")
    gone = do(_write, "One day.")
    do(lambda vault: vault.entries.erase(EntryId(gone)))
    _open(book_view, settle, gone)
    assert book_view._problem.isVisible()
    assert page.text.toPlainText() == "Half a sentence"


def test_each_file_that_cannot_be_added_is_named_and_the_others_come_in(
    page: NewEntryPage, book_view: BookView, do: Do, photo: Path, tmp_path: Path, settle: Settle
) -> None:
    page.take_files([tmp_path / "gone.jpg", photo, tmp_path / "away.jpg"])
    settle()
    assert page.files.numbers() == (_kept(do),)
    said = _question(book_view)
    assert said is not None
    assert said.title.text() == "2 files were not added"
    assert "gone.jpg, away.jpg: This file cannot be read." in said.line.text()


def _question(view: BookView) -> Dialog | None:
    shown = [one for one in view.window().findChildren(Dialog) if one.isVisible()]
    return shown[0] if shown else None
