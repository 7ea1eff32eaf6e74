"""The command line among other programs: closed streams, full disks, no terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

LOGBOOK = [sys.executable, "-m", "logbook"]
POSIX = pytest.mark.skipif(os.name == "nt", reason="a shell's redirections")


def shell(line: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    """Run a line of the shell with `$L` for the program, apart from any terminal."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return] # options of run
        ["bash", "-c", line],
        env={**os.environ, "L": " ".join(LOGBOOK)},
        capture_output=True,
        timeout=60,
        check=False,
        start_new_session=True,
        **more,
    )


@POSIX
@pytest.mark.parametrize("stdin", ["<&-", "</dev/null"])
def test_without_a_terminal_the_ways_to_give_a_passphrase_are_named(stdin):
    done = shell(f"$L check nowhere --json {stdin}")
    error = json.loads(done.stdout)["error"]
    assert (done.returncode, error["code"]) == (2, "UsageError")
    assert b"--passphrase-stdin" in done.stderr
    assert b"Traceback" not in done.stderr


@POSIX
def test_a_closed_standard_input_holds_no_passphrase(book):
    done = shell(f"$L check {book} --passphrase-stdin --json <&-")
    assert json.loads(done.stdout)["error"]["code"] == "WrongPassphrase"


@POSIX
@pytest.mark.parametrize(
    ("closed", "status"), [(">&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 0), (">/dev/full", 1)]
)
@pytest.mark.parametrize("form", ["", "--json"])
def test_a_stream_that_takes_nothing_is_no_bug(closed, status, form):
    done = shell(f"$L formats {form} {closed}")
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == status


@POSIX
@pytest.mark.parametrize(("command", "status"), [("check nowhere", 1), ("nonsense", 2)])
def test_a_failure_that_cannot_be_printed_keeps_its_sentence_and_its_status(command, status):
    done = shell(f"$L {command} --json --passphrase-stdin </dev/null >/dev/full")
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert done.stderr


@POSIX
def test_a_saved_entry_whose_result_cannot_be_printed_is_said_to_be_saved(book):
    words = f"--passphrase-file {book.parent / 'words.txt'}"
    done = shell(f"$L entry add {book} --text one {words} --json >/dev/full")
    assert done.returncode == 1
    assert b"do not give it a second time" in done.stderr
    assert json.loads(shell(f"$L entry list {book} {words} --json").stdout)["total"] == 1


@POSIX
def test_wrong_usage_is_one_document_even_without_standard_error():
    done = shell("$L check --json 2>&-")
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "UsageError"


@POSIX
@pytest.mark.parametrize("command", ["formats", "formats --json", "check --json", "--help"])
def test_a_reader_that_goes_away_is_no_bug(command):
    assert shell(f"$L {command} | true").stderr.count(b"Traceback") == 0
