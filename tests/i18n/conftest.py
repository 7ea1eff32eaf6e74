"""A folder of catalogues for one test, and the words of the program again after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from logbook import assets, i18n


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the program takes for its own."""
    monkeypatch.setattr(assets, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    return tmp_path


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use_look("")
    i18n.use_language("en")
