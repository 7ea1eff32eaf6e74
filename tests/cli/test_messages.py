"""Message exports from the command line, whole path."""

import zipfile

from logbook.cli.run import run

CHAT = (
    "13/04/2026, 21:05 - Messages and calls are end-to-end encrypted.\n"
    "13/04/2026, 21:06 - Dale: I know which tram you take\n"
    "13/04/2026, 21:07 - Alex: Do not contact me again.\n"
    "14/04/2026, 08:00 - Dale: two\nlines\n"
    "14/04/2026, 08:00 - Dale: ok\n"
    "14/04/2026, 08:00 - Dale: ok\n"
    "14/04/2026, 08:01 - Dale: IMG-20260414-WA0001.jpg (file attached)\n"
)
AMBIGUOUS = "03/04/2026, 10:00 - A: one\n03/04/2026, 10:01 - B: two\n"


def chat(folder, text=CHAT, name="WhatsApp Chat with Dale.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_record_is_stored_and_the_counts_add_up(use, tmp_path):
    done = use("import", chat(tmp_path), "--zone", "Europe/London", "--me", "Alex")
    assert done["format"] == "whatsapp"
    assert done["records_in_file"] == 7
    assert done["messages_stored"] == 7
    assert done["already_here"] == 0
    assert done["not_understood"] == []
    assert done["attachments"]["missing"] == ["IMG-20260414-WA0001.jpg"]
    listed = use("messages")
    assert listed["total"] == 7
    second = listed["messages"][1]
    assert second["text"] == "I know which tram you take"
    assert second["sender"] == "Dale"
    assert second["sender_is_me"] is False
    assert second["time"]["local"] == "2026-04-13T21:06:00"
    assert second["time"]["instant"] == "2026-04-13T20:06:00Z"
    assert second["time"]["zone_basis"] == "user_stated_zone"
    assert listed["messages"][2]["sender_is_me"] is True
    assert listed["messages"][3]["text"] == "two\nlines"


def test_a_conversation_that_is_not_there_is_refused(use, tmp_path):
    done = use("import", chat(tmp_path))
    known = done["conversations"][0]["id"]
    assert use("messages", "--conversation", known)["total"] == 7
    refused = use("messages", "--conversation", known + 1, status=1)
    assert refused["error"]["code"] == "NoSuchItem"


def test_the_same_file_twice_adds_nothing(use, tmp_path):
    path = chat(tmp_path)
    use("import", path)
    again = use("import", path)
    assert again["messages_stored"] == 0
    assert again["already_here"] == 7
    assert again["records_in_file"] == 7
    assert use("messages")["total"] == 7


def test_an_overlapping_export_adds_only_what_is_new(use, tmp_path):
    use("import", chat(tmp_path))
    longer = chat(tmp_path, CHAT + "15/04/2026, 09:00 - Dale: new\n")
    done = use("import", longer)
    assert done["messages_stored"] == 1
    assert done["already_here"] == 7
    assert use("messages")["total"] == 8


def test_an_open_date_order_is_asked_and_nothing_is_stored(use, tmp_path):
    path = chat(tmp_path, AMBIGUOUS)
    said = use("import", path, status=1)
    assert said["error"]["code"] == "AnswerNeeded"
    assert use("messages")["total"] == 0
    assert use("evidence", "list")["evidence"] == []
    done = use("import", path, "--date-order", "mdy")
    assert done["conversations"][0]["first"].startswith("2026-03-04")
    assert {"kind": "date_order", "answer": "mdy", "basis": "user_stated"} in done["questions"]


def test_a_dry_run_reads_all_and_keeps_nothing(use, tmp_path):
    done = use("import", chat(tmp_path), "--dry-run")
    assert done["records_in_file"] == 7
    assert done["messages_stored"] == 0
    assert use("messages")["total"] == 0


def test_pictures_of_a_zip_are_kept_and_linked(use, tmp_path):
    path = tmp_path / "WhatsApp Chat with Dale.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("WhatsApp Chat with Dale.txt", CHAT)
        archive.writestr("IMG-20260414-WA0001.jpg", b"\xff\xd8\xff\xe0 not really a picture")
        archive.writestr("stray.bin", b"nobody names me")
    done = use("import", path)
    assert done["attachments"] == {
        "linked": 1,
        "missing": [],
        "more_missing": 0,
        "unnamed": ["stray.bin"],
    }
    (attachment,) = use("messages")["messages"][6]["attachments"]
    assert attachment["present"] is True
    assert len(attachment["sha256"]) == 64


def test_a_file_that_is_no_export_is_named_for_what_it_is(use, tmp_path):
    path = tmp_path / "chat.txt"
    path.write_bytes(b"%PDF-1.7\n")
    assert use("import", path, status=1)["error"]["code"] in {"WrongKind", "UnknownFormat"}


def test_messages_are_paged_and_searched(use, tmp_path):
    use("import", chat(tmp_path))
    page = use("messages", "--limit", "2", "--offset", "3")
    assert page["total"] == 7
    assert [one["text"] for one in page["messages"]] == ["two\nlines", "ok"]
    assert use("messages", "--match", "tram")["total"] == 1
    found = use("search", "tram")
    assert found["hits"][0]["kind"] == "message"


def test_an_import_is_listed_and_taken_out_again(use, tmp_path):
    use("import", chat(tmp_path))
    (kept,) = use("imports")["imports"]
    assert kept["source"]["name"] == "WhatsApp Chat with Dale.txt"
    assert (kept["records_in_file"], kept["messages_stored"]) == (7, 7)
    assert use("imports", "--undo", kept["id"]) == {"id": kept["id"], "gone": 7, "kept": 0}
    assert use("imports") == {"imports": []}
    assert use("messages")["total"] == 0
    refused = use("imports", "--undo", kept["id"], status=1)
    assert refused["error"]["code"] == "NoSuchItem"
    assert use("import", chat(tmp_path))["messages_stored"] == 7


def test_undoing_an_import_says_in_words_what_stays(use, door, book, tmp_path, capsys):
    use("import", chat(tmp_path))
    (tmp_path / "later").mkdir()
    use("import", chat(tmp_path / "later", CHAT + "15/04/2026, 09:00 - Dale: later\n"))
    secret = ("--passphrase-file", str(door.passphrase_file))
    assert run(["imports", str(book), *secret]) == 0
    listed = capsys.readouterr().out
    assert "7 messages  WhatsApp Chat with Dale.txt" in listed
    assert "1 message  WhatsApp Chat with Dale.txt" in listed
    assert run(["imports", str(book), "--undo", "1", *secret]) == 0
    said = capsys.readouterr().out
    assert "0 messages taken out" in said
    assert "7 messages stay: entries or other imports have them too." in said
    assert run(["imports", str(book), "--undo", "2", *secret]) == 0
    assert "8 messages taken out" in capsys.readouterr().out
