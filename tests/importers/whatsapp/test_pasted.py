"""A header that somebody pasted into a message is kept and marked, and so is what it is in."""

from collections.abc import Callable, Iterator
from typing import Any

from logbook.domain.message import Direction, MessageKind, MessageRecord, ZoneBasis
from logbook.domain.message_columns import MessageColumns
from logbook.importers.whatsapp_pasted import mark_pasted

MARKED = "possible_pasted_header"
LINES = [
    "13/01/2024, 10:00 - Ann: good morning",
    "13/01/2024, 10:01 - Ben: hello",
    "13/01/2024, 10:02 - Ann: I write a lot",
    "13/01/2024, 10:03 - Ben: so do I",
]


def marked(read: Any) -> list[int]:
    return [place for place, record in enumerate(read.records) if MARKED in record.flags]


def test_time_that_goes_back_and_forward_again_is_a_sign(chat: Callable[..., Any]) -> None:
    forged = "01/02/2023, 10:00 - Ben: I confess"
    read = chat(*LINES, forged, "13/01/2024, 10:04 - Ann: what?")
    assert marked(read) == [3, 4]
    assert read.records[4].sender == "Ben"
    assert read.records[4].text == "I confess"
    assert MARKED in read.found.warnings


def test_several_pasted_lines_are_marked_together(chat: Callable[..., Any]) -> None:
    forged = [
        "01/02/2023, 10:00 - Ben: I",
        "01/02/2023, 10:01 - Ann: you?",
        "01/02/2023, 10:02 - Ben: yes",
    ]
    assert marked(chat(*LINES, *forged, "13/01/2024, 10:04 - Ann: what?")) == [3, 4, 5, 6]


def test_a_name_that_is_nowhere_else_is_a_sign(chat: Callable[..., Any]) -> None:
    read = chat(*LINES, "13/01/2024, 10:03 - Zoe: I saw it", "13/01/2024, 10:04 - Ann: what?")
    assert marked(read) == [3, 4]


def test_a_form_of_header_that_is_nowhere_else_is_a_sign(chat: Callable[..., Any]) -> None:
    read = chat(*LINES, "[13/01/2024, 10:03:30] Ann: I did it", "13/01/2024, 10:04 - Ann: what?")
    assert marked(read) == [3, 4]


def test_a_clock_that_stays_back_is_no_sign(chat: Callable[..., Any]) -> None:
    back = [f"12/01/2024, 10:{minute:02} - Ann: {minute}" for minute in range(30)]
    assert marked(chat(*LINES, *back, *LINES)) == []


def test_a_file_that_ends_behind_a_step_back_has_no_sign(chat: Callable[..., Any]) -> None:
    assert marked(chat(*LINES, "12/01/2024, 10:00 - Ann: late")) == []


def test_many_who_speak_once_are_a_group(chat: Callable[..., Any]) -> None:
    group = [f"13/01/2024, 10:1{n} - Guest {n}: hello" for n in range(9)]
    assert marked(chat(*LINES, *group)) == []


def test_an_answer_of_one_word_is_no_forgery(chat: Callable[..., Any]) -> None:
    assert marked(chat(*LINES[:1], "13/01/2024, 10:01 - Ben: hello", LINES[2])) == []


def test_nothing_can_be_pasted_into_a_notice(chat: Callable[..., Any]) -> None:
    read = chat(
        "13/01/2024, 10:00 - Messages are end-to-end encrypted.",
        "13/01/2024, 09:00 - Ann created group",
        *LINES,
    )
    assert marked(read) == []


def test_what_is_held_back_stays_in_order(chat: Callable[..., Any]) -> None:
    read = chat(*LINES, "01/02/2023, 10:00 - Ben: x", "02/02/2023, 10:00 - Ben: y", *LINES)
    assert [r.order_index for r in read.records] == list(range(10))


def test_records_too_long_for_a_paste_are_passed_on_at_once() -> None:
    """Sixteen texts of 16 MB, held back because time runs backwards, would fill the memory."""
    texts = ["words " * 200_000] * 3

    def batches(made: Callable[..., MessageRecord]) -> Iterator[MessageColumns]:
        for place, text in enumerate(texts):
            assert len(passed) == place
            yield MessageColumns.of([made(text, f"2024-01-13T10:0{9 - place}:00")])

    passed: list[Any] = []
    for batch in mark_pasted(batches(_record), frozenset()):
        passed.extend(batch)
    assert [record.text for record in passed] == texts


def _record(text: str, local: str) -> MessageRecord:
    return MessageRecord(
        order_index=0,
        conversation=0,
        locator="",
        offset=0,
        length=0,
        sender="Ann",
        sender_is_me=None,
        recipients=(),
        direction=Direction.UNKNOWN,
        kind=MessageKind.TEXT,
        text=text,
        repaired="",
        flags=(),
        time_raw="",
        instant_ms=None,
        local=local,
        time_precision="min",
        zone_basis=ZoneBasis.NONE,
        fold="",
        attachments=(),
    )


NIGHT = [
    "27/10/2024, 02:50 - Ann: are you up",
    "27/10/2024, 02:58 - Ben: yes",
    "27/10/2024, 02:05 - Ann: still?",
    "27/10/2024, 03:10 - Ben: still",
]


def test_a_night_in_which_clocks_are_set_back_is_no_sign(chat: Callable[..., Any]) -> None:
    assert marked(chat(*LINES, *NIGHT)) == []


def test_another_night_in_which_time_goes_back_is_a_sign(chat: Callable[..., Any]) -> None:
    assert marked(chat(*LINES, *(line.replace("27/", "28/", 1) for line in NIGHT))) == [5, 6]


def test_a_name_that_is_nowhere_else_is_a_sign_in_that_night_too(chat: Callable[..., Any]) -> None:
    forged = NIGHT[2].replace("Ann", "Zoe")
    assert marked(chat(*LINES, *NIGHT[:2], forged, NIGHT[3])) == [5, 6]
