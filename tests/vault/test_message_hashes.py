"""The hash and the fingerprint of a record do not depend on how its text is looked at."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.message import Direction, MessageKind, MessageRecord, ZoneBasis
from logbook.domain.message_columns import MessageColumns
from logbook.vault.message_hashes import leaves_of, prints_of
from logbook.vault.message_shapes import Shapes

TEXTS = st.text(st.sampled_from('aé e\u0301가\u1100\u1161"\\\n\x01😀'))


def record_with(text: str) -> MessageRecord:
    return MessageRecord(
        *(0, 0, "0+9", 0, 9, "Dale", None, (), Direction.UNKNOWN, MessageKind.TEXT, text, ""),
        *((), "01/02/2024", None, "2024-02-01T10:00:00", "min", ZoneBasis.NONE, "", ()),
    )


def both_of(text: str) -> tuple[bytes, bytes]:
    records = MessageColumns.of([record_with(text)])
    shapes = Shapes("whatsapp").of(records, lambda _: "key")
    return *leaves_of(records, shapes, {}), *prints_of(records, shapes, {})


@given(TEXTS)
def test_a_long_text_is_hashed_in_stretches_as_in_one_piece(text: str) -> None:
    whole = both_of(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("logbook.vault.texts.STRETCH_CHARS", 1)
        patch.setattr("logbook.vault.message_hashes.STRETCH_CHARS", -1)
        assert both_of(text) == whole


@given(TEXTS)
def test_the_fingerprint_is_that_of_the_composed_text(text: str) -> None:
    assert both_of(text)[1] == both_of(normalize("NFC", text))[1]
