"""Making the report in the window: what goes in, how names appear, saving, stopping, failing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from logbook.domain.entry import EntryText, Kind
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.domain.progress import Progress
from logbook.domain.selection import NameForm
from logbook.errors import OutputNotWritable
from logbook.tasks import bring_in_messages, make_report, own_names
from logbook.ui import files
from logbook.ui.book_view import BookView
from logbook.ui.pages.reports import ReportsPage
from logbook.ui.style import font, look
from logbook.ui.widgets import report_options
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.text import Text
from logbook.vault.vault import Vault

ZONE = "Europe/London"
CHAT = "20/11/2026, 19:02 - Dale: New number same me\n20/11/2026, 19:03 - Robin: Stop\n"
Do = Callable[..., Any]
Settle = Callable[[], None]


def _write_three(vault: Vault) -> None:
    start = datetime(2026, 11, 12, 22, 47, tzinfo=ZoneInfo(ZONE))
    for number in range(3):
        moment = Moment(Precision.EXACT, start - timedelta(days=9 * number), zone=ZONE)
        text = f"Thing number {number} happened. More words about it."
        vault.entries.add(
            EntryText(text, moment, kind=Kind.CALLS, private_note="For my eyes alone"), ZONE
        )


@pytest.fixture
def page(book_view: BookView, do: Do, settle: Settle) -> ReportsPage:
    """The page with three entries to print."""
    do(_write_three)
    return _open(book_view, settle)


def _open(view: BookView, settle: Settle) -> ReportsPage:
    view.show_page("reports", {})
    settle()
    page = view.current
    assert isinstance(page, ReportsPage)
    return page


def _type(page: ReportsPage, name: str, words: str, settle: Settle) -> None:
    page.options.lines[name].setText(words)
    page._count_again()
    settle()


def _choose(select: Any, value: object) -> None:
    select.setCurrentIndex(select.findData(value))


def _problem(page: ReportsPage, name: str) -> str:
    return page.options.fields[name]._problem._text.text()


def _words(path: Path) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return " ".join(text.split())


def test_the_report_is_saved_where_the_person_says(
    page: ReportsPage, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "for the court.pdf"
    monkeypatch.setattr(files, "choose_target", lambda _window, _name, then: then(target))
    assert page.options.what.text() == "3 entries will go in."
    page.options.lines["court"].setText("Alder County Court")
    page.primary().click()  # type: ignore[union-attr] # it is a button
    settle()
    printed = _words(target)
    assert "Thing number 0 happened" in printed
    assert "Alder County Court" in printed
    assert "For my eyes alone" not in printed
    pages = len(PdfReader(target).pages)
    assert page._banner.title.text() == f"Saved, {pages} pages"
    said = [text.text() for text in page.outcome.findChildren(Text)]
    assert "for the court.pdf" in said
    assert any(text.endswith("things to look at") for text in said)
    copy = next(one for one in page.outcome.findChildren(Button) if "Copy" in one.text())
    copy.click()
    assert len(bytes.fromhex(QGuiApplication.clipboard().text())) == 32
    QGuiApplication.clipboard().clear()


def test_days_are_understood_in_words_and_said_back(page: ReportsPage, settle: Settle) -> None:
    _type(page, "first_day", "1 Nov 2026", settle)
    assert page.options.fields["first_day"]._hint.text() == "Sunday 1 November 2026"
    assert page.options.what.text() == "2 entries will go in."
    _type(page, "last_day", "November 2026", settle)
    assert page.options.fields["last_day"]._hint.text() == "Monday 30 November 2026"
    _type(page, "first_day", "3/4/2026", settle)
    assert "Do you mean" in _problem(page, "first_day")
    assert not page._save.isEnabled()
    _type(page, "first_day", "1 Dec 2026", settle)
    assert _problem(page, "last_day") == "This day lies before the first one."
    assert page.options.request() is None


def test_with_nothing_chosen_nothing_can_be_saved(page: ReportsPage, settle: Settle) -> None:
    _type(page, "first_day", "1 January 2027", settle)
    assert page.options.what.text().startswith("Nothing is chosen.")
    assert not page._save.isEnabled()


def test_messages_are_printed_with_the_chat_that_was_chosen(
    page: ReportsPage, do: Do, tmp_path: Path, settle: Settle
) -> None:
    chat = tmp_path / "WhatsApp Chat with Dale.txt"
    chat.write_text(CHAT, encoding="utf-8")
    answers = bring_in_messages.Answers(date_order="dmy", zone=ZONE)
    do(bring_in_messages.keep_messages, bring_in_messages.examine_messages(chat), answers)
    page.desk.changed.emit("entries")
    settle()
    assert page.options.messages.count() == 3
    page.options.messages.setCurrentIndex(2)
    page._count_again()
    settle()
    assert page.options.what.text() == "3 entries and 2 messages will go in."
    target = tmp_path / "report.pdf"
    page.save_to(target)
    settle()
    assert "New number same me" in _words(target)
    _choose(page.options.messages, "linked")
    page.save_to(tmp_path / "without.pdf")
    settle()
    assert "New number same me" not in _words(tmp_path / "without.pdf")


def test_the_legal_name_is_asked_about_and_typed_only_once(
    page: ReportsPage,
    book_view: BookView,
    do: Do,
    tmp_path: Path,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        files, "choose_target", lambda _window, _name, then: then(tmp_path / "legal.pdf")
    )
    _choose(page.options.name, NameForm.LEGAL.value)
    assert page.options.fields["own_name"].isVisible()
    page._choose_place()
    assert "Type your legal name" in _problem(page, "own_name")
    page.options.lines["own_name"].setText("Robin Amelia Kell")
    page._choose_place()
    question = book_view.findChild(Dialog)
    assert question is not None
    question.close_with("no")
    assert not (tmp_path / "legal.pdf").exists()
    page._choose_place()
    book_view.findChildren(Dialog)[-1].close_with("yes")
    settle()
    assert "Robin Amelia Kell" in _words(tmp_path / "legal.pdf")
    assert do(own_names.read_me).legal_name == "Robin Amelia Kell"
    assert not page.options.fields["own_name"].isVisible()
    _choose(page.options.name, NameForm.PETITIONER.value)
    page.save_to(tmp_path / "sealed.pdf")
    settle()
    assert "Amelia" not in _words(tmp_path / "sealed.pdf")


def test_a_name_for_initials_is_asked_only_of_a_book_without_one(
    page: ReportsPage, do: Do, settle: Settle, book_view: BookView
) -> None:
    assert page.options.fields["own_name"].isVisible()
    do(lambda vault: vault.people.add(NewPerson("Robin Kell", Role.ME)))
    book_view.show_page("timeline", {})
    _open(book_view, settle)
    assert not page.options.fields["own_name"].isVisible()


def test_choices_are_kept_in_the_book(
    page: ReportsPage, book_view: BookView, do: Do, settle: Settle
) -> None:
    page.options.lines["case_number"].setText("26-DV-0187")
    page.options.lines["own_name"].setText("Robin Amelia Kell")
    _choose(page.options.profile, "generic-us")
    _choose(page.options.paper, "a4")
    book_view.show_page("timeline", {})
    settle()
    kept = do(lambda vault: vault.settings.get("window", {}))["report"]
    assert kept["case_number"] == "26-DV-0187"
    assert (kept["profile"], kept["paper"]) == ("generic-us", "a4")
    assert "Robin Amelia Kell" not in str(kept)


def test_choices_of_another_shape_are_passed_over(book_view: BookView, settle: Settle) -> None:
    book_view.desk.keep_setting("report", {"court": 5, "profile": "gone", "name_as": ["x"]})
    page = _open(book_view, settle)
    assert page.options.lines["court"].text() == ""
    assert page.options.profile.currentData() == report_options.usual_profile()


@pytest.mark.parametrize(
    ("country", "profile"),
    [("UnitedStates", "generic-us"), ("Germany", "generic-a4"), ("Japan", "generic-a4")],
)
def test_the_court_rules_follow_where_the_computer_is(
    country: str, profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = QLocale(QLocale.Language.English, getattr(QLocale.Country, country))
    monkeypatch.setattr(report_options, "_system", lambda: here)
    assert report_options.usual_profile() == profile


def test_stop_saves_nothing(
    page: ReportsPage, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed = threading.Event()
    whole = make_report.make_report

    def until_stopped(vault: Vault, request: Any, out: Path, progress: Progress) -> Any:
        assert pressed.wait(240)
        progress(1, 2)
        return whole(vault, request, out, progress)

    monkeypatch.setattr(make_report, "make_report", until_stopped)
    page.save_to(tmp_path / "report.pdf")
    assert page._making.isVisible()
    assert not page._save.isEnabled()
    page._making._stop.click()
    pressed.set()
    settle()
    assert list(tmp_path.glob("*.pdf*")) == []
    assert not page._making.isVisible()
    assert page._save.isEnabled()
    assert page._left.empty.isVisible()


def test_a_place_that_cannot_be_written_is_said(
    page: ReportsPage, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OutputNotWritable("no permission", where="report.pdf")

    monkeypatch.setattr(make_report, "make_report", refuse)
    page.save_to(tmp_path / "report.pdf")
    settle()
    assert page._banner.isVisible()
    assert page._save.isEnabled()


LEGAL = "Robin Amelia Kell"


def _keep_a_legal_name(vault: Vault) -> None:
    vault.people.add(NewPerson("Robin", Role.ME, legal_name=LEGAL))


def _write_a_hidden_name(vault: Vault) -> None:
    _keep_a_legal_name(vault)
    start = datetime(2026, 11, 13, 9, 0, tzinfo=ZoneInfo(ZONE))
    moment = Moment(Precision.EXACT, start, zone=ZONE)
    vault.entries.add(EntryText(f"He shouted {LEGAL} at me.", moment), ZONE)


def test_what_holds_a_hidden_name_is_said_and_left_out_with_one_key(
    page: ReportsPage, book_view: BookView, do: Do, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    do(_write_a_hidden_name)
    target = tmp_path / "report.pdf"
    page.save_to(target)
    settle()
    assert "entry 4 (text)" in page._banner.line.text()
    assert LEGAL not in page._banner.line.text()
    assert not target.exists()
    assert page._leave_out.isVisible()
    assert book_view.focusWidget() is page._leave_out
    qtbot.keyClick(page._leave_out, Qt.Key.Key_Space)
    settle()
    printed = _words(target)
    assert "Thing number 0 happened" in printed
    assert "shouted" not in printed
    said = [text.text() for text in page.outcome.findChildren(Text)]
    assert said[:2] == [
        "4 things to look at",
        "Left out because a hidden name stands there: entry 4.",
    ]
    assert not page._leave_out.isVisible()


def test_leaving_out_is_not_offered_for_other_choices_or_where_it_did_not_help(
    page: ReportsPage, do: Do, tmp_path: Path, settle: Settle
) -> None:
    do(_write_a_hidden_name)
    page.save_to(tmp_path / "report.pdf")
    settle()
    _choose(page.options.name, NameForm.PETITIONER.value)
    assert not page._leave_out.isVisible()
    page.options.lines["court"].setText(f"{LEGAL} v. Mercer")
    page.save_to(tmp_path / "report.pdf")
    settle()
    page._leave_out.click()
    settle()
    assert "the cover (court)" in page._banner.line.text()
    assert not page._leave_out.isVisible()
    assert list(tmp_path.glob("*.pdf*")) == []


def test_leaving_out_is_not_offered_where_only_the_cover_holds_the_name(
    page: ReportsPage, do: Do, tmp_path: Path, settle: Settle
) -> None:
    do(_keep_a_legal_name)
    page.options.lines["court"].setText(f"{LEGAL} v. Mercer")
    page.save_to(tmp_path / "report.pdf")
    settle()
    assert "the cover (court)" in page._banner.line.text()
    assert "Leaving parts out does not help here" in page._banner.line.text()
    assert not page._leave_out.isVisible()


def test_new_entries_are_counted_when_they_come(page: ReportsPage, do: Do, settle: Settle) -> None:
    do(_write_three)
    page.desk.changed.emit("entries")
    settle()
    assert page.options.what.text() == "6 entries will go in."


def test_in_a_narrow_window_what_came_of_it_stands_above_the_choices(
    page: ReportsPage, book_view: BookView, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    book_view.resize(960, 640)
    look().use(scale=2.0)
    qtbot.waitUntil(lambda: page._side.width() == page.width())
    page.save_to(tmp_path / "out.pdf")
    settle()
    assert page.outcome.isVisible()

    def gap() -> int:
        foot = page.outcome.mapTo(page, QPoint(0, page.outcome.height()))
        return page.options.mapTo(page, QPoint(0, 0)).y() - foot.y()

    qtbot.waitUntil(lambda: gap() >= 0)
    assert page.outcome.mapTo(page, QPoint(0, 0)).y() >= 0, "scrolled to it"
    look().use(scale=1.0)
    book_view.resize(1280, 800)
    qtbot.waitUntil(lambda: page.outcome.mapTo(page, QPoint(0, 0)).x() >= page._side.width())
    assert page.outcome.isVisible()
    roles = [part.property("role") for part in page.outcome.findChildren(Text)]
    assert [part.font() for part in page.outcome.findChildren(Text)] == [font(one) for one in roles]
