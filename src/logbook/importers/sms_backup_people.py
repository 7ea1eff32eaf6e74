"""Who a backup's conversation is with: numbers compared by what identifies a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from logbook.domain.message import ConversationInfo
from logbook.domain.text_memory import held_bytes
from logbook.errors import LimitExceeded
from logbook.importers.limits import LIMITS, Limits

OWN_NUMBER = "insert-address-token"  # the network puts the number in when an MMS is sent
UNKNOWN_NAMES = frozenset({"", "null", "(Unknown)"})

_SEPARATORS = re.compile(
    r"[\s()./\-\u2010-\u2015\u00a0\u202f\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)
_NUMBER = re.compile(r"\+?[0-9]+")
_LONGEST_SHORT_CODE = 6
_NATIONAL_NANP = 10
# ITU-T E.164 list: the calling codes of one and two digits; every other one has three.
_CALLING_CODES = re.compile(
    r"1|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}",
)


def normalised(number: str) -> str:
    """Return the part of a phone number that is the same however it was written.

    `+44 7700 900123`, `0044 7700 900123` and `07700 900123` give `7700900123`: without calling
    code and trunk zero. Short codes, e-mail addresses and sender names stay as they are, in lower
    case. Two people in two countries can have the same national number; a conversation then
    shows both, each message with its full number as in the file.
    """
    bare = _SEPARATORS.sub("", number)
    if not _NUMBER.fullmatch(bare):
        return number.strip().casefold()
    is_international = bare.startswith(("+", "00"))
    digits = bare.removeprefix("+").removeprefix("00") if is_international else bare
    if len(digits) <= _LONGEST_SHORT_CODE:
        return digits
    if is_international:
        code = _CALLING_CODES.match(digits)
        digits = digits[code.end() :] if code else digits
    elif len(digits) == _NATIONAL_NANP + 1 and digits.startswith("1"):
        digits = digits[1:]
    return digits.removeprefix("0")


class Conversations:
    """The conversations of one export, numbered in the order in which they appear.

    All of them are held for as long as the export is read, so `limits` says how many there may be.
    `known` are those of an earlier reading of the same file, so that none is held twice.
    """

    def __init__(self, limits: Limits = LIMITS, known: Sequence[ConversationInfo] = ()) -> None:
        self._limits = limits
        self._known = known
        self._numbers: dict[str, int] = {}
        self._names_bytes = 0
        self._fresh: list[ConversationInfo] = []

    def fresh(self) -> list[ConversationInfo]:
        """Return the conversations that are new since the last call."""
        given, self._fresh = self._fresh, []
        return given

    def with_others(self, others: tuple[str, ...], contact_name: str) -> int:
        """Return the number of the conversation with these people, besides the phone's owner.

        Its key is the sorted set of their normalised numbers: the same chat in another backup has
        the same one. Its title is the contact's name, else the numbers. Raises LimitExceeded.
        """
        key = ",".join(sorted({normalised(other) for other in others})) or "unknown"
        place = self._numbers.get(key)
        if place is None:
            title = ", ".join(others) if contact_name in UNKNOWN_NAMES else contact_name
            place = self._add(ConversationInfo(key, title, others))
        return place

    def _add(self, info: ConversationInfo) -> int:
        place = len(self._numbers)
        if place >= self._limits.conversations:
            raise LimitExceeded("conversations", where=str(self._limits.conversations))
        self._names_bytes += sum(map(held_bytes, (info.key, info.title, *info.participants)))
        if self._names_bytes > self._limits.names_bytes:
            raise LimitExceeded("names")
        if place < len(self._known) and self._known[place] == info:
            info = self._known[place]
        self._numbers[info.key] = place
        self._fresh.append(info)
        return place
