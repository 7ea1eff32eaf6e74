"""A book on the command line, in this process: the same `run` that the program's door calls."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from logbook.cli.run import run
from logbook.vault import keys

WORDS = "quiet harbor lantern willow eleven"
CHEAP = keys.KdfCost(memory_kib=19 * 1024, passes=1, lanes=1)


@pytest.fixture(autouse=True)
def _quick_keys(keys_derived_once: None) -> None:
    """Every command opens a book: see `keys_derived_once`."""


@dataclass
class Door:
    """Runs commands and keeps what they said."""

    capsys: pytest.CaptureFixture[str]
    passphrase_file: Path
    said: str = ""
    status: int = 0

    def __call__(self, *arguments: object, status: int | None = 0) -> Any:
        """Run a command with `--json` and return its document; `status=None` expects nothing."""
        self.capsys.readouterr()
        self.status = run([*map(str, arguments), "--json"])
        captured = self.capsys.readouterr()
        self.said = captured.err
        assert status is None or self.status == status, captured.err + captured.out
        return json.loads(captured.out) if captured.out else None


@pytest.fixture
def door(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Door:
    # The command line offers no cheap key derivation on purpose; a second a book is too slow here.
    monkeypatch.setattr(keys, "calibrated_cost", lambda: CHEAP)
    path = tmp_path / "words.txt"
    path.write_text(WORDS + "\n")
    return Door(capsys, path)


@pytest.fixture
def book(door: Door, lay_book: Callable[[Path, str], str]) -> Path:
    """A new book, beside the file with its words."""
    path = door.passphrase_file.with_name("book")
    lay_book(path, WORDS)
    return path


@pytest.fixture
def use(door: Door, book: Path) -> Callable[..., Any]:
    """Run a command on the book: `use("entry", "list")` or `use("check", status=1)`."""
    pairs = {"entry", "evidence", "person", "recovery"}

    def run_in_book(*arguments: object, status: int | None = 0) -> Any:
        at = 2 if arguments[0] in pairs else 1
        full = [*arguments[:at], book, *arguments[at:]]
        return door(*full, "--passphrase-file", door.passphrase_file, status=status)

    return run_in_book
