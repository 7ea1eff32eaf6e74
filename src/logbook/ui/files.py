"""File dialogs that leave no trace.

Qt's own dialog is used, because native ones write what was chosen to the system's lists of recent
files. Qt's dialog would write its history too, so settings go nowhere from the start (measured in
research: features.md, rule 15, T2 and T3).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from logbook.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

# A path below a file can never be made, so nothing is ever written there.
_NOWHERE = os.path.join(os.devnull, "nowhere")  # noqa: PTH118 - os.devnull is a str on each system


def leave_no_trace() -> None:
    """Send everything that Qt would remember about a person nowhere; before QApplication."""
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, _NOWHERE)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)


def choose_files(
    window: QWidget,
    then: Callable[[list[Path]], object],
    *,
    endings: tuple[str, ...] = (),
) -> QFileDialog:
    """Let the person choose files to read."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - costs the start 10 ms

    dialog = _dialog(window, translate("Files", "Choose files"), then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    if endings:
        shown = " ".join(f"*{ending}" for ending in endings)
        dialog.setNameFilters(
            [
                translate("Files", "Fitting files ({endings})", endings=shown),
                translate("Files", "All files (*)"),
            ]
        )
    dialog.open()
    return dialog


def choose_target(
    window: QWidget, suggested_name: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Let the person choose where a file goes; asks before anything is written over."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - costs the start 10 ms

    dialog = _dialog(window, translate("Files", "Choose a place"), _First(then))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(suggested_name)
    dialog.open()
    return dialog


def choose_folder(window: QWidget, then: Callable[[Path], object]) -> QFileDialog:
    """Let the person choose a folder, existing or new."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - costs the start 10 ms

    dialog = _dialog(window, translate("Files", "Choose a folder"), _First(then))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


class _First:
    """Hands on the first of the chosen paths."""

    def __init__(self, then: Callable[[Path], object]) -> None:
        self._then = then

    def __call__(self, paths: list[Path]) -> None:
        if paths:
            self._then(paths[0])


class _Chosen:
    """Reads the choice out of a dialog that was accepted."""

    def __init__(self, dialog: QFileDialog, then: Callable[[list[Path]], object]) -> None:
        self._dialog = dialog
        self._then = then

    def __call__(self) -> None:
        self._then([Path(path) for path in self._dialog.selectedFiles()])


def _dialog(window: QWidget, title: str, then: Callable[[list[Path]], object]) -> QFileDialog:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - as in the other functions
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - the same

    from logbook.ui.file_dialog import FileDialog  # noqa: PLC0415 - the same

    dialog = FileDialog(window, title, str(Path.home()))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(Path.home())), QUrl("file:")])
    dialog.dress()
    dialog.accepted.connect(_Chosen(dialog, then))
    dialog.finished.connect(window.window().activateWindow)  # without a window manager nobody does
    dialog.finished.connect(dialog.deleteLater)
    return dialog
