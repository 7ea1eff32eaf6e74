"""Tests of reading times from file names."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.media.name_times import from_name

# research: messages.md section 25
NAMES = {
    "Screenshot_20240102-153012.png": "2024-01-02T15:30:12",
    "Screenshot_20240102-153012_WhatsApp.jpg": "2024-01-02T15:30:12",
    "Screenshot_2024-01-02-15-30-12-123_com.whatsapp.jpg": "2024-01-02T15:30:12.123",
    "Screenshot_20240102_153012_com.whatsapp.jpg": "2024-01-02T15:30:12",
    "Screenshot_2024-01-02-15-30-12-12_0123456789abcdef0123456789abcdef.jpg": "2024-01-02T15:30:12",
    "Screenshot 2024-01-02 at 3.30.12\u202fPM.png": "2024-01-02T15:30:12",
    "Screenshot 2024-01-02 at 12.05.12 AM.png": "2024-01-02T00:05:12",
    "Captura de pantalla 2024-01-02 a las 3.30.12 p.\u00a0m..png": "2024-01-02T15:30:12",
    "Bildschirmfoto 2024-01-02 um 9.05.12.png": "2024-01-02T09:05:12",
    "Screenshot from 2024-01-02 15-30-12.png": "2024-01-02T15:30:12",
    "Screenshot 2024-01-02 153012.png": "2024-01-02T15:30:12",
    "IMG-20240102-WA0001.jpg": "2024-01-02",
    "PTT-20240102-WA0002.opus": "2024-01-02",
    "WhatsApp Image 2024-01-02 at 15.30.12.jpeg": "2024-01-02T15:30:12",
    "WhatsApp Image 2024-01-02 at 15.30.12 (1).jpeg": "2024-01-02T15:30:12",
    "00000042-PHOTO-2025-01-15-22-41-20.jpg": "2025-01-15T22:41:20",
    "signal-2024-01-02-15-30-12-123.jpg": "2024-01-02T15:30:12.123",
    "photo_1@02-01-2024_15-30-12.jpg": "2024-01-02T15:30:12",
    "FB_IMG_1704209412345.jpg": "2024-01-02T15:30:12.345",
    "RPReplay_Final1704209412.MP4": "2024-01-02T15:30:12",
    "PXL_20240102_153012345.jpg": "2024-01-02T15:30:12.345",
    "screen-20240102-153012.mp4": "2024-01-02T15:30:12",
    "VID_20241202_153012.mp4": "2024-12-02T15:30:12",
    "IMG_20241202_153012_1.jpg": "2024-12-02T15:30:12",
    "Call recording Alex_240102_153012.m4a": "2024-01-02T15:30:12",
    "1704209412345.jpg": "2024-01-02T15:30:12.345",
    "police report 2024-01-02.pdf": "2024-01-02",
}


@pytest.mark.parametrize(("name", "local"), NAMES.items())
def test_a_name_gives_its_time_and_not_more(name: str, local: str) -> None:
    found = from_name(name)
    assert found is not None
    assert found.local == local


@pytest.mark.parametrize(
    "name",
    ["IMG_1234.PNG", "5551234567.vcf", "report 20241302.pdf", "2024-02-30.txt", "12345678901.pdf"],
)
def test_a_name_without_a_date_gives_none(name: str) -> None:
    assert from_name(name) is None


def test_only_names_that_are_written_in_utc_say_so() -> None:
    pixel, other = from_name("PXL_20240102_153012345.jpg"), from_name("IMG_20240102_153012.jpg")
    assert pixel is not None
    assert other is not None
    assert (pixel.offset_min, other.offset_min) == (0, None)


@given(st.text(max_size=80))
def test_no_name_is_too_strange(name: str) -> None:
    found = from_name(name)
    assert found is None or datetime.fromisoformat(found.local)
