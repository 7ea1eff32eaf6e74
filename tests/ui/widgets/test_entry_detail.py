"""One entry in full beside the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logbook.domain.entry import AuthorityReport, Entry, EntryText, Kind, Mark
from logbook.domain.evidence import Evidence, MediaClass
from logbook.domain.ids import BlobId, EntryId, EvidenceId, MessageId, PersonId, Sha256
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Person, Role
from logbook.errors import NoSuchItem
from logbook.ui.models.timeline_reading import Shown
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.chip import Chip
from logbook.ui.widgets.drop_tile import DropTile
from logbook.ui.widgets.entry_detail import EntryDetail
from logbook.ui.widgets.surface import ScrollColumn
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail

HAPPENED = datetime(2026, 11, 12, 22, 47, tzinfo=UTC)
DALE, PRIYA = PersonId(1), PersonId(2)
PEOPLE = {
    1: Person(DALE, NewPerson("Dale Mercer", Role.RESPONSIBLE), 1),
    2: Person(PRIYA, NewPerson("Priya Nair", Role.WITNESS), 1),
}


def _shown(what: EntryText, *, late_min: int = 18, versions: int = 1, **more: object) -> Shown:
    recorded = HAPPENED + timedelta(minutes=late_min)
    entry = Entry(
        id=EntryId(7),
        number=7,
        what=what,
        recorded_at=recorded,
        recorded_zone="UTC",
        version=versions,
        changed_at=recorded,
        removed=bool(more.get("removed")),
        removed_at=recorded if more.get("removed") else None,
    )
    return Shown(entry, PEOPLE, (), {})


@pytest.fixture
def detail(qtbot: QtBot) -> EntryDetail:
    made = EntryDetail()
    qtbot.addWidget(made)
    made.resize(412, 700)
    made.show()
    return made


def _texts(detail: EntryDetail) -> list[str]:
    parts = (detail._column.itemAt(at).widget() for at in range(detail._column.count()))
    found: list[str] = []
    for part in parts:
        if isinstance(part, Text):
            found.append(part.text())
        elif part is not None:
            found += [text.text() for text in part.findChildren(Text)]
    return found


def _chips(detail: EntryDetail) -> list[str]:
    return [chip.text() for chip in detail.findChildren(Chip)]


def test_everything_that_belongs_to_an_entry_is_said(detail: EntryDetail) -> None:
    what = EntryText(
        "It rang eleven times.\n\nNobody spoke.",
        Moment(Precision.EXACT, HAPPENED, zone="UTC"),
        kind=Kind.CALLS,
        place="Home",
        exact_words="Pick up",
        effect="I did not sleep",
        response="I switched it off",
        report=AuthorityReport("Police", "Lind", "4417", "26-1", "refused"),
        people=(DALE,),
        witnesses=(PRIYA,),
        messages=(MessageId(1), MessageId(2)),
        private_note="Ask Sam",
    )
    detail.show_entry(_shown(what))
    said = _texts(detail)
    for words in (
        "Thursday 12 November 2026, 22:47",
        "It rang eleven times.",
        "Nobody spoke.",
        "Home",
        "Pick up",
        "I did not sleep",
        "I switched it off",
        "Police, Lind, 4417, 26-1, report refused",
        "Ask Sam",
        "Written 18 minutes after it happened",
    ):
        assert words in said, words
    assert _chips(detail) == [
        "Calls",
        "Exact time",
        "2 messages",
        "Dale Mercer",
        "Priya Nair, witness",
    ]


@pytest.mark.parametrize(
    ("moment", "said", "chip"),
    [
        (
            Moment(Precision.UNKNOWN, raw="in spring"),
            "“in spring”, time not known",
            "Time not known",
        ),
        (Moment(Precision.UNKNOWN), "Time not known", "Time not known"),
        (
            Moment(Precision.EXACT, HAPPENED.replace(hour=0, minute=0), zone="UTC", has_time=False),
            "Thursday 12 November 2026",
            "Day known, not the time",
        ),
    ],
)
def test_a_time_is_said_no_more_exactly_than_it_is_known(
    detail: EntryDetail, moment: Moment, said: str, chip: str
) -> None:
    detail.show_entry(_shown(EntryText("Words.", moment)))
    assert said in _texts(detail)
    assert chip in _chips(detail)


@pytest.mark.parametrize(
    ("late_min", "said"),
    [
        (0, "Written at once"),
        (1, "Written at once"),
        (2, "Written 2 minutes after it happened"),
        (90, "Written 1 hour after it happened"),
        (60 * 30, "Written 2 days after it happened"),
        (60 * 24 * 24, "Written 24 days after it happened"),
        (-60, "Written down"),
    ],
)
def test_how_late_it_was_written_is_said(detail: EntryDetail, late_min: int, said: str) -> None:
    what = EntryText("Words.", Moment(Precision.EXACT, HAPPENED, zone="UTC"))
    detail.show_entry(_shown(what, late_min=late_min))
    assert said in _texts(detail)


def test_when_it_was_written_is_said_in_full_too(detail: EntryDetail) -> None:
    what = EntryText("Words.", Moment(Precision.EXACT, HAPPENED, zone="UTC"))
    detail.show_entry(_shown(what, late_min=60 * 30))
    assert "14 Nov 2026, 04:47" in _texts(detail)


@pytest.mark.parametrize(
    ("late_min", "said"),
    [
        (5, "Written on the same day"),
        (60 * 2, "Written on the day after"),
        (60 * 48, "Written 2 days after it happened"),
    ],
)
def test_a_day_without_a_time_is_counted_in_days(
    detail: EntryDetail, late_min: int, said: str
) -> None:
    midnight = HAPPENED.replace(hour=0, minute=0)
    what = EntryText("Words.", Moment(Precision.EXACT, midnight, zone="UTC", has_time=False))
    detail.show_entry(_shown(what, late_min=late_min))
    assert said in _texts(detail)


def test_a_file_that_cannot_be_shown_says_why(detail: EntryDetail) -> None:
    kept = Evidence(
        id=EvidenceId(3),
        blob=BlobId(3),
        name="scan.pdf",
        sha256=Sha256(bytes(32)),
        size_bytes=100,
        media_type="application/pdf",
        media_class=MediaClass.PDF,
        added_at=HAPPENED,
        origin="file",
        problem="encrypted",
    )
    what = EntryText("Words.", Moment(Precision.EXACT, HAPPENED, zone="UTC"))
    detail.show_entry(replace(_shown(what), files=(kept,)))
    said = "scan.pdf: It is locked with a password of its own. It is safe in your book."
    assert said in _texts(detail)
    assert "locked with a password" in detail.findChildren(Thumbnail)[0].accessibleDescription()


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("animated", "scan.gif: It moves. Its first picture is shown here."),
        ("name_disagrees", "scan.gif: Its ending does not fit what is inside."),
    ],
)
def test_what_is_noted_of_a_file_is_said_below_it(
    detail: EntryDetail, note: str, said: str
) -> None:
    kept = Evidence(
        id=EvidenceId(3),
        blob=BlobId(3),
        name="scan.gif",
        sha256=Sha256(bytes(32)),
        size_bytes=100,
        media_type="image/gif",
        media_class=MediaClass.PICTURE,
        added_at=HAPPENED,
        origin="file",
        notes=(note,),
    )
    detail.show_entry(replace(_shown(EntryText("Words.")), files=(kept,)))
    assert said in _texts(detail)


def test_a_word_without_end_does_not_push_the_pane_over_its_edge(
    detail: EntryDetail, qtbot: QtBot
) -> None:
    detail.resize(413, 600)
    detail.show_entry(_shown(EntryText("https://example.org/" + "a" * 300, place="b" * 300)))
    column = detail.findChild(ScrollColumn)
    assert column is not None
    qtbot.waitUntil(lambda: column.widget().width() == column.viewport().width())


def test_an_entry_that_changed_leads_to_its_history(detail: EntryDetail, qtbot: QtBot) -> None:
    detail.show_entry(_shown(EntryText("Now.")))
    assert "See history" not in [one.text() for one in detail.findChildren(Button)]
    detail.show_entry(_shown(EntryText("Now."), versions=3))
    (link,) = [one for one in detail.findChildren(Button) if one.text() == "See history"]
    assert any(text.endswith("Changed 2 times.") for text in _texts(detail))
    with qtbot.waitSignal(detail.history_pressed):
        link.click()


def test_marks_are_told_and_what_is_to_be_finished_can_be_done(
    detail: EntryDetail, qtbot: QtBot
) -> None:
    detail.show_entry(replace(_shown(EntryText("Now.")), marks=frozenset(Mark)))
    assert _chips(detail)[-2:] == ["Starred", "To finish"]
    (done,) = [one for one in detail.findChildren(Button) if one.text() == "Done"]
    with qtbot.waitSignal(detail.done_pressed):
        done.click()


def test_files_dropped_on_the_pane_are_for_its_entry(detail: EntryDetail, qtbot: QtBot) -> None:
    detail.show_entry(_shown(EntryText("Now.")))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/note.png")])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(detail, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(detail.files_dropped) as told:
        QApplication.sendEvent(detail, QDropEvent(QPointF(9, 9), copy, data, left, none))
    assert told.args == [[Path("/somewhere/note.png")]]
    with qtbot.waitSignal(detail.add_files_pressed):
        detail.findChildren(DropTile)[-1].click()
    detail.show_entry(_shown(EntryText("Words."), removed=True))
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(detail, enter)
    assert not enter.isAccepted()


def test_a_text_as_long_as_a_book_is_shown_whole_when_it_is_asked_for(
    detail: EntryDetail,
) -> None:
    detail.show_entry(_shown(EntryText("word " * 9_000 + "end")))
    assert not any(text.endswith("end") for text in _texts(detail))
    (more,) = [one for one in detail.findChildren(Button) if one.text() == "Show the whole text"]
    more.click()
    assert any(text.endswith("end") for text in _texts(detail))


def test_an_entry_in_the_bin_can_only_come_back_or_go(detail: EntryDetail) -> None:
    detail.show_entry(_shown(EntryText("Words."), removed=True))
    assert detail.restore.isVisible()
    assert detail.erase.isVisible()
    assert not detail.edit.isVisible()
    detail.show_entry(_shown(EntryText("Words.")))
    assert detail.edit.isVisible()
    assert not detail.erase.isVisible()


def test_escape_asks_for_the_list(detail: EntryDetail, qtbot: QtBot) -> None:
    detail.activateWindow()
    qtbot.waitUntil(detail.isActiveWindow)
    detail.edit.setFocus()
    with qtbot.waitSignal(detail.back_pressed):
        QTest.keyClick(detail.edit, Qt.Key.Key_Escape)


def test_a_person_who_was_taken_out_leaves_a_place(detail: EntryDetail) -> None:
    detail.show_entry(_shown(EntryText("Words.", people=(PersonId(99),))))
    assert "Someone taken out" in _chips(detail)


def test_a_very_long_text_stays_one_piece(detail: EntryDetail) -> None:
    detail.show_entry(_shown(EntryText("\n\n".join(["line"] * 3_000))))
    assert detail._column.count() < 40


def test_a_failure_takes_the_place_of_the_entry(detail: EntryDetail) -> None:
    detail.show_entry(_shown(EntryText("Words.")))
    detail.show_problem(NoSuchItem("entry"))
    assert "This entry could not be opened" in _texts(detail)
    assert "Words." not in _texts(detail)


def test_files_can_be_pressed(detail: EntryDetail, qtbot: QtBot) -> None:
    shown = _shown(EntryText("Words."))
    kept = Evidence(
        id=EvidenceId(3),
        blob=BlobId(1),
        name="door.png",
        sha256=Sha256(bytes(32)),
        size_bytes=10,
        media_type="image/png",
        media_class=MediaClass.PICTURE,
        added_at=HAPPENED,
        origin="file",
    )
    detail.show_entry(Shown(shown.entry, PEOPLE, (kept,), {3: b"no picture"}))
    tile = detail.findChild(Thumbnail)
    assert tile is not None
    with qtbot.waitSignal(detail.file_pressed) as pressed:
        tile.click()
    assert pressed.args == [kept]
    assert not tile.grab().isNull()
