"""Writing an entry as a person does it: fast, interrupted, with files, and never losing a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from logbook.domain.entry import AuthorityReport, EntryText, Kind, Mark
from logbook.domain.ids import EntryId
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.domain.selection import EntryFilter
from logbook.errors import DiskFull
from logbook.tasks import bring_in_messages, keep_file
from logbook.ui.book_view import BookView
from logbook.ui.jobs import Job, Jobs
from logbook.ui.models import entry_saving
from logbook.ui.models.entry_draft import EntryDraft, key_of, read_draft
from logbook.ui.offering import offer_files
from logbook.ui.pages.new_entry import NewEntryPage
from logbook.ui.style import font, look
from logbook.ui.widgets.chip import Chip
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.thumbnail import Thumbnail
from logbook.ui.widgets.wrap_button import WrapButton
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

ZONE = "Europe/London"
PASSPHRASE = "quiet lantern orbit saddle mango"
Do = Callable[..., Any]
Settle = Callable[[], None]
CHAT = (
    "12/11/2026, 19:02 - Dale: New number same me\n"
    "12/11/2026, 19:03 - Robin: Do not contact me again.\n"
    "13/11/2026, 07:58 - Dale: Saw you at the tram stop\n"
)


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


def _entries(do: Do) -> list[Any]:
    return do(lambda vault: vault.entries.full(EntryFilter(newest_first=True), 0, 100))


def _draft(do: Do, entry: int = 0) -> EntryDraft | None:
    text = do(lambda vault: vault.drafts.get(key_of(entry)))
    return read_draft(text) if text else None


def _write_one(vault: Vault, **more: Any) -> int:
    start = datetime(2026, 11, 7, 14, 0, tzinfo=ZoneInfo(ZONE))
    moment = Moment(Precision.BETWEEN, start, start + timedelta(hours=2), zone=ZONE, raw="typed")
    return int(vault.entries.add(EntryText("A note under the door.", moment, **more), ZONE).id)


def test_the_side_keeps_the_size_of_its_text_when_it_moves_below_and_back(
    page: NewEntryPage, settle: Settle
) -> None:
    for scale, moved in ((1.75, True), (1.25, False), (2.0, True), (1.0, False)):
        look().use(scale=scale)
        settle()
        assert page.side.parentWidget() is not None
        assert page.side.parentWidget().isAncestorOf(page.text) == moved
        wrong = [
            part
            for part in page.side.findChildren(QWidget)
            if isinstance(role := part.property("role"), str) and part.font() != font(role)
        ]
        assert wrong == []


def test_one_sentence_is_enough_and_the_new_entry_is_chosen_in_the_list(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle, qtbot: QtBot
) -> None:
    assert QApplication.focusWidget() is page.text
    QTest.keyClicks(page.text, "He rang eleven times.")
    page.primary().click()  # type: ignore[union-attr] # it is a button
    settle()
    (entry,) = _entries(do)
    assert entry.what.text == "He rang eleven times."
    assert entry.what.happened.precision is Precision.EXACT
    assert book_view.current.page_id == "timeline"
    qtbot.waitUntil(lambda: book_view.current.place() == {"entry": int(entry.id)})
    assert _draft(do) is None
    assert book_view.undo_toast()
    settle()
    assert _entries(do) == []


def test_control_enter_saves_from_inside_the_text(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle, qtbot: QtBot
) -> None:
    keys = QShortcut(QKeySequence("Ctrl+Return"), book_view)  # as the main window has it
    keys.activated.connect(book_view.press_primary)
    qtbot.waitUntil(page.text.hasFocus)
    QTest.keyClicks(page.text, "Short.")
    QTest.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [entry.what.text for entry in _entries(do)] == ["Short."]


def test_without_words_the_page_says_what_is_needed(
    page: NewEntryPage, do: Do, settle: Settle
) -> None:
    page.save()
    settle()
    assert page._banner.title.text() == "Write a few words first"
    assert not page._banner.again.isVisible()
    assert _entries(do) == []


def test_every_field_is_saved_and_comes_back_when_edited(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle
) -> None:
    page.text.setPlainText("He said he would come back.")
    page.side.when.segments.choose(Precision.ABOUT)
    page.side.when.first.setText("7 November 2026 8 pm")
    page.side.when._touched("")
    page.side._kind_chips[Kind.THREAT].click()
    page.side.people.add("D. Marsh")
    page.side.witnesses.add("Priya N.")
    for name, line in page.side.details.body.lines.items():
        line.setText(f"the {name}")
    for name, box in page.side.details.body.boxes.items():
        box.setPlainText(f"the {name}")
    page.side.details.body.outcome.choose("refused")
    page.save()
    settle()
    (entry,) = _entries(do)
    what = entry.what
    assert what.kind is Kind.THREAT
    assert what.happened.precision is Precision.ABOUT
    assert what.happened.start.strftime("%Y-%m-%d %H:%M") == "2026-11-07 20:00"
    assert (what.place, what.exact_words) == ("the place", "the exact_words")
    assert (what.effect, what.response) == ("the effect", "the response")
    assert what.private_note == "the private_note"
    assert what.report == AuthorityReport(
        "the agency", "the officer", "the badge", "the number", "refused"
    )
    people = do(lambda vault: {person.what.name: person for person in vault.people.all()})
    assert what.people == (people["D. Marsh"].id,)
    assert people["Priya N."].what.role is Role.WITNESS
    again = _open(book_view, settle, int(entry.id))
    assert again.title() == "Edit entry"
    assert again.side.people.names() == ("D. Marsh",)
    assert again.side.when.understand().moment == what.happened
    assert again.side.details.toggle.accessibleDescription() == "Open"
    again.save()
    settle()
    assert _entries(do) == [entry]  # a version that says the same is not kept


def test_an_edit_keeps_the_earlier_words_and_the_linked_messages(
    book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    chat = tmp_path / "WhatsApp Chat with Dale.txt"
    chat.write_text(CHAT, encoding="utf-8")
    examined = bring_in_messages.examine_messages(chat)
    answers = bring_in_messages.Answers(date_order="dmy", zone=ZONE)
    do(bring_in_messages.keep_messages, examined, answers)
    messages = do(lambda vault: tuple(one.id for one in vault.messages.page()))
    entry = do(lambda vault: _write_one(vault, messages=messages[:2]))
    page = _open(book_view, settle, entry)
    page.text.setPlainText("A note under the door, folded twice.")
    page.save()
    settle()
    (saved,) = _entries(do)
    assert saved.version == 2
    assert saved.what.messages == messages[:2]
    assert saved.what.happened.raw == "typed"
    versions = do(lambda vault: vault.entries.versions(EntryId(entry)))
    assert [one.what.text for one in versions] == [
        "A note under the door.",
        "A note under the door, folded twice.",
    ]


def test_a_draft_is_kept_by_itself_and_comes_back_with_its_caret(
    page: NewEntryPage, do: Do, settle: Settle, qtbot: QtBot, jobs: Jobs
) -> None:
    page._keeper._later.setInterval(10)
    QTest.keyClicks(page.text, "The grey car again")
    QTest.keyClick(page.text, Qt.Key.Key_Home)
    page.side.people.edit.setText("Priy")
    page._edited()
    qtbot.waitUntil(lambda: page.status().startswith("Draft kept, "))
    kept = _draft(do)
    assert kept is not None
    assert kept.text == "The grey car again"
    other = BookView(page.desk.vault, jobs)
    qtbot.addWidget(other)
    other.resize(1280, 800)
    again = _open(other, settle)
    assert again.text.toPlainText() == "The grey car again"
    assert again.text.textCursor().position() == 0
    assert again.side.people.names() == ("Priy",)
    assert again.status() == "Draft kept"


def test_a_draft_survives_that_the_book_is_closed_in_the_middle(
    jobs: Jobs,
    outcome: Callable[[Job], Any],
    closed_book: tuple[Path, str],
    settle: Settle,
    qtbot: QtBot,
) -> None:
    def opened() -> Iterator[tuple[Vault, BookView]]:
        secret = Secret(bytearray(PASSPHRASE.encode()))
        vault = outcome(jobs.on_vault(Vault.open, closed_book[0], secret))
        view = BookView(vault, jobs)
        qtbot.addWidget(view)
        view.show()
        yield vault, view
        outcome(jobs.on_vault(vault.close))

    for vault, view in opened():
        del vault
        page = _open(view, settle)
        QTest.keyClicks(page.text, "Words in a hurry")
        view.hide()
        view.keep_drafts()  # what hiding and locking do
        jobs.cancel_all()
    for vault, view in opened():
        del vault
        page = _open(view, settle)
        assert page.text.toPlainText() == "Words in a hurry"


def test_a_new_entry_and_an_edit_have_drafts_of_their_own(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle
) -> None:
    entry = do(_write_one)
    page.text.setPlainText("Something new")
    _open(book_view, settle, entry)
    assert page.text.toPlainText() == "A note under the door."
    page.text.setPlainText("A note under the door. It was folded.")
    _open(book_view, settle)
    assert page.text.toPlainText() == "Something new"
    _open(book_view, settle, entry)
    assert page.text.toPlainText() == "A note under the door. It was folded."
    drafts = {_draft(do).text, _draft(do, entry).text}  # type: ignore[union-attr] # kept
    assert drafts == {"Something new", "A note under the door. It was folded."}


def test_pressing_new_entry_again_keeps_what_was_typed_a_moment_ago(
    page: NewEntryPage, book_view: BookView, settle: Settle
) -> None:
    QTest.keyClicks(page.text, "Half a sen")
    _open(book_view, settle)
    assert page.text.toPlainText() == "Half a sen"


def test_what_is_typed_while_the_book_is_read_stays(
    book_view: BookView, settle: Settle, do: Do
) -> None:
    do(lambda vault: vault.drafts.keep(key_of(0), EntryDraft(text="Before. ").to_json()))
    book_view.show_page("new_entry", {})
    page = book_view.current
    assert isinstance(page, NewEntryPage)
    QTest.keyClicks(page.text, "After.")
    settle()
    assert page.text.toPlainText() == "Before. After."


def test_what_is_typed_while_the_book_is_read_outlives_the_page(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    entry = do(_write_one)
    book_view.show_page("new_entry", {"entry": entry})
    page = book_view.current
    assert isinstance(page, NewEntryPage)
    QTest.keyClicks(page.text, " And")
    page.keep_draft()
    QTest.keyClicks(page.text, " again.")
    book_view.show_page("evidence", {})
    settle()
    draft = _draft(do, entry)
    assert draft is not None
    assert draft.text == "A note under the door. And again."
    assert _open(book_view, settle, entry).text.toPlainText() == draft.text


def test_words_typed_into_an_entry_that_is_gone_are_in_the_new_one(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    gone = do(_write_one)
    do(lambda vault: vault.entries.erase(EntryId(gone)))
    book_view.show_page("new_entry", {"entry": gone})
    page = book_view.current
    assert isinstance(page, NewEntryPage)
    QTest.keyClicks(page.text, "He rang again.")
    book_view.show_page("evidence", {})
    settle()
    assert _open(book_view, settle).text.toPlainText() == "He rang again."


def test_of_two_entries_asked_for_in_a_row_the_second_is_shown_and_nothing_mixed(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    first, second = do(_write_one), do(_write_one)
    do(lambda vault: vault.drafts.keep(key_of(first), EntryDraft(first, "First").to_json()))
    do(lambda vault: vault.drafts.keep(key_of(second), EntryDraft(second, "Second").to_json()))
    for entry in (first, second):
        book_view.show_page("new_entry", {"entry": entry})
    settle()
    page = book_view.current
    assert isinstance(page, NewEntryPage)
    assert (page.place(), page.text.toPlainText()) == ({"entry": second}, "Second")
    book_view.show_page("evidence", {})
    settle()
    for entry, words in ((first, "First"), (second, "Second")):
        draft = _draft(do, entry)
        assert draft is not None
        assert draft.text == words


def test_a_page_that_was_emptied_again_leaves_no_draft(
    page: NewEntryPage, do: Do, settle: Settle
) -> None:
    page.text.setPlainText("x")
    page.keep_draft()
    page.text.setPlainText("")
    page.keep_draft()
    settle()
    assert _draft(do) is None


def test_an_entry_that_was_only_looked_at_leaves_no_draft(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    entry = do(_write_one)
    page = _open(book_view, settle, entry)
    page.keep_draft()
    book_view.go_back()
    settle()
    assert _draft(do, entry) is None


def test_words_mean_the_time_at_which_they_were_typed(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    typed = "2026-03-05T09:00:00+00:00"
    draft = EntryDraft(text="It rang.", when="yesterday 8 pm", typed_at=typed)
    do(lambda vault: vault.drafts.keep(key_of(0), draft.to_json()))
    page = _open(book_view, settle)
    moment = page.side.when.understand().moment
    assert moment is not None
    assert moment.start is not None
    assert moment.start.date().isoformat() == "2026-03-04"
    page.save()
    settle()
    (entry,) = _entries(do)
    assert entry.what.happened.start.date().isoformat() == "2026-03-04"


def test_now_in_a_draft_of_another_day_means_when_it_was_written(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    draft = EntryDraft(text="It rang.", typed_at="2026-03-05T09:00:00+00:00")
    do(lambda vault: vault.drafts.keep(key_of(0), draft.to_json()))
    page = _open(book_view, settle)
    assert page.side.when._echo.text().startswith("When you wrote this: Thursday 5 March 2026")


def test_a_draft_thrown_away_can_be_taken_back(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle
) -> None:
    page.text.setPlainText("Not sure about this")
    page.bar_actions()[0].click()  # type: ignore[attr-defined] # a button
    settle()
    assert _draft(do) is None
    assert book_view.undo_toast()
    settle()
    assert book_view.current is page
    assert page.text.toPlainText() == "Not sure about this"


def test_a_save_that_fails_keeps_the_words_and_offers_them(
    page: NewEntryPage, do: Do, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise DiskFull("no space")

    monkeypatch.setattr(entry_saving, "save_draft", full)
    page.text.setPlainText("These words matter.")
    page.save()
    settle()
    assert page.text.toPlainText() == "These words matter."
    assert not page.text.isReadOnly()
    assert page._banner.isVisible()
    assert _draft(do).text == "These words matter."  # type: ignore[union-attr] # kept before
    page._banner.copy.click()
    assert QGuiApplication.clipboard().text() == "These words matter."
    monkeypatch.undo()
    page._banner.again.click()
    settle()
    assert [entry.what.text for entry in _entries(do)] == ["These words matter."]


def test_a_date_with_two_readings_is_asked_about_and_never_guessed(
    page: NewEntryPage, do: Do, settle: Settle, qtbot: QtBot
) -> None:
    page.text.setPlainText("He waited outside.")
    page.side.when.first.setText("3/4/2026")
    page.side.when._touched("")
    qtbot.waitUntil(lambda: len(page.side.when._ask.findChildren(WrapButton)) == 2)
    page.save()
    settle()
    assert _entries(do) == []
    assert page._banner.title.text() == "Look at the date again"
    answers = {one.text(): one for one in page.side.when._ask.findChildren(WrapButton)}
    answers["Friday 3 April 2026"].click()
    page.save()
    settle()
    (entry,) = _entries(do)
    assert entry.what.happened.start.date().isoformat() == "2026-04-03"


def test_files_and_pasted_pictures_are_kept_with_the_entry(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    source = tmp_path / "door.png"
    Image.new("RGB", (40, 30), "teal").save(source)
    assert page.take_files([source])
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    page.text.setFocus()
    assert book_view.paste()
    settle()
    settle()
    assert page.files._count.text() == "2 files, originals kept unchanged"
    page.text.setPlainText("With pictures.")
    page.save()
    settle()
    (entry,) = _entries(do)
    files = do(lambda vault: vault.evidence.of_entry(entry.id))
    assert [one.media_type for one in files] == ["image/png", "image/png"]
    assert {one.origin for one in files} == {"file", "clipboard"}
    QGuiApplication.clipboard().clear()


def test_a_file_is_taken_out_after_a_question_and_stays_in_the_book(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("words")
    page.take_files([note])
    settle()
    settle()
    (tile,) = page.files.findChildren(Thumbnail)
    tile.click()
    question = book_view.findChild(Dialog)
    assert question is not None
    question.close_with("yes")
    settle()
    assert page.files.numbers() == ()
    assert len(do(lambda vault: vault.evidence.all())) == 1


def test_a_file_is_looked_at_and_the_words_are_there_again_after_it(
    page: NewEntryPage, book_view: BookView, settle: Settle, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("words")
    page.text.setPlainText("He left a note.")
    page.take_files([note])
    settle()
    settle()
    (tile,) = page.files.findChildren(Thumbnail)
    tile.click()
    question = book_view.findChild(Dialog)
    assert question is not None
    question.close_with("look")
    settle()
    assert book_view.current is not None
    assert book_view.current.page_id == "viewer"
    assert book_view.current.title() == "note.txt"
    book_view.go_back()
    settle()
    settle()
    assert book_view.current is page
    assert page.text.toPlainText() == "He left a note."
    assert len(page.files.numbers()) == 1


def test_a_file_that_cannot_be_read_is_said_and_the_words_stay(
    page: NewEntryPage, settle: Settle, tmp_path: Path
) -> None:
    page.text.setPlainText("Words.")
    page.take_files([tmp_path / "gone.jpg"])
    settle()
    settle()
    said = _question(page.window())
    assert said is not None
    assert said.title.text() == "1 file was not added"
    assert said.line.text().startswith("gone.jpg: This file cannot be read.")
    assert page.text.toPlainText() == "Words."


def test_a_file_that_is_gone_stays_linked_when_the_entry_is_changed(
    book_view: BookView, do: Do, settle: Settle, page: NewEntryPage, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("words")
    page.take_files([note])
    settle()
    settle()
    page.text.setPlainText("With a note.")
    page.save()
    settle()
    (entry,) = _entries(do)
    do(lambda vault: vault.evidence.remove(entry.what.evidence[0]))
    again = _open(book_view, settle, int(entry.id))
    assert again.files.findChildren(Thumbnail) == []
    again.text.setPlainText("With a note, folded.")
    again.save()
    settle()
    assert _entries(do)[0].what.evidence == entry.what.evidence


def test_an_entry_that_is_gone_is_said_and_the_page_can_be_written_on(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    entry = do(_write_one)
    do(lambda vault: vault.entries.erase(EntryId(entry)))
    page = _open(book_view, settle, entry)
    assert book_view._problem.isVisible()
    page.text.setPlainText("New words.")
    page.save()
    settle()
    assert [one.what.text for one in _entries(do)] == ["New words."]


def test_a_damaged_draft_does_not_hold_up_the_page(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    do(lambda vault: vault.drafts.keep(key_of(0), '{"kind": "nonsense"}'))
    page = _open(book_view, settle)
    assert page.text.toPlainText() == ""
    page.text.setPlainText("Works.")
    page.save()
    settle()
    assert len(_entries(do)) == 1


def test_large_text_puts_everything_in_one_column_and_back(
    page: NewEntryPage, qtbot: QtBot
) -> None:
    assert page._side_pane.isVisible()
    page.text.setPlainText("Words.")
    page.keep_draft()
    look().use(scale=2.0)
    qtbot.waitUntil(lambda: not page._side_pane.isVisible())
    assert page.main.isAncestorOf(page.side)
    qtbot.waitUntil(lambda: page.main.kept_line.text().startswith("Draft kept"))
    assert page.main.kept_line.isVisible()
    look().use(scale=1.0)
    qtbot.waitUntil(page._side_pane.isVisible)
    assert page._side_pane.isAncestorOf(page.side)


def test_the_hint_that_was_closed_stays_closed(
    page: NewEntryPage, book_view: BookView, settle: Settle, do: Do
) -> None:
    page._drop_hint()
    entry = do(_write_one)
    _open(book_view, settle, entry)
    assert not page.main.hint.isVisible()


def test_one_kind_at_most_is_chosen(page: NewEntryPage) -> None:
    chips = page.side._kind_chips
    chips[Kind.CALLS].click()
    chips[Kind.GIFT].click()
    assert page.side.kind() is Kind.GIFT
    chips[Kind.GIFT].click()
    assert page.side.kind() is Kind.NONE


def test_known_people_are_offered_while_typing(book_view: BookView, do: Do, settle: Settle) -> None:
    do(lambda vault: vault.people.add(NewPerson("Dale Mercer", numbers=("555 0147",))))
    page = _open(book_view, settle)
    picker = page.side.people
    picker.edit.setFocus()
    QTest.keyClicks(picker.edit, "0147")
    assert picker.offers.isVisible()
    QTest.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.names() == ("Dale Mercer",)
    assert [chip.text() for chip in picker.findChildren(Chip)] == ["Dale Mercer"]


def _chat_messages(do: Do, tmp_path: Path) -> list[int]:
    chat = tmp_path / "WhatsApp Chat with Dale.txt"
    chat.write_text(CHAT, encoding="utf-8")
    examined = bring_in_messages.examine_messages(chat)
    answers = bring_in_messages.Answers(date_order="dmy", zone=ZONE)
    do(bring_in_messages.keep_messages, examined, answers)
    return [int(one.id) for one in do(lambda vault: vault.messages.page(None, 0, 9))]


def test_another_page_hands_over_files_and_messages_by_number(
    book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    messages = _chat_messages(do, tmp_path)
    picture = tmp_path / "note.png"
    Image.new("RGB", (40, 30), "teal").save(picture)
    kept = do(lambda vault: keep_file.keep_file(vault, keep_file.look_at_file(picture)))
    given = {"files": [int(kept.id)], "messages": messages[1:]}
    book_view.show_page("new_entry", given)
    settle()
    page: Any = book_view.current
    assert page.messages.isVisible()
    draft = _draft(do)
    assert draft is not None
    assert (draft.evidence, draft.messages) == ((int(kept.id),), tuple(messages[1:]))
    book_view.show_page("new_entry", given)  # the same again adds nothing
    settle()
    page.text.setPlainText("He wrote after I had asked him not to.")
    page.save()
    settle()
    (entry,) = _entries(do)
    assert (list(entry.what.evidence), list(entry.what.messages)) == (
        [kept.id],
        messages[1:],
    )


def test_messages_of_an_entry_stay_with_it_when_it_is_changed_and_can_be_taken_out(
    book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    messages = _chat_messages(do, tmp_path)
    number = do(lambda vault: _write_one(vault, messages=tuple(messages)))
    page = _open(book_view, settle, number)
    assert page.messages.numbers() == tuple(messages)
    page.text.setPlainText("A note under the door, and three messages.")
    page.messages._take_out(page.messages._messages[0])
    assert book_view.undo_toast()
    assert page.messages.numbers() == tuple(messages)
    page.messages._take_out(page.messages._messages[0])
    page.save()
    settle()
    (entry,) = _entries(do)
    assert list(entry.what.messages) == messages[1:]


def test_an_undo_of_the_entry_before_does_not_reach_the_one_on_screen(
    book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    messages = _chat_messages(do, tmp_path)
    number = do(lambda vault: _write_one(vault, messages=tuple(messages)))
    page = _open(book_view, settle, number)
    page.messages._take_out(page.messages._messages[0])
    _open(book_view, settle)
    book_view.undo_toast()
    settle()
    assert page.messages.numbers() == ()
    assert not page.messages.isVisible()


def test_messages_tell_a_new_entry_when_it_was_and_who_wrote(
    book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    messages = _chat_messages(do, tmp_path)
    sender = do(lambda vault: vault.messages.page()[0].record.sender)
    do(lambda vault: vault.people.add(NewPerson(sender, Role.RESPONSIBLE)))
    book_view.show_page("new_entry", {"messages": messages})
    settle()
    page: Any = book_view.current
    assert page.side.kind() is Kind.MESSAGES
    assert page.side.people.names() == (sender,)
    understood = page.side.when.understand().moment
    first = do(lambda vault: vault.messages.page()[0].record.instant_ms)
    assert understood.start.timestamp() * 1000 == first
    assert page.text.toPlainText() == ""
    page.side.people.remove(sender)
    page.side.when.type_words("yesterday 8pm")
    book_view.show_page("new_entry", {"messages": messages})
    settle()
    assert page.side.when.first.text() == "yesterday 8pm"


def test_a_title_of_ones_own_is_kept_and_can_be_changed(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle
) -> None:
    page.text.setPlainText("He rang eleven times. Nobody spoke.")
    page.side.details.body.lines["title"].setText("Calls at night")
    page.save()
    settle()
    (entry,) = _entries(do)
    assert entry.what.title == "Calls at night"
    again = _open(book_view, settle, int(entry.id))
    assert again.side.details.body.lines["title"].text() == "Calls at night"
    again.side.details.body.lines["title"].clear()
    again.save()
    settle()
    assert _entries(do)[0].what.title == ""


def test_an_entry_is_kept_to_finish_later_until_the_check_is_taken_off(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle
) -> None:
    page.text.setPlainText("A car.")
    page._footer.later.click()
    page.keep_draft()
    settle()
    draft = _draft(do)
    assert draft is not None
    assert draft.later
    page.save()
    settle()
    (entry,) = _entries(do)
    assert do(lambda vault: vault.marks.of(entry.id)) == {Mark.LATER}
    again = _open(book_view, settle, int(entry.id))
    assert again._footer.later.isChecked()
    again.text.setPlainText("A grey car.")
    again.save()
    settle()
    assert do(lambda vault: vault.marks.of(entry.id)) == {Mark.LATER}
    again = _open(book_view, settle, int(entry.id))
    again._footer.later.click()
    again.save()
    settle()
    assert do(lambda vault: vault.marks.of(entry.id)) == set()


def test_a_change_is_undone_and_done_again_by_name(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    number = do(_write_one)
    page = _open(book_view, settle, number)
    page.text.setPlainText("Other words.")
    page.save()
    settle()
    assert book_view.undo_toast()
    settle()
    assert _entries(do)[0].what.text == "A note under the door."
    assert book_view.redo()
    settle()
    assert _entries(do)[0].what.text == "Other words."


def test_how_near_about_is_stays_with_the_draft(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle
) -> None:
    page.text.setPlainText("A car.")
    page.side.when.segments.choose(Precision.ABOUT)
    page.side.when._precision_chosen(None)
    page.side.when.first.setText("7 November 2026 20:00")
    page.side.when._touched("")
    page.side.when.margin.setCurrentIndex(page.side.when.margin.findData(15))
    page.keep_draft()
    settle()
    draft = _draft(do)
    assert draft is not None
    assert draft.about_min == 15
    page.save()
    settle()
    (entry,) = _entries(do)
    assert entry.what.happened.about_min == 15
    again = _open(book_view, settle, int(entry.id))
    assert again.side.when.about_min() == 15


def _keep_picture(do: Do, tmp_path: Path, name: str = "door.png") -> int:
    Image.new("RGB", (40, 30), "teal").save(tmp_path / name)
    looked = keep_file.look_at_file(tmp_path / name)
    return int(do(lambda vault: keep_file.keep_file(vault, looked)).id)


def _question(view: QWidget) -> Dialog | None:
    shown = [one for one in view.window().findChildren(Dialog) if one.isVisible()]
    return shown[0] if shown else None


def test_files_for_a_new_entry_never_go_into_a_half_written_one_unasked(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    kept = _keep_picture(do, tmp_path)
    QTest.keyClicks(page.text, "Half a sentence")
    book_view.show_page("evidence", {})
    settle()
    book_view.show_page("new_entry", {"files": [kept]})
    settle()
    asked = _question(book_view)
    assert asked is not None
    assert page.files.numbers() == ()
    asked.close_with("anew")
    settle()
    assert (page.text.toPlainText(), page.files.numbers()) == ("", (kept,))
    QTest.keyClicks(page.text, "What the picture shows.")
    page.save()
    settle()
    (entry,) = _entries(do)
    assert (entry.what.text, entry.what.evidence) == ("What the picture shows.", (kept,))
    _open(book_view, settle)
    assert (page.text.toPlainText(), page.files.numbers()) == ("Half a sentence", ())
    page.save()
    settle()
    assert {one.what.text for one in _entries(do)} == {
        "What the picture shows.",
        "Half a sentence",
    }
    assert _open(book_view, settle).text.toPlainText() == ""


def test_files_go_into_the_draft_where_the_person_says_so(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    kept = _keep_picture(do, tmp_path)
    QTest.keyClicks(page.text, "Half a sentence")
    book_view.show_page("evidence", {})
    settle()
    book_view.show_page("new_entry", {"files": [kept]})
    settle()
    asked = _question(book_view)
    assert asked is not None
    asked.close_with("add")
    settle()
    assert (page.text.toPlainText(), page.files.numbers()) == ("Half a sentence", (kept,))


def test_several_drafts_come_back_one_after_the_other(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    for at, words in enumerate(("First", "Second")):
        QTest.keyClicks(page.text, words)
        kept = _keep_picture(do, tmp_path, f"{at}.png")
        book_view.show_page("new_entry", {"files": [kept]})
        settle()
        asked = _question(book_view)
        assert asked is not None
        asked.close_with("anew")
        settle()
    found = [page.text.toPlainText()]
    for _ in range(3):
        page._throw_away()
        settle()
        found.append(_open(book_view, settle).text.toPlainText())
    assert found == ["", "Second", "First", ""]


def test_nothing_is_asked_where_nothing_was_written(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    kept = _keep_picture(do, tmp_path)
    book_view.show_page("evidence", {})
    settle()
    book_view.show_page("new_entry", {"files": [kept]})
    settle()
    assert _question(book_view) is None
    assert page.files.numbers() == (kept,)


def test_a_file_dropped_on_another_page_asks_too_and_one_on_this_page_does_not(
    page: NewEntryPage, book_view: BookView, do: Do, settle: Settle, tmp_path: Path
) -> None:
    _keep_picture(do, tmp_path)
    QTest.keyClicks(page.text, "Half a sentence")
    offer_files(book_view, [tmp_path / "door.png"])
    settle()
    assert _question(book_view) is None
    assert len(page.files.numbers()) == 1
    book_view.show_page("reports", {})
    settle()
    offer_files(book_view, [tmp_path / "door.png"])
    settle()
    assert _question(book_view) is not None


def test_a_draft_that_cannot_be_put_aside_stays_on_the_page(
    page: NewEntryPage,
    book_view: BookView,
    do: Do,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = _keep_picture(do, tmp_path)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(entry_saving, "put_aside", full)
    QTest.keyClicks(page.text, "Half a sentence")
    book_view.show_page("new_entry", {"files": [kept]})
    settle()
    asked = _question(book_view)
    assert asked is not None
    asked.close_with("anew")
    settle()
    assert (page.text.toPlainText(), page.text.isReadOnly()) == ("Half a sentence", False)
    assert page._banner.isVisible()
