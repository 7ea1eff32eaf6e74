"""Bad input and faults from the command line: one clear sentence, and the book as it was before."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from logbook.cli import run as door_module
from logbook.cli.progress import TerminalProgress
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

CHAT = "".join(
    f"13/04/2026, {9 + minute // 60:02d}:{minute % 60:02d} - {'Dale' if minute % 3 else 'Alex'}: "
    f"message {minute} about the tram\n"
    for minute in range(300)
)
SMS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<smses count="1">'
    '<sms address="+15550100147" date="1776070000000" type="1" body="{body}" /></smses>\n'
)
ENTITIES = SMS.replace(
    "<smses", '<!DOCTYPE smses [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]><smses', 1
)
HOSTILE = 'O\'Brien "Q"\n\x1b]0;taken\x07\x1b[31m\u202egnp.exe\u202c \u05d3\u05d9\u05d9\u05dc 🙂'
EVERYTHING = (("entry", "list"), ("messages",), ("evidence", "list"), ("person", "list"))


@pytest.fixture
def full(use, book, tmp_path) -> Path:
    """The book with an entry, a file and messages; returns its folder."""
    (tmp_path / "note.txt").write_text("a note that was left")
    use("entry", "add", "--text", "He waited at the door.", "--file", tmp_path / "note.txt")
    write_chat(tmp_path / "earlier.txt", CHAT[: len(CHAT) // 3].rpartition("\n")[0] + "\n")
    use("import", tmp_path / "earlier.txt")
    return book


def write_chat(path: Path, text: str = CHAT) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def content_of(use: Callable[..., Any]) -> list[Any]:
    """Everything that a person would see, after the book has proved itself whole."""
    checked = use("check")
    assert checked["ok"], checked["problems"]
    return [*(use(*command) for command in EVERYTHING), checked["journal"]]


@contextmanager
def unchanged(use: Callable[..., Any]) -> Iterator[None]:
    before = content_of(use)
    yield
    assert content_of(use) == before


@pytest.fixture
def said_once(door) -> Callable[[Any], str]:
    """Check that a failure is one line of plain words on standard error, the same as in JSON."""

    def check(document: Any) -> str:
        error = document["error"]
        assert list(document) == ["error"]
        where = error.get("where", "")
        named = f"{where}: " if where not in error["message"] else ""
        assert door.said == f"{named}{error['message']}\n"
        assert "\n" not in error["message"]
        assert "Traceback" not in door.said
        assert "Errno" not in door.said
        return str(error["code"])

    return check


# -- the book itself


def test_a_wrong_passphrase_leaves_every_byte(door, full, tmp_path, said_once):
    (tmp_path / "wrong.txt").write_text("not the words at all\n")
    before = bytes_of(full)
    for command in (("check",), ("search",), ("messages",)):
        more = ["tram"] if command == ("search",) else []
        wrong = ("--passphrase-file", tmp_path / "wrong.txt")
        assert said_once(door(*command, full, *more, *wrong, status=1)) == "WrongPassphrase"
    assert bytes_of(full) == before


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("nothing", "NotAVault"),
        ("empty", "NotAVault"),
        ("words.txt", "NotAVault"),
        ("words.txt/book", "NotAVault"),
        ("ring", "NotAVault"),
        ("x" * 300, "NotAVault"),
    ],
    ids=["no-folder", "empty-folder", "a-file", "below-a-file", "ring-of-links", "too-long"],
)
def test_what_is_no_book_is_said(door, tmp_path, said_once, place, code):
    (tmp_path / "empty").mkdir()
    (tmp_path / "ring").symlink_to("ring")
    words = ("--passphrase-file", door.passphrase_file)
    assert said_once(door("check", tmp_path / place, *words, status=1)) == code
    assert not (tmp_path / "nothing").exists()
    assert not any((tmp_path / "empty").iterdir())


@pytest.mark.parametrize("place", ["words.txt/book", "ring", "x" * 300])
def test_a_new_book_where_no_folder_can_be_is_refused(door, tmp_path, said_once, place):
    (tmp_path / "ring").symlink_to("ring")
    before = sorted(tmp_path.iterdir())
    words = ("--passphrase-file", door.passphrase_file)
    assert said_once(door("new", tmp_path / place, *words, status=1)) == "OutputNotWritable"
    assert sorted(tmp_path.iterdir()) == before


def test_no_book_is_made_whose_recovery_code_has_no_place(door, tmp_path, said_once):
    """The code is shown once: a book without it would have lost its second way in."""
    words = ("--passphrase-file", door.passphrase_file)
    for place in (tmp_path / "no folder" / "code.txt", door.passphrase_file):
        said = door("new", tmp_path / "b", *words, "--recovery-code-out", place, status=1)
        assert said_once(said) == "OutputNotWritable"
        assert not (tmp_path / "b").exists()
    weak = tmp_path / "weak.txt"
    weak.write_text("password\n")
    code = ("--recovery-code-out", tmp_path / "code.txt")
    door("new", tmp_path / "b", "--passphrase-file", weak, *code, status=1)
    assert not (tmp_path / "code.txt").exists()


HOLD = """
import sys
from pathlib import Path
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault
words = sys.stdin.readline().strip()
vault = Vault.open(Path(sys.argv[1]), Secret(bytearray(words.encode())))
print("open", flush=True)
sys.stdin.readline()
vault.close()
"""


def test_a_book_that_another_process_uses_is_left_alone(door, full, said_once):
    command = [sys.executable, "-c", HOLD, str(full)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as other:
        other.stdin.write(door.passphrase_file.read_text())
        other.stdin.flush()
        assert other.stdout.readline() == "open\n"
        before = bytes_of(full)
        words = ("--passphrase-file", door.passphrase_file)
        assert said_once(door("check", full, *words, status=1)) == "VaultInUse"
        said = door("entry", "add", full, "--text", "second", *words, status=1)
        assert said_once(said) == "VaultInUse"
        assert bytes_of(full) == before
        other.stdin.write("\n")
    assert other.returncode == 0


def test_every_damaged_page_is_either_not_met_or_said(full, use, tmp_path, said_once):
    clean = bytes_of(full)
    pages = len(clean["log.db"]) // 4096
    found = set()
    for page in range(0, pages, max(1, pages // 8)):
        data = bytearray(clean["log.db"])
        data[page * 4096 + 1777] ^= 4
        (full / "log.db").write_bytes(data)
        for command in (("entry", "list"), ("messages",), ("backup", tmp_path / "copy.bak")):
            done = use(*command, status=None)
            if "error" in done:
                assert said_once(done) == "DatabaseDamaged"
                found.add(page)
        assert not (tmp_path / "copy.bak").exists()
        for name, before in clean.items():
            (full / name).write_bytes(before)
    assert len(found) >= 6


def test_an_older_database_is_said_and_opened_only_when_that_is_meant(use, full, said_once):
    older = (full / "log.db").read_bytes()
    use("entry", "add", "--text", "a later day")
    newer = bytes_of(full)
    (full / "log.db").write_bytes(older)
    before = bytes_of(full)
    assert said_once(use("entry", "list", status=1)) == "OlderCopy"
    assert bytes_of(full) == before
    assert use("entry", "list", "--accept-older")["total"] == 1
    assert use("entry", "list")["total"] == 1
    assert newer["log.db"] != older


@pytest.mark.parametrize(
    ("spoil", "kind", "where"),
    [
        (lambda book: flip(book / "vault.hdr"), "header_copy_used", "vault.hdr"),
        (lambda book: (book / "vault.hdr").unlink(), "header_copy_used", "vault.hdr"),
        (lambda book: flip(book / "vault.state"), "state_damaged", "vault.state"),
        (lambda book: (book / "vault.state").unlink(), "state_missing", "vault.state"),
    ],
)
def test_what_opening_mends_is_said_once_and_named_by_the_check(
    use, door, full, spoil, kind, where
):
    assert use("check")["ok"]
    assert door.said == ""
    spoil(full)
    found = use("check", status=1)
    assert found["problems"] == [{"kind": kind, "where": where}]
    assert len(door.said.splitlines()) == 1
    assert use("check")["ok"]
    assert door.said == ""


def test_an_earlier_header_that_is_put_back_is_said(use, door, full, tmp_path):
    earlier = (full / "vault.hdr").read_bytes()
    new = tmp_path / "new.txt"
    new.write_text("seven other harbor lanterns quiet\n")
    use("passphrase", "--new-passphrase-file", new)
    (full / "vault.hdr").write_bytes(earlier)
    assert use("entry", "list")["total"] == 1
    assert "earlier header" in door.said


def test_an_older_high_water_mark_that_is_put_back_is_said(use, door, full):
    earlier = (full / "vault.state").read_bytes()
    for text in ("one", "two"):
        use("entry", "add", "--text", text)
    (full / "vault.state").write_bytes(earlier)
    assert use("entry", "list")["total"] == 3
    assert "vault.state" in door.said


def test_a_check_names_a_damaged_page_of_the_search_index(use, full):
    page = page_of_search_index(use, full)
    found = use("check", status=1)
    assert {one["kind"] for one in found["problems"]} >= {"page_damaged", "search_incomplete"}
    assert page in str(found["problems"])
    assert found["entries"] == 1


def flip(path: Path, at: int = 100) -> None:
    """Turn one bit of a file over."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def page_of_search_index(use: Callable[..., Any], book: Path) -> str:
    """Damage the first page from the end without which only searching fails; return its name."""
    clean = (book / "log.db").read_bytes()
    for last in range(len(clean), 4096, -4096):
        flip(book / "log.db", last - 100)
        if use("search", "door", status=None).get("error") and "total" in use("entry", "list"):
            return f"page {last // 4096}"
        (book / "log.db").write_bytes(clean)
    pytest.fail("no page of the search index was met")


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Path]:
    """A small file system of its own, or a skip that says what was not tested."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("NOT TESTED HERE: mounting is not allowed, so no small and no read-only disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True, capture_output=True)


def test_a_disk_that_allows_reading_only_is_said(door, full, tmp_path, said_once):
    words = ("--passphrase-file", door.passphrase_file)
    with disk(tmp_path / "disk", "32m") as place:
        shutil.copytree(full, place / "book")
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        before = bytes_of(place / "book")
        for command in (("entry", "list"), ("check",)):
            said = door(*command, place / "book", *words, status=1)
            assert said_once(said) == "VaultReadOnly"
        assert said_once(door("new", place / "b", *words, status=1)) == "VaultReadOnly"
        said = door("report", full, place / "b.pdf", *words, status=1)
        assert said_once(said) == "OutputNotWritable"
        said = door("backup", full, place / "b.bak", *words, status=1)
        assert said_once(said) == "OutputNotWritable"
        assert bytes_of(place / "book") == before


@pytest.mark.parametrize("size", ["10m", "18m", "22m"])
def test_a_disk_that_fills_while_things_come_in_keeps_the_book_whole(
    door, tmp_path, said_once, size
):
    words = ("--passphrase-file", door.passphrase_file)
    (tmp_path / "film.mp4").write_bytes(os.urandom(24 << 20))
    with zipfile.ZipFile(tmp_path / "chat.zip", "w") as archive:
        archive.writestr("_chat.txt", CHAT + "14/04/2026, 08:01 - Dale: IMG.jpg (file attached)\n")
        archive.writestr("IMG.jpg", os.urandom(13 << 20))
    with disk(tmp_path / "disk", size) as place:
        book = place / "book"
        secret = Secret(bytearray(door.passphrase_file.read_bytes().strip()))
        Vault.create(book, secret, cost=CHEAPEST_COST)[0].close()
        door("entry", "add", book, "--text", "before", *words)
        for command, more in (
            (("import", book), [tmp_path / "chat.zip"]),
            (("evidence", "add", book), [tmp_path / "film.mp4"]),
            (("entry", "add", book), ["--text", "lost", "--file", tmp_path / "film.mp4"]),
        ):
            assert said_once(door(*command, *more, *words, status=1)) == "DiskFull"
            checked = door("check", book, *words)
            assert (checked["ok"], checked["problems"]) == (True, [])
            counts = [checked[name] for name in ("entries", "messages", "evidence")]
            assert counts == [1, 0, 0]
            assert {path.name for path in book.rglob("*.enc")} == set()
        door("entry", "add", book, "--text", "still possible", *words)


def test_a_disk_that_fills_under_an_output_leaves_what_was_there(use, tmp_path, said_once):
    (tmp_path / "film.mp4").write_bytes(os.urandom(1 << 20))
    use("entry", "add", "--text", "He waited. " * 2000, "--file", tmp_path / "film.mp4")
    with disk(tmp_path / "disk", "16k") as place:
        out = place / "out"
        out.write_bytes(b"the one before")
        for command in (("report",), ("backup",), ("evidence", "save", "1")):
            assert said_once(use(*command, out, status=1)) == "DiskFull"
            assert [path.name for path in place.iterdir()] == ["out"]
            assert out.read_bytes() == b"the one before"


# -- files from outside


def cut_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_chat.txt", CHAT)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def encrypted_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_chat.txt", CHAT)
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag "encrypted" of the member and of its line in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)


BAD_EXPORTS: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "missing.txt": (str, {"FileUnreadable"}),
    "dangling.txt": (lambda path: path.symlink_to("nowhere"), {"FileUnreadable"}),
    "ring.txt": (lambda path: path.symlink_to(path.name), {"FileUnreadable"}),
    "folder.txt": (Path.mkdir, {"FileUnreadable"}),
    "pipe.txt": (os.mkfifo, {"FileUnreadable"}),
    "x" * 300: (str, {"FileUnreadable"}),
    "zeros.txt": (lambda path: path.write_bytes(bytes(5000)), {"UnknownFormat", "WrongKind"}),
    "photo.txt": (lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(99)), {"WrongKind"}),
    "no zip.zip": (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(99)), {"DamagedContainer"}),
    "encrypted.zip": (encrypted_zip, {"PasswordProtected"}),
    "entities.xml": (lambda path: path.write_text(ENTITIES.format(body="&b;")), {"UnsafeXml"}),
}


@pytest.mark.parametrize("name", BAD_EXPORTS, ids=lambda name: name[:20])
def test_an_export_that_cannot_be_read_changes_no_byte(use, full, tmp_path, said_once, name):
    make, codes = BAD_EXPORTS[name]
    (tmp_path / "in").mkdir()
    make(tmp_path / "in" / name)
    before = bytes_of(full)
    assert said_once(use("import", tmp_path / "in" / name, status=1)) in codes
    assert bytes_of(full) == before


def test_a_cut_zip_gives_what_it_holds_and_says_that_it_was_cut(use, tmp_path, said_once):
    cut_zip(tmp_path / "chat.zip")
    before = content_of(use)
    done = use("import", tmp_path / "chat.zip", status=None)
    if "error" in done:
        assert said_once(done) == "DamagedContainer"
        assert content_of(use) == before
        return
    assert done["warnings"]
    assert 0 < done["messages_stored"] < CHAT.count("\n")
    assert done["records_in_file"] == done["messages_stored"] + len(done["not_understood"])


def test_a_file_of_several_that_cannot_be_read_keeps_all_of_them_out(use, full, tmp_path):
    good, bad = write_chat(tmp_path / "good.txt"), tmp_path / "missing.txt"
    before = bytes_of(full)
    assert use("import", good, bad, status=1)["error"]["code"] == "FileUnreadable"
    assert use("evidence", "add", good, bad, status=1)["error"]["code"] == "FileUnreadable"
    assert bytes_of(full) == before


class Meddling(TerminalProgress):
    """A progress that does something to the world at one of its steps."""

    at = 0
    steps = 0
    act: Callable[[TerminalProgress], object]

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        cls = type(self)
        cls.steps += 1
        if cls.steps == cls.at:
            cls.act(self)
        super().__call__(done, total, doing)


@pytest.fixture
def meddle(use, monkeypatch) -> Callable[..., Any]:
    """Run a command that meets `act` at its n-th step; None when it ended before that step."""

    def run(at: int, act: Callable[[TerminalProgress], object], *command: object) -> Any:
        chosen = type("Chosen", (Meddling,), {"at": at, "steps": 0, "act": staticmethod(act)})
        with monkeypatch.context() as patch:
            patch.setattr(door_module, "TerminalProgress", chosen)
            done = use(*command, status=None)
        return done if chosen.steps >= at else None

    return run


def test_an_export_that_grows_while_it_is_read_is_never_half_kept(use, meddle, tmp_path, said_once):
    chat = tmp_path / "chat.txt"

    def grow(_progress: TerminalProgress) -> None:
        with chat.open("a") as stream:
            stream.write("14/04/2026, 10:00 - Dale: one more\n")

    told = set()
    before = content_of(use)
    for at in range(1, 100):
        done = meddle(at, grow, "import", write_chat(chat))
        if done is None:
            break
        if "error" in done:
            told.add(said_once(done))
            assert content_of(use) == before
            continue
        # It grew after the last look at it: what is kept is the file as it was, whole.
        assert done["source"]["sha256"] == hashlib.sha256(CHAT.encode()).hexdigest()
        assert done["records_in_file"] == done["messages_stored"] == CHAT.count("\n")
        break
    assert told == {"FileChanged"}


@pytest.mark.parametrize(
    ("kind", "stride"),
    [
        ("import", 1),
        ("evidence", 1),
        ("entry", 1),
        ("save", 1),
        pytest.param("backup", 2, marks=pytest.mark.slow),
        pytest.param("report", 3, marks=pytest.mark.slow),
    ],
)
def test_a_stop_at_any_step_leaves_nothing(use, door, meddle, tmp_path, kind, stride):
    chat = write_chat(tmp_path / "chat.txt")
    out = tmp_path / "out" / "file"
    out.parent.mkdir()
    out.write_bytes(b"the one before")
    use("entry", "add", "--text", "before", "--file", door.passphrase_file)
    command = {
        "import": ("import", chat),
        "evidence": ("evidence", "add", chat),
        "entry": ("entry", "add", "--text", "new", "--file", chat),
        "report": ("report", out),
        "backup": ("backup", out),
        "save": ("evidence", "save", "1", out),
    }[kind]
    before = content_of(use)
    for at in range(1, 400, stride):
        meddle(at, TerminalProgress.cancel, *command)
        if door.status != 130:
            break
        assert door.said == "Stopped. Nothing more was written.\n"
        assert content_of(use) == before
        assert [path.name for path in out.parent.iterdir()] == ["file"]
        assert out.read_bytes() == b"the one before"
    assert at > 2
    assert door.status == 0
    assert content_of(use) != before or out.read_bytes() != b"the one before"


@pytest.mark.parametrize(
    ("kind", "stride"),
    [("import", 1), ("entry", 1), pytest.param("report", 4, marks=pytest.mark.slow)],
)
def test_a_stick_that_is_pulled_at_any_step_is_said_and_whole_when_it_is_back(
    use, meddle, book, said_once, kind, stride
):
    folder, away = book.parent, book.with_name("away")
    chat = write_chat(folder / "chat.txt")
    use("entry", "add", "--text", "before")
    command = {
        "import": ("import", chat),
        "entry": ("entry", "add", "--text", "new", "--file", chat),
        "report": ("report", folder / "out.pdf"),
    }[kind]
    before = content_of(use)
    whole = shutil.copytree(book, folder / "whole")
    gone = 0
    for at in range(1, 200, stride):
        done = meddle(at, lambda _progress: book.rename(away), *command)
        if book.exists():
            break
        away.rename(book)
        gone += 1
        assert said_once(done) in {"VaultGone", "NotAVault", "DiskFailed"}
        # Unix lets a save end in a folder that was moved: it is not acknowledged, and never half.
        found = content_of(use)
        added = [len(CHAT.splitlines()), 1] if kind == "import" else [0, 1]
        assert found == before or [found[1]["total"], found[0]["total"]] == added
        shutil.rmtree(book)
        shutil.copytree(whole, book)
    assert gone >= 2


# -- what goes out


@pytest.mark.parametrize(
    "command",
    [
        ("report",),
        ("backup",),
        ("evidence", "save", "1"),
        ("check", "--checkpoint-out"),
        ("check", "--checkpoint-qr-out"),
    ],
    ids=" ".join,
)
def test_no_output_takes_the_place_of_a_file_of_the_book(use, full, command, said_once):
    with unchanged(use):
        (full / "att").mkdir(exist_ok=True)
        names = sorted(bytes_of(full))
        (full.parent / "link").symlink_to(full)
        for place in ("book/log.db", "link/vault.hdr", "book/../book/reserve", "book/att/new.pdf"):
            said = use(*command, full.parent / place, status=1)
            assert said_once(said) == "OutputInsideBook"
        assert sorted(bytes_of(full)) == names


@pytest.mark.parametrize("command", [("report",), ("backup",), ("evidence", "save", "1")])
@pytest.mark.usefixtures("full")
def test_a_place_that_cannot_be_written_is_said(use, tmp_path, said_once, command):
    (tmp_path / "ring").symlink_to("ring")
    before = sorted(tmp_path.iterdir())
    for place in ("no folder/out", "words.txt/out", "x" * 300, "ring/out"):
        assert said_once(use(*command, tmp_path / place, status=1)) == "OutputNotWritable"
        assert sorted(tmp_path.iterdir()) == before


@pytest.mark.usefixtures("full")
def test_an_output_replaces_what_was_there_and_is_private(use, tmp_path):
    out = tmp_path / "out"
    for command in (("report",), ("backup",), ("evidence", "save", "1")):
        out.write_bytes(b"x" * 5_000_000)
        out.chmod(0o644)
        use(*command, out)
        assert 0 < out.stat().st_size < 5_000_000
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_file_saved_into_a_folder_keeps_a_name_that_leads_nowhere_else(use, tmp_path):
    chat = "13/04/2026, 21:06 - Dale: {} (file attached)\n13/04/2026, 21:07 - Alex: no\n"
    names = ["../../escaped.txt", "/etc/escaped.txt", "..", "long" * 80 + ".jpg"]
    with zipfile.ZipFile(tmp_path / "chat.zip", "w") as archive:
        archive.writestr("_chat.txt", "".join(chat.format(name) for name in names))
        for name in names:
            archive.writestr(name, name.encode())
    use("import", tmp_path / "chat.zip")
    out = tmp_path / "a" / "b" / "out"
    out.mkdir(parents=True)
    kept = use("evidence", "list")["evidence"]
    assert kept
    outside = {path for path in tmp_path.rglob("*") if out not in path.parents}
    for one in kept:
        saved = Path(use("evidence", "save", one["id"], out)["path"])
        assert saved.parent == out
    assert {path for path in tmp_path.rglob("*") if out not in path.parents} == outside


# -- names and words that want to steer


def test_text_from_outside_cannot_steer_a_terminal(use, door, book, tmp_path):
    hostile_file = tmp_path / HOSTILE.replace("/", "_")
    hostile_file.write_text("x")
    use("person", "add", "--name", HOSTILE)
    use("entry", "add", "--text", HOSTILE, "--person", HOSTILE, "--file", hostile_file)
    line = "13/04/2026, 21:06 - {}: {}\n".format(*[HOSTILE.replace("\n", " ")] * 2)
    use("import", write_chat(tmp_path / "chat.txt", line * 3))
    words = ("--passphrase-file", str(door.passphrase_file))
    for command in (
        ("entry", "list"),
        ("entry", "show", "1"),
        ("evidence", "list"),
        ("person", "list"),
        ("messages",),
        ("search", "exe"),
    ):
        at = 2 if command[0] in {"entry", "evidence", "person"} else 1
        assert door_module.run([*command[:at], str(book), *command[at:], *words]) == 0
        shown = door.capsys.readouterr().out
        steering = {char for char in shown if char < " " and char != "\n"} | (
            set(shown) & set("\x7f\x1b\x9b\u202d\u202e\u2028\u2029")
        )
        assert not steering, command
        assert "🙂" in shown
        assert "\u05d3\u05d9\u05d9\u05dc" in shown


def test_the_same_words_come_back_from_json_unchanged(use):
    use("person", "add", "--name", HOSTILE)
    use("entry", "add", "--text", HOSTILE, "--person", HOSTILE, "--place", HOSTILE)
    (entry,) = use("entry", "list")["entries"]
    assert (entry["text"], entry["place"], entry["people"]) == (HOSTILE, HOSTILE, [HOSTILE])


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are POSIX")
@pytest.mark.parametrize("kind", ["pipe", "folder", "endless"])
def test_an_anchor_that_never_ends_is_refused_without_waiting(use, tmp_path, kind):
    anchor = tmp_path / "anchor.txt"
    if kind == "endless":
        anchor.symlink_to("/dev/zero")
    else:
        (os.mkfifo if kind == "pipe" else os.mkdir)(anchor)
    found = use("check", "--checkpoint", anchor, status=1)
    assert found["error"] | {"message": ""} == {
        "code": "FileUnreadable",
        "message": "",
        "where": "anchor.txt",
    }
