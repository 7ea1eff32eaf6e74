"""The rows of the picker: laid out, searched, folded, ticked."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logbook.tasks.message_choice import Lines, arranged
from logbook.tasks.message_lines import Line
from logbook.ui.models.picker import DayRow, FoldRow, MessageRow, PickerModel, row_sentence
from logbook.ui.models.picker_rows import RowKind, Rows, Wanted, make_rows

START = datetime(2026, 11, 9, 19, 2)


def _lines(words: list[str], chat: int = 0) -> Lines:
    made = [
        Line(at, chat, "Dale" if at % 2 else "Robin", at % 2 == 0, _local(at), text, ())
        for at, text in enumerate(words)
    ]
    return arranged(made, ["Dale"])


def _local(at: int) -> str:
    return (START + timedelta(hours=at)).isoformat(timespec="seconds")


def _model(lines: Lines) -> PickerModel:
    model = PickerModel()
    model.show(lines)
    return model


def _search(model: PickerModel, **wanted: object) -> None:
    chosen = Wanted(**wanted)  # type: ignore[arg-type] # its own fields
    model.show_rows(make_rows(model.choice.lines, chosen, bytes(model.choice.ticked)))


def _shapes(model: PickerModel) -> list[str]:
    names = {DayRow: "day", MessageRow: "message", FoldRow: "fold"}
    return [names[type(model.row(at))] for at in range(model.rowCount())]


def test_the_whole_chat_is_shown_by_day() -> None:
    model = _model(_lines(["a"] * 6))
    assert _shapes(model) == ["day"] + ["message"] * 5 + ["day", "message"]
    assert model.row(0) == DayRow("2026-11-09", 5, 0)


def test_what_does_not_match_folds_and_the_chat_stays_around_a_match() -> None:
    model = _model(_lines(["no"] * 12 + ["the tram"] + ["no"] * 12))
    _search(model, words="tram")
    assert model.hit_count == 1
    assert _shapes(model) == [
        "fold",
        "day",
        "fold",
        "message",
        "message",
        "message",
        "message",
        "message",
        "fold",
    ]
    assert model.row(2) == FoldRow(5)  # of that day; the day before is a fold of its own
    assert sum(row.count for row in map(model.row, (0, 2, 8)) if isinstance(row, FoldRow)) == 20


def test_a_fold_opens_in_its_place(qtbot: QtBot) -> None:
    model = _model(_lines(["no"] * 12 + ["the tram"] + ["no"] * 12))
    _search(model, words="tram")
    with qtbot.waitSignals([model.rowsRemoved, model.rowsInserted]):
        model.press(2)
    assert _shapes(model)[2:7] == ["message"] * 5
    row = model.row(2)
    assert isinstance(row, MessageRow)
    assert row.line.order_index == 5


def test_ticks_outlive_a_search_and_stay_in_sight() -> None:
    model = _model(_lines(["no"] * 30))
    model.press(4)
    ticked = model.row(4)
    assert isinstance(ticked, MessageRow)
    _search(model, words="nothing like it")
    shown = [model.row(at) for at in range(model.rowCount())]
    assert ticked in shown
    assert model.hit_count == 0
    assert model.choice.count == 1


def test_sender_and_chat_cut_the_rows_too() -> None:
    lines = [
        Line(at, at % 3, f"sender {at % 3}", False, _local(0), "tram", ("photo.jpg",))
        for at in range(9)
    ]
    model = _model(arranged(lines, ["A", "B", "C"]))
    _search(model, sender="sender 1")
    assert model.hit_count == 3
    _search(model, conversation=2)
    assert model.hit_count == 3
    _search(model, words="photo", conversation=2)
    assert model.hit_count == 3
    tip = model.index(1, 0).data(int(Qt.ItemDataRole.ToolTipRole))
    assert tip in {"A", "B", "C"}


def test_days_cut_the_rows_and_a_message_without_one_is_on_none() -> None:
    days = ["2026-11-08", "2026-11-09", "2026-11-09", "2026-11-10", ""]
    lines = [
        Line(at, 0, "Dale", False, day and f"{day}T23:59:59", "tram", ())
        for at, day in enumerate(days)
    ]
    ninth = date(2026, 11, 9)
    for first, last, places in (
        (ninth, None, [1, 2, 3]),
        (None, ninth, [0, 1, 2]),
        (ninth, ninth, [1, 2]),
        (date(2027, 1, 1), None, []),
    ):
        wanted = Wanted("tram", first_day=first, last_day=last)
        assert list(make_rows(arranged(lines), wanted, bytes(len(lines))).hits) == places


def test_pressing_a_day_ticks_it_whole_and_then_none_of_it() -> None:
    model = _model(_lines(["a"] * 6))
    model.press(1)
    model.press(0)
    assert model.choice.count == 5
    model.press(0)
    assert model.choice.count == 0


def test_all_that_matches_is_ticked_together(qtbot: QtBot) -> None:
    model = _model(_lines(["tram" if at % 10 == 0 else "no" for at in range(50)]))
    _search(model, words="tram")
    with qtbot.waitSignal(model.ticked_changed):
        model.tick_hits()
    assert model.choice.count == 5


def test_rows_are_said_in_words() -> None:
    model = _model(_lines(["a", "b"]))
    model.press(1)
    assert row_sentence(model.row(0)) == "Monday 9 November 2026, 1 of 2 chosen"
    assert row_sentence(model.row(1)) == "19:02. You. a"
    assert row_sentence(model.row(2)) == "20:02. Dale. b. for context"
    assert row_sentence(FoldRow(57)) == "57 messages that do not match"


def test_messages_without_a_date_have_a_head_of_their_own() -> None:
    model = _model(arranged([Line(0, 0, "Dale", False, "", "a", ())]))
    assert row_sentence(model.row(0)) == "No date, 0 of 1 chosen"


@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 40), st.booleans()), max_size=60),
)
def test_every_message_stands_in_exactly_one_row_or_fold(
    made: list[tuple[bool, int, bool]],
) -> None:
    hours = 0
    lines = []
    for at, (match, gap, _) in enumerate(made):
        hours += gap
        lines.append(Line(at, 0, "D", False, _local(hours), "tram" if match else "no", ()))
    ticked = bytes(tick for _, _, tick in made)
    rows = make_rows(arranged(lines), Wanted(words="tram"), ticked)
    seen: list[int] = []
    for kind, place, count in zip(rows.kinds, rows.places, rows.counts, strict=True):
        if kind != RowKind.DAY:
            seen += range(place, place + count)
    assert seen == list(range(len(lines)))
    shown = {rows.places[at] for at in range(len(rows)) if rows.kinds[at] == RowKind.MESSAGE}
    assert {at for at, (match, _, tick) in enumerate(made) if match or tick} <= shown
    assert list(rows.hits) == [at for at, (match, _, _) in enumerate(made) if match]


def test_unfolding_keeps_the_other_rows() -> None:
    rows = Rows()
    rows.add(RowKind.FOLD, 0, 3)
    rows.add(RowKind.FOLD, 3, 2)
    rows.add(RowKind.MESSAGE, 5)
    assert list(rows.counts) == [5, 1]
    assert rows.unfold(0) == 5
    assert list(rows.places) == [0, 1, 2, 3, 4, 5]
