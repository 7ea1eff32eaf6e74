"""What every exhibit has: its sheet with the facts of its files, and pages that show them."""

from __future__ import annotations

from logbook.domain.dossier import DossierFile
from logbook.domain.evidence import MediaClass
from logbook.export import words
from logbook.export.flow import Cell, Column, Flow
from logbook.export.identifiers import printed_name
from logbook.export.material import Material, Ready, exhibit_anchor, file_anchor
from logbook.export.pages import Bookmark, Late, PictureMark, RuleMark, TextMark
from logbook.export.plan import Exhibit
from logbook.i18n import translate

_LABEL_PT = 96.0
_CAPTION_CHARS = 70
_CAPTION_PT = 16.0
_GAP_PT = 18.0
_TALL = 1.55  # height by width from which two pictures stand side by side
_FLAT = 0.72  # and up to which two stand one above the other
_SCROLL = 3.0  # a capture taller than this is shown in stretches
_OVERLAP = 0.05  # part of a stretch that is shown again on the next page
_POINTS_PER_PIXEL = 0.75  # a small picture is not blown up beyond 96 dpi


def open_exhibit(flow: Flow, exhibit: Exhibit) -> None:
    """Start the sheet of an exhibit: its letter large, its description below."""
    look = flow.look
    flow.running_head(None)
    flow.in_exhibit(exhibit.index)
    flow.new_page()
    flow.anchor(exhibit_anchor(exhibit.index))
    flow.pages.bookmarks.append(
        Bookmark(f"{exhibit.name}: {exhibit.title}", exhibit_anchor(exhibit.index), 1)
    )
    flow.space(72)
    flow.centred(exhibit.name.upper(), look.exhibit, after_pt=6)
    flow.centred(exhibit.title, look.subheading, after_pt=18)
    flow.rule(width_pt=1.2, gray=0)
    flow.space(14)


def fact(flow: Flow, label: str, value: str | Late) -> None:
    """Print a fact with its label beside it."""
    look = flow.look
    left, width = look.left_pt + _LABEL_PT, look.measure_pt - _LABEL_PT
    name = [Cell(flow.setter.line(label, look.small), look.body.leading_pt)]
    if isinstance(value, Late):
        cells = [Cell(value, look.body.leading_pt, value.anchor)]
    else:
        cells = flow.cells(value, look.body, width)
    flow.columns([Column(look.left_pt, _LABEL_PT, name), Column(left, width, cells)])
    flow.space(2)


def digest(flow: Flow, label: str, sha256: bytes) -> None:
    """Print a fingerprint on one line, small enough that nothing is cut."""
    look = flow.look
    name = Cell(flow.setter.line(label, look.small), look.body.leading_pt)
    cell = Cell(flow.setter.line(sha256.hex(), look.tiny), look.body.leading_pt)
    flow.columns(
        [Column(look.left_pt, _LABEL_PT, [name]), Column(look.left_pt + _LABEL_PT, 0, [cell])]
    )
    flow.space(2)


def describe_file(flow: Flow, material: Material, exhibit: Exhibit, file: DossierFile) -> None:
    """Print what is known about a file, and its transcript."""
    look = flow.look
    flow.need(110)
    if not material.is_printed(file):
        flow.anchor(file_anchor(file.evidence))
    name = translate(
        "Report", "{id}  {name}", id=exhibit.file_name(file), name=printed_name(file.name)
    )
    going_on = translate("Report", "{id}, continued", id=exhibit.file_name(file))
    with flow.continuing(going_on):
        flow.text(name, look.strong, after_pt=3)
        for label, value in _facts(material, file):
            fact(flow, label, value)
        digest(flow, translate("Report", "SHA-256"), file.sha256)
        if file.description.strip() and file.description.strip() != exhibit.title:
            fact(flow, translate("Report", "Note by petitioner"), file.description)
        if file.transcript.strip():
            flow.space(4)
            flow.text(translate("Report", "Transcript, written by petitioner"), look.small_strong)
            flow.text(file.transcript, look.body)
    flow.space(10)
    flow.rule(gray=0.75)
    flow.space(10)


def _facts(material: Material, file: DossierFile) -> list[tuple[str, str | Late]]:
    zone = material.dossier.zone
    kind = f"{words.media(file.media_class)}, {file.media_type}, {words.size(file.size_bytes)}"
    facts: list[tuple[str, str | Late]] = [(translate("Report", "Kind"), kind)]
    if file.duration_s is not None:
        facts.append((translate("Report", "Length"), words.duration(file.duration_s)))
    in_file = translate("Report", "Time in file")
    facts += [(in_file, words.file_time(time)) for time in file.times]
    added = words.in_zone(file.added_at, zone)
    said = f"{words.day_and_clock(added)} ({words.offset(added)})"
    facts.append((translate("Report", "Added"), said))
    where = translate("Report", "Shown on")
    if material.is_printed(file):
        late = Late(
            translate("Report", "p. {pages}"), file_anchor(file.evidence), material.look.body
        )
        facts.append((where, late))
    else:
        facts.append((where, _not_shown(file)))
    return facts


def _not_shown(file: DossierFile) -> str:
    """Return why no page shows a file."""
    if file.media_class in {MediaClass.SOUND, MediaClass.VIDEO}:
        return translate("Report", "Not printed: the recording is kept as a file.")
    if file.media_class in {MediaClass.PICTURE, MediaClass.PDF}:
        return translate(
            "Report", "Not printed: it cannot be shown on paper. It is kept as a file."
        )
    return translate("Report", "Not printed: it is kept as a file.")


def show_files(flow: Flow, material: Material, exhibit: Exhibit) -> None:
    """Add the pages that show the pictures and documents of an exhibit, in its order."""
    waiting: list[tuple[DossierFile, Ready]] = []
    for file in exhibit.files:
        picture = material.pictures.get(file.evidence)
        if picture is not None:
            waiting.append((file, picture))
            continue
        _show_pictures(flow, exhibit, waiting)
        waiting = []
        for page in material.documents.get(file.evidence, []):
            _show_page(flow, file, page)
    _show_pictures(flow, exhibit, waiting)
    flow.in_exhibit(None)


def _show_pictures(flow: Flow, exhibit: Exhibit, pictures: list[tuple[DossierFile, Ready]]) -> None:
    """Show pictures one or two to a page."""
    look = flow.look
    height = look.top_pt - look.bottom_pt
    at = 0
    while at < len(pictures):
        pair = pictures[at : at + 2]
        shapes = [picture.height / picture.width for _, picture in pair]
        if shapes[0] > _SCROLL:
            _show_scroll(flow, exhibit, *pair[0])
            at += 1
            continue
        flow.new_page()
        if len(pair) > 1 and all(_TALL <= shape <= _SCROLL for shape in shapes):
            width = (look.measure_pt - _GAP_PT) / 2
            boxes = [
                (look.left_pt, look.bottom_pt, width, height),
                (look.left_pt + width + _GAP_PT, look.bottom_pt, width, height),
            ]
        elif len(pair) > 1 and all(shape <= _FLAT for shape in shapes):
            half = (height - _GAP_PT) / 2
            boxes = [
                (look.left_pt, look.bottom_pt + half + _GAP_PT, look.measure_pt, half),
                (look.left_pt, look.bottom_pt, look.measure_pt, half),
            ]
        else:
            boxes = [(look.left_pt, look.bottom_pt, look.measure_pt, height)]
        for (file, picture), box in zip(pair, boxes, strict=False):
            _place(flow, exhibit, file, picture, box)
        at += len(boxes)


def _place(
    flow: Flow,
    exhibit: Exhibit,
    file: DossierFile,
    picture: Ready,
    box: tuple[float, float, float, float],
) -> None:
    """Put a picture into a box with its name above."""
    left, bottom, width, height = box
    room = height - _CAPTION_PT
    scale = min(width / picture.width, room / picture.height, _POINTS_PER_PIXEL)
    wide, high = picture.width * scale, picture.height * scale
    x_pt = left + (width - wide) / 2
    y_pt = bottom + room - high
    _caption(flow, exhibit, file, (left, bottom + height - 9, width))
    flow.anchor(file_anchor(file.evidence))
    flow.mark(PictureMark(picture.name, x_pt, y_pt, wide, high))
    _frame(flow, x_pt, y_pt, wide, high)


def _show_scroll(flow: Flow, exhibit: Exhibit, file: DossierFile, picture: Ready) -> None:
    """Show a long capture in stretches that overlap, each as wide as half the page."""
    look = flow.look
    room = look.top_pt - look.bottom_pt - _CAPTION_PT
    wide = min(look.measure_pt * 0.62, picture.width * _POINTS_PER_PIXEL)
    high = wide * picture.height / picture.width
    x_pt = look.left_pt + (look.measure_pt - wide) / 2
    shown = 0.0
    while True:
        flow.new_page()
        flow.anchor(file_anchor(file.evidence))
        stretch = min(room, high - shown)
        top = look.bottom_pt + room
        _caption(flow, exhibit, file, (look.left_pt, look.top_pt - 9, look.measure_pt))
        window = (x_pt, top - stretch, wide, stretch)
        y_pt = top + shown - high
        flow.mark(PictureMark(picture.name, x_pt, y_pt, wide, high, window))
        _frame(flow, *window)
        shown += stretch
        if shown >= high - 0.5:
            break
        shown -= room * _OVERLAP
    end = (f"{file_anchor(file.evidence)[0]}-end", file.evidence)
    flow.anchor(end)


def _caption(
    flow: Flow, exhibit: Exhibit, file: DossierFile, place: tuple[float, float, float]
) -> None:
    """Print the short name of a file and its name as given; nothing else stands on a picture."""
    left, y_pt, width = place
    name = file.name
    if len(name) > _CAPTION_CHARS:  # the sheet of the exhibit gives all of it
        name = f"{name[: _CAPTION_CHARS - 16]}…{name[-15:]}"
    text = f"{exhibit.file_name(file)}  {printed_name(name)}"
    lines = flow.setter.text(text, flow.look.tiny, width)
    flow.mark(TextMark(lines[0], left, y_pt))


def _frame(flow: Flow, x_pt: float, y_pt: float, wide: float, high: float) -> None:
    """Draw a hair line round a picture, so that its edge is seen on white paper."""
    corners = [(x_pt, y_pt), (x_pt + wide, y_pt), (x_pt + wide, y_pt + high), (x_pt, y_pt + high)]
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        flow.mark(RuleMark(x0, y0, x1, y1, 0.3, 0.5))


def _hide_words(flow: Flow, words_on_page: str, place: tuple[float, float, float]) -> None:
    """Put the words of a page behind its picture, where searching finds them (R23)."""
    x_pt, y_pt, width = place
    style = flow.look.hidden
    lines = flow.setter.text(words_on_page, style, width)
    step = min(style.leading_pt, (y_pt - flow.look.bottom_pt) / max(len(lines), 1))
    for line in lines:
        y_pt -= step
        flow.mark(TextMark(line, x_pt, y_pt))


def _show_page(flow: Flow, file: DossierFile, page: Ready) -> None:
    """Show a page of a document, as large as the margins allow."""
    look = flow.look
    margin = look.margin_pt * 0.75
    left, bottom = margin, look.margin_pt * 0.9
    width = look.width_pt - 2 * margin
    height = look.height_pt - bottom - look.margin_pt * 0.9
    scale = min(width / page.width, height / page.height, 1.0)
    wide, high = page.width * scale, page.height * scale
    flow.new_page()
    flow.anchor(file_anchor(file.evidence))
    flow.pages.anchors[f"{file_anchor(file.evidence)[0]}-end", file.evidence] = (
        len(flow.pages.pages) - 1,
        flow.y_pt,
    )
    x_pt, y_pt = left + (width - wide) / 2, bottom + (height - high)
    flow.mark(PictureMark(page.name, x_pt, y_pt, wide, high))
    _frame(flow, x_pt, y_pt, wide, high)
    if page.words:
        _hide_words(flow, page.words, (x_pt, y_pt + high, wide))
