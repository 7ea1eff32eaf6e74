"""Damaged and hostile backups: every whole record is kept, every other byte is accounted for."""

import io
import random
import re
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path
from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook import errors
from logbook.domain.message import (
    Answers,
    ConversationInfo,
    Examination,
    MessageRecord,
    NotUnderstood,
)
from logbook.domain.progress import SILENT
from logbook.importers import sms_backup, sms_backup_reader
from logbook.importers.limits import LIMITS
from logbook.importers.sms_backup import IMPORTER
from logbook.importers.sms_backup_reader import SmsBackupReading
from logbook.importers.sms_backup_tags import Tag, TagKind, TagReader
from logbook.importers.sms_backup_values import text_of
from logbook.importers.sms_backup_window import Window
from logbook.importers.source import Source

MARKUP = re.compile(
    rb"\xef\xbb\xbf|<\?.*?\?>|<!--.*?-->|</?(?:smses|calls)\b[^<>]*>|</(?:sms|call|mms)\s*>",
    re.DOTALL,
)


@pytest.fixture
def sample(backup, sms, mms) -> bytes:
    """A backup with every trait, about 6 kB."""
    parts = '      <part seq="0" ct="text/plain" text="hi" />\n'
    parts += '      <part seq="1" ct="image/png" cl="a.png" data="iVBORw0KGgoAAAAN" />\n'
    addrs = '      <addr address="+15550100001" type="137" charset="106" />\n'
    return backup(
        *(sms(f"number {n} &#55357;&#56832;", date=str(1_700_000_000_000 + n)) for n in range(4)),
        mms(parts, addrs),
        sms("a > b"),
        sms('"quoted"'),
        mms(parts + parts, addrs, msg_box="2"),
        '  <call number="+15550100001" duration="5" date="1700000000000" type="3" />\n',
        sms("\u0433\u0434\u0435 \U0001f600", type="2"),
    )


def unaccounted(data: bytes, items: list) -> bytes:
    """Return the bytes that belong to no item, without markup and blanks."""
    left, at = [], 0
    for item in items:
        if hasattr(item, "offset"):
            assert item.offset >= at, "items overlap or go backwards"
            left.append(data[at : item.offset])
            at = item.offset + item.length
    left.append(data[at:])
    return b"".join(MARKUP.sub(b"", piece).strip(b" \t\r\n") for piece in left)


def test_the_texts_of_a_multimedia_message_count_together(tmp_path, backup, sms, mms) -> None:
    part = '      <part seq="0" ct="text/plain" text="{}" />\n'
    path = tmp_path / "sms.xml"
    path.write_bytes(backup(mms(part.format("x" * 500) * 3), sms("kept"), mms(part.format("y"))))
    with Source.open(path, replace(LIMITS, text_bytes=1400)) as source:
        items = list(SmsBackupReading(source, "", SILENT).items())
    assert [item.reason for item in items if isinstance(item, NotUnderstood)] == ["too_long"]
    assert [item.text for item in items if isinstance(item, MessageRecord)] == ["kept", "y"]
    assert unaccounted(path.read_bytes(), items) == b""


def test_every_byte_of_a_whole_file_is_accounted_for(read_sms, sample) -> None:
    read = read_sms(sample)
    assert len(read.records) == 10
    assert (read.lost, read.warnings) == ([], [])
    assert unaccounted(sample, read.items) == b""


def test_a_file_cut_anywhere_keeps_every_whole_record(read_sms, sample) -> None:
    whole = read_sms(sample).records
    count = 0
    for percent in range(101):
        cut = sample[: len(sample) * percent // 100]
        read = read_sms(cut)
        assert read.records == [r for r in whole if r.offset + r.length <= len(cut)]
        assert len(read.records) >= count
        count = len(read.records)
        assert unaccounted(cut, read.items) == b""
        assert sum(lost.reason == "cut_off" for lost in read.lost) <= 1
        if 5 < percent < 100 and not cut.rstrip().endswith(b"</smses>"):
            assert "cut_off" in read.warnings


def test_a_cut_is_told_with_its_place(read_sms, backup, sms) -> None:
    data = backup(sms("one"), sms("two"), sms("three"), count=3)
    cut = data[: data.index(b"three") + 2]
    read = read_sms(cut)
    assert read.texts == ["one", "two"]
    (lost,) = read.lost
    assert lost == (f"{lost.offset}+{lost.length}", "cut_off", lost.offset, lost.length)
    assert lost.offset + lost.length == len(cut)
    assert read.warnings == ["cut_off"]


@pytest.mark.parametrize("seed", range(300))
def test_a_flipped_bit_costs_at_most_the_record_that_it_hits(read_sms, sample, seed) -> None:
    whole = {(r.offset, r.length): r for r in read_sms(sample).records}
    at = random.Random(seed).randrange(len(sample) * 8)
    data = bytearray(sample)
    data[at // 8] ^= 1 << at % 8
    try:
        read = read_sms(bytes(data))
    except errors.UnsafeXml:
        return
    assert unaccounted(bytes(data), read.items) == b"" or at // 8 < sample.index(b"<sms ")
    hit = [r for r in whole.values() if r.offset <= at // 8 < r.offset + r.length]
    others = [r.text for r in whole.values() if r not in hit]
    kept = [r.text for r in read.records if not r.offset <= at // 8 < r.offset + r.length]
    assert kept == others


@pytest.mark.parametrize("block_bytes", [1, 2, 3, 7, 61, 1000])
def test_how_a_file_arrives_makes_no_difference(read_sms, sample, block_bytes) -> None:
    damaged = sample.replace(b"number 2", b"number & 2") + b"junk <a><b/></a> \x00\x00"
    for data in (sample, damaged, damaged[:-200], b"\xef\xbb\xbf" + sample):
        whole, pieces = read_sms(data), read_sms(data, block_bytes=block_bytes)
        assert pieces.items == whole.items
        assert pieces.warnings == whole.warnings


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("Tom & Jerry", "bad_reference"),
        ("&nbsp;", "bad_reference"),
        ("&#xZZ;", "bad_reference"),
        ("&#99999999999999999999;", "bad_reference"),
        ("&amp", "bad_reference"),
        ("a < b", "bad_tag"),
        ('a" b', "bad_tag"),
        ('x" body="y', "duplicate_attribute"),
        ("\udcff", "bad_encoding"),
        ("\udcc3(", "bad_encoding"),
    ],
)
def test_a_damaged_record_is_listed_and_the_next_one_is_read(
    read_sms, backup, sms, damage, reason
) -> None:
    rows = (sms("one"), sms("two"), "@", sms("three"), sms("four"))
    broken = sms("BAD", address="+15550100077").encode()
    broken = broken.replace(b"BAD", damage.encode("utf-8", "surrogateescape"))
    data = backup(*rows, count=5).replace(b"@", broken)
    read = read_sms(data)
    assert read.texts == ["one", "two", "three", "four"]
    assert [lost.reason for lost in read.lost] == [reason]
    assert data[read.lost[0].offset :].startswith(b"<sms ")
    assert read.warnings == []
    assert unaccounted(data, read.items) == b""


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<part text='a & b' />", "bad_reference"),
        ("<part text='\x00\x01' /><part x />", "bad_tag"),
        ("words between", "stray_text"),
        ("<part ct='image/png' data='AAAA<' />", "bad_tag"),
    ],
)
def test_a_multimedia_message_is_whole_or_not_understood(
    read_sms, backup, sms, mms, inside, reason
) -> None:
    data = backup(sms("one"), mms(inside), sms("two"), mms("<part ct='text/plain' text='ok' />"))
    read = read_sms(data)
    assert read.texts == ["one", "two", "ok"]
    (lost,) = read.lost
    assert lost.reason == reason
    assert data[lost.offset :].startswith(b"<mms ")
    assert unaccounted(data, read.items) == b""
    assert read.warnings == []


def test_a_multimedia_message_that_never_ends_does_not_swallow_the_next(
    read_sms, backup, sms, mms
) -> None:
    data = backup(mms().replace("</mms>", ""), sms("after"), mms())
    read = read_sms(data)
    assert [r.text for r in read.records] == ["after", ""]
    assert [lost.reason for lost in read.lost] == ["not_closed"]


def test_two_documents_one_behind_the_other_are_both_read(read_sms, backup, sms) -> None:
    read = read_sms(backup(sms("one")) + backup(sms("two"), root="calls"))
    assert read.texts == ["one", "two"]
    assert read.warnings == ["second_document"]


def test_junk_behind_the_end_is_told_with_its_place(read_sms, backup, sms) -> None:
    data = backup(sms("one"))
    read = read_sms(data + b"\x00\x00\x00 rubbish <b>" + sms("late").encode())
    assert read.texts == ["one", "late"]
    assert [(lost.reason, lost.offset) for lost in read.lost] == [("stray_text", len(data))]
    assert read.warnings == ["records_after_end", "count_differs:1:2"]


def test_unknown_elements_are_listed_and_passed(read_sms, backup, sms) -> None:
    data = backup(sms("one"), "<rcs a='b'><x/>words</rcs>", sms("two"), count=2)
    read = read_sms(data)
    assert read.texts == ["one", "two"]
    (lost,) = read.lost
    assert lost.reason == "unknown_element"
    assert data[lost.offset :][: lost.length] == b"<rcs a='b'><x/>words</rcs>"


@pytest.mark.parametrize(
    "kind", ['<!DOCTYPE smses [<!ENTITY a "aaa">]>', "<!doctype smses SYSTEM 'file:///etc/passwd'>"]
)
def test_a_document_type_is_refused(read_sms, backup, sms, kind) -> None:
    data = backup(sms()).replace(b"<smses", kind.encode() + b"<smses", 1)
    with pytest.raises(errors.UnsafeXml):
        read_sms(data)


def test_elements_too_deep_are_refused(read_sms, backup) -> None:
    with pytest.raises(errors.LimitExceeded):
        read_sms(backup("<a>" * 17))
    assert len(read_sms(backup("<a>" * 16 + "</a>" * 16)).lost) == 1


def test_millions_of_damaged_records_become_few_stretches(read_sms, backup) -> None:
    read = read_sms(backup("<sms &/>" * 30_000, count=30_000))
    assert len(read.lost) == 10_000
    assert read.warnings == []


def test_a_comment_with_records_in_it_is_a_comment(read_sms, backup, sms) -> None:
    assert read_sms(backup("<!-- " + sms("no") + "-->", sms("yes"), count=1)).texts == ["yes"]


def test_a_text_section_with_records_in_it_is_text(read_sms, backup, sms) -> None:
    hidden = f"<![CDATA[{sms('forged')}]]>"
    found = read_sms(backup(sms("one"), hidden, sms("two")))
    assert [record.text for record in found.records] == ["one", "two"]
    (lost,) = found.lost
    assert (lost.reason, lost.length) == ("stray_text", len(hidden))


def test_a_record_with_an_end_tag_is_one_record(read_sms, backup, sms) -> None:
    row = sms("one").replace(" />", "></sms>")
    assert read_sms(backup(row, row, sms("two"))).texts == ["one", "one", "two"]


def test_blanks_where_xml_allows_them(read_sms, backup) -> None:
    row = "<sms\n\taddress = '+15550100001'\r\n date=\"1700000000000\"  type='1' body = \"b\"\n/>"
    (record,) = read_sms(backup(row)).records
    assert (record.text, record.sender) == ("b", "+15550100001")


NAME = st.sampled_from(["body", "address", "a", "type", "x.y", "_z"])
VALUE = st.text(
    st.characters(min_codepoint=32, exclude_characters="<&'\"\ufffe\uffff", codec="utf-8"),
    max_size=30,
) | st.sampled_from(["&amp;", "&#10;", "&#x1F30D;", "a\nb", "\r\n", "> />", "&lt;!--"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.dictionaries(NAME, VALUE, max_size=5), st.sampled_from("'\""), st.booleans()),
        max_size=8,
    ),
    st.integers(1, 50),
)
def test_tags_and_values_are_what_an_xml_parser_reads(rows, block_bytes) -> None:
    def written(fields: dict[str, str], quote: str, is_spaced: bool) -> str:  # noqa: FBT001 - drawn
        blank, equals = ("\n ", " = ") if is_spaced else (" ", "=")
        inside = "".join(f"{blank}{n}{equals}{quote}{v}{quote}" for n, v in fields.items())
        return f"<sms{inside}/>"

    data = f"<smses>{''.join(written(*row) for row in rows)}</smses>".encode()
    expected: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, fields: expected.append((name, fields))
    parser.Parse(data, True)
    assert [
        (
            tag.name.decode(),
            {n.decode(): text_of(v).text for n, v in zip(tag.names, tag.values, strict=True)},
        )
        for tag in tags_of(data, block_bytes)
        if tag.kind is not TagKind.CLOSE
    ] == expected


def tags_of(data: bytes, block_bytes: int) -> list[Tag]:
    reader = TagReader(Window(io.BytesIO(data), lambda _: None, block_bytes), 1 << 24)
    tags = []
    while tag := reader.next():
        tags.append(tag)
    return tags


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.integers(1, 64))
def test_no_bytes_at_all_make_the_reader_fail(data, block_bytes) -> None:
    data = b"<smses><sms a='1' " + data
    try:
        tags = tags_of(data, block_bytes)
    except errors.UnsafeXml:
        return
    ends = [tag.end for tag in tags]
    assert ends == sorted(ends)
    assert all(tag.start < tag.end <= len(data) for tag in tags)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak there")
@pytest.mark.parametrize(("attribute", "items"), [("data", 3), ("body", 4)])
def test_a_line_of_half_a_gigabyte_is_read_in_bounded_memory(
    tmp_path: Path, attribute, items
) -> None:
    path = tmp_path / "large.xml"
    element = "part" if attribute == "data" else "sms"
    with path.open("wb") as file:
        file.write(b"<smses count='3'><sms body='one' /><mms date='1700000000000'><parts>")
        file.write(f"<{element} ct='image/png' {attribute}='".encode())
        block = b"QUJD" * (1 << 18)
        for _ in range(512):
            file.write(block)
        file.write(b"' /></parts></mms><sms body='last' /></smses>")
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True
    )
    found, attachment_bytes, kilobytes = map(int, done.stdout.split())
    assert found == items
    assert attachment_bytes == (512 * (1 << 20) * 3 // 4 if attribute == "data" else 0)
    assert kilobytes < 100 * 1024


# The peak that getrusage tells counts what the test runner held before; the memory's own does not.
MEASURED = """
import sys
import tracemalloc
from pathlib import Path
from logbook.domain.message import Answers
from logbook.domain.progress import SILENT
from logbook.importers.sms_backup import IMPORTER
from logbook.importers.source import Source

def peak_kib():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])

start = peak_kib()
found = attachment_bytes = 0
with Source.open(Path(sys.argv[1])) as source:
    for item in IMPORTER.read(source, Answers(), SILENT):
        found += hasattr(item, "offset")
        for ref in getattr(item, "attachments", ()):
            with source.open_attachment(ref) as stream:
                while piece := stream.read(1 << 20):
                    attachment_bytes += len(piece)
print(found, attachment_bytes, peak_kib() - start)
"""


@pytest.mark.parametrize("field", ["address", "contact_name", "subject", "readable_date", "x"])
def test_a_name_that_is_longer_than_any_is_listed(read_sms, backup, sms, mms, field) -> None:
    long = {field: "5" * 70_000}
    read = read_sms(backup(sms("one", **long), sms("x" * 70_000), mms(**long), mms()))
    assert [(lost.reason, lost.length > 70_000) for lost in read.lost] == [("too_long", True)] * 2
    assert [len(text) for text in read.texts] == [70_000, 0]


def test_elements_of_ten_thousand_names_are_not_remembered(read_sms, backup, sms) -> None:
    junk = "".join(f'<x{at} a="b"/>' for at in range(10_000))
    data = backup(sms("one"), junk, sms("two"))
    tracemalloc.start()
    read = read_sms(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (read.texts, [lost.reason for lost in read.lost]) == (
        ["one", "two"],
        ["unknown_element"],
    )
    assert peak < 20 * len(data)


NUMBERS = "".join(
    f'<sms address="+1555{number:07}" date="1776070000000" type="1" body="x" />\n'
    for number in range(101)
)


def examined(tmp_path: Path, text: str, **limits: int) -> Examination:
    path = tmp_path / "sms.xml"
    path.write_text(f"<smses>\n{text}</smses>\n", encoding="utf-8")
    with Source.open(path, replace(LIMITS, **limits)) as source:
        return IMPORTER.examine(source, SILENT)


def test_more_conversations_than_the_limit_are_refused(tmp_path) -> None:
    assert len(examined(tmp_path, NUMBERS, conversations=101).conversations) == 101
    with pytest.raises(errors.LimitExceeded, match="conversations") as refused:
        examined(tmp_path, NUMBERS, conversations=100)
    assert refused.value.where == "100"


@pytest.mark.parametrize(("name", "width"), [("Mum", 1), ("\u041c\u0430", 2), ("\U0001f600", 4)])
def test_names_that_fill_the_memory_are_refused(tmp_path, name, width) -> None:
    """Two conversations: a key and a number of ten signs each, and the name."""
    text = "".join(
        f'<sms address="{number}" date="1" type="1" body="x" contact_name="{name}" />\n'
        for number in ("2025550100", "2025550101")
    )
    needed = 2 * (10 + 10 + len(name) * width)
    assert len(examined(tmp_path, text, names_bytes=needed).conversations) == 2
    with pytest.raises(errors.LimitExceeded, match="names"):
        examined(tmp_path, text, names_bytes=needed - 1)


def test_one_number_written_in_many_ways_stays_one_conversation(tmp_path) -> None:
    text = "".join(
        f'<sms address="202{"-" * at}5550100" date="1" type="1" body="x" />\n' for at in range(50)
    )
    assert len(examined(tmp_path, text, conversations=1).conversations) == 1


def test_senders_that_nobody_asks_about_do_not_fill_the_memory(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sms_backup, "_MOST_SENDERS", 100)
    assert len(examined(tmp_path, NUMBERS).senders) == 100


def test_what_was_looked_at_is_read_again_with_the_same_conversations(tmp_path) -> None:
    look = examined(tmp_path, NUMBERS)
    assert look.read_again is not None
    with Source.open(tmp_path / "sms.xml") as source:
        again = list(look.read_again(source, Answers(), SILENT))
        alone = list(IMPORTER.read(source, Answers(), SILENT))
    assert again == alone
    named = [item for item in again if isinstance(item, ConversationInfo)]
    assert all(one is other for one, other in zip(named, look.conversations, strict=True))


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param('<sms address="1" date="1" type="1" body="&nothing;" />', id="unreadable"),
        pytest.param("<mms>", id="never closed"),
        pytest.param('<mms sub="&nothing;" />', id="unreadable fields"),
    ],
)
def test_millions_of_records_that_cannot_be_kept_become_few_stretches(
    tmp_path, monkeypatch, sms, broken
) -> None:
    monkeypatch.setattr(sms_backup_reader, "_MOST_STRETCHES", 10)
    data = (sms("before") + broken * 500 + sms("between") + broken * 500 + sms("after")).encode()
    path = tmp_path / "sms.xml"
    path.write_bytes(b"<smses>\n" + data + b"</smses>\n")
    with Source.open(path) as source:
        items = list(SmsBackupReading(source, "", SILENT).items())
    assert [one.text for one in items if isinstance(one, MessageRecord)] == [
        "before",
        "between",
        "after",
    ]
    assert len([one for one in items if isinstance(one, NotUnderstood)]) < 15
    assert unaccounted(path.read_bytes(), items) == b""


def test_a_message_to_more_people_than_any_is_listed(read_sms, backup, sms, mms) -> None:
    address = '      <addr address="+1555{:07}" type="151" charset="106" />\n'
    people = "".join(address.format(at) for at in range(5_000))
    part = '      <part seq="0" ct="text/plain" text="hi" />\n'
    read = read_sms(backup(mms(part, people, msg_box="2"), sms("after")))
    assert read.texts == ["after"]
    assert [item.reason for item in read.lost] == ["too_long"]
    usual = "".join(address.format(at) for at in range(1_000))
    (record,) = read_sms(backup(mms(part, usual, msg_box="2"))).records
    assert len(record.recipients) == 1_000
