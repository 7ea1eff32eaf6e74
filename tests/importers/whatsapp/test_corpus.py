"""Exports that others have published give what the manifest counts in them."""

import re
from pathlib import Path

import pytest

from logbook.domain.message import Answers, MessageRecord, NotUnderstood
from logbook.domain.message_columns import one_by_one
from logbook.domain.progress import SILENT
from logbook.importers import registry
from logbook.importers.source import Source
from logbook.importers.whatsapp import IMPORTER

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
FILES = sorted(
    str(path.relative_to(CORPUS))
    for path in (CORPUS / "whatsapp").rglob("*")
    if path.suffix in {".txt", ".zip"}
)

# First and last wall clock of each file, worked out by hand from its first and last header.
SPANS = {
    "MemoRIA__whatsapp_ios.txt": ("2024-03-01T10:30:00", "2024-03-01T10:34:00"),
    "chat-analytics__2A_5M.txt": ("2021-01-01T12:00:00", "2021-01-01T12:02:00"),
    "chat-analytics__4A_11M.txt": ("2020-09-12T23:55:00", "2020-09-12T23:56:00"),
    "chat-analytics__4A_11M.zip": ("2020-09-12T23:55:00", "2020-09-12T23:56:00"),
    "chat-miner__test_[mmddyy]_24hrs.txt": ("2019-01-01T11:25:00", "2021-12-30T22:01:00"),
    "chat-miner__test_ddmmyy_24hrs.txt": ("2019-01-01T11:25:00", "2021-12-30T22:01:00"),
    "chat-miner__test_mmddyy_24hrs.txt": ("2019-01-01T11:25:00", "2021-12-30T22:01:00"),
    "chat-miner__test_mmddyyyy_12hrs.txt": ("2019-01-01T11:25:00", "2021-12-30T22:01:00"),
    "chat-miner__test_yyyymmdd_24hrs.txt": ("2019-01-01T11:25:00", "2021-12-30T22:01:00"),
    "locket__whatsapp_android.txt": ("2025-01-15T10:32:00", "2025-01-15T11:02:00"),
    "locket__whatsapp_ios.txt": ("2025-01-15T22:41:03", "2025-01-15T22:42:10"),
    "_chat.txt": ("2020-01-01T12:00:01", "2025-07-01T12:00:19"),
    "whatstk__lorem.txt": ("2020-01-15T02:22:56", "2020-05-11T22:32:48"),
    "whatstk__pokemon.txt": ("2016-04-15T15:04:00", "2016-10-31T12:23:00"),
}


def test_there_is_a_corpus_or_the_tests_of_it_are_skipped(corpus: Path) -> None:
    assert len(FILES) == len(SPANS)
    assert corpus == CORPUS


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_corpus_gives_every_entry_with_its_date(
    name: str, manifest: dict[str, dict[str, str]]
) -> None:
    counted = re.match(r"\d+", manifest[name]["messages"])
    with_name = re.search(r'(\d+) with "name:"', manifest[name]["messages"])
    assert counted is not None
    with Source.open(CORPUS / name) as source:
        assert registry.recognise(source) is IMPORTER
        found = IMPORTER.examine(source, SILENT)
        items = list(one_by_one(IMPORTER.read(source, Answers(date_order="dmy"), SILENT)))
    records = [item for item in items if isinstance(item, MessageRecord)]
    assert found.records == len(records) == int(counted[0])
    assert not any(isinstance(item, NotUnderstood) for item in items)
    assert all(record.local for record in records)
    assert (records[0].local, records[-1].local) == SPANS[Path(name).name]
    if with_name is not None:
        assert sum(bool(record.sender) for record in records) == int(with_name[1])


def test_day_and_month_are_asked_for_where_no_date_tells_them_apart(corpus: Path) -> None:
    asked = set()
    for name in FILES:
        with Source.open(corpus / name) as source:
            question = IMPORTER.examine(source, SILENT).questions[0]
        assert question.kind == "date_order"
        if question.must_ask:
            asked.add(Path(name).name)
            assert question.suggestion == ""
            assert {choice for choice, _ in question.examples} >= {"dmy", "mdy"}
    assert asked == {
        "MemoRIA__whatsapp_ios.txt",
        "chat-analytics__4A_11M.txt",
        "chat-analytics__4A_11M.zip",
        "_chat.txt",
    }


def test_an_export_of_an_iphone_names_what_each_entry_is(corpus: Path) -> None:
    with Source.open(corpus / "whatsapp" / "timelinize__ios" / "_chat.txt") as source:
        items = list(one_by_one(IMPORTER.read(source, Answers(date_order="dmy"), SILENT)))
    records = [item for item in items if isinstance(item, MessageRecord)]
    kinds = " ".join(record.kind.value for record in records)
    assert kinds == (
        "system system text text text media text deleted_marker text media poll location location "
        "media call call deleted_marker text poll"
    )
    assert [file.name for record in records for file in record.attachments] == [
        "some-image.jpg",
        "some-doc.pdf",
    ]
    assert all(record.sender for record in records)
    assert records[15].extra == '{"detail":"5 min","missed":false}'
    assert records[17].flags == ("edited",)
    assert not any("possible_pasted_header" in record.flags for record in records)
