"""Finds the importer for a file: every module here with an `IMPORTER` is one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import PurePath

from logbook import errors
from logbook import importers as room
from logbook.importers.importer import Importer
from logbook.importers.source import Source
from logbook.importers.source_kind import kind_in_words, kind_of


@cache
def importers() -> tuple[Importer, ...]:
    """Return every importer, by the name of its module."""
    found: list[Importer] = []
    for module in sorted(pkgutil.iter_modules(room.__path__), key=lambda module: module.name):
        part = importlib.import_module(f"{room.__name__}.{module.name}")
        importer: Importer | None = getattr(part, "IMPORTER", None)
        if importer is not None:
            found.append(importer)
    return tuple(found)


def recognise(source: Source, format_id: str = "") -> Importer:
    """Return the importer that knows this file; only `format_id`'s may when it is given.

    An empty file belongs to the importer whose ending it has: nothing in it is a result too.
    Raises WrongKind, which names what the file is, PasswordProtected and UnknownFormat.
    """
    wanted = [i for i in importers() if format_id in {"", i.info.id}]
    if not wanted:
        raise errors.UnknownFormat(format_id, where="format")
    for importer in wanted:
        if importer.recognises(source) or _is_empty_form(source, importer, format_id):
            return importer
    if any(member.problem == "encrypted" for member in source.members):
        raise errors.PasswordProtected(source.name)
    kind = "" if source.is_zip else kind_of(source.head(), source.name)
    if kind:
        raise errors.WrongKind(kind_in_words(kind), where=source.name)
    raise errors.UnknownFormat(source.name)


def _is_empty_form(source: Source, importer: Importer, format_id: str) -> bool:
    ending = PurePath(source.name).suffix.lower()
    return source.size_bytes == 0 and (bool(format_id) or ending in importer.info.endings)
