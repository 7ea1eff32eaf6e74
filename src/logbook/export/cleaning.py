"""A foreign PDF becomes pages that only show: run in the child process, never in the program.

What the pages show stays; scripts, forms, notes, links, attachments, layers and who wrote it go.
Each page becomes one form of the size 1 by 1, so that it is placed like a picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, Stream, pdfa, sanitize

from logbook.export import layers, unseen_marks, unseen_words
from logbook.export.reading_back import Reader

MOST_PAGES: Final = 1000
MOST_PICTURED: Final = 300  # pages of one document that are shown as pictures
_MOST_CHARACTERS: Final = 200_000  # of the words of one page
_NARROW_PT: Final = 2.0  # a strip that nobody hides anything in
_SIDE_PT: Final = (8.0, 14400.0)  # smallest and largest side (ISO 32000-1, annex C)
_DROPPED: Final = (
    "/AA", "/AF", "/Annots", "/JS", "/LastModified", "/Metadata", "/OpenAction", "/PieceInfo",
    "/StructParent", "/StructParents", "/Thumb", "/URI",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Cleaned pages, or why there are none; `pages` are their sizes in points.

    `problem` is "encrypted", "broken", "too_large" or "differs": the last has sizes and no data,
    because its pages break PDF/A, or lack what only a picture of them shows.
    """

    problem: str
    pages: list[tuple[float, float]]
    data: bytes = b""
    words: tuple[str, ...] = ()  # of each page as placed, as far as told; set when it "differs"
    unread: tuple[int, ...] = ()  # pages whose words it does not tell, or not all; the same
    unseen: tuple[int, ...] = ()  # pages with a note, mark or value that cannot be shown
    beside: str = ""  # words anywhere in the file, such as who wrote it; only when asked for


def clean(data: bytes, *, with_words_beside: bool = False) -> Cleaned:
    """Return the pages of a PDF as harmless forms."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            beside = unseen_words.find(pdf) if with_words_beside else ""
            return replace(_clean(pdf), beside=beside)
    except pikepdf.PasswordError:
        return Cleaned("encrypted", [])
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        return Cleaned("broken", [])  # whatever a hostile file makes of the parser's objects
    except (MemoryError, RecursionError, OverflowError):
        return Cleaned("too_large", [])


def _clean(pdf: pikepdf.Pdf) -> Cleaned:
    if not len(pdf.pages):
        return Cleaned("broken", [])
    if len(pdf.pages) > MOST_PAGES:
        return Cleaned("too_large", [])
    # What is hidden must not turn up: neither a layer nor what lies outside the part that is seen.
    is_hiding = Name.OCProperties in pdf.Root
    layers.mark_switched_off(pdf)
    for page in pdf.pages:
        is_hiding = _leave_what_is_seen(page) or is_hiding
    marks = unseen_marks.find(pdf)
    if marks.unfilled and Name.AcroForm in pdf.Root:
        pdf.Root.AcroForm.NeedAppearances = True
    pdf.generate_appearance_streams()
    pdf.flatten_annotations("all")
    for remove in (
        sanitize.remove_javascript,
        sanitize.remove_external_access,
        sanitize.remove_attachments,
        sanitize.remove_multimedia,
        sanitize.remove_thumbnails,
        sanitize.remove_private_app_data,
    ):
        remove(pdf)
    out = pikepdf.Pdf.new()
    sizes: list[tuple[float, float]] = []
    for page in pdf.pages:
        form, size = _as_unit_form(out.copy_foreign(page.as_form_xobject()))
        if not all(_SIDE_PT[0] <= side <= _SIDE_PT[1] for side in size):
            return Cleaned("too_large", [])
        sizes.append(size)
        shown = out.add_blank_page(page_size=(612, 792))
        shown.obj.Resources = Dictionary(XObject=Dictionary({"/D": form}))
        shown.obj.Contents = out.make_stream(b"q 612 0 0 792 0 0 cm /D Do Q")
    _strip(out)
    pdfa.prepare(out, "2b")
    draw = bool(marks.drawable) and len(sizes) <= MOST_PICTURED
    if is_hiding or draw or not pdfa.check(out, "2b").passed:
        words, unread = _words(out, marks.words)
        return Cleaned(
            "differs", sizes, words=words, unread=unread, unseen=tuple(sorted(marks.unseen))
        )
    unseen = tuple(sorted(marks.unseen | marks.drawable))
    done = BytesIO()
    out.save(done, **pdfa.resolve_save_kwargs(pdfa.Flavour("2b"), deterministic_id=True))
    return Cleaned("", sizes, done.getvalue(), unseen=unseen)


def _leave_what_is_seen(page: pikepdf.Page) -> bool:
    """Set the boxes of a page to what readers show of it, and return whether that is a part.

    Readers show the crop box as far as it lies in the media box (ISO 32000-1, 14.11.2.1); other
    boxes are for printers.
    """
    media, crop = (_ordered(box) for box in (page.mediabox, page.cropbox))
    seen = [max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]),
            min(media[3], crop[3])]  # fmt: skip
    if seen[0] >= seen[2] or seen[1] >= seen[3]:
        seen = media
    page.obj.MediaBox, page.obj.CropBox = Array(media), Array(seen)
    for key in ("/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    return any(abs(a - b) > _NARROW_PT for a, b in zip(media, seen, strict=True))


def _ordered(box: pikepdf.Object) -> list[float]:
    """Return a rectangle as left, low, right and high."""
    x0, y0, x1, y1 = (float(value) for value in box.as_list())
    return [min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)]


def _as_unit_form(form: pikepdf.Object) -> tuple[pikepdf.Object, tuple[float, float]]:
    """Return a page's form squeezed into the unit square, and the size it had, turned upright."""
    matrix = Matrix(form.get(Name.Matrix, Array([1, 0, 0, 1, 0, 0])))
    x0, y0, x1, y1 = (float(value) for value in form.BBox.as_list())
    corners = [matrix.transform(corner) for corner in ((x0, y0), (x0, y1), (x1, y0), (x1, y1))]
    left, low = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, high = (max(corner[axis] for corner in corners) for axis in (0, 1))
    width, height = right - left, high - low
    if width <= 0 or height <= 0:
        raise ValueError("empty page")
    unit = matrix @ Matrix(1 / width, 0, 0, 1 / height, -left / width, -low / height)
    form.Matrix = Array(list(unit.shorthand))
    return form, (width, height)


def _words(pdf: pikepdf.Pdf, drawn: Mapping[int, str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the words on every page, and the pages whose words the file does not tell.

    `drawn` are those of text boxes, by page, which only a picture of the page shows.
    """
    reader = Reader()
    found = [reader.form(page.Resources.XObject["/D"], only_seen=True) for page in pdf.pages]
    both = (f"{words.as_placed}\n{drawn.get(at, '')}" for at, words in enumerate(found))
    texts = (re.sub(r"\n\s*", "\n", text)[:_MOST_CHARACTERS].strip() for text in both)
    return tuple(texts), tuple(at for at, words in enumerate(found) if not words.are_told)


def _strip(pdf: pikepdf.Pdf) -> None:
    """Take from every object what is not seen: history, structure, actions."""
    for thing in pdf.objects:
        if not isinstance(thing, (Dictionary, Stream)) or thing.get(Name.Type) == Name.Catalog:
            continue
        for key in _DROPPED:
            if key in thing:
                del thing[key]
