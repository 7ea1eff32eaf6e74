"""The one encoding of a structure: canonical JSON and canonical base64.

Anything else is refused on reading. With two encodings of one meaning, a changed byte can go
unnoticed (found in a prototype: base64 slack bits; research, security.md 3.3).
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping


class NotCanonical(ValueError):
    """The bytes are not what `encode` would have written."""


def encode(value: Mapping[str, object]) -> bytes:
    """Return sorted, spaceless ASCII JSON."""
    text = json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    )
    return text.encode("ascii")


def decode(untrusted: bytes) -> dict[str, object]:
    """Return the object that `untrusted` encodes; raises `NotCanonical`.

    Comparing with our own encoding also refuses double keys, NaN, spaces and a byte-order mark.
    """
    try:
        value = json.loads(untrusted)
        if not isinstance(value, dict) or encode(value) != untrusted:
            raise NotCanonical("not canonical JSON")
    except (ValueError, RecursionError) as error:
        raise NotCanonical("not canonical JSON") from error
    return value


def to_text(data: bytes | bytearray) -> str:
    """Return base64."""
    return base64.b64encode(data).decode("ascii")


def to_bytes(untrusted: object, size: int) -> bytes:
    """Return exactly `size` bytes out of canonical base64; raises `NotCanonical`."""
    if not isinstance(untrusted, str):
        raise NotCanonical("not base64")
    try:
        data = base64.b64decode(untrusted, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotCanonical("not base64") from error
    if len(data) != size or to_text(data) != untrusted:
        raise NotCanonical("not base64 of the expected size")
    return data


def to_int(untrusted: object, low: int, high: int) -> int:
    """Return an integer between the bounds; `true` is none."""
    if type(untrusted) is not int or not low <= untrusted <= high:
        raise NotCanonical("not an integer in bounds")
    return untrusted
