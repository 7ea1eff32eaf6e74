"""The page of evidence as a person uses it, on a real book in a real window."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import createdByPython

from logbook.domain.entry import EntryText
from logbook.domain.evidence import FileFacts, FileTime, MediaClass, TimeBasis
from logbook.domain.ids import EvidenceId
from logbook.errors import DatabaseDamaged
from logbook.tasks import check_files, draw_sound, keep_file, report_drafts
from logbook.ui import files
from logbook.ui.book_view import BookView
from logbook.ui.dialogs.pick_entry import PickEntry
from logbook.ui.models.report_draft import Entries, ReportDraft
from logbook.ui.pages.evidence import EvidencePage
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.file_filter import GRID, LIST
from logbook.ui.widgets.menu import Menu
from logbook.vault.evidence import NewEvidence
from logbook.vault.vault import Vault

Do = Callable[..., Any]
Rest = Callable[[QWidget], None]
DAYS = {
    "note.jpg": ("2026-11-07T08:00:00", MediaClass.PICTURE, "image/jpeg"),
    "Screenshot 19:06.png": ("2026-11-09T19:06:00", MediaClass.PICTURE, "image/png"),
    "Voicemail.wav": ("2026-11-12T10:00:00", MediaClass.SOUND, "audio/wav"),
    "doorbell.mp4": ("2026-10-30T10:00:00", MediaClass.VIDEO, "video/mp4"),
    "proof.pdf": ("2025-11-04T10:00:00", MediaClass.PDF, "application/pdf"),
    "chat.txt": ("2025-11-02T10:00:00", MediaClass.MESSAGES, "text/plain"),
}


def _jpeg(colour: str = "teal", size: tuple[int, int] = (320, 240)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


def _keep_six(vault: Vault) -> dict[str, EvidenceId]:
    kept = {}
    for name, (local, media, media_type) in DAYS.items():
        facts = FileFacts(
            media_type,
            media,
            times=(FileTime(local, None, TimeBasis.EXIF, local),),
            duration_s=14.0 if media is MediaClass.SOUND else None,
            pages=3 if media is MediaClass.PDF else None,
            thumbnail=_jpeg() if media in {MediaClass.PICTURE, MediaClass.PDF} else None,
        )
        what = NewEvidence(name, "file", facts)
        kept[name] = vault.evidence.add(what, io.BytesIO(name.encode())).id
    vault.entries.add(EntryText("He came.", evidence=(kept["note.jpg"], kept["proof.pdf"])))
    vault.entries.add(EntryText("Again.", evidence=(kept["note.jpg"],)))
    return kept


@pytest.fixture
def kept(do: Do) -> dict[str, EvidenceId]:
    six: dict[str, EvidenceId] = do(_keep_six)
    return six


@pytest.fixture
def page(book_view: BookView, kept: dict[str, EvidenceId], at_rest: Rest) -> EvidencePage:
    """The page with six files, shown and read."""
    del kept
    return _shown(book_view, at_rest)


def _shown(view: BookView, at_rest: Rest, **arguments: object) -> EvidencePage:
    view.show_page("evidence", arguments)
    view.activateWindow()
    at_rest(view)
    page = view.current
    assert isinstance(page, EvidencePage)
    return page


def _names(page: EvidencePage) -> list[str]:
    rows = (page.model.row(at) for at in range(page.model.rowCount()))
    return [row.name for row in rows if row is not None]


def _said(page: EvidencePage, at: int) -> str:
    return str(page.model.index(at, 0).data(int(Qt.ItemDataRole.AccessibleTextRole)))


def _press(page: EvidencePage, at: int, *with_keys: Qt.KeyboardModifier) -> None:
    keys = Qt.KeyboardModifier.NoModifier
    for one in with_keys:
        keys |= one
    place = page.files.grid.visualRect(page.model.index(at, 0)).center()
    QTest.mouseClick(page.files.grid.viewport(), Qt.MouseButton.LeftButton, keys, place)


def _chosen(page: EvidencePage) -> list[str]:
    names = {page.model.id_at(at): name for at, name in enumerate(_names(page))}
    return [names[one] for one in page.files.chosen()]


def _dialog(view: BookView) -> Dialog:
    (dialog,) = (one for one in view.findChildren(Dialog) if one.isVisible())
    return dialog


def _answer(view: BookView, key: str, at_rest: Rest) -> None:
    _dialog(view).close_with(key)
    at_rest(view)


# What is listed


def test_files_are_listed_newest_first_by_their_own_time(page: EvidencePage) -> None:
    assert _names(page) == [
        "Voicemail.wav",
        "Screenshot 19:06.png",
        "note.jpg",
        "doorbell.mp4",
        "proof.pdf",
        "chat.txt",
    ]


def test_an_empty_book_says_so_and_offers_to_add_files(
    book_view: BookView, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _shown(book_view, at_rest)
    asked: list[object] = []
    monkeypatch.setattr(files, "choose_files", lambda *_, **__: asked.append(1))
    assert page.stack.empty.isVisible()
    assert not page.filters.isVisible()
    assert page.focus_target() is page.stack.empty.button
    page.stack.empty.button.click()
    assert asked
    assert page.foot.said.text() == "What you add is copied in and kept unchanged."


def test_a_row_is_said_to_a_screen_reader_in_one_sentence(page: EvidencePage) -> None:
    assert _said(page, 2) == "Picture, note.jpg, 7 November 2026, in 2 entries, 3 of 6"
    assert _said(page, 0) == "Sound, Voicemail.wav, 12 November 2026, 0:14, not linked, 1 of 6"
    assert _said(page, 4) == "PDF, proof.pdf, 4 November 2025, 3 pages, in 1 entry, 5 of 6"


def test_segments_cut_the_list_to_a_kind(page: EvidencePage, at_rest: Rest) -> None:
    for kind, names in (
        ("pictures", ["Screenshot 19:06.png", "note.jpg"]),
        ("sound", ["Voicemail.wav"]),
        ("video", ["doorbell.mp4"]),
        ("papers", ["proof.pdf", "chat.txt"]),
    ):
        page.filters.kinds.choose(kind)
        at_rest(page)
        assert _names(page) == names
    page.filters.kinds.choose("all")
    at_rest(page)
    assert len(_names(page)) == 6


def test_counts_stand_on_the_segment_and_on_the_chip(page: EvidencePage, at_rest: Rest) -> None:
    assert next(one.text() for one in page.filters.kinds._values) == "All 6"
    assert page.filters.unlinked.text() == "Not linked 4"
    page.filters.unlinked.click()
    at_rest(page)
    assert _names(page) == ["Voicemail.wav", "Screenshot 19:06.png", "doorbell.mp4", "chat.txt"]
    page.filters.unlinked.click()
    at_rest(page)
    assert len(_names(page)) == 6


def test_files_of_a_report_that_is_put_together_can_be_shown_alone(
    page: EvidencePage, do: Do, at_rest: Rest
) -> None:
    assert not page.filters.reported.isVisible()
    picked = ReportDraft(entries=Entries.PICKED.value, picked=(2,))
    key = do(report_drafts.new_report, picked.to_json())
    page._reload()
    at_rest(page)
    assert page.filters.reported.text() == "In a report 1"
    page.filters.reported.click()
    at_rest(page)
    assert _names(page) == ["note.jpg"]
    do(report_drafts.keep_report, key, ReportDraft().to_json())
    page._reload()
    at_rest(page)
    assert _names(page) == ["note.jpg", "proof.pdf"], "now every entry is in it"
    do(report_drafts.keep_report, key, ReportDraft(off=("exhibits",)).to_json())
    page._reload()
    at_rest(page)
    assert page.stack.nothing.isVisible(), "a report that prints no files has none"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("voice", ["Voicemail.wav"]),
        ("9 November", ["Screenshot 19:06.png"]),
        ("2025", ["proof.pdf", "chat.txt"]),
        ("November 2025", ["proof.pdf", "chat.txt"]),
    ],
)
def test_words_and_days_find_files(
    page: EvidencePage, at_rest: Rest, words: str, names: list[str]
) -> None:
    page.search(words)
    at_rest(page)
    assert _names(page) == names


def test_words_that_find_nothing_say_so_and_can_be_cleared(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    book_view.bar.search.setText("no such file")
    at_rest(book_view)
    assert page.stack.nothing.isVisible()
    page.stack.nothing.button.click()
    at_rest(book_view)
    assert page.files.grid.isVisible()
    assert book_view.bar.search.text() == ""


def test_files_that_are_kept_later_leave_the_search_of_another_page_alone(
    page: EvidencePage, book_view: BookView, at_rest: Rest, tmp_path: Path
) -> None:
    book_view.bar.search.setText("img")
    at_rest(book_view)
    assert page.filters.is_on
    late = tmp_path / "late.txt"
    late.write_bytes(b"late")
    page.take_files([late])
    book_view.show_page("timeline", {})
    book_view.bar.search.setText("gate")
    at_rest(book_view)
    assert not page.filters.is_on, "the new file is in sight"
    assert book_view.bar.search.text() == "gate"
    book_view.show_page("evidence", {})
    at_rest(book_view)
    assert book_view.bar.search.text() == ""
    assert "late.txt" in _names(page)


def test_another_order_can_be_chosen(page: EvidencePage, at_rest: Rest) -> None:
    page.filters.order.click()
    (menu,) = page.findChildren(Menu)
    lines = {line.text(): line for line in menu.actions()}
    assert list(lines) == ["Newest first", "Oldest first", "By name", "Largest first"]
    lines["By name"].trigger()
    menu.close()
    at_rest(page)
    assert page.filters.order.accessibleName() == "Order: By name"
    assert _names(page) == sorted(DAYS, key=str.lower)


def test_a_book_that_cannot_be_read_says_so_and_tries_again(
    page: EvidencePage, book_view: BookView, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DatabaseDamaged("page 7")

    with monkeypatch.context() as broken:
        broken.setattr(type(book_view.vault.evidence_lists), "ids", fail)
        page.filters.kinds.choose("sound")
        at_rest(page)
    assert book_view._problem.isVisible()
    assert len(_names(page)) == 6, "the rows that were there stay"
    book_view._problem._try_again()
    at_rest(page)
    assert _names(page) == ["Voicemail.wav"]


# Choosing


def test_arrow_keys_go_through_the_grid(page: EvidencePage) -> None:
    assert page.files.grid.columns() == 4
    page.files.grid.setFocus()
    for key, at in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Left, 4),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_End, 5),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 4),
    ):
        QTest.keyClick(page.files.grid, key)
        assert page.files.grid.currentIndex().row() == at, key
    QTest.keyClick(page.files.grid, Qt.Key.Key_Home)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Right)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Right)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Right)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Down)
    assert page.files.grid.currentIndex().row() == 5, "the last row is shorter"


def test_right_to_left_mirrors_the_tiles_and_the_keys(
    page: EvidencePage, qapp: QApplication, at_rest: Rest
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    at_rest(page)
    first = page.files.grid.visualRect(page.model.index(0, 0))
    second = page.files.grid.visualRect(page.model.index(1, 0))
    assert first.left() > second.left()
    assert page.files.grid.indexAt(first.center()).row() == 0
    page.files.grid.setFocus()
    page.files.grid.choose(0)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Left)
    assert page.files.grid.currentIndex().row() == 1


def test_nothing_is_chosen_before_somebody_chooses(page: EvidencePage) -> None:
    assert _chosen(page) == []
    assert page.files.grid.currentIndex().row() == 0
    assert page.foot._status.isVisible()


def test_tiles_are_chosen_one_by_one_in_runs_and_all(page: EvidencePage) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    _press(page, 1)
    assert _chosen(page) == ["Screenshot 19:06.png"]
    assert page.foot.count.text() == "1 chosen"
    _press(page, 3, control)
    assert _chosen(page) == ["Screenshot 19:06.png", "doorbell.mp4"]
    assert page.foot.count.text() == "2 chosen"
    _press(page, 2)
    _press(page, 5, shift)
    assert _chosen(page) == ["note.jpg", "doorbell.mp4", "proof.pdf", "chat.txt"]
    QTest.keyClick(page.files.grid, Qt.Key.Key_A, control)
    assert len(_chosen(page)) == 6
    QTest.keyClick(page.files.grid, Qt.Key.Key_Escape)
    assert _chosen(page) == []
    assert page.foot._status.isVisible()


def test_shift_with_an_arrow_chooses_the_run_and_not_a_block(page: EvidencePage) -> None:
    page.files.grid.setFocus()
    _press(page, 1)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(_chosen(page)) == 5


def test_a_press_beside_the_tiles_chooses_none(page: EvidencePage) -> None:
    _press(page, 1)
    beside = QPoint(page.files.grid.viewport().width() - 3, page.files.grid.viewport().height() - 3)
    QTest.mouseClick(page.files.grid.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert _chosen(page) == []


def test_what_fits_one_file_alone_is_not_offered_for_several(page: EvidencePage) -> None:
    _press(page, 1)
    assert page.foot.buttons["open"].isVisible()
    assert page.foot.buttons["save"].text() == "Save a copy"
    _press(page, 2, Qt.KeyboardModifier.ControlModifier)
    assert not page.foot.buttons["open"].isVisible()
    assert page.foot.buttons["save"].text() == "Save copies"
    assert page.foot.buttons["remove"].isVisible()
    assert not page.foot.buttons["erase"].isVisible()


def test_coming_back_leads_to_the_same_file(
    page: EvidencePage, book_view: BookView, kept: dict[str, EvidenceId], at_rest: Rest
) -> None:
    page.files.grid.choose(3)
    place = page.place()
    assert place == {"evidence": int(kept["doorbell.mp4"])}
    book_view.show_page("timeline", {})
    again = _shown(book_view, at_rest, **place)
    assert again.files.grid.currentIndex().row() == 3


def test_one_file_is_shown_alone(book_view: BookView, do: Do, at_rest: Rest) -> None:
    do(_keep_six)
    page = _shown(book_view, at_rest)
    page.search("voice")
    at_rest(page)
    assert _said(page, 0).endswith("1 of 1")
    _press(page, 0)
    assert _chosen(page) == ["Voicemail.wav"]


# Looking


def _colours(picture: QImage | None) -> set[str]:
    assert picture is not None
    return {
        picture.pixelColor(x, y).name()
        for x in range(4, picture.width() - 4, 9)
        for y in range(4, picture.height() - 4, 9)
    }


def _checkered(vault: Vault) -> EvidenceId:
    board = Image.new("RGB", (320, 240), "white")
    for x in range(0, 320, 4):
        for y in range(0, 240, 4):
            if (x + y) // 4 % 2:
                board.paste("black", (x, y, x + 4, y + 4))
    out = io.BytesIO()
    board.save(out, "JPEG", quality=95)
    facts = FileFacts("image/jpeg", MediaClass.PICTURE, thumbnail=out.getvalue())
    return vault.evidence.add(NewEvidence("board.jpg", "file", facts), io.BytesIO(b"board")).id


def _spread(picture: QImage | None) -> int:
    """Return how far the lightest and darkest of a picture lie apart."""
    assert picture is not None
    tones = [
        picture.pixelColor(x, y).lightness()
        for x in range(8, picture.width() - 8, 3)
        for y in range(8, picture.height() - 8, 3)
    ]
    return max(tones) - min(tones)


def test_a_blurred_picture_holds_nothing_of_the_sharp_one(
    book_view: BookView, do: Do, at_rest: Rest
) -> None:
    board = do(_checkered)
    page = _shown(book_view, at_rest)
    assert _spread(page.files.pictures.picture(board, blurred=False)) > 200
    page.filters.blur.click()
    at_rest(page)
    assert page.files.pictures.picture(board, blurred=False) is None
    assert _spread(page.files.pictures.picture(board, blurred=True)) < 40


def test_space_looks_at_a_blurred_file_until_the_page_is_left(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    page.filters.blur.click()
    at_rest(page)
    page.files.grid.setFocus()
    page.files.grid.choose(2)
    assert _said(page, 2) == (
        "Picture, note.jpg, blurred, press Space to look, 7 November 2026, in 2 entries, 3 of 6"
    )
    QTest.keyClick(page.files.grid, Qt.Key.Key_Space)
    row, other = page.model.row(2), page.model.row(1)
    assert row is not None
    assert other is not None
    assert not page.files.is_blurred(row)
    assert page.files.is_blurred(other)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Space)
    assert page.files.is_blurred(row)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Space)
    book_view.show_page("timeline", {})
    _shown(book_view, at_rest)
    assert page.files.is_blurred(row)


def test_the_switch_follows_the_setting_and_the_setting_the_switch(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    assert not page.filters.blur.isChecked()
    page.filters.blur.click()
    assert book_view.desk.setting("blur", False) is True
    book_view.desk.keep_setting("blur", False)
    assert not page.filters.blur.isChecked()
    at_rest(page)


def test_pictures_come_for_what_is_in_sight(
    page: EvidencePage, kept: dict[str, EvidenceId]
) -> None:
    assert _colours(page.files.pictures.picture(kept["note.jpg"], blurred=False))
    assert page.files.pictures.picture(kept["Voicemail.wav"], blurred=False) is None


@pytest.mark.parametrize("harm", ["forge", "lose"])
def test_a_small_picture_that_is_damaged_leaves_the_others_alone(
    book_view: BookView, do: Do, at_rest: Rest, harm: str
) -> None:
    kept = do(_keep_many, 2)
    do(_forge_thumbnail if harm == "forge" else _lose_thumbnail, kept[0])
    page = _shown(book_view, at_rest)
    assert page.files.pictures.picture(kept[0], blurred=False) is None
    assert page.files.pictures.picture(kept[1], blurred=False) is not None


def _forge_thumbnail(vault: Vault, evidence: EvidenceId) -> None:
    facts = FileFacts("image/jpeg", MediaClass.PICTURE, thumbnail=b"no picture")
    vault.evidence.set_facts(evidence, facts)


def _lose_thumbnail(vault: Vault, evidence: EvidenceId) -> None:
    vault._store.con.execute(
        "DELETE FROM blob_piece WHERE blob = (SELECT thumbnail FROM evidence WHERE id = ?)",
        (evidence,),
    )


def test_a_sound_shows_its_wave_form_which_the_book_remembers(
    book_view: BookView, do: Do, at_rest: Rest
) -> None:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\x00\x40" * 8000)
    looked = keep_file.look_at_bytes("voicemail.wav", out.getvalue())
    kept = do(keep_file.keep_file, looked).id
    page = _shown(book_view, at_rest)
    assert set(page.files.waves.wave(kept)) == {128}
    assert do(draw_sound.kept_waves, [kept])[kept] == page.files.waves.wave(kept)
    again = EvidencePage(book_view.desk)
    again.files.waves.want([kept])
    at_rest(book_view)
    assert again.files.waves.wave(kept)
    again.deleteLater()


def test_the_list_shows_the_same_files_and_choice_and_is_remembered(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    _press(page, 2)
    page.filters.ways.choose(LIST)
    at_rest(book_view)
    table = page.files.table.view
    assert table.isVisible()
    assert _chosen(page) == ["note.jpg"]
    assert table.currentIndex().row() == 2
    assert page.focus_target() is table
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert _chosen(page) == ["note.jpg", "doorbell.mp4"]
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert _chosen(page) == []
    assert book_view.desk.setting("files shown as", "") == LIST
    again = EvidencePage(book_view.desk)
    assert again.files.way == LIST
    assert again.filters.ways.value() == LIST
    again.deleteLater()


@pytest.mark.parametrize("way", [GRID, LIST])
def test_enter_and_a_double_click_open_the_viewer_among_the_files_of_the_list(
    page: EvidencePage,
    book_view: BookView,
    kept: dict[str, EvidenceId],
    at_rest: Rest,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    gone: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(book_view.desk, "go", lambda name, **to: gone.append((name, to)))
    page.filters.kinds.choose("papers")
    page.filters.ways.choose(way)
    at_rest(book_view)
    view = page.files.here
    view.choose(1)
    QTest.keyClick(view, Qt.Key.Key_Return)
    place = view.visualRect(page.model.index(0, 0)).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    among = [kept["proof.pdf"], kept["chat.txt"]]
    assert gone == [
        ("viewer", {"evidence": kept["chat.txt"], "among": among}),
        ("viewer", {"evidence": kept["proof.pdf"], "among": among}),
    ]


def test_an_entry_is_written_about_the_chosen_files(
    page: EvidencePage, book_view: BookView, kept: dict[str, EvidenceId], at_rest: Rest
) -> None:
    _press(page, 0)
    page.foot.buttons["write"].click()
    at_rest(book_view)
    written: Any = book_view.current
    assert written.page_id == "new_entry"
    assert written.files.numbers() == (int(kept["Voicemail.wav"]),)


def test_chosen_files_are_added_to_an_entry_and_taken_out_again(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    _press(page, 0)
    _press(page, 1, Qt.KeyboardModifier.ControlModifier)
    page.foot.buttons["add"].click()
    at_rest(book_view)
    (picker,) = book_view.findChildren(PickEntry)
    picker.take.click()
    at_rest(book_view)
    assert "in 1 entry" in _said(page, 0)
    assert _chosen(page) == ["Voicemail.wav", "Screenshot 19:06.png"]
    book_view.desk.undo()
    at_rest(book_view)
    assert "not linked" in _said(page, 0)


def test_the_menu_offers_what_the_foot_offers(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    where = page.files.grid.visualRect(page.model.index(1, 0)).center()
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, page.files.grid.viewport().mapToGlobal(where)
    )
    QApplication.sendEvent(page.files.grid.viewport(), asked)
    assert _chosen(page) == ["Screenshot 19:06.png"]
    (menu,) = page.findChildren(Menu)
    lines = {line.text(): line for line in menu.actions()}
    assert list(lines) == [
        "Open",
        "Write an entry",
        "Add to an entry",
        "Save a copy",
        "Check",
        "Move to the bin",
    ]
    lines["Move to the bin"].trigger()
    menu.close()
    at_rest(book_view)
    assert "Screenshot 19:06.png" not in _names(page)


# Into the bin, and out of it


def test_a_file_that_no_entry_has_goes_to_the_bin_and_comes_back(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    page.files.grid.setFocus()
    _press(page, 1)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Delete)
    at_rest(book_view)
    assert "Screenshot 19:06.png" not in _names(page)
    assert page.files.grid.currentIndex().row() == 1, "the next file takes its place"
    assert page.filters.bin.text() == "In the bin 1"
    book_view.desk.undo()
    at_rest(book_view)
    assert _chosen(page) == ["Screenshot 19:06.png"]
    book_view.desk.redo()
    at_rest(book_view)
    assert "Screenshot 19:06.png" not in _names(page)


def test_a_file_that_entries_have_is_asked_about_first(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    _press(page, 2)
    page.foot.buttons["remove"].click()
    at_rest(book_view)
    assert _dialog(book_view).title.text() == "Move this file to the bin?"
    assert _dialog(book_view).line.text() == (
        "2 entries have what you chose. Nothing there changes. You can put it back at any time."
    )
    _answer(book_view, "keep", at_rest)
    assert "note.jpg" in _names(page)
    page.foot.buttons["remove"].click()
    at_rest(book_view)
    _answer(book_view, "remove", at_rest)
    assert "note.jpg" not in _names(page)


def test_the_bin_gives_back_and_deletes_for_good(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    _press(page, 0)
    _press(page, 1, Qt.KeyboardModifier.ControlModifier)
    page.foot.buttons["remove"].click()
    at_rest(book_view)
    page.filters.bin.click()
    at_rest(book_view)
    assert _names(page) == ["Voicemail.wav", "Screenshot 19:06.png"]
    _press(page, 0)
    assert not page.foot.buttons["remove"].isVisible()
    page.foot.buttons["restore"].click()
    at_rest(book_view)
    assert _names(page) == ["Screenshot 19:06.png"]
    _press(page, 0)
    page.foot.buttons["erase"].click()
    at_rest(book_view)
    _answer(book_view, "keep", at_rest)
    assert _names(page) == ["Screenshot 19:06.png"]
    page.foot.buttons["erase"].click()
    at_rest(book_view)
    _answer(book_view, "erase", at_rest)
    assert page.stack.no_bin.isVisible()
    page.stack.no_bin.button.click()
    at_rest(book_view)
    assert len(_names(page)) == 5


def test_the_bin_says_that_time_deletes_no_file(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    page.files.grid.setFocus()
    _press(page, 1)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Delete)
    at_rest(book_view)
    page.filters.bin.click()
    at_rest(book_view)
    assert page.foot.said.text() == "Files stay in the bin until you delete them for good."
    page.filters.clear()
    at_rest(book_view)
    assert page.foot.said.text() == "The files have not been checked yet."


def test_delete_in_the_bin_does_nothing_by_itself(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    _press(page, 0)
    page.foot.buttons["remove"].click()
    at_rest(book_view)
    page.filters.bin.click()
    at_rest(book_view)
    _press(page, 0)
    QTest.keyClick(page.files.grid, Qt.Key.Key_Delete)
    at_rest(book_view)
    assert _names(page) == ["Voicemail.wav"]


# Adding


def test_files_that_are_added_are_chosen_and_in_sight(
    page: EvidencePage, book_view: BookView, tmp_path: Path, at_rest: Rest
) -> None:
    paths = []
    for at in range(2):
        paths.append(tmp_path / f"new {at}.txt")
        paths[at].write_text(f"words {at}")
    page.filters.kinds.choose("sound")
    at_rest(book_view)
    assert page.take_files(paths)
    at_rest(book_view)
    assert not page.filters.is_on, "what is added would not be listed"
    assert sorted(_chosen(page)) == ["new 0.txt", "new 1.txt"]
    assert set(page.files.grid.rows_in_sight()) >= {
        page.model.place_of(one) for one in page.files.chosen()
    }
    assert book_view._toast.isVisible()


def test_a_file_that_is_added_comes_into_sight_of_a_long_list(
    book_view: BookView, do: Do, tmp_path: Path, at_rest: Rest
) -> None:
    do(_lay_out, 300)
    page = _shown(book_view, at_rest)
    page.files.grid.choose(250)
    at_rest(book_view)
    (tmp_path / "new.txt").write_text("words")
    page.take_files([tmp_path / "new.txt"])
    at_rest(book_view)
    (added,) = page.files.chosen()
    assert page.files.current() == added
    assert page.model.place_of(added) in page.files.grid.rows_in_sight()


def test_a_picture_is_pasted(page: EvidencePage, book_view: BookView, at_rest: Rest) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert page.take_picture(picture)
    at_rest(book_view)
    assert len(_chosen(page)) == 1
    assert _chosen(page)[0].startswith("pasted-")


# Checking


def _damage(vault: Vault, evidence: EvidenceId) -> None:
    vault._store.con.execute(
        "UPDATE blob_piece SET bytes = zeroblob(length(bytes)) WHERE blob = ?",
        (vault.evidence.get(evidence).blob,),
    )


def test_files_that_were_never_checked_say_so(page: EvidencePage) -> None:
    assert page.foot.said.text() == "The files have not been checked yet."


def test_all_files_are_checked_and_are_the_same(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    page._check_all.click()
    assert not page._check_all.isEnabled()
    at_rest(book_view)
    assert page._check_all.isEnabled()
    assert page.foot.said.text().startswith(
        "All 6 files are the same as the day you added them. Checked "
    )
    assert not page.altered.isVisible()
    assert not page.checking.isVisible()


def test_a_changed_file_is_named_and_can_be_shown_alone(
    page: EvidencePage, book_view: BookView, kept: dict[str, EvidenceId], do: Do, at_rest: Rest
) -> None:
    do(_damage, kept["note.jpg"])
    page._check_all.click()
    at_rest(book_view)
    assert page.altered.title.text() == "This file has changed since you added it"
    assert page.altered.line.text().startswith("note.jpg\n")
    assert not book_view._toast.isVisible()
    assert page.foot.said.text() == "1 file has changed since you added it."
    assert page.filters.altered.text() == "Changed 1"
    page.filters.choose_changed()
    at_rest(book_view)
    assert _names(page) == ["note.jpg"]
    assert "has changed since you added it" in _said(page, 0)
    page.files.grid.grab()


def test_one_chosen_file_is_checked_alone(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    _press(page, 0)
    page.foot.buttons["check"].click()
    at_rest(book_view)
    assert page.foot.said.text() == "5 files have not been checked yet."
    assert _chosen(page) == ["Voicemail.wav"], "what was chosen stays chosen"


def test_a_check_can_be_stopped(page: EvidencePage, book_view: BookView, at_rest: Rest) -> None:
    page._check_all.click()
    page.checking._stop.click()
    at_rest(book_view)
    assert page._check_all.isEnabled()
    assert not page.checking.busy


def test_files_are_added_between_the_parts_of_a_check(
    page: EvidencePage,
    book_view: BookView,
    tmp_path: Path,
    at_rest: Rest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(check_files, "SLICE_S", 0.0)
    done: list[str] = []
    page.adding.kept.connect(lambda _: done.append("added"))
    monkeypatch.setattr(page.checking, "_say", lambda _: done.append("checked"))
    (tmp_path / "new.txt").write_text("words")
    page.take_files([tmp_path / "new.txt"])
    page._check_all.click()
    at_rest(book_view)
    assert sorted(done) == ["added", "checked"]
    assert not page.checking.busy
    assert "new.txt" in _names(page)


def test_a_check_is_stopped_between_its_parts_too(
    page: EvidencePage, book_view: BookView, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_files, "SLICE_S", 0.0)
    go_on = page.checking._go_on

    def stop_first(check: check_files.Check) -> None:
        if check.at == 2:
            page.checking._stop.click()
        go_on(check)

    monkeypatch.setattr(page.checking, "_go_on", stop_first)
    page._check_all.click()
    at_rest(book_view)
    assert page.foot.said.text() == "4 files have not been checked yet."
    assert page._check_all.isEnabled()
    page._check_all.click()
    at_rest(book_view)
    assert page.foot.said.text() == "4 files have not been checked yet.", "stopped again"


def test_hiding_in_the_middle_of_a_check_leaves_the_page_usable(
    page: EvidencePage, book_view: BookView, at_rest: Rest
) -> None:
    page._check_all.click()
    page.be_quiet()
    page.keep_draft()
    book_view.desk.jobs.cancel_all()
    at_rest(book_view)
    assert not page.checking.busy
    page._check_all.click()
    at_rest(book_view)
    assert page.foot.said.text().startswith("All 6 files are the same")


def test_a_screen_reader_is_given_every_tile_and_the_one_with_the_keys(
    page: EvidencePage, at_rest: Rest
) -> None:
    page.files.grid.setFocus()
    page.files.grid.choose(1)
    at_rest(page)
    grid = QAccessible.queryAccessibleInterface(page.files.grid)
    assert grid.text(QAccessible.Text.Name) == "Files"
    assert grid.childCount() == 6
    said = [grid.child(at).text(QAccessible.Text.Name) for at in range(6)]
    assert said == [_said(page, at) for at in range(6)]
    assert grid.focusChild().text(QAccessible.Text.Name) == said[1]
    boxes = [grid.child(at).rect() for at in range(6)]
    assert boxes[0].size() == boxes[5].size()
    assert boxes[4].top() > boxes[0].top()


# A long list


def test_a_hundred_thousand_files_scroll_with_bounded_memory(
    book_view: BookView, do: Do, at_rest: Rest, qtbot: QtBot
) -> None:
    do(_lay_out, 100_000)
    page = _shown(book_view, at_rest)
    assert page.model.rowCount() == 100_000
    bar = page.files.grid.verticalScrollBar()
    for part in range(11):
        bar.setValue(bar.maximum() * part // 10)
        qtbot.wait(1)
    at_rest(book_view)
    assert page.model.row(99_999) is not None
    assert 0 < page.files.pictures.kept_bytes <= 24 << 20
    seen = page.files.grid.rows_in_sight()
    assert seen.stop == 100_000
    for at in seen:
        row = page.model.row(at)
        assert row is not None
        assert page.files.pictures.picture(row.id, blurred=False) is not None
    QTest.keyClick(page.files.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.foot.count.text() == "100,000 chosen"


def _lay_out(vault: Vault, count: int) -> None:
    """Write rows as the table has them: adding so many files one by one would take minutes."""
    (one,) = _keep_many(vault, 1)
    con = vault._store.con
    with vault.saving():
        con.execute(
            "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT ?)"
            " INSERT INTO evidence (state, blob, name, origin, media_type, media_class, added_ms,"
            " facts, thumbnail) SELECT state, blob, 'IMG_' || n, origin, media_type, media_class,"
            " added_ms + n, facts, thumbnail FROM evidence, number WHERE id = ?",
            (count - 1, one),
        )


def _keep_many(vault: Vault, count: int) -> list[EvidenceId]:
    kept = []
    with vault.saving():
        for number in range(count):
            picture = _jpeg(size=(64, 48 + number % 2))
            facts = FileFacts("image/jpeg", MediaClass.PICTURE, thumbnail=picture)
            what = NewEvidence(f"IMG_{number:05}.jpg", "file", facts)
            kept.append(vault.evidence.add(what, io.BytesIO(b"%d" % number)).id)
    return kept


def test_what_is_chosen_is_ours_and_lasts_as_long_as_the_page(page: EvidencePage) -> None:
    """Of the list's own selection PySide believed after an import that it was deleted."""
    grid, table = page.files.grid.selectionModel(), page.files.table.view.selectionModel()
    assert grid is table
    assert createdByPython(grid)
