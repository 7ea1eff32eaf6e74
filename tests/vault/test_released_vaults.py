"""A vault of every released schema opens in this version and reads the same."""

from __future__ import annotations

import json
import runpy
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from logbook.vault import migrations
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.notices import Notice
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

VAULTS = Path(__file__).parents[1] / "vaults"
STORED = sorted(VAULTS.glob("schema-*.zip"))
MAKE = runpy.run_path(str(VAULTS / "make.py"), run_name="make")


def tables(vault: Vault) -> list[tuple[Any, ...]]:
    """Return the whole schema, whatever the order it came about in."""
    found = vault._store.con.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return sorted(found.fetchall(), key=repr)


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def stored(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[Vault, dict[str, object]]]:
    path: Path = request.param
    with zipfile.ZipFile(path) as archive:
        for name in MAKE["STORED"]:
            tmp_path.joinpath(name).write_bytes(archive.read(name))
    vault = Vault.open(tmp_path, Secret(bytearray(MAKE["PASSPHRASE"])))
    yield vault, json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    vault.close()


def test_every_schema_of_this_program_has_its_stored_vault() -> None:
    """Make the missing one with `make.py`; one of a released schema is never made again."""
    names = [path.stem for path in STORED]
    assert names == [f"schema-{step.number}" for step in migrations.steps()]


def test_a_stored_vault_reads_the_same(stored: tuple[Vault, dict[str, object]]) -> None:
    vault, expected = stored
    assert set(vault.notices) <= {Notice.MIGRATED}
    assert MAKE["read"](vault) == expected
    assert vault.check().ok


def test_a_migrated_schema_equals_a_fresh_one(
    stored: tuple[Vault, dict[str, object]], tmp_path: Path
) -> None:
    """When this fails for an unreleased schema, its stored vault is to be made again."""
    fresh, _code = Vault.create(
        tmp_path / "fresh", Secret(bytearray(MAKE["PASSPHRASE"])), cost=CHEAPEST_COST
    )
    assert tables(stored[0]) == tables(fresh)
    fresh.close()
