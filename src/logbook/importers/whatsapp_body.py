"""What a message of an export is: words of a person, a picture, a call, or the app's own notice.

An iPhone marks what the app wrote with U+200E; Android does not, so its sentences are known by
their words (`whatsapp_phrases`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from logbook.domain.message import AttachmentRef, MessageKind
from logbook.importers.whatsapp_files import Files
from logbook.importers.whatsapp_notices import reads_like_notice
from logbook.importers.whatsapp_phrases import (
    CALLS,
    CONTACT_OMITTED,
    DELETED,
    DELETED_BY_ADMIN,
    DELETED_BY_ME,
    EDITED,
    LIVE_LOCATION,
    MISSED_CALLS,
    OMITTED,
    VIEW_ONCE,
    plain,
)
from logbook.importers.whatsapp_remembered import Remembered

APP_MARK = "\u200e"
FILE_BESIDE = "file_beside"  # the export names a file, and one of that name lies in its folder
_LONGEST_SENTENCE = 400
_NO_CALLS = OMITTED | CONTACT_OMITTED | DELETED | DELETED_BY_ME | VIEW_ONCE | LIVE_LOCATION
_SENTENCES = _NO_CALLS | MISSED_CALLS | CALLS
_SHORT = frozenset(sentence + end for sentence in _SENTENCES for end in ("", ".", "。"))
_LONGEST_SHORT = max(map(len, _SHORT))
# A sentence may end with a comma and go on: so much tells whether a text may begin with one.
_START = itemgetter(slice(min(map(len, _SENTENCES)) + 1))

_LONGEST_TAG = 100
_ADMIN_STARTS = tuple(sorted(DELETED_BY_ADMIN))
_SHORT_STARTS = frozenset(
    _START(written)
    for sentence in ("", *_SHORT, *(f"{sentence}," for sentence in _SHORT), *_ADMIN_STARTS)
    for written in (sentence, sentence.capitalize(), sentence.upper())
)
_MISSED_STARTS = tuple(f"{call} " for call in sorted(MISSED_CALLS))
_PLACE = re.compile(
    r"https?://(?:maps\.google\.[a-z.]+/|(?:www\.)?google\.[a-z.]+/maps|goo\.gl/maps"
    r"|maps\.app\.goo\.gl/|(?:www\.)?foursquare\.com/v/)"
)
_WORDS_AND_PLACE = re.compile(rf"[^\n]{{1,200}}: (?:{_PLACE.pattern})\S*")
_NEXT_SENTENCE = re.compile(rf"[.。] ?{APP_MARK}")  # "Voice call. 4 min", with a mark in front of 4
_POLL_OPTION = re.compile(r"([^\n:]{1,24}): .* \(\d+ [^()]{1,24}\)")


class Body(NamedTuple):
    """What a message is, besides its text."""

    kind: MessageKind
    flags: tuple[str, ...] = ()
    attachments: tuple[AttachmentRef, ...] = ()
    extra: str = ""


TEXT = Body(MessageKind.TEXT)
MEDIA_MISSING = Body(MessageKind.MEDIA, ("media_missing",))


def may_be_more(text: str) -> bool:
    """Tell quickly whether a message may be something else than words; most are not."""
    return has_signs(text) or (_START(text) in _SHORT_STARTS and _starts_a_sentence(text))


def has_signs(text: str, app_mark: str = APP_MARK) -> bool:
    """Tell whether a text, or one of several in a row, has what files, links or the app need."""
    if "<" in text or ")" in text or "://" in text:
        return True
    return app_mark[-1] in text and app_mark in text  # a single sign is found much quicker


def that_may_be_more(texts: Sequence[str], *, signs: bool) -> set[int]:
    """Return the places of the texts of which `may_be_more` holds; without `signs` none has any."""
    places = range(len(texts))
    short = compress(places, map(_SHORT_STARTS.__contains__, map(_START, texts)))
    found = {place for place in short if _starts_a_sentence(texts[place])}
    return found.union(compress(places, map(has_signs, texts))) if signs else found


def _starts_a_sentence(text: str) -> bool:
    """Tell whether the app may have written a text; of an empty one it wrote what is missing."""
    if not text or len(text) > _LONGEST_SHORT:
        return not text
    folded = text.casefold()
    return folded.partition(",")[0] in _SHORT or folded.startswith(_ADMIN_STARTS)


class Bodies:
    """Tells what messages are, in one chat; `app_marks` as the survey found."""

    def __init__(self, files: Files, *, app_marks: bool) -> None:
        self._files = files
        self._app_marks = app_marks
        self._sentences = Remembered(self._sentence)

    def of(self, sender: str, text: str, *, from_iphone: bool, rare: bool) -> Body:
        """Look at a record; without a sender it is the app's."""
        if not sender:
            return self.of_app(text)
        return self.of_person(text, from_iphone=from_iphone, rare=rare)

    def of_person(self, text: str, *, from_iphone: bool, rare: bool) -> Body:
        """Look at a message with a name in front.

        `rare`: the name stands before hardly another message, so it may be a group's title.
        """
        tag = text.rfind("<", -_LONGEST_TAG) if text.endswith(">") else -1
        if tag >= 0 and plain(text[tag + 1 : -1]) in EDITED:
            before = text[:tag].rstrip(f" {APP_MARK}")
            if not before:
                return Body(MessageKind.EDITED_MARKER)
            body = self.of_person(before, from_iphone=from_iphone, rare=rare)
            return body._replace(flags=(*body.flags, "edited"))
        if not text:
            return TEXT if from_iphone else Body(MessageKind.MEDIA, ("view_once_or_missing",))
        found = self._sentences[text] if len(text) <= _LONGEST_SENTENCE else None
        if found is not None:
            return found
        files = self._files.named_in(text)
        if files:
            beside = self._files.are_beside and any(file.present for file in files)
            return Body(_kind_of_files(files), (FILE_BESIDE,) if beside else (), files)
        return _shaped(text, rare=rare)

    def of_app(self, text: str) -> Body:
        """Look at a line without a name: a notice, or a call."""
        found = self._sentences[text] if len(text) <= _LONGEST_SENTENCE else None
        if found is not None and found.kind in {MessageKind.CALL, MessageKind.DELETED_MARKER}:
            return found
        start = plain(text[:_LONGEST_SENTENCE])
        if start.startswith(_MISSED_STARTS):
            return Body(MessageKind.CALL, extra=_canonical(missed=True))
        return Body(MessageKind.SYSTEM)

    def _sentence(self, text: str) -> Body | None:
        """Know the app's sentences, also behind a caption, where an iPhone marks them."""
        whole = plain(text)
        found = _known(whole)
        if found is None and text.startswith(APP_MARK):
            found = _known(plain(_NEXT_SENTENCE.sub(", ", text)))
        if found is None and APP_MARK in text:
            found = _known(plain(text.rpartition(APP_MARK)[2]))
            return found if found is not None and found.kind is MessageKind.MEDIA else None
        if found is None or APP_MARK in text or whole.startswith("<") or not self._app_marks:
            return found
        # The app marks its words in this file, and these have no mark: a person may have typed
        # them. German iPhones are said to leave the mark out (research: messages.md 2).
        return found._replace(flags=(*found.flags, "guess"))


_KNOWN = (
    (OMITTED, MEDIA_MISSING),
    (VIEW_ONCE, Body(MessageKind.MEDIA, ("view_once_or_missing",))),
    (DELETED, Body(MessageKind.DELETED_MARKER)),
    (DELETED_BY_ME, Body(MessageKind.DELETED_MARKER, ("deleted_by_owner",))),
    (CONTACT_OMITTED, Body(MessageKind.CONTACT, ("media_missing",))),
    (LIVE_LOCATION, Body(MessageKind.LOCATION)),
)


def _known(whole: str) -> Body | None:
    """Return what a sentence of the app says, None for any other."""
    words = whole.strip("<>").strip(" .")
    for sentences, body in _KNOWN:
        if words in sentences:
            return body
    if words.startswith(_ADMIN_STARTS):
        return Body(MessageKind.DELETED_MARKER)
    call, _, detail = words.partition(",")
    missed = call in MISSED_CALLS
    if missed or call in CALLS:
        return Body(MessageKind.CALL, extra=_canonical(missed=missed, detail=detail.strip()))
    return None


def _shaped(text: str, *, rare: bool) -> Body:
    """Know what the app wrote by its shape, in any language."""
    by_app = text.startswith(APP_MARK)
    if text.startswith("<") and _says_omitted(text):
        return MEDIA_MISSING
    if _is_poll(text):
        return Body(MessageKind.POLL)
    if "://" in text and _PLACE.search(text) and (by_app or _WORDS_AND_PLACE.fullmatch(text)):
        return Body(MessageKind.LOCATION)
    if by_app:
        return Body(MessageKind.SYSTEM)
    if rare and len(text) <= _LONGEST_SENTENCE and reads_like_notice(text):
        return Body(MessageKind.SYSTEM, ("guess",))
    return TEXT


def _says_omitted(text: str) -> bool:
    """Know Android's `<Media omitted>` in front of a caption."""
    first = text[:_LONGEST_TAG].partition("\n")[0].rstrip("\r")
    return first.endswith(">") and plain(first).strip("<>") in OMITTED


def _is_poll(text: str) -> bool:
    """Know `POLL:`, a question and lines like `OPTION: Yes (2 votes)`, whatever the words."""
    if len(text) > _LONGEST_SENTENCE * 10 or "\n" not in text:
        return False
    title, *lines = (line.strip("\u200e\u200f\r ") for line in text.split("\n"))
    options = [_POLL_OPTION.fullmatch(line) for line in lines if _POLL_OPTION.fullmatch(line)]
    words = {option[1] for option in options if option is not None}
    return title.endswith((":", "：")) and len(words) == 1 and options != []


def _kind_of_files(files: tuple[AttachmentRef, ...]) -> MessageKind:
    cards = all(file.name.casefold().endswith(".vcf") for file in files)
    return MessageKind.CONTACT if cards else MessageKind.MEDIA


def _canonical(**values: object) -> str:
    kept = {name: value for name, value in values.items() if value != ""}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
