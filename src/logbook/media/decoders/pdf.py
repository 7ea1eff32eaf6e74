"""How many pages a foreign PDF has, and pictures of its pages."""

from __future__ import annotations

import io
from typing import BinaryIO, Final

import pypdfium2
import pypdfium2.raw
from PIL import Image

from logbook.media import times
from logbook.media.decoders.result import Result, plain_times, problem

MAX_FILE_BYTES: Final = 2 << 30
MAX_PAGE_PIXELS: Final = 40_000_000
_THUMBNAIL_PX: Final = 320
_QUALITY: Final = 80


def prepare() -> None:
    """Start the library while files may still be opened."""
    pypdfium2.PdfDocument.new().close()


def look(stream: BinaryIO, size_bytes: int) -> Result:
    """Return `pages`, `times` and the `thumbnail` of the first page, or the problem."""
    document = opened(stream, size_bytes)
    if isinstance(document, Result):
        return document
    with document:
        stated = document.get_metadata_value("CreationDate")
        fields = {"pages": len(document), "times": plain_times([times.from_pdf(stated)])}
        if not len(document):
            return problem("broken", **fields)
        try:
            first = _drawn(document, 0, _THUMBNAIL_PX)
        except pypdfium2.PdfiumError:
            return problem("broken", **fields)
        first.thumbnail((_THUMBNAIL_PX, _THUMBNAIL_PX))
        out = io.BytesIO()
        first.save(out, "JPEG", quality=_QUALITY)
        return Result(fields, {"thumbnail": out.getvalue()})


def page(stream: BinaryIO, size_bytes: int, index: int, width_px: int) -> Result:
    """Return the picture of a page as PNG in the part `page`."""
    document = opened(stream, size_bytes)
    if isinstance(document, Result):
        return document
    with document:
        if not 0 <= index < len(document):
            return problem("no_such_page")
        try:
            drawn = _drawn(document, index, width_px)
        except pypdfium2.PdfiumError:
            return problem("broken")
        out = io.BytesIO()
        drawn.save(out, "PNG", compress_level=1)  # for the screen, not for keeping
        width, height = drawn.size
        return Result({"width": width, "height": height}, {"page": out.getvalue()})


def opened(stream: BinaryIO, size_bytes: int) -> pypdfium2.PdfDocument | Result:
    """Open a document, forms and all; the caller closes it. Or tell why it cannot be opened."""
    if size_bytes > MAX_FILE_BYTES:
        return problem("too_large")
    try:
        document = pypdfium2.PdfDocument(stream)
        document.init_forms()  # else the values of a form are drawn only where they have a picture
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        return problem("encrypted" if locked else "broken")
    return document


def _drawn(document: pypdfium2.PdfDocument, index: int, width_px: int) -> Image.Image:
    """Draw a page `width_px` wide, smaller when it would be too many pixels."""
    drawn_page = document[index]
    width_pt, height_pt = drawn_page.get_size()
    if width_pt <= 0 or height_pt <= 0:
        raise pypdfium2.PdfiumError("no size")
    scale = width_px / width_pt
    scale = min(scale, (MAX_PAGE_PIXELS / (width_pt * height_pt)) ** 0.5)
    picture: Image.Image = drawn_page.render(scale=scale).to_pil()
    return picture if picture.mode == "RGB" else picture.convert("RGB")
