"""The program as a person starts it: a process of its own, with a home that nobody else has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

WORDS = "quiet harbor lantern willow eleven"
LONGEST_S = 240  # ends a test that hangs, and nothing else
CHEAP_KEYS = """
import sys
from logbook.vault import keys
keys.calibrated_cost = lambda: keys.CHEAPEST_COST
from logbook.__main__ import main
sys.exit(main())
"""


@dataclass
class Program:
    """Starts `python -m logbook` in a folder, with a home of its own."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    said: str = ""

    @property
    def home(self) -> Path:
        """The home folder that the program sees."""
        return self.folder / "home"

    def command(self, *arguments: object) -> list[str]:
        """Return the line that starts the program."""
        return [sys.executable, "-m", "logbook", *map(str, arguments)]

    def settings(self) -> dict[str, str]:
        """Return the environment of the program: no variable of ours tells it a secret."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        here = {"HOME": str(self.home), "TMPDIR": str(self.folder / "tmp"), "TZ": "Europe/London"}
        return {**kept, **here, **self.environment}

    def run(self, *arguments: object, status: int = 0) -> str:
        """Run a command and return what it printed."""
        return self._run(self.command(*arguments), status)

    def run_with_cheap_keys(self, *arguments: object, status: int = 0) -> str:
        """The same, where a new book takes no second to make."""
        return self._run([sys.executable, "-c", CHEAP_KEYS, *map(str, arguments)], status)

    def json(self, *arguments: object, status: int = 0) -> Any:
        """Run a command with `--json` and return its one document."""
        return json.loads(self.run(*arguments, "--json", status=status))

    def _run(self, line: list[str], status: int) -> str:
        done = subprocess.run(
            line,
            cwd=self.folder,
            env=self.settings(),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=LONGEST_S,
            check=False,
        )
        self.said = done.stderr.decode()
        assert done.returncode == status, self.said + done.stdout.decode()
        assert "Traceback" not in self.said
        return done.stdout.decode()


@pytest.fixture
def program(tmp_path: Path) -> Program:
    made = Program(tmp_path / "here")
    for folder in (made.folder, made.home, made.folder / "tmp"):
        folder.mkdir()
    (made.folder / "words.txt").write_text(WORDS + "\n")
    return made


@pytest.fixture
def book(program: Program) -> Path:
    """A book that opens at once: the command line offers no cheap key on purpose."""
    folder = program.folder / "book"
    Vault.create(folder, Secret(bytearray(WORDS.encode())), cost=CHEAPEST_COST)[0].close()
    return folder


@pytest.fixture
def open_words() -> tuple[str, str]:
    return ("--passphrase-file", "words.txt")


@pytest.fixture
def long_chat() -> Callable[[Path, int], Path]:
    """Write a chat with many messages."""

    def write(path: Path, messages: int) -> Path:
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(_lines(messages))
        return path

    return write


def _lines(messages: int) -> Iterable[str]:
    for number in range(messages):
        day, minute = 13 + number * 15 // messages, number % 1440
        sender = "Dale" if number % 3 else "Alex"
        yield (
            f"{day}/04/2026, {minute // 60:02d}:{minute % 60:02d} - {sender}: "
            f"message {number} about the tram, the door and the letter\n"
        )
