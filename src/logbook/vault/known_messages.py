"""Which records of an import are messages already (research: messages.md 3 and 30)."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from logbook.domain.ids import ImportId
from logbook.vault.message_shapes import Identity, Shape
from logbook.vault.store import Store

Key = tuple[bytes, Identity]


class Portion(NamedTuple):
    """Records that are kept in one go, in the order of the file."""

    prints: Sequence[bytes]
    shapes: Sequence[Shape]
    has_earlier: Sequence[bool]  # the conversation holds messages of other imports


class KnownMessages:
    """Finds the messages that records of one import are; `first` is the number of its first."""

    def __init__(self, store: Store, import_id: ImportId, first: int) -> None:
        self._store = store
        self._import = import_id
        self._first = first

    def find(self, portion: Portion, number: int) -> dict[int, int]:
        """Return place in the portion -> message; the first new record becomes message `number`.

        Two that the file itself dates alike, to the instant, are one, also within a file: a phone
        that was restored twice holds each message twice. Others have the minute only, and there
        equal messages are counted: each one here stands for one record of this import.
        """
        by_instant = any(shape.by_instant for shape in portion.shapes)
        if not by_instant and not any(portion.has_earlier):
            return {}
        keys = {
            at: (fingerprint, shape.identity)
            for at, (fingerprint, shape) in enumerate(
                zip(portion.prints, portion.shapes, strict=True)
            )
            if shape.by_instant
        }
        here = self._at_the_same_instant(keys)
        here.update(self._counted(portion, here))
        first_of: dict[Key, int] = {}
        for at in range(len(portion.prints)):
            if at in here:
                continue
            first = first_of.setdefault(keys[at], number) if at in keys else number
            if first == number:
                number += 1
            else:
                here[at] = first
        return here

    def _at_the_same_instant(self, keys: Mapping[int, Key]) -> dict[int, int]:
        if not keys:
            return {}
        found: dict[Key, int] = {}
        for fingerprint, message, *identity in self._store.con.execute(
            "SELECT fingerprint, id, direction, kind, flags FROM message WHERE fingerprint IN"
            " (SELECT unhex(value) FROM json_each(?)) ORDER BY id",
            (_as_json(fingerprint for fingerprint, _ in keys.values()),),
        ).fetchall():
            found.setdefault((fingerprint, Identity(*identity)), message)
        return {at: found[key] for at, key in keys.items() if key in found}

    def _counted(self, portion: Portion, here: Mapping[int, int]) -> dict[int, int]:
        asked = [
            (at, fingerprint)
            for at, (fingerprint, earlier) in enumerate(
                zip(portion.prints, portion.has_earlier, strict=True)
            )
            if earlier and at not in here
        ]
        if not asked:
            return {}
        taken = set(here.values())
        free: dict[bytes, deque[int]] = {}
        for fingerprint, message in self._store.con.execute(
            "SELECT fingerprint, id FROM message WHERE fingerprint IN"
            " (SELECT unhex(value) FROM json_each(?)) AND id < ? AND NOT EXISTS (SELECT 1"
            " FROM message_witness WHERE message = message.id AND import = ?) ORDER BY id",
            (_as_json(fingerprint for _, fingerprint in asked), self._first, self._import),
        ).fetchall():
            if message not in taken:
                free.setdefault(fingerprint, deque()).append(message)
        return {at: free[one].popleft() for at, one in asked if free.get(one)}


def _as_json(prints: Iterable[bytes]) -> str:
    return json.dumps([fingerprint.hex() for fingerprint in prints])
