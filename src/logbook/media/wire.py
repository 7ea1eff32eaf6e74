"""How the program and its decoding child talk: bounded frames over two pipes, JSON and bytes only.

A frame is two lengths (big-endian, 32 bits each), a JSON object and raw bytes. The program sends
`{"job", "size", "options"}`; the child answers with any number of `{"read": [offset, length]}`,
each answered by a frame with these bytes, then `{"part": name}` frames that carry results, and at
last `{"done": {...}}`. Both ends refuse a frame that is larger than these limits, so a child that
was taken over can neither fill our memory nor hand us an object.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

MAX_FIELDS_BYTES: Final = 1 << 20
MAX_BODY_BYTES: Final = 384 << 20
READ_BYTES: Final = 256 << 10
"""The longest stretch of a file that a child may ask for at once."""

_LENGTHS: Final = struct.Struct(">II")
_BLOCK_BYTES: Final = 1 << 20


class WireError(Exception):
    """The other end closed the pipe or does not keep to the protocol."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: a JSON object and bytes."""

    fields: dict[str, Any]
    body: bytes = b""


def send(pipe: BinaryIO, fields: dict[str, Any], body: bytes = b"") -> None:
    """Write one frame; raises OSError when the other end is gone."""
    head = json.dumps(fields, separators=(",", ":")).encode("ascii")
    if len(head) > MAX_FIELDS_BYTES or len(body) > MAX_BODY_BYTES:
        raise WireError("frame too large")
    pipe.write(_LENGTHS.pack(len(head), len(body)) + head)
    pipe.write(body)
    pipe.flush()


def receive(pipe: BinaryIO) -> Frame:
    """Read one frame; raises `WireError` at the end of the pipe and for anything malformed."""
    fields_bytes, body_bytes = _LENGTHS.unpack(_exactly(pipe, _LENGTHS.size))
    if fields_bytes > MAX_FIELDS_BYTES or body_bytes > MAX_BODY_BYTES:
        raise WireError("frame too large")
    try:
        fields = json.loads(_exactly(pipe, fields_bytes))
    except (ValueError, RecursionError) as error:
        raise WireError("no JSON") from error
    if not isinstance(fields, dict):
        raise WireError("no object")
    return Frame(fields, _exactly(pipe, body_bytes))


def _exactly(pipe: BinaryIO, count: int) -> bytes:
    """Read `count` bytes; memory grows with what really arrives, not with what was announced."""
    blocks: list[bytes] = []
    missing = count
    while missing:
        block = pipe.read(min(missing, _BLOCK_BYTES))
        if not block:
            raise WireError("closed")
        blocks.append(block)
        missing -= len(block)
    return b"".join(blocks)
