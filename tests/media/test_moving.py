"""Sound and video: what is in them, how loud, one picture, and playing them by seeking alone."""

from __future__ import annotations

import io
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from logbook.domain.evidence import MediaClass
from logbook.errors import PictureUnreadable
from logbook.media import moving
from logbook.media.look import look_into
from logbook.media.playing import RATE_HZ, Playing, Wish

Filmed = Callable[..., bytes]

# container, its codecs, media type
KINDS = {
    "mp4": ({"container": "mp4"}, "video/mp4"),
    "mov": ({"container": "mov"}, "video/quicktime"),
    "webm": ({"container": "webm", "video": "libvpx", "sound": "libopus"}, "video/webm"),
    "avi": ({"container": "avi", "sound": "mp2"}, "video/x-msvideo"),
    "m4a": ({"container": "ipod", "video": ""}, "audio/mp4"),
    "mp3": ({"container": "mp3", "video": "", "sound": "libmp3lame"}, "audio/mpeg"),
    "opus": ({"container": "ogg", "video": "", "sound": "libopus"}, "audio/ogg"),
    "aac": ({"container": "adts", "video": ""}, "audio/aac"),
    "flac": ({"container": "flac", "video": "", "sound": "flac"}, "audio/flac"),
    "wav": ({"container": "wav", "video": "", "sound": "pcm_s16le"}, "audio/wav"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_known_measured_and_drawn(filmed: Filmed, kind: str) -> None:
    made, media_type = KINDS[kind]
    data = filmed(**made, quiet_until_s=1.5)
    found = moving.look(io.BytesIO(data), media_type)
    assert found.has_sound
    assert found.has_video == bool(made.get("video", "mpeg4"))
    assert found.duration_s == pytest.approx(3, abs=0.2)
    peaks = moving.wave_form(io.BytesIO(data), media_type, 20)
    assert len(peaks) == 20
    assert max(peaks[:8]) < 0.1, "the first half is quiet"
    assert min(peaks[12:18]) > 0.3


def test_a_long_sound_is_listened_to_here_and_there(
    wave_bytes: bytes,
) -> None:
    hour = _wave_of(3_600)
    reads = _Counted(hour)
    peaks = moving.wave_form(reads, "audio/wav", 400)  # type: ignore[arg-type] # reads like one
    assert len(peaks) == 240
    assert reads.bytes_read < len(hour) / 2
    assert wave_bytes


def _wave_of(seconds: int) -> bytes:
    rate = 8_000
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", 36 + seconds * rate * 2, b"WAVE", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16),
        *(b"data", seconds * rate * 2),
    )
    return head + struct.pack("<h", 9_000) * (seconds * rate)


class _Counted(io.BytesIO):
    bytes_read = 0

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        self.bytes_read += len(data)
        return data


def test_one_picture_of_a_video(filmed: Filmed) -> None:
    data = filmed()
    early = moving.picture_at(io.BytesIO(data), "video/mp4", 0.2, 80)
    late = moving.picture_at(io.BytesIO(data), "video/mp4", 2.5, 80)
    assert (early.width_px, early.height_px) == (80, 60)
    assert early.rgb[0] + 60 < late.rgb[0]


@pytest.mark.parametrize("kind", ["mp4", "mov", "webm", "avi"])
def test_a_video_has_a_small_picture_a_size_and_a_length(filmed: Filmed, kind: str) -> None:
    made, _ = KINDS[kind]
    facts = look_into(io.BytesIO(filmed(**made)), f"door.{kind}")
    assert facts.media_class is MediaClass.VIDEO
    assert (facts.width_px, facts.height_px) == (160, 120)
    assert facts.duration_s == pytest.approx(3, abs=0.2)
    assert facts.thumbnail is not None
    assert Image.open(io.BytesIO(facts.thumbnail)).size == (160, 120)
    assert facts.problem == ""


def test_a_video_that_was_filmed_upright_stands_upright(filmed: Filmed) -> None:
    """A phone turns nothing: it writes how to turn into the header (ISO/IEC 14496-12, 8.3.2)."""
    data = filmed(sound="")
    straight = struct.pack(">9i", 65_536, 0, 0, 0, 65_536, 0, 0, 0, 1 << 30)
    turned = struct.pack(">9i", 0, 65_536, 0, -65_536, 0, 0, 120 << 16, 0, 1 << 30)
    at = data.index(straight, data.index(b"tkhd"))
    upright = data[:at] + turned + data[at + len(turned) :]
    assert moving.picture_at(io.BytesIO(data), "video/mp4", 0.2, 80).quarters == 0
    assert moving.picture_at(io.BytesIO(upright), "video/mp4", 0.2, 80).quarters == 1
    facts = look_into(io.BytesIO(upright), "upright.mp4")
    assert (facts.width_px, facts.height_px) == (120, 160)


@pytest.mark.parametrize("side_px", [16, 33, 90, 161])
def test_a_picture_has_rows_without_gaps_in_every_size(filmed: Filmed, side_px: int) -> None:
    found = moving.picture_at(io.BytesIO(filmed(sound="")), "video/mp4", 1.5, side_px)
    assert len(found.rgb) == found.width_px * found.height_px * 3
    assert max(found.width_px, found.height_px) == min(side_px, 160)
    assert max(found.rgb) - min(found.rgb) < 12, "one shade from edge to edge"


# Lists and references: nothing beside the file is ever opened


class _Refusing(io.BytesIO):
    """The file itself; what else is opened would show in the child, which may open nothing."""


@pytest.mark.parametrize("media_type", sorted({kind for _, kind in KINDS.values()}))
@pytest.mark.parametrize("before", [b"", b"ID3\x04\0\0\0\0\0\0"])
@pytest.mark.parametrize(
    "words",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{path}\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile '{path}'\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n",
        "<?xml version='1.0'?><MPD><BaseURL>{path}</BaseURL></MPD>",
        "RTSP://127.0.0.1/x\n",
    ],
)
def test_a_list_that_names_another_file_plays_nothing(
    filmed: Filmed, tmp_path: Path, media_type: str, before: bytes, words: str
) -> None:
    beside = tmp_path / "beside.mp4"
    beside.write_bytes(filmed(seconds=1))
    opened_before = beside.stat().st_atime_ns
    list_of_files = before + words.format(path=beside).encode()
    with pytest.raises(PictureUnreadable):
        moving.look(_Refusing(list_of_files), media_type)
    assert beside.stat().st_atime_ns == opened_before


@pytest.mark.parametrize(
    "media_type", ["application/vnd.apple.mpegurl", "application/sdp", "text/plain", ""]
)
def test_a_kind_that_is_not_on_the_list_is_not_tried(filmed: Filmed, media_type: str) -> None:
    with pytest.raises(PictureUnreadable, match="unsupported"):
        moving.look(io.BytesIO(filmed(seconds=1)), media_type)


@pytest.mark.parametrize("data", [b"", b"ID3", bytes(5_000), b"\0\0\0\x18ftypisom" + bytes(80)])
def test_what_is_no_sound_says_so(filmed: Filmed, data: bytes) -> None:
    del filmed
    for media_type in ("video/mp4", "audio/mpeg", "audio/ogg"):
        with pytest.raises(PictureUnreadable):
            moving.look(io.BytesIO(data), media_type)


# Playing


@pytest.fixture
def playing(filmed: Filmed) -> Iterator[Callable[..., Playing]]:
    started: list[Playing] = []

    def play(data: bytes | None = None, wish: Wish | None = None, **made: object) -> Playing:
        has_sound = bool(made.get("sound", "aac"))
        content = filmed(**made) if data is None else data
        one = Playing(io.BytesIO(content), "video/mp4", wish or Wish(), has_sound=has_sound)
        started.append(one)
        return one

    yield play
    for one in started:
        one.stop()
    assert all(one.wait_until_over(30) for one in started)


def _listen(one: Playing, *, most_s: float = 30) -> tuple[bytes, list[int]]:
    """Take all of it as a loudspeaker would, only quicker; return sound and shades of pictures."""
    heard, shades = bytearray(), []
    deadline = time.monotonic() + 60
    while not one.ended and len(heard) < most_s * RATE_HZ * 4:
        assert time.monotonic() < deadline
        waiting = sum(len(data) for _, data in tuple(one._sound)) - one._within
        there = waiting >= 960 * 4 if one._has_sound else bool(one._pictures)
        if there or one._all_decoded:
            heard += one.take_sound(960)
            one.let_pass(0.02)
        else:
            time.sleep(0.001)
        picture = one.take_picture()
        if picture is not None:
            shades.append(picture.rgb[0])
    return bytes(heard), shades


def test_everything_is_heard_and_seen_in_order(playing: Callable[..., Playing]) -> None:
    one = playing()
    heard, shades = _listen(one)
    assert len(heard) / 4 / RATE_HZ == pytest.approx(3, abs=0.2)
    assert shades == sorted(shades)
    assert len(shades) > 20
    assert one.at_s == pytest.approx(3, abs=0.2)
    assert one.problem == ""


@pytest.mark.parametrize(("speed", "length_s"), [(0.75, 4.0), (1.5, 2.0)])
def test_a_speed_changes_the_length_alone(
    playing: Callable[..., Playing], speed: float, length_s: float
) -> None:
    one = playing(video="", wish=Wish(speed=speed))
    heard, _ = _listen(one)
    assert len(heard) / 4 / RATE_HZ == pytest.approx(length_s, abs=0.25)
    assert one.at_s == pytest.approx(3, abs=0.2)


def test_another_place_is_heard_at_once_from_there(playing: Callable[..., Playing]) -> None:
    one = playing()
    _listen(one, most_s=0.5)
    one.seek(2.0)
    assert one.at_s == 2.0
    heard, shades = _listen(one)
    assert len(heard) / 4 / RATE_HZ == pytest.approx(1, abs=0.25)
    assert shades[0] > 150


def test_what_was_heard_to_its_end_can_be_heard_again(playing: Callable[..., Playing]) -> None:
    one = playing()
    _listen(one)
    one.seek(0.0)
    heard, _ = _listen(one)
    assert len(heard) / 4 / RATE_HZ == pytest.approx(3, abs=0.2)


def test_a_video_without_sound_goes_on_with_the_clock(playing: Callable[..., Playing]) -> None:
    _, shades = _listen(playing(sound=""))
    assert shades == sorted(shades)
    assert len(shades) > 20


def test_a_stopped_one_gives_silence_at_once_and_ends(playing: Callable[..., Playing]) -> None:
    one = playing()
    _listen(one, most_s=0.2)
    one.stop()
    assert one.take_sound(960) == bytes(960 * 4)
    assert one.take_picture() is None
    assert one.wait_until_over(30)


def test_of_two_gigabytes_only_what_is_heard_is_read(filmed: Filmed) -> None:
    """An hour of sound: a place near its end is heard after reading a few hundred kilobytes."""
    del filmed
    stream = _Counted(_wave_of(3_600))
    one = Playing(stream, "audio/wav", Wish(at_s=3_500.0), has_sound=True)  # type: ignore[arg-type] # reads like one
    heard, _ = _listen(one, most_s=1)
    one.stop()
    assert one.wait_until_over(30)
    assert any(heard)
    assert stream.bytes_read < 4 << 20


def test_a_file_that_is_closed_while_it_plays_ends_it(filmed: Filmed) -> None:
    stream = io.BytesIO(filmed(seconds=20))
    one = Playing(stream, "video/mp4", Wish(), has_sound=True)
    _listen(one, most_s=0.2)
    stream.close()
    one.seek(15.0)
    assert one.wait_until_over(30)
    assert one.ended


# The libraries are built against stand-ins and say so when they are loaded in a process of Qt's.
@pytest.mark.qt_log_ignore("Couldn't (load|resolve)")
def test_an_installation_without_the_libraries_says_that_it_cannot_play(
    filmed: Filmed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from logbook.media.decoders import ffmpeg, ffmpeg_abi
    from logbook.media.decoders import moving as decoder

    data = filmed(seconds=1)
    monkeypatch.setattr(ffmpeg_abi, "_VERSIONS", {**ffmpeg_abi._VERSIONS, "avformat": 60})
    monkeypatch.setattr(ffmpeg, "_loaded", [])
    decoder.prepare()
    options = {"media_type": "video/mp4", "count": 10, "at_s": 0.0, "side_px": 90}
    for job in (decoder.look, decoder.wave, decoder.frame, decoder.small_picture):
        assert job(io.BytesIO(data), options).fields == {"problem": "unsupported"}
