"""Books from the command line: make, open, check, back up, restore, change what opens them."""

import errno
import json
import re
import shutil
import stat

import pytest

from logbook.errors import DiskFailed
from logbook.tasks import books


def test_a_new_book_says_its_recovery_code_once(door, tmp_path):
    made = door("new", tmp_path / "b", "--passphrase-file", door.passphrase_file)
    assert set(made) == {"book", "recovery_code"}
    assert len(made["recovery_code"].replace("-", "").replace(" ", "")) == 28


def test_the_recovery_code_can_go_to_a_private_file(door, tmp_path):
    code = tmp_path / "code.txt"
    made = door(
        "new",
        tmp_path / "b",
        "--passphrase-file",
        door.passphrase_file,
        "--recovery-code-out",
        code,
    )
    assert "recovery_code" not in made
    assert stat.S_IMODE(code.stat().st_mode) == 0o600


def test_the_recovery_code_is_safe_before_the_new_book_is_closed(door, tmp_path, monkeypatch):
    def fail(vault):
        vault.close()
        raise DiskFailed("injected")

    monkeypatch.setattr(books, "close_book", fail)
    code = tmp_path / "code.txt"
    words = ("--passphrase-file", door.passphrase_file)
    said = door("new", tmp_path / "b", *words, "--recovery-code-out", code, status=1)
    assert said["error"]["code"] == "DiskFailed"
    monkeypatch.undo()
    (tmp_path / "new.txt").write_text("another lantern orbit saddle kiwi\n")
    new = ("--new-passphrase-file", tmp_path / "new.txt", "--recovery-code-file", code)
    assert door("passphrase", tmp_path / "b", *new) == {"book": str(tmp_path / "b")}


@pytest.mark.parametrize("fails", ["closing", "output", "code file"])
def test_a_recovery_code_that_the_book_has_is_shown_whatever_fails(
    door, tmp_path, monkeypatch, fails
):
    def fail(vault=None, *_others):
        if fails == "closing":
            vault.close()
        raise OSError(errno.EIO, "injected") if fails == "code file" else DiskFailed("injected")

    place = {
        "closing": "logbook.tasks.books.close_book",
        "output": "logbook.cli.output.Output.result",
        "code file": "os.fsync",
    }[fails]
    words = ("--passphrase-file", door.passphrase_file)
    book, code = tmp_path / "b", tmp_path / "code.txt"
    made = books.create_book

    def make_then_fail(*given, **named):
        new = made(*given, **named)
        monkeypatch.setattr(place, fail)
        return new

    monkeypatch.setattr(books, "create_book", make_then_fail)
    out = ("--recovery-code-out", code) if fails == "code file" else ()
    door("new", book, *words, *out, status=1)
    monkeypatch.undo()
    assert not code.exists()
    code.write_text(re.search(r"^[0-9A-Z]{4}([- ][0-9A-Z]{4}){6}$", door.said, re.MULTILINE)[0])
    (tmp_path / "new.txt").write_text("another lantern orbit saddle kiwi\n")
    new = ("--new-passphrase-file", tmp_path / "new.txt", "--recovery-code-file", code)
    assert door("passphrase", book, *new) == {"book": str(book)}


@pytest.mark.parametrize("to_file", [False, True])
def test_a_new_recovery_code_takes_the_place_of_the_earlier_one(use, door, book, tmp_path, to_file):
    earlier, later = tmp_path / "earlier.txt", tmp_path / "later.txt"
    earlier.write_text(use("recovery", "new")["recovery_code"])
    if to_file:
        assert use("recovery", "new", "--recovery-code-out", later) == {"book": str(book)}
        assert stat.S_IMODE(later.stat().st_mode) == 0o600
    else:
        later.write_text(use("recovery", "new")["recovery_code"])
    (tmp_path / "new.txt").write_text("another lantern orbit saddle kiwi\n")
    new = ("--new-passphrase-file", tmp_path / "new.txt", "--recovery-code-file")
    said = door("passphrase", book, *new, earlier, status=1)
    assert said["error"]["code"] == "WrongRecoveryCode"
    door("passphrase", book, *new, later)


def test_a_wrong_passphrase_opens_nothing_and_says_one_sentence(door, book, tmp_path):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not the words at all\n")
    said = door("check", book, "--passphrase-file", wrong, status=1)
    assert said["error"]["code"] == "WrongPassphrase"
    assert len(door.said.strip().splitlines()) == 1


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_passphrase_is_what_was_typed_however_the_file_was_saved(door, book, tmp_path, mark, end):
    saved = tmp_path / "saved.txt"
    saved.write_bytes(mark + door.passphrase_file.read_bytes().strip() + end)
    assert door("check", book, "--passphrase-file", saved)["ok"]


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_new_passphrase_that_no_keyboard_gives_is_refused(door, book, tmp_path, encoding):
    saved, made = tmp_path / "saved.txt", tmp_path / "made"
    saved.write_bytes("grüner harbor lantern willow eleven\n".encode(encoding))
    old = ("--passphrase-file", door.passphrase_file)
    for command in (("new", made, "--passphrase-file", saved), ("passphrase", book, *old)):
        new = ("--new-passphrase-file", saved) if command[0] == "passphrase" else ()
        said = door(*command, *new, status=2)
        assert "UTF-8" in said["error"]["message"]
    assert not made.exists()
    assert door("check", book, *old)["ok"]


@pytest.mark.parametrize("sign", ["\0", "\t", "\x1b"])
def test_a_new_passphrase_with_a_control_character_is_refused(door, tmp_path, sign):
    saved, made = tmp_path / "saved.txt", tmp_path / "made"
    saved.write_text(f"quiet harbor{sign} lantern willow eleven\n")
    assert door("new", made, "--passphrase-file", saved, status=2)["error"]["code"] == "UsageError"
    assert not made.exists()


def test_an_empty_recovery_code_is_no_passphrase(door, book, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"\n")
    new = ("--new-passphrase-file", door.passphrase_file)
    said = door("passphrase", book, *new, "--recovery-code-file", tmp_path / "empty.txt", status=1)
    assert said["error"]["code"] == "RecoveryCodeTypo"


def test_a_weak_passphrase_is_refused_and_nothing_is_made(door, tmp_path):
    weak = tmp_path / "weak.txt"
    weak.write_text("password\n")
    said = door("new", tmp_path / "b", "--passphrase-file", weak, status=1)
    assert said["error"]["code"] == "PassphraseTooWeak"
    assert not (tmp_path / "b").exists()


def test_check_finds_a_whole_book_whole(use):
    use("entry", "add", "--text", "one")
    found = use("check")
    assert found["ok"] is True
    assert found["entries"] == 1
    assert found["problems"] == []
    assert len(found["journal"]["root"]) == 64
    assert found["journal"]["words"]


def test_check_names_a_damaged_page(use, book):
    for number in range(30):
        use("entry", "add", "--text", f"entry {number} " + "words " * 200)
    database = book / "log.db"
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 1
    database.write_bytes(data)
    found = use("check", status=1)
    assert found.get("ok") is False or found["error"]["code"] == "DatabaseDamaged"
    assert found.get("problems") or found["error"]


def test_an_anchor_tells_an_unchanged_book(use, tmp_path):
    use("entry", "add", "--text", "one")
    anchor = tmp_path / "anchor.txt"
    use("check", "--checkpoint-out", anchor)
    use("entry", "add", "--text", "two")
    found = use("check", "--checkpoint", anchor)
    assert found["checkpoint"]["verdict"] == "unchanged"


def test_a_backup_restores_to_a_new_folder_and_reads_the_same(use, door, tmp_path):
    use("entry", "add", "--text", "kept twice")
    made = use("backup", tmp_path / "copy.bak")
    assert made["entries"] == 1
    assert made["bytes"] == (tmp_path / "copy.bak").stat().st_size
    other = tmp_path / "other"
    words = door.passphrase_file
    restored = door("restore", tmp_path / "copy.bak", other, "--passphrase-file", words)
    assert restored["path"] == restored["book"] == str(other)
    assert [restored[key] for key in ("bytes", "sha256", "entries")] == [
        made[key] for key in ("bytes", "sha256", "entries")
    ]
    listed = door("entry", "list", other, "--passphrase-file", door.passphrase_file)
    assert [one["text"] for one in listed["entries"]] == ["kept twice"]


def test_a_restore_never_touches_a_book_that_is_there(use, door, book, tmp_path):
    use("backup", tmp_path / "copy.bak")
    words = door.passphrase_file
    said = door("restore", tmp_path / "copy.bak", book, "--passphrase-file", words, status=1)
    assert said["error"]["code"] in {"FolderNotEmpty", "VaultExists"}


def test_the_passphrase_changes_and_the_recovery_code_is_a_way_back(door, tmp_path):
    code, new, newer = (tmp_path / name for name in ("code.txt", "new.txt", "newer.txt"))
    words = door.passphrase_file
    book = tmp_path / "b"
    door("new", book, "--passphrase-file", words, "--recovery-code-out", code)
    new.write_text("velvet anchor seventeen maple\n")
    newer.write_text("copper meadow orbit thistle\n")
    door("passphrase", book, "--passphrase-file", words, "--new-passphrase-file", new)
    assert (
        door("check", book, "--passphrase-file", words, status=1)["error"]["code"]
        == "WrongPassphrase"
    )
    assert door("check", book, "--passphrase-file", new)["ok"]
    door("passphrase", book, "--recovery-code-file", code, "--new-passphrase-file", newer)
    assert door("check", book, "--passphrase-file", newer)["ok"]


def test_a_key_file_stays_until_the_recovery_code_leads_back_without_it(door, tmp_path):
    code, new, key, book = (tmp_path / name for name in ("code.txt", "new.txt", "key", "b"))
    words = ("--passphrase-file", door.passphrase_file)
    key.write_bytes(b"on a stick")
    new.write_text("velvet anchor seventeen maple\n")
    door("new", book, *words, "--key-file", key, "--recovery-code-out", code)
    change = ("passphrase", book, "--new-passphrase-file", new)
    assert door(*change, *words, "--key-file", key)["key_file"] is True
    opens = ("check", book, "--passphrase-file", new)
    assert door(*opens, status=1)["error"]["code"] == "KeyFileNeeded"
    assert door(*opens, "--key-file", key)["ok"]
    recover = (*change, "--recovery-code-file", code)
    assert door(*recover, "--key-file", key)["key_file"] is True
    assert door(*recover)["key_file"] is False
    assert door(*opens)["ok"]


def test_search_finds_parts_of_words_everywhere(use):
    use("entry", "add", "--text", "He followed me to the tram stop", "--when", "2026-05-02 08:00")
    found = use("search", "ollow")
    assert found["total"] == 1
    assert found["hits"][0]["kind"] == "entry"


def test_json_is_one_document_on_standard_output(book, capsys, door):
    from logbook.cli.run import run

    run(["entry", "list", str(book), "--passphrase-file", str(door.passphrase_file), "--json"])
    assert json.loads(capsys.readouterr().out) == {"total": 0, "entries": []}


def test_wrong_usage_is_two():
    from logbook.cli.run import run

    assert run(["entry", "add"]) == 2
    assert run(["no-such-command"]) == 2


def test_formats_and_profiles_are_listed(door):
    formats = {one["id"] for one in door("formats")["formats"]}
    assert {"whatsapp", "sms-backup-restore"} <= formats
    assert {one["id"] for one in door("profiles")["profiles"]} >= {"generic-us", "generic-a4"}


@pytest.mark.parametrize(
    "wrong",
    [
        ("entry", "list", "book", "--kind", "nonsense"),
        ("entry", "show", "book", "eight"),
        ("report", "book"),
        ("no-such-command",),
    ],
)
def test_wrong_usage_is_one_document_too(door, wrong):
    said = door(*wrong, status=2)
    assert list(said) == ["error"]
    assert said["error"]["code"] == "UsageError"
    assert said["error"]["message"] in door.said
    assert "usage:" in door.said


def test_a_folder_keeps_the_newest_five_backups_of_each_book(door, use, tmp_path):
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "backup-2020-01-01-000000.logbook").write_bytes(b"of somebody else")
    (shelf / "notes.txt").write_bytes(b"mine")
    (shelf / "backup-2020-01-01-000001.logbook").write_bytes(b"LGBKUP\x00\x01")
    other = tmp_path / "other"
    door("new", other, "--passphrase-file", door.passphrase_file)
    words = ("--passphrase-file", door.passphrase_file)
    kept_of_other = door("backup", other, shelf, *words)["path"]
    made = [use("backup", shelf) for _ in range(7)]
    half = shelf / "backup-2020-01-01-000002.logbook.part"
    shutil.copyfile(made[-1]["path"], half)
    made.append(use("backup", shelf))
    assert made[-1]["dropped"] == [made[2]["path"], str(half)]
    assert [len(one["dropped"]) for one in made[:7]] == [0, 0, 0, 0, 0, 1, 1]
    assert [one["dropped"][0] for one in made[5:]] == [one["path"] for one in made[:3]]
    left = {str(path) for path in shelf.iterdir()}
    assert left == {
        str(shelf / "backup-2020-01-01-000000.logbook"),
        str(shelf / "backup-2020-01-01-000001.logbook"),
        str(shelf / "notes.txt"),
        kept_of_other,
        *(one["path"] for one in made[3:]),
    }
    door("restore", made[-1]["path"], tmp_path / "again", *words)


def test_a_backup_into_the_folder_of_the_book_is_refused(use, book):
    before = sorted(path.name for path in book.iterdir())
    assert use("backup", book, status=1)["error"]["code"] == "OutputInsideBook"
    assert sorted(path.name for path in book.iterdir()) == before


def test_a_book_in_a_synced_folder_is_made_and_the_danger_said(door, tmp_path):
    made = door("new", tmp_path / "Dropbox" / "book", "--passphrase-file", door.passphrase_file)
    assert "Dropbox" in made["warnings"][0]
    assert made["warnings"][0] in door.said
