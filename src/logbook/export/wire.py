"""Dossiers and reports as JSON, for the way to the process that makes the pages and back."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def packed(value: object) -> bytes:
    """Return a value of the domain as JSON; of a function only that there is one."""
    return json.dumps(value, default=_plain, separators=(",", ":")).encode()


def unpacked(kind: Any, data: bytes) -> Any:  # noqa: ANN401 - what `kind` says
    """Return what was packed as a value of `kind`; raises `ValueError` or `TypeError`."""
    return _reader(kind)(json.loads(data))


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON has no form for
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if callable(value):
        return True
    raise TypeError(type(value).__name__)


@lru_cache(maxsize=256)
def _reader(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type, or what `typing` makes of one
    """Return what makes a value of this kind from its JSON."""
    kind = getattr(kind, "__supertype__", kind)  # of a `NewType`
    origin = get_origin(kind)
    if origin in _COMPOUND:
        return _COMPOUND[origin](get_args(kind))
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    return kind if issubclass(kind, Enum) else _record(kind)


def _same(value: Any) -> Any:  # noqa: ANN401 - of any kind
    return value


def _or_none(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    (kind,) = (one for one in kinds if one is not type(None))
    read = _reader(kind)
    return lambda value: None if value is None else read(value)


def _tuple(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    if kinds[-1] is Ellipsis:
        read = _reader(kinds[0])
        return lambda values: tuple(map(read, values))
    readers = [_reader(kind) for kind in kinds]
    return lambda values: tuple(read(value) for read, value in zip(readers, values, strict=True))


def _record(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - as `_reader`
    """Read a dataclass or a named tuple from the values of its fields."""
    readers = [_reader(hint) for hint in get_type_hints(kind).values()]
    return lambda values: kind(*(read(value) for read, value in zip(readers, values, strict=True)))


_SIMPLE: dict[Any, Callable[[Any], Any]] = {
    **dict.fromkeys((str, int, float, bool), _same),
    bytes: b64decode,
    datetime: datetime.fromisoformat,
}
_COMPOUND: dict[Any, Callable[[tuple[Any, ...]], Callable[[Any], Any]]] = {
    **dict.fromkeys((Union, UnionType), _or_none),
    tuple: _tuple,
    Callable: lambda _kinds: _same,
}
