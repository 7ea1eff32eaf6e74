"""The chats inside an export: which members they are, what they are called, whose they are."""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from logbook.domain.message import ConversationInfo
from logbook.errors import LimitExceeded
from logbook.importers.source import Member, Source
from logbook.importers.whatsapp_dates import written
from logbook.importers.whatsapp_files import folder_of
from logbook.importers.whatsapp_header import FIRST, HEADER, SECOND, stamp_of
from logbook.importers.whatsapp_notices import title_in
from logbook.importers.whatsapp_text import Text
from logbook.importers.whatsapp_words import BLANKS, MARKS

_HEAD_BYTES = 1 << 16
_HEAD_LINES = 50
_UNREADABLE = frozenset({"encrypted", "method", "overlapping", "link", "special"})
_TEXT_END, _IPHONE_NAME = ".txt", "_chat.txt"
_COPY_NUMBER = re.compile(r"\s*\(\d{1,3}\)$")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NOT_LETTERS = re.compile(f"[{BLANKS}{MARKS}]+")
_NAMES_IN_TITLE = 3
_MOST_PEOPLE = 20_000  # of a list; no group ever had as many, and each message has its sender


@dataclass(frozen=True, slots=True)
class ChatFile:
    """A member of an export that holds a chat."""

    member: Member
    head: bytes
    in_zip: bool

    def text(self) -> Text:
        """Return a fresh reader of its text."""
        return Text(self.head)

    @property
    def base(self) -> str:
        """Its name without folders."""
        return PurePosixPath(self.member.name.replace("\\", "/")).name

    @property
    def place(self) -> str:
        """What stands before the offset in a locator."""
        return f"{self.member.index}:" if self.in_zip else ""


def chat_files(source: Source) -> list[ChatFile]:
    """Return the chats of an export: the file itself, or every member that is one.

    A text that another chat names was sent in it, and is left to it.
    """
    if not source.is_zip:
        return [ChatFile(source.members[0], source.head(0, _HEAD_BYTES), in_zip=False)]
    found = []
    for member in source.members:
        base = PurePosixPath(member.name.replace("\\", "/")).name
        if member.problem in _UNREADABLE or base.startswith("._") or not _is_text_name(base):
            continue
        head = source.head(member.index, _HEAD_BYTES)
        if starts_like_chat(head) or (not head and (base == _IPHONE_NAME or title_in(base))):
            found.append(ChatFile(member, head, in_zip=True))
            if len(found) > source.limits.conversations:
                raise LimitExceeded("conversations", where=str(source.limits.conversations))
    sent = set(_sent_in_others(source, found))
    return [chat for chat in found if chat.member.index not in sent]


def starts_like_chat(head: bytes) -> bool:
    """Tell whether a text begins like an export: with a header, or two in its first lines."""
    text = Text(head)
    headers, first_line = 0, ""
    whole = "".join(text.searchable(block.text) for block in text.blocks(io.BytesIO(head)))
    for line in _LINE_END.split(whole, _HEAD_LINES)[:_HEAD_LINES]:
        said = line.strip(f" \t{MARKS}")
        first_line = first_line or said
        match = HEADER.match("\n" + line)
        if match is None or not _is_header(match):
            continue
        headers += 1
        if headers > 1 or said == first_line:
            return True
    return False


def conversation(
    source: Source, chat: ChatFile, people: Iterable[str], only_notices: frozenset[str]
) -> ConversationInfo:
    """Name a chat so that a later export of it has the same key.

    The title in the name of the export is the contact or the group, and stays. Where the name says
    nothing (a bare `_chat.txt`), the people who wrote are all there is; then a group to which
    somebody new has written counts as another conversation.
    """
    title = _title(source, chat)
    if title:
        # iPhones write a group's notices as if the group itself had said them.
        group = {name for name in only_notices if _folded(name) == _folded(title)}
        people = tuple(name for name in people if name not in group)
        return ConversationInfo(f"whatsapp:title:{_folded(title)}", title, people[:_MOST_PEOPLE])
    people = tuple(people)
    names = "\n".join(sorted(_folded(name) for name in people))
    digest = hashlib.sha256(names.encode("utf-8", "replace")).hexdigest()[:32]
    shown = ", ".join(people[:_NAMES_IN_TITLE]) + (" …" if len(people) > _NAMES_IN_TITLE else "")
    return ConversationInfo(f"whatsapp:people:{digest}", shown, people[:_MOST_PEOPLE])


def _is_header(match: re.Match[str]) -> bool:
    stamp = stamp_of(match[FIRST], match[SECOND])
    return stamp is not None and written(stamp.date) is not None


def _is_text_name(base: str) -> bool:
    return base.casefold().endswith(_TEXT_END)


def _title(source: Source, chat: ChatFile) -> str:
    """Find the title in the names around the chat, the nearest first."""
    path = PurePosixPath(chat.member.name.replace("\\", "/"))
    around = source.name, source.path.absolute().parent.name  # a zip unpacks to its own name
    for name in (path.name, *(part.name for part in path.parents), *around):
        stem = _COPY_NUMBER.sub("", re.sub(r"\.(?:txt|zip)$", "", name, flags=re.IGNORECASE))
        title = title_in(unicodedata.normalize("NFC", stem))
        if title:
            return title
    return ""


def _folded(name: str) -> str:
    return _NOT_LETTERS.sub(" ", unicodedata.normalize("NFC", name)).strip().casefold()


def _sent_in_others(source: Source, chats: Iterable[ChatFile]) -> Iterator[int]:
    """Give the members that a chat of their folder names, and that do not name it."""
    folders: defaultdict[str, list[ChatFile]] = defaultdict(list)
    for chat in chats:
        folders[folder_of(chat.member.name)].append(chat)
    for near in folders.values():
        if len(near) == 1:
            continue
        places: defaultdict[str, set[int]] = defaultdict(set)
        for chat in near:
            places[chat.base].add(chat.member.index)
        named = {chat.member.index: _named_in(source, chat, places) for chat in near}
        for index, others in named.items():
            yield from (other for other in others - {index} if index not in named[other])


def _named_in(source: Source, chat: ChatFile, places: Mapping[str, set[int]]) -> set[int]:
    """Return which members of these names the text of a chat names; it is read once for all."""
    left = set(places)
    ends = {base[-len(_TEXT_END) :] for base in places}
    named: set[int] = set()
    with source.open_member(chat.member.index, tolerant=True) as stream:
        for block in chat.text().blocks(stream):
            if any(end in block.text for end in ends):  # seldom
                here = {base for base in left if base in block.text}
                named.update(*(places[base] for base in here))
                left -= here
    return named
