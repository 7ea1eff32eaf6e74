"""Books from the command line: make, open, check, back up, restore, change what opens them."""

import json
import stat

import pytest


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


def test_a_wrong_passphrase_opens_nothing_and_says_one_sentence(door, book, tmp_path):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not the words at all\n")
    said = door("check", book, "--passphrase-file", wrong, status=1)
    assert said["error"]["code"] == "WrongPassphrase"
    assert len(door.said.strip().splitlines()) == 1


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
