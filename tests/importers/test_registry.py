"""The importers are found, keep the contract, and know their own files only."""

import random
from pathlib import Path

import pytest

from logbook import errors
from logbook.importers.limits import Limits
from logbook.importers.registry import importers, recognise
from logbook.importers.source import Source

SAMPLES = {
    "sms-backup-restore": (
        "sms.xml",
        b'<?xml version="1.0"?><smses count="1"><sms address="1" date="5" body="x" /></smses>',
    ),
    "whatsapp": (
        "_chat.txt",
        b"[2024-01-31, 10:00:00] Ana: hello\r\n[2024-01-31, 10:01:00] Ben: hi\r\n",
    ),
}


def test_every_importer_has_its_own_id_and_a_sample_here() -> None:
    ids = [importer.info.id for importer in importers()]
    assert "sms-backup-restore" in ids
    assert len(set(ids)) == len(ids)
    assert set(ids) <= set(SAMPLES)


@pytest.mark.parametrize("importer", importers(), ids=lambda importer: importer.info.id)
def test_an_importer_says_what_it_reads_and_how_to_get_it(importer) -> None:
    info = importer.info
    assert info.label
    assert len(info.how_to_get) > 40
    assert info.endings
    assert all(ending.startswith(".") and ending == ending.lower() for ending in info.endings)


@pytest.mark.parametrize("importer", importers(), ids=lambda importer: importer.info.id)
def test_an_importer_recognises_its_own_sample_only(importer, tmp_path: Path, make_zip) -> None:
    for format_id, (name, data) in SAMPLES.items():
        path = tmp_path / name
        path.write_bytes(data)
        for each in (path, make_zip((name, data))):
            with Source.open(each) as source:
                assert importer.recognises(source) == (importer.info.id == format_id)


@pytest.mark.parametrize("importer", importers(), ids=lambda importer: importer.info.id)
def test_strange_bytes_are_not_recognised_and_raise_nothing(importer, tmp_path: Path) -> None:
    path = tmp_path / "strange.bin"
    for seed in range(60):
        chance = random.Random(seed)
        data = chance.randbytes(chance.randrange(3000))
        if seed % 3 == 0:
            data = b"PK\x03\x04" + data
        path.write_bytes(data)
        try:
            source = Source.open(path)
        except errors.ImportFailed:
            continue
        with source:
            assert importer.recognises(source) is False


@pytest.mark.parametrize(
    ("name", "head", "words"),
    [
        ("a.txt", b"%PDF-1.7\n", "PDF"),
        ("a.xml", b"<!DOCTYPE html><html><body>Sign in", "web page"),
        ("a.xml", b"\xef\xbb\xbf\n <HTML>", "web page"),
        ("msgstore.db.crypt15", b"\x01\x02\x03", "encrypted WhatsApp backup"),
        ("a.jpg", b"\x00\x00\x00\x18ftypheic\x00\x00", "picture"),
        ("a.xml", b"\x00\x00\x00\x18ftypisom\x00\x00", "video"),
        ("a.xml", b"SQLite format 3\x00....", "database"),
        ("a.xml", b"\x1f\x8b\x08\x00", "packed"),
        ("a.xml", b"RIFF\x00\x00\x00\x00WEBP", "picture"),
        ("a.xml", b"RIFF\x00\x00\x00\x00WAVE", "sound"),
        ("a.xml", b"x" * 257 + b"ustar\x00", "tar"),
        ("a.xml", b"MZ\x90\x00", "program"),
    ],
)
def test_a_file_of_another_kind_is_named(tmp_path: Path, name, head, words) -> None:
    path = tmp_path / name
    path.write_bytes(head)
    with Source.open(path) as source, pytest.raises(errors.WrongKind, match=words):
        recognise(source)


def test_text_that_nothing_knows_is_unknown(tmp_path: Path, make_zip) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("dear diary")
    for each in (path, make_zip(("notes.txt", b"dear diary")), make_zip()):
        with Source.open(each) as source, pytest.raises(errors.UnknownFormat):
            recognise(source)


def test_an_empty_file_belongs_to_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "sms.xml"
    path.touch()
    with Source.open(path) as source:
        assert recognise(source).info.id == "sms-backup-restore"
    other = tmp_path / "nothing.dat"
    other.touch()
    with Source.open(other) as source:
        assert recognise(source, "sms-backup-restore").info.id == "sms-backup-restore"
        with pytest.raises(errors.UnknownFormat):
            recognise(source)


def test_a_format_that_does_not_exist_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(SAMPLES["sms-backup-restore"][1])
    with Source.open(path) as source, pytest.raises(errors.UnknownFormat):
        recognise(source, "no-such-format")


def test_a_locked_zip_is_said_to_be_locked(make_zip) -> None:
    path = make_zip(("sms.xml", SAMPLES["sms-backup-restore"][1]))
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with Source.open(path) as source, pytest.raises(errors.PasswordProtected):
        recognise(source)


def test_a_backup_that_was_sent_in_a_chat_is_not_the_export(make_zip) -> None:
    name, data = SAMPLES["sms-backup-restore"]
    path = make_zip((name, data), ("_chat.txt", b"no headers here"))
    with Source.open(path) as source:
        sms = next(i for i in importers() if i.info.id == "sms-backup-restore")
        assert not sms.recognises(source)


def test_limits_can_be_raised_for_one_import(make_zip) -> None:
    path = make_zip(("a", b"1"), ("b", b"2"), ("c", b"3"))
    with pytest.raises(errors.LimitExceeded):
        Source.open(path, Limits(members=2))
    with Source.open(path, Limits(members=3)) as source:
        assert len(source.members) == 3


@pytest.mark.parametrize(
    "notes", ["1/2/2024 saved these from my old phone\n", "2024-01-02\n\nsms of 2023\n"]
)
def test_notes_beside_a_backup_do_not_hide_it(make_zip, backup, sms, notes: str) -> None:
    path = make_zip(("notes.txt", notes.encode()), ("sms.xml", backup(sms("hi"))))
    with Source.open(path) as source:
        assert recognise(source).info.id == "sms-backup-restore"


@pytest.mark.parametrize(
    "line",
    [
        "13/02/2024, 10:30 - Ann: hi",
        "[2024/2/13 下午1:00:00] Ann: hi",
        "22:41, 15/01/2025 - Ann: hi",
        "2024. 2. 13. 오후 1:00 - Ann: hi",
        "2024-02-13 10 h 30 - Ann: hi",
        "\u200f١٣\u200f/٢\u200f/٢٠٢٤، ١٠:٣٠ م - Ann: hi",
    ],
)
def test_a_backup_that_was_sent_in_a_chat_is_left_to_it(make_zip, backup, sms, line: str) -> None:
    path = make_zip(("Our chat.txt", f"{line}\n".encode()), ("sms.xml", backup(sms("hi"))))
    with Source.open(path) as source:
        assert recognise(source).info.id == "whatsapp"
