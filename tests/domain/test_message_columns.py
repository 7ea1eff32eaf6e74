"""Records in columns are the same sequence of records."""

from dataclasses import fields, replace

import pytest

from logbook.domain.message import (
    AttachmentRef,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    NotUnderstood,
    ZoneBasis,
)
from logbook.domain.message_columns import MessageColumns, one_by_one


def record(index: int) -> MessageRecord:
    return MessageRecord(
        *(index, index % 2, f"{index}+9", index, 9, f"Dale {index}", index % 3 == 0),
        *((f"Ann {index}",), Direction.IN, MessageKind.MEDIA, f"text {index}", f"second {index}"),
        *((f"flag {index}",), f"01/02/{index}", index or None, f"2024-02-{index:02}T10:00:00"),
        *("min", ZoneBasis.USER_STATED_ZONE, f"{index % 2}"),
        *((AttachmentRef(f"{index}.jpg", present=True),), f'{{"n":{index}}}'),
    )


RECORDS = [record(index) for index in range(7)]


def test_a_column_stands_for_each_field_in_their_order() -> None:
    names = [one.name for one in fields(MessageColumns)]
    assert [{"located": "locator"}.get(name, name) for name in names] == list(MessageRecord._fields)


def test_what_goes_in_comes_out() -> None:
    columns = MessageColumns.of(RECORDS)
    assert list(columns) == RECORDS
    assert len(columns) == 7
    assert [columns[at] for at in range(-7, 7)] == [*RECORDS, *RECORDS]
    assert all(isinstance(one, MessageRecord) for one in columns)
    assert columns.text == [one.text for one in RECORDS]
    assert MessageColumns.of(columns) is columns


def test_no_records_are_no_records() -> None:
    columns = MessageColumns.of(())
    assert (list(columns), len(columns), bool(columns)) == ([], 0, False)
    columns.extend(RECORDS)
    assert list(columns) == RECORDS


@pytest.mark.parametrize("part", [slice(2, 5), slice(-1), slice(None, None, 2), slice(9, 12)])
def test_parts_are_records_in_columns(part: slice) -> None:
    columns = MessageColumns.of(RECORDS)
    assert list(columns[part]) == RECORDS[part]
    del columns[part]
    kept = list(RECORDS)
    del kept[part]
    assert list(columns) == kept


def test_records_are_changed_put_in_and_taken_out() -> None:
    columns, kept = MessageColumns.of(RECORDS[:4]), RECORDS[:4]
    columns[1] = kept[1] = RECORDS[6]
    columns.insert(0, RECORDS[5])
    kept.insert(0, RECORDS[5])
    columns[:0] = RECORDS[4:6]
    kept[:0] = RECORDS[4:6]
    assert columns.pop() == kept.pop()
    columns.extend(MessageColumns.of(RECORDS[2:3]))
    kept.extend(RECORDS[2:3])
    assert list(columns) == kept
    assert list(columns.taken([3, 0])) == [kept[3], kept[0]]


def test_locators_are_made_of_what_stands_before_them_in_all() -> None:
    columns = replace(MessageColumns.of(RECORDS), located="")
    assert list(columns) == RECORDS
    zipped = replace(MessageColumns.of(RECORDS), located="3/")
    assert zipped.locator == [f"3/{one.locator}" for one in RECORDS]


def test_a_record_read_otherwise_keeps_its_place() -> None:
    columns = replace(MessageColumns.of(RECORDS), located="")
    columns.read_otherwise(2, RECORDS[5])
    kept = RECORDS[2]
    assert columns[2] == RECORDS[5]._replace(
        order_index=kept.order_index, locator=kept.locator, offset=kept.offset, length=kept.length
    )
    assert [*columns[:2], *columns[3:]] == [*RECORDS[:2], *RECORDS[3:]]


def test_items_come_one_by_one() -> None:
    chat, blank = ConversationInfo("Dale", "Dale"), NotUnderstood("9+1", "blank", 9, 1)
    items = [chat, MessageColumns.of(RECORDS[:3]), MessageColumns.of(()), RECORDS[3], blank]
    assert list(one_by_one(items)) == [chat, *RECORDS[:4], blank]
