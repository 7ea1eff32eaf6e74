"""Drafts as the vault keeps them: the fields of a dataclass, written and read again."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def to_json(draft: DataclassInstance) -> str:
    """Return a draft for the vault."""
    return json.dumps(asdict(draft), ensure_ascii=True)


def read_fields(untrusted_text: str, empty: DataclassInstance) -> dict[str, Any] | None:
    """Return the fields of a draft that an earlier run kept; None when it is of another shape.

    A field that was not there yet is as in `empty`, whose fields say too of which type each is.
    """
    try:
        found = json.loads(untrusted_text)
    except ValueError:
        return None
    if not isinstance(found, dict):
        return None
    values: dict[str, Any] = {}
    for field in fields(empty):
        usual = getattr(empty, field.name)
        value = found.get(field.name, usual)
        values[field.name] = tuple(value) if isinstance(value, list) else value
        if type(values[field.name]) is not type(usual):
            return None
    return values
