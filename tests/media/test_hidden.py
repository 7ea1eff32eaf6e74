"""It is told which kinds of data a file carries, and never what they say."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from logbook.errors import PictureUnreadable
from logbook.media.hidden import look

Encode = Callable[..., bytes]


def test_a_photograph_of_a_phone_names_device_time_and_place(
    photo: Image.Image, encoded: Encode, exif: Image.Exif
) -> None:
    data = encoded(photo, "JPEG", exif=exif)
    assert look(io.BytesIO(data), "image/jpeg") == ("device", "time", "place")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_bare_picture_carries_nothing(photo: Image.Image, encoded: Encode, kind: str) -> None:
    assert look(io.BytesIO(encoded(photo, kind)), f"image/{kind.lower()}") == ()


def test_words_inside_a_picture_are_told(photo: Image.Image, encoded: Encode) -> None:
    words = PngInfo()
    words.add_text("Author", "Somebody")
    assert look(io.BytesIO(encoded(photo, "PNG", pnginfo=words)), "image/png") == ("words",)


def test_a_place_in_another_form_is_told(photo: Image.Image, encoded: Encode) -> None:
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>40,26N</exif:GPSLatitude>'
    assert "place" in look(io.BytesIO(encoded(photo, "JPEG", xmp=packet)), "image/jpeg")


def test_a_document_names_its_author_and_the_files_inside() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Author"] = "Somebody"
    pdf.attachments["secret.txt"] = b"words"
    out = io.BytesIO()
    pdf.save(out)
    found = look(io.BytesIO(out.getvalue()), "application/pdf")
    assert {"name", "files"} <= set(found)
    assert "place" not in found


def test_a_video_says_where_it_was_made(filmed: Callable[..., bytes]) -> None:
    import av

    source = av.open(io.BytesIO(filmed(seconds=1)))
    out = io.BytesIO()
    with av.open(out, "w", format="mov") as target:
        target.metadata["location"] = "+40.4461-070.5000/"
        target.metadata["title"] = "Door"
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(source.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    found = look(io.BytesIO(out.getvalue()), "video/quicktime")
    assert "place" in found
    assert "words" in found


def test_what_cannot_be_looked_into_has_no_answer() -> None:
    for media_type in ("image/png", "application/pdf", "text/plain"):
        with pytest.raises(PictureUnreadable):
            look(io.BytesIO(b"nothing"), media_type)
