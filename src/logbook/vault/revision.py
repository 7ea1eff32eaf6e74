"""How a revision becomes a leaf, and what of it is left when it is erased.

A revision has a head (kind, subject, time ...) and fields. Each field, and the head as one, has a
commitment: SHA-256(02 | salt | name | 00 | value). The leaf is SHA-256(00 | sorted commitments).
So one field can be shown and proved while the others stay hidden. The salts of the fields come
from one seed, HMAC-SHA256(seed, name) cut to 16 bytes: without the seed they are as good as random.
(Research, security.md 3.6.)
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from logbook.domain import merkle
from logbook.domain.merkle import HASH_BYTES, SALT_BYTES
from logbook.errors import DatabaseDamaged
from logbook.vault import canonical

HEAD = ""  # the name under which the head is committed; no field may have it
_FORM = 1
_SEED_BYTES = 32
_NAME_LENGTH = struct.Struct(">B")
_VALUE_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Head:
    """What stays visible of a revision for ever, in the order of the columns.

    `back_ms` says how far the clock stood behind the revision before. `since_ms` is the time since
    that one by a clock that nobody can set, None for the first revision after opening.
    """

    kind: str
    subject: str
    saved_ms: int
    zone: str
    back_ms: int
    since_ms: int | None
    app: str

    def values(self) -> tuple[object, ...]:
        """Return the parts for the columns of the same names."""
        return (
            self.kind,
            self.subject,
            self.saved_ms,
            self.zone,
            self.back_ms,
            self.since_ms,
            self.app,
        )

    def to_bytes(self) -> bytes:
        """Return the one encoding that is committed to."""
        return canonical.encode(
            {
                "app": self.app,
                "back_ms": self.back_ms,
                "form": _FORM,
                "kind": self.kind,
                "saved_ms": self.saved_ms,
                "since_ms": self.since_ms,
                "subject": self.subject,
                "zone": self.zone,
            }
        )


@dataclass(frozen=True, slots=True)
class Sealed:
    """A revision ready to be kept: its leaf, and what it takes to compute the leaf again."""

    leaf: bytes
    head_salt: bytes
    seed: bytes
    body: bytes


def seal(head: Head, fields: Mapping[str, bytes]) -> Sealed:
    """Draw salts and return the leaf over the head and all fields."""
    head_salt, seed = os.urandom(SALT_BYTES), os.urandom(_SEED_BYTES)
    kept = commitments(fields, seed)
    return Sealed(leaf(head, head_salt, kept), head_salt, seed, pack(fields))


def leaf(head: Head, head_salt: bytes, field_commitments: list[bytes]) -> bytes:
    """Return the leaf; the fields may be gone as long as their commitments are here."""
    own = merkle.commitment(HEAD, head.to_bytes(), head_salt)
    return merkle.revision_leaf([own, *field_commitments])


def salt_of(seed: bytes, name: str) -> bytes:
    """Return the salt of one field."""
    return hmac.digest(seed, name.encode(), hashlib.sha256)[:SALT_BYTES]


def commitments(fields: Mapping[str, bytes], seed: bytes) -> list[bytes]:
    """Return the sorted commitments of all fields."""
    return sorted(
        merkle.commitment(name, value, salt_of(seed, name)) for name, value in fields.items()
    )


def split(joined: bytes) -> list[bytes]:
    """Return the commitments that an erased revision kept."""
    return [joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)]


def pack(fields: Mapping[str, bytes]) -> bytes:
    """Return the fields as one value: sorted by name, each part after its length."""
    parts: list[bytes] = []
    for name in sorted(fields):
        if name == HEAD:
            raise ValueError("a field needs a name")
        encoded, value = name.encode(), fields[name]
        parts += (_NAME_LENGTH.pack(len(encoded)), encoded, _VALUE_LENGTH.pack(len(value)), value)
    return b"".join(parts)


def unpack(body: bytes, seq: int) -> dict[str, bytes]:
    """Read `pack` again; raises `DatabaseDamaged` when the parts do not fill the body."""
    fields: dict[str, bytes] = {}
    at = 0
    try:
        while at < len(body):
            name, at = _part(body, at, _NAME_LENGTH)
            fields[name.decode()], at = _part(body, at, _VALUE_LENGTH)
    except (struct.error, ValueError) as error:
        raise DatabaseDamaged("the content of a revision", where=f"revision {seq}") from error
    return fields


def _part(body: bytes, at: int, length: struct.Struct) -> tuple[bytes, int]:
    """Return the part that starts at `at` and the place after it."""
    start = at + length.size
    end = start + int(length.unpack_from(body, at)[0])
    if end > len(body):
        raise ValueError("a part is cut off")
    return body[start:end], end
