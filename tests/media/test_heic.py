"""Pictures in HEIC take the same way as others: tried with a decoder that stands in for the extra.

It reads a box of the brand `heic` with a PNG behind it, and does what the real one is known to do:
it hands pixels over turned as EXIF says, and leaves the tag.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from logbook.domain.evidence import MediaClass, TimeBasis
from logbook.media import child
from logbook.media.look import look_into

_BOX = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
_DECODER = """
import io
from PIL import Image, ImageFile, ImageOps, PngImagePlugin

class Heif(ImageFile.ImageFile):
    format = "HEIF"

    def _open(self):
        self.fp.seek(24)
        inner = PngImagePlugin.PngImageFile(io.BytesIO(self.fp.read()))
        self.tags = inner.getexif()
        self.turned = ImageOps.exif_transpose(inner)
        self._size, self._mode = self.turned.size, self.turned.mode
        self.info["exif"] = self.tags.tobytes()
        self.tile = []

    def load(self):
        self.im = self.turned.im
        return Image.Image.load(self)

def register_heif_opener(thumbnails):
    Image.register_open(Heif.format, Heif, lambda head: head[4:12] == b"ftypheic")
"""


@pytest.fixture
def with_decoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start decoding processes that find the decoder."""
    (tmp_path / "pi_heif.py").write_text(_DECODER)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r});"
        "from logbook.media.child_main import main; main()"
    )
    child.end_all()
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-I", "-B", "-c", program])
    yield
    child.end_all()


def heic(photo: Image.Image, exif: Image.Exif) -> bytes:
    out = io.BytesIO()
    photo.save(out, "PNG", exif=exif)
    return _BOX + out.getvalue()


@pytest.mark.usefixtures("with_decoder")
def test_a_heic_picture_is_turned_once_and_leaves_its_hidden_data(
    photo: Image.Image, exif: Image.Exif
) -> None:
    exif[0x0112] = 6
    facts = look_into(io.BytesIO(heic(photo, exif)), "IMG_1.HEIC", modified=None)

    assert (facts.media_type, facts.media_class) == ("image/heic", MediaClass.PICTURE)
    assert facts.problem == ""
    assert (facts.width_px, facts.height_px) == (64, 96)
    taken = facts.times[0]
    assert (taken.local, taken.basis) == ("2024-12-02T15:30:12.250", TimeBasis.EXIF)
    copy = facts.print_copy
    assert copy is not None
    assert copy.media_type in {"image/jpeg", "image/png"}
    assert b"Secret" not in copy.data
    shown = Image.open(io.BytesIO(copy.data))
    assert shown.size == (64, 96)
    corner = shown.convert("RGB").crop((56, 2, 62, 8))  # it came to the right
    red, green, _ = corner.resize((1, 1)).tobytes()
    assert (red > 200, green < 100) == (True, True)
    assert facts.thumbnail is not None


@pytest.mark.usefixtures("with_decoder")
def test_a_damaged_heic_picture_is_broken_and_no_other_kind(
    photo: Image.Image, exif: Image.Exif
) -> None:
    facts = look_into(io.BytesIO(heic(photo, exif)[:200]), "IMG_1.HEIC", modified=None)

    assert facts.problem == "broken"
    assert facts.print_copy is None
