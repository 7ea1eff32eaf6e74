"""Tests of the copy without hidden data."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image

from logbook.errors import CannotBeCleaned, PictureUnreadable
from logbook.media.clean import without_hidden_data


def test_a_picture_is_given_without_place_and_device(
    photo: Image.Image, encoded: Callable[..., bytes], exif: Image.Exif
) -> None:
    data = encoded(photo, "JPEG", exif=exif)
    clean = without_hidden_data(io.BytesIO(data), "image/jpeg")
    assert b"SecretMaker" not in clean
    assert Image.open(io.BytesIO(clean)).tobytes() == Image.open(io.BytesIO(data)).tobytes()


def test_a_plain_text_hides_nothing() -> None:
    assert without_hidden_data(io.BytesIO(b"just words\n"), "text/plain") == b"just words\n"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"ID3\4\0\0\0\0\0\0", "audio/mpeg"),
        (b"%PDF-1.7\n", "text/plain"),  # what was noted is not what it is
        (b"just words", "image/png"),
        (b"From: a@b.example\nTo: c@d.example\n\nHi", "message/rfc822"),
    ],
)
def test_what_cannot_be_cleaned_is_refused(data: bytes, media_type: str) -> None:
    with pytest.raises(CannotBeCleaned):
        without_hidden_data(io.BytesIO(data), media_type)


def test_a_damaged_picture_is_refused(photo: Image.Image, encoded: Callable[..., bytes]) -> None:
    cut = encoded(photo, "JPEG")[:700]
    with pytest.raises(PictureUnreadable, match="broken"):
        without_hidden_data(io.BytesIO(cut), "image/jpeg")
