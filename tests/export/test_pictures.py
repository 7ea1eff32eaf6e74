from __future__ import annotations

import io
import zlib

import pikepdf
import pytest
from pikepdf import PdfImage
from PIL import Image

from logbook.domain.evidence import PrintCopy
from logbook.export.pictures import UnfitPicture, embed_picture

PDF = pikepdf.new()  # an image lives as long as its document


def embedded(data: bytes) -> pikepdf.Stream:
    return embed_picture(PDF, PrintCopy(data, "image/png", 1, 1))


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def sample(mode: str = "RGB") -> Image.Image:
    image = Image.linear_gradient("L").resize((61, 37)).convert("RGB")
    image.paste((200, 30, 90), (5, 5, 30, 20))
    return image.convert(mode)


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
def test_the_pixels_of_a_png_are_those_of_the_picture(mode):
    data = encoded(sample(mode))
    shown = PdfImage(embedded(data)).as_pil_image().convert("RGB")

    assert shown.tobytes() == Image.open(io.BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize("options", [{"quality": 88}, {"quality": 70, "progressive": True}])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_jpeg_goes_in_byte_for_byte(mode, options):
    data = encoded(sample(mode), "JPEG", **options)
    image = embedded(data)

    assert image.read_raw_bytes() == data
    assert (int(image.Width), int(image.Height)) == (61, 37)


def test_a_jpeg_with_exif_is_refused():
    exif = Image.Exif()
    exif[0x010E] = "12 Elm Street"

    with pytest.raises(UnfitPicture):
        embedded(encoded(sample(), "JPEG", exif=exif))


def test_a_jpeg_with_something_after_its_end_is_refused():
    with pytest.raises(UnfitPicture):
        embedded(encoded(sample(), "JPEG") + b"12 Elm Street")


def test_a_jpeg_with_a_comment_is_refused():
    data = encoded(sample(), "JPEG")
    comment = b"\xff\xfe" + (2 + 4).to_bytes(2, "big") + b"note"

    with pytest.raises(UnfitPicture):
        embedded(data[:2] + comment + data[2:])


@pytest.mark.parametrize("mode", ["RGBA", "LA", "I;16"])
def test_a_png_that_was_not_made_ready_is_refused(mode):
    image = Image.new("I;16", (8, 8)) if mode == "I;16" else sample().convert(mode)

    with pytest.raises(UnfitPicture):
        embedded(encoded(image))


def test_an_interlaced_png_is_refused():
    data = bytearray(encoded(sample()))
    data[28] = 1  # the last byte of the header chunk

    with pytest.raises(UnfitPicture):
        embedded(bytes(data))


def test_text_in_a_png_does_not_come_along():
    data = encoded(sample())
    with_text = data[:33] + chunk(b"tEXt", b"Comment\x0012 Elm Street") + data[33:]

    assert b"Elm" not in embedded(with_text).read_raw_bytes()


@pytest.mark.parametrize("cut", [0, 5, 20, 40, 200, -1])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_that_is_cut_off_is_refused(kind, cut):
    with pytest.raises(UnfitPicture):
        embedded(encoded(sample(), kind)[:cut])


def test_a_cmyk_jpeg_is_refused():
    with pytest.raises(UnfitPicture):
        embedded(encoded(sample().convert("CMYK"), "JPEG"))


def test_a_picture_larger_than_the_limit_is_refused():
    head = (60_000).to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")

    with pytest.raises(UnfitPicture):
        embedded(data)
