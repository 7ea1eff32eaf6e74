"""The program as a person starts it: a process of its own, with a home that nobody else has."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageGrab

from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

WORDS = "quiet harbor lantern willow eleven"
LONGEST_S = 240  # ends a test that hangs, and nothing else
SHOTS = Path(__file__).parents[2] / "build" / "shots"
CALM_LOOKS = 3
KEPT_AFTER_S = 2.0  # the pause after which a page keeps its draft by itself
BLINK_PX = 400  # a caret and its surroundings: not a change of the screen
HIDE_NOW = (1100, 33, 1256, 34)  # a line through the one dark button, where a book is open
DARK, DARK_PX = range(70), 40  # more of the line is dark than letters are
IN_THE_BOX = (600, 500)  # white where an entry is written, a tone darker on the timeline
ON_THE_CARD = (960, 375)  # of the practice; white while it is away, and in the step after it
WHITE = range(254, 256)
CHEAP_KEYS = """
import sys
from logbook.vault import keys
keys.calibrated_cost = lambda: keys.CHEAPEST_COST
from logbook.__main__ import main
sys.exit(main())
"""


@dataclass
class Program:
    """Starts `python -m logbook` in a folder, with a home of its own."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    said: str = ""

    @property
    def home(self) -> Path:
        """The home folder that the program sees."""
        return self.folder / "home"

    def command(self, *arguments: object) -> list[str]:
        """Return the line that starts the program."""
        return [sys.executable, "-m", "logbook", *map(str, arguments)]

    def settings(self) -> dict[str, str]:
        """Return the environment of the program: no variable of ours tells it a secret."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        here = {"HOME": str(self.home), "TMPDIR": str(self.folder / "tmp"), "TZ": "Europe/London"}
        return {**kept, **here, **self.environment}

    def run(self, *arguments: object, status: int = 0) -> str:
        """Run a command and return what it printed."""
        return self._run(self.command(*arguments), status)

    def run_with_cheap_keys(self, *arguments: object, status: int = 0) -> str:
        """The same, where a new book takes no second to make."""
        return self._run([sys.executable, "-c", CHEAP_KEYS, *map(str, arguments)], status)

    def json(self, *arguments: object, status: int = 0) -> Any:
        """Run a command with `--json` and return its one document."""
        return json.loads(self.run(*arguments, "--json", status=status))

    def _run(self, line: list[str], status: int) -> str:
        done = subprocess.run(
            line,
            cwd=self.folder,
            env=self.settings(),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=LONGEST_S,
            check=False,
        )
        self.said = done.stderr.decode()
        assert done.returncode == status, self.said + done.stdout.decode()
        assert "Traceback" not in self.said
        return done.stdout.decode()


@pytest.fixture
def program(tmp_path: Path) -> Program:
    made = Program(tmp_path / "here")
    for folder in (made.folder, made.home, made.folder / "tmp"):
        folder.mkdir()
    (made.folder / "words.txt").write_text(WORDS + "\n")
    return made


@pytest.fixture
def book(program: Program) -> Path:
    """A book that opens at once: the command line offers no cheap key on purpose."""
    folder = program.folder / "book"
    Vault.create(folder, Secret(bytearray(WORDS.encode())), cost=CHEAPEST_COST)[0].close()
    return folder


@pytest.fixture
def open_words() -> tuple[str, str]:
    return ("--passphrase-file", "words.txt")


@pytest.fixture
def long_chat() -> Callable[[Path, int], Path]:
    """Write a chat with many messages."""

    def write(path: Path, messages: int) -> Path:
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(_lines(messages))
        return path

    return write


def _lines(messages: int) -> Iterable[str]:
    for number in range(messages):
        day, minute = 13 + number * 15 // messages, number % 1440
        sender = "Dale" if number % 3 else "Alex"
        yield (
            f"{day}/04/2026, {minute // 60:02d}:{minute % 60:02d} - {sender}: "
            f"message {number} about the tram, the door and the letter\n"
        )


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

    wait_until = staticmethod(wait_until)

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

    @property
    def windows(self) -> int:
        """How many windows are there: one for a fault of the program would be the second."""
        return len(self._said_by(["xdotool", "search", "--onlyvisible", "--name", ".+"]).split())

    def look(self) -> Image.Image:
        """Return what is on the screen."""
        return ImageGrab.grab(xdisplay=self.display)

    @property
    def blank(self) -> bool:
        """True while no window is there."""
        return self.look().getcolors(1) is not None

    @property
    def shows_a_book(self) -> bool:
        """True while a book is open: nothing else has the button that hides."""
        line = self.look().convert("L").crop(HIDE_NOW).tobytes()
        return sum(tone in DARK for tone in line) >= DARK_PX

    @property
    def shows_a_box(self) -> bool:
        """True while there is the box for what happened."""
        return self.has(IN_THE_BOX, WHITE)

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

    def set_up(self, *who: str) -> None:
        """Go through the set-up to the first entry; `who` are keys that choose who uses this."""
        screen = self.screen
        self.start("first-run")
        with screen.changing("passphrase"):
            screen.press(*who, "Tab", "Tab", "Tab", "Return")  # Restore, Open a book, Continue
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
        assert not self.book.exists(), "nothing is written before the last button"
        with screen.changing("recovery-key"):
            screen.press("Return")
            wait_until((self.book / "vault.hdr").exists, "the book is made")
            wait_until(lambda: screen.has(ON_THE_CARD, WHITE), "the key is shown")
        with screen.changing("first-entry"):
            screen.press(*["Tab"] * 5, "Return")  # Save, Copy, two groups, Go on without it
            wait_until(lambda: screen.shows_a_box, "the box for words is shown")
            wait_until(lambda: screen.shows_a_book, "in the book")

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
            wait_until(lambda: self.screen.shows_a_book, f"{name}: it is shown")

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

    @property
    def children(self) -> list[int]:
        """The processes that it has started and that still are."""
        assert self._process is not None
        found: list[int] = []
        for thread in Path(f"/proc/{self._process.pid}/task").iterdir():
            found += map(int, (thread / "children").read_text().split())
        return found

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
