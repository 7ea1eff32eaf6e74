"""The written file is read again and held against the rules (research rules R02 to R53).

A rule of our own that fails stops the report: `ReportFailedCheck` names it and never quotes.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from logbook.domain.progress import Progress
from logbook.errors import HiddenNameInReport, ReportFailedCheck
from logbook.export.checks import Check, Level
from logbook.export.documents import is_picture_or_face
from logbook.export.drawing import page_number
from logbook.export.material import Material
from logbook.export.pages import LinkMark, Pages, PictureMark
from logbook.export.plan import EXHIBITS
from logbook.export.protecting import Guard
from logbook.export.reading_back import Reader
from logbook.i18n import language, speaking, translate

_FORBIDDEN = {
    "/JS": "R03", "/JavaScript": "R03", "/AA": "R03", "/OpenAction": "R03",
    "/EmbeddedFiles": "R04", "/EmbeddedFile": "R04", "/EF": "R04", "/AF": "R04",
    "/Collection": "R04",
    "/RichMediaContent": "R05", "/Movie": "R05", "/Sound": "R05",
    "/AcroForm": "R06", "/XFA": "R06", "/URI": "R07",
    "/Thumb": "R08", "/OCProperties": "R08", "/PieceInfo": "R48",
}  # fmt: skip
_FORBIDDEN_ACTIONS = {
    "/JavaScript": "R03", "/Launch": "R03", "/URI": "R07", "/GoToR": "R07", "/SubmitForm": "R07",
}  # fmt: skip
_INFO_KEYS = {"/Title", "/Producer", "/CreationDate", "/ModDate"}
_SIZE_TOLERANCE_PT = 0.5
_DEEPEST = 40


def verify(
    file: Path | BytesIO, material: Material, pages: Pages, progress: Progress
) -> list[Check]:
    """Read a written report and return the rules that hold; raises `ReportFailedCheck`."""
    with pikepdf.open(file) as pdf:
        guard = Guard(material.dossier.protected)
        _check_catalog(pdf, pages)
        _check_objects(pdf, guard)
        unread = _check_pages(pdf, material, pages, guard, progress)
    _check_pictured(material, progress)
    said = [
        ("R02", translate("Report", "The file opens without a password.")),
        ("R03", translate("Report", "Nothing in the file runs, and nothing leads out of it.")),
        ("R09", translate("Report", "The file passes an offline PDF/A-2b validator.")),
        ("R10", translate("Report", "Every page has the same paper size.")),
        (
            "R15",
            translate("Report", "Every printed page number is the number of the page in the file."),
        ),
        ("R19", translate("Report", "Every link and bookmark leads to its page.")),
        ("R48", translate("Report", "The file names no person, program path or computer.")),
    ]
    if guard.is_needed:
        said.append(("R45", translate("Report", "No protected name stands in the file.")))
    checks = [Check(rule, Level.OK, None, message) for rule, message in said]
    if unread and guard.is_needed:
        message = translate(
            "Report", "A program cannot read the words of this document: look for names yourself."
        )
        checks.append(Check("R45", Level.LOOK, unread[0], message))
    if guard.is_needed and (material.pictures or material.unread):
        message = translate(
            "Report", "Names on pictures are not looked for: look at each yourself."
        )
        checks.append(Check("R45", Level.LOOK, None, message, EXHIBITS))
    return checks


def _fail(rule: str, where: str) -> ReportFailedCheck:
    kind = HiddenNameInReport if rule == "R45" else ReportFailedCheck
    return kind(rule, where=where)


def _check_catalog(pdf: pikepdf.Pdf, pages: Pages) -> None:
    """Hold the document's own entries against R02, R15, R20, R22 and R48."""
    if pdf.is_encrypted:
        raise _fail("R02", "document")
    root = pdf.Root
    if root.get(Name.PageMode) != Name.UseOutlines or not root.ViewerPreferences.DisplayDocTitle:
        raise _fail("R22", "document")
    extra = {str(key) for key in pdf.docinfo} - _INFO_KEYS
    if extra:
        raise _fail("R48", "document")
    with pdf.open_outline() as outline:
        count = sum(1 + len(item.children) for item in outline.root)
    if count != len(pages.bookmarks):
        raise _fail("R20", "bookmarks")


def _check_objects(pdf: pikepdf.Pdf, guard: Guard) -> None:
    """Hold every object of the file against R03 to R08, R45 and R48."""
    drawn = {page.Contents.objgen for page in pdf.pages}  # read word by word with their pages
    for thing in pdf.objects:
        if isinstance(thing, (Dictionary, Stream, Array)):
            _check_thing(thing, guard, 0)
        if not guard.is_needed or not isinstance(thing, Stream) or thing.objgen in drawn:
            continue
        if not is_picture_or_face(thing) and guard.finds_in_bytes(thing.read_bytes()):
            raise _fail("R45", "document")


def _check_thing(thing: Object, guard: Guard, depth: int) -> None:
    """Look at the keys, actions and strings of one object and of those written inside it."""
    if depth > _DEEPEST:
        raise _fail("R01", "document")
    if isinstance(thing, Array):
        for value in thing.as_list():
            _check_value(value, guard, depth)
        return
    action = thing.get(Name.S)
    if isinstance(action, Name) and str(action) in _FORBIDDEN_ACTIONS:
        raise _fail(_FORBIDDEN_ACTIONS[str(action)], "document")
    for key, value in thing.items():
        if key in _FORBIDDEN:
            raise _fail(_FORBIDDEN[key], "document")
        _check_value(value, guard, depth)


def _check_value(value: object, guard: Guard, depth: int) -> None:
    if isinstance(value, String):
        if guard.is_needed and guard.finds(str(value)):
            raise _fail("R45", "document")
    elif isinstance(value, (Dictionary, Array)) and not value.is_indirect:
        _check_thing(value, guard, depth + 1)


def _check_pages(
    pdf: pikepdf.Pdf, material: Material, pages: Pages, guard: Guard, progress: Progress
) -> list[int]:
    """Hold every page against R08, R10, R15, R19 and R45; return those with words of no meaning."""
    reader = Reader()
    unread: list[int] = []
    files = {page.name: file for file, shown in material.documents.items() for page in shown}
    total = len(pdf.pages)
    if total != len(pages.pages):
        raise _fail("R15", "document")
    with speaking(material.dossier.language or language()):
        numbers = [page_number(index, total) for index in range(total)]
    indexes = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    for index, page in enumerate(pdf.pages):
        if index % 20 == 0:
            progress(index, total)
        where = translate("Report", "page {page}", page=index + 1)
        _check_size(page, material, where)
        links = [mark for mark in pages.pages[index].marks if isinstance(mark, LinkMark)]
        _check_links(page, [pages.anchors[link.anchor][0] for link in links], indexes, where)
        found = reader.page(page)
        words = found.text
        if found.unknown:
            unread.append(index + 1)
            shown = {
                mark.name for mark in pages.pages[index].marks if isinstance(mark, PictureMark)
            }
            material.unread.update(files[name] for name in shown & files.keys())
        if not words.rstrip().endswith(numbers[index]):
            raise _fail("R15", where)
        if guard.finds(found.as_placed):
            raise _fail("R45", where)
    return unread


def _check_pictured(material: Material, progress: Progress) -> None:
    """Hold documents that are shown as pictures against R45, by the words that they tell."""
    for exhibit in material.plan.exhibits:
        for file in exhibit.files:
            document = material.cleaned.of(file) if material.is_printed(file) else None
            if document is None or document.data:
                continue
            if material.cleaned.pages_with_a_name(file, progress) is not None:
                raise _fail("R45", "document")


def _check_size(page: pikepdf.Page, material: Material, where: str) -> None:
    box = [float(value) for value in page.mediabox.as_list()]
    width, height = material.look.width_pt, material.look.height_pt
    differs = max(abs(box[2] - box[0] - width), abs(box[3] - box[1] - height))
    if differs > _SIZE_TOLERANCE_PT or Name.Rotate in page.obj:
        raise _fail("R10", where)


def _check_links(
    page: pikepdf.Page, wanted: list[int], indexes: dict[tuple[int, int], int], where: str
) -> None:
    """Hold the annotations of a page against the links of its layout."""
    found: list[int] = []
    for link in page.obj.get(Name.Annots, Array()).as_list():
        if link.get(Name.Subtype) != Name.Link:
            raise _fail("R08", where)
        found.append(indexes[link.Dest[0].objgen])
    if found != wanted:
        raise _fail("R19", where)
