"""A person's first days with the window: real keys and a real mouse on a screen of its own.

Nothing here knows a widget: it types, presses Tab and clicks where a person would, and what came
of it is read from the book with the command line. Pictures go to build/shots/story-*.png, for eyes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageGrab

from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("screen")]

SHOTS = Path(__file__).parents[2] / "build" / "shots"
LONGEST_S = 240  # ends a test that hangs, and nothing else
CALM_LOOKS = 3
KEPT_AFTER_S = 2.0  # the pause after which a page keeps its draft by itself
BLINK_PX = 400  # a caret and its surroundings: not a change of the screen
HIDE_NOW = (1195, 33)
BESIDE_ITS_WORDS = (1144, 33)  # the one dark button, where a book is open
IN_THE_BOX = (600, 500)  # white where an entry is written, a tone darker on the timeline
ON_THE_CARD = (960, 375)  # of the practice; white while it is away, and in the step after it
DARK, WHITE = range(70), range(254, 256)
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


def wait_until(condition: Callable[[], object], what: str) -> None:
    """Look again and again until something is so; nothing tells us when."""
    pause = threading.Event()
    end = time.monotonic() + LONGEST_S
    while not condition():
        assert time.monotonic() < end, f"not within {LONGEST_S} s: {what}"
        pause.wait(0.05)


def is_at_rest(pid: int) -> bool:
    """Tell whether a process and those it started all wait: none has work, or waits for a disk."""
    try:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            state = (thread / "stat").read_text().rpartition(")")[2].split()[0]
            children = thread / "children"  # not every kernel tells
            started = children.read_text().split() if children.exists() else []
            if state not in "SIZX" or not all(is_at_rest(int(one)) for one in started):
                return False
    except (FileNotFoundError, ProcessLookupError):
        return False  # it just changed
    return True


class Screen:
    """A screen without a window manager, its keyboard and its mouse."""

    def __init__(self, display: str, environment: dict[str, str], server: int) -> None:
        self.display = display
        self.environment = environment | {"DISPLAY": display}
        self.processes = {server}  # that are to be at rest before anything is done or believed
        self._shots = 0

    def _do(self, *arguments: object) -> None:
        line = ["xdotool", *map(str, arguments)]
        subprocess.run(line, env=self.environment, check=True, timeout=LONGEST_S)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, with names as X11 has them."""
        self._do("key", *keys)

    def type(self, text: str) -> None:
        """Type as a quick person does."""
        self._do("type", "--delay", "10", text)

    def click(self, place: tuple[int, int]) -> None:
        """Click with the left button."""
        self._do("mousemove", *place, "click", "1")

    def copy(self, data: bytes, kind: str) -> None:
        """Put something on the clipboard, as another program would, and see that it is there."""
        line = ["xclip", "-selection", "clipboard", "-t", kind]
        # It stays in the background to hand the data out, so nobody may wait for its output.
        subprocess.run(line, input=data, env=self.environment, check=True, stdout=-3, stderr=-3)
        back = [*line, "-o"]
        wait_until(lambda: data == self._said_by(back), f"{kind} is on the clipboard")

    def _said_by(self, line: list[str]) -> bytes:
        done = subprocess.run(line, env=self.environment, check=False, stdout=-1, stderr=-3)
        return done.stdout

    @property
    def focus(self) -> bytes:
        """The number of the window that keys go to."""
        return self._said_by(["xdotool", "getwindowfocus"])

    def look(self) -> Image.Image:
        """Return what is on the screen."""
        return ImageGrab.grab(xdisplay=self.display)

    @property
    def blank(self) -> bool:
        """True while no window is there."""
        return self.look().getcolors(1) is not None

    def has(self, place: tuple[int, int], tones: range) -> bool:
        """Tell whether a place on the screen is of a tone, whatever its colour."""
        pixel = self.look().convert("L").getpixel(place)
        return pixel in tones

    def differs(self, before: Image.Image) -> bool:
        """Tell whether more than a caret looks different."""
        box = ImageChops.difference(before, self.look()).getbbox()
        return box is not None and (box[2] - box[0]) * (box[3] - box[1]) > BLINK_PX

    @contextmanager
    def changing(self, name: str) -> Iterator[None]:
        """Wait until what was done shows and the screen is calm again, and keep a picture."""
        self.wait_until_calm()
        before = self.look()
        yield
        wait_until(lambda: self.differs(before), f"the screen changes: {name}")
        self.wait_until_calm()
        self._shots += 1
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.look().save(SHOTS / f"story-{self._shots:02d}-{name}.png")

    def wait_until_calm(self) -> None:
        """Wait until every key was taken in and shown: no process works, no picture changes."""
        last: list[Image.Image] = [self.look()]
        calm = [0]

        def is_calm() -> bool:
            at_rest = all(is_at_rest(pid) for pid in self.processes)
            calm[0] = 0 if self.differs(last[0]) or not at_rest else calm[0] + 1
            last[0] = self.look()
            return calm[0] >= CALM_LOOKS

        wait_until(is_calm, "the screen is calm")

    def let_drafts_be_kept(self) -> None:
        """Wait until what was typed is kept without being asked.

        The pause begins when all was taken in, and once it is over there is work or it is done.
        """
        self.wait_until_calm()
        threading.Event().wait(KEPT_AFTER_S + 0.5)
        self.wait_until_calm()


@pytest.fixture
def screen(program: Any) -> Iterator[Screen]:
    missing = [name for name in ("Xvfb", "xdotool", "xclip") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"NOT TESTED HERE: no {', '.join(missing)}, so no real keys in a real window")
    line = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen([*line, "-noreset"], stdout=-1, stderr=-3, text=True) as server:
        assert server.stdout is not None
        yield Screen(f":{server.stdout.readline().strip()}", program.settings(), server.pid)
        server.terminate()


class Window:
    """The program on the screen, and the book as the command line finds it."""

    def __init__(self, program: Any, screen: Screen) -> None:
        self.screen = screen
        self.book = program.home / ".local" / "share" / "notebook"
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, name: str, line: list[str] | None = None) -> None:
        """Start the program, or something like it, and wait for its first screen."""
        with self.screen.changing(name):
            self._process = subprocess.Popen(
                line or self._program.command(),
                cwd=self._program.folder,
                env=self.screen.environment,
                stderr=subprocess.PIPE,
            )
            self.screen.processes.add(self._process.pid)

    def be_away_for_an_hour(self) -> None:
        """Let an hour pass for the program, once it has taken in all that was done."""
        self.screen.wait_until_calm()
        (self._program.folder / "an hour later").touch()

    @property
    def line(self) -> list[str]:
        """How the process was started that has the number of the one we started."""
        assert self._process is not None
        found = Path(f"/proc/{self._process.pid}/cmdline").read_bytes()
        return [os.fsdecode(part) for part in found.split(b"\0")[:-1]]

    def unlock(self, name: str) -> None:
        """Type the passphrase; the book opens."""
        with self.screen.changing(f"{name}-typed"):
            self.screen.type(WORDS)
        before = self.saves
        with self.screen.changing(name):
            self.screen.press("Return")
            wait_until(lambda: self.saves != before, f"{name}: the book is open")
            wait_until(lambda: self.screen.has(BESIDE_ITS_WORDS, DARK), f"{name}: it is shown")

    def ended(self) -> None:
        """Expect that the screen is empty and the process gone, without a word."""
        assert self._process is not None
        wait_until(lambda: self.screen.blank, "the window is away")
        _, said = self._process.communicate(timeout=LONGEST_S)
        self.screen.processes.discard(self._process.pid)
        assert (self._process.returncode, said) == (0, b"")

    def kill(self) -> None:
        """Leave no process behind when a test fails."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            self._process.communicate()
            self.screen.processes.discard(self._process.pid)

    def ask(self, *command: str) -> Any:
        """Ask the book with the command line, while the window is away."""
        return self._program.json(*command, self.book, "--passphrase-file", "words.txt")

    @property
    def saves(self) -> bytes:
        """The high-water mark: other bytes after every save."""
        return (self.book / "vault.state").read_bytes()


@pytest.fixture
def window(program: Any, screen: Screen) -> Iterator[Window]:
    made = Window(program, screen)
    yield made
    made.kill()


@pytest.fixture
def home_book(window: Window) -> Callable[..., Path]:
    """Make a cheap book in the usual place, with settings of the window inside."""

    def make(**settings: float) -> Path:
        secret = Secret(bytearray(WORDS.encode()))
        vault, _ = Vault.create(window.book, secret, cost=CHEAPEST_COST)
        vault.settings.put("window", settings)
        vault.close()
        return window.book

    return make


def test_a_first_week_with_keyboard_and_mouse(window: Window, screen: Screen) -> None:
    set_up(window, screen)
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
    window: Window, screen: Screen, home_book: Callable[..., Path]
) -> None:
    home_book(lock_after_min=15)
    window.start("kill-lock-screen")
    window.unlock("kill-unlocked")
    with screen.changing("kill-new-entry"):
        screen.press("ctrl+n")
        wait_until(lambda: screen.has(IN_THE_BOX, WHITE), "the box for words is shown")
    before = window.saves
    screen.type(DRAFT)
    screen.let_drafts_be_kept()
    assert window.saves != before
    window.kill()
    wait_until(lambda: screen.blank, "the window died with its process")
    window.start("kill-lock-screen-again")
    window.unlock("kill-unlocked-again")  # and it says that the book was not closed
    with screen.changing("kill-draft-is-back"):
        screen.press("ctrl+n")
    before = window.saves
    with screen.changing("kill-saved"):
        screen.type(".")
        screen.press("ctrl+Return")
        wait_until(lambda: window.saves != before, "the draft is saved")
    with screen.changing("kill-next-entry"):
        screen.press("ctrl+n")
    page = screen.focus
    with screen.changing("kill-file-dialog"):
        screen.press("ctrl+shift+a")
        wait_until(lambda: screen.focus != page, "keys go to the dialog")
    screen.press("Shift_L", "Shift_L", "Shift_L")
    window.ended()
    assert [one["text"] for one in window.ask("entry", "list")["entries"]] == [f"{DRAFT}."]
    assert window.ask("check")["ok"]


def test_a_book_that_is_left_alone_locks_and_keeps_the_draft(
    window: Window, screen: Screen, home_book: Callable[..., Path]
) -> None:
    home_book(lock_after_min=15)
    window.start("idle-lock-screen", [sys.executable, "-c", AN_HOUR_LATER])
    window.unlock("idle-unlocked")
    with screen.changing("idle-new-entry"):
        screen.press("ctrl+n")
        wait_until(lambda: screen.has(IN_THE_BOX, WHITE), "the box for words is shown")
    screen.type(DRAFT)
    first = window.line
    with screen.changing("idle-locked"):
        window.be_away_for_an_hour()
        wait_until(lambda: window.line != first, "the book is locked by itself")
        wait_until(lambda: not screen.blank, "the lock screen is up")
    window.unlock("idle-unlocked-again")
    before = window.saves
    with screen.changing("idle-saved"):
        screen.press("ctrl+Return")  # it came back to the page, and its words are there
        wait_until(lambda: window.saves != before, "the draft is saved")
    screen.press("Shift_L", "Shift_L", "Shift_L")
    window.ended()
    assert [one["text"] for one in window.ask("entry", "list")["entries"]] == [DRAFT]


def set_up(window: Window, screen: Screen) -> None:
    window.start("first-run")
    with screen.changing("passphrase"):
        screen.press("Tab", "Tab", "Tab", "Return")  # Restore, Open a book, Continue
    screen.type(WORDS)
    screen.press("Tab", "Tab")  # past the eye
    with screen.changing("passphrase-twice"):
        screen.type(WORDS)
    with screen.changing("practice"):
        screen.press("Return")
    with screen.changing("practised"):
        screen.press("Shift_L", "Shift_L", "Shift_L")
    wait_until(lambda: not screen.has(ON_THE_CARD, WHITE), "the card is back")
    assert not screen.blank, "practice takes the card away, not the window"
    assert not window.book.exists(), "nothing is written before the last button"
    with screen.changing("recovery-key"):
        screen.press("Return")
        wait_until((window.book / "vault.hdr").exists, "the book is made")
        wait_until(lambda: screen.has(ON_THE_CARD, WHITE), "the key is shown")
    with screen.changing("first-entry"):
        screen.press("Tab", "Tab", "Tab", "Tab", "Return")  # Copy, two groups, Go on without it
        wait_until(lambda: screen.has(IN_THE_BOX, WHITE), "the box for words is shown")
        wait_until(lambda: screen.has(BESIDE_ITS_WORDS, DARK), "in the book")


def write_an_entry(window: Window, screen: Screen) -> None:
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
        wait_until(lambda: window.saves != before, "the entry is saved")


def picture() -> bytes:
    from io import BytesIO

    out = BytesIO()
    Image.new("RGB", (320, 200), "teal").save(out, "PNG")
    return out.getvalue()


def hide_with_a_draft(window: Window, screen: Screen) -> None:
    with screen.changing("new-entry"):
        screen.press("ctrl+n")
        wait_until(lambda: screen.has(IN_THE_BOX, WHITE), "the box for words is shown")
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


def come_back_and_finish_it(window: Window, screen: Screen) -> None:
    window.start("lock-screen")
    with screen.changing("wrong-passphrase"):
        screen.type("not the words")
        screen.press("Return")
    assert not screen.has(BESIDE_ITS_WORDS, DARK), "it opens nothing"
    window.unlock("timeline")
    with screen.changing("draft-is-back"):
        screen.press("ctrl+n")
        wait_until(lambda: screen.has(IN_THE_BOX, WHITE), "the box for words is shown")
    before = window.saves
    with screen.changing("draft-saved"):
        screen.type(".")
        screen.press("ctrl+Return")
        wait_until(lambda: window.saves != before, "the draft is saved")


def lock_and_unlock(window: Window, screen: Screen) -> None:
    first = window.line
    with screen.changing("locked"):
        screen.press("ctrl+l")
        wait_until(lambda: window.line != first, "another program took the place of the first")
        wait_until(lambda: not screen.blank, "the lock screen is back")
    assert window.line == [sys.executable, "-P", "-m", "logbook"]
    assert window.ask("entry", "list")["total"] == 2, "the book was given back"
    window.unlock("unlocked")


def nothing_is_left_outside(window: Window) -> None:
    home = window.book.parents[2]
    files = [path for path in home.parent.rglob("*") if path.is_file()]
    outside = {path for path in files if window.book not in path.parents}
    assert {path.name for path in outside} == {"words.txt"}
    for words in (FIRST, DRAFT, PASTED, "tram"):
        assert not [path for path in files if words.encode() in path.read_bytes()], words
