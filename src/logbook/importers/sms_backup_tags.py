"""The tags of an SMS backup, one after the other, with the bytes where each one lies.

The files are XML by a fixed writer, often damaged and often larger than memory. An XML parser
stops for good at the first illegal reference, holds a whole attachment as one attribute, and does
not say where a record ends (research: messages.md 3). This reader follows the same grammar of tags
(XML 1.0, 2.3 and 3.1), leaves values undecoded, passes attachments by, accounts for every byte, and
goes on behind damage at the next record: `<` never stands inside a value, so `<sms ` is always one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from logbook import errors
from logbook.importers.base64_stretch import is_base64
from logbook.importers.sms_backup_window import Window

HEAD_BYTES = 128
_LONGEST_GAP = 1 << 16  # between two attributes, and of a name
_LONGEST_MARK = 16  # of what is looked for behind damage
_LONGEST_REFERENCE = 12  # of those to a blank, kept whole at the end of a block
_MOST_SHAPES = 8
_REPEATED = frozenset((b"sms", b"mms", b"call", b"part", b"addr"))
_ATTRIBUTE_COST = 64  # what an attribute takes beside its value, so that many small ones count
_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t\r\n"

_ELEMENT = re.compile(rb"<([A-Za-z_:\x80-\xff][\w:.\-\x80-\xff]*)(?=[ \t\r\n/>])")
_ATTRIBUTE = re.compile(rb"""([ \t\r\n]+)([^ \t\r\n=<>"'/]+)([ \t\r\n]*=[ \t\r\n]*)(["'])""")
_ONE_ATTRIBUTE = re.compile(
    rb"""([^ \t\r\n=<>"'/]++)[ \t\r\n]*+=[ \t\r\n]*+(?:"([^"<]*+)"|'([^'<]*+)')"""
)
# Not `)*+`: Python 3.11.2, which Debian 12 has, loses what stands around a possessive group.
_WHOLE_TAG = re.compile(
    rb"((?:[ \t\r\n]++" + re.sub(rb"\((?!\?)", rb"(?:", _ONE_ATTRIBUTE.pattern) + rb")*)"
    rb"([ \t\r\n]*+/?>)"
)
_TAG_END = re.compile(rb"[ \t\r\n]*/?>")
_CLOSE = re.compile(rb"</([^ \t\r\n<>/]+)[ \t\r\n]*>")
_RECORD_START = re.compile(rb"<(?:sms|mms|call)[ \t\r\n/>]|</?(?:smses|calls)[ \t\r\n>]")
PLAIN_VALUE = rb'[^"<\x00-\x1f]*+'  # needs no repair, whatever stands in it

Match = Callable[[bytes, int], re.Match[bytes] | None]


class TagKind(Enum):
    """What stands in the file."""

    OPEN = auto()
    EMPTY = auto()
    CLOSE = auto()
    COMMENT = auto()
    DAMAGE = auto()  # a stretch that is no tag


class Stretch(NamedTuple):
    """An attachment that was passed by: where its base64 lies, and its first letters."""

    offset: int
    length: int
    head: bytes
    is_sound: bool  # nothing but base64 and blanks


class Tag(NamedTuple):
    """A tag with its values as the bytes in the file, or a damaged stretch with its reason.

    `start` and `end` are byte offsets; damage has the name of the element where it began.
    `layout` is element, names and closing where only the writer's usual ` name="value"` stands
    between them; empty otherwise.
    """

    kind: TagKind
    name: bytes
    names: tuple[bytes, ...]
    values: tuple[bytes, ...]
    start: int
    end: int
    data: Stretch | None = None
    reason: str = ""
    layout: tuple[bytes, ...] = ()


class _Damaged(Exception):
    """The tag cannot be read past `at`, a place in the buffer."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


@dataclass(slots=True)
class _Begun:
    """A tag of which some attributes are read."""

    start: int
    element: bytes
    names: list[bytes] = field(default_factory=list)
    values: list[bytes] = field(default_factory=list)
    data: Stretch | None = None
    is_usual: bool = True
    held_bytes: int = 0


@dataclass(frozen=True, slots=True)
class _Shape:
    """A layout that was seen: one pattern reads all values of the next tag like it.

    With `has_data` the pattern ends inside the quotes of the attachment.
    """

    match: Match
    layout: tuple[bytes, ...]
    names: tuple[bytes, ...]
    has_data: bool


class TagReader:
    """Reads tags through a window."""

    def __init__(self, window: Window, longest_tag: int) -> None:
        self._window = window
        self._longest_tag = longest_tag
        self._shapes: dict[bytes, list[_Shape]] = {}
        self._element_name = b""
        if window.has(len(_BOM)) and window.buffer.startswith(_BOM):
            window.at = len(_BOM)

    def next(self) -> Tag | None:
        """Return the next tag, comment or damaged stretch; none at the end.

        Raises UnsafeXml for a document type: entities can make a small file endless (billion
        laughs) or read other files.
        """
        tag: Tag | None = None
        while tag is None:
            tag = self._text()
            if tag is not None or not self._window.has(1):
                return tag
            start, self._element_name = self._window.offset, b""
            try:
                tag = self._markup(start)
            except _Damaged as damaged:
                tag = self._damage(start, damaged)
        return tag

    def _markup(self, start: int) -> Tag | None:
        """Read what begins with `<`; none for an instruction, which says nothing of messages."""
        window = self._window
        window.has(2)
        second = window.buffer[window.at + 1 : window.at + 2]
        if second == b"?":
            self._past(b"?>")
            return None
        if second == b"!":
            return self._declared(start)
        if second == b"/":
            name = self._matched(_CLOSE)[1]
            return Tag(TagKind.CLOSE, name, (), (), start, window.offset)
        return self._element(start)

    def _declared(self, start: int) -> Tag:
        window = self._window
        window.has(len(b"<!DOCTYPE"))
        if window.buffer.startswith(b"<!--", window.at):
            comment = self._past(b"-->")
            return Tag(TagKind.COMMENT, b"", (), (comment,), start, window.offset)
        if window.buffer.startswith(b"<![CDATA[", window.at):
            # Text, whatever it looks like: a record in it is somebody's words (XML 1.0, 2.7).
            self._past(b"]]>")
            return Tag(TagKind.DAMAGE, b"", (), (), start, window.offset, reason="stray_text")
        word = window.buffer[window.at : window.at + len(b"<!DOCTYPE")].upper()
        if word.startswith((b"<!DOCTYPE", b"<!ENTITY")):
            raise errors.UnsafeXml("document type", where=str(start))
        raise _Damaged("bad_tag", window.at + 1)

    def _element(self, start: int) -> Tag:
        window = self._window
        found = self._matched(_ELEMENT)
        begin, self._element_name = found.start(), found[1]
        begun = _Begun(start, found[1])
        for shape in self._shapes.get(found[1], ()):
            quick = shape.match(window.buffer, begin)
            if quick is None:
                continue
            window.at = quick.end()
            if not shape.has_data:
                names, values = shape.names, quick.groups()
                kind = _kind(shape.layout[-1])
                end = window.offset
                return Tag(kind, found[1], names, values, start, end, layout=shape.layout)
            begun.names.extend(shape.names)
            begun.values.extend((*quick.groups(), b""))
            begun.data = self._stretch(b'"')
            break
        if begun.data is None and found[1] != b"part":
            whole = _WHOLE_TAG.match(window.buffer, window.at)
            if whole is not None:
                return self._at_once(begun, whole)
        return self._attributes(begun)

    def _at_once(self, begun: _Begun, whole: re.Match[bytes]) -> Tag:
        """Take a tag that is all in the window, however it is written."""
        self._window.at = whole.end()
        attributes = _ONE_ATTRIBUTE.findall(whole[1])
        begun.names = [name for name, _, _ in attributes]
        begun.values = [double or single for _, double, single in attributes]
        known = self._shapes.get(begun.element, ())
        begun.is_usual = len(known) < _MOST_SHAPES and whole[1] == b"".join(
            b' %s="%s"' % pair for pair in zip(begun.names, begun.values, strict=True)
        )
        return self._finished(begun, whole[2])

    def _attributes(self, begun: _Begun) -> Tag:
        """Read the attributes one by one, whatever stands between them."""
        window = self._window
        while (closing := _TAG_END.match(window.buffer, window.at)) is None:
            found = _ATTRIBUTE.match(window.buffer, window.at)
            if found is None:
                self._read_on()
                continue
            blank, name, equals, quote = found.groups()
            value = b""
            usual_place = begun.data is None
            if name == b"data" and begun.element == b"part":
                window.at = found.end()
                begun.data = self._stretch(quote)
            elif (whole := self._value(found)) is not None:
                value = whole
            else:
                continue
            begun.is_usual &= usual_place and (blank, equals, quote) == (b" ", b"=", b'"')
            begun.names.append(name)
            begun.values.append(value)
            begun.held_bytes += len(name) + len(value) + _ATTRIBUTE_COST
            if begun.held_bytes > self._longest_tag:
                raise _Damaged("too_long", window.at)
        window.at = closing.end()
        return self._finished(begun, closing[0])

    def _finished(self, begun: _Begun, closing: bytes) -> Tag:
        if len(set(begun.names)) != len(begun.names):
            raise _Damaged("duplicate_attribute", self._window.at)
        layout = (begun.element, *begun.names, closing) if begun.is_usual else ()
        if layout and begun.element in _REPEATED:
            self._learn(layout, has_data=begun.data is not None)
        return Tag(
            _kind(closing),
            begun.element,
            tuple(begun.names),
            tuple(begun.values),
            begun.start,
            self._window.offset,
            begun.data,
            "",
            layout,
        )

    def _learn(self, layout: tuple[bytes, ...], *, has_data: bool) -> None:
        known = self._shapes.setdefault(layout[0], [])
        if len(known) >= _MOST_SHAPES or any(shape.layout == layout for shape in known):
            return
        names = layout[1:-2] if has_data else layout[1:-1]
        parts = [b"<" + re.escape(layout[0])]
        parts += [b" " + re.escape(name) + b'="(' + PLAIN_VALUE + b')"' for name in names]
        parts.append(b' data="' if has_data else re.escape(layout[-1]))
        pattern = re.compile(b"".join(parts))
        known.append(_Shape(pattern.match, layout, layout[1:-1], has_data))

    def _value(self, found: re.Match[bytes]) -> bytes | None:
        """Return the value that begins where `found` ends; none when more had to be read first."""
        window = self._window
        begin = found.end()
        end = window.buffer.find(found[4], begin)
        tag = window.buffer.find(b"<", begin, end if end >= 0 else len(window.buffer))
        if tag >= 0:
            raise _Damaged("bad_tag", tag)
        if end >= 0:
            window.at = end + 1
            return window.buffer[begin:end]
        if len(window.buffer) - begin > self._longest_tag:
            raise _Damaged("too_long", len(window.buffer))
        if not window.more():
            raise _Damaged("cut_off", len(window.buffer))
        return None

    def _stretch(self, quote: bytes) -> Stretch:
        """Pass an attachment by, however long it is, without holding it."""
        window = self._window
        offset = window.offset
        head = b""
        is_sound = True
        while True:
            end = window.buffer.find(quote, window.at)
            stop = end if end >= 0 else self._end_of_whole_references()
            piece = window.buffer[window.at : stop]
            head += piece[: HEAD_BYTES - len(head)]
            is_sound = is_sound and is_base64(piece)
            if b"<" in piece:
                raise _Damaged("bad_tag", window.at + piece.index(b"<"))
            window.at = stop
            if end >= 0:
                break
            if not window.more():
                raise _Damaged("cut_off", len(window.buffer))
        length = window.offset - offset
        window.at += 1
        return Stretch(offset, length, head, is_sound)

    def _end_of_whole_references(self) -> int:
        """Return the end of the buffer, or where a reference begins that may be cut there."""
        window = self._window
        end = len(window.buffer)
        reference = window.buffer.rfind(b"&", max(window.at, end - _LONGEST_REFERENCE))
        return reference if reference >= 0 else end

    def _text(self) -> Tag | None:
        """Go to the next `<`; what stands before it and is not blank is a damaged stretch."""
        window = self._window
        start = -1
        while True:
            tag = window.buffer.find(b"<", window.at)
            stop = tag if tag >= 0 else len(window.buffer)
            text = window.buffer[window.at : stop].lstrip(_BLANK)
            if start < 0 and text:
                start = window.base + stop - len(text)
            window.at = stop
            if tag >= 0 or not window.more():
                break
        if start < 0:
            return None
        return Tag(TagKind.DAMAGE, b"", (), (), start, window.offset, reason="stray_text")

    def _past(self, ending: bytes) -> bytes:
        """Pass a comment or instruction and return how it begins."""
        window = self._window
        searched = 0
        while (found := window.buffer.find(ending, window.at + searched)) < 0:
            searched = max(0, len(window.buffer) - window.at - len(ending) + 1)
            if searched > self._longest_tag:
                raise _Damaged("too_long", len(window.buffer))
            if not window.more():
                raise _Damaged("cut_off", window.at + 1)
        text = window.buffer[window.at : min(found, window.at + _LONGEST_GAP)]
        window.at = found + len(ending)
        return text

    def _matched(self, pattern: re.Pattern[bytes]) -> re.Match[bytes]:
        """Match at this place, reading on where the window ends too early."""
        window = self._window
        while (found := pattern.match(window.buffer, window.at)) is None:
            self._read_on(1)
        window.at = found.end()
        return found

    def _read_on(self, skipped: int = 0) -> None:
        """Read more if what stands here may be the beginning of something."""
        window = self._window
        at = window.at + skipped
        rest = window.buffer[at : at + _LONGEST_GAP]
        if len(rest) == _LONGEST_GAP or b"<" in rest or b">" in rest:
            raise _Damaged("bad_tag", at)
        if not window.more():
            raise _Damaged("cut_off", at)

    def _damage(self, start: int, damaged: _Damaged) -> Tag:
        """Go to the next record behind the damage and return the stretch up to there."""
        window = self._window
        window.at = damaged.at
        while (found := _RECORD_START.search(window.buffer, window.at)) is None:
            window.at = max(window.at, len(window.buffer) - _LONGEST_MARK)
            if not window.more():
                window.at = len(window.buffer)
                break
        else:
            window.at = found.start()
        name, end = self._element_name, window.offset
        return Tag(TagKind.DAMAGE, name, (), (), start, end, reason=damaged.reason)


def _kind(closing: bytes) -> TagKind:
    return TagKind.EMPTY if closing.endswith(b"/>") else TagKind.OPEN
