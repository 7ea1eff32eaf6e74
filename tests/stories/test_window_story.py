"""A person's first days with the window: real keys and a real mouse on a screen of its own.

Nothing here knows a widget: it types, presses Tab and clicks where a person would, and what came
of it is read from the book with the command line. Pictures go to build/shots/story-*.png, for eyes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from logbook.domain.entry import EntryText
from logbook.tasks import report_drafts
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

pytestmark = pytest.mark.slow

HIDE_NOW = (1220, 33)
# The program with a clock that an hour is added to once a file is there; what it starts has none.
AN_HOUR_LATER = """
import sys, time
from pathlib import Path
from types import SimpleNamespace
from logbook.ui import idle
def now(_clock=None):
    return time.monotonic() + 3600 * Path("an hour later").exists()
idle.time = SimpleNamespace(CLOCK_BOOTTIME=None, clock_gettime=now, monotonic=now)
from logbook.__main__ import main
sys.exit(main())
"""
WORDS = "quiet harbor lantern willow eleven"
FIRST = "He waited at the door, then he left."
PASTED = "I know which tram you take \U0001f68b"
DRAFT = "There were eleven calls last night"


@pytest.fixture
def home_book(window: Any) -> Callable[..., Path]:
    """Make a cheap book in the usual place, with settings of the window inside."""

    def make(**settings: float) -> Path:
        secret = Secret(bytearray(WORDS.encode()))
        vault, _ = Vault.create(window.book, secret, cost=CHEAPEST_COST)
        vault.settings.put("window", settings)
        vault.close()
        return window.book

    return make


def test_a_first_week_with_keyboard_and_mouse(window: Any, screen: Any) -> None:
    window.set_up()
    write_an_entry(window, screen)
    hide_with_a_draft(window, screen)
    come_back_and_finish_it(window, screen)
    lock_and_unlock(window, screen)
    with screen.changing("shift-three-times"):
        screen.press("Shift_L", "Shift_L", "Shift_L")
    window.ended()
    found = window.ask("entry", "list")
    assert [one["text"] for one in found["entries"]] == [f"{FIRST} {PASTED}", f"{DRAFT}."]
    assert window.ask("check")["ok"]
    nothing_is_left_outside(window)


def test_words_outlive_a_kill_and_shift_leaves_from_a_file_dialog(
    window: Any, screen: Any, home_book: Callable[..., Path]
) -> None:
    home_book(lock_after_min=15)
    window.start("kill-lock-screen")
    window.unlock("kill-unlocked")
    with screen.changing("kill-new-entry"):
        screen.press("ctrl+n")
        screen.wait_until(lambda: screen.shows_a_box, "the box for words is shown")
    before = window.saves
    screen.type(DRAFT)
    screen.let_drafts_be_kept()
    assert window.saves != before
    window.kill()
    screen.wait_until(lambda: screen.blank, "the window died with its process")
    window.start("kill-lock-screen-again")
    window.unlock("kill-unlocked-again")  # and it says that the book was not closed
    with screen.changing("kill-draft-is-back"):
        screen.press("ctrl+n")
    before = window.saves
    with screen.changing("kill-saved"):
        screen.type(".")
        screen.press("ctrl+Return")
        screen.wait_until(lambda: window.saves != before, "the draft is saved")
    with screen.changing("kill-next-entry"):
        screen.press("ctrl+n")
    page = screen.focus
    with screen.changing("kill-file-dialog"):
        screen.press("ctrl+shift+a")
        screen.wait_until(lambda: screen.focus != page, "keys go to the dialog")
    screen.press("Shift_L", "Shift_L", "Shift_L")
    window.ended()
    assert [one["text"] for one in window.ask("entry", "list")["entries"]] == [f"{DRAFT}."]
    assert window.ask("check")["ok"]


def test_choices_for_a_report_outlive_a_kill_while_it_is_made(
    window: Any, screen: Any, home_book: Callable[..., Path]
) -> None:
    book = home_book(lock_after_min=15)
    with opened(book) as vault:
        vault.entries.add(EntryText(FIRST), "UTC")
    window.start("report-lock-screen")
    window.unlock("report-unlocked")
    with screen.changing("report-list"):
        screen.press("ctrl+4")
    with screen.changing("report-begun"):
        screen.press("ctrl+Return")
    before = window.saves
    with screen.changing("report-without-cover"):
        screen.press("Down", "space")  # the first section
    with screen.changing("report-chronology-before-index"):
        screen.press("Down", "Down", "alt+Up")
    screen.let_drafts_be_kept()
    assert window.saves != before
    screen.press("alt+Down")
    screen.wait_until(lambda: window.children, "the pages are made anew")
    left = window.children
    window.kill()
    screen.wait_until(lambda: not any(map(is_there, left)), "what it started ends with it")
    screen.wait_until(lambda: screen.blank, "the window died with its process")
    assert kept_report(book)["off"] == ["cover"]
    assert kept_report(book)["order"][:3] == ["cover", "chronology", "index"]
    window.start("report-lock-screen-again")
    window.unlock("report-unlocked-again")
    with screen.changing("report-list-again"):
        screen.press("ctrl+4")
    with screen.changing("report-is-back"):
        screen.press("Return")  # the draft that the list stands on
    before = window.saves
    with screen.changing("report-with-cover"):
        screen.press("Down", "space")
    screen.let_drafts_be_kept()
    assert window.saves != before
    screen.press("Shift_L", "Shift_L", "Shift_L")
    window.ended()
    assert kept_report(book)["off"] == []
    assert kept_report(book)["order"][:3] == ["cover", "chronology", "index"]


def test_a_book_that_is_left_alone_locks_and_keeps_the_draft(
    window: Any, screen: Any, home_book: Callable[..., Path]
) -> None:
    home_book(lock_after_min=15)
    window.start("idle-lock-screen", [sys.executable, "-c", AN_HOUR_LATER])
    window.unlock("idle-unlocked")
    with screen.changing("idle-new-entry"):
        screen.press("ctrl+n")
        screen.wait_until(lambda: screen.shows_a_box, "the box for words is shown")
    screen.type(DRAFT)
    first = window.line
    with screen.changing("idle-locked"):
        window.be_away_for_an_hour()
        screen.wait_until(lambda: window.line != first, "the book is locked by itself")
        screen.wait_until(lambda: not screen.blank, "the lock screen is up")
    window.unlock("idle-unlocked-again")
    before = window.saves
    with screen.changing("idle-saved"):
        screen.press("ctrl+Return")  # it came back to the page, and its words are there
        screen.wait_until(lambda: window.saves != before, "the draft is saved")
    screen.press("Shift_L", "Shift_L", "Shift_L")
    window.ended()
    assert [one["text"] for one in window.ask("entry", "list")["entries"]] == [DRAFT]


@contextmanager
def opened(book: Path) -> Iterator[Vault]:
    """The book itself, while the window is away."""
    vault = Vault.open(book, Secret(bytearray(WORDS.encode())))
    yield vault
    vault.close()


def kept_report(book: Path) -> dict[str, Any]:
    """Return the one draft of a report that the book has."""
    with opened(book) as vault:
        (draft,) = report_drafts.list_reports(vault).drafts
    found: dict[str, Any] = json.loads(draft.data)
    return found


def is_there(pid: int) -> bool:
    """Tell whether a process still is: one that ended is not, though nobody asked how."""
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def write_an_entry(window: Any, screen: Any) -> None:
    screen.type(f"{FIRST} ")
    with screen.changing("typed-and-pasted"):
        screen.copy(PASTED.encode(), "UTF8_STRING")
        screen.press("ctrl+v")
    with screen.changing("picture-pasted"):
        screen.copy(picture(), "image/png")
        screen.press("ctrl+v")
    before = window.saves
    with screen.changing("saved"):
        screen.press("ctrl+Return")
        screen.wait_until(lambda: window.saves != before, "the entry is saved")


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (320, 200), "teal").save(out, "PNG")
    return out.getvalue()


def hide_with_a_draft(window: Any, screen: Any) -> None:
    with screen.changing("new-entry"):
        screen.press("ctrl+n")
        screen.wait_until(lambda: screen.shows_a_box, "the box for words is shown")
    with screen.changing("draft"):
        screen.type(DRAFT)
    with screen.changing("hidden"):
        screen.click(HIDE_NOW)
    window.ended()
    found = window.ask("entry", "list")
    assert found["total"] == 1
    (entry,) = found["entries"]
    assert entry["text"] == f"{FIRST} {PASTED}"
    (file,) = entry["evidence"]
    assert file["media_type"] == "image/png"


def come_back_and_finish_it(window: Any, screen: Any) -> None:
    window.start("lock-screen")
    with screen.changing("wrong-passphrase"):
        screen.type("not the words")
        screen.press("Return")
    assert not screen.shows_a_book, "it opens nothing"
    window.unlock("timeline")
    with screen.changing("draft-is-back"):
        screen.press("ctrl+n")
        screen.wait_until(lambda: screen.shows_a_box, "the box for words is shown")
    before = window.saves
    with screen.changing("draft-saved"):
        screen.type(".")
        screen.press("ctrl+Return")
        screen.wait_until(lambda: window.saves != before, "the draft is saved")


def lock_and_unlock(window: Any, screen: Any) -> None:
    first = window.line
    with screen.changing("locked"):
        screen.press("ctrl+l")
        screen.wait_until(
            lambda: window.line != first, "another program took the place of the first"
        )
        screen.wait_until(lambda: not screen.blank, "the lock screen is back")
    assert window.line == [sys.executable, "-P", "-m", "logbook"]
    assert window.ask("entry", "list")["total"] == 2, "the book was given back"
    window.unlock("unlocked")


def nothing_is_left_outside(window: Any) -> None:
    home = window.book.parents[2]
    files = [path for path in home.parent.rglob("*") if path.is_file()]
    outside = {path for path in files if window.book not in path.parents}
    assert {path.name for path in outside} == {"words.txt"}
    for words in (FIRST, DRAFT, PASTED, "tram"):
        assert not [path for path in files if words.encode() in path.read_bytes()], words
