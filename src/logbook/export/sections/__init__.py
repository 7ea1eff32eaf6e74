"""The sections of a report, one file each, found by looking."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from logbook.export.section import Section


@cache
def sections() -> dict[str, Section]:
    """Return every section by its id."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found: list[Section] = [import_module(f"{__name__}.{name}").SECTION for name in names]
    return {section.id: section for section in found}
