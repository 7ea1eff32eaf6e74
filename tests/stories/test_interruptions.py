"""Real signals to a real process in the middle of its work, and a file with no end of a line."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from logbook.importers.limits import LIMITS

MESSAGES = 40_000


# The peak that the system tells of a process counts what its parent held before it; a small parent
# in between keeps the memory of the test runner out of the figure.
METER = """
import os, sys
child = os.spawnv(os.P_NOWAIT, sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(child, 0)
open(sys.argv[1], "w").write(str(used.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))
"""


# The program, held between two steps from the moment that the database is so large.
HELD = """
import signal
import sys
from pathlib import Path
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # ignored where the tests were started with nohup
from logbook.cli.progress import TerminalProgress
database, wanted_bytes = Path(sys.argv.pop(1)), int(sys.argv.pop(1))
go_on = TerminalProgress.__call__
def held(self, *report):
    if database.stat().st_size >= wanted_bytes:
        TerminalProgress.__call__ = go_on
        self.idle = False
        print("held", file=sys.stderr, flush=True)
        sys.stdin.readline()
    go_on(self, *report)
TerminalProgress.__call__ = held
from logbook.__main__ import main
sys.exit(main())
"""


@contextmanager
def importing(
    program: Any, book: Path, chat: Path, more_bytes: int
) -> Iterator[subprocess.Popen[str]]:
    """An import that is held at a step, when the database holds so much more than before."""
    database = book / "log.db"
    held = [sys.executable, "-c", HELD, str(database), str(database.stat().st_size + more_bytes)]
    line = ["import", str(book), str(chat), "--passphrase-file", "words.txt", "--json"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(
        [*held, *line], cwd=program.folder, env=program.settings(), text=True, **pipes
    ) as child:
        try:
            assert child.stderr is not None
            assert child.stderr.readline() == "held\n", "it ended before that"
            yield child
        finally:
            child.kill()


def metered(program: Any, *arguments: object) -> tuple[subprocess.CompletedProcess[bytes], int]:
    """Run a command; returns with it the most memory that it held."""
    meter = program.folder / "peak"
    line = [str(meter), *program.command(*arguments)]
    done = subprocess.run(
        [sys.executable, "-S", "-c", METER, *line],
        cwd=program.folder,
        env=program.settings(),
        capture_output=True,
        check=False,
    )
    return done, int(meter.read_text()) << 10


def content_of(program: Any, book: Path, open_words: tuple[str, str]) -> list[Any]:
    checked = program.json("check", book, *open_words)
    assert (checked["ok"], checked["problems"]) == (True, [])
    commands = (("entry", "list"), ("messages",), ("evidence", "list"))
    return [program.json(*one, book, *open_words) for one in commands] + [checked["journal"]]


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_in_the_middle_of_an_import_leaves_nothing(
    program, book, open_words, long_chat, asked
):
    chat = long_chat(program.folder / "chat.txt", MESSAGES)
    program.run("entry", "add", book, "--text", "before", *open_words)
    before = content_of(program, book, open_words)
    with importing(program, book, chat, 6 << 20) as child:
        child.send_signal(asked)
        printed, said = child.communicate("\n")
    assert child.returncode == 130
    assert printed == ""
    assert said == "Stopped. Nothing more was written.\n"
    assert content_of(program, book, open_words) == before


def test_ctrl_c_before_the_book_is_open_touches_nothing(program, book, long_chat):
    chat = long_chat(program.folder / "chat.txt", MESSAGES)
    before = {path.name: path.read_bytes() for path in book.iterdir()}
    with importing(program, book, chat, 0) as child:
        child.send_signal(signal.SIGINT)
        child.communicate("\n")
    assert child.returncode == 130
    assert {path.name: path.read_bytes() for path in book.iterdir()} == before


@pytest.mark.slow
def test_a_kill_in_the_middle_of_an_import_leaves_nothing(program, book, open_words, long_chat):
    chat = long_chat(program.folder / "chat.txt", MESSAGES)
    program.run("entry", "add", book, "--text", "before", *open_words)
    before = content_of(program, book, open_words)
    for more_bytes in (1 << 20, 6 << 20, 9 << 20):
        copy = shutil.copytree(book, program.folder / f"book of {more_bytes}")
        with importing(program, copy, chat, more_bytes) as child:
            child.kill()
            child.wait()
        assert content_of(program, copy, open_words) == before
    done = program.json("import", copy, chat, *open_words)
    assert (done["messages_stored"], done["already_here"]) == (MESSAGES, 0)


def whatsapp_line(path: Path, size_bytes: int) -> None:
    with path.open("wb") as stream:
        stream.write(b"13/04/2026, 21:06 - Dale: before\n13/04/2026, 21:07 - Alex: ")
        stream.write("\N{GRINNING FACE} ".encode())  # makes each character four bytes in memory
        fill(stream, b"A line without an end. ", size_bytes)
        stream.write(b"\n13/04/2026, 21:08 - Dale: after\n")


def xml_value(path: Path, size_bytes: int) -> None:
    with path.open("wb") as stream:
        stream.write(b'<?xml version="1.0"?>\n<smses count="1"><sms address="1" type="1" ')
        stream.write(b'date="1776070000000" body="')
        fill(stream, b"A value without an end. ", size_bytes)
        stream.write(b'" /></smses>\n')


def no_line(path: Path, size_bytes: int) -> None:
    with path.open("wb") as stream:
        fill(stream, b"no line, no date, no name; ", size_bytes)


def fill(stream: IO[bytes], words: bytes, size_bytes: int) -> None:
    block = words * (1_000_000 // len(words))
    for _ in range(size_bytes // len(block)):
        stream.write(block)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "write"),
    [("chat.txt", whatsapp_line), ("sms.xml", xml_value), ("other.txt", no_line)],
)
def test_a_line_without_an_end_is_refused_or_bounded_in_little_memory(
    program, book, open_words, name: str, write: Callable[[Path, int], None]
):
    write(program.folder / name, 200 << 20)
    before = content_of(program, book, open_words)
    done, peak_bytes = metered(program, "import", book, name, *open_words, "--json")
    said = done.stderr
    # A text of 16 MB, the longest that one message may have, takes up to 64 MB in memory.
    assert peak_bytes < 250 << 20
    assert b"Traceback" not in said
    if done.returncode:
        assert len(said.splitlines()) == 1
        assert content_of(program, book, open_words) == before
    else:
        found = program.json("messages", book, *open_words)["messages"]
        assert all(len(one["text"]) <= 16 << 20 for one in found)


def many_numbers(path: Path, numbers: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.write(f'<?xml version="1.0"?>\n<smses count="{numbers}">\n')
        stream.writelines(
            f'  <sms address="+1555{number:07}" date="{1_776_070_000_000 + number}" type="1"'
            f' body="from {number}" contact_name="Person {number}" />\n'
            for number in range(numbers)
        )
        stream.write("</smses>\n")


@pytest.mark.slow
def test_a_backup_with_very_many_numbers_takes_little_memory(program, book, open_words):
    many_numbers(program.folder / "sms.xml", 25_000)
    done, peak_bytes = metered(program, "import", book, "sms.xml", *open_words, "--json")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["conversations"]) == 25_000
    assert peak_bytes < 125 << 20


@pytest.mark.slow
def test_more_numbers_than_the_limit_are_refused_in_little_memory(program, book, open_words):
    many_numbers(program.folder / "sms.xml", LIMITS.conversations + 1)
    before = content_of(program, book, open_words)
    done, peak_bytes = metered(program, "import", book, "sms.xml", *open_words, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["code"] == "LimitExceeded"
    assert done.stderr.startswith(b"This file holds more than 50000 conversations. ")
    assert len(done.stderr.splitlines()) == 1
    assert peak_bytes < 125 << 20
    assert content_of(program, book, open_words) == before
