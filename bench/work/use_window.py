"""Use the real window on a book as a person does, and say what it took: use_window.py BOOK [PAGE ...].

Unlocks, goes through every page, scrolls, searches, selects, opens; the watchdog sees each moment at
which the window does not answer. The last line is a JSON document; stalls go to standard error.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from books import WORDS
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid
from watchdog import Watchdog

from logbook.domain.entry import Mark
from logbook.domain.ids import EntryId
from logbook.guards import guard_process
from logbook.ui import app as door
from logbook.ui import plain_import
from logbook.ui.app import Program
from logbook.ui.build_ahead import BuildAhead
from logbook.ui.pages.lock import LockPage
from logbook.vault import header
from logbook.vault.vault import Vault

LONGEST_DELAY_MS = 700
GIVE_UP_S = 60.0
ROUNDS = 12
WHEEL_STEPS = 120
REPORTED = 160  # entries of the report that is previewed
CHAT = Path(__file__).parents[2] / "build" / "bench" / "wa100k.txt"
LOOKS = "other colours and text sizes"
LOOKED_AT = ("timeline", "evidence", "messages", "report_builder", "settings")
LOOKS_CHOSEN = (
    {"theme": door.Theme.DARK},
    {"theme": door.Theme.LIGHT},
    {"scale": 1.15},
    {"scale": 1.5},
    {"scale": 1.0},
)
ASKED = {"messages": "needle", "evidence": "img_2020"}
Step = Iterator[None]

unlock = header.unlock
derived_at = 0.0


def timed_unlock(place, secret):
    global derived_at
    unlocked = unlock(place, secret)
    derived_at = time.perf_counter()
    return unlocked


class Frames(QObject):
    """Knows when the window was painted: Qt paints all that changed in it at one request.

    A filter on the window alone: one on the application would be asked at each event of each
    widget, and be a part of what is measured.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.first = self.last = 0.0
        window.installEventFilter(self)

    def begin(self) -> None:
        self.first = self.last = 0.0

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self.last = time.perf_counter()
        self.first = self.first or self.last


class Hits(QObject):
    """Takes the time of the first frame with new rows in it."""

    def __init__(self, area: QAbstractItemView) -> None:
        super().__init__(area)
        self.at = 0.0
        self._came = False
        self._area = area
        model = area.model()
        for signal in (model.modelReset, model.layoutChanged, model.rowsInserted):
            signal.connect(self._come)
        area.viewport().installEventFilter(self)

    def _come(self, *_what: object) -> None:
        self._came = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._came and not self.at and event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


class User(QObject):
    """Does one step after the other; each yields until the window is at rest."""

    def __init__(self, program: Program, wanted: list[str], book: Path) -> None:
        super().__init__(program)
        self.program = program
        self.book = book
        self.dog = Watchdog()
        self.wanted = wanted
        self.figures: dict[str, list[float]] = {}
        self.memory: list[tuple[str, float]] = []
        self.frames = Frames(program.window)
        self._steps = self.all_steps()
        self._calm = 0
        self._since = 0.0
        self._until: Callable[[], bool] | None = None
        self.hurries = False  # does not wait for work to end
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        self.dog.start()
        self._since = time.perf_counter()
        self._timer.start()

    @property
    def view(self):
        return self.program.window.book

    def _look(self) -> None:
        if self._busy() and time.perf_counter() - self._since < GIVE_UP_S:
            self._calm = 0
            return
        self._calm += 1
        if self._calm < 3 and not self.hurries:
            return
        self._calm = 0
        self._since = time.perf_counter()
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            self._end()
        except Exception:  # noqa: BLE001 - said, and the end of the run
            traceback.print_exc()
            os._exit(1)

    def _all_built(self) -> bool:
        return not self.view.findChildren(BuildAhead)

    def _busy(self) -> bool:
        if self.hurries:
            return False
        if self.program.jobs.busy or (self._until is not None and not self._until()):
            return True
        return any(
            one.isActive() and one.isSingleShot() and one.interval() <= LONGEST_DELAY_MS
            for one in self.program.window.findChildren(QTimer)
        )

    def note(self, name: str, seconds: float) -> None:
        self.figures.setdefault(name, []).append(seconds)

    def timed(self, name: str, act: Callable[[], object]) -> Step:
        """Do something; note when it was painted last before the window came to rest."""
        self.frames.begin()
        started = time.perf_counter()
        act()
        yield
        if self.frames.last:
            self.note(name, self.frames.last - started)

    # what a person does

    def all_steps(self) -> Step:
        yield
        self.memory.append(("unlocked", memory_mb()))
        self.dog.step = "read for a while"  # pages are built meanwhile
        self._until = self._all_built
        yield
        self._until = None
        self.memory.append(("built", memory_mb()))
        pages = [page for page in self.view._kinds if not self.wanted or page in self.wanted]
        for page in pages:
            yield from self.use_page(page)
        yield from self.change_looks()
        shown = [page for page, kind in self.view._kinds.items() if kind.nav()]
        self.dog.step = "switch"
        self.view.show_page(shown[-1], {})
        yield
        for turn in range(ROUNDS):
            for page in shown:
                yield from self.switch_to(page, anew=turn % 2 == 1)

    def switch_to(self, page: str, *, anew: bool) -> Step:
        """Show a page in place of another one; `anew`: after something was kept in the book."""
        if anew:
            self.dog.step = "(the book is changed)"
            self.view.desk.on_vault(star_and_back)
            yield
        self.dog.step = f"switch to {page}"
        self.frames.begin()
        started = time.perf_counter()
        self.view.show_page(page, {})
        yield
        self.note("first_frame", self.frames.first - started)
        for name in ("switch", f"switch to {page}", "switch anew" if anew else "switch back"):
            self.note(name, self.frames.last - started)

    def change_looks(self) -> Step:
        """Other colours and text sizes where people ask for them, with every page built.

        A change goes on in several turns of the loop: it is over when it was painted, and a page
        when what it hides was dressed, too.
        """
        dressing = door.look().dressing
        for page in (page for page in LOOKED_AT if not self.wanted or page in self.wanted):
            self.dog.step = f"{page}: open"
            self.view.show_page(page, {})
            yield
            self.dog.step = LOOKS
            for chosen in LOOKS_CHOSEN:
                door.look().use(**chosen)
                self._until = lambda: not dressing.busy
                yield
            self._until = lambda: not dressing.behind
            yield
            self._until = None

    def use_page(self, page: str) -> Step:
        self.dog.step = f"{page}: open"
        shown_with = {"entries": [1]} if page == "report_builder" else {}
        yield from self.timed(f"{page} open", lambda: self.view.show_page(page, shown_with))
        if page in OWN:
            yield from OWN[page](self)
        yield from self.scroll(page)
        yield from self.choose(page)
        if page not in UNTOUCHED:
            yield from self.touch(page)
        if self.view.bar.search.isVisible():
            yield from self.search(page)
        self.dog.step = "(the benchmark looks at memory)"
        self.memory.append((page, memory_mb()))
        self.memory += [("(its child", memory_of(pid)) for pid in children_of(os.getpid())]
        yield
        self.dog.step = f"{page}: leave"
        self.view.show_page("timeline", {})
        yield

    def list_of(self) -> QAbstractScrollArea | None:
        areas = [
            area
            for area in self.view.current.findChildren(QAbstractScrollArea)
            if area.isVisible() and area.verticalScrollBar().maximum() > 0
        ]
        lists = [area for area in areas if isinstance(area, QAbstractItemView)]
        return max(
            lists or areas, key=lambda area: area.verticalScrollBar().maximum(), default=None
        )

    def scroll(self, page: str) -> Step:
        area = self.list_of()
        if area is None:
            return
        self.dog.step = f"{page}: scroll by wheel"
        self.hurries = True
        for _ in range(WHEEL_STEPS):
            started = time.perf_counter()
            wheel(area, -120)
            area.viewport().repaint()
            self.note("frame", time.perf_counter() - started)
            self.note(f"{page} frame", time.perf_counter() - started)
            yield
        self.hurries = False
        yield
        self.dog.step = f"{page}: scroll by bar"
        bar = area.verticalScrollBar()
        for part in (0.1, 0.3, 0.5, 0.7, 0.9, 1.0, 0.05, 0.0):
            yield from self.timed(
                f"{page} jump", lambda part=part: bar.setValue(int(bar.maximum() * part))
            )

    def choose(self, page: str) -> Step:
        area = self.list_of()
        if not isinstance(area, QAbstractItemView):
            return
        self.dog.step = f"{page}: choose by keys"
        area.setFocus()
        for key in (
            [Qt.Key.Key_Down] * 10 + [Qt.Key.Key_PageDown] * 5 + [Qt.Key.Key_End, Qt.Key.Key_Home]
        ):
            yield from self.timed(f"{page} choose", lambda key=key: QTest.keyClick(area, key))
        self.dog.step = f"{page}: hold a key"
        self.hurries = True
        for _ in range(60):
            QTest.keyClick(area, Qt.Key.Key_Down)
            yield
        self.hurries = False
        yield
        self.dog.step = f"{page}: open detail"
        yield from self.timed(f"{page} detail", lambda: QTest.keyClick(area, Qt.Key.Key_Return))
        if self.view.current.page_id != page:
            self.view.show_page(page, {})
            yield

    def touch(self, page: str) -> Step:
        """Press everything that goes on and off, twice."""
        self.dog.step = f"{page}: press what can be chosen"
        for button in self.view.current.findChildren(QAbstractButton):
            for _ in range(2):
                if shown_and_checkable(button) and self.view.current.page_id == page:
                    yield from self.timed(f"{page} press", button.click)

    def use_hurriedly(self, page: str, what: str, steps: int = 150) -> Step:
        """Scroll up and down while work goes on beside the window."""
        self.dog.step = f"{page}: scroll while {what}"
        self.hurries = True
        for at in range(steps):
            area = self.list_of()
            if area is None:
                break
            started = time.perf_counter()
            wheel(area, -240 if at % 40 < 20 else 240)
            area.viewport().repaint()
            self.note(f"frame while {what}", time.perf_counter() - started)
            yield
            if not self.program.jobs.busy:
                break
        self.hurries = False
        yield

    def search(self, page: str) -> Step:
        box = self.view.bar.search
        box.setFocus()
        for words in (ASKED.get(page, "window"), "street car", "zzz nothing"):
            self.dog.step = f"{page}: search"
            for at in range(len(words)):
                area = self.list_of()
                hits = Hits(area) if isinstance(area, QAbstractItemView) else None
                started = time.perf_counter()
                QTest.keyClicks(box, words[at])
                yield
                if hits is not None and hits.at:
                    self.note("keystroke", hits.at - started)
                    self.note(f"{page} keystroke", hits.at - started)
                if hits is not None:
                    hits.deleteLater()
            self.dog.step = f"{page}: clear search"
            yield from self.timed(f"{page} clear", box.clear)
            self.dog.step = f"{page}: type fast"
            QTest.keyClicks(box, words, Qt.KeyboardModifier.NoModifier, 2)
            yield
            box.clear()
            yield

    def _end(self) -> None:
        self.dog.stop()
        said = {name: round(p95(values) * 1000, 1) for name, values in self.figures.items()}
        said["look"] = round(self.dog.longest.pop(LOOKS, 0) * 1000)
        said["stalls"] = len([one for one in self.dog.stalls if one.step != LOOKS])
        said["longest_stall"] = round(max(self.dog.longest.values(), default=0) * 1000)
        said["memory_mb"] = round(memory_mb())
        for stall in self.dog.stalls:
            print(
                f"STALL {stall.wall_s * 1000:.0f} ms (cpu {stall.cpu_s * 1000:.0f}, in line"
                f" {stall.queued_s * 1000:.0f}) in {stall.step}",
                file=sys.stderr,
            )
            for stack, times in Counter(stall.stacks).most_common(4):
                print(f"    {times} x {stack}", file=sys.stderr)
        print("memory", *(f"{page} {size:.0f}" for page, size in self.memory), file=sys.stderr)
        worst = sorted(self.dog.longest.items(), key=lambda pair: -pair[1])[:25]
        for step, seconds in worst:
            print(f"longest {seconds * 1000:5.0f} ms  {step}", file=sys.stderr)
        print(json.dumps(said), flush=True)
        self.program.hide_now()


def star_and_back(vault: Vault) -> None:
    """Change the book twice, so that it is as it was."""
    for on in (True, False):
        vault.marks.put([EntryId(1)], Mark.STAR, on=on)


def shown_and_checkable(button: QAbstractButton) -> bool:
    if not isValid(button):
        return False
    on_page = button.isVisible() and button.isEnabled() and button.isCheckable()
    return on_page and not isinstance(button, QRadioButton)


def check_files(user: User) -> Step:
    """All files are compared with their digests, which takes some time."""
    user.view.current.check_all()
    yield from user.use_hurriedly("evidence", "files are checked")


def look_at_files(user: User) -> Step:
    """From one file to the next, closer and farther."""
    page = user.view.current
    user.dog.step = "viewer: look at files"
    for number in range(1, 13):
        yield from user.timed(
            "viewer file",
            lambda number=number: user.view.show_page(
                "viewer", {"evidence": number, "among": list(range(1, 5_001))}
            ),
        )
        for steps in (1, 1, 1, -1, -1, -1):
            yield from user.timed("viewer zoom", lambda steps=steps: page.zoom(steps))


def write(user: User) -> Step:
    """Words, quickly; and a draft is kept after them."""
    user.dog.step = "new_entry: write"
    box = user.view.current.focus_target()
    box.setFocus()
    user.hurries = True
    for letter in "He waited at the door and then he left without a word. " * 6:
        started = time.perf_counter()
        QTest.keyClicks(box, letter)
        box.viewport().repaint()
        user.note("letter", time.perf_counter() - started)
        yield
    user.hurries = False
    yield


def bring_in(user: User) -> Step:
    """A chat of 100,000 messages: looked at, searched, chosen from; nothing is kept."""
    page = user.view.current
    user.dog.step = "import_messages: look at a file"
    page.take_files([CHAT])
    yield
    user.dog.step = "import_messages: choose"
    page.foot.next.click()
    yield
    yield from user.scroll("import_messages")
    yield from user.choose("import_messages")
    yield from user.search("import_messages")
    user.dog.step = "import_messages: choose all"
    page.choose.picker.tick_hits()
    yield


def preview(user: User) -> Step:
    """A report of some fifty pages; one option after the other, each to the new preview."""
    page = user.view.current
    user.dog.step = "report_builder: first preview"
    user.view.show_page("report_builder", {"entries": list(range(1, REPORTED + 1))})
    yield
    user.note("preview pages", page.view.stage.pages / 1000)
    made: list[float] = []
    page.preview.made.connect(lambda _shown: made.append(time.perf_counter()))
    user.dog.step = "report_builder: another option"
    for number in range(1, 7):
        made.clear()
        started = time.perf_counter()
        page.choices.change(replace(page.choices.draft, bates_start=number * 100))
        yield
        if made:
            user.note("preview", made[-1] - started)
    user.dog.step = "report_builder: save"
    saved = user.book.parent / "saved.pdf"
    yield from user.timed("save report", lambda: page.save_to(saved))
    saved.unlink(missing_ok=True)


OWN: dict[str, Callable[[User], Step]] = {
    "evidence": check_files,
    "viewer": look_at_files,
    "new_entry": write,
    "import_messages": bring_in,
    "report_builder": preview,
}
UNTOUCHED = {"settings", "new_entry"}  # another language or look is another matter


def wheel(area: QWidget, delta: int) -> None:
    middle = area.viewport().rect().center()
    event = QWheelEvent(
        QPointF(middle),
        QPointF(area.viewport().mapToGlobal(middle)),
        QPoint(0, 0),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), event)


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def memory_mb() -> float:
    """The proportional memory of this process and of those it started."""
    return sum(memory_of(pid) for pid in (os.getpid(), *children_of(os.getpid())))


def memory_of(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def children_of(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        children = task / "children"
        if children.exists():
            for one in children.read_text().split():
                found += [int(one), *children_of(int(one))]
    return found


class Using(Program):
    def __init__(self, app, wanted, book):
        super().__init__(app)
        self.user = User(self, wanted, book)

    def _after_first_paint(self):
        super()._after_first_paint()
        lock = self.window.findChildren(LockPage)[0]
        lock.passphrase.edit.setText(WORDS.decode())
        # Once what is loaded behind the lock screen is there: nobody types a passphrase faster.
        self.ahead.loaded.connect(lock.unlock)

    def show_book(self, opened, page_id=""):
        super().show_book(opened, page_id)
        self.user.start()
        page = self.window.book.current
        page.model.loaded.connect(self.counted)

    def counted(self):
        if "unlock" not in self.user.figures:
            self.window.repaint()
            self.user.note("unlock", time.perf_counter() - derived_at)


def main(book: Path, wanted: list[str]) -> int:
    guard_process()
    gc.disable()
    plain_import.take_back()
    header.unlock = timed_unlock
    app = door.make_application()
    door.look().use()
    program = Using(app, wanted, book)
    program.bugs.install()
    program.start(book)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
