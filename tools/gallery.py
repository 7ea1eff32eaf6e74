"""Draw the component kit and every page in every dress into build/shots, for eyes.

    make gallery                              everything
    python tools/gallery.py timeline          some pages; `components` is the kit
    python tools/gallery.py --dress dark rtl  in some dresses
    python tools/gallery.py --docs            the pictures of README and guide (docs/pictures)

Pages are found by themselves. `build/shots/PAGE-STATE.png` is a sheet with all pictures of a page
in one state, the design's beside them where it lies next to this folder.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

import gallery_kit
import gallery_states
from gallery_docs import BUNDLE_PAGES, PICTURES
from gallery_sheet import draw_sheet, save_small
from logbook import i18n
from logbook.domain.progress import SILENT
from logbook.tasks import make_demo
from logbook.ui import fonts, places
from logbook.ui.app import make_application
from logbook.ui.book_view import BookView
from logbook.ui.garbage import GarbageCollector
from logbook.ui.jobs import Jobs
from logbook.ui.page import find_pages
from logbook.ui.pages.first_run import FirstRunPage
from logbook.ui.pages.lock import LockPage
from logbook.ui.pages.restore import RestorePage
from logbook.ui.setup.recovery import RecoveryStep
from logbook.ui.style import Theme, look
from logbook.ui.watch import InputWatch
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

ROOT = Path(__file__).resolve().parents[1]
SHOTS, DOCS = ROOT / "build" / "shots", ROOT / "docs" / "pictures"
DESIGN = ROOT.parent / "shared" / "design"
WORDS = b"quiet harbor lantern willow eleven"
CODE = "7K2M-9XQ4-T5WE-1RJ8-ABCD-EFGH-JKMN"
LOOKS_IN_A_ROW = 8  # without work, after which a page is at rest
LONGEST_DELAY_MS = 700  # of what a page puts off until the hand rests; a toast stays for longer


@dataclass(frozen=True, slots=True)
class Dress:
    """How a picture is taken."""

    theme: Theme = Theme.LIGHT
    scale: float = 1.0
    size: tuple[int, int] = (1280, 800)
    mirrored: bool = False
    language: str = "en"  # "longer": every text is a third longer


DRESSES = {
    "light": Dress(),
    "dark": Dress(Theme.DARK),
    "150": Dress(scale=1.5),
    "200": Dress(scale=2.0),
    "small": Dress(size=(960, 640)),
    "large": Dress(size=(1920, 1200)),
    "huge": Dress(size=(2560, 1440)),
    "rtl": Dress(mirrored=True),
    "longer": Dress(language="longer"),
    "es": Dress(language="es"),
}


class Longer(dict[tuple[str, str], list[str]]):
    """A language whose words are a third longer."""

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ANN401, ARG002 - as dict has it
        """Return every form of a text, drawn out."""
        return [f"{form} {'ë' * ceil(len(form) * 0.3)}" for form in key[1].split("|")]


class Gallery:
    """The books that are drawn, and the waiting that a picture needs."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.jobs = Jobs(app)
        self._collector = GarbageCollector(app)
        self._watch = InputWatch(app)
        self.books = {name: self.do(_book, name) for name in ("empty", "filled")}
        self._window = QMainWindow()
        self._size = DRESSES["light"].size

    def close(self) -> None:
        """Close the books."""
        for vault in self.books.values():
            self.do(vault.close)
        self.jobs.close()

    def put_on(self, dress: Dress) -> None:
        """Look, speak and read as a dress has it, in a new window."""
        self._app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if dress.mirrored else Qt.LayoutDirection.LeftToRight
        )
        i18n.use_language("en" if dress.language == "longer" else dress.language)
        if dress.language == "longer":
            longer = i18n._everywhere._replace(forms=Longer())  # noqa: SLF001 - no file holds it
            i18n._everywhere = longer  # noqa: SLF001 - as above
        look().use(theme=dress.theme, scale=dress.scale)
        self._window.deleteLater()
        self._window = QMainWindow()
        self._size = dress.size
        look().dress(self._window)
        self._window.resize(*dress.size)
        self._window.show()

    def screens(self, wanted: set[str]) -> Iterator[tuple[str, str]]:
        """Show one screen after the other, and give the name of each and of its state."""
        for name, make in (*self._kit(), *self._fronts()):
            if not wanted or name in wanted:
                screen = make()
                self._put_up(screen)
                if name.startswith("components"):
                    gallery_kit.focus_what_is_drawn_focused(screen)
                    self.settle()
                yield name, "filled"
        pages = [page for page in find_pages() if not wanted or page in wanted]
        for kind, vault in self.books.items() if pages else ():
            view = BookView(vault, self.jobs)
            self._put_up(view)
            for page in pages:
                view.show_page(
                    page, gallery_states.FILLED.get(page, {}) if kind == "filled" else {}
                )
                self.settle()
                if kind == "filled" and page in gallery_states.ARRANGED:
                    gallery_states.ARRANGED[page](view, self.settle)
                    self.settle()
                yield page, kind
        for page in pages:
            for state, go in gallery_states.STATES.get(page, {}).items():
                view = BookView(self.books["filled"], self.jobs)  # nothing is left of another state
                self._put_up(view)
                go(view, self.settle)
                yield page, state

    def grab(self, out: Path) -> None:
        """Take a picture of the window."""
        out.parent.mkdir(parents=True, exist_ok=True)
        if not self._window.grab().save(str(out)):
            raise OSError(out)

    def settle(self) -> None:
        """Wait until nothing works and nothing is put off."""
        calm = 0
        while calm < LOOKS_IN_A_ROW:
            _wait(5)
            calm = 0 if self.jobs.busy or self._puts_off() else calm + 1

    def _puts_off(self) -> bool:
        return any(
            one.isActive() and one.isSingleShot() and one.interval() <= LONGEST_DELAY_MS
            for one in self._window.findChildren(QTimer)
        )

    def _put_up(self, screen: QWidget) -> None:
        self._window.setCentralWidget(screen)
        self._window.resize(*self._size)  # the kit may have been taller
        self._window.activateWindow()
        self.settle()
        self._window.resize(*self._size)  # now that what was taller is laid out anew
        self.settle()

    def _kit(self) -> tuple[tuple[str, Callable[[], QWidget]], ...]:
        return (("components", gallery_kit.drawn), ("components_more", gallery_kit.more))

    def _fronts(self) -> tuple[tuple[str, Callable[[], QWidget]], ...]:
        return (
            ("lock", lambda: LockPage(self.jobs, SHOTS, "14:06")),
            ("first_run_1", lambda: self._set_up(0)),
            ("first_run_2", lambda: self._set_up(1)),
            ("first_run_3", lambda: self._set_up(2)),
            ("first_run_key", lambda: self._set_up(3)),
            ("restore", lambda: RestorePage(self.jobs)),
        )

    def _set_up(self, step: int) -> QWidget:
        page = FirstRunPage(self.jobs, self._watch)
        page.add_step(RecoveryStep(CODE))
        page.show_step(step)
        return page

    def do(self, task: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401 - any result
        """Run a task on the thread of the books and return what it gives."""
        done: list[Any] = []
        failed: list[BaseException] = []
        job = self.jobs.on_vault(task, *arguments)
        job.done.connect(done.append)
        job.failed.connect(failed.append)
        while not done and not failed:
            _wait(20)
        if failed:
            raise failed[0]
        return done[0]


def _book(name: str) -> Vault:
    """Make a book with nothing in it, or the fictional one."""
    folder = ROOT / "build" / "gallery" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    vault, _ = Vault.create(folder, Secret(bytearray(WORDS)), cost=CHEAPEST_COST)
    if name == "filled":
        make_demo.fill_book(vault, SILENT)
    return vault


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _drawn_as(page: str, state: str, dress: str) -> Path | None:
    """Return the design's picture of a screen, if there is one."""
    name = gallery_states.DESIGN.get(f"{page}-{state}", "")
    if not name and state == "filled":
        name = gallery_states.DESIGN.get(page, page.replace("_", "-"))
    path = DESIGN / (f"{name}.png" if dress == "light" else f"{name}-{dress}.png")
    return path if name and path.is_file() else None


def draw(gallery: Gallery, pages: set[str], dresses: dict[str, Dress]) -> None:
    """Draw screens in dresses, and a sheet of each."""
    taken: dict[str, list[tuple[str, Path]]] = {}
    for dress_name, dress in dresses.items():
        gallery.put_on(dress)
        for page, state in gallery.screens(pages):
            path = SHOTS / page / f"{state}-{dress_name}.png"
            gallery.grab(path)
            sheet = taken.setdefault(f"{page}-{state}", [])
            design = _drawn_as(page, state, dress_name)
            if design is not None:
                sheet.append((f"DESIGN {design.stem}", design))
            sheet.append((dress_name, path))
    for name, pictures in taken.items():
        draw_sheet(pictures, SHOTS / f"{name}.png")


def draw_docs(gallery: Gallery) -> None:
    """Draw the pictures of README and guide."""
    DOCS.mkdir(parents=True, exist_ok=True)
    for dress in dict.fromkeys(dress for _, _, dress in PICTURES.values()):
        wanted = {
            (page, state): name for name, (page, state, at) in PICTURES.items() if at == dress
        }
        gallery.put_on(DRESSES[dress])
        for page, state in gallery.screens({page for page, _ in wanted}):
            if (page, state) in wanted:
                path = SHOTS / page / f"{state}-{dress}.png"
                gallery.grab(path)
                save_small(path, DOCS / f"{wanted[page, state]}.png")


def draw_bundle(gallery: Gallery) -> None:
    """Draw some pages of the fictional book's report."""
    report = ROOT / "build" / "gallery" / "bundle.pdf"
    report.unlink(missing_ok=True)
    gallery.put_on(DRESSES["light"])  # it speaks the language of the window
    gallery.do(make_demo.save_report, gallery.books["filled"], report)
    for name, page in BUNDLE_PAGES.items():
        target = report.with_name(name)
        line = ["pdftoppm", "-r", "70", "-png", "-singlefile", "-f", str(page), "-l", str(page)]
        subprocess.run([*line, str(report), str(target)], check=True)  # noqa: S603 - our own words
        save_small(target.with_suffix(".png"), DOCS / f"bundle-{name}.png")


def main() -> int:
    """Draw what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("pages", nargs="*", help="some pages; all by default")
    asked.add_argument("--dress", nargs="+", choices=DRESSES, help="some dresses; all by default")
    asked.add_argument("--docs", action="store_true", help="the pictures of docs/pictures")
    given = asked.parse_args()
    app = make_application()
    fonts.load_script_fonts()
    places.usual_folder = lambda: Path("/home/alex/notebook")  # whoever draws this
    gallery = Gallery(app)
    try:
        if given.docs:
            draw_docs(gallery)
            draw_bundle(gallery)
        else:
            dresses = {name: DRESSES[name] for name in given.dress or DRESSES}
            if not (ROOT / "resources" / "i18n" / "logbook_es.ts").exists():
                dresses.pop("es", None)
            draw(gallery, set(given.pages), dresses)
    finally:
        gallery.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
