"""Another language or look while a book is open: the same place, other words."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest

from logbook import APP_NAME, assets
from logbook.domain.entry import EntryText, Mark
from logbook.domain.file_selection import EvidenceFilter
from logbook.tasks import keep_file
from logbook.ui.look_file import read_look
from logbook.ui.models.timeline_reading import EVERYTHING
from logbook.ui.opening import Key, open_folder
from logbook.ui.page import find_pages
from logbook.ui.plain_look import disguise

PASSPHRASE = "quiet lantern orbit saddle mango"
GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="de"><context><name>Rail</name>
<message><source>Timeline</source><translation>Verlauf</translation></message>
<message><source>Settings</source><translation>Einstellungen</translation></message>
</context><context><name>Settings</name>
<message><source>Language</source><translation>Sprache</translation></message>
</context></TS>"""


@pytest.fixture
def program(start_program, qtbot, closed_book, outcome):
    made = start_program([])
    made.start(closed_book[0])
    key = Key(passphrase=bytearray(PASSPHRASE.encode()))
    made.show_book(outcome(made.jobs.on_vault(open_folder, closed_book[0], key)))
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    qtbot.waitUntil(lambda: not made.jobs.busy)
    return made


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "i18n"
    folder.mkdir()
    (folder / "logbook_de.ts").write_text(GERMAN, "utf-8")
    usual = assets.resource
    monkeypatch.setattr(
        assets,
        "resource",
        lambda *parts: folder.joinpath(*parts[1:]) if parts[0] == "i18n" else usual(*parts),
    )


def _choose(select, value, qtbot, program) -> None:
    before = program.window.book
    select.setFocus()
    select.setCurrentIndex(select.findData(value))
    qtbot.waitUntil(lambda: program.window.book is not before)
    qtbot.waitUntil(lambda: not program.jobs.busy)


@pytest.mark.usefixtures("german")
def test_a_language_is_spoken_at_once_and_the_person_stays_where_they_are(program, qtbot):
    view = program.window.book
    view.show_page("new_entry", {})
    view.current.text.setPlainText("He waited at the gate.")
    view.show_page("settings", {"section": "language"})
    select = view.current.section("language").language
    _choose(select, "de", qtbot, program)
    again = program.window.book
    assert again.current.place() == {"section": "language"}
    assert again.rail._buttons["timeline"].text() == "Verlauf"
    assert again.current.section("language").cards[0].title.text() == "Sprache"
    assert QLocale().language() == QLocale.Language.German
    chosen_from = again.current.section("language").language
    assert program.window.focusWidget() is chosen_from  # whatever window is active
    again.show_page("new_entry", {})
    qtbot.waitUntil(lambda: again.current.text.toPlainText() == "He waited at the gate.")
    again.go_back()
    assert again.current.page_id == "settings"
    assert read_look(program.opened.folder).language == "de"
    _choose(again.current.section("language").language, "en", qtbot, program)
    assert program.window.book.rail._buttons["timeline"].text() == "Timeline"


def test_the_plain_look_changes_name_picture_and_words_until_it_is_put_off(program, qtbot):
    view = program.window.book
    view.show_page("settings", {})
    assert program.window.windowTitle() == APP_NAME
    plain = view.current.section("safety").plain
    plain.switch.click()
    qtbot.waitUntil(lambda: program.window.book is not view)
    again = program.window.book
    assert program.window.windowTitle() == "Notes"
    assert again.rail._buttons["timeline"].text() == "Notes"
    assert again.bar.hide_button.text() == "Close"
    plain = again.current.section("safety").plain
    _choose(plain.names, "shopping", qtbot, program)
    assert program.window.windowTitle() == "Shopping"
    assert disguise().icon == "shopping-cart"
    assert read_look(program.opened.folder).plain == "shopping"
    last = program.window.book
    last.current.section("safety").plain.switch.click()
    qtbot.waitUntil(lambda: program.window.book is not last)
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert program.window.windowTitle() == APP_NAME
    assert read_look(program.opened.folder).plain == ""


def test_while_long_work_runs_the_words_wait_for_its_end(program, qtbot):
    view = program.window.book
    hold = program.jobs.in_pool(_wait_until_stopped)
    view.show_page("settings", {"section": "safety"})
    view.current.section("safety").plain.switch.click()
    qtbot.waitUntil(lambda: disguise().worn)
    assert program.window.book is view
    hold.cancel()
    qtbot.waitUntil(lambda: program.window.book is not view)
    qtbot.waitUntil(lambda: not program.jobs.busy)


def _wait_until_stopped(progress) -> None:
    while True:
        progress(0, 0)


def test_in_a_plain_look_no_page_is_named_for_what_the_program_is_for(book_view):
    disguise().wear("notes")
    telling = ("timeline", "evidence", "report", "entry", "message", "order", "safety")
    for kind in find_pages().values():
        nav = kind.nav()
        title = kind(book_view.desk).title().casefold()
        said = f"{nav.label.casefold() if nav else ''} {title}"
        assert not [word for word in telling if word in said], said


CHAT = (
    "03/04/2026, 10:00 - Dale: one\n03/04/2026, 10:01 - Robin: two\n04/04/2026, 09:00 - Dale: me\n"
)


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    folder = tmp_path / "chats"
    folder.mkdir()
    file = folder / "WhatsApp Chat with Dale.txt"
    file.write_text(CHAT, "utf-8")
    return file


def _in_german(program, qtbot):
    """Choose another language in the settings and come back to the import."""
    view = program.window.book
    view.show_page("settings", {"section": "language"})
    _choose(view.current.section("language").language, "de", qtbot, program)
    again = program.window.book
    assert again is not view
    again.show_page("import_messages", {})
    qtbot.waitUntil(lambda: not program.jobs.busy)
    return again.current


@pytest.mark.usefixtures("german")
def test_an_import_goes_on_in_another_language_where_it_was(program, qtbot, chat):
    program.window.book.show_page("import_messages", {})
    page = program.window.book.current
    page.take_files([chat])
    qtbot.waitUntil(lambda: not program.jobs.busy)
    page.check._orders["mdy"].setChecked(True)
    page.check._me.setCurrentIndex(page.check._me.findData("Robin"))
    page.check._zone.setCurrentIndex(page.check._zone.findData("Europe/London"))
    given = page.check.answers()
    page = _in_german(program, qtbot)
    assert page.check.isVisible()
    assert page.check.answers() == given
    page.foot.next.click()
    qtbot.waitUntil(lambda: not program.jobs.busy)
    page.choose.picker.tick([0, 2], on=True)
    page.choose.by_day.choose(value=False)
    page.choose.around.setCurrentIndex(2)
    _choose_english(program, qtbot)
    page = program.window.book.current
    assert page.choose.isVisible()
    assert list(page.choose.picker.choice.ticked) == [1, 0, 1]
    assert not page.choose.by_day.value()
    assert page.choose.around.currentIndex() == 2
    assert page.foot.next.isEnabled()
    page.foot.next.click()
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert page.done.head.text() == "3 messages kept, 2 entries written"
    page = _in_german(program, qtbot)
    assert page.done.isVisible()
    page.done.undo.click()
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert page.file.isVisible()


def _choose_english(program, qtbot) -> None:
    view = program.window.book
    view.show_page("settings", {"section": "language"})
    _choose(view.current.section("language").language, "en", qtbot, program)
    program.window.book.show_page("import_messages", {})
    qtbot.waitUntil(lambda: not program.jobs.busy)


@pytest.mark.usefixtures("german")
def test_an_import_that_was_not_begun_begins_in_the_other_language(program, qtbot):
    program.window.book.show_page("import_messages", {})
    page = _in_german(program, qtbot)
    assert page.file.isVisible()
    assert page.half_done() is None


@pytest.mark.usefixtures("german")
def test_what_a_list_is_cut_to_and_what_is_looked_for_outlives_another_language(program, qtbot):
    view = program.window.book
    view.show_page("timeline", {})
    timeline = view.current
    only = replace(EVERYTHING, match="gate", marks=(Mark.STAR,), newest_first=False)
    timeline.filters.turn_round()
    timeline.filters.choose(only)
    view.show_page("evidence", {})
    view.current.filters.choose(EvidenceFilter(match="img", unlinked=True))
    view.show_page("messages", {})
    finder = view.current.left.finder
    finder.files.setChecked(True)
    finder.span.first.line.setText("1 June 2026")
    finder._read_days()
    finder.use_words("coat")
    looked_for = finder.wanted()
    view.show_page("settings", {"section": "language"})
    assert view.bar.search.text() == ""
    view.bar.search.setText("sprache")
    select = view.current.section("language").language
    _choose(select, "de", qtbot, program)
    again = program.window.book
    assert again.bar.search.text() == "sprache", "in the box and in force"
    assert [name for name, one in again.current._sections.items() if one.isVisible()] == [
        "language"
    ]
    again.show_page("timeline", {})
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert again.current.filters.chosen == only
    assert again.bar.search.text() == "gate"
    again.show_page("evidence", {})
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert again.current.filters.chosen == EvidenceFilter(match="img", unlinked=True)
    assert again.bar.search.text() == "img"
    again.show_page("messages", {})
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert again.current.left.finder.wanted() == looked_for
    assert again.bar.search.text() == "coat"


def test_the_search_box_has_the_words_again_that_a_page_is_cut_to(book_view, settle):
    book_view.show_page("timeline", {})
    settle()
    book_view.bar.search.setText("gate")
    settle()
    book_view.current._later.timeout.emit()
    settle()
    book_view.show_page("settings", {})
    assert book_view.bar.search.text() == ""
    book_view.bar.search.setText("Blur")
    book_view.show_page("timeline", {})
    assert book_view.bar.search.text() == "gate"
    book_view.show_page("settings", {})
    assert book_view.bar.search.text() == "Blur"
    assert book_view.current.search_words() == "Blur"


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1200, 900), "white").save(out, "PNG")
    return out.getvalue()


@pytest.mark.usefixtures("german")
def test_a_picture_is_as_large_again_in_another_language(program, qtbot, outcome):
    view = program.window.book
    files = {"gate.png": _picture(), "door.png": _picture()}
    kept = outcome(program.jobs.on_vault(_keep, view.vault, files, keep=True))
    view.show_page("viewer", {"evidence": kept[0], "among": kept, "heading": "At the gate"})
    qtbot.waitUntil(lambda: not program.jobs.busy)
    stage = view.current.stage
    stage.canvas.turn()
    stage.zoom_bar.invert.click()
    stage.canvas.set_zoom(4.0)
    stage.canvas.verticalScrollBar().setValue(300)
    before = stage.seen()
    view.show_page("settings", {"section": "language"})
    _choose(view.current.section("language").language, "de", qtbot, program)
    again = program.window.book
    again.go_back()
    page = again.current
    qtbot.waitUntil(lambda: page.stage.seen() is not None)
    assert page.stage is not stage
    assert page.stage.seen() == pytest.approx(before, abs=0.002)
    assert page.stage.zoom_bar.size_now.text() == "400 %"
    assert page.stage.zoom_bar.invert.isChecked()
    assert "At the gate" in page.subtitle()
    again.show_page("viewer", {"evidence": kept[0], "among": kept})
    qtbot.waitUntil(lambda: page.stage.seen() is not None)
    assert page.stage.canvas.fits, "opened from elsewhere it is shown whole"


def _keep(vault, kept) -> list[int]:
    return [
        int(keep_file.keep_file(vault, keep_file.look_at_bytes(name, data)).id)
        for name, data in kept.items()
    ]


@pytest.mark.usefixtures("german")
def test_a_report_has_its_section_its_page_and_its_size_again(program, qtbot, outcome):
    view = program.window.book
    outcome(program.jobs.on_vault(view.vault.entries.add, EntryText("He came back."), keep=True))
    view.show_page("report_builder", {"new": True})
    qtbot.waitUntil(lambda: view.current.view.stage.pages > 1)
    page = view.current
    page.choices.choose_section("cover")
    QTest.keyClicks(page.choices.cover.lines["case_number"], "26-DV-0187")
    page.view.stage.set_zoom(2.0)
    qtbot.waitUntil(lambda: not page.preview.busy)
    page.view.stage.go_to(1)
    view.show_page("settings", {"section": "language"})
    _choose(view.current.section("language").language, "de", qtbot, program)
    again = program.window.book
    again.go_back()
    other = again.current
    qtbot.waitUntil(lambda: other.view.stage.pages > 1 and not other.preview.busy)
    assert other is not page
    assert other.choices.chosen == "cover"
    assert other.choices.cover.isVisible()
    assert other.view.stage.zoom == 2.0
    assert other.view.stage.current == 1
    assert other.view.tools.fit.value() is None
