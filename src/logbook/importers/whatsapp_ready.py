"""A chat of an export that is ready for its second reading."""

from __future__ import annotations

from dataclasses import dataclass

from logbook.domain.message import ZoneBasis
from logbook.importers.whatsapp_body import Bodies
from logbook.importers.whatsapp_clock import Clock
from logbook.importers.whatsapp_names import Names
from logbook.importers.whatsapp_text import Text


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat of an export, with everything that its first reading told."""

    text: Text
    clock: Clock
    names: Names
    bodies: Bodies
    zone_basis: ZoneBasis
    conversation: int
    place: str  # what stands before the offset in a locator: the number of the zip's member
    longest_text_bytes: int
    cut_bytes: int  # at the end, in the middle of a character
