"""Tests of looking into a whole file."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageChops, ImageCms, PngImagePlugin

from logbook.domain.evidence import FileFacts, MediaClass, TimeBasis
from logbook.errors import FileUnreadable
from logbook.media import child, kind
from logbook.media.look import look_into

Encode = Callable[..., bytes]
CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"


def look(data: bytes, name: str = "", modified: datetime | None = None) -> FileFacts:
    return look_into(io.BytesIO(data), name, modified=modified)


def opened(facts: FileFacts) -> Image.Image:
    assert facts.print_copy is not None
    picture = Image.open(io.BytesIO(facts.print_copy.data))
    picture.load()
    assert picture.size == (facts.print_copy.width_px, facts.print_copy.height_px)
    assert f"image/{(picture.format or '').lower()}" == facts.print_copy.media_type
    return picture


def far_apart(one: Image.Image, other: Image.Image) -> float:
    difference = ImageChops.difference(one.convert("L"), other.convert("L"))
    counts = difference.histogram()
    return sum(level * count for level, count in enumerate(counts)) / sum(counts)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("file_kind", ["PNG", "JPEG"])
def test_every_orientation_is_baked_in(
    orientation: int, file_kind: str, photo: Image.Image, encoded: Encode, exif: Image.Exif
) -> None:
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Pillow's transpose that stores it so
    stored = photo.transpose(Image.Transpose(undo[orientation])) if orientation > 1 else photo
    exif[0x0112] = orientation
    facts = look(encoded(stored, file_kind, exif=exif, **_fine(file_kind)))
    upright = opened(facts)
    assert upright.size == photo.size == (facts.width_px, facts.height_px)
    assert far_apart(upright, photo) < (0.01 if file_kind == "PNG" else 6)
    assert upright.getexif().get(0x0112, 1) == 1


def _fine(file_kind: str) -> dict[str, object]:
    return {"quality": 95, "subsampling": 0} if file_kind == "JPEG" else {}


@pytest.mark.parametrize("file_kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_nothing_hidden_is_in_the_print_copy_or_the_thumbnail(
    file_kind: str, orientation: int, photo: Image.Image, encoded: Encode, exif: Image.Exif
) -> None:
    exif[0x0112] = orientation
    data = encoded(photo, file_kind, exif=exif)
    if file_kind == "JPEG":
        data = _with_hidden_segments(data)
    assert b"SecretMaker" in data
    facts = look(data)
    assert facts.print_copy is not None
    assert facts.thumbnail is not None
    for copy in (facts.print_copy.data, facts.thumbnail):
        for secret in (b"SecretMaker", b"2024:12:02", b"Exif", b"canary", b"ICC_PROFILE"):
            assert secret not in copy
        assert not Image.open(io.BytesIO(copy)).getexif()


def _with_hidden_segments(data: bytes) -> bytes:
    def segment(marker: int, content: bytes) -> bytes:
        return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content

    hidden = (
        segment(0xE0, b"JFXX\0\x10canary thumbnail")
        + segment(0xE2, b"ICC_PROFILE\0\1\1canary")
        + segment(0xED, b"Photoshop 3.0\0canary")
        + segment(0xFE, b"canary comment")
    )
    return data[:2] + hidden + data[2:] + b"canary after the end"


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_an_upright_jpeg_is_passed_through_with_equal_pixels(
    mode: str, photo: Image.Image, encoded: Encode, exif: Image.Exif, *, progressive: bool
) -> None:
    plain = encoded(photo.convert(mode), "JPEG", progressive=progressive)
    data = encoded(photo.convert(mode), "JPEG", progressive=progressive, exif=exif)
    facts = look(_with_hidden_segments(data))
    assert facts.print_copy is not None
    assert facts.print_copy.data == plain
    assert opened(facts).tobytes() == Image.open(io.BytesIO(data)).tobytes()


def test_an_adobe_jpeg_whose_colours_need_its_marker_is_drawn_anew(encoded: Encode) -> None:
    red = encoded(Image.new("RGB", (32, 32), (200, 30, 40)), "JPEG", keep_rgb=True, quality=95)
    picture = opened(look(red))
    assert far_apart(picture, Image.new("RGB", (32, 32), (200, 30, 40))) < 4


@pytest.mark.parametrize("mode", ["RGB", "L", "P"])
def test_a_plain_png_is_passed_through_with_its_image_data(
    mode: str, photo: Image.Image, encoded: Encode
) -> None:
    picture = photo.convert(mode)
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "canary")
    notes.add(b"tIME", struct.pack(">HBBBBB", 2024, 12, 2, 15, 30, 12))
    facts = look(encoded(picture, "PNG", pnginfo=notes))
    assert facts.print_copy is not None
    assert facts.print_copy.data == encoded(picture, "PNG")
    assert [time.local for time in facts.times] == ["2024-12-02T15:30:12"]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA", "1", "CMYK", "YCbCr", "I;16", "HSV", "LAB"])
def test_other_modes_become_opaque_8_bit(mode: str, photo: Image.Image, encoded: Encode) -> None:
    if mode == "I;16":
        picture = Image.new("I;16", (40, 30), 0x8000)
    elif mode == "PA":
        picture = photo.convert("P").convert("PA")
    else:
        picture = photo.convert("RGB").convert(mode)
    tiff = mode in {"CMYK", "YCbCr", "LAB", "HSV", "PA"}
    copy = opened(look(encoded(picture.convert("RGB") if mode == "HSV" else picture, "TIFF")))
    assert copy.mode in {"RGB", "L", "P"}
    if not tiff:
        copy = opened(look(encoded(picture, "PNG")))
        assert copy.mode in {"RGB", "L", "P"}
    if mode == "I;16":
        assert copy.getpixel((5, 5)) == 128


def test_what_was_see_through_is_white(encoded: Encode) -> None:
    picture = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    assert opened(look(encoded(picture, "PNG"))).convert("RGB").getpixel((3, 3)) == (255,) * 3
    half = Image.new("RGBA", (20, 20), (0, 0, 0, 128))
    shade = opened(look(encoded(half, "PNG"))).convert("L").getpixel((3, 3))
    assert shade == pytest.approx(127, abs=1)


def _png(
    width: int, height: int, *, colour: int, rows: bytes = b"", packed: bytes = b"", laced: int = 0
) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, laced)
    chunks = ((b"IHDR", head), (b"IDAT", packed or zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(body, zlib.crc32(name)))
    return struct.pack(">I", len(body)) + name + body + checksum


def test_an_interlaced_png_is_rewritten() -> None:
    facts = look(_png(1, 1, colour=2, rows=bytes(4), laced=1))
    assert facts.print_copy is not None
    assert facts.print_copy.data[28] == 0
    assert not facts.problem


@pytest.mark.parametrize("rows", [bytes(3), bytes(5), b"\5" + bytes(3)])
def test_a_png_with_wrong_rows_is_not_passed_through(rows: bytes) -> None:
    data = _png(1, 1, colour=2, rows=rows)
    facts = look(data)
    assert facts.print_copy is None or facts.print_copy.data != data


def test_data_hidden_behind_the_pixels_of_a_png_does_not_pass(
    photo: Image.Image, encoded: Encode
) -> None:
    plain = encoded(photo, "PNG")
    end = plain[-12:]
    extra = _chunk(b"IDAT", b"canary hidden in image data")
    facts = look(plain[:-12] + extra + end)
    assert facts.print_copy is None or b"canary" not in facts.print_copy.data


def test_a_screenshot_stays_png_and_a_photo_becomes_jpeg(encoded: Encode) -> None:
    screenshot = Image.new("RGB", (400, 600), "white")
    noise = Image.merge("RGB", [Image.effect_noise((400, 600), 50) for _ in range(3)])
    assert opened(look(encoded(screenshot, "WEBP", lossless=True))).format == "PNG"
    assert opened(look(encoded(noise, "WEBP"))).format == "JPEG"
    assert opened(look(encoded(noise.convert("CMYK"), "JPEG"))).format == "JPEG"


def test_a_wide_colour_profile_is_brought_to_srgb(encoded: Encode) -> None:
    # A profile whose red and green are swapped shows at once whether it was used.
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile = profile.replace(b"s\0R\0G\0B", b"o\0d\0d\0!").replace(b"sRGB", b"odd!")
    red, green = profile.find(b"rXYZ"), profile.find(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    picture = Image.new("RGB", (30, 30), (250, 0, 0))
    shown = opened(look(encoded(picture, "PNG", icc_profile=bytes(profile)))).convert("RGB")
    red_level, green_level, _ = shown.getpixel((5, 5))
    assert green_level > 200 > red_level


@pytest.mark.parametrize("file_kind", ["GIF", "WEBP", "AVIF", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_shown_and_that_is_said(
    file_kind: str, encoded: Encode
) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue", "green")]
    options = {"quality": 100} if file_kind in {"WEBP", "AVIF"} else {}
    facts = look(encoded(frames[0], file_kind, save_all=True, append_images=frames[1:], **options))
    assert "animated" in facts.notes
    red, _, blue = opened(facts).convert("RGB").getpixel((5, 5))
    assert red > 200
    assert blue < 60


def test_a_thumbnail_is_a_small_upright_jpeg(encoded: Encode) -> None:
    facts = look(encoded(Image.new("RGB", (1000, 500), "red"), "PNG"))
    assert facts.thumbnail is not None
    small = Image.open(io.BytesIO(facts.thumbnail))
    assert (small.format, small.size) == ("JPEG", (320, 160))


def test_a_picture_bomb_is_kept_and_said_to_be_too_large() -> None:
    facts = look(_png(30_000, 30_000, colour=0, rows=b"\0" * 1000))
    assert (facts.problem, facts.print_copy, facts.media_class) == (
        "too_large",
        None,
        MediaClass.PICTURE,
    )


@pytest.mark.slow
def test_a_picture_within_the_limit_that_eats_all_memory_is_too_large(encoded: Encode) -> None:
    packer = zlib.compressobj(1)
    row = b"\0" + bytes(13_000 * 4)
    rows = b"".join(packer.compress(row * 100) for _ in range(130)) + packer.flush()
    facts = look(_png(13_000, 13_000, colour=6, packed=rows))
    assert (facts.problem, facts.print_copy) == ("too_large", None)
    assert not look(encoded(Image.new("RGB", (9, 9)), "PNG")).problem  # by a new child


def test_a_large_jpeg_on_its_side_is_reduced_and_not_refused(encoded: Encode) -> None:
    tags = Image.Exif()
    tags[0x0112] = 6
    facts = look(encoded(Image.new("L", (12_000, 8_000), 200), "JPEG", exif=tags))
    assert (facts.width_px, facts.height_px) == (8_000, 12_000)
    assert facts.print_copy is not None
    assert (facts.print_copy.width_px, facts.print_copy.height_px) == (4_000, 6_000)


@pytest.mark.parametrize("file_kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "TIFF"])
def test_a_cut_picture_is_kept_and_said_to_be_broken(
    file_kind: str, photo: Image.Image, encoded: Encode
) -> None:
    data = encoded(photo, file_kind)
    facts = look(data[: len(data) // 2])
    assert facts.problem == "broken"
    assert facts.print_copy is None
    assert facts.media_class is MediaClass.PICTURE


@pytest.mark.skipif(find_spec("pi_heif") is not None, reason="its extra is installed")
def test_a_heic_picture_without_its_extra_is_unsupported_and_named(
    movie: Callable[..., bytes],
) -> None:
    facts = look(movie(brand=b"heic"), "IMG_20241202_153012.jpg")
    assert facts.media_type == "image/heic"
    assert facts.problem == "unsupported"
    assert "name_disagrees" in facts.notes
    assert [time.local for time in facts.times] == ["2024-12-02T15:30:12"]


def test_a_picture_has_its_own_time_first_then_the_names_then_the_file_systems(
    photo: Image.Image, encoded: Encode, exif: Image.Exif
) -> None:
    modified = datetime(2024, 12, 5, tzinfo=UTC)
    facts = look(encoded(photo, "JPEG", exif=exif), "IMG-20241204-WA0001.jpg", modified)
    assert [(time.local, time.offset_min, time.basis) for time in facts.times] == [
        ("2024-12-02T15:30:12.250", -300, TimeBasis.EXIF),
        ("2024-12-02T20:30:10", 0, TimeBasis.EXIF),
        ("2024-12-04", None, TimeBasis.FILE_NAME),
        ("2024-12-05T00:00:00", 0, TimeBasis.MODIFIED),
    ]


def test_a_video_has_length_shown_size_and_time(movie: Callable[..., bytes]) -> None:
    facts = look(movie())
    assert (facts.media_type, facts.media_class) == ("video/mp4", MediaClass.VIDEO)
    assert facts.duration_s == 61.5
    assert (facts.width_px, facts.height_px) == (1080, 1920)
    assert [time.local for time in facts.times] == ["2024-12-02T15:30:12"]


@pytest.mark.parametrize("keep", [40, 90, 150])
def test_a_cut_video_is_said_to_be_broken(keep: int, movie: Callable[..., bytes]) -> None:
    assert look(movie()[:keep]).problem == "broken"


def test_a_sound_has_its_length(wave_bytes: bytes) -> None:
    facts = look(wave_bytes)
    assert (facts.media_type, facts.media_class) == ("audio/wav", MediaClass.SOUND)
    assert facts.duration_s == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (b"#!AMR\n" + (b"\x3c" + bytes(31)) * 50, 1.0),
        (b"#!AMR\n" + b"\x7c" * 100, 2.0),  # frames without data
        (b"#!AMR-WB\n" + (b"\x44" + bytes(60)) * 25, 0.5),
        (b"#!AMR\n" + b"\x3c" + bytes(10), 0.0),  # cut in its first frame
    ],
)
def test_amr_frames_are_counted(data: bytes, seconds: float) -> None:
    assert look(data).duration_s == pytest.approx(seconds)


def test_a_pdf_has_pages_and_a_thumbnail(pdf_bytes: bytes) -> None:
    facts = look(pdf_bytes)
    assert (facts.media_class, facts.pages, facts.problem) == (MediaClass.PDF, 3, "")
    assert facts.thumbnail is not None
    assert Image.open(io.BytesIO(facts.thumbnail)).size == (320, 160)


def test_a_cut_pdf_is_broken_and_a_locked_one_is_encrypted(pdf_bytes: bytes) -> None:
    assert look(pdf_bytes[:30]).problem == "broken"
    assert look(_locked(pdf_bytes)).problem == "encrypted"


def _locked(pdf_bytes: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_bytes))
    writer.encrypt("a passphrase", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"plain words", b"\0\1\2", b"MZ" + bytes(100)])
def test_what_needs_no_decoding_is_only_named(data: bytes) -> None:
    facts = look(data, "notes.txt")
    assert facts.problem == ""
    assert facts.print_copy is None


def test_a_file_is_read_from_its_path_and_a_stream_stays_open(
    tmp_path: Path, photo: Image.Image, encoded: Encode
) -> None:
    place = tmp_path / "Foto añ.png"
    place.write_bytes(encoded(photo, "PNG"))
    assert look_into(place, place.name).width_px == 96
    with place.open("rb") as stream:
        look_into(stream, place.name)
        assert not stream.closed
    with pytest.raises(FileUnreadable):
        look_into(tmp_path / "absent", "absent")


@pytest.mark.parametrize(
    "lie",
    [
        {"width": "wide", "height": -1, "duration_s": "long", "pages": True, "times": "now"},
        {"width": 1 << 60, "duration_s": 1e300, "times": [[1, 2, 3, 4], ["a", "b"], None]},
        {"problem": "<b>click</b>", "times": [["2024-01-01", 0, "modified", "x"]] * 99},
        {"problem": 7, "print_type": ["image/png"], "animated": "yes"},
    ],
)
def test_a_child_that_lies_is_not_believed(
    lie: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = {"print_copy": b"<html>", "thumbnail": b"GIF89a"}
    monkeypatch.setattr(child, "run", lambda *_: child.Answer(lie, parts))
    facts = look(b"\x89PNG\r\n\x1a\n")
    clean = FileFacts("image/png", MediaClass.PICTURE, problem=facts.problem)
    assert facts == clean
    assert facts.problem in {"", "broken"}


def test_three_hundred_damaged_files_raise_nothing(
    photo: Image.Image,
    encoded: Encode,
    exif: Image.Exif,
    movie: Callable[..., bytes],
    wave_bytes: bytes,
    pdf_bytes: bytes,
) -> None:
    small = photo.resize((48, 32))
    seeds = [
        *(encoded(small, name, exif=exif) for name in ("JPEG", "PNG", "WEBP", "AVIF", "TIFF")),
        *(encoded(small, name) for name in ("GIF", "BMP")),
        movie(),
        wave_bytes[:2000],
        pdf_bytes,
        b"#!AMR\n" + (b"\x3c" + bytes(31)) * 10,
        b"ID3\4\0\0\0\0\0\0\xff\xfb\x90\x00" + bytes(413),
    ]
    chance = random.Random(20241202)
    for index in range(300):
        data = bytearray(seeds[index % len(seeds)])
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        facts = look(bytes(data))
        assert facts.problem in {"", "broken", "too_large", "encrypted", "unsupported"}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the sample files are not here")
def test_every_sample_file_can_be_looked_into() -> None:
    for place in sorted(CORPUS.rglob("*")):
        if place.is_file() and place.stat().st_size < 4 << 20:
            facts = look_into(place, place.name)
            head = place.read_bytes()[: kind.HEAD_BYTES]
            assert facts.media_type == kind.recognise(head, place.name)[0]
