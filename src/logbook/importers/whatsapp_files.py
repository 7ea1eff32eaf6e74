"""The files that a message of an export names, and where in the zip they are.

Phones write the name in many languages around it, so the shape decides: a file name in its place,
and a member of that name, or a word that is known, or a name that WhatsApp gives (research:
messages.md 2).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from logbook.domain.message import AttachmentRef
from logbook.importers.source import Member
from logbook.importers.whatsapp_phrases import ATTACHED, plain
from logbook.importers.whatsapp_remembered import Remembered
from logbook.importers.whatsapp_words import MARKS

_READABLE = frozenset({"", "partial", "damaged"})
_OTHER_CODECS = ("utf-8", "cp437", "cp1252")
_MARK = re.compile(f"[{MARKS}]")

_TAG = re.compile(r"<([^<>\n]{2,300})>")
_FILE_NAME = re.compile(r"[^\n<>:]{1,250}\.\w{1,8}")
_ANDROID = re.compile(r"(?P<name>[^\n]{1,255}\.\w{1,8}) \((?P<words>[^()\n]{2,40})\)")
# Names that WhatsApp gives: IMG-20241202-WA0001.jpg, 00000042-PHOTO-2025-01-15-22-41-20.jpg.
_OWN_NAME = re.compile(
    r"(?:IMG|VID|AUD|PTT|STK|DOC|GIF)-\d{8}-WA\d+\.\w+"
    r"|\d{6,10}-[A-Z_]+-[\d-]+\.\w+|\d{4}-\d\d-\d\d-[A-Z]+-\d+\.\w+",
    re.ASCII,
)


def _says_attached(words: str) -> bool:
    return plain(words) in ATTACHED


_SAYS_ATTACHED = Remembered(_says_attached)


class Listed(dict[str, list[Member]]):
    """The members of an export by every reading of their names; one list for all its chats."""

    def __init__(self, members: Iterable[Member]) -> None:
        super().__init__()
        for member in members:
            if member.problem not in _READABLE:
                continue
            names = {member.name}
            for codec in _OTHER_CODECS:
                names.add(member.raw_name.decode(codec, errors="replace"))
            for key in sorted({_folded(name) for name in names if name}):
                self.setdefault(key, []).append(member)


class Files:
    """Finds the members that messages name; remembers how often each name was used.

    Those in the folder of the chat come first, and the chat itself, `own`, is none of them.
    `are_beside`: they are not in the export but in the folder where it lies, so that the name of
    one of them in a message is no sign that it was sent.
    """

    def __init__(
        self, listed: Listed, folder: str = "", own: int = -1, *, are_beside: bool = False
    ) -> None:
        self.are_beside = are_beside
        self._listed = listed
        self._folder = folder
        self._own = own
        self._known: dict[str, list[int]] = {}
        self._used: Counter[str] = Counter()

    def named_in(self, text: str) -> tuple[AttachmentRef, ...]:
        """Return the files that a message names, in the order of its text."""
        names = list(_in_tags(text, self._holds)) if "<" in text else []
        if ")" in text:
            names.extend(_in_brackets(text, self._holds))
        return tuple(map(self._ref, names))

    def _places(self, key: str) -> list[int]:
        """Return the members of a name, those beside the chat first."""
        places = self._known.get(key)
        if places is None:
            found = [one for one in self._listed.get(key, ()) if one.index != self._own]
            found.sort(key=lambda member: folder_of(member.name) != self._folder)
            places = [member.index for member in found]
            if places:
                self._known[key] = places
        return places

    def _holds(self, name: str) -> bool:
        return not self.are_beside and bool(self._places(_folded(name)))

    def _ref(self, name: str) -> AttachmentRef:
        """Address a file; of several with one name the next one that was not used."""
        key = _folded(name)
        places = self._places(key)
        if not places:
            return AttachmentRef(name, present=False)
        place = places[min(self._used[key], len(places) - 1)]
        self._used[key] += 1
        return AttachmentRef(name, present=True, member=str(place))


def folder_of(name: str) -> str:
    """Return the folder of a member's name, in the zip's own writing."""
    return str(PurePosixPath(name.replace("\\", "/")).parent)


def _folded(name: str) -> str:
    base = _base(_MARK.sub("", name))
    return unicodedata.normalize("NFC", base).casefold().strip()


def _in_tags(text: str, holds: Callable[[str], bool]) -> Iterator[str]:
    """Find `<attached: name>`, Turkish `<name eklendi>` and the old `name <attached>`."""
    for tag in _TAG.finditer(text):
        inside = _MARK.sub("", tag[1]).strip()
        if _SAYS_ATTACHED[inside]:
            line = text[text.rfind("\n", 0, tag.start()) + 1 : tag.start()]
            name = _MARK.sub("", line).strip()
            if _FILE_NAME.fullmatch(name):
                yield _base(name)
            continue
        for words, name in _splits(inside):
            if _is_sent(words, name, holds) and _FILE_NAME.fullmatch(name):
                yield _base(name)
                break


def _splits(inside: str) -> Iterator[tuple[str, str]]:
    """Give the ways to part what stands in a tag into words and the name of a file.

    Chinese iPhones write a wide colon and no blank: `<附件：name>`.
    """
    words, colon, name = inside.replace("：", ":", 1).partition(":")
    if colon:
        yield words, name.strip()
        return
    parts = inside.split(" ")
    for count in range(1, min(3, len(parts))):
        yield " ".join(parts[-count:]), " ".join(parts[:-count])


def _in_brackets(text: str, holds: Callable[[str], bool]) -> Iterator[str]:
    """Find Android's `name (file attached)` in the first line; a caption follows on the next."""
    found = _ANDROID.fullmatch(_MARK.sub("", text.partition("\n")[0]).rstrip("\r"))
    if found is None:
        return
    name = found["name"]
    may_be = _base(name) == name or holds(name)
    if may_be and _is_sent(found["words"], name, holds):
        yield _base(name)


def _is_sent(words: str, name: str, holds: Callable[[str], bool]) -> bool:
    """Tell whether a name with these words beside it is that of a file; an address is not."""
    if _SAYS_ATTACHED[words]:
        return True
    return _base(name) == name and (holds(name) or _OWN_NAME.fullmatch(name) is not None)


def _base(name: str) -> str:
    """Return a name without the folders that only a hostile export writes in front of it."""
    return name.replace("\\", "/").rpartition("/")[2] or name
