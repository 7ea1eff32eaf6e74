"""What a backup of text messages says, record by record."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from logbook import errors
from logbook.domain.message import (
    Answers,
    AttachmentRef,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
    subject_of,
)
from logbook.domain.progress import SILENT
from logbook.importers.sms_backup import IMPORTER
from logbook.importers.source import Source

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 30


def test_a_received_message_has_its_sender_time_and_place(read_sms, backup, sms) -> None:
    data = backup(sms("See you at 6"))
    (record,) = read_sms(data, "America/New_York").records
    assert data[record.offset :][: record.length].startswith(b"<sms protocol=")
    assert data[record.offset :][: record.length].endswith(b" />")
    assert record.locator == f"{record.offset}+{record.length}"
    assert (record.sender, record.sender_is_me, record.recipients) == ("+15550100001", False, ())
    assert (record.direction, record.kind) == (Direction.IN, MessageKind.TEXT)
    assert record.text == "See you at 6"
    assert record.time_raw == "1700000000000"
    assert record.instant_ms == 1_700_000_000_000
    assert record.local == "2023-11-14T17:13:20.000"
    assert record.zone_basis is ZoneBasis.EPOCH_IN_FILE
    assert json.loads(record.extra) == {
        "protocol": "0",
        "type": "1",
        "read": "1",
        "status": "-1",
        "locked": "0",
        "date_sent": "1699999999000",
        "sub_id": "1",
        "readable_date": "Nov 14, 2023 5:13:20 PM",
        "contact_name": "Ana",
    }


def test_extra_is_canonical(read_sms, backup, sms) -> None:
    records = read_sms(backup(sms("a"), sms("b"), sms("c", contact_name="&quot;Ana&quot;"))).records
    for record in records:
        fields = json.loads(record.extra)
        canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert record.extra == canonical


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1", (Direction.IN, False, ())),
        ("2", (Direction.OUT, True, ())),
        ("3", (Direction.OUT, True, ("draft",))),
        ("4", (Direction.OUT, True, ("outbox",))),
        ("5", (Direction.OUT, True, ("failed",))),
        ("6", (Direction.OUT, True, ("queued",))),
        ("9", (Direction.UNKNOWN, None, ("unknown_type",))),
    ],
)
def test_the_type_says_which_way_a_message_went(read_sms, backup, sms, number, expected) -> None:
    for record in read_sms(backup(sms(type=number), sms(type=number))).records:
        assert (record.direction, record.sender_is_me, record.flags) == expected
        assert (record.recipients == ()) == (record.direction is Direction.IN)


@pytest.mark.parametrize(
    ("body", "text", "flags"),
    [
        ("&#55357;&#56832;", "\U0001f600", ()),
        ("&#xD83D;&#xDE00;!", "\U0001f600!", ()),
        ("&#55357;&#xDE00;", "\U0001f600", ()),
        ("a&#55357;b", "a\ufffdb", ("lone_surrogate",)),
        ("&#56832;&#55357;", "\ufffd\ufffd", ("lone_surrogate",)),
        ("&#11;", "\ufffd", ("illegal_character",)),
        ("&#0;&#xFFFE;&#x110000;", "\ufffd\ufffd\ufffd", ("illegal_character",)),
        ("\x0b", "\ufffd", ("illegal_character",)),
        ("one&#10;two&#13;&#10;three", "one\ntwo\r\nthree", ()),
        ("one\ntwo\r\nthree\tfour", "one two three four", ()),
        ("&amp;lt; &lt;b&gt; &quot;&apos;", "&lt; <b> \"'", ()),
        ("a > b /> c", "a > b /> c", ()),
        ('she said "no" > twice', 'she said "no" > twice', ()),
        ("null", "null", ()),
        ("", "", ()),
        ("  two  ", "  two  ", ()),
        ("\u202e\u200babc\u0301", "\u202e\u200babc\u0301", ()),
        ("&#x1F30D; &#x2014; \u0433\u0434\u0435", "\U0001f30d \u2014 \u0433\u0434\u0435", ()),
        ("=HYPERLINK(&quot;http://x&quot;)", '=HYPERLINK("http://x")', ()),
    ],
)
def test_a_text_is_kept_as_written(read_sms, backup, sms, body, text, flags) -> None:
    read = read_sms(backup(sms("before"), sms(body), sms(body), sms("after")))
    assert read.texts == ["before", text, text, "after"]
    assert [r.flags for r in read.records] == [(), flags, flags, ()]
    assert read.lost == []
    assert read.warnings == []


def test_emoji_as_encoded_halves_are_joined(read_sms, backup, sms) -> None:
    data = backup(sms("a ?? b")).replace(b"??", "\ud83d\ude00".encode("utf-8", "surrogatepass"))
    (record,) = read_sms(data).records
    assert record.text == "a \U0001f600 b"


@pytest.mark.parametrize(
    ("date", "instant_ms", "flags"),
    [
        ("1700000000", 1_700_000_000_000, ("unit_s",)),
        ("1700000000123", 1_700_000_000_123, ()),
        ("1700000000123456", 1_700_000_000_123, ("unit_us",)),
        ("1700000000123456789", 1_700_000_000_123, ("unit_ns",)),
        ("0", 0, ("unit_s", "implausible_time")),
        ("9999999999999", 9_999_999_999_999, ("implausible_time",)),
        ("bad", None, ("bad_time",)),
        ("-5", None, ("bad_time",)),
        ("1e400", None, ("bad_time",)),
        ("NaN", None, ("bad_time",)),
        ("null", None, ()),
        ("", None, ()),
    ],
)
def test_a_date_is_read_in_its_unit_or_kept_as_words(
    read_sms, backup, sms, date, instant_ms, flags
) -> None:
    for record in read_sms(backup(sms(date=date), sms(date=date))).records:
        assert (record.time_raw, record.instant_ms, record.flags) == (date, instant_ms, flags)
        assert (record.zone_basis is ZoneBasis.NONE) == (instant_ms is None)


def test_missing_attributes_are_no_reason_to_lose_a_message(read_sms, backup, sms) -> None:
    read = read_sms(backup(sms(address=None, contact_name=None), sms(None), '<sms body="x"/>'))
    assert read.texts == ["hello", "", "x"]
    assert [r.flags for r in read.records] == [(), ("no_body",), ("unknown_type",)]
    assert (read.conversations[0].key, read.conversations[0].title) == ("unknown", "")


def test_numbers_written_differently_are_one_conversation(read_sms, backup, sms) -> None:
    numbers = ("+44 7700 900123", "07700900123", "0044-7700-900123", "+1 (555) 010-0001")
    read = read_sms(backup(*(sms(address=n) for n in (*numbers, "5550100001", "AMAZON", "72975"))))
    assert [c.key for c in read.conversations] == ["7700900123", "5550100001", "amazon", "72975"]
    assert [r.conversation for r in read.records] == [0, 0, 0, 1, 1, 2, 3]
    assert [r.sender for r in read.records][:3] == list(numbers[:3])


def test_a_conversation_comes_before_its_first_record(read_sms, backup, sms) -> None:
    read = read_sms(backup(*(sms(address=f"+1555010{n:04d}") for n in range(40))))
    seen = 0
    for item in read.items:
        if isinstance(item, MessageRecord):
            assert item.conversation < seen
        else:
            seen += 1


def test_similar_names_stay_two_people(read_sms, backup, sms) -> None:
    read = read_sms(
        backup(sms(contact_name="Alex"), sms(contact_name="\u0410lex", address="+15550100002"))
    )
    assert [c.title for c in read.conversations] == ["Alex", "\u0410lex"]


def test_a_call_keeps_duration_and_outcome(read_sms, backup) -> None:
    def call(kind: str, duration: str, number: str = "+15550100001") -> str:
        return (
            f'<call number="{number}" duration="{duration}" date="1700000000000" type="{kind}" '
            f'presentation="1" readable_date="x" contact_name="Ana" />'
        )

    rows = [("1", "125"), ("2", "61"), ("2", "0"), ("3", "0"), ("4", "0"), ("5", "0"), ("6", "0")]
    read = read_sms(backup(*(call(*row) for row in rows), call("1", "5", "-2"), root="calls"))
    assert {r.kind for r in read.records} == {MessageKind.CALL}
    assert [json.loads(r.extra)["duration"] for r in read.records[:2]] == ["125", "61"]
    assert [r.flags for r in read.records] == [
        (),
        (),
        ("not_answered",),
        ("missed",),
        ("voicemail",),
        ("rejected",),
        ("refused_by_list",),
        ("hidden_number",),
    ]
    assert [r.direction for r in read.records][:4] == [
        Direction.IN,
        Direction.OUT,
        Direction.OUT,
        Direction.IN,
    ]


def part(**fields: str) -> str:
    written = "".join(f" {name}='{value}'" for name, value in fields.items())
    return f"      <part{written} />\n"


def addr(address: str, kind: str) -> str:
    return f'      <addr address="{address}" type="{kind}" charset="106" />\n'


SMIL = part(seq="-1", ct="application/smil", text="&lt;smil/&gt;", cid="&lt;smil&gt;")


def test_a_picture_message_has_text_and_file(read_sms, backup, mms, tmp_path) -> None:
    data = base64.b64encode(PNG).decode()
    parts = SMIL + part(seq="0", ct="text/plain", text="look", data="")
    parts = SMIL + part(seq="0", ct="text/plain", text="look")
    parts += part(seq="1", ct="image/jpeg", fn="null", cl="a.jpg", name="b.jpg", data=data)
    addrs = addr("+15550100001", "137") + addr("insert-address-token", "151")
    (record,) = read_sms(backup(mms(parts, addrs))).records
    assert (record.kind, record.text) == (MessageKind.MEDIA, "look")
    assert record.flags == ("type_differs",)
    assert (record.sender, record.recipients, record.time_precision) == ("+15550100001", (), "s")
    (ref,) = record.attachments
    assert (ref.name, ref.present, ref.media_type_stated) == ("a.jpg", True, "image/jpeg")
    extra = json.loads(record.extra)
    assert extra["parts"][0]["text"] == "<smil/>"
    assert extra["parts"][2]["media_type_found"] == "image/png"
    with Source.open(tmp_path / "sms.xml") as source, source.open_attachment(ref) as stream:
        assert stream.read() == PNG


def test_base64_in_lines_is_read_and_damage_in_it_is_said(read_sms, backup, mms, tmp_path) -> None:
    text = base64.encodebytes(PNG).decode()
    forms = (text, text.replace("\n", "&#10;"), text.replace("\n", "&#x0D;&#x0A;\r\n"))
    broken = text.replace("A", "!", 3)
    records = [mms(part(ct="image/png", data=form)) for form in (*forms, broken)]
    read = read_sms(backup(*records))
    assert [r.flags for r in read.records] == [(), (), (), ("bad_base64",)]
    with Source.open(tmp_path / "sms.xml") as source:
        for record in read.records[:3]:
            assert source.open_attachment(record.attachments[0]).read() == PNG
        assert source.open_attachment(read.records[3].attachments[0]).read()[:4] == PNG[:4]


@pytest.mark.parametrize("data", [None, "", "null"])
def test_a_file_that_is_not_in_the_backup_is_named_as_absent(read_sms, backup, mms, data) -> None:
    fields = {"ct": "image/png", "cid": "&lt;p.png&gt;"} | ({} if data is None else {"data": data})
    (record,) = read_sms(backup(mms(part(**fields)))).records
    assert record.attachments == (AttachmentRef("p.png", False, "", "image/png"),)


def test_a_group_message_names_everybody(read_sms, backup, mms) -> None:
    addrs = addr("+15550100002", "137") + addr("+15550100001", "151") + addr("+15550100003", "130")
    group = "+15550100001~+15550100002"
    came = mms(part(ct="text/plain", text="hi"), addrs, address=group, contact_name="Ana, Ben")
    went = mms(
        part(ct="text/plain", text="yo"),
        addr("insert-address-token", "137") + addr("+15550100001", "151") + addr("2", "129"),
        address="+15550100002~+15550100001",
        msg_box="2",
    )
    read = read_sms(backup(came, went))
    assert [r.conversation for r in read.records] == [0, 0]
    assert read.conversations[0].key == "5550100001,5550100002"
    assert read.conversations[0].title == "Ana, Ben"
    first, second = read.records
    assert (first.sender, first.recipients) == ("+15550100002", ("+15550100001", "+15550100003"))
    assert (second.sender, second.recipients) == ("", ("+15550100001", "2"))
    assert second.sender_is_me is True


def test_a_group_without_its_addresses_still_has_a_conversation(read_sms, backup, mms) -> None:
    alone = mms("", addr("+15550100009", "137") + addr("+15550100000", "151"), address=None)
    nobody = '<mms date="1700000000" msg_box="1" m_type="130"><parts></parts></mms>'
    empty = '<mms date="1700000000000" msg_box="2" address="null" />'
    read = read_sms(backup(alone, nobody, empty))
    assert [c.key for c in read.conversations] == ["5550100009", "unknown"]
    assert read.records[1].kind is MessageKind.UNSUPPORTED
    assert read.records[1].flags == ("unit_s", "not_downloaded")
    assert read.records[2].direction is Direction.OUT


def test_several_texts_and_a_subject_are_said(read_sms, backup, mms) -> None:
    parts = part(ct="text/plain", text="one") + part(ct="text/plain", text="two")
    (record,) = read_sms(backup(mms(parts, sub="Rent"))).records
    assert record.text == "one\ntwo"
    assert record.flags == ("several_texts", "has_subject")
    assert subject_of(record) == "Rent"


def test_a_text_message_may_have_a_subject(read_sms, backup, sms) -> None:
    rows = sms(subject="Rent") + sms(subject="null") + sms(subject="") + sms(subject="Rent")
    records = read_sms(backup(rows)).records
    assert [subject_of(record) for record in records] == ["Rent", "", "", "Rent"]
    assert [record.flags for record in records] == [("has_subject",), (), (), ("has_subject",)]


def test_the_stated_count_is_compared(read_sms, backup, sms) -> None:
    read = read_sms(backup(sms(), sms(), count=2444))
    assert read.warnings == ["count_differs:2444:2"]


def test_messages_and_calls_in_one_zip_share_their_conversations(make_zip, backup, sms) -> None:
    call = '<call number="5550100001" duration="5" date="1700000000000" type="1" />'
    old = backup(sms("caf\u00e9")).decode().replace("UTF-8", "windows-1252").encode("cp1252")
    path = make_zip(
        ("sms-20260920180000.xml", backup(sms("one"), sms("caf\u00e9"))),
        ("notes.pdf", b"%PDF-"),
        ("old/sms-2.xml", old),
        ("calls-20260920180000.xml", backup(call, root="calls")),
    )
    with Source.open(path) as source:
        assert IMPORTER.recognises(source)
        items = list(IMPORTER.read(source, Answers(), SILENT))
        records = [item for item in items if isinstance(item, MessageRecord)]
        assert [r.text for r in records] == ["one", "caf\u00e9", "caf\u00e9", ""]
        assert [r.locator.partition(":")[0] for r in records] == ["0", "0", "2", "3"]
        assert [r.order_index for r in records] == [0, 1, 2, 3]
        assert {r.conversation for r in records} == {0}
        look = IMPORTER.examine(source, SILENT)
        assert (look.records, look.warnings) == (4, ())


@pytest.mark.parametrize(
    ("text", "is_backup"),
    [
        ("Keep this safe.\nOn 3 May I moved.\n", True),
        ("25/03/2024, 15:07 - Ann: hi\n", False),
        ("\u200e[2024. 3. 25. 오후 3:07:00] Ann: hi\n", False),
        ("٢٥/٣/٢٠٢٤، ٣:٠٧ م - Ann: hi\n", False),
    ],
)
def test_a_note_beside_a_backup_is_no_chat(make_zip, backup, sms, text, is_backup) -> None:
    path = make_zip(("sms.xml", backup(sms("one"))), ("note.txt", text.encode()))
    with Source.open(path) as source:
        assert IMPORTER.recognises(source) is is_backup


def test_a_cut_zip_gives_the_records_that_are_there(make_zip, backup, sms) -> None:
    path = make_zip(("sms.xml", backup(*(sms(f"{n} {os.urandom(30).hex()}") for n in range(200)))))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with Source.open(path) as source:
        look = IMPORTER.examine(source, SILENT)
    assert 80 < look.records < 130
    assert {"cut_off", "member_damaged"} <= set(look.warnings)


def test_a_picture_in_a_zip_is_read_where_it_lies(make_zip, backup, mms) -> None:
    rows = [
        mms(part(ct="image/png", data=base64.b64encode(PNG + bytes([n])).decode()))
        for n in range(5)
    ]
    with Source.open(make_zip(("sms.xml", backup(*rows)))) as source:
        items = IMPORTER.read(source, Answers(), SILENT)
        records = [item for item in items if isinstance(item, MessageRecord)]
        for n in (0, 1, 4, 2):
            with source.open_attachment(records[n].attachments[0]) as stream:
                assert stream.read() == PNG + bytes([n])


def test_an_empty_backup_has_no_messages(read_sms, backup) -> None:
    for data in (b"", backup(), b'<smses count="0" />', b'<?xml version="1.0"?><calls></calls>'):
        read = read_sms(data)
        assert (read.items, read.warnings) == ([], ["no_messages"])


def test_another_encoding_is_read_when_the_file_states_it(read_sms, backup, sms) -> None:
    data = backup(sms("caf\u00e9"), sms("caf\u00e9", contact_name="\u00c9va"))
    data = data.decode().replace("UTF-8", "ISO-8859-1").encode("latin-1")
    read = read_sms(data)
    assert read.texts == ["caf\u00e9", "caf\u00e9"]
    assert json.loads(read.records[1].extra)["contact_name"] == "\u00c9va"


def test_a_byte_order_mark_is_passed(read_sms, backup, sms) -> None:
    assert read_sms(b"\xef\xbb\xbf" + backup(sms())).texts == ["hello"]


def test_records_alike_and_records_one_by_one_give_the_same(read_sms, backup, sms) -> None:
    bodies = ["plain", "a &amp; b", "&#55357;&#56832;", "&#55357;", 'it "was"', "caf\u00e9", ""]
    changes: list[dict[str, str | None]] = [
        {},
        {"type": "2", "date_sent": "0"},
        {"type": "3", "date_sent": "null"},
        {"contact_name": "B&amp;B \\ \u00e9", "address": "+15550100002"},
        {"contact_name": "&#11;"},
        {"readable_date": "18 &#x438;&#x44E;&#x43D;&#x44F; \\"},
        {"date": "5"},
        {"subject": "Rent", "service_center": "+1"},
        {"sub_id": None},
        {"date_sent": None},
        {"readable_date": None},
        {"date_sent": None, "readable_date": None},
        {"date_sent": None, "readable_date": None, "contact_name": None},
    ]
    rows = [sms(body, **change) for change in changes * 2 for body in bodies * 2]
    rows += [
        f'<call number="+1" duration="{duration}" date="1700000000000" type="{kind}" {more}/>\n'
        for kind in (1, 2, 3)
        for duration in (0, 5)
        for more in ("", 'readable_date="a" ', 'contact_name="B" ')
    ] * 2
    data = backup(*rows)
    apart = data.replace(b' type="', b'  type="')
    read, slowly = read_sms(data, "Asia/Kolkata"), read_sms(apart, "Asia/Kolkata")
    assert len(read.records) == len(rows)
    blank = {"locator": "", "offset": 0, "length": 0}
    assert [r._replace(**blank) for r in read.records] == [
        r._replace(**blank) for r in slowly.records
    ]
    for record in read.records:
        fields = json.loads(record.extra)
        canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert record.extra == canonical


def test_the_first_look_counts_senders_media_and_time(backup, sms, mms, tmp_path) -> None:
    path = tmp_path / "x.xml"
    picture = part(ct="image/png", data=base64.b64encode(PNG).decode()) + part(ct="image/png")
    path.write_bytes(backup(sms(), sms(), sms(type="2"), mms(picture), sms("bad & reference")))
    with Source.open(path) as source:
        look = IMPORTER.examine(source, SILENT)
    assert look.records == 5
    assert look.senders == {"+15550100001": 3}
    assert (look.media_named, look.media_present) == (2, 1)
    assert [lost.reason for lost in look.not_understood] == ["bad_reference"]
    assert (look.first, look.last) == ("2023-11-14T17:13:20.000", "2023-11-14T17:15:00.000")
    assert look.warnings == ()


def test_a_zone_that_does_not_exist_is_refused(tmp_path, backup) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(backup())
    for zone in ("Mars/Base", "../../etc/passwd", "America"):
        with Source.open(path) as source, pytest.raises(errors.UsageError):
            list(IMPORTER.read(source, Answers(zone=zone), SILENT))


def test_reading_can_be_stopped(tmp_path, backup, sms) -> None:
    class Stop:
        def __call__(self, done: int, total: int, doing: str = "") -> None:
            del doing
            assert 0 < done <= total
            raise errors.Cancelled

        def give_way(self) -> None:
            raise AssertionError

    path = tmp_path / "x.xml"
    path.write_bytes(backup(sms()))
    with pytest.raises(errors.Cancelled), Source.open(path) as source:
        list(IMPORTER.read(source, Answers(), Stop()))


def test_every_hash_seed_gives_the_same(tmp_path: Path, backup, sms, mms) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(
        backup(*(sms(f"text {n}", address=f"+1555010{n % 7:04d}") for n in range(50)), mms())
    )
    program = (
        "import sys; from pathlib import Path; from logbook.importers.source import Source;"
        "from logbook.importers.sms_backup import IMPORTER; from logbook.domain.message import *;"
        "from logbook.domain.progress import SILENT; s = Source.open(Path(sys.argv[1]));"
        "print(IMPORTER.examine(s, SILENT)); print(list(IMPORTER.read(s, Answers(), SILENT)))"
    )

    def run(seed: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", program, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert run("0") == run("1") == run("4242") != ""


@pytest.mark.parametrize("stated", ["UTF-8", "", "ISO-8859-1"])
def test_a_backup_in_the_alphabet_of_windows_is_read_and_said(
    read_sms, backup, sms, mms, stated
) -> None:
    part = '      <part seq="0" ct="text/plain" text="naïve" />\n'
    text = backup(sms("café – “ça”"), sms("plain"), sms("déjà vu", type="2"), mms(part)).decode()
    declared = f" encoding='{stated}'" if stated else ""
    data = text.replace(" encoding='UTF-8'", declared).encode("cp1252")
    read = read_sms(data)
    assert read.lost == []
    if stated == "ISO-8859-1":  # believed: what it cannot mean is shown as it stands
        assert read.texts[2] == "déjà vu"
        return
    assert read.texts == ["café – “ça”", "plain", "déjà vu", "naïve"]
    assert [r.flags for r in read.records] == [
        ("windows_1252",),
        (),
        ("windows_1252",),
        ("windows_1252",),
    ]
    assert read.warnings == ["windows_1252"]


def test_utf_8_is_read_as_such_whatever_is_declared(read_sms, backup, sms) -> None:
    data = backup(sms("café 😀"), sms("plain")).replace(b"UTF-8", b"windows-1252")
    read = read_sms(data)
    assert read.texts == ["café 😀", "plain"]
    assert read.warnings == []


def test_one_letter_in_a_declared_alphabet_is_no_damage(read_sms, backup, sms) -> None:
    data = backup(sms("café")).decode().replace("UTF-8", "ISO-8859-1").encode("latin-1")
    assert read_sms(data).texts == ["café"]


def test_a_time_and_a_type_may_be_written_as_references(read_sms, backup, sms) -> None:
    record = sms("one", date="17000&#48;0000000", type="&#x32;")
    (read,) = read_sms(backup(record)).records
    assert (read.instant_ms, read.direction, read.flags) == (1_700_000_000_000, "out", ())
