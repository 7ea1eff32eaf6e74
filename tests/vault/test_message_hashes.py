"""The hash and the fingerprint of a record do not depend on how its text is looked at."""

from datetime import date
from hashlib import sha256
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.ids import Sha256
from logbook.domain.message import AttachmentRef, Direction, MessageKind, MessageRecord, ZoneBasis
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


FILES = (AttachmentRef("a.jpg", present=True, member="3"), AttachmentRef("b.jpg", present=False))
any_record = st.builds(
    lambda text, changes: record_with(text)._replace(**changes),
    TEXTS | st.just("long " * 30_000),
    st.fixed_dictionaries(
        {},
        optional={
            "instant_ms": st.sampled_from([0, 1_714_557_600_000, -1]),
            "local": st.sampled_from(["", "2024-05-01T10:00:00.123"]),
            "zone_basis": st.sampled_from([ZoneBasis.EPOCH_IN_FILE, ZoneBasis.USER_STATED_ZONE]),
            "attachments": st.sampled_from([FILES, FILES[1:]]),
            "extra": st.just('{"n":1}'),
            "repaired": st.just('a "second" reading'),
            "flags": st.just(("guess",)),
            "sender": st.sampled_from(["", "+1 555 123-4567"]),
            "time_raw": st.just('a "quote"'),
        },
    ),
)


@given(st.lists(any_record, max_size=6))
def test_each_record_has_the_hashes_that_it_has_alone(records: list[MessageRecord]) -> None:
    digests = {
        at: {0: Sha256(bytes([at]) * 32)}
        for at, record in enumerate(records)
        if FILES[0] in record.attachments
    }

    def hashes(part: list[MessageRecord], own: dict) -> list[tuple[bytes, bytes]]:
        columns = MessageColumns.of(part)
        shapes = Shapes("whatsapp").of(columns, lambda _: "key")
        found = leaves_of(columns, shapes, own), prints_of(columns, shapes, own)
        return list(zip(*found, strict=True))

    alone = [hashes([one], {0: digests.get(at, {})})[0] for at, one in enumerate(records)]
    assert hashes(records, digests) == alone


def test_the_hashes_of_a_record_stay_what_they_were() -> None:
    """They stand in books; the data of the leaf is spelt out here by hand."""
    record = record_with("Grüß dich")._replace(attachments=FILES, flags=("guess",))
    columns = MessageColumns.of([record])
    shapes = Shapes("whatsapp").of(columns, lambda _: "key")
    kept = Sha256(b"\1" * 32)
    data = (
        '[0,"Dale",null,[],"unknown","text",["guess"],"min","none","",0,"0+9",0,9,"Grüß dich","",'
        '"01/02/2024",null,"2024-02-01T10:00:00","",["a.jpg",true,"3","","' + "01" * 32 + '"],'
        '["b.jpg",false,"","",null]]'
    )
    assert leaves_of(columns, shapes, {0: {0: kept}}) == [sha256(b"\0" + data.encode()).digest()]
    told = f"whatsapp\0key\0Dale\x002024-02-01T10:00\x009\0Grüß dich\0{'01' * 32}\0b.jpg"
    day = date(2024, 2, 1).toordinal().to_bytes(4, "big")
    assert prints_of(columns, shapes, {0: {0: kept}}) == [day + sha256(told.encode()).digest()[:12]]


def test_long_shapes_are_not_all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand groups of a thousand people each would fill the memory."""
    monkeypatch.setattr("logbook.vault.message_shapes._MOST_CHARS", 1_000)
    records = [record_with("hi")._replace(recipients=(f"{n}" * 300,)) for n in range(50)]
    shapes = Shapes("whatsapp")
    columns = MessageColumns.of(records)
    found = shapes.of(columns, lambda _: "key")
    assert [one.columns[2] for one in found] == [f'["{one.recipients[0]}"]' for one in records]
    assert len(shapes._known) < 5
