"""Draw one message of a thread: time, sender, words, files and what is said of it, in one column.

A row is laid out when it is first seen, once for a width, a text size and the words looked for; the
same layout answers what lies under the mouse.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.domain.entry import Kind
from logbook.domain.evidence import MediaClass
from logbook.domain.message import MessageKind
from logbook.domain.thread import ThreadFile, ThreadRow
from logbook.i18n import translate
from logbook.tasks import say_message
from logbook.ui.models.thread import RowRole, ThreadModel
from logbook.ui.style import color, look, px
from logbook.ui.widgets import message_paint, paint
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.message_paint import BOX_PX, GAP_PX, PAD_PX, RowPainter, width_of
from logbook.ui.words import data_size, long_day

_END_PX = 8  # free behind the words
_MOST_LINES = 30
_KEPT = 600  # rows laid out
_PICTURE_PX = (128, 96)
_FILE_PX, _FILE_WIDEST_PX = 34, 340
_NOTE_PX = 22
_HANDED_PX = 6  # around what can be pressed
_ICONS = {
    MediaClass.PICTURE: "image",
    MediaClass.SOUND: "speaker-high",
    MediaClass.VIDEO: "video",
    MediaClass.PDF: "file-pdf",
    MediaClass.TEXT: "file-text",
    MediaClass.MESSAGES: "chat-text",
    MediaClass.OTHER: "file",
}
BOX, WORDS, FILE = "box", "words", "file"
_PLAIN = frozenset({MessageKind.TEXT, MessageKind.MEDIA})


@dataclass(frozen=True, slots=True)
class Note:
    """Something said below the words: an icon and words on a plate, or words alone."""

    words: str
    icon: str = ""
    tone: str = ""  # the plate's colour; empty: none


@dataclass(slots=True)
class Laid:
    """A row laid out from its own top left corner, as for left-to-right."""

    row: ThreadRow
    first: bool
    height: int = 0
    top: int = 0  # below the head of the day
    words_left: int = 0
    words_top: int = 0
    layout: QTextLayout | None = None
    files: list[QRect] = field(default_factory=list)
    notes: list[tuple[QRect, Note]] = field(default_factory=list)


class ThreadDelegate(QStyledItemDelegate):
    """`picture_of` gives the small picture of a file that is here, and asks for one that is not."""

    def __init__(self, picture_of: Callable[[int], QPixmap | None]) -> None:
        super().__init__()
        self._picture_of = picture_of
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self._width = 0
        self._words = ""
        look().changed.connect(self._laid.clear)

    def use_width(self, width: int) -> None:
        """Lay out for another width of the list from now on."""
        if width != self._width:
            self._width = width
            self._laid.clear()

    def use_words(self, words: str) -> None:
        """Mark other words as found."""
        folded = " ".join(words.casefold().split())
        if folded != self._words:
            self._words = folded
            self._laid.clear()

    def usual_px(self) -> int:
        """Return the height of a message of one line, for rows that are not read yet."""
        return look().line_px("body") + px(18) + message_paint.head_px(self._width, px(_END_PX))

    def laid_out(self, row: ThreadRow, *, first: bool) -> Laid:
        """Return a row laid out for the width in use."""
        laid = self._laid.get(row.id)
        if laid is None or laid.row is not row or laid.first != first:
            laid = _lay_out(row, self._width, self._words, first=first)
            self._laid[row.id] = laid
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        return laid

    def part_at(self, laid: Laid, at: QPoint) -> tuple[str, int]:
        """Return what lies at a point of a row: box, file and its place, or the words."""
        wide = px(BOX_PX)
        if at.x() < wide and at.y() >= laid.top:
            return BOX, 0
        for place, where in enumerate(laid.files):
            if where.adjusted(0, 0, 0, px(_HANDED_PX)).contains(at):
                return FILE, place
        return WORDS, 0

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._width, self.usual_px())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        row = index.data(RowRole)
        if not isinstance(model, ThreadModel) or not isinstance(row, ThreadRow):
            return
        laid = self.laid_out(row, first=model.is_first_of_day(index.row()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        drawn = _Row(painter, QRect(option.rect), mirrored=mirrored)
        drawn.draw(
            laid,
            ticked=index.row() in model.ticked,
            current=bool(option.state & QStyle.StateFlag.State_Selected),
            picture_of=self._picture_of,
        )
        painter.restore()


class _Row(RowPainter):
    """One row on a painter."""

    def draw(
        self,
        laid: Laid,
        *,
        ticked: bool,
        current: bool,
        picture_of: Callable[[int], QPixmap | None],
    ) -> None:
        """Draw everything; the plate of the chosen row first."""
        where, row = self._where, laid.row
        if laid.first:
            day = long_day(date.fromisoformat(row.local[:10]))
            self.day_head(day, "", laid.top, px(4))
        top = where.top() + laid.top
        if current:
            self._mark_current(top)
        tall = look().line_px("body")
        self.box(where.left() + px(6), top + px(9) + tall / 2, ticked=ticked)
        self._head(row, top + px(9), tall)
        if laid.layout is not None:
            self._words(laid, current=current, ticked=ticked)
        for file, box in zip(row.files, laid.files, strict=False):
            self._file(file, box.translated(where.topLeft()), picture_of)
        for box, note in laid.notes:
            self._note(note, box.translated(where.topLeft()), current=current)

    def _mark_current(self, top: int) -> None:
        where = QRectF(
            self._where.left(), top + 1, self._where.width() - 1, self._where.bottom() - top - 1
        )
        paint.plate(self._painter, self._flip(where), px(8), color("selected"))
        bar = QRectF(where.left(), where.top() + px(6), px(3), where.height() - px(12))
        paint.plate(self._painter, self._flip(bar), px(2), color("accent"))

    def _head(self, row: ThreadRow, top: int, tall: int) -> None:
        left = self._where.left() + px(BOX_PX) + px(4)
        clock = QRect(left, top, message_paint.time_px(), tall)
        self._text(row.local[11:16], clock, "small", "text-2")
        if row.kind is MessageKind.SYSTEM:
            return
        left += message_paint.time_px()
        stacked = message_paint.head_px(self._where.width(), px(_END_PX))
        end = self._where.right() if stacked else left + message_paint.sender_px()
        box = QRect(left, top, end - left - px(GAP_PX), tall)
        self._text(sender_of(row), box, "label", "text", elide=Qt.TextElideMode.ElideMiddle)

    def _words(self, laid: Laid, *, current: bool, ticked: bool) -> None:
        layout = laid.layout
        if layout is None:
            return
        tall = layout.lineCount() * look().line_px("body") + px(12)
        where = QRectF(
            self._where.left() + laid.words_left,
            self._where.top() + laid.words_top,
            message_paint.wide_px(layout) + 2 * px(PAD_PX),
            tall,
        )
        if laid.row.kind is MessageKind.SYSTEM:
            self.bubble(where, layout, None, None)
            return
        fill = "accent-soft" if laid.row.is_me else "hover"
        edge = color("accent") if ticked else color("line") if current else None
        fill = "surface" if current else fill  # on the plate of the chosen row
        self.bubble(where, layout, color(fill), edge)

    def _file(
        self, file: ThreadFile, where: QRect, picture_of: Callable[[int], QPixmap | None]
    ) -> None:
        box = self._flip(QRectF(where))
        if file.evidence is not None and _has_picture(file):
            picture = picture_of(file.evidence)
            if picture is not None:
                _draw_picture(self._painter, picture, box)
                return
        held = file.evidence is not None
        fill = color("surface") if held else None
        paint.plate(self._painter, box, px(8), fill, color("line-strong"))
        side = px(16)
        tall = min(where.height(), px(_FILE_PX))
        middle = where.top() + tall / 2
        glyph = QRectF(where.left() + px(10), middle - side / 2, side, side)
        self.glyph(_ICONS[file.media_class] if held else "file", glyph, "text-2")
        left = where.left() + px(10) + side + px(8)
        room = QRect(left, where.top(), where.right() - left - px(8), tall)
        self._text(
            _file_words(file),
            room,
            "small",
            "text" if held else "text-3",
            elide=Qt.TextElideMode.ElideMiddle if held else Qt.TextElideMode.ElideRight,
        )

    def _note(self, note: Note, where: QRect, *, current: bool) -> None:
        inside = where
        if note.tone:
            plate = self._flip(QRectF(where))
            paint.plate(
                self._painter, plate, where.height() / 2, color("surface" if current else note.tone)
            )
            inside = where.adjusted(px(9), 0, -px(9), 0)
        ink = f"on-{note.tone}" if note.tone.endswith("-soft") else "text-3"
        if note.icon:
            side = px(13)
            glyph = QRectF(inside.left(), where.center().y() - side / 2 + 0.5, side, side)
            self.glyph(note.icon, glyph, ink)
            inside = inside.adjusted(side + px(5), 0, 0, 0)
        self._text(note.words, inside, "chip" if note.tone else "caption", ink)


def sender_of(row: ThreadRow) -> str:
    """Return the name to show for who sent a message."""
    if row.is_me:
        return translate("Messages", "You")
    return row.sender or translate("Messages", "No sender")


def words_of(row: ThreadRow) -> str:
    """Return the words of a message as they are, or what it is where it has none."""
    text = row.text.strip("\n")
    if text or (row.files and row.kind in _PLAIN):
        return text
    return say_message.say_record(row.kind, row.extra, has_text=False)


def notes_of(row: ThreadRow, *, is_cut: bool = False) -> list[Note]:
    """Return what stands below the words of a message; `is_cut`: lines are missing."""
    notes: list[Note] = []
    if row.given is not Kind.NONE:
        notes.append(Note(kind_name(row.given), ICONS[row.given], "accent-soft"))
    if row.entries:
        words = translate("Messages", "In %n entry|In %n entries", "", row.entries)
        notes.append(Note(words, "notebook", "info-soft"))
    said = say_message.say_flags(row.flags)
    if row.kind not in {*_PLAIN, MessageKind.SYSTEM} and row.text.strip():
        said.insert(0, say_message.say_record(row.kind, row.extra, has_text=True))
    notes += [Note(words) for words in dict.fromkeys(said)]
    if row.repaired and row.repaired != row.text:
        notes.append(Note(translate("Messages", "The text was read in another encoding too")))
    if row.is_cut or is_cut:
        notes.append(Note(translate("Messages", "The whole text is shown when you choose it")))
    return notes


def row_sentence(row: ThreadRow, first_of_day: bool, ticked: bool) -> str:  # noqa: FBT001 - a callback's own order
    """Say a row in one sentence, for screen readers."""
    parts = [long_day(date.fromisoformat(row.local[:10]))] if first_of_day else []
    parts += [row.local[11:16], sender_of(row), words_of(row)]
    parts += [_file_words(file) for file in row.files]
    parts += [note.words for note in notes_of(row)]
    if ticked:
        parts.append(translate("Messages", "Chosen"))
    return ". ".join(part for part in parts if part)


def _has_picture(file: ThreadFile) -> bool:
    return file.media_class in {MediaClass.PICTURE, MediaClass.VIDEO, MediaClass.PDF}


def _file_words(file: ThreadFile) -> str:
    name = file.name or translate("Messages", "A file")
    if file.evidence is None:
        return translate("Messages", "Not in the export: {name}", name=name)
    return translate("Messages", "{name}, {size}", name=name, size=data_size(file.size_bytes))


def _draw_picture(painter: QPainter, picture: QPixmap, where: QRectF) -> None:
    path = QPainterPath()
    path.addRoundedRect(where, px(8), px(8))
    painter.save()
    painter.setClipPath(path)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    scale = min(picture.width() / where.width(), picture.height() / where.height())
    wide, tall = where.width() * scale, where.height() * scale
    part = QRectF((picture.width() - wide) / 2, (picture.height() - tall) / 2, wide, tall)
    painter.drawPixmap(where, picture, part)
    painter.restore()
    paint.plate(painter, where, px(8), None, color("line-strong"))


def _lay_out(row: ThreadRow, width: int, words: str, *, first: bool) -> Laid:
    laid = Laid(row, first)
    head_px = message_paint.head_px(width, px(_END_PX))
    laid.top = look().line_px("strong") + px(14) if first else 0
    left = px(BOX_PX) + px(4)
    if not head_px:
        left += message_paint.time_px()
        left += 0 if row.kind is MessageKind.SYSTEM else message_paint.sender_px()
    if row.kind is MessageKind.SYSTEM:
        head_px = 0
        left = px(BOX_PX) + px(4) + message_paint.time_px() - px(PAD_PX)
    bottom = laid.top + px(3) + head_px
    room = max(width - left - px(_END_PX), px(120))
    is_cut = False
    text = words_of(row).replace("\n", "\u2028")  # a new line, and not a new paragraph
    if text:
        laid.words_left, laid.words_top = left, bottom
        places = message_paint.found_all(text, words, every=True)
        wide = room - 2 * px(PAD_PX)
        laid.layout = message_paint.lay_out(text, wide, *places, most_lines=_MOST_LINES)
        is_cut = message_paint.is_cut(laid.layout)
        bottom += laid.layout.lineCount() * look().line_px("body") + px(12)
    else:
        bottom += px(3)
    bottom = _place_files(laid, left, room, bottom)
    bottom = _place_notes(laid, notes_of(row, is_cut=is_cut), left, room, bottom)
    least = laid.top + head_px + look().line_px("body") + px(15)
    laid.height = max(bottom, least) + px(3)
    return laid


def _place_files(laid: Laid, left: int, room: int, bottom: int) -> int:
    """Give every file its place, side by side as far as there is room; return what lies below."""
    at, tall = left, 0
    for file in laid.row.files:
        if file.evidence is not None and _has_picture(file):
            size = QSize(min(px(_PICTURE_PX[0]), room), px(_PICTURE_PX[1]))
        else:
            words = width_of(_file_words(file), "small") + px(16 + 10 + 8 + 10)
            size = QSize(min(words, px(_FILE_WIDEST_PX), room), px(_FILE_PX))
            size.setHeight(max(size.height(), look().line_px("small") + px(12)))
        if at > left and at + size.width() > left + room:
            bottom += tall + px(6)
            at, tall = left, 0
        if at == left and not tall:
            bottom += px(4)
        laid.files.append(QRect(QPoint(at, bottom), size))
        at += size.width() + px(8)
        tall = max(tall, size.height())
    return bottom + tall + (px(2) if tall else 0)


def _place_notes(laid: Laid, notes: list[Note], left: int, room: int, bottom: int) -> int:
    """Do the same for what is said below."""
    at, tall = left, max(px(_NOTE_PX), look().line_px("chip") + px(4))
    if notes:
        bottom += px(5)
    for note in notes:
        role = "chip" if note.tone else "caption"
        wide = width_of(note.words, role) + (px(18) if note.tone else 0)
        wide = min(wide + (px(18) if note.icon else 0), room)
        if at > left and at + wide > left + room:
            at, bottom = left, bottom + tall + px(4)
        laid.notes.append((QRect(at, bottom, wide, tall), note))
        at += wide + px(8 if note.tone else 14)
    return bottom + tall + px(2) if notes else bottom
