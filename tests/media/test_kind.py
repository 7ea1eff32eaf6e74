"""Tests of recognising files by content."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from logbook.domain.evidence import MediaClass
from logbook.media.kind import class_of, name_disagrees, recognise


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "TIFF"])
def test_a_picture_is_known_by_its_bytes_under_any_name(
    kind: str, photo: Image.Image, encoded: Callable[..., bytes]
) -> None:
    found = recognise(encoded(photo, kind), "holiday.txt")
    assert found == (f"image/{kind.lower()}", MediaClass.PICTURE)


@pytest.mark.parametrize(
    ("brand", "expected"),
    [
        (b"isom", "video/mp4"),
        (b"mp42", "video/mp4"),
        (b"qt  ", "video/quicktime"),
        (b"3gp4", "video/3gpp"),
        (b"M4A ", "audio/mp4"),
        (b"heic", "image/heic"),
        (b"avif", "image/avif"),
    ],
)
def test_files_that_share_the_ftyp_box_are_told_apart_by_brand(
    brand: bytes, expected: str, movie: Callable[..., bytes]
) -> None:
    assert recognise(movie(brand=brand))[0] == expected


def test_a_heif_picture_with_a_general_brand_is_known_by_a_compatible_one() -> None:
    head = b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf" + bytes(40)
    assert recognise(head)[0] == "image/heic"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
        (b"RIFF\x24\0\0\0AVI LIST", "video/x-msvideo"),
        (b"ID3\4\0\0\0\0\0\0", "audio/mpeg"),
        (b"\xff\xfb\x90\x00" + bytes(413) + b"\xff\xfb\x90\x00", "audio/mpeg"),
        (b"\xff\xf1\x50\x80\x02\x1f\xfc" + bytes(9) + b"\xff\xf1\x50\x80", "audio/aac"),
        (b"OggS\0\2" + bytes(22) + b"OpusHead", "audio/ogg"),
        (b"OggS\0\2" + bytes(22) + b"\x80theora", "video/ogg"),
        (b"fLaC\0\0\0\x22", "audio/flac"),
        (b"#!AMR\n\x3c", "audio/amr"),
        (b"#!AMR-WB\n\x3c", "audio/amr-wb"),
        (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\1B\x82\x84webm", "video/webm"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\r\n junk first\n%PDF-1.4", "application/pdf"),
        (b"{\\rtf1\\ansi hello}", "application/rtf"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "text/vcard"),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", "text/calendar"),
        (b"From: a@b.example\r\nTo: c@d.example\r\n\r\nHello", "message/rfc822"),
        (b"From a@b.example Mon Dec  2 15:30:12 2024\nFrom: a@b.example\n", "application/mbox"),
        (b"<!DOCTYPE html><p>x", "text/html"),
        (b"<?xml version='1.0'?><smses count='0'/>", "text/xml"),
        (b"<?xml version='1.0'?><svg/>", "image/svg+xml"),
        ("Hello, señora".encode("utf-16"), "text/plain"),
        ("caf\xe9 au lait".encode("cp1252"), "text/plain"),
        (b"\x00\x01\x02\x03binary", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_a_head_has_its_kind(head: bytes, expected: str) -> None:
    assert recognise(head)[0] == expected


def test_the_name_only_refines_plain_text() -> None:
    assert recognise(b"a,b\n1,2\n", "calls.csv")[0] == "text/csv"
    assert recognise(b"a,b\n1,2\n", "calls.jpg")[0] == "text/plain"


def test_office_files_are_told_from_other_zips() -> None:
    def packed(*names: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in names:
                archive.writestr(name, "x")
        return out.getvalue()

    assert recognise(packed("[Content_Types].xml", "word/document.xml"))[0].endswith(".document")
    assert recognise(packed("[Content_Types].xml", "xl/workbook.xml"))[0].endswith(".sheet")
    assert recognise(packed("WhatsApp Chat with Sam.txt"))[0] == "application/zip"
    assert recognise(packed("AndroidManifest.xml"))[0] == "application/vnd.android.package-archive"


def test_a_sqlite_database_is_known() -> None:
    with sqlite3.connect(":memory:") as database:
        database.execute("create table t (a)")
        data = database.serialize()
    database.close()
    assert recognise(data)[0] == "application/vnd.sqlite3"


def test_a_drawing_program_in_svg_is_never_treated_as_a_picture() -> None:
    assert class_of("image/svg+xml") is MediaClass.OTHER


@pytest.mark.parametrize(
    ("name", "media_type", "differs"),
    [
        ("a.jpg", "image/heic", True),
        ("a.JPEG", "image/jpeg", False),
        ("a.txt", "application/pdf", True),
        ("voice.m4a", "video/mp4", False),
        ("noending", "image/png", False),
        ("strange.xyz", "image/png", False),
        ("C:\\old\\a.png", "image/png", False),
    ],
)
def test_a_name_that_says_something_else_is_noticed(
    name: str, media_type: str, *, differs: bool
) -> None:
    assert name_disagrees(name, media_type) is differs


@given(st.binary(max_size=400), st.text(max_size=40))
def test_no_bytes_are_too_strange(head: bytes, name: str) -> None:
    media_type, media_class = recognise(head, name)
    assert class_of(media_type) is media_class
    assert name_disagrees(name, media_type) in {True, False}
