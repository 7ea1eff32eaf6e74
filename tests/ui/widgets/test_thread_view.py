"""The list of a thread and its rows: what is drawn where, and what lies under the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from logbook.domain.entry import Kind
from logbook.domain.evidence import MediaClass
from logbook.domain.ids import EvidenceId, MessageId
from logbook.domain.message import MessageKind
from logbook.domain.thread import ThreadFile, ThreadRow
from logbook.ui.models.thread import ThreadModel
from logbook.ui.style import look, px
from logbook.ui.widgets.message_paint import found_all
from logbook.ui.widgets.thread_row import (
    BOX,
    FILE,
    WORDS,
    ThreadDelegate,
    notes_of,
    row_sentence,
    words_of,
)
from logbook.ui.widgets.thread_view import ThreadView

PICTURE = ThreadFile("photo.jpg", EvidenceId(4), MediaClass.PICTURE, 1_000)
GONE = ThreadFile("voice.opus", None, MediaClass.OTHER, 0)


def row(number: int = 1, text: str = "I know which tram you take", **more: object) -> ThreadRow:
    values: dict[str, object] = {
        "id": MessageId(number),
        "sort_ms": number,
        "number": number,
        "local": "2026-11-09T19:02:00",
        "sender": "Dale",
        "is_me": False,
        "text": text,
        "is_cut": False,
        "repaired": "",
        "kind": MessageKind.TEXT,
        "flags": (),
        "extra": "",
    }
    return ThreadRow(**{**values, **more})  # type: ignore[arg-type] # its own fields


class Rows(ThreadModel):
    """A thread that is all here."""

    def __init__(self, rows: list[ThreadRow]) -> None:
        super().__init__(None, row_sentence)  # type: ignore[arg-type] # it reads nothing
        self._rows = rows
        self._total = len(rows)

    def row(self, at: int) -> ThreadRow | None:
        return self._rows[at] if 0 <= at < len(self._rows) else None


def no_picture(_evidence: int) -> QPixmap | None:
    return None


@pytest.fixture
def delegate(qapp: QApplication) -> ThreadDelegate:
    del qapp
    made = ThreadDelegate(no_picture)
    made.use_width(600)
    return made


def view_of(qtbot: QtBot, *rows: ThreadRow) -> tuple[ThreadView, Rows]:
    model = Rows(list(rows))
    view = ThreadView(model, ThreadDelegate(no_picture))
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view, model


def test_a_row_is_as_high_as_its_words_files_and_notes(delegate: ThreadDelegate) -> None:
    def height(number: int, **more: object) -> int:
        return delegate.laid_out(row(number, **more), first=False).height  # type: ignore[arg-type] # as above

    plain = height(1)
    assert plain == delegate.usual_px()
    assert height(2, text="many words " * 30) > 3 * plain
    assert height(3, files=(PICTURE,)) > plain + px(96)
    assert plain < height(4, files=(GONE,)) < height(3, files=(PICTURE,))
    assert height(5, given=Kind.THREAT) > plain
    assert height(6, text="", files=(GONE,)) < height(4, files=(GONE,))
    assert delegate.laid_out(row(7), first=True).height > plain
    endless = delegate.laid_out(row(8, text="line\n" * 500), first=False)
    assert endless.height < 40 * plain
    assert any("whole text" in note.words for _box, note in endless.notes)
    assert not any("whole" in note.words for _, note in delegate.laid_out(row(1), first=True).notes)


def test_a_row_is_laid_out_anew_for_other_words_widths_and_sizes(delegate: ThreadDelegate) -> None:
    shown = row(1, text="many words " * 30)
    laid = delegate.laid_out(shown, first=False)
    assert delegate.laid_out(shown, first=False) is laid
    delegate.use_words("tram")
    assert delegate.laid_out(shown, first=False) is not laid
    delegate.use_width(400)
    narrow = delegate.laid_out(shown, first=False)
    assert narrow.height > laid.height
    look().use(scale=2.0)
    assert delegate.laid_out(shown, first=False).height > narrow.height


def test_what_lies_under_the_mouse_is_told_apart(delegate: ThreadDelegate) -> None:
    laid = delegate.laid_out(row(files=(PICTURE, GONE)), first=True)
    assert delegate.part_at(laid, QPoint(5, laid.top + 10)) == (BOX, 0)
    assert delegate.part_at(laid, QPoint(5, 2))[0] == WORDS
    assert delegate.part_at(laid, laid.files[1].center()) == (FILE, 1)
    assert delegate.part_at(laid, QPoint(laid.words_left + 5, laid.words_top + 5))[0] == WORDS
    assert laid.files[0].right() < laid.files[1].left() or (
        laid.files[0].bottom() < laid.files[1].top()
    )


def test_words_say_what_a_message_without_text_is() -> None:
    assert words_of(row(text="")) == "No text"
    assert words_of(row(text="", files=(PICTURE,))) == ""
    call = row(text="", kind=MessageKind.CALL, extra='{"duration":"65"}')
    assert words_of(call) == "Call, 1 minute"
    deleted = row(text="This message was deleted", kind=MessageKind.DELETED_MARKER)
    assert words_of(deleted) == "This message was deleted"
    assert [note.words for note in notes_of(deleted)] == ["Deleted, as the export says"]
    assert words_of(row(text="You deleted this", kind=MessageKind.SYSTEM)) == "You deleted this"


def test_notes_and_the_sentence_say_everything_in_words() -> None:
    full = row(
        flags=("edited",),
        repaired="another reading",
        is_cut=True,
        given=Kind.THREAT,
        entries=2,
        files=(PICTURE, GONE),
    )
    assert [note.words for note in notes_of(full)] == [
        "Threat",
        "In 2 entries",
        "Edited, as the export says",
        "The text was read in another encoding too",
        "The whole text is shown when you choose it",
    ]
    said = row_sentence(full, first_of_day=True, ticked=True)
    assert said.startswith("Monday 9 November 2026. 19:02. Dale. I know which tram you take. photo")
    assert "Not in the export: voice.opus" in said
    assert said.endswith("Chosen")
    assert row_sentence(row(local="", is_me=True), first_of_day=False, ticked=False) == (
        "You. I know which tram you take"
    )


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("tram and Tram", "tram", [(0, 4), (9, 4)]),
        ("😀 tram", "tram", [(3, 4)]),
        ("the tram stop", "stop tram", [(4, 4), (9, 4)]),
        ("a.b axb", "a.b", [(0, 3)]),
        ("tram", "", []),
        ("the tram stop, a tram", '"tram stop"', [(4, 9)]),
        ("tram", '"', []),
    ],
)
def test_every_word_is_marked_where_qt_counts_it(
    text: str, words: str, places: list[tuple[int, int]]
) -> None:
    assert found_all(text, words) == places


def test_words_are_marked_only_where_all_of_them_stand() -> None:
    assert found_all("you owe me", "owe you", every=True) == [(0, 3), (4, 3)]
    assert found_all("you will see", "owe you", every=True) == []


@pytest.mark.parametrize("mirrored", [False, True])
def test_every_kind_of_row_can_be_drawn(qapp: QApplication, *, mirrored: bool) -> None:
    picture = QPixmap(60, 40)
    picture.fill(Qt.GlobalColor.darkCyan)
    delegate = ThreadDelegate(lambda _evidence: picture)
    delegate.use_width(500)
    rows = [
        row(1, given=Kind.GIFT, entries=1, files=(PICTURE, GONE)),
        row(2, text="", is_me=True),
        row(3, kind=MessageKind.SYSTEM, text="Messages are encrypted", sender=""),
        row(4, local="", sender="a\nb" * 40, text="\u202eback\n" * 5),
    ]
    model = Rows(rows)
    model.ticked.add(0, 1)
    option = QStyleOptionViewItem()
    option.direction = (
        Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    )
    for at in range(len(rows)):
        image = QImage(500, 260, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        option.rect = QRect(0, 0, 500, 250)
        delegate.paint(painter, option, model.index(at, 0))
        painter.end()
        inked = sum(
            image.pixelColor(x, y).lightness() < 200
            for x in range(0, 500, 3)
            for y in range(0, 250, 3)
        )
        assert inked > 20
    assert qapp is not None


def test_the_list_keeps_its_place_when_rows_are_added_to_the_view(qtbot: QtBot) -> None:
    rows = [row(at, text="words " * (at % 40)) for at in range(500)]
    view, _model = view_of(qtbot, *rows)
    view.choose(250, middle=True)
    top = view.visualRect(view.model().index(250, 0)).top()
    assert 0 < top < 400
    view.resize(600, 500)
    assert view.indexAt(QPoint(10, 250)).isValid()
    view.at_end()
    last = view.visualRect(view.model().index(499, 0))
    assert abs(last.bottom() - view.viewport().height()) <= 2
    assert not view.indexAt(QPoint(10, -5000)).isValid()


def test_the_wheel_and_the_bar_move_the_list(qtbot: QtBot) -> None:
    view, _model = view_of(qtbot, *[row(at) for at in range(500)])
    bar = view.verticalScrollBar()
    before = bar.value()
    centre = QPointF(view.viewport().rect().center())
    for _notch in range(3):
        event = QWheelEvent(
            centre,
            view.viewport().mapToGlobal(centre),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
    assert bar.value() > before
    bar.setValue(bar.maximum())
    assert view.indexAt(QPoint(10, view.viewport().height() - 5)).row() == 499
    bar.setValue(0)
    assert view.indexAt(QPoint(10, 5)).row() == 0


def test_pressing_a_file_says_which(qtbot: QtBot) -> None:
    view, model = view_of(qtbot, row(1), row(2, files=(GONE, PICTURE)))
    delegate = view._delegate
    laid = delegate.laid_out(model._rows[1], first=False)
    where = view.visualRect(model.index(1, 0)).topLeft() + laid.files[1].center()
    with qtbot.waitSignal(view.file_pressed) as pressed:
        QTest.mouseMove(view.viewport(), where)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert pressed.args == [model._rows[1], 1]
    assert view.currentIndex().row() == 1


def test_keys_go_to_the_ends_and_by_pages(qtbot: QtBot) -> None:
    view, _model = view_of(qtbot, *[row(at) for at in range(300)])
    view.choose(0)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 299
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert 280 < view.currentIndex().row() < 299
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex() == view.model().index(1, 0)
    QTest.keyClick(view, Qt.Key.Key_X)
    assert view.currentIndex().row() == 1
    with qtbot.waitSignal(view.opened):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.visualRect(QModelIndex()) == QRect()
