"""The two kinds of one-tag records, and patterns for how one file writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from logbook.domain.message import Direction, MessageKind
from logbook.importers.sms_backup_tags import PLAIN_VALUE, Match

_PLAIN_IN_SINGLE = rb"[^'<\x00-\x1f]*+"
_MILLISECONDS = rb"[0-9]{13}+"  # between 2001 and 2286
_PLAIN_WORD = rb'[^"<&\\\x00-\x1f]++'  # can stand in JSON as it is
_KNOWN = rb'(?!null")' + _PLAIN_WORD


class Way(NamedTuple):
    """What a `type` number says."""

    direction: Direction
    flags: tuple[str, ...] = ()


UNKNOWN_WAY = Way(Direction.UNKNOWN, ("unknown_type",))


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of one-tag record.

    `busy` are the two attributes, sorted, that differ from record to record as date and text do;
    all others repeat. `usual` are patterns for what they and the date hold in nearly every record.
    """

    element: bytes
    kind: MessageKind
    number: bytes
    text: bytes
    busy: tuple[bytes, bytes]
    usual: Mapping[bytes, bytes]
    ways: Mapping[bytes, Way]

    @property
    def own(self) -> tuple[bytes, bytes, bytes, bytes]:
        """The attributes that are not part of what repeats; without text one is nameless."""
        return (b"date", self.text, *self.busy)

    @property
    def elsewhere(self) -> tuple[bytes, bytes, bytes]:
        """The attributes that a record has a field for."""
        return (b"date", self.text, self.number)


SMS = Family(  # numbers: the app's field page
    element=b"sms",
    kind=MessageKind.TEXT,
    number=b"address",
    text=b"body",
    busy=(b"date_sent", b"readable_date"),
    usual={b"date": _MILLISECONDS, b"date_sent": _KNOWN, b"readable_date": _KNOWN},
    ways={
        b"1": Way(Direction.IN),
        b"2": Way(Direction.OUT),
        b"3": Way(Direction.OUT, ("draft",)),
        b"4": Way(Direction.OUT, ("outbox",)),
        b"5": Way(Direction.OUT, ("failed",)),
        b"6": Way(Direction.OUT, ("queued",)),
    },
)
CALL = Family(
    element=b"call",
    kind=MessageKind.CALL,
    number=b"number",
    text=b"",
    busy=(b"duration", b"readable_date"),
    usual={b"date": _MILLISECONDS, b"duration": _KNOWN, b"readable_date": _KNOWN},
    ways={
        b"1": Way(Direction.IN),
        b"2": Way(Direction.OUT),
        b"3": Way(Direction.IN, ("missed",)),
        b"4": Way(Direction.IN, ("voicemail",)),
        b"5": Way(Direction.IN, ("rejected",)),
        b"6": Way(Direction.IN, ("refused_by_list",)),
        b"7": Way(Direction.IN, ("answered_elsewhere",)),
    },
)


class Row(NamedTuple):
    """A layout as one pattern that cuts a usual record into what repeats and what is its own."""

    match: Match
    repeated: Callable[[tuple[bytes, ...]], tuple[bytes, ...]]  # pick from the groups
    own: Callable[[tuple[bytes, ...]], tuple[bytes, bytes, bytes, bytes]]  # date, text, busy ones
    repeated_names: tuple[tuple[bytes, ...], ...]
    last_group: int
    closing_bytes: int

    def key(self, values: Mapping[bytes, bytes]) -> tuple[bytes, ...]:
        """Return what the repeated groups hold for a tag of this layout."""
        runs = self.repeated_names
        groups = (b"".join(b' %s="%s"' % (name, values[name]) for name in run) for run in runs)
        return (*groups, b"")


def row_of(layout: tuple[bytes, ...], family: Family) -> Row | None:
    """Make the pattern for a layout; none where date or text is missing.

    The text may stand in either quotes: the app takes single ones for a text with double ones.
    """
    element, *names, closing = layout
    if any(name and name not in names for name in (b"date", family.text)):
        return None
    parts = [b"<" + re.escape(element)]
    groups: dict[bytes, int] = {}
    repeated: list[tuple[bytes, ...]] = []
    repeated_groups: list[int] = []
    for group, (name, run) in enumerate(_runs(names, family.own)):
        if name:
            groups[name] = group
            parts.append(_own_pattern(name, family))
        else:
            repeated.append(run)
            repeated_groups.append(group)
            parts.append(b"(" + b"".join(_attribute(each, PLAIN_VALUE) for each in run) + b")")
    nothing = len(groups) + len(repeated) + 1  # an empty group in front of the closing
    parts.append(b"()" + re.escape(closing) + rb"[ \t\r\n]*+")
    return Row(
        match=re.compile(b"".join(parts)).match,
        repeated=itemgetter(*repeated_groups, nothing - 1),
        own=itemgetter(*(groups.get(name, nothing - 1) for name in family.own)),
        repeated_names=tuple(repeated),
        last_group=nothing,
        closing_bytes=len(closing),
    )


def _runs(
    names: Sequence[bytes], own: Sequence[bytes]
) -> Iterator[tuple[bytes, tuple[bytes, ...]]]:
    """Give each own attribute alone, by its name, and the others in unbroken runs."""
    for name, run in groupby(names, key=lambda name: name if name in own else b""):
        yield name, tuple(run)


def _own_pattern(name: bytes, family: Family) -> bytes:
    if name != family.text:
        return b" " + re.escape(name) + b'="(' + family.usual[name] + b')"'
    return b" " + re.escape(name) + b'=("' + PLAIN_VALUE + b"\"|'" + _PLAIN_IN_SINGLE + b"')"


def _attribute(name: bytes, value: bytes) -> bytes:
    return b" " + re.escape(name) + b'="' + value + b'"'
