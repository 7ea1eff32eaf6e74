"""Pixels of pictures and pages as they are looked at: upright, bounded, the part that was asked."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageOps, ImageStat

from logbook.errors import PictureUnreadable
from logbook.media.raster import Part, Raster, draw, outline

Encode = Callable[..., bytes]


def _image(raster: Raster) -> Image.Image:
    return Image.frombytes("RGB", (raster.width_px, raster.height_px), raster.rgb)


def _drawn(data: bytes, part: Part, media_type: str = "image/png") -> Raster:
    return draw(io.BytesIO(data), media_type, part)


def _far(first: Image.Image, second: Image.Image) -> float:
    assert first.size == second.size
    return max(ImageStat.Stat(ImageChops.difference(first, second)).mean)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("region", [(0, 0, 96, 64), (3, 5, 20, 11), (40, 20, 24, 33)])
def test_a_part_of_a_turned_picture_is_that_part_upright(
    photo: Image.Image, encoded: Encode, orientation: int, region: tuple[int, int, int, int]
) -> None:
    tags = Image.Exif()
    tags[0x0112] = orientation
    data = encoded(photo, "PNG", exif=tags)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    x, y, width, height = region
    width, height = min(width, upright.width), min(height, upright.height)
    raster = _drawn(data, Part(0, (x, y, width, height), 1.0))
    assert _image(raster).tobytes() == upright.crop((x, y, x + width, y + height)).tobytes()
    assert outline(io.BytesIO(data), "image/png").pages == (tuple(map(float, upright.size)),)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
@pytest.mark.parametrize("scale", [0.1, 0.5, 1.0])
def test_a_picture_is_as_large_as_asked(
    photo: Image.Image, encoded: Encode, kind: str, scale: float
) -> None:
    large = photo.resize((960, 640))
    media_type = f"image/{kind.lower()}"
    raster = _drawn(encoded(large, kind), Part(0, (0, 0, 960, 640), scale), media_type)
    assert _image(raster).size == (round(960 * scale), round(640 * scale))
    small = large.resize(_image(raster).size, Image.Resampling.LANCZOS)
    assert _far(_image(raster), small) < 12


def test_a_region_outside_is_cut_to_the_picture(photo: Image.Image, encoded: Encode) -> None:
    raster = _drawn(encoded(photo, "PNG"), Part(0, (90, 60, 500, 500), 1.0))
    assert raster.region == (90, 60, 6, 4)
    assert _image(raster).tobytes() == photo.crop((90, 60, 96, 64)).tobytes()


@pytest.mark.parametrize(
    "part",
    [
        Part(0, (500, 0, 10, 10), 1.0),
        Part(0, (0, 0, 0, 0), 1.0),
        Part(0, (0, 0, 10, 10), 0.0),
        Part(0, (0, 0, 10, 10), -1.0),
        Part(0, (float("nan"), 0, 10, 10), 1.0),
        Part(0, (0, 0, 10, 10), float("inf")),
    ],
)
def test_a_part_that_cannot_be_is_refused(photo: Image.Image, encoded: Encode, part: Part) -> None:
    with pytest.raises(PictureUnreadable):
        _drawn(encoded(photo, "PNG"), part)


def test_sixty_megapixels_can_be_seen_whole_and_at_full_sharpness(encoded: Encode) -> None:
    big = Image.new("RGB", (10_000, 6_000), "white")
    ImageDraw.Draw(big).rectangle((9_000, 5_000, 9_001, 5_999), fill="black")  # two pixels wide
    data = encoded(big, "JPEG", quality=80)
    whole = _drawn(data, Part(0, (0, 0, 10_000, 6_000), 0.1), "image/jpeg")
    assert _image(whole).size == (1000, 600)
    sharp = _drawn(data, Part(0, (8_990, 5_500, 20, 10), 1.0), "image/jpeg")
    assert [_image(sharp).getpixel((x, 5))[0] < 90 for x in (8, 10, 11, 13)] == [
        False,
        True,
        True,
        False,
    ]


def test_what_would_be_too_many_pixels_comes_smaller(encoded: Encode) -> None:
    data = encoded(Image.new("RGB", (6_000, 5_000), "teal"), "JPEG")
    raster = _drawn(data, Part(0, (0, 0, 6_000, 5_000), 1.0), "image/jpeg")
    assert raster.width_px * raster.height_px <= 12_010_000
    assert raster.region == (0, 0, 6_000, 5_000)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixel_becomes_rgb(mode: str, encoded: Encode) -> None:
    kind = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"
    picture = Image.new(mode, (30, 20))
    raster = _drawn(encoded(picture, kind), Part(0, (5, 5, 10, 10), 1.0), f"image/{kind.lower()}")
    assert _image(raster).size == (10, 10)


def test_a_broken_picture_says_so(photo: Image.Image, encoded: Encode) -> None:
    data = encoded(photo, "PNG")[:2000]
    with pytest.raises(PictureUnreadable, match="broken"):
        _drawn(data, Part(0, (0, 0, 96, 64), 1.0))


def _document(*sizes: tuple[int, int], rotation: int = 0) -> bytes:
    out = io.BytesIO()
    with pypdfium2.PdfDocument.new() as document:
        for width, height in sizes:
            document.new_page(width, height).set_rotation(rotation)
        document.save(out)
    return out.getvalue()


def test_the_pages_of_a_document_have_their_size_on_paper() -> None:
    found = outline(io.BytesIO(_document((612, 792), (300, 150))), "application/pdf")
    assert found.pages == ((816.0, 1056.0), (400.0, 200.0))
    assert found.count == 2


def test_three_hundred_pages_are_listed() -> None:
    found = outline(io.BytesIO(_document(*[(612, 792)] * 300)), "application/pdf")
    assert len(found.pages) == found.count == 300


@pytest.mark.parametrize("scale", [0.37, 1.0, 2.0, 7.9])
def test_parts_of_a_page_join_without_a_seam(scale: float) -> None:
    import pikepdf

    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 150))
    lines = b"".join(b"%d 0 m %d 150 l S " % (at, at) for at in range(3, 200, 17))
    pdf.pages[0].Contents = pdf.make_stream(b"0 0 0 RG 2 w " + lines)
    out = io.BytesIO()
    pdf.save(out)
    kind = "application/pdf"
    whole = _image(_drawn(out.getvalue(), Part(0, (0, 0, 266.6, 200), scale), kind))
    part = _drawn(out.getvalue(), Part(0, (50, 40, 60, 50), scale), kind)
    left, top = round(part.region[0] * scale), round(part.region[1] * scale)
    cut = whole.crop((left, top, left + part.width_px, top + part.height_px))
    assert _far(cut, _image(part)) < 1
    assert part.region[0] <= 50
    assert part.region[0] + part.region[2] >= 109.9


def test_a_page_lying_on_its_side_is_seen_upright() -> None:
    data = _document((200, 100), rotation=90)
    assert outline(io.BytesIO(data), "application/pdf").pages[0][1] == pytest.approx(266.67, 0.01)


@pytest.mark.parametrize("page", [-1, 2])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(PictureUnreadable, match="no_such_page"):
        _drawn(_document((90, 90), (90, 90)), Part(page, (0, 0, 9, 9), 1.0), "application/pdf")


def test_a_damaged_document_says_so() -> None:
    for ask in (
        lambda: outline(io.BytesIO(b"%PDF-1.7\nnothing"), "application/pdf"),
        lambda: _drawn(b"%PDF-1.7\nnothing", Part(0, (0, 0, 9, 9), 1.0), "application/pdf"),
    ):
        with pytest.raises(PictureUnreadable, match="broken"):
            ask()
