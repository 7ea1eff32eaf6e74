"""Make the print-ready copy and the thumbnail of a foreign picture, and read its times."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageChops,
    ImageCms,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from logbook.domain.evidence import FileTime, TimeBasis
from logbook.media import times
from logbook.media.decoders import jpeg, png
from logbook.media.decoders.result import Result, plain_times, problem

MAX_PIXELS: Final = 200_000_000
MAX_FILE_BYTES: Final = 256 << 20
DECODED_PIXELS: Final = 64_000_000
"""A JPEG above this is decoded at half, quarter or eighth size: its pixels would not fit."""

THUMBNAIL_PX: Final = 320
_TALLEST_PX: Final = 720  # of a thumbnail: tiles show the top of a screenshot in full width
_JPEG_QUALITY: Final = 90
_THUMBNAIL_QUALITY: Final = 80
_FLAT_SAMPLE_PX: Final = 1024
_FLAT_PART: Final = 0.6
_LOSSLESS_PIXELS: Final = 12_000_000
_UPRIGHT: Final = 1

# The decoders that this program trusts itself to feed; Pillow knows many more.
FORMATS: Final = tuple(
    plugin.format
    for plugin in (
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        GifImagePlugin.GifImageFile,
        WebPImagePlugin.WebPImageFile,
        AvifImagePlugin.AvifImageFile,
        BmpImagePlugin.BmpImageFile,
        TiffImagePlugin.TiffImageFile,
    )
)
_LOSSLESS: Final = frozenset({"PNG", "GIF", "BMP", "TIFF"})
_HEIF: Final = "HEIF"
_JPEGS: Final = frozenset({"JPEG", MpoImagePlugin.MpoImageFile.format})

# What Pillow's decoders raise for bytes that are no whole picture.
BROKEN: Final = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    struct.error,
    zlib.error,
)

# EXIF 2.32 section 4.6.4 A: what undoes each orientation.
UPRIGHT_BY: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
TURNED: Final = frozenset({5, 6, 7, 8})


@dataclass(slots=True)
class Picture:
    """An opened picture, its pixels not yet decoded, and what decides about its copy."""

    image: Image.Image
    data: bytes
    orientation: int
    profile: bytes

    @property
    def is_jpeg(self) -> bool:
        """Whether it can be decoded at a part of its size."""
        return self.image.format in _JPEGS


def prepare() -> None:
    """Load what Pillow would load late; called before the process loses the right to open files."""
    Image.preinit()
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    ImageCms.createProfile("sRGB")
    try:
        import pi_heif  # noqa: PLC0415 - an extra that may be absent
    except ImportError:
        return
    pi_heif.register_heif_opener(thumbnails=False)


def needs_threads() -> bool:
    """Return whether a decoder that was loaded starts threads: only the one for HEIC does."""
    return _HEIF in Image.OPEN


def look(stream: BinaryIO, options: Mapping[str, Any]) -> Result:
    """Return size, times, `print_copy` and `thumbnail` of a picture, or the problem with it.

    `options["copy"]` false leaves the copies out.
    """
    data = stream.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        return problem("too_large")
    fields: dict[str, Any] = {}
    try:
        with Image.open(io.BytesIO(data), formats=formats()) as image:
            picture = opened(image, data, fields)
            if options.get("copy", True):
                return Result(fields, _copies(picture, fields))
            return Result(fields)
    except UnidentifiedImageError:
        return problem(unidentified(options), **fields)
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return problem("too_large", spent=True, **fields)
    except BROKEN:
        return problem("broken", **fields)


def formats() -> tuple[str, ...]:
    """Return the formats to try; HEIF is there when its extra is."""
    return (*FORMATS, _HEIF) if _HEIF in Image.OPEN else FORMATS


def unidentified(options: Mapping[str, Any]) -> str:
    """Tell a picture we have no decoder for from one that is damaged."""
    heif = options.get("media_type") in {"image/heic", "image/heif"} and _HEIF not in Image.OPEN
    other = options.get("media_type") not in {*_MEDIA_TYPES, "image/heic", "image/heif"}
    return "unsupported" if heif or other else "broken"


_MEDIA_TYPES: Final = frozenset(
    f"image/{name}" for name in ("jpeg", "png", "gif", "webp", "avif", "bmp", "tiff")
)


def opened(image: Image.Image, data: bytes, fields: dict[str, Any]) -> Picture:
    """Read what the headers say into `fields` and refuse a picture that is too large to decode."""
    exif = image.getexif()
    orientation = exif.get(ExifTags.Base.Orientation, _UPRIGHT)
    if image.format == _HEIF:
        orientation = _UPRIGHT  # its decoder has turned it already and keeps the tag
    width, height = image.size
    if orientation in TURNED:
        width, height = height, width
    fields.update(width=width, height=height, times=plain_times(_times(image, exif, data)))
    if width * height > MAX_PIXELS:
        raise Image.DecompressionBombError
    if image.format not in _JPEGS and getattr(image, "is_animated", False):
        fields["animated"] = True
    profile = image.info.get("icc_profile") or b""
    return Picture(image, data, orientation if orientation in UPRIGHT_BY else _UPRIGHT, profile)


def _times(image: Image.Image, exif: Image.Exif, data: bytes) -> list[FileTime | None]:
    tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    found: list[FileTime | None] = [
        *times.from_exif(tags, exif.get_ifd(ExifTags.IFD.GPSInfo)),
    ]
    xmp = image.info.get("xmp") or b""
    found += times.from_xmp(xmp.encode() if isinstance(xmp, str) else xmp)
    if image.format == "PNG":
        for kind, content in png.chunks(data):
            if kind == b"tIME":
                found.append(times.from_png_time(content))
        stated = image.info.get("Creation Time")
        if isinstance(stated, str):
            found.append(times.from_words(stated, TimeBasis.CONTAINER))
    return found


def _copies(picture: Picture, fields: dict[str, Any]) -> dict[str, bytes]:
    """Return the print copy, passed through where it can be, and the thumbnail."""
    passed = _passed_through(picture)
    if passed is not None:
        fields["print_type"] = f"image/{'jpeg' if picture.is_jpeg else 'png'}"
        fields["print_width"], fields["print_height"] = picture.image.size
        with Image.open(io.BytesIO(passed), formats=FORMATS) as clean:
            if picture.is_jpeg:
                clean.draft(None, (THUMBNAIL_PX * 2, THUMBNAIL_PX * 2))
            return {"print_copy": passed, "thumbnail": _thumbnail(opaque(clean))}
    if picture.is_jpeg:
        _reduce_jpeg(picture.image)
    upright = _upright(picture)
    fields["print_width"], fields["print_height"] = upright.size
    as_png = _wants_png(upright, picture.image.format)
    fields["print_type"] = "image/png" if as_png else "image/jpeg"
    print_copy = _as_png(upright) if as_png else _as_jpeg(upright, _JPEG_QUALITY)
    return {"print_copy": print_copy, "thumbnail": _thumbnail(upright)}


def _passed_through(picture: Picture) -> bytes | None:
    """Return the file without its hidden parts when its pixels may stay as they are."""
    if picture.orientation != _UPRIGHT or _is_wide(picture.profile):
        return None
    if picture.image.format == "PNG":
        return png.stripped(picture.data)
    if not picture.is_jpeg:
        return None
    clean = jpeg.stripped(picture.data)
    return clean if clean is not None and _same_colours(picture.data, clean) else None


def _same_colours(before: bytes, after: bytes) -> bool:
    """Decode both to the end, small: a lost Adobe marker would change the colour transform."""
    seen = []
    for data in (before, after):
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            image.draft(None, (THUMBNAIL_PX, THUMBNAIL_PX))
            seen.append((image.mode, image.tobytes()))
    return seen[0] == seen[1]


def _reduce_jpeg(image: Image.Image) -> None:
    width, height = image.size
    factor = 1
    while width * height // factor**2 > DECODED_PIXELS:
        factor *= 2
    if factor > 1:
        image.draft(None, (width // factor, height // factor))


def _upright(picture: Picture) -> Image.Image:
    """Decode, bring to sRGB or gray without alpha, and turn."""
    image = opaque(in_srgb(picture.image, picture.profile))
    turn = UPRIGHT_BY.get(picture.orientation)
    upright = image if turn is None else image.transpose(turn)
    upright.info = {}  # Pillow would write profile and comment from here into the copy
    return upright


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert from a profile that is not sRGB; a damaged one counts as none."""
    if image.mode not in {"RGB", "CMYK"} or not _is_wide(profile):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except ImageCms.PyCMSError:
        return image
    return image if converted is None else converted


def _is_wide(profile: bytes) -> bool:
    """Return whether a colour profile says something else than sRGB (or gray)."""
    if not profile or profile[16:20] == b"GRAY":  # ICC.1 section 7.2.6
        return False
    try:
        described = ImageCms.getProfileDescription(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError):
        return False
    return "srgb" not in described.lower()


def opaque(image: Image.Image) -> Image.Image:
    """Return gray, palette or RGB in 8 bits; what was see-through becomes white."""
    if image.mode in {"I;16", "I;16B", "I;16L", "I;16N", "I"}:
        return image.convert("I").point(_high_byte).convert("L")
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        flat = Image.new("RGB", seen.size, "white")
        flat.paste(seen, mask=seen.getchannel("A"))
        return flat
    if image.mode in {"L", "RGB", "P"}:
        image.load()
        return image
    if image.mode == "F":
        raise ValueError("no picture for eyes")
    return image.convert("L" if image.mode == "1" else "RGB")


def _high_byte(value: Any) -> Any:  # noqa: ANN401 - Pillow passes an expression, not a number
    return value * (1 / 256) + 0


def _wants_png(image: Image.Image, source: str | None) -> bool:
    """Screenshots and drawings stay sharp as PNG; a photograph would only be large."""
    if source in _LOSSLESS and image.width * image.height <= _LOSSLESS_PIXELS:
        return True
    return _is_flat(image)


def _is_flat(image: Image.Image) -> bool:
    """Return whether most pixels in the middle equal their neighbour, as drawn ones do."""
    side_x, side_y = (min(side, _FLAT_SAMPLE_PX) for side in image.size)
    left, top = (image.width - side_x) // 2, (image.height - side_y) // 2
    sample = image.crop((left, top, left + side_x, top + side_y)).convert("L")
    steps = ImageChops.difference(sample, ImageChops.offset(sample, 1, 0)).histogram()
    return steps[0] >= _FLAT_PART * side_x * side_y


def _as_png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", bits=8)
    return out.getvalue()


def _as_jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    opaque = image if image.mode in {"L", "RGB"} else image.convert("RGB")
    opaque.info = {}
    opaque.save(out, "JPEG", quality=quality, subsampling=0 if quality >= _JPEG_QUALITY else 2)
    return out.getvalue()


def _thumbnail(image: Image.Image) -> bytes:
    small = image.convert("RGB") if image.mode == "P" else image
    small.thumbnail((THUMBNAIL_PX, _TALLEST_PX))
    return _as_jpeg(small, _THUMBNAIL_QUALITY)
