"""The whole journey from a terminal, as the README shows it, and the JSON of every command."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pypdf
import pytest
from PIL import Image

ZONE = "Europe/London"
CHAT = (
    "13/04/2026, 21:05 - Messages and calls are end-to-end encrypted.\n"
    "13/04/2026, 21:06 - Dale: I know which tram you take\n"
    "13/04/2026, 21:07 - Alex: Do not contact me again.\n"
    "14/04/2026, 08:01 - Dale: IMG-20260414-WA0001.jpg (file attached)\n"
)
PRIVATE = "the spare key is with Priya"

# -- the shapes of the contract: a type, a tuple of types, a list of one shape, or a dictionary;
# a key that ends in ? may be missing.

MOMENT = {
    "start": (str, None),
    "end": (str, None),
    "precision": str,
    "zone": str,
    "raw": str,
}
FILE = {"id": int, "name": str, "sha256": str, "bytes": int, "media_type": str}
TEXT = {"title": str, "text": str, "kind": str, "happened": MOMENT, "people": [str]}
ENTRY = {
    **TEXT,
    "id": int,
    "number": int,
    "recorded_at": str,
    "changed": int,
    "evidence": [FILE],
}
SAVED = {"id": int, "number": int, "happened": MOMENT, "recorded_at": str}
VERSION = {"id": int, "version": int}
IMPORT = {
    "source": {"name": str, "sha256": str, "bytes": int},
    "format": str,
    "records_in_file": int,
    "messages_stored": int,
    "already_here": int,
    "not_understood": [{"locator": str, "reason": str}],
    "attachments": {"linked": int, "missing": [str], "more_missing": int, "unnamed": [str]},
    "conversations": [{"id": int, "title": str, "messages": int, "first": str, "last": str}],
    "questions": [{"kind": str, "answer": str, "basis": str}],
    "warnings": [str],
}
MESSAGES = {
    "total": int,
    "messages": [
        {
            "id": int,
            "conversation": int,
            "sender": str,
            "sender_is_me": (bool, None),
            "recipients": [str],
            "time": {
                "raw": str,
                "instant": (str, None),
                "local": (str, None),
                "precision": str,
                "zone_basis": str,
            },
            "kind": str,
            "text": str,
            "flags": [str],
            "attachments": [{"name": str, "sha256": (str, None), "present": bool}],
            "locator": str,
        }
    ],
}
SEARCH = {"total": int, "hits": [{"kind": str, "id": int, "snippet": str, "when": (str, None)}]}
REPORT = {
    "files": [{"path": str, "pages": int, "bytes": int, "sha256": str}],
    "entries": int,
    "exhibits": int,
    "profile": str,
    "checks": [{"id": str, "level": str, "page?": int, "message": str}],
}
CHECK = {
    "ok": bool,
    "entries": int,
    "messages": int,
    "evidence": int,
    "bytes": int,
    "journal": {"size": int, "root": str, "words": str},
    "problems": [{"kind": str, "where": str}],
}
BACKUP = {"path": str, "bytes": int, "sha256": str, "entries": int}


def fits(shape: Any, value: Any, where: str = "$") -> list[str]:
    """Return where a value is not of the shape; more keys than the shape names are allowed."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{where}: no object"]
        wrong = []
        for name, part in shape.items():
            key = name.removesuffix("?")
            if key in value:
                wrong += fits(part, value[key], f"{where}.{key}")
            elif key == name:
                wrong.append(f"{where}.{key}: missing")
        return wrong
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where}: no list"]
        return [
            one for at, item in enumerate(value) for one in fits(shape[0], item, f"{where}[{at}]")
        ]
    allowed = shape if isinstance(shape, tuple) else (shape,)
    exact = any(value is None if kind is None else type(value) is kind for kind in allowed)
    return [] if exact else [f"{where}: {value!r} is no {shape}"]


def test_the_shapes_tell_a_wrong_document() -> None:
    """The control: a contract that nothing can break would prove nothing."""
    good = {"id": 1, "version": 2, "more": "is allowed"}
    assert fits(VERSION, good) == []
    assert fits(VERSION, {"id": 1}) == ["$.version: missing"]
    assert fits(VERSION, {"id": "1", "version": True}) != []
    assert fits(SEARCH, {"total": 1, "hits": [{"kind": "entry"}]}) != []
    assert fits({"a": (str, None), "b?": int}, {"a": None}) == []


@pytest.fixture
def ask(program: Any, open_words: tuple[str, str]) -> Any:
    """Run a command on the book and hold its document against the contract."""

    def run(shape: Any, *command: object, status: int = 0) -> Any:
        found = program.json(*command, *open_words, status=status)
        assert fits(shape, found) == []
        return found

    return run


def photo(path: Path) -> Path:
    picture = Image.new("RGB", (640, 480), "teal")
    exif = picture.getexif()
    exif[0x0132] = "2026:04:12 19:30:00"
    picture.save(path, exif=exif)
    return path


def chat_zip(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_chat.txt", CHAT)
        archive.write(photo(path.with_name("IMG-20260414-WA0001.jpg")), "IMG-20260414-WA0001.jpg")
    return path


def yesterday_here() -> int:
    """Return the day of the month."""
    return (datetime.now(ZoneInfo(ZONE)) - timedelta(days=1)).day


def test_the_readme_from_a_terminal_word_by_word(program: Any) -> None:
    """The five commands of the README, with a key that takes no second to make."""
    shots = photo(program.folder / "photo.jpg")
    chat_zip(program.folder / "chat.zip")
    words = ("--passphrase-file", "words.txt")
    made = program.run_with_cheap_keys("new", "book", *words, "--recovery-code-out", "code.txt")
    assert made.splitlines()[0] == "Made book."
    assert (program.folder / "code.txt").stat().st_mode & 0o777 == 0o600
    yesterday = yesterday_here()
    said = program.run(
        "entry", "add", "book", *words, "--text", "He waited at the door.",
        "--when", "yesterday about 8 pm", "--file", "photo.jpg",
    )  # fmt: skip
    assert said.startswith("Saved entry 1: ")
    assert any(str(day) in said for day in (yesterday, yesterday_here()))  # it may be midnight now
    assert "8:00" in said or "20:00" in said
    said = program.run("import", "book", "chat.zip", *words, "--zone", ZONE, "--me", "Alex")
    assert "4 records in the file: 4 stored, 0 already here, 0 not understood." in said
    said = program.run("report", "book", "bundle.pdf", *words, "--name-as", "initials")
    assert hashlib.sha256((program.folder / "bundle.pdf").read_bytes()).hexdigest() in said
    checked = program.json("check", "book", *words)
    assert [checked[name] for name in ("ok", "entries", "messages")] == [True, 1, 4]
    assert "1 entry, 4 messages, " in program.run("check", "book", *words)
    text = "".join(p.extract_text() for p in pypdf.PdfReader(program.folder / "bundle.pdf").pages)
    assert "He waited at the door." in text
    assert shots.name in text


def test_every_command_keeps_the_contract_of_its_document(program, ask, book) -> None:
    chat_zip(program.folder / "chat.zip")
    entry = ask(
        SAVED, "entry", "add", book, "--text", "He waited at the door.",
        "--when", "2026-04-12 19:30", "--until", "2026-04-12 20:00", "--precision", "between",
        "--zone", ZONE, "--kind", "in_person", "--place", "Home", "--person", "Dale",
        "--witness", "Priya", "--file", "IMG-20260414-WA0001.jpg", "--private-note", PRIVATE,
    )  # fmt: skip
    assert entry["happened"]["start"] == "2026-04-12T19:30:00+01:00"
    assert entry["recorded_at"].endswith("+00:00")
    done = ask(IMPORT, "import", book, "chat.zip", "--zone", ZONE, "--me", "Alex")
    assert done["records_in_file"] == done["messages_stored"] == 4
    assert done["attachments"]["linked"] == 1
    assert ask(IMPORT, "import", book, "chat.zip")["already_here"] == 4
    tried = ask(IMPORT, "import", book, "chat.zip", "--zone", ZONE, "--dry-run")
    assert (tried["records_in_file"], tried["messages_stored"]) == (4, 0)
    kept = ask({"evidence": [FILE]}, "evidence", "add", book, "words.txt", "--entry", entry["id"])
    listed = ask({"total": int, "entries": [ENTRY]}, "entry", "list", book, "--from", "2026-04-12")
    assert listed["total"] == 1
    assert [one["name"] for one in listed["entries"][0]["evidence"]] == [
        "IMG-20260414-WA0001.jpg",
        "words.txt",
    ]
    edited = ask(VERSION, "entry", "edit", book, entry["id"], "--text", "He waited, then left.")
    shown = ask({**ENTRY, "versions": [TEXT]}, "entry", "show", book, entry["id"], "--history")
    assert len(shown["versions"]) == edited["version"]
    assert shown["versions"][0]["text"] == "He waited at the door."
    messages = ask(MESSAGES, "messages", book)
    assert messages["messages"][1]["time"]["instant"] == "2026-04-13T20:06:00Z"
    assert messages["messages"][1]["time"]["local"] == "2026-04-13T21:06:00"
    few = ask(MESSAGES, "messages", book, "--conversation", "1", "--match", "tram", "--limit", "1")
    assert few["total"] == 1
    assert ask(SEARCH, "search", book, "tram", "--limit", "5")["total"] == 1
    evidence = ask({"evidence": [FILE]}, "evidence", "list", book)["evidence"]
    assert {one["name"] for one in evidence} >= {"chat.zip", "words.txt"}
    picture = listed["entries"][0]["evidence"][0]
    ask({"evidence": [FILE]}, "evidence", "save", book, picture["id"], "untouched.jpg")
    original = (program.folder / "IMG-20260414-WA0001.jpg").read_bytes()
    assert (program.folder / "untouched.jpg").read_bytes() == original
    ask({"evidence": [FILE]}, "evidence", "save", book, picture["id"], "clean.jpg", "--clean")
    assert b"Exif" in original
    assert b"Exif" not in (program.folder / "clean.jpg").read_bytes()
    report = ask(
        REPORT, "report", book, "bundle.pdf", "--messages", "all", "--profile", "generic-a4"
    )
    assert report["files"][0]["bytes"] == (program.folder / "bundle.pdf").stat().st_size
    text = "".join(p.extract_text() for p in pypdf.PdfReader(program.folder / "bundle.pdf").pages)
    assert PRIVATE not in text
    assert "I know which tram you take" in text
    ask(VERSION, "entry", "remove", book, entry["id"])
    assert ask({"total": int}, "entry", "list", book)["total"] == 0
    checked = ask(CHECK, "check", book)
    assert len(checked["journal"]["root"]) == 64
    assert kept["evidence"][0]["sha256"] in {one["sha256"] for one in evidence}


def test_a_backup_brings_everything_back_and_the_code_is_a_way_in(program, ask, book) -> None:
    (program.folder / "new.txt").write_text("velvet anchor seventeen maple\n")
    ask(SAVED, "entry", "add", book, "--text", "before the backup")
    made = ask(BACKUP, "backup", book, "book.backup")
    data = (program.folder / "book.backup").read_bytes()
    assert (made["bytes"], made["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert b"before the backup" not in data
    ask({"book": str}, "passphrase", book, "--new-passphrase-file", "new.txt")
    wrong = ask({"error": {"code": str, "message": str, "where?": str}}, "check", book, status=1)
    assert wrong["error"]["code"] == "WrongPassphrase"
    shutil.rmtree(book)
    made = {"book": str, "path": str, "bytes": int, "sha256": str, "entries": int}
    ask(made, "restore", "book.backup", book)
    entries = ask({"total": int, "entries": [ENTRY]}, "entry", "list", book)["entries"]
    assert [one["text"] for one in entries] == ["before the backup"]


def test_what_is_known_is_listed_without_a_book(program) -> None:
    formats = program.json("formats")
    assert fits({"formats": [{"id": str, "label": str, "how_to_get": str}]}, formats) == []
    assert {one["id"] for one in formats["formats"]} >= {"whatsapp", "sms-backup-restore"}
    profiles = program.json("profiles")
    assert fits({"profiles": [{"id": str, "label": str}]}, profiles) == []


def test_wrong_usage_is_status_two_and_says_how_it_is_meant(program) -> None:
    for command in (
        ["entry"],
        ["no-such-command"],
        ["report", "book"],
        ["entry", "show", "b", "x"],
    ):
        program.run(*command, status=2)
        assert program.said.startswith("usage: logbook")
    for command in ("share", "review", "comments"):
        program.run(command, "book", status=2)


def test_a_passphrase_is_never_taken_from_an_argument_or_the_environment(program, book) -> None:
    program.run("check", book, "--passphrase", "quiet harbor lantern willow eleven", status=2)
    program.environment = {"LOGBOOK_PASSPHRASE": "quiet harbor lantern willow eleven"}
    program.run("check", book, "--passphrase-stdin", status=1)
    assert "That passphrase does not open this book." in program.said


def test_the_passphrase_may_come_from_standard_input(program, book) -> None:
    done = subprocess.run(
        program.command("entry", "list", book, "--passphrase-stdin", "--json"),
        cwd=program.folder,
        env=program.settings(),
        input=(program.folder / "words.txt").read_bytes(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'"total": 0' in done.stdout


def test_a_reader_that_goes_away_is_no_bug(program, book, open_words, long_chat) -> None:
    program.run("import", book, long_chat(program.folder / "chat.txt", 3000), *open_words)
    line = program.command("messages", book, *open_words)
    with subprocess.Popen(
        line, cwd=program.folder, env=program.settings(), stdout=-1, stderr=-1
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""


@pytest.mark.slow
def test_the_demo_makes_a_book_and_a_bundle_that_hold_together(program) -> None:
    made = program.json("demo", "demo")
    assert fits({"book": str, "passphrase_file": str, "report": str}, made) == []
    words = ("--passphrase-file", made["passphrase_file"])
    checked = program.json("check", made["book"], *words)
    assert checked["ok"], checked["problems"]
    assert checked["entries"] >= 60
    assert checked["messages"] >= 2000
    listed = program.json("entry", "list", made["book"], *words)["entries"]
    days = sorted(one["happened"]["start"][:7] for one in listed if one["happened"]["start"])
    assert len(set(days)) >= 6
    kinds = {one["media_type"].split("/")[0] for entry in listed for one in entry["evidence"]}
    assert {"image", "audio", "application"} <= kinds
    reader = pypdf.PdfReader(program.folder / made["report"])
    text = "".join(page.extract_text() for page in reader.pages)
    notes = [one["private_note"] for one in listed if one["private_note"]]
    assert notes
    assert not any(note in text for note in notes)
    status = program.run("demo", "demo", status=1)
    assert status == ""
