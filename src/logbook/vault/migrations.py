"""From the schema a vault has to the one of this program, one numbered script at a time."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import sqlcipher3

from logbook.errors import NewerVersion
from logbook.vault.connection import Connection
from logbook.vault.files import failure_of, open_new, sync_folder, write_all
from logbook.vault.place import Place

_READ_BYTES = 1 << 20
_NAME = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One script; `number` is the schema that it leads to."""

    number: int
    sql: str


@cache
def steps() -> tuple[Step, ...]:
    """Return every script in order; raises `RuntimeError` when a number is missing or double."""
    folder = resources.files("logbook.vault") / "schema"
    found = sorted(
        Step(int(match[1]), path.read_text(encoding="utf-8"))
        for path in folder.iterdir()
        if (match := _NAME.fullmatch(path.name))
    )
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise RuntimeError("the schema scripts are not numbered without a gap")
    return tuple(found)


def newest() -> int:
    """Return the schema of this program."""
    return steps()[-1].number


def version(con: Connection) -> int:
    """Return the schema of a database; raises `NewerVersion` for one we do not know."""
    found = int(con.one("PRAGMA user_version"))
    if found > newest():
        raise NewerVersion(f"schema {found}, known up to {newest()}")
    return found


def migrate(con: Connection, place: Place) -> Path | None:
    """Bring the database to the newest schema; return the copy of before, None if none was made.

    Each step is one transaction with its number, so an end in the middle leaves a whole schema.
    The copy has the same key and stays until the next one replaces it.
    """
    before = version(con)
    if before == newest():
        return None
    copy = _keep_copy(place, before) if before else None
    for step in steps()[before:]:
        _run(con, step)
    return copy


def _run(con: Connection, step: Step) -> None:
    script = f"BEGIN IMMEDIATE;\n{step.sql}\nPRAGMA user_version = {step.number};\nCOMMIT;"
    try:
        con.executescript(script)
    except sqlcipher3.Error as error:
        if con.in_transaction:
            con.execute("ROLLBACK")
        con.tell(error)
        raise


def _keep_copy(place: Place, schema: int) -> Path:
    """Copy the database, which no save is writing, and drop the copies of earlier migrations.

    It is on the disk before the schema changes: nothing else leads back.
    """
    copy = place.folder / f"log.db.schema-{schema}"
    try:
        for old in place.folder.glob("log.db.schema-*"):
            old.unlink()
        with place.database.open("rb") as source, open_new(copy) as out:
            while data := source.read(_READ_BYTES):
                write_all(out, data)
            os.fsync(out.fileno())
        sync_folder(place.folder)
    except OSError as error:
        raise failure_of(error) from error
    return copy
