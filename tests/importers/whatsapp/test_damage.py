"""Damaged, hostile and huge exports: no byte is lost, nothing crashes, memory stays bounded."""

import hashlib
import io
import os
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logbook.domain.message import Answers, ConversationInfo, MessageRecord, NotUnderstood
from logbook.domain.message_columns import one_by_one
from logbook.domain.progress import SILENT, Silent
from logbook.errors import Cancelled, PasswordProtected
from logbook.importers import registry, whatsapp_passes
from logbook.importers import whatsapp_text as text_module
from logbook.importers.limits import LIMITS
from logbook.importers.source import Source
from logbook.importers.whatsapp import IMPORTER
from logbook.importers.whatsapp_text import Text

A = "13/01/2024, 10:29 - Ann: "
SAMPLE = (
    "\ufeff13/01/2024, 10:00 - Messages and calls are end-to-end encrypted.\n"
    "13/01/2024, 10:01 - Ann: Grüße 😀\nzweite Zeile\n\n"
    "13/01/2024, 10:02 - Ben: <Media omitted>\n"
    "[14/01/2024, 9:03:07\u202fPM] Ann: "
    "\u200e<attached: 00000042-PHOTO-2024-01-14-21-03-07.jpg>\r\n"
    "14/01/2024, 22:00 - Cleo 🤓: IMG-20240114-WA0001.jpg (file attached)\ncaption\n"
    '14/01/2024, 22:01 - Ann changed the subject to "Plan: B"\n'
    "2024/01/15, 下午10:05 - 王：你好\n"
    "15/01/2024, 23:06 - Ben:.\n"
    "15/01/2024, 23:07 - Ben: This message was deleted\n"
).encode()


def items_of(path: Path) -> list[MessageRecord | NotUnderstood]:
    with Source.open(path) as source:
        IMPORTER.recognises(source)
        IMPORTER.examine(source, SILENT)
        items = one_by_one(
            IMPORTER.read(source, Answers(date_order="dmy", zone="Europe/Berlin"), SILENT)
        )
        return [item for item in items if not isinstance(item, ConversationInfo)]


def joined(items: list[MessageRecord | NotUnderstood], data: bytes) -> bytes:
    ends = [item.offset + item.length for item in items]
    assert [item.offset for item in items] == [0, *ends[:-1]] if items else True
    return b"".join(data[item.offset : item.offset + item.length] for item in items)


def test_records_put_together_give_the_file_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(SAMPLE)
    assert joined(items_of(path), SAMPLE) == SAMPLE


LINES = st.sampled_from(
    [
        *SAMPLE.decode().splitlines(keepends=True),
        "no header at all\n",
        "\n",
        "\r\n",
        "\r",
        "13/01/2024, 10:30 I went - it was: closed\n",
        "[13/01/2024, 10:30] Ann: no end",
        "\u200e\u200f\n",
    ]
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(LINES | st.text(max_size=20), max_size=12),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.integers(1, 40),
)
def test_no_byte_is_lost_whatever_the_text_and_its_blocks(
    tmp_path: Path, lines: list[str], codec: str, block_bytes: int
) -> None:
    data = "".join(lines).encode(codec, errors="ignore")
    path = tmp_path / "chat.txt"
    path.write_bytes(data)
    whole = items_of(path)
    assert joined(whole, data) == data
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Text.blocks, "__defaults__", (block_bytes,))
        assert items_of(path) == whole


@pytest.mark.parametrize("block_bytes", [1, 2, 3, 7, 64, 1000])
def test_the_size_of_the_blocks_changes_nothing(
    block_bytes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(SAMPLE * 3)
    whole = items_of(path)
    monkeypatch.setattr(Text.blocks, "__defaults__", (block_bytes,))
    assert items_of(path) == whole


def test_a_large_chat_is_cut_twice_and_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(SAMPLE * 3 + b"\xf0\x9f")
    kept = items_of(path)
    monkeypatch.setattr(whatsapp_passes, "_KEPT_BYTES", -1)
    assert items_of(path) == kept


def test_a_file_cut_anywhere_keeps_every_record_before_the_cut(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(SAMPLE)
    offsets = [item.offset for item in items_of(path)]
    for percent in range(101):
        data = SAMPLE[: len(SAMPLE) * percent // 100]
        path.write_bytes(data)
        items = items_of(path)
        assert joined(items, data) == data
        found = [item.offset for item in items if isinstance(item, MessageRecord)]
        assert all(offset in found for offset, end in pairwise(offsets) if end <= len(data))


def test_a_cut_inside_a_character_is_said(chat: Callable[..., Any]) -> None:
    data = f"{A}ends in an emoji 😀".encode()[:-2]
    read = chat(data)
    assert read.texts == ["ends in an emoji "]
    assert read.records[0].flags == ("cut_off",)
    assert [(lost.reason, lost.length) for lost in read.lost] == [("cut_off", 2)]
    assert "cut_off" in read.found.warnings
    assert read.slices() == data


@pytest.mark.parametrize("seed", range(300))
def test_a_flipped_bit_loses_nothing(seed: int, tmp_path: Path) -> None:
    data = bytearray(SAMPLE)
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 3)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path = tmp_path / "chat.txt"
    path.write_bytes(data)
    items = items_of(path)
    assert joined(items, bytes(data)) == bytes(data)
    for item in items:
        if isinstance(item, MessageRecord):
            f"{item.text}{item.sender}".encode()  # what cannot be kept is gone


def test_text_before_the_first_header_is_listed(chat: Callable[..., Any]) -> None:
    read = chat("somebody wrote this in front", f"{A}hi", f"{A}ho")
    assert [(lost.reason, lost.offset, lost.length) for lost in read.lost] == [("no_header", 0, 29)]
    assert read.texts == ["hi", "ho"]
    assert read.found.not_understood == tuple(read.lost)


def test_blank_lines_before_the_first_header_belong_to_it(chat: Callable[..., Any]) -> None:
    read = chat("", " \u200e", f"{A}hi")
    assert read.lost == []
    assert read.records[0].offset == 0


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b" \r\n\r\n", b"\xff\xfe"])
def test_an_empty_chat_is_a_result(data: bytes, chat: Callable[..., Any], *, named: bool) -> None:
    read = chat(data, name="WhatsApp Chat with Ann.txt" if named else "chat.txt")
    assert (read.found.records, read.records) == (0, [])
    assert read.slices() == data
    assert read.question("me").choices == ()
    assert read.conversations == list(read.found.conversations)
    assert [one.title for one in read.conversations] == (["Ann"] if named else [])
    assert read.found.warnings == ("no_messages",)


def test_a_chat_of_notices_alone_is_a_result(chat: Callable[..., Any]) -> None:
    read = chat("13/01/2024, 10:00 - Ann left")
    assert read.recognised
    assert (read.found.records, dict(read.found.senders)) == (1, {})


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_gives_the_same_text(codec: str, chat: Callable[..., Any]) -> None:
    lines = f"{A}Grüße 😀\r\nzwei\r\n{A}日本語\r\n"
    mark = "\ufeff" if codec.startswith("utf-16") else ""
    read = chat((mark + lines).encode(codec))
    assert read.recognised
    assert read.texts == ["Grüße 😀\r\nzwei", "日本語"]
    assert read.slices() == (mark + lines).encode(codec)


def test_a_file_that_a_disk_left_full_of_zeros_is_no_utf_16(chat: Callable[..., Any]) -> None:
    read = chat(f"{A}one\n{A}two\n".encode() + bytes(2000))
    assert read.recognised
    assert read.texts[0] == "one"
    assert read.texts[1].startswith("two\n\ufffd")
    assert read.records[1].flags == ("nul_character",)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_two_headers_behind_other_words_are_a_chat(end: str, chat: Callable[..., Any]) -> None:
    read = chat(f"my chat{end}{A}one{end}{A}two".encode())
    assert read.recognised
    assert read.texts == ["one", "two"]
    assert [lost.reason for lost in read.lost] == ["no_header"]


def test_utf_16_without_a_mark_is_known_by_its_zeros(chat: Callable[..., Any]) -> None:
    assert chat(f"{A}hi there\n".encode("utf-16-le")).texts == ["hi there"]


def test_bytes_of_windows_are_read_as_such_and_flagged(chat: Callable[..., Any]) -> None:
    data = f"13/01/2024, 10:29 - Jürgen: café\n{A}plain\n".encode("cp1252") + f"{A}é\n".encode()
    read = chat(data)
    assert [(r.sender, r.text, r.flags) for r in read.records] == [
        ("Jürgen", "café", ("windows_1252",)),
        ("Ann", "plain", ()),
        ("Ann", "é", ()),
    ]
    assert "windows_1252" in read.found.warnings


def test_a_file_of_windows_may_end_in_an_accent(chat: Callable[..., Any]) -> None:
    read = chat(f"{A}café\n{A}à bientôt, chère é".encode("cp1252"))
    assert read.texts == ["café", "à bientôt, chère é"]
    assert read.lost == []


def test_what_cannot_be_kept_is_replaced_and_flagged(chat: Callable[..., Any]) -> None:
    data = (
        f"{A}nul \0 here\n".encode()
        + A.encode()
        + b"half \xed\xa0\xbd pair \xed\xa0\xbd\xed\xb8\x80\n"
    )
    read = chat(data)
    assert read.texts == ["nul \ufffd here", "half \ufffd pair 😀"]
    assert [r.flags for r in read.records] == [("nul_character",), ("lone_surrogate",)]
    assert read.slices() == data


def test_a_half_of_a_pair_in_utf_16_is_replaced(chat: Callable[..., Any]) -> None:
    data = f"\ufeff{A}x".encode("utf-16-le") + b"\x3d\xd8" + "y\n".encode("utf-16-le")
    assert chat(data).texts == ["x\ufffdy"]


def test_a_text_that_grows_when_it_is_mended_is_cut_earlier(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(f"{A}one\n{A}".encode() + bytes(1000))
    with Source.open(path, replace(LIMITS, text_bytes=600)) as source:
        answers = Answers(date_order="dmy")
        _, one, long, rest = one_by_one(IMPORTER.read(source, answers, SILENT))
    assert isinstance(one, MessageRecord)
    assert isinstance(long, MessageRecord)
    assert isinstance(rest, NotUnderstood)
    assert len(long.text.encode()) <= 600
    assert (long.offset + long.length, rest.offset + rest.length) == (
        rest.offset,
        1000 + 2 * len(A) + 4,
    )


def test_a_text_that_is_too_long_is_kept_in_part_and_said(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    data = f"{A}{'ü' * 500}\n{'x' * 500}\n{A}short\n".encode()
    path.write_bytes(data)
    with Source.open(path, replace(LIMITS, text_bytes=400)) as source:
        items = list(one_by_one(IMPORTER.read(source, Answers(date_order="dmy"), SILENT)))[1:]
    long, rest, short = items
    assert isinstance(long, MessageRecord)
    assert (long.kind, long.flags, long.length) == ("unsupported", ("text_too_long",), 400)
    assert isinstance(rest, NotUnderstood)
    assert rest.reason == "text_too_long"
    assert isinstance(short, MessageRecord)
    assert short.text == "short"
    assert joined(items, data) == data


class Endless(io.RawIOBase):
    """A file of `size` bytes that is never held whole: one header, then one line."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.left = size
        self.start = A.encode()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        block = (self.start + b"x" * size)[: min(size, self.left)]
        self.start = b""
        self.left -= len(block)
        return block


def test_one_endless_line_is_read_in_bounded_memory() -> None:
    text = Text(A.encode())
    tracemalloc.start()
    size = sum(len(block.text) for block in text.blocks(Endless(200 << 20)))  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size == 200 << 20
    assert peak < 40 << 20


def test_a_chat_of_many_names_is_read_in_bounded_time(chat: Callable[..., Any]) -> None:
    lines = [f"13/01/2024, 10:29 - Guest {n}: hi" for n in range(20_000)]
    assert len(chat(*lines).found.senders) == 20_000


@pytest.mark.parametrize(
    "line",
    [
        " " * 100_000 + "-",
        "13/01/2024" + " " * 100_000,
        "13/01/2024, 10:29 - " + "a:" * 100_000,
        "13/01/2024, 10:29 - " + "a" * 100_000,
        "\u200e" * 100_000,
        "1/" * 100_000,
        "[" * 100_000,
        f"{A}" + "<" * 100_000 + ">",
        f"{A}" + " " * 100_000 + "<This message was edited>",
        f"{A}a.jpg (" + "(" * 100_000 + ")",
    ],
    ids=range(10),
)
def test_a_hostile_line_takes_no_longer_than_any_other(line: str, chat: Callable[..., Any]) -> None:
    assert chat(f"{A}hi", line, f"{A}ho").texts[-1] == "ho"


class _Stop(Silent):
    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        assert 0 <= done <= total, doing
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("after", [0, 1, 3])
def test_reading_can_be_stopped(after: int, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(Text.blocks, "__defaults__", (64,))
    path = tmp_path / "chat.txt"
    path.write_bytes(SAMPLE)
    with pytest.raises(Cancelled), Source.open(path) as source:
        IMPORTER.examine(source, _Stop(after))


def test_a_cut_zip_gives_what_is_left_of_the_chat(archive: Callable[..., Any]) -> None:
    lines = "".join(
        f"13/01/2024, 10:29 - Ann: {hashlib.sha256(bytes([n])).hexdigest()}\n" for n in range(200)
    )
    read = archive({"_chat.txt": lines})
    cut = read.path.with_name("cut.zip")
    cut.write_bytes(read.path.read_bytes()[:7000])
    with Source.open(cut) as source:
        assert registry.recognise(source) is IMPORTER
        found = IMPORTER.examine(source, SILENT)
        items = list(one_by_one(IMPORTER.read(source, Answers(date_order="dmy"), SILENT)))
    records = [item for item in items if isinstance(item, MessageRecord)]
    assert 50 < found.records == len(records) < 200
    assert records[-1].flags == ("cut_off",)
    assert {"cut_off", "container_cut"} <= set(found.warnings)


def test_an_encrypted_zip_is_refused(tmp_path: Path, archive: Callable[..., Any]) -> None:
    path = archive({"_chat.txt": f"{A}hi\n"}).path
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag in the local header, and in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    locked = tmp_path / "locked.zip"
    locked.write_bytes(data)
    with Source.open(locked) as source, pytest.raises(PasswordProtected):
        registry.recognise(source)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 13/01/2024",
        b"<html>13/01/2024, 10:29</html>",
        bytes(range(256)) * 20,
        b"{}",
        b"hi\n",
    ],
)
def test_other_files_are_not_taken_for_chats(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(data)
    with Source.open(path) as source:
        assert not IMPORTER.recognises(source)


@pytest.mark.parametrize(("count", "warnings"), [(39_300, 1), (9_900, 1), (9_700, 0)])
def test_a_chat_near_the_cap_of_exports_is_said(count: int, warnings: int, tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(f"{A}x\n".encode() * count)
    with Source.open(path) as source:
        found = IMPORTER.examine(source, SILENT).warnings
    assert found == ("file_is_editable", "near_cap")[: 1 + warnings]


CHILD = """
import hashlib, sys
from pathlib import Path
from logbook.domain.message import Answers
from logbook.domain.message_columns import one_by_one
from logbook.domain.progress import SILENT
from logbook.importers.source import Source
from logbook.importers.whatsapp import IMPORTER
with Source.open(Path(sys.argv[1])) as source:
    found = IMPORTER.examine(source, SILENT)
    items = list(one_by_one(IMPORTER.read(source, Answers(date_order="dmy"), SILENT)))
print(hashlib.sha256(repr((found, items)).encode()).hexdigest())
"""


def test_the_answer_is_the_same_under_every_hash_seed(archive: Callable[..., Any]) -> None:
    read = archive({"a/_chat.txt": SAMPLE * 4, "b/_chat.txt": SAMPLE, "Fähre.jpg": b"0"})
    answers = {
        subprocess.run(
            [sys.executable, "-c", CHILD, str(read.path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(answers) == 1


def test_blocks_are_small_enough_to_cancel_within_a_second() -> None:
    assert text_module.BLOCK_BYTES <= 1 << 20
