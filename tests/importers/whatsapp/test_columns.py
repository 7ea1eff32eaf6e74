"""Records made column by column are the records that are made one by one, whatever is in a chat."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook.domain.message import Answers, MessageRecord
from logbook.domain.progress import SILENT
from logbook.importers import whatsapp_records
from logbook.importers.source import Source
from logbook.importers.whatsapp import IMPORTER
from logbook.importers.whatsapp_ready import Chat
from logbook.importers.whatsapp_split import STRIDE, Parts

TIMES = ["13/01/2024, 10:00", "31/03/2024, 02:30", "14/01/2024, 11:59 pm", "99/01/2024, 10:00"]
NAMES = ["Ann", "Ben", "李雷", "~ Zoe", 'Kim "K" Lee', "Ann added Ben", "Ann:x"]
TEXTS = [
    "good morning",
    "",
    "schön 😡",
    "two\nlines",
    "<Media omitted>",
    "This message was deleted",
    "IMG-1.jpg (file attached)",
    "see https://maps.google.com/?q=1,2",
    "\u200ePhoto omitted",
    "14/01/2024, 10:00 - Mum: pasted",
]
LINES = st.lists(
    st.tuples(st.sampled_from(TIMES), st.sampled_from(NAMES), st.sampled_from(TEXTS)),
    min_size=3,
    max_size=40,
)


def records_of(path: Path, zone: str) -> list[MessageRecord]:
    with Source.open(path) as source:
        read = IMPORTER.read(source, Answers(date_order="dmy", zone=zone), SILENT)
        return [item for item in read if isinstance(item, MessageRecord)]


@settings(max_examples=60, deadline=None)
@given(
    lines=LINES,
    shape=st.sampled_from(["[{0}] {1}: {2}", "{0} - {1}: {2}"]),
    end=st.sampled_from(["\n", "\r\n"]),
    zone=st.sampled_from(["", "Europe/Berlin"]),
)
def test_both_ways_give_the_same_records(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[tuple[str, str, str]],
    shape: str,
    end: str,
    zone: str,
) -> None:
    path = tmp_path_factory.mktemp("chat") / "chat.txt"
    text = "".join(shape.format(*line) + "\n" for line in lines)
    path.write_bytes(text.replace("\n", end).encode())
    made_alone = 0

    def all_places(_chat: Chat, parts: Parts, texts: Sequence[str]) -> list[int]:
        nonlocal made_alone
        made_alone += len(texts)
        return list(range(len(parts) // STRIDE))

    by_column = records_of(path, zone)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whatsapp_records, "unusual_places", all_places)
        one_by_one = records_of(path, zone)
    assert by_column == one_by_one
    assert 0 < made_alone < len(one_by_one)
