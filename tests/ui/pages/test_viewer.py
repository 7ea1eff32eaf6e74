"""The viewer as a person uses it, on real files of a real book in a real window."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.domain.entry import EntryText
from logbook.domain.moment import Moment, Precision
from logbook.tasks import keep_file
from logbook.ui import files
from logbook.ui.book_view import BookView
from logbook.ui.pages.viewer import ViewerPage
from logbook.ui.viewer.among import among_of
from logbook.ui.viewer.stage_button import StageBar
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.text import Text
from logbook.vault.vault import Vault

Do = Callable[..., Any]
Open = Callable[..., ViewerPage]


def _png(picture: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def _pdf(pages: int, *, password: str = "") -> bytes:
    pdf = pikepdf.new()
    for number in range(pages):
        pdf.add_blank_page(page_size=(300, 400))
        face = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page = pdf.pages[number]
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=face))
        words = f"BT /F1 14 Tf 40 350 Td (Page {number + 1} about the tram) Tj ET"
        page.Contents = pdf.make_stream(words.encode())
    out = io.BytesIO()
    locked = pikepdf.Encryption(user=password, owner="o") if password else False
    pdf.save(out, encryption=locked)
    return out.getvalue()


def _halves() -> Image.Image:
    """A picture that is white on the left and black on the right."""
    picture = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(picture).rectangle((200, 0, 399, 299), fill="black")
    return picture


@pytest.fixture
def open_files(
    book_view: BookView,
    do: Do,
    at_rest: Callable[[Any], None],
    activate: Callable[[Any], None],
) -> Callable[..., ViewerPage]:
    """Keep files and open the viewer on one of them."""

    def keep(vault: Vault, kept: dict[str, bytes]) -> list[int]:
        return [
            int(keep_file.keep_file(vault, keep_file.look_at_bytes(name, data)).id)
            for name, data in kept.items()
        ]

    def show(kept: dict[str, bytes], at: int = 0, **more: object) -> ViewerPage:
        numbers = do(keep, kept)
        book_view.show_page("viewer", {"evidence": numbers[at], "among": numbers, **more})
        activate(book_view)
        at_rest(book_view)
        page = book_view.current
        assert isinstance(page, ViewerPage)
        return page

    return show


THREE = {"one.png": _png(_halves()), "two.png": _png(Image.new("RGB", (40, 60), "red"))}
THREE["three.txt"] = b"what he said"


def _seen(page: ViewerPage, x: float, y: float) -> int:
    """Return how light the stage is at a part of its width and height."""
    view = page.stage.canvas.viewport()
    picture = page.stage.canvas.grab().toImage()
    at = QPointF(view.width() * x, view.height() * y).toPoint()
    return picture.pixelColor(at).lightness()


def test_a_picture_is_shown_with_its_name_and_its_place_among_the_others(
    open_files: Open, book_view: BookView
) -> None:
    page = open_files(THREE, heading="Messages to my work number")
    assert page.title() == "one.png"
    assert page.subtitle() == "1 of 3 in “Messages to my work number”"
    assert _seen(page, 0.3, 0.5) > 200
    assert _seen(page, 0.7, 0.5) < 30
    assert book_view.rail is not None
    said = QAccessible.queryAccessibleInterface(page.stage.canvas)
    assert said.text(QAccessible.Text.Name) == "one.png"


def test_left_and_right_go_to_the_files_beside(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    for key, title in (
        (Qt.Key.Key_Right, "two.png"),
        (Qt.Key.Key_Right, "three.txt"),
        (Qt.Key.Key_Right, "three.txt"),
        (Qt.Key.Key_Left, "two.png"),
    ):
        QTest.keyClick(page.stage.focus_part(), key)
        at_rest(book_view)
        assert page.title() == title


def test_the_film_strip_leads_to_the_other_files_and_says_them(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    strip = page.film
    said = strip.film.data(strip.film.index(1, 0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Picture, two.png, 2 of 3"
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Down)
    at_rest(book_view)
    assert page.title() == "two.png"
    assert strip.hasFocus()


def test_the_strip_of_very_many_files_shows_those_around_the_open_one(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    numbers = [int(one) for one in page.among.files]
    gone = list(range(10, 60_000))
    among = [*gone, *numbers, *(one + 60_000 for one in gone)]
    book_view.show_page("viewer", {"evidence": numbers[1], "among": among})
    at_rest(book_view)
    film = page.film.film
    assert film.rowCount() == 2_000
    here = page.film.currentIndex()
    assert film.files[here.row()] == numbers[1]
    said = film.data(here, int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Picture, two.png, 59,992 of 119,983"
    assert page.subtitle() == "59,992 of 119,983"
    before = list(film.files)
    QTest.keyClick(page.stage.canvas, Qt.Key.Key_Right)
    at_rest(book_view)
    assert page.title() == "three.txt"
    assert film.files == before, "the strip does not jump"


def test_one_file_alone_has_no_strip(open_files: Open) -> None:
    page = open_files({"one.png": THREE["one.png"]})
    assert not page.film.isVisible()
    assert page.subtitle() == "PNG picture"


def test_the_bytes_are_forgotten_when_the_page_is_left_hidden_or_quiet(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    for leave in (
        lambda: book_view.show_page("timeline", {}),
        book_view.be_quiet,
    ):
        file = page.stage._file
        assert file is not None
        assert not file.closed
        leave()
        assert file.closed
        assert page.stage._file is None
        assert not page.stage.canvas._pages.sheets
        book_view.show_page("viewer", page.place())
        at_rest(book_view)


def test_zoom_by_keys_wheel_and_buttons_keeps_within_its_bounds(open_files: Open) -> None:
    page = open_files(THREE)
    canvas, bar = page.stage.canvas, page.stage.zoom_bar
    assert canvas.fits
    assert page.zoom(0)
    assert canvas.zoom == 1.0
    bar.larger.click()
    assert canvas.zoom == 1.25
    assert bar.size_now.text() == "125 %"
    for _ in range(20):
        page.zoom(1)
    assert canvas.zoom == 8.0
    for _ in range(30):
        page.zoom(-1)
    assert canvas.zoom == pytest.approx(0.1)
    bar.fit.click()
    assert canvas.fits


def test_what_is_under_the_mouse_stays_there_when_it_is_enlarged(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    canvas = page.stage.canvas
    middle = canvas.viewport().width() / 2
    canvas.set_zoom(6.0, QPointF(middle - 30, 200))
    at_rest(book_view)
    assert _seen(page, 0.1, 0.5) > 200
    assert _seen(page, 0.9, 0.5) < 30


def test_a_picture_can_be_turned_and_inverted_for_looking(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    page.stage.zoom_bar.turn.click()
    at_rest(book_view)
    assert _seen(page, 0.5, 0.3) > 200
    assert _seen(page, 0.5, 0.7) < 30
    page.stage.zoom_bar.invert.click()
    assert _seen(page, 0.5, 0.3) < 30
    assert _seen(page, 0.5, 0.7) > 200


def test_arrows_move_an_enlarged_picture_instead_of_changing_the_file(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    page.stage.canvas.set_zoom(8.0)
    at_rest(book_view)
    before = page.stage.canvas.horizontalScrollBar().value()
    QTest.keyClick(page.stage.canvas, Qt.Key.Key_Right)
    assert page.stage.canvas.horizontalScrollBar().value() > before
    assert page.title() == "one.png"


def test_a_large_picture_is_sharp_where_it_is_looked_at(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    large = Image.new("RGB", (6000, 4000), "white")
    ImageDraw.Draw(large).rectangle((3000, 0, 3000, 3999), fill="black")  # one pixel wide
    page = open_files({"large.png": _png(large)})
    canvas = page.stage.canvas
    canvas.set_zoom(4.0)
    at_rest(book_view)
    drawn = canvas._pages.sheets[0].part
    assert drawn is not None
    assert drawn.scale == pytest.approx(1.0, abs=0.01)
    assert sum(one.bytes_kept for one in canvas._pages.sheets) < 40 << 20
    row = canvas.viewport().grab().toImage()
    dark = [x for x in range(row.width()) if row.pixelColor(x, row.height() // 2).lightness() < 60]
    assert 3 <= len(dark) <= 5


def test_a_document_shows_no_bar_of_the_parts_of_a_text(open_files: Open) -> None:
    page = open_files({"order.pdf": _pdf(2)})
    bars = [one for one in page.stage.findChildren(StageBar) if one.isVisible()]
    assert bars == [page.stage.zoom_bar]


def test_the_pages_of_a_document_come_as_it_is_scrolled(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files({"order.pdf": _pdf(40)})
    canvas, bar = page.stage.canvas, page.stage.zoom_bar
    assert bar.pages.of.text() == "of 40"
    assert canvas._pages.sheets[30].whole is None
    bar.pages.box.setFocus()
    bar.pages.box.setText("31")
    QTest.keyClick(bar.pages.box, Qt.Key.Key_Return)
    at_rest(book_view)
    assert canvas.page == 30
    assert canvas._pages.sheets[30].whole is not None
    assert canvas._pages.sheets[10].whole is None
    assert canvas.accessibleName() == "order.pdf, page 31 of 40"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("locked.pdf", _pdf(1, password="secret"), "locked with a password"),
        ("broken.pdf", b"%PDF-1.7\nnothing", "damaged"),
        ("broken.png", THREE["one.png"][:60], "damaged"),
        ("what.bin", bytes(range(256)), "cannot show this kind of file"),
        ("empty.bin", b"", "cannot show this kind of file"),
    ],
)
def test_what_cannot_be_shown_says_why_and_can_be_saved(
    open_files: Open, name: str, data: bytes, words: str
) -> None:
    page = open_files({name: data})
    notice = page.stage.notice
    assert notice.isVisible()
    assert words in notice.words.text()
    assert "It is safe in your book." in notice.words.text()
    assert notice.save.isVisible()
    assert not page.stage.zoom_bar.isVisible()


def test_a_file_that_is_gone_says_so(
    open_files: Open, book_view: BookView, do: Do, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    first = page.place()["evidence"]
    book_view.show_page("timeline", {})
    do(lambda vault: vault.evidence.erase(first))
    book_view.show_page("viewer", {"evidence": first})
    at_rest(book_view)
    assert "could not be read" in page.stage.notice.words.text()
    assert not page.save.isEnabled()


# Blur


@pytest.fixture
def blurs(book_view: BookView) -> None:
    book_view.desk.keep_setting("blur", value=True)


@pytest.mark.usefixtures("blurs")
def test_a_blurred_file_is_seen_after_space_and_for_as_long_as_the_page_is_open(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    fine = Image.new("RGB", (600, 400), "white")
    for x in range(0, 600, 6):
        ImageDraw.Draw(fine).rectangle((x, 0, x + 2, 399), fill="black")
    page = open_files({"fine.png": _png(fine), **THREE})
    canvas = page.stage.canvas
    assert canvas.blurred
    whole = canvas._pages.sheets[0].whole
    assert whole is not None
    assert max(whole.image.width(), whole.image.height()) <= 16, "nothing sharper is here at all"
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    at_rest(book_view)
    assert not canvas.blurred
    sharp = canvas._pages.sheets[0].whole
    assert sharp is not None
    assert sharp.image.width() > 300
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    at_rest(book_view)
    assert canvas.blurred, "looking is per file"
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    at_rest(book_view)
    assert not canvas.blurred
    place = page.place()
    book_view.show_page("timeline", {})
    book_view.show_page("viewer", place)
    at_rest(book_view)
    assert canvas.blurred, "and ends with the page"


# Details


def _words(page: ViewerPage) -> str:
    return "\n".join(text.text() for text in page.side.findChildren(Text) if text.isVisible())


def test_details_say_when_whence_and_what(open_files: Open) -> None:
    page = open_files({"Screenshot_20261109-190612.png": THREE["one.png"]})
    said = _words(page)
    for words in ("9 Nov 2026, 19:06", "from its name", "Pasted", "PNG picture", "400 × 300"):
        assert words in said
    assert "None that we know of." in said


def test_hidden_data_is_said_by_its_kinds_and_a_location_plainly(open_files: Open) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretMaker"
    out = io.BytesIO()
    _halves().save(out, "JPEG", exif=exif)
    said = _words(open_files({"photo.jpg": out.getvalue()}))
    assert "It names: the device. No location." in said
    assert "SecretMaker" not in said
    exif.get_ifd(0x8825)[2] = (40.0, 26.0, 46.0)
    out = io.BytesIO()
    _halves().save(out, "JPEG", exif=exif)
    assert "It says where it was made." in _words(open_files({"door.jpg": out.getvalue()}))


def test_a_check_says_that_the_file_is_the_same(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    details = page.side.details
    assert details.banner.title.text() == "Not checked yet"
    details.check.click()
    at_rest(book_view)
    assert details.banner.title.text() == "Same as the day you added it"
    assert details.check.isEnabled()


def test_a_file_that_changed_is_said_in_red(
    open_files: Open, book_view: BookView, do: Do, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    do(lambda vault: vault.file_checks.note(vault.evidence.all()[0].blob, same=False))
    book_view.show_page("viewer", page.place())
    at_rest(book_view)
    assert page.side.details.banner.title.text() == "This file has changed since you added it"


def test_the_whole_fingerprint_can_be_copied(open_files: Open, do: Do) -> None:
    page = open_files(THREE)
    page.side.details.fingerprint.copy.click()
    kept = do(lambda vault: vault.evidence.all()[0])
    assert QGuiApplication.clipboard().text() == kept.sha256.hex()


def _describe(page: ViewerPage, words: str) -> None:
    page.side.details.description.box.setPlainText(words)


@pytest.mark.parametrize("leave", ["next", "page", "hide", "field"])
def test_a_description_is_kept_however_the_file_is_left(
    open_files: Open, book_view: BookView, do: Do, at_rest: Callable[[Any], None], leave: str
) -> None:
    page = open_files(THREE)
    _describe(page, "A door, left open.")
    page.side.details.transcript.box.setPlainText("Words on it")
    if leave == "next":
        QTest.keyClick(page.stage.canvas, Qt.Key.Key_Right)
    elif leave == "page":
        book_view.show_page("timeline", {})
    elif leave == "hide":
        book_view.be_quiet()
        book_view.keep_drafts()
    else:
        page.side.details.description.box.left_field.emit()
    at_rest(book_view)
    kept = do(lambda vault: vault.evidence.all()[0])
    assert (kept.description, kept.transcript) == ("A door, left open.", "Words on it")
    revisions = do(lambda vault: vault.evidence_uses.history(kept.id))
    assert [one.kind for one in revisions] == ["evidence.add", "evidence.describe"]


def test_the_history_tells_every_description_in_turn(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    for words in ("First words.", "Second words."):
        _describe(page, words)
        page.side.details.description.box.left_field.emit()
        at_rest(book_view)
    page.side.tabs.choose(1)
    said = _words(page)
    assert said.index("Second words.") < said.index("First words.")
    assert "Added to the book" in said
    assert page.stage.canvas.accessibleDescription() == "Second words."


def test_where_a_file_is_used_leads_there(
    open_files: Open, book_view: BookView, do: Do, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    assert "Not used yet" in _words_of_uses(page)
    first = page.place()["evidence"]
    text = EntryText("He left a note. More.", Moment(Precision.UNKNOWN), evidence=(first,))
    do(lambda vault: vault.entries.add(text, "Europe/London"))
    book_view.show_page("viewer", page.place())
    at_rest(book_view)
    page.side.tabs.choose(2)
    assert "1 entry" in _words_of_uses(page)
    link = next(
        one for one in page.side.used_in.findChildren(Button) if one.text() == "He left a note"
    )
    link.click()
    at_rest(book_view)
    assert book_view.current is not None
    assert book_view.current.page_id == "timeline"


def _words_of_uses(page: ViewerPage) -> str:
    page.side.tabs.choose(2)
    return _words(page)


def test_escape_leads_from_the_pane_to_the_file(open_files: Open) -> None:
    page = open_files(THREE)
    page.side.details.check.setFocus()
    QTest.keyClick(page.side.details.check, Qt.Key.Key_Escape)
    assert page.stage.canvas.hasFocus()
    assert page.title() == "one.png"


# What can be done with it


def test_a_copy_is_saved_where_the_person_says(
    open_files: Open,
    book_view: BookView,
    at_rest: Callable[[Any], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_files(THREE, at=2)
    out = tmp_path / "copies"
    out.mkdir()
    monkeypatch.setattr(files, "choose_target", lambda _window, name, then: then(out / name))
    page.save.click()
    book_view.findChildren(Dialog)[-1].close_with("as_is")
    at_rest(book_view)
    assert (out / "three.txt").read_bytes() == b"what he said"


def test_a_file_is_deleted_for_good_only_after_a_second_question(
    open_files: Open, book_view: BookView, do: Do, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    for last, left in (("keep", 3), ("erase", 2)):
        page.save.click()
        first = book_view.findChildren(Dialog)[-1]
        assert first.first_focus() is first.findChildren(Button)[0], "the safe answer"
        erase = next(one for one in first.findChildren(Button) if "for good" in one.text())
        erase.click()
        question = book_view.findChildren(Dialog)[-1]
        assert question.title.text() == "Delete this file for good?"
        assert "one.png" in question.line.text()
        question.close_with(last)
        at_rest(book_view)
        assert do(lambda vault: len(vault.evidence.all())) == left
    assert page.title() == "two.png", "the next one is shown"
    assert page.subtitle() == "1 of 2"


def test_back_after_the_only_file_was_deleted(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    book_view.show_page("timeline", {})
    page = open_files({"one.png": THREE["one.png"]})
    page.acts._erase(page.file.viewed.evidence)  # type: ignore[union-attr] # it is there
    at_rest(book_view)
    assert book_view.current is not page


# Place, sizes


def test_unlocking_comes_back_to_the_file(
    open_files: Open, book_view: BookView, qtbot: QtBot, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE, at=1, heading="secret words")
    place = page.place()
    assert "secret" not in str(place)
    again = BookView(book_view.vault, book_view.desk.jobs)
    qtbot.addWidget(again)
    again.resize(1280, 800)
    again.show()
    again.show_page("viewer", place)
    at_rest(again)
    assert again.current is not None
    assert again.current.title() == "two.png"
    assert again.current.subtitle() == "2 of 3"


def test_of_very_many_files_the_near_ones_are_there_again(open_files: Open) -> None:
    page = open_files(THREE)
    page.among = among_of(50_000, list(range(1, 100_001)), "")
    among = page.place()["among"]
    assert isinstance(among, list)
    assert len(among) == 200
    assert 50_000 in among


def test_in_a_narrow_window_the_pane_takes_turns_with_the_stage(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files(THREE)
    assert not page.about.isVisible()
    book_view.resize(960, 640)
    at_rest(book_view)
    assert page.about.isVisible()
    assert page.stage.isVisible()
    assert not page.side.isVisible()
    page.about.click()
    assert page.side.isVisible()
    assert not page.stage.isVisible()
    book_view.go_back()
    assert page.stage.isVisible()
    assert book_view.current is page


# Words in a file


def test_words_are_found_in_a_document_and_marked(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files({"order.pdf": _pdf(40)})
    assert book_view.bar.search.isVisible()
    book_view.bar.search.setText("PAGE 3")
    at_rest(book_view)
    bar = page.stage.find_bar
    assert bar.said.text() == "1 of 11", "3, and 30 to 39"
    assert page.stage.canvas.page == 2
    bar.after.click()
    at_rest(book_view)
    assert page.stage.canvas.page == 29
    bar.before.click()
    bar.before.click()
    at_rest(book_view)
    assert bar.said.text() == "11 of 11", "before the first comes the last"
    assert 38 in page.stage.canvas._pages.pages_in(page.stage.canvas._window)
    book_view.bar.search.setText("nowhere")
    at_rest(book_view)
    assert bar.said.text() == "Nothing found"
    book_view.bar.search.setText("")
    assert not bar.isVisible()


def test_a_document_of_pictures_says_that_its_words_cannot_be_found(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 400))
    out = io.BytesIO()
    pdf.save(out)
    page = open_files({"scan.pdf": out.getvalue()})
    book_view.bar.search.setText("tram")
    at_rest(book_view)
    assert page.stage.find_bar.said.text().startswith("These pages are pictures")


def test_a_picture_has_no_search(open_files: Open, book_view: BookView) -> None:
    open_files(THREE)
    assert not book_view.bar.search.isVisible()


def test_a_long_text_is_read_in_parts_and_searched_beyond_the_one_on_show(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    lines = [f"Line {number} of the call.\n" for number in range(20_000)]
    lines[15_000] = "He said: <b>come down</b>.\n"
    page = open_files({"call.txt": "".join(lines).encode()})
    text = page.stage.text
    assert text.box.toPlainText().startswith("Line 0 of the call.\nLine 1 ")
    assert text.numbers.of.text() == "of 8"
    text.after.click()
    at_rest(book_view)
    assert text.index == 1
    book_view.bar.search.setText("COME DOWN")
    at_rest(book_view)
    assert "<b>come down</b>" in text.box.toPlainText(), "and it is no markup"
    assert text.box.textCursor().selectedText() == "come down"
    QTest.keyClick(text.box, Qt.Key.Key_F3)
    at_rest(book_view)
    assert text.box.textCursor().selectedText() == "come down"


def test_a_long_text_is_where_it_was_again(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files({"call.txt": b"He said: come down.\n" * 30_000})
    text = page.stage.text
    text.go(2)
    at_rest(book_view)
    bar = text.box.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = bar.value()
    place = page.place()
    for arguments in ({}, place):
        book_view.show_page("timeline", {})
        book_view.show_page("viewer", arguments)
        at_rest(book_view)
        assert text.index == 2
        assert abs(text.box.verticalScrollBar().value() - middle) < 3
    book_view.show_page("viewer", {"evidence": place["evidence"], "among": place["among"]})
    at_rest(book_view)
    assert (text.index, text.box.verticalScrollBar().value()) == (0, 0)


@pytest.mark.usefixtures("blurs")
def test_a_text_is_covered_until_it_is_looked_at(
    open_files: Open, book_view: BookView, at_rest: Callable[[Any], None]
) -> None:
    page = open_files({"three.txt": THREE["three.txt"]})
    assert page.stage.text.box.toPlainText() == ""
    assert page.stage.notice.look.hasFocus()
    QTest.keyClick(page.stage.notice.look, Qt.Key.Key_Space)
    at_rest(book_view)
    assert page.stage.text.box.toPlainText() == "what he said"


def test_a_text_of_an_unknown_language_is_shown_as_it_is(open_files: Open) -> None:
    page = open_files({"müll.txt": "Grüße – bis später".encode("cp1252")})
    assert page.stage.text.box.toPlainText() == "Grüße – bis später"
