"""Entries, people and evidence from the command line."""

import hashlib
import wave
from pathlib import Path

import pytest

from logbook.cli.run import run


def test_an_entry_comes_back_with_every_field_that_was_given(use, tmp_path):
    sound = tmp_path / "voicemail.wav"
    with wave.open(str(sound), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(1)
        out.setframerate(8000)
        out.writeframes(bytes(8000))
    made = use(
        "entry",
        "add",
        "--text",
        "He waited at the door. Then he left.",
        "--when",
        "2026-11-07 14:00",
        "--until",
        "2026-11-07 16:30",
        "--zone",
        "Europe/London",
        "--kind",
        "in_person",
        "--place",
        "Home",
        "--person",
        "Dale",
        "--witness",
        "Priya",
        "--file",
        sound,
        "--private-note",
        "spare key",
    )
    assert made["number"] == 1
    assert made["happened"]["start"] == "2026-11-07T14:00:00+00:00"
    assert made["happened"]["precision"] == "between"
    listed = use("entry", "list")
    assert listed["total"] == 1
    (entry,) = listed["entries"]
    assert entry["id"] == made["id"]
    assert entry["title"] == "He waited at the door"
    assert entry["text"] == "He waited at the door. Then he left."
    assert entry["people"] == ["Dale"]
    assert entry["changed"] == 0
    (kept,) = entry["evidence"]
    assert kept["sha256"] == hashlib.sha256(sound.read_bytes()).hexdigest()
    assert kept["media_type"] == "audio/x-wav" or kept["media_type"].startswith("audio/")
    assert kept["bytes"] == sound.stat().st_size


def test_an_edit_keeps_the_earlier_words(use):
    made = use("entry", "add", "--text", "first words")
    edited = use("entry", "edit", made["id"], "--text", "second words")
    assert edited["version"] == 2
    shown = use("entry", "show", made["id"], "--history")
    assert [one["text"] for one in shown["versions"]] == ["first words", "second words"]
    assert shown["changed"] == 1


def test_a_removed_entry_leaves_the_list_and_can_come_back(use):
    made = use("entry", "add", "--text", "to the bin")
    use("entry", "remove", made["id"])
    assert use("entry", "list")["total"] == 0
    assert use("entry", "list", "--removed")["total"] == 1
    use("entry", "restore", made["id"])
    assert use("entry", "list")["total"] == 1


def test_entries_are_found_by_day_person_kind_and_words(use):
    use(
        "entry",
        "add",
        "--text",
        "calls at night",
        "--when",
        "2026-03-01 22:00",
        "--kind",
        "calls",
        "--person",
        "Dale",
    )
    use("entry", "add", "--text", "a note", "--when", "2026-03-05 08:00", "--kind", "left_item")
    assert use("entry", "list", "--from", "2026-03-02")["total"] == 1
    assert use("entry", "list", "--to", "2026-03-01")["total"] == 1
    assert use("entry", "list", "--person", "Dale")["entries"][0]["text"] == "calls at night"
    assert use("entry", "list", "--kind", "left_item")["entries"][0]["text"] == "a note"
    assert use("entry", "list", "--match", "night")["total"] == 1
    listed = use("entry", "list", "--limit", "1")
    assert (listed["total"], len(listed["entries"])) == (2, 1)
    assert listed["entries"][0]["text"] == "calls at night"


def test_an_entry_without_a_time_never_gets_one(use):
    made = use("entry", "add", "--text", "some day")
    assert made["happened"] == {
        "start": None,
        "end": None,
        "precision": "unknown",
        "zone": made["happened"]["zone"],
        "raw": "",
        "has_time": made["happened"]["has_time"],
        "about_min": None,
    }


def test_a_date_with_two_readings_is_asked_about(use, door):
    said = use("entry", "add", "--text", "x", "--when", "3/4/2026", status=1)
    assert said["error"]["code"] == "DateAmbiguous"
    assert door.said.strip()
    made = use("entry", "add", "--text", "x", "--when", "3/4/2026", "--date-order", "dmy")
    assert made["happened"]["start"].startswith("2026-04-03")


SKIPPED = ("--when", "2026-03-29 01:30", "--zone", "Europe/London")


def test_a_time_that_the_clocks_skipped_is_said_in_words_and_in_json(use, book, door, capsys):
    made = use("entry", "add", "--text", "x", *SKIPPED)
    assert made["happened"]["start"] == "2026-03-29T02:30:00+01:00"
    assert made["clock_went"] == "forward"
    secret = ("--passphrase-file", str(door.passphrase_file))
    assert run(["entry", "add", str(book), "--text", "x", *SKIPPED, *secret]) == 0
    said = capsys.readouterr().out
    assert "Sunday 29 March 2026, 02:30 (the clocks went forward over the time you typed)" in said
    changed = use("entry", "edit", made["id"], "--when", "2026-03-29 03:30", *SKIPPED[2:])
    assert (changed["clock_went"], changed["version"]) == ("", 2)
    assert changed["happened"]["start"] == "2026-03-29T03:30:00+01:00"


def test_nonsense_is_not_a_date(use):
    said = use("entry", "add", "--text", "x", "--when", "flurble", status=1)
    assert said["error"]["code"] == "DateNotUnderstood"
    assert use("entry", "list")["total"] == 0


def test_evidence_gives_back_the_untouched_bytes(use, tmp_path):
    file = tmp_path / "a file 🙂.bin"
    file.write_bytes(bytes(range(256)) * 50)
    (kept,) = use("evidence", "add", file)["evidence"]
    out = tmp_path / "out.bin"
    use("evidence", "save", kept["id"], out)
    assert out.read_bytes() == file.read_bytes()
    assert use("evidence", "list")["evidence"][0]["name"] == file.name


def test_several_files_are_saved_into_a_folder_and_what_was_not_is_named(use, tmp_path):
    for name, data in (("a.txt", b"words"), ("b.bin", b"\0\1")):
        (tmp_path / name).write_bytes(data)
    kept = use("evidence", "add", tmp_path / "a.txt", tmp_path / "b.bin")["evidence"]
    out = tmp_path / "out"
    out.mkdir()
    ids = [one["id"] for one in kept]
    said = use("evidence", "save", *ids, out)
    assert [Path(path).name for path in said["paths"]] == ["a.txt", "b.bin"]
    again = use("evidence", "save", *ids, out, "--clean", status=1)
    assert [Path(path).name for path in again["paths"]] == ["a (2).txt"]
    assert again["not_saved"] == [{"id": ids[1], "name": "b.bin", "code": "CannotBeCleaned"}]
    said = use("evidence", "save", *ids, out / "a.txt", status=1)
    assert said["error"]["code"] == "OutputNotWritable"


def test_a_missing_file_is_one_sentence_and_changes_nothing(use, door, tmp_path):
    said = use("evidence", "add", tmp_path / "absent.jpg", status=1)
    assert said["error"]["code"] == "FileUnreadable"
    assert len(door.said.strip().splitlines()) == 1
    assert use("evidence", "list")["evidence"] == []


def test_an_unknown_entry_is_said(use):
    assert use("entry", "show", "99", status=1)["error"]["code"] == "NoSuchItem"


def test_what_is_erased_is_gone_from_every_list_and_the_book_is_whole(use, tmp_path):
    (tmp_path / "note.txt").write_text("a note that was left")
    made = use(
        "entry", "add", "--text", "A word.", "--person", "Dale", "--file", tmp_path / "note.txt"
    )
    (file,) = use("entry", "show", made["id"])["evidence"]
    (dale,) = use("person", "list")["people"]
    assert use("person", "erase", dale["id"]) == {"id": dale["id"]}
    assert use("person", "list")["people"] == use("entry", "show", made["id"])["people"] == []
    use("entry", "erase", made["id"])
    use("evidence", "erase", file["id"])
    assert use("entry", "list")["total"] == 0
    assert use("evidence", "list")["evidence"] == []
    for command in (("entry", "show"), ("entry", "erase"), ("evidence", "erase")):
        assert use(*command, 1, status=1)["error"]["code"] == "NoSuchItem"
    assert use("check")["ok"]


def test_a_person_who_is_removed_can_still_be_erased(use):
    kept = use("person", "add", "--name", "Dale")
    use("person", "remove", kept["id"])
    assert use("person", "list")["people"] == []
    use("person", "erase", kept["id"])
    assert use("person", "erase", kept["id"], status=1)["error"]["code"] == "NoSuchItem"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--kind", "zzz"], "threat"),
        (["--precision", "often"], "between"),
        (["--report-outcome", "maybe"], "refused"),
        (["--person", "  "], "name"),
    ],
)
def test_a_value_that_is_none_of_the_known_ones_is_refused_with_their_names(use, options, said):
    failed = use("entry", "add", "--text", "A", *options, status=2)
    assert said in failed["error"]["message"]
    assert use("entry", "list")["total"] == 0


def test_the_name_of_an_option_is_never_shortened(use):
    assert use("entry", "list", "--rem", status=2)["error"]["code"] == "UsageError"


def test_a_failure_says_which_of_several_files_it_is(use, door, tmp_path):
    (tmp_path / "here.txt").write_text("x")
    use("evidence", "add", tmp_path / "here.txt", tmp_path / "gone.txt", status=1)
    assert door.said.startswith("gone.txt: ")


@pytest.mark.parametrize("kind", ["calls", "call", "Calls", "in-person", "In person", "threats"])
def test_a_kind_is_known_by_its_singular_and_in_any_case(use, kind):
    use("entry", "add", "--text", "A note", "--kind", kind)
    (entry,) = use("entry", "list", "--kind", kind)["entries"]
    assert entry["kind"] in {"calls", "in_person", "threat"}
