"""The command line speaks the language of the terminal; what a script reads never changes."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import logbook
from logbook import i18n
from logbook.cli.run import run
from logbook.wording import usage


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use_language("en")


@pytest.fixture
def spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "es_ES.UTF-8")


COMMANDS = (
    [],
    *(["new"], ["check"], ["backup"], ["restore"], ["passphrase"], ["search"], ["demo"]),
    *(["recovery"], ["recovery", "new"], ["entry"], ["entry", "add"], ["entry", "list"]),
    *(["entry", "show"], ["entry", "erase"], ["person"], ["person", "add"], ["person", "erase"]),
    *(["evidence"], ["evidence", "add"], ["evidence", "save"], ["import"], ["messages"]),
    *(["formats"], ["report"], ["profiles"]),
)
ENGLISH = ("the ", "show ", "options", "usage", "write", "list ", "BOOK", "FILE")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: "-".join(words) or "none")
@pytest.mark.usefixtures("spanish")
def test_every_help_is_spanish(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("uso: logbook")
    assert "opciones:" in said
    prose = " ".join(word for word in said.split() if not word.strip("[],.").startswith("-"))
    prose = prose.replace(" ".join(["logbook", *command]), "")
    if command in ([], ["entry"], ["person"], ["evidence"]):  # lists names of commands
        prose = re.sub(r"(?m)^\s+[a-z]+\s", "", said).replace("opciones", "")
    assert [word for word in ENGLISH if word in prose] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["entry", "add"], "falta: CUADERNO"),
        (["check", "x", "--nonsense"], "no se conoce aquí: --nonsense"),
        (["nonsense"], "'nonsense' no es ninguno de"),
        (["search", "x", "y", "--limit", "z"], "z no es un número desde 0"),
        (["search", "x", "y", "--limit"], "aquí hace falta un valor"),
        (["entry", "list", "x", "--from", "May"], "May no es un día"),
        (["entry", "list", "x", "--kind", "q"], "q no es ninguno de calls"),
        (["report", "x", "y", "--entries", "a"], "“a” no es un número"),
        (["check", "x", "--json=1"], "aquí no va ningún valor"),
    ],
)
@pytest.mark.usefixtures("spanish")
def test_a_wrong_use_is_told_in_spanish(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("spanish")
def test_a_failure_is_told_in_spanish(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "words").write_text("one two three four five")
    place = [str(tmp_path / "none"), "--passphrase-file", str(tmp_path / "words")]
    assert run(["check", *place]) == 1
    assert "Aquí no hay ningún cuaderno." in capsys.readouterr().err
    assert run(["entry", "add", *place, "--text", "x", "--until", "hoy"]) == 2
    assert "--until necesita --when." in capsys.readouterr().err


@pytest.mark.usefixtures("spanish")
def test_json_is_the_same_in_every_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(tmp_path / "none"), "--json"]) != 0
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["message"].isascii()
    assert run(["profiles", "--json"]) == 0
    assert "Generic, A4" in capsys.readouterr().out
    assert run(["profiles"]) == 0
    assert "General, A4" in capsys.readouterr().out
    assert run(["formats", "--json"]) == 0
    assert "WhatsApp chat" in capsys.readouterr().out


def test_every_reason_of_a_wrong_value_can_be_translated() -> None:
    """Each `UsageError` of the program is raised with words that have a translation."""
    known = usage._reasons()
    missing = []
    for path in Path(logbook.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_call = isinstance(node, ast.Call) and node.args
            if not is_call or not ast.unparse(node.func).endswith("UsageError"):
                continue
            detail = node.args[0]
            if isinstance(detail, ast.Constant) and detail.value and detail.value not in known:
                missing.append((path.name, detail.value))
    assert missing == []
