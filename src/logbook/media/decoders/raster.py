"""Pixels of a foreign picture, or of a page of a PDF, at the size in which they are looked at.

Both give raw RGB rows: whoever shows them decodes nothing any more. A stretch of a large picture
can be had at its full sharpness without holding all of it upright.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from typing import Any, BinaryIO, Final, NamedTuple

import pypdfium2
from PIL import Image, UnidentifiedImageError

from logbook.media.decoders import pdf, picture
from logbook.media.decoders.result import Result, problem

MAX_PIXELS: Final = 12_000_000
"""The most pixels of one answer; 36 MB as raw RGB."""

MAX_PAGES: Final = 20_000
PX_A_POINT: Final = 96 / 72  # CSS 2.1 section 4.3.2: how large a page is at 100 %
_DECODED_PIXELS: Final = 120_000_000
"""A JPEG above this is decoded at half its size: Pillow takes four bytes for each pixel."""


_HAIR: Final = 1e-6


class Region(NamedTuple):
    """A stretch of an upright picture or page, in its own pixels."""

    x: float
    y: float
    width: float
    height: float


def outline(stream: BinaryIO, size_bytes: int, options: Mapping[str, Any]) -> Result:
    """Return `pages`, the width and height of each in pixels at 100 %; a picture has one."""
    if options.get("media_type") != "application/pdf":
        return _picture_outline(stream, options)
    document = pdf.opened(stream, size_bytes)
    if isinstance(document, Result):
        return document
    with document:
        count = min(len(document), MAX_PAGES)
        if not count:
            return problem("broken")
        try:
            sizes = [document.get_page_size(index) for index in range(count)]
        except pypdfium2.PdfiumError:
            return problem("broken")
        pages = [[round(side * PX_A_POINT, 2) for side in size] for size in sizes]
        return Result({"pages": pages, "count": len(document)})


def draw(stream: BinaryIO, size_bytes: int, options: Mapping[str, Any]) -> Result:
    """Return raw RGB in the part `rgb`, its `width` and `height`, and the `region` it shows.

    `scale` is how many pixels of the answer there are for one of the picture; where that would be
    too many, it is lower. The region is whole pixels of a picture around the one asked for.
    """
    wanted = Region(*(float(part) for part in options["region"]))
    scale = float(options["scale"])
    if not all(map(math.isfinite, (*wanted, scale))) or scale <= 0:
        return problem("broken")
    if options.get("media_type") == "application/pdf":
        return _page(stream, size_bytes, int(options["page"]), wanted, scale)
    return _picture(stream, options, wanted, scale)


def _picture_outline(stream: BinaryIO, options: Mapping[str, Any]) -> Result:
    found = picture.look(stream, {**options, "copy": False})
    fields = found.fields
    if fields.get("problem") or not fields.get("width"):
        return problem(fields.get("problem", "broken"))
    return Result({"pages": [[fields["width"], fields["height"]]], "count": 1})


def _picture(stream: BinaryIO, options: Mapping[str, Any], wanted: Region, scale: float) -> Result:
    data = stream.read(picture.MAX_FILE_BYTES + 1)
    if len(data) > picture.MAX_FILE_BYTES:
        return problem("too_large")
    try:
        with Image.open(io.BytesIO(data), formats=picture.formats()) as image:
            seen = picture.opened(image, data, {})
            return _shown(seen, wanted, scale)
    except UnidentifiedImageError:
        return problem(picture.unidentified(options))
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return problem("too_large", spent=True)
    except picture.BROKEN:
        return problem("broken")


def _shown(seen: picture.Picture, wanted: Region, scale: float) -> Result:
    """Cut the stretch out as it lies in the file, then make it upright: only that is turned."""
    image, turned = seen.image, seen.orientation in picture.TURNED
    stored = image.size
    size = stored[::-1] if turned else stored
    region = _whole_pixels(wanted, size)
    scale = _bounded(region, scale)
    if seen.is_jpeg:
        _decode_smaller(image, scale)
    part = _in_file(region, seen.orientation, size)
    shrunk = image.size[0] / stored[0], image.size[1] / stored[1]
    box = (
        math.floor(part.x * shrunk[0]),
        math.floor(part.y * shrunk[1]),
        min(math.ceil((part.x + part.width) * shrunk[0]), image.size[0]),
        min(math.ceil((part.y + part.height) * shrunk[1]), image.size[1]),
    )
    cut = image if box == (0, 0, *image.size) else image.crop(box)
    upright = picture.opaque(picture.in_srgb(cut, seen.profile)).convert("RGB")
    out = max(round(region.width * scale), 1), max(round(region.height * scale), 1)
    if out != (upright.size[::-1] if turned else upright.size):
        upright = upright.resize(
            out[::-1] if turned else out, Image.Resampling.LANCZOS, reducing_gap=2.0
        )
    turn = picture.UPRIGHT_BY.get(seen.orientation)
    if turn is not None:
        upright = upright.transpose(turn)
    return _answer(upright, region)


def _decode_smaller(image: Image.Image, scale: float) -> None:
    """Let a JPEG be decoded at a half, a quarter or an eighth where that is sharp enough."""
    width, height = image.size
    while scale < 1 and width * height * scale * scale > _DECODED_PIXELS:
        scale /= 2
    if width * height > _DECODED_PIXELS:
        scale = min(scale, 0.5)
    if scale < 1:
        image.draft(None, (max(math.ceil(width * scale), 1), max(math.ceil(height * scale), 1)))


def _whole_pixels(wanted: Region, size: tuple[int, int]) -> Region:
    left, top = max(math.floor(wanted.x), 0), max(math.floor(wanted.y), 0)
    right = min(math.ceil(wanted.x + wanted.width), size[0])
    bottom = min(math.ceil(wanted.y + wanted.height), size[1])
    if right <= left or bottom <= top:
        raise ValueError("no such part")
    return Region(left, top, right - left, bottom - top)


def _in_file(region: Region, orientation: int, size: tuple[int, int]) -> Region:
    """Return where a part of the upright picture of `size` lies in the file (EXIF 2.32, 4.6.4)."""
    x, y, width, height = region
    far_x, far_y = size[0] - x - width, size[1] - y - height
    return {
        2: Region(far_x, y, width, height),
        3: Region(far_x, far_y, width, height),
        4: Region(x, far_y, width, height),
        5: Region(y, x, height, width),
        6: Region(y, far_x, height, width),
        7: Region(far_y, far_x, height, width),
        8: Region(far_y, x, height, width),
    }.get(orientation, region)


def _page(stream: BinaryIO, size_bytes: int, index: int, wanted: Region, scale: float) -> Result:
    document = pdf.opened(stream, size_bytes)
    if isinstance(document, Result):
        return document
    with document:
        if not 0 <= index < len(document):
            return problem("no_such_page")
        try:
            return _drawn(document[index], wanted, scale)
        except (pypdfium2.PdfiumError, ValueError):
            return problem("broken")


def _drawn(page: pypdfium2.PdfPage, wanted: Region, scale: float) -> Result:
    """Draw a part of a page; the edges fall on whole pixels of the answer."""
    width_pt, height_pt = page.get_size()
    width, height = width_pt * PX_A_POINT, height_pt * PX_A_POINT
    if width <= 0 or height <= 0:
        raise ValueError("no size")
    region = Region(
        max(wanted.x, 0.0),
        max(wanted.y, 0.0),
        min(wanted.width, width - max(wanted.x, 0.0)),
        min(wanted.height, height - max(wanted.y, 0.0)),
    )
    if region.width <= 0 or region.height <= 0:
        raise ValueError("no such part")
    scale = _bounded(region, scale)
    left, top = math.floor(region.x * scale), math.floor(region.y * scale)
    right = math.ceil((region.x + region.width) * scale)
    bottom = math.ceil((region.y + region.height) * scale)
    points = scale * PX_A_POINT
    edges = (left, height_pt * points - bottom, width_pt * points - right, top)
    crop = tuple(max(edge - _HAIR, 0.0) / points for edge in edges)  # the library rounds up
    drawn = page.render(scale=points, crop=crop).to_pil().convert("RGB")
    shown = Region(left / scale, top / scale, drawn.width / scale, drawn.height / scale)
    return _answer(drawn, shown)


def _bounded(region: Region, scale: float) -> float:
    return min(scale, math.sqrt(MAX_PIXELS / (region.width * region.height)))


def _answer(drawn: Image.Image, region: Region) -> Result:
    fields = {"width": drawn.width, "height": drawn.height, "region": list(region)}
    return Result(fields, {"rgb": drawn.tobytes()})
