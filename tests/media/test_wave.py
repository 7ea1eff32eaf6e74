"""Tests of the wave form."""

from __future__ import annotations

import io
import wave

import pytest

from logbook.media.wave import wave_form


def test_peaks_follow_the_loudness(wave_bytes: bytes) -> None:
    silent, half, full = wave_form(io.BytesIO(wave_bytes), 3)
    assert (silent, half, full) == (0.0, pytest.approx(0.5, abs=0.01), pytest.approx(1, abs=0.01))


@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_every_sample_width_is_read(width: int) -> None:
    loudest = b"\xff" if width == 1 else b"\xff" * (width - 1) + b"\x7f"
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((2, width, 8000, 0, "NONE", ""))
        sound.writeframes(loudest * 200)
    assert wave_form(io.BytesIO(out.getvalue()), 5) == pytest.approx((1.0,) * 5, abs=0.02)


def test_there_are_never_more_peaks_than_frames_or_than_asked(wave_bytes: bytes) -> None:
    assert len(wave_form(io.BytesIO(wave_bytes), 10**9)) == 2000
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(6))
    assert wave_form(io.BytesIO(out.getvalue()), 400) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("data", [b"", b"ID3\4", b"RIFF\4\0\0\0WAVE", b"#!AMR\n"])
def test_what_is_no_plain_wave_has_no_form(data: bytes) -> None:
    assert wave_form(io.BytesIO(data)) == ()
