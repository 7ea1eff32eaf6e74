"""A checkpoint of the record that can leave the computer, and what comparing with it can say.

The form is a C2SP tlog-checkpoint inside a C2SP signed note: three lines and more, an empty line,
and a signature line. It proves that the record existed in this form when an outsider received it,
and nothing more: not that it is true, not that the clock was right, not that it is complete.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from logbook.domain.merkle import HASH_BYTES, TreeHead

MOST_CHARS = 4_096
_KEY_ID_BYTES = 4
_ED25519 = b"\x01"  # signature type of C2SP signed-note
_SIGNATURE_BYTES = 64
_DASH = "—"


class Verdict(StrEnum):
    """What comparing the record with a checkpoint shows."""

    UNCHANGED = "unchanged"  # nothing before this was changed
    CHANGED = "changed"  # what the record held then is not what it holds now
    OTHER_BOOK = "other_book"
    NEWER = "newer"  # the checkpoint knows more than this book: it is an older copy
    NOT_GENUINE = "not_genuine"  # not as this book signed it, so it cannot accuse it
    NOT_FOUND = "not_found"  # a bare root that was never here: changed, mistyped or another book's
    UNREADABLE = "unreadable"  # no checkpoint at all


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict, and how much was saved since; `size` is 0 where the checkpoint told none."""

    verdict: Verdict
    size: int = 0
    since: int = 0  # revisions that were added after it


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A tree head with the name of its record; `remarks` are the lines after the root."""

    origin: str
    head: TreeHead
    remarks: tuple[str, ...] = ()

    def body(self) -> str:
        """Return the text that is signed."""
        root = base64.b64encode(self.head.root).decode()
        return "".join(f"{line}\n" for line in (self.origin, self.head.size, root, *self.remarks))


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A checkpoint as given out; `signature` is Ed25519 over the body."""

    checkpoint: Checkpoint
    key_id: bytes
    signature: bytes

    def text(self) -> str:
        """Return the note as it is printed, sent and read again."""
        signed = base64.b64encode(self.key_id + self.signature).decode()
        return f"{self.checkpoint.body()}\n{_DASH} {self.checkpoint.origin} {signed}\n"


class NotACheckpoint(ValueError):
    """The text is not a signed checkpoint."""


def origin_of(vault_id: bytes) -> str:
    """Return the name of a record: a digest, so that it says nothing about the book."""
    return "logbook/" + hashlib.sha256(b"origin:" + vault_id).hexdigest()[:32]


def key_id_of(origin: str, public_key: bytes) -> bytes:
    """Return the four bytes that tell keys apart (C2SP signed-note, key ID)."""
    return hashlib.sha256(origin.encode() + b"\n" + _ED25519 + public_key).digest()[:_KEY_ID_BYTES]


def read_checkpoint(untrusted: str) -> SignedCheckpoint:
    """Read a note again; raises `NotACheckpoint`.

    A byte-order mark, line ends and spaces round the lines are forgiven: editors, letters and mail
    change them.
    """
    if len(untrusted) > MOST_CHARS:
        raise NotACheckpoint("too long")
    lines = [line.strip() for line in untrusted.lstrip("\ufeff").strip().splitlines()]
    try:
        end = lines.index("")
        origin, size, root, *remarks = lines[:end]
        dash, name, signed = next(line for line in lines[end:] if line).split(" ")
        blob = _bytes(signed)
        head = TreeHead(_decimal(size), _bytes(root))
    except (ValueError, StopIteration, binascii.Error) as error:
        raise NotACheckpoint("not in the form of a checkpoint") from error
    if (
        dash != _DASH
        or name != origin
        or len(head.root) != HASH_BYTES
        or len(blob) != _KEY_ID_BYTES + _SIGNATURE_BYTES
    ):
        raise NotACheckpoint("a part has the wrong form")
    return SignedCheckpoint(
        Checkpoint(origin, head, tuple(remarks)), blob[:_KEY_ID_BYTES], blob[_KEY_ID_BYTES:]
    )


def _bytes(untrusted: str) -> bytes:
    """Return what base64 holds, written the one way it can be (RFC 4648, 3.5: no spare bits)."""
    found = base64.b64decode(untrusted, validate=True)
    if base64.b64encode(found).decode() != untrusted:
        raise ValueError("base64 with spare bits")
    return found


def _decimal(untrusted: str) -> int:
    """Return a size written the one way it can be (tlog-checkpoint: no leading zeros)."""
    if len(untrusted) > len(str(1 << 63)) or not (untrusted.isascii() and untrusted.isdigit()):
        raise ValueError("not a size")
    if str(int(untrusted)) != untrusted:
        raise ValueError("a size with leading zeros")
    return int(untrusted)
