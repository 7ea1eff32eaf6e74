"""The report builder: choices, the report itself beside them, what to look at, saving."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from logbook.domain.entry import EntryText, Kind
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.domain.progress import Progress
from logbook.domain.selection import EntryFilter, NameForm
from logbook.errors import OutputNotWritable
from logbook.media.pdf_pages import render
from logbook.tasks import bring_in_messages, own_names, report_drafts, save_report
from logbook.ui import files
from logbook.ui.book_view import BookView
from logbook.ui.models.report_draft import ReportDraft, new_draft, read_draft
from logbook.ui.models.saved_filters import SavedFilter, to_setting
from logbook.ui.pages.report_builder import ReportBuilderPage
from logbook.ui.report_printing import prepare
from logbook.ui.widgets import report_look_form
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.page_stage import Fit
from logbook.ui.widgets.text import Text
from logbook.vault.vault import Vault

ZONE = "Europe/London"
CHAT = "20/11/2026, 19:02 - Dale: New number same me\n20/11/2026, 19:03 - Robin: Stop\n"
LEGAL = "Robin Amelia Kell"
Do = Callable[..., Any]
Settle = Callable[[], None]
Rest = Callable[[], None]


def _write_three(vault: Vault) -> None:
    start = datetime(2026, 11, 12, 22, 47, tzinfo=ZoneInfo(ZONE))
    for number in range(3):
        moment = Moment(Precision.EXACT, start - timedelta(days=9 * number), zone=ZONE)
        text = f"Thing number {number} happened. More words about it."
        vault.entries.add(
            EntryText(text, moment, kind=Kind.CALLS, private_note="For my eyes alone"), ZONE
        )


@pytest.fixture
def rest(book_view: BookView, at_rest: Callable[[QWidget], None]) -> Rest:
    """Wait until the preview of the last choice is there and the draft is kept."""
    return lambda: at_rest(book_view)


@pytest.fixture
def page(book_view: BookView, do: Do, rest: Rest) -> ReportBuilderPage:
    """A new report of three entries."""
    do(_write_three)
    return _open(book_view, rest, new=True)


def _open(view: BookView, rest: Rest, **arguments: object) -> ReportBuilderPage:
    view.show_page("report_builder", arguments)
    page = view.current
    assert isinstance(page, ReportBuilderPage)
    for timer in (page.preview._later, page._later):
        timer.setInterval(0)
    rest()
    return page


def _shown_words(page: ReportBuilderPage) -> str:
    assert page._shown is not None
    return _words(BytesIO(page._shown.data))


def _words(where: Any) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(where).pages)
    return " ".join(text.split())


def _type(page: ReportBuilderPage, name: str, words: str, rest: Rest) -> None:
    line = page.choices.cover.lines[name]
    line.setText(words)
    line.textEdited.emit(words)
    rest()


def _choose(select: Any, value: object, rest: Rest) -> None:
    select.setCurrentIndex(select.findData(value))
    rest()


def _row(page: ReportBuilderPage, name: str) -> Any:
    return page.choices.rows.row(page.choices.rows.place_of(name))


def test_the_preview_is_the_report_with_every_choice(page: ReportBuilderPage, rest: Rest) -> None:
    assert "Thing number 0 happened" in _shown_words(page)
    assert "For my eyes alone" not in _shown_words(page)
    _type(page, "court", "Alder County Court", rest)
    assert "Alder County Court" in _shown_words(page)
    assert page.subtitle().startswith("Alder County Court, draft kept ")
    assert page.view.stage.pages == page._shown.pages  # type: ignore[union-attr] # made just now
    assert page.choices.total.text() == f"{page.view.stage.pages} pages"


def test_a_page_is_drawn_and_its_small_picture_too(page: ReportBuilderPage) -> None:
    for pictures in (page.view._large, page.view._small):
        assert pictures.is_fresh(0)
        picture = pictures.picture(0)
        assert picture is not None
        assert picture.pixelColor(2, 2).lightness() == 255


def test_a_section_is_left_out_and_moved_by_keys(
    page: ReportBuilderPage, rest: Rest, qtbot: QtBot
) -> None:
    listed = page.choices.sections
    listed.choose("index")
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    qtbot.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    rest()
    assert page.choices.draft.order[:3] == ("chronology", "cover", "index")
    assert page.choices.draft.off == ("index",)
    assert page._shown is not None
    assert [one.id for one in page._shown.sections][:2] == ["chronology", "cover"]
    assert listed.current() == "chronology"


def test_a_section_is_dragged_by_its_handle_and_ticked_by_its_box(
    page: ReportBuilderPage, rest: Rest
) -> None:
    listed = page.choices.sections
    where = listed.visualRect(page.choices.rows.index(1, 0))
    box = where.topLeft() + (where.bottomLeft() - where.topLeft()) / 2
    box.setX(36)
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert page.choices.draft.off == ("index",)
    grip = box
    grip.setX(10)
    QTest.mousePress(listed.viewport(), Qt.MouseButton.LeftButton, pos=grip)
    lower = listed.visualRect(page.choices.rows.index(3, 0)).center()
    lower.setX(10)
    QTest.mouseMove(listed.viewport(), lower)
    QTest.mouseRelease(listed.viewport(), Qt.MouseButton.LeftButton, pos=lower)
    rest()
    assert page.choices.draft.order[1:4] == ("chronology", "exhibits", "index")


def test_a_section_is_said_in_one_sentence(page: ReportBuilderPage) -> None:
    at = page.choices.rows.place_of("chronology")
    index = page.choices.rows.index(at, 0)
    said = page.choices.rows.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Chronology, 3 of 3 entries, 1 page, checked, 3 of 8"
    interface = QAccessible.queryAccessibleInterface(page.view.stage)
    assert interface.text(QAccessible.Text.Name).startswith("Preview, page 1 of ")


def test_choosing_a_section_shows_its_pages_and_its_choices(
    page: ReportBuilderPage, rest: Rest
) -> None:
    page.choices.sections.setCurrentIndex(
        page.choices.rows.index(page.choices.rows.place_of("declaration"), 0)
    )
    rest()
    last = next(one for one in page._sections() if one.id == "declaration")
    assert page.view.stage.current + 1 == last.first
    assert page.choices.plain.isVisible()
    assert page.choices.plain.head.text() == "Declaration"
    assert not page.choices.cover.isVisible()
    assert page.view.strip.currentIndex().row() + 1 == last.first


def test_the_place_on_the_page_stays_when_the_report_changes(
    page: ReportBuilderPage, rest: Rest
) -> None:
    stage = page.view.stage
    stage.go_to(2)
    stage.step_zoom(1)
    zoom, top = stage.zoom, stage.verticalScrollBar().value()
    _type(page, "case_number", "26-DV-0187", rest)
    assert (stage.current, stage.zoom) == (2, zoom)
    assert stage.verticalScrollBar().value() == top
    stage.use_fit(Fit.PAGE)
    assert stage.zoom < zoom
    assert stage.current == 2


def test_pages_are_turned_by_keys_and_by_number(
    page: ReportBuilderPage, rest: Rest, qtbot: QtBot
) -> None:
    stage = page.view.stage
    qtbot.keyClick(stage, Qt.Key.Key_PageDown)
    assert stage.current == 1
    qtbot.keyClick(stage, Qt.Key.Key_PageUp)
    assert stage.current == 0
    page.view.tools.box.setText("3")
    qtbot.keyClick(page.view.tools.box, Qt.Key.Key_Return)
    rest()
    assert stage.current == 2
    before = stage.zoom
    qtbot.keyClick(stage, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert stage.zoom > before
    qtbot.keyClick(stage, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert stage.fit is Fit.WIDTH


def test_an_overtaken_preview_is_let_go_and_the_last_choice_holds(
    page: ReportBuilderPage, rest: Rest
) -> None:
    made: list[object] = []
    page.preview.made.connect(made.append)
    for words in ("A", "Al", "Alder"):
        page.choices.cover.lines["court"].setText(words)
        page.choices.cover.edited.emit()
        page.preview._make()
    rest()
    assert len(made) == 1
    assert "Alder" in _shown_words(page)


def test_days_are_understood_in_words(page: ReportBuilderPage, rest: Rest) -> None:
    form = page.choices.chronology
    _choose(form.which, "days", rest)
    form.days.first.line.setText("1 Nov 2026")
    form._days_edited()
    rest()
    assert _row(page, "chronology").line == "2 of 3 entries"
    assert page.choices.draft.first_day == "2026-11-01"
    form.days.first.line.setText("3/4/2026")
    form._days_edited()
    rest()
    assert page.choices.draft.first_day == "2026-11-01"
    form.days.first.line.setText("1 January 2027")
    form._days_edited()
    rest()
    assert page.view.banner.isVisible()
    assert not page._save.isEnabled()
    _choose(form.which, "all", rest)
    assert not page.view.banner.isVisible()
    assert page._save.isEnabled()


def test_messages_of_a_chat_that_is_ticked_are_printed(
    page: ReportBuilderPage, do: Do, tmp_path: Path, rest: Rest
) -> None:
    chat = tmp_path / "WhatsApp Chat with Dale.txt"
    chat.write_text(CHAT, encoding="utf-8")
    answers = bring_in_messages.Answers(date_order="dmy", zone=ZONE)
    do(bring_in_messages.keep_messages, bring_in_messages.examine_messages(chat), answers)
    page.desk.changed.emit("entries")
    rest()
    form = page.choices.messages
    _choose(form.which, "chats", rest)
    (box,) = form._boxes.values()
    assert box.words().endswith(", 2 messages")
    assert "New number same me" not in _shown_words(page)
    box.click()
    rest()
    assert "New number same me" in _shown_words(page)
    assert _row(page, "message_records").line == "2 messages"
    _choose(form.which, "linked", rest)
    assert "New number same me" not in _shown_words(page)


def test_a_thing_to_look_at_leads_to_its_field_or_its_page(
    page: ReportBuilderPage, book_view: BookView, rest: Rest, do: Do
) -> None:
    said = {one.message: one for one in page.choices.looks.checks}
    page._look(said["The case number is left blank."])
    assert book_view.focusWidget() is page.choices.cover.lines["case_number"]
    do(lambda vault: vault.entries.add(EntryText("Some time in spring."), ZONE))
    page.desk.changed.emit("entries")
    rest()
    undated = next(one for one in page.choices.looks.checks if "no date" in one.message)
    page._look(undated)
    assert page.view.stage.current + 1 == undated.page
    assert book_view.focusWidget() is page.view.stage


def test_the_size_that_is_said_is_the_one_that_is_shown(page: ReportBuilderPage) -> None:
    stage, view = page.view.stage, page.view
    stage.set_zoom(1.0)
    assert view.tools.percent.text() == "100 %"
    assert view.tools.fit.value() is None, "neither width nor page"
    stage.step_zoom(1)
    assert view.tools.percent.text() == "125 %"
    (width, whole) = view.tools.fit._values
    width.click()
    assert stage.fit is Fit.WIDTH
    stage.use_fit(Fit.PAGE)
    assert whole.isChecked()
    stage.step_zoom(-1)
    whole.click()
    assert stage.fit is Fit.PAGE


def test_the_draft_is_kept_and_opened_again(
    page: ReportBuilderPage, book_view: BookView, do: Do, rest: Rest
) -> None:
    _type(page, "case_number", "26-DV-0187", rest)
    _type(page, "name", "Protective order bundle", rest)
    _choose(page.choices.look_form.paper, "a4", rest)
    page.view.stage.go_to(2)
    place = page.place()
    page.keep_draft()
    rest()
    (kept,) = do(report_drafts.list_reports).drafts
    draft = read_draft(kept.data)
    assert draft is not None
    assert (draft.case_number, draft.page, draft.made) == ("26-DV-0187", "a4", 3)
    book_view.show_page("timeline", {})
    rest()
    again = BookView(book_view.vault, book_view.desk.jobs)
    again.resize(1280, 800)
    again.show()
    again.show_page("report_builder", place)
    rest()
    other: Any = again.current
    assert other.view.stage.current == 2
    assert other.choices.cover.lines["case_number"].text() == "26-DV-0187"
    assert other.title() == "Protective order bundle"
    again.deleteLater()


def test_the_next_report_begins_with_what_the_last_one_said(
    page: ReportBuilderPage, book_view: BookView, rest: Rest
) -> None:
    _type(page, "case_number", "26-DV-0187", rest)
    _type(page, "name", "For Friday", rest)
    page.keep_draft()
    book_view.show_page("timeline", {})
    rest()
    again = _open(book_view, rest, new=True)
    assert again.choices.draft.case_number == "26-DV-0187"
    assert again.choices.draft.name == ""
    book_view.desk.keep_setting("report", {"court": 5, "profile": ["x"]})
    assert new_draft("generic-us", book_view.desk.setting("report", None)).profile == "generic-us"
    assert new_draft("generic-us", "nonsense") == ReportDraft(profile="generic-us")


def test_a_new_report_without_a_word_leaves_no_draft(
    page: ReportBuilderPage, book_view: BookView, do: Do, rest: Rest
) -> None:
    book_view.show_page("timeline", {})
    rest()
    assert page.place() == {}
    assert do(report_drafts.list_reports).drafts == []


def test_a_draft_of_another_shape_is_not_read() -> None:
    assert read_draft("no JSON") is None
    assert read_draft("[]") is None
    assert read_draft('{"court": 5}') is None
    assert read_draft('{"first_day": "yesterday"}') is None
    assert read_draft('{"around": 900}') is None
    found = read_draft('{"order": ["declaration", "gone", "cover"], "off": ["gone"]}')
    assert found is not None
    assert found.order[:2] == ("declaration", "cover")
    assert set(found.order) == set(ReportDraft().order)
    assert found.off == ()


def test_the_report_is_saved_where_the_person_says(
    page: ReportBuilderPage,
    book_view: BookView,
    tmp_path: Path,
    rest: Rest,
    do: Do,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "for the court.pdf"
    monkeypatch.setattr(files, "choose_target", lambda _window, _name, then: then(target))
    page.primary().click()  # type: ignore[union-attr] # it is a button
    question = book_view.findChildren(Dialog)[-1]
    assert "You can save anyway." in question.line.text()
    question.close_with("no")
    rest()
    assert not target.exists()
    page.primary().click()  # type: ignore[union-attr] # as above
    book_view.findChildren(Dialog)[-1].close_with("yes")
    rest()
    assert "Thing number 0 happened" in _words(target)
    pages = len(PdfReader(target).pages)
    assert page.saving.banner.title.text() == f"Saved, {pages} pages"
    said = [text.text() for text in page.saving.outcome.findChildren(Text)]
    assert "for the court.pdf" in said
    (saved,) = do(report_drafts.list_reports).saved
    assert (saved.name, saved.pages, saved.entries) == ("for the court.pdf", pages, 3)
    assert str(tmp_path) not in str(saved)
    copy = next(one for one in page.saving.outcome.findChildren(Button) if "Copy" in one.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == saved.sha256
    QGuiApplication.clipboard().clear()


def test_the_legal_name_is_asked_about_and_typed_only_once(
    page: ReportBuilderPage, book_view: BookView, do: Do, rest: Rest
) -> None:
    form = page.choices.look_form
    _choose(form.name, NameForm.LEGAL.value, rest)
    question = book_view.findChildren(Dialog)[-1]
    pages = page.view.stage.pages
    assert f"{pages} pages in all" in question.line.text()
    question.close_with("no")
    rest()
    assert form.name.currentData() == NameForm.INITIALS.value
    _choose(form.name, NameForm.LEGAL.value, rest)
    book_view.findChildren(Dialog)[-1].close_with("yes")
    assert form.own_field.isVisible()
    form.own.setText(LEGAL)
    form.own.returnPressed.emit()
    rest()
    assert LEGAL in _shown_words(page)
    assert do(own_names.read_me).legal_name == LEGAL
    assert not form.own_field.isVisible()
    _choose(form.name, NameForm.PETITIONER.value, rest)
    assert "Amelia" not in _shown_words(page)


def test_page_numbers_start_as_they_are_chosen(page: ReportBuilderPage, do: Do, rest: Rest) -> None:
    do(lambda vault: vault.people.add(NewPerson("Robin Kell", Role.ME)))
    page.desk.changed.emit("people")
    rest()
    form = page.choices.look_form
    _choose(form.numbers, "initials", rest)
    assert "RK-0001" in _shown_words(page)
    _choose(form.numbers, "own", rest)
    form.prefix.setText("EX ")
    form.start.setText("70")
    form.edited.emit()
    rest()
    assert "EX0070" in _shown_words(page) or "EX 0070" in _shown_words(page)
    _choose(form.numbers, "plain", rest)
    assert "0001" not in _shown_words(page)


@pytest.mark.parametrize(
    ("country", "profile", "paper"),
    [
        ("UnitedStates", "generic-us", ""),
        ("Germany", "generic-a4", ""),
        ("Japan", "generic-a4", ""),
        ("Mexico", "generic-a4", "letter"),
        ("Argentina", "generic-a4", ""),
    ],
)
def test_court_rules_and_paper_follow_where_the_computer_is(
    country: str, profile: str, paper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = QLocale(QLocale.Language.AnyLanguage, getattr(QLocale.Country, country))
    monkeypatch.setattr(report_look_form, "_system", lambda: here)
    assert report_look_form.usual_profile() == profile
    assert report_look_form.usual_paper() == paper


@pytest.mark.parametrize(
    ("profile", "chosen", "page"),
    [
        ("generic-us", "a4", "a4"),
        ("generic-us", "letter", ""),
        ("generic-a4", "letter", "letter"),
        ("generic-a4", "a4", ""),
        ("generic-a4", "", "letter"),  # as the report before
        ("generic-a4", "papyrus", "letter"),
    ],
)
def test_new_reports_are_on_the_paper_of_the_settings(profile: str, chosen: str, page: str) -> None:
    draft = ReportDraft(profile=profile, page="letter")
    assert report_look_form.with_paper(draft, chosen).page == page


def test_a_new_report_takes_the_paper_of_the_settings_and_the_builder_names_it(
    book_view: BookView, do: Do, rest: Rest
) -> None:
    do(_write_three)
    book_view.desk.keep_setting("report_paper", "a4")
    page = _open(book_view, rest, new=True)
    form = page.choices.look_form
    _choose(form.profile, "generic-us", rest)
    book_view.show_page("report_builder", {"new": True})
    rest()
    assert page.choices.draft.page == "a4"
    assert form.paper.currentText() == "A4"
    assert form.paper.itemText(0) == "US Letter (by the rules)"
    assert page._shown is not None
    assert round(page._shown.page_pt[0]) == 595


def test_stop_saves_nothing(
    page: ReportBuilderPage, tmp_path: Path, rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed = threading.Event()
    whole = save_report.save_report

    def until_stopped(
        vault: Vault, request: Any, out: Path, memory: Any, progress: Progress
    ) -> Any:
        assert pressed.wait(240)
        progress(1, 2)
        return whole(vault, request, out, memory, progress)

    monkeypatch.setattr(save_report, "save_report", until_stopped)
    page.save_to(tmp_path / "report.pdf")
    assert page.saving.making.isVisible()
    page.saving.making._stop.click()
    pressed.set()
    rest()
    assert list(tmp_path.glob("*.pdf*")) == []
    assert not page.saving.news.isVisible()


def test_a_place_that_cannot_be_written_is_said(
    page: ReportBuilderPage, tmp_path: Path, rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OutputNotWritable("no permission", where="report.pdf")

    monkeypatch.setattr(save_report, "save_report", refuse)
    page.save_to(tmp_path / "report.pdf")
    rest()
    assert page.saving.banner.isVisible()
    assert page._save.isEnabled()


def _write_a_hidden_name(vault: Vault) -> None:
    vault.people.add(NewPerson("Robin", Role.ME, legal_name=LEGAL))
    start = datetime(2026, 11, 13, 9, 0, tzinfo=ZoneInfo(ZONE))
    moment = Moment(Precision.EXACT, start, zone=ZONE)
    vault.entries.add(EntryText(f"He shouted {LEGAL} at me.", moment), ZONE)


def test_what_holds_a_hidden_name_is_said_and_left_out_with_one_key(
    page: ReportBuilderPage, do: Do, rest: Rest
) -> None:
    do(_write_a_hidden_name)
    page.desk.changed.emit("entries")
    rest()
    assert "entry 4 (text)" in page.view.banner.line.text()
    assert LEGAL not in page.view.banner.line.text()
    assert not page._save.isEnabled()
    page.view.help.click()
    rest()
    assert "Thing number 0 happened" in _shown_words(page)
    assert "shouted" not in _shown_words(page)
    assert page.choices.looks.checks[0].message.startswith("Left out because a hidden name")
    assert page.choices.look_form.leave_out.isChecked()


def test_leaving_out_is_not_offered_where_only_the_cover_holds_the_name(
    page: ReportBuilderPage, do: Do, rest: Rest
) -> None:
    do(lambda vault: vault.people.add(NewPerson("Robin", Role.ME, legal_name=LEGAL)))
    _type(page, "court", f"{LEGAL} v. Mercer", rest)
    assert page.view.banner.isVisible()
    assert not page.view.help.isVisible()


def test_a_book_without_entries_says_what_to_do(book_view: BookView, rest: Rest) -> None:
    page = _open(book_view, rest, new=True)
    assert page.view.banner.isVisible()
    assert not page._save.isEnabled()


def test_leaving_lets_go_of_the_pages_and_coming_back_shows_the_same_one(
    page: ReportBuilderPage, book_view: BookView, rest: Rest
) -> None:
    _type(page, "court", "Alder County Court", rest)
    page.view.stage.go_to(2)
    seen = page.view.stage.current
    book_view.show_page("timeline", {})
    rest()
    assert page._shown is None
    assert page.view.stage.pages == 0
    assert not page.view._large._kept
    book_view.show_page("report_builder", {})
    rest()
    assert "Alder County Court" in _shown_words(page)
    assert page.view.stage.current == seen > 0


def test_hiding_stops_the_preview_and_keeps_the_draft(
    page: ReportBuilderPage, book_view: BookView, do: Do, settle: Settle
) -> None:
    page.choices.cover.lines["court"].setText("Alder County Court")
    page.choices.cover.edited.emit()
    assert page.preview.busy
    book_view.be_quiet()
    book_view.keep_drafts()
    book_view.desk.jobs.cancel_all()
    book_view.hide()
    settle()
    assert not page.preview.busy
    (kept,) = do(report_drafts.list_reports).drafts
    assert "Alder County Court" in kept.data


def test_a_narrow_window_shows_one_side_at_a_time(
    page: ReportBuilderPage, book_view: BookView, rest: Rest
) -> None:
    page.set_width(700)
    rest()
    assert page.panes_shown.side.isVisible()
    assert not page.view.isVisible()
    page.panes_shown.shown.choose(True)
    rest()
    assert page.view.isVisible()
    assert not page.panes_shown.side.isVisible()
    page.set_width(1300)
    assert page.panes_shown.side.isVisible()
    assert page.view.isVisible()
    assert book_view.current is page


def _printer(folder: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    return printer


def test_a_range_of_pages_is_printed_whole_on_the_paper_of_the_report(
    page: ReportBuilderPage, tmp_path: Path, rest: Rest
) -> None:
    shown = page._shown
    assert shown is not None
    printer = _printer(tmp_path)
    prepare(printer, shown.page_pt)
    printer.setFromTo(2, 3)
    page.printing.print_on(printer, shown.data, shown.pages)
    assert page.saving.making.isVisible()
    rest()
    assert not page.saving.making.isVisible()
    printed = PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == 2
    box = printed.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(shown.page_pt, abs=1)
    title = (printed.metadata or {}).get("/Title")
    assert title == "Document"
    first = render(tmp_path / "printed.pdf", 0, 300)
    with Image.open(BytesIO(first)) as picture:
        assert min(picture.convert("L").tobytes()) < 128


def test_before_printing_it_is_said_what_a_printer_keeps(
    page: ReportBuilderPage, book_view: BookView, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page.print_report()
    question = book_view.findChildren(Dialog)[-1]
    assert "may keep a copy" in question.line.text()
    question.close_with("no")
    assert book_view.findChildren(QPrintDialog) == []


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints", extend=True)
def test_a_printer_that_takes_nothing_is_said(
    page: ReportBuilderPage, tmp_path: Path, rest: Rest
) -> None:
    shown = page._shown
    assert shown is not None
    page.printing.print_on(_printer(tmp_path / "no such folder"), shown.data, shown.pages)
    rest()
    assert page.saving.banner.isVisible()
    assert list(tmp_path.rglob("*.pdf")) == []


def test_entries_are_picked_by_hand(page: ReportBuilderPage, rest: Rest, qtbot: QtBot) -> None:
    _choose(page.choices.chronology.which, "picked", rest)
    picker = page.picker
    assert picker.isVisible()
    assert page.view.banner.isVisibleTo(page.view)
    rows = picker.list
    rows.setCurrentIndex(picker.rows.index(0, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    rest()
    assert "Thing number 0" in _shown_words(page)
    assert "Thing number 1" not in _shown_words(page)
    index = picker.rows.index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("checked")
    assert not said.endswith("not checked")
    picker.search.setText("number 2")
    rest()
    assert picker.rows.rowCount() == 1
    picker._all.click()
    rest()
    assert len(page.choices.draft.picked) == 2
    assert page.choices.chronology.picked.text() == "2 entries picked"
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    page.choices.chronology.pick.click()
    rest()
    picker._none.click()
    rest()
    assert page.choices.draft.picked == ()


def test_a_report_of_given_entries_begins_with_them(
    page: ReportBuilderPage, book_view: BookView, rest: Rest
) -> None:
    again = _open(book_view, rest, entries=[2])
    assert again is page
    assert _row(page, "chronology").line == "1 of 3 entries"
    assert page.choices.chronology.which.currentData() == "picked"


def test_entries_of_a_saved_filter_go_in(
    page: ReportBuilderPage, book_view: BookView, rest: Rest
) -> None:
    first = SavedFilter("November", EntryFilter(first_day=date(2026, 11, 1)))
    book_view.desk.keep_setting("timeline filters", to_setting([first]))
    page.desk.changed.emit("filters")
    rest()
    _choose(page.choices.chronology.which, "filter", rest)
    assert page.choices.chronology.filters.currentText() == "November"
    assert _row(page, "chronology").line == "2 of 3 entries"
    kept = read_draft(page.choices.draft.to_json())
    assert kept is not None
    assert kept.saved_filter is not None
    assert kept.saved_filter.name == "November"


def test_the_first_key_in_the_sections_shows_which_one_is_meant(
    page: ReportBuilderPage, qtbot: QtBot
) -> None:
    listed = page.choices.sections
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up):
        listed.clearSelection()
        listed.setCurrentIndex(QModelIndex())
        qtbot.keyClick(listed, key)
        assert listed.currentIndex().row() == 0
        assert page.choices.draft.off == ()
