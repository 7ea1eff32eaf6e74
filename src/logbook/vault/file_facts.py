"""How the database writes down what was learnt about a file."""

from __future__ import annotations

import json
from dataclasses import dataclass

from logbook.domain.evidence import FileFacts, FileTime, MediaClass, PrintCopy, TimeBasis
from logbook.vault import canonical

NO_FACTS = FileFacts("application/octet-stream", MediaClass.OTHER)


@dataclass(frozen=True, slots=True)
class WrittenFacts:
    """The facts that have no column of their own."""

    times: tuple[FileTime, ...]
    width_px: int | None
    height_px: int | None
    duration_s: float | None
    pages: int | None
    problem: str
    notes: tuple[str, ...] = ()  # there are none in what was written before they were kept


def write_facts(facts: FileFacts) -> str:
    """Return the facts as canonical JSON; pictures and the media type have their own columns."""
    return canonical.encode(
        {
            "times": [[time.local, time.offset_min, time.basis, time.raw] for time in facts.times],
            "width_px": facts.width_px,
            "height_px": facts.height_px,
            "duration_s": facts.duration_s,
            "pages": facts.pages,
            "problem": facts.problem,
            "notes": list(facts.notes),
        }
    ).decode()


def read_facts(text: str) -> WrittenFacts:
    """Read `write_facts` again."""
    found = json.loads(text)
    found["times"] = tuple(
        FileTime(local, offset_min, TimeBasis(basis), raw)
        for local, offset_min, basis, raw in found["times"]
    )
    found["notes"] = tuple(found.get("notes", ()))
    return WrittenFacts(**found)


def write_shape(picture: PrintCopy | None) -> str:
    """Return what is known of a print copy beside its bytes."""
    if picture is None:
        return ""
    return json.dumps([picture.media_type, picture.width_px, picture.height_px])


def read_print_copy(data: bytes, shape: str) -> PrintCopy:
    """Return the print copy that `write_shape` told about."""
    media_type, width_px, height_px = json.loads(shape)
    return PrintCopy(data, media_type, width_px, height_px)
