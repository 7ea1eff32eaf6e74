"""What the program is made of: every package that it needs, each with a licence that fits."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from logbook.ui.settings.about import parts

ROOT = Path(__file__).parents[3]
FREE = re.compile(r"MIT|BSD|Apache|LGPL|MPL|OFL|Open Font|zlib|Public Domain|HPND", re.IGNORECASE)


def test_every_package_of_the_program_is_named_with_its_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[ =<>!~;\[]", line)[0] for line in project["dependencies"]}
    named = {part.name.casefold().replace("_", "-") for part in parts()}
    assert {name.casefold().replace("_", "-") for name in wanted} <= named
    assert all(part.version for part in parts())


def test_what_decodes_sound_is_named_though_it_lies_in_another_package() -> None:
    found = {part.name: part.licence for part in parts()}
    assert found["FFmpeg"] == "LGPL-2.1-or-later"


def test_no_package_is_under_the_gpl_alone() -> None:
    assert [part for part in parts() if part.licence and not FREE.search(part.licence)] == []
