"""The figures of the window: on the big book, and its start beside another program of its kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measure import BUILD, ROOT, least, ours, row, run

PEER = "keepassxc"  # Debian's package
STARTS = 12
TURNS = 3  # the least of each figure: other programs use the processors too


def big_book() -> Path:
    """Return the book of 100,000 entries, 1,000,000 messages and 5,000 pictures.

    It is made once for each form of the database, which takes some minutes.
    """
    schema = sorted((ROOT / "src" / "logbook" / "vault" / "schema").glob("*.sql"))
    form = zlib.crc32(b"".join(path.read_bytes() for path in schema))
    book = BUILD / f"big-window-{form:08x}"
    if not book.exists():
        for older in BUILD.glob("big-window-*"):
            shutil.rmtree(older)
        run(ours("make_big_book", book))
    return book


def flows() -> None:
    """Use every page on the big book."""
    chat = BUILD / "wa100k.txt"
    if not chat.exists():
        run(ours("make_whatsapp", chat, 100_000))
    runs = [run(ours("use_window", big_book())).said for _ in range(TURNS)]
    for work, name, most, unit in (
        ("the longest moment without an answer, all pages, big book", "longest_stall", 50, "ms"),
        ("the longest moment of other colours or another text size", "look", 50, "ms"),
        (
            "another page, half after a change, to its last paint, 95th percentile",
            "switch",
            150,
            "ms",
        ),
        ("one step of the wheel with its paint, 95th percentile", "frame", 16, "ms"),
        ("memory after all of it, with the processes it started", "memory_mb", 350, "MB"),
        ("from the key to the painted timeline", "unlock", 1_000, "ms"),
        ("from a key in the search box to the painted hits, 95th percentile", "keystroke", 0, "ms"),
        ("from another option to the new preview of a report of 63 pages", "preview", 0, "ms"),
    ):
        figure = min(one[name] for one in runs if name in one)
        row(
            work,
            "-",
            figure / most if most else 0.0,
            f"at most {most} {unit}" if most else "-",
            met=not most or figure <= most,
            detail=f"{figure:.0f} {unit}",
        )


def start() -> None:
    """From the start of the process to the first window, under Xvfb, in turns."""
    if not all(map(shutil.which, ("Xvfb", "xdotool", PEER))):
        print(f"no Xvfb, xdotool or {PEER} here", file=sys.stderr)
        return
    home = BUILD / "start-home"
    book = home / ".local" / "share" / "notebook"
    if not book.exists():
        run(ours("empty_book", book))
    with screen(home):
        lock, peer = least(
            [
                ours("first_window", sys.executable, "-P", "-m", "logbook"),
                ours("first_window", PEER),
            ],
            rounds=STARTS,
        )
    row(
        "start to the first window on the screen",
        "KeePassXC",
        lock.work_s / peer.work_s,
        "at most 2",
        met=lock.work_s <= 2 * peer.work_s,
        detail=f"{lock.work_s * 1000:.0f} ms and {peer.work_s * 1000:.0f} ms",
    )


@contextmanager
def screen(home: Path) -> Iterator[None]:
    """Give what is started here a screen and a home of its own."""
    line = [
        "Xvfb",
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1280x800x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        number = server.stdout.readline().decode().strip()
        before = dict(os.environ)
        os.environ.update(DISPLAY=f":{number}", HOME=str(home), QT_QPA_PLATFORM="xcb")
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
            server.terminate()


def window() -> None:
    """All of it."""
    flows()
    start()
