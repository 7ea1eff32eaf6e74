"""Small real pictures, sounds and documents, made here."""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from logbook.media import child


@pytest.fixture(autouse=True, scope="session")
def _end_children() -> Iterator[None]:
    yield
    child.end_all()


@pytest.fixture
def photo() -> Image.Image:
    """A picture like a photograph: no two neighbours equal, a corner that tells its way up."""
    picture = Image.effect_noise((96, 64), 60).convert("RGB")
    ImageDraw.Draw(picture).rectangle((0, 0, 20, 12), fill=(250, 20, 20))
    return picture


@pytest.fixture
def encoded() -> Callable[..., bytes]:
    """Encode a picture."""

    def encode(picture: Image.Image, kind: str, **options: object) -> bytes:
        out = io.BytesIO()
        picture.save(out, kind, **options)
        return out.getvalue()

    return encode


@pytest.fixture
def exif() -> Image.Exif:
    """EXIF as a phone writes it, with a place that must never leave."""
    tags = Image.Exif()
    tags[0x010F] = "SecretMaker"
    tags[0x0132] = "2024:12:03 09:00:00"
    details = tags.get_ifd(0x8769)
    details[0x9003] = "2024:12:02 15:30:12"
    details[0x9011] = "-05:00"
    details[0x9291] = "250"
    place = tags.get_ifd(0x8825)
    place[1], place[2] = "N", (40.0, 26.0, 46.0)
    place[7], place[29] = (20.0, 30.0, 10.0), "2024:12:02"
    return tags


@pytest.fixture
def wave_bytes() -> bytes:
    """One second: silence, then half loudness, then full."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        for level in (0, 16_384, 32_767):
            sound.writeframes(struct.pack("<2666h", *[level, -level] * 1333))
    return out.getvalue()


@pytest.fixture
def pdf_bytes() -> bytes:
    """Three empty pages, the first wide."""
    out = io.BytesIO()
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(400, 200)
        document.new_page(200, 400)
        document.new_page(200, 400)
        document.save(out)
    return out.getvalue()


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


@pytest.fixture
def movie() -> Callable[..., bytes]:
    """Make the skeleton of an MP4: as long as wanted, the header at the end."""

    def make(*, brand: bytes = b"isom", created: int = 3_815_998_212, media: int = 64) -> bytes:
        header = struct.pack(">4xIIII80x", created, created, 1000, 61_500)
        matrix = (0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30)  # turned by a quarter
        track = struct.pack(">4x20x16x9iII", *matrix, 1920 << 16, 1080 << 16)
        moov = _box(b"moov", _box(b"mvhd", header) + _box(b"trak", _box(b"tkhd", track)))
        return _box(b"ftyp", brand + b"\0\0\2\0mp42") + _box(b"mdat", bytes(media)) + moov

    return make


@pytest.fixture(scope="session")
def filmed() -> Callable[..., bytes]:
    """Make a sound or video of some seconds: a tone, and pictures that get lighter."""
    import av

    def make(
        container: str = "mp4",
        seconds: int = 3,
        *,
        video: str = "mpeg4",
        sound: str = "aac",
        quiet_until_s: float = 0.0,
    ) -> bytes:
        out = io.BytesIO()
        with av.open(out, "w", format=container) as target:
            pictures = target.add_stream(video, rate=10) if video else None
            if pictures is not None:
                pictures.width, pictures.height, pictures.pix_fmt = 160, 120, "yuv420p"
            tone = target.add_stream(sound, rate=48_000) if sound else None
            for number in range(seconds * 10):
                if pictures is not None:
                    target.mux(pictures.encode(_shade(av, number, seconds * 10)))
                if tone is not None:
                    loud = 0 if number / 10 < quiet_until_s else 16_000
                    target.mux(tone.encode(_tone(av, number, loud)))
            for stream in (pictures, tone):
                if stream is not None:
                    target.mux(stream.encode(None))
        return out.getvalue()

    return make


def _shade(av: Any, number: int, count: int) -> Any:
    frame = av.VideoFrame(160, 120, "rgb24")
    frame.planes[0].update(bytes([number * 255 // count]) * frame.planes[0].buffer_size)
    shade = frame.reformat(format="yuv420p")
    shade.pts = number
    return shade


def _tone(av: Any, number: int, loud: int) -> Any:
    first = number * 4_800
    samples = [int(loud * math.sin(at / 20)) for at in range(first, first + 4_800)]
    frame = av.AudioFrame(format="s16", layout="mono", samples=4_800)
    data = struct.pack("<4800h", *samples)
    frame.planes[0].update(data.ljust(frame.planes[0].buffer_size, b"\0"))
    frame.sample_rate, frame.pts = 48_000, first
    return frame
