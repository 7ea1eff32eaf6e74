"""How large, deep and dense a file from outside may be (research: messages.md 32)."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20
GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one import; a person may raise them with `dataclasses.replace`."""

    members: int = 100_000
    nesting: int = 3  # a zip in a zip in a zip
    member_bytes: int = 20 * GIB
    expanded_bytes: int = 200 * GIB  # all members of one container together, as really read
    ratio: int = 200  # expanded to packed; counts only beyond `ratio_from_bytes`
    ratio_from_bytes: int = GIB
    xml_depth: int = 16
    attribute_bytes: int = 64 * MIB  # of XML, except attachments, which are never held whole
    json_depth: int = 100
    json_string_bytes: int = 64 * MIB
    text_bytes: int = 16 * MIB  # of one message
    conversations: int = 50_000  # of one export: all are held until it is brought in
    names_bytes: int = 4 * MIB  # of all conversations together: their titles, who takes part


LIMITS = Limits()
