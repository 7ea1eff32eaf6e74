"""A backup saved again as UTF-16 gives the same records, at their places in the file."""

import base64
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook.domain.message import Answers, MessageRecord, NotUnderstood
from logbook.domain.progress import SILENT
from logbook.importers.registry import recognise
from logbook.importers.sms_backup_reader import SmsBackupReading
from logbook.importers.source import Source

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
WIDE = [
    ("\ufeff", "utf-16-le"),
    ("\ufeff", "utf-16-be"),
    ("", "utf-16-le"),
    ("", "utf-16-be"),
]


@pytest.fixture
def text(backup, sms, mms) -> str:
    """A backup with every trait, and letters of one to four bytes in UTF-8."""
    data = base64.b64encode(PICTURE).decode()
    folded = "&#10;".join(data[at : at + 76] for at in range(0, len(data), 76))
    parts = '      <part seq="0" ct="text/plain" text="héllo где 漢字 😀" />\n'
    parts += f'      <part seq="1" ct="image/png" cl="ä.png" data="{data}" />\n'
    parts += f'      <part seq="2" ct="image/png" cl="b.png" data="{folded}" />\n'
    addrs = '      <addr address="+15550100001" type="137" charset="106" />\n'
    return backup(
        *(sms(f"где {n} 😀 &#55357;&#56832;", date=str(1_700_000_000_000 + n)) for n in range(4)),
        mms(parts, addrs),
        sms("no picture", contact_name="Žofie 😀"),
        "stray 漢字 words",
        '  <sms address="1" date="1" body="bad & reference 漢" />\n',
        mms(parts, addrs, msg_box="2"),
        '  <call number="+15550100001" duration="5" date="1700000000000" type="3" />\n',
    ).decode()


def narrow(items: list) -> list:
    """Leave out where things lie, and what follows from that."""
    kept = []
    for item in items:
        if isinstance(item, MessageRecord):
            refs = [ref._replace(member="") for ref in item.attachments]
            kept.append(item._replace(locator="", offset=0, length=0, attachments=refs))
        elif isinstance(item, NotUnderstood):
            kept.append(item.reason)
        else:
            kept.append(item)
    return kept


@pytest.mark.parametrize(("mark", "codec"), WIDE)
@pytest.mark.parametrize("stated", ["UTF-8", "UTF-16", "windows-1252", ""])
def test_it_reads_as_the_same_backup_in_utf_8(read_sms, text, mark, codec, stated) -> None:
    head = f" encoding='{stated}'" if stated else ""
    text = text.replace(" encoding='UTF-8'", head)
    plain = read_sms(text.replace("windows-1252", "UTF-8").encode())
    wide = read_sms((mark + text).encode(codec))
    assert len(wide.records) == 8
    assert narrow(wide.items) == narrow(plain.items)
    assert wide.warnings == plain.warnings


@pytest.mark.parametrize(("mark", "codec"), WIDE)
@pytest.mark.parametrize("block_bytes", [7, 1000, 1 << 20])
def test_a_record_lies_where_it_says(read_sms, text, mark, codec, block_bytes) -> None:
    data = (mark + text).encode(codec)
    for item in read_sms(data, block_bytes=block_bytes).items:
        if isinstance(item, MessageRecord):
            native = data[item.offset : item.offset + item.length].decode(codec)
            assert re.fullmatch(r"<(sms|mms|call) .*(/>|</mms>)", native, re.DOTALL)
            assert len(re.findall("<(?:sms|mms|call) ", native)) == 1
            assert item.locator == f"{item.offset}+{item.length}"
        elif isinstance(item, NotUnderstood):
            native = data[item.offset : item.offset + item.length].decode(codec)
            assert native in {
                "stray 漢字 words  ",
                '<sms address="1" date="1" body="bad & reference 漢" />',
            }


@pytest.mark.parametrize(("mark", "codec"), WIDE)
def test_its_pictures_come_out_whole(tmp_path: Path, make_zip, text, mark, codec) -> None:
    bare = tmp_path / "sms.xml"
    bare.write_bytes((mark + text).encode(codec))
    packed = make_zip(("other.txt", b"x"), ("sms.xml", bare.read_bytes()))
    for path in (bare, packed):
        with Source.open(path) as source:
            importer = recognise(source)
            assert importer.info.id == "sms-backup-restore"
            found = []
            for item in importer.read(source, Answers(), SILENT):
                if isinstance(item, MessageRecord):
                    found += [source.open_attachment(ref).read() for ref in item.attachments]
        assert found == [PICTURE] * 4


def test_progress_goes_to_the_end_of_the_file(tmp_path: Path, text) -> None:
    path = tmp_path / "sms.xml"
    path.write_bytes(text.encode("utf-16"))
    told = []
    with Source.open(path) as source:
        list(
            SmsBackupReading(
                source, "", lambda done, total: told.append((done, total)), 512
            ).items()
        )
    size = path.stat().st_size
    assert told == sorted(told)
    assert told[-1] == (size, size)


def test_half_a_character_at_the_end_is_accounted_for(read_sms, sms) -> None:
    data = f"<smses>{sms('one')}<sms body='tw".encode("utf-16-le") + b"o"
    read = read_sms(data)
    assert read.texts == ["one"]
    assert [(lost.reason, lost.offset + lost.length) for lost in read.lost] == [
        ("cut_off", len(data))
    ]


def test_half_of_a_pair_is_replaced_and_said(read_sms, backup, sms) -> None:
    data = backup(sms("a@b")).decode().encode("utf-16-le")
    read = read_sms(data.replace("@".encode("utf-16-le"), b"\x3d\xd8"))
    assert read.texts == ["a\ufffdb"]
    assert "lone_surrogate" in read.records[0].flags


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_never_puts_records_over_one_another(tmp_path_factory, data) -> None:
    path = tmp_path_factory.mktemp("wide") / "sms.xml"
    record = '<sms address="1" date="1700000000000" body="где 😀" />'
    bytes_ = bytearray((f"<smses>{record * 5}</smses>").encode("utf-16-le"))
    for _ in range(data.draw(st.integers(1, 8))):
        bytes_[data.draw(st.integers(20, len(bytes_) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes_[: data.draw(st.integers(len(bytes_) // 2, len(bytes_)))])
    with Source.open(path) as source:
        items = list(SmsBackupReading(source, "", SILENT, 64).items())
    at = 0
    for item in items:
        if isinstance(item, MessageRecord | NotUnderstood):
            assert at <= item.offset <= item.offset + item.length <= len(bytes_)
            at = item.offset + item.length
