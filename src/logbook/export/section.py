"""What a section of a report is. Each one is a file under `sections` that defines `SECTION`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from logbook.export.flow import Flow
from logbook.export.material import Material


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report with its name and how it is laid out.

    `wanted` says whether there is anything to print; `listed` whether the index names it.
    """

    id: str
    title: Callable[[], str]
    wanted: Callable[[Material], bool]
    lay_out: Callable[[Flow, Material], None]
    listed: bool = True
