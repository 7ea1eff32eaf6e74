"""The stretch of an export that a record is: exactly its bytes, from any kind of file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import BinaryIO

import pytest

from logbook import errors
from logbook.domain.progress import SILENT
from logbook.errors import Cancelled
from logbook.importers import original
from logbook.importers.original import read_stretch

LINES = [f"09/11/2026, 19:{at % 60:02} - Dale: number {at} né".encode() for at in range(4_000)]
CHAT = b"\n".join(LINES)


def opening(data: bytes) -> Callable[[], BinaryIO]:
    return lambda: io.BytesIO(data)


def packed(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return made.getvalue()


def place_of(line: int) -> tuple[int, int]:
    return sum(len(one) + 1 for one in LINES[:line]), len(LINES[line])


@pytest.mark.parametrize("line", [0, 1, 2_345, 3_999])
def test_a_stretch_of_a_plain_file_is_read_by_its_offset(line: int) -> None:
    offset, length = place_of(line)
    piece = read_stretch(opening(CHAT), f"{offset}+{length}", 1_000)
    assert (piece.data, piece.codec, piece.is_cut) == (LINES[line], "utf-8", False)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_stretch_of_a_member_is_read_by_number_and_offset(method: int) -> None:
    whole = packed(("a.jpg", b"\xff\xd8\xff"), ("chat.txt", CHAT), method=method)
    offset, length = place_of(3_210)
    piece = read_stretch(opening(whole), f"1:{offset}+{length}", 1_000)
    assert piece.data == LINES[3_210]


def test_a_zip_of_zips_has_the_members_of_those() -> None:
    inner = packed(("chat.txt", CHAT))
    whole = packed(("one.zip", inner), ("two.zip", packed(("other.txt", b"other"))))
    offset, length = place_of(7)
    assert read_stretch(opening(whole), f"0:{offset}+{length}", 99).data == LINES[7]
    assert read_stretch(opening(whole), "1:0+5", 99).data == b"other"


def test_a_long_stretch_is_cut_and_says_so() -> None:
    piece = read_stretch(opening(CHAT), "0+50000", 100)
    assert (piece.data, piece.is_cut) == (CHAT[:100], True)


def test_a_file_in_utf_16_speaks_for_its_own_codec() -> None:
    wide = "<sms body='Hallo' />".encode("utf-16")
    piece = read_stretch(opening(wide), f"2+{len(wide) - 2}", 999)
    assert piece.data.decode(piece.codec) == "<sms body='Hallo' />"


@pytest.mark.parametrize("locator", ["", "x", "1:0+5", "99:0+5", "-1+5", "0+", "3:", "1" * 40])
def test_what_is_no_stretch_of_the_file_is_refused(locator: str) -> None:
    with pytest.raises(errors.ImportFailed):
        read_stretch(opening(CHAT), locator, 100)


def test_a_stretch_behind_the_end_is_empty() -> None:
    assert read_stretch(opening(b"short"), "400+5", 100).data == b""
    whole = packed(("chat.txt", b"short"))
    assert read_stretch(opening(whole), "0:400+5", 100).data == b""


def test_a_locked_member_is_refused_and_a_damaged_one_read_as_far_as_it_goes() -> None:
    whole = bytearray(packed(("chat.txt", CHAT)))
    whole[len(whole) // 2 : len(whole) // 2 + 200] = b"\0" * 200
    offset, length = place_of(3)
    piece = read_stretch(opening(bytes(whole)), f"0:{offset}+{length}", 100)
    assert piece.data == LINES[3]
    locked = bytearray(packed(("chat.txt", CHAT)))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + at] |= 1
    with pytest.raises(errors.ImportFailed):
        read_stretch(opening(bytes(locked)), "0:0+5", 100)


def test_going_to_a_far_place_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(original, "_SKIP_BYTES", 1_000)

    class Stopping:
        def __call__(self, done: int, total: int, doing: str = "") -> None:
            SILENT(done, total, doing)
            if done > 5_000:
                raise Cancelled

        def give_way(self) -> None:
            pass

    with pytest.raises(Cancelled):
        read_stretch(opening(packed(("chat.txt", CHAT))), "0:90000+5", 100, Stopping())
