"""Draw the README's pictures from the demo: the window offscreen, the bundle by pdftoppm.

make demo && python bench/pictures.py
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from logbook.tasks.books import open_book
from logbook.ui import fonts
from logbook.ui.app import make_application
from logbook.ui.book_view import BookView
from logbook.ui.garbage import GarbageCollector
from logbook.ui.jobs import Jobs
from logbook.ui.style import Theme, look
from logbook.vault.secret import Secret

ROOT = Path(__file__).resolve().parents[1]
DEMO, PICTURES = ROOT / "build" / "demo", ROOT / "docs" / "pictures"
WHATSAPP = ROOT / "resources" / "samples" / "WhatsApp Chat with Dale Mercer.zip"
PAGES = {"cover": 1, "chronology": 3, "exhibit": 18, "messages": 39}
WIDTH_PX = 900


def wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(jobs: Jobs) -> None:
    """Wait until nothing is loaded any more."""
    wait(400)
    while jobs.busy:
        wait(50)
    wait(300)


def window() -> None:
    """Draw the pages of the window, light and the timeline in dark too."""
    app = make_application()
    fonts.load_script_fonts()
    look().use(theme=Theme.LIGHT)
    jobs, _collector = Jobs(app), GarbageCollector(app)
    words = bytearray((DEMO / "passphrase.txt").read_bytes().strip())
    opened: list = []
    jobs.on_vault(open_book, DEMO / "book", Secret(passphrase=words)).done.connect(opened.append)
    while not opened:
        wait(50)
    view = BookView(opened[0], jobs)
    view.resize(1280, 800)
    view.show()
    for page, name in (
        ("timeline", "timeline"),
        ("new_entry", "new-entry"),
        ("reports", "reports"),
    ):
        view.show_page(page, {"entry": 52} if page != "reports" else {})
        settle(jobs)
        view.grab().save(str(PICTURES / f"{name}.png"))
    view.show_page("import_messages", {})
    settle(jobs)
    view.current.take_files([WHATSAPP])
    settle(jobs)
    view.grab().save(str(PICTURES / "import.png"))
    view.show_page("timeline", {"entry": 52})
    look().use(theme=Theme.DARK)
    settle(jobs)
    view.grab().save(str(PICTURES / "timeline-dark.png"))
    closed: list = []
    jobs.on_vault(opened[0].close).ended.connect(lambda: closed.append(True))
    while not closed:
        wait(50)
    jobs.close()


def bundle() -> None:
    """Draw four pages of the bundle."""
    for name, page in PAGES.items():
        target = PICTURES / f"bundle-{name}"
        subprocess.run(
            [
                "pdftoppm",
                "-r",
                "70",
                "-png",
                "-singlefile",
                "-f",
                str(page),
                "-l",
                str(page),
                str(DEMO / "bundle.pdf"),
                str(target),
            ],
            check=True,
        )


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    window()
    bundle()
