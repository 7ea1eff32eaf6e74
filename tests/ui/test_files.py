"""The file dialogs in a process of its own with a fresh home: afterwards the home is as before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui import files
from logbook.ui.style import Theme, look

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from logbook.ui import app as door, files
if sys.argv[2] == "careless":
    files.leave_no_trace = lambda: None
application = door.make_application()
window = QWidget()
window.show()
evidence = Path(sys.argv[1])
chosen = []
def accept(dialog, name):
    def go():
        dialog.setDirectory(str(evidence))
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(evidence / name))
        QTimer.singleShot(50, dialog.accept)
    return go
def open_one():
    dialog = files.choose_files(window, lambda paths: (chosen.append(paths[0].name), save_one()))
    QTimer.singleShot(100, accept(dialog, "photo.jpg"))
def save_one():
    then = lambda path: (chosen.append(path.name), folder())
    dialog = files.choose_target(window, "List.pdf", then)
    QTimer.singleShot(100, accept(dialog, "List.pdf"))
def folder():
    dialog = files.choose_folder(window, lambda path: (chosen.append(path.name), done()))
    QTimer.singleShot(100, accept(dialog, str(evidence)))
def done():
    print(chosen)
    QTimer.singleShot(100, application.quit)
QTimer.singleShot(0, open_one)
application.exec()
"""


def _run(tmp_path: Path, how: str) -> tuple[str, list[str]]:
    home = tmp_path / "home"
    evidence = tmp_path / "evidence"
    runtime = tmp_path / "runtime"
    for folder in (home, evidence, runtime):
        folder.mkdir(mode=0o700)
    (evidence / "photo.jpg").write_bytes(b"x")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
    }
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(evidence), how],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    # fontconfig keeps a cache of the system's fonts; it names no file of the person.
    left = [path for path in home.rglob("*") if path.is_file() and "fontconfig" not in path.parts]
    return run.stdout.strip(), [str(path.relative_to(home)) for path in left]


def test_opening_and_saving_leave_nothing_in_the_home_folder(tmp_path: Path) -> None:
    chosen, left = _run(tmp_path, "careful")
    assert chosen == "['photo.jpg', 'List.pdf', 'evidence']"
    assert left == []


def test_the_test_would_see_the_traces_that_qt_leaves_by_itself(tmp_path: Path) -> None:
    _, left = _run(tmp_path, "careless")
    assert any("QtProject" in path for path in left)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_file_dialog_wears_the_look_of_the_pages(qtbot: QtBot, scale: float) -> None:
    look().use(theme=Theme.DARK, scale=scale)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = files.choose_files(window, list)
    qtbot.waitUntil(dialog.isVisible)
    picture = dialog.grab().toImage()
    light = [
        (x, y)
        for x in range(4, picture.width(), 16)
        for y in range(4, picture.height(), 16)
        if picture.pixelColor(x, y).lightness() > 200
    ]
    assert len(light) < 40, "letters only"
    for button in dialog.findChildren(QPushButton):
        assert button.icon().isNull()
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())
    header = dialog.findChildren(QHeaderView)[0]
    assert header.height() >= header.fontMetrics().height()
    dialog.reject()
