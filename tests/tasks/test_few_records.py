"""Records come by the few hundred, in order, whatever an importer gives."""

from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.message import (
    AttachmentRef,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    NotUnderstood,
    ZoneBasis,
)
from logbook.domain.message_columns import Item, MessageColumns
from logbook.tasks import few_records
from logbook.tasks.few_records import FewRecords

CHAT = ConversationInfo("Dale", "Dale")
HELD, LOST = AttachmentRef("a.jpg", present=True, member="1"), AttachmentRef("b.jpg", present=False)
PLAIN = MessageRecord(
    *(0, 0, "0+9", 0, 9, "Dale", None, (), Direction.UNKNOWN, MessageKind.TEXT, "", ""),
    *((), "01/02/2024", None, "2024-02-01T10:00:00", "min", ZoneBasis.NONE, "", ()),
)

one_record = st.builds(
    lambda size, files: PLAIN._replace(text="x" * size, attachments=files),
    st.sampled_from([0, 1, 3, 40]),
    st.sampled_from([(), (), (), (LOST,), (HELD,), (LOST, HELD)]),
)
some_items = st.lists(
    st.one_of(
        one_record,
        st.lists(one_record, max_size=9).map(MessageColumns.of),
        st.just(CHAT),
        st.just(NotUnderstood("9+1", "blank", 9, 1)),
    ),
    max_size=12,
)


def holds_files(record: MessageRecord) -> bool:
    return HELD in record.attachments


@given(some_items)
def test_everything_comes_once_and_in_order(items: list[Item]) -> None:
    records = list(
        chain.from_iterable(
            item if isinstance(item, MessageColumns) else [item]
            for item in items
            if isinstance(item, MessageColumns | MessageRecord)
        )
    )
    others = [item for item in items if isinstance(item, ConversationInfo | NotUnderstood)]
    passed_on: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(few_records, "FEW_RECORDS", 4)
        patch.setattr(few_records, "FEW_CHARS", 50)
        few = [list(one) for one in FewRecords(items, passed_on.append)]
    assert list(chain.from_iterable(few)) == records
    assert passed_on == others
    assert all(0 < len(one) <= 4 for one in few)
    # No more is put to what is enough, and nothing behind a record that holds files.
    for one in few:
        assert sum(len(record.text) for record in one[:-1]) < 50
        assert not any(map(holds_files, one[:-1]))


def test_nothing_that_was_given_is_held_on_to() -> None:
    """A long text that the importer still has is let go of when its taker is done with it."""
    given_out: list[MessageColumns] = []

    def items() -> Iterator[Item]:
        for _ in range(3):
            assert all(len(one) == 0 for one in given_out)
            given_out.append(MessageColumns.of([PLAIN._replace(text="x" * (2 << 20))]))
            yield given_out[-1]

    for few in FewRecords(items(), lambda _: None):
        assert len(few) == 1
        del few[:]
    assert len(given_out) == 3
