"""What keys and mouse do in the grid of files and in their list."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView


def choose(view: QAbstractItemView, at: int) -> None:
    """Make a file the current one without selecting it, and bring it into sight."""
    index = view.model().index(at, 0)
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    view.scrollTo(index)


def select_all(view: QAbstractItemView) -> None:
    """Choose every file as one run: Qt's own way asks the model about each of them."""
    model = view.model()
    last = model.rowCount() - 1
    if last >= 0:
        run = QItemSelection(model.index(0, 0), model.index(last, 0))
        view.selectionModel().select(run, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def take_key(
    view: QAbstractItemView,
    event: QKeyEvent,
    *,
    opened: SignalInstance,
    look_pressed: SignalInstance,
    none_pressed: SignalInstance,
) -> bool:
    """Tell what a key asks for; False for a key that Qt shall take."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    current = view.currentIndex()
    if event.key() == Qt.Key.Key_Space and not control:
        look_pressed.emit()
    elif event.key() == Qt.Key.Key_Escape:
        none_pressed.emit()
    elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current.isValid():
        opened.emit(current.row())
    else:
        return False
    return True


def menu_place(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint:
    """Return where a menu belongs on the screen: at the mouse, or at the file the keys are at."""
    if event.reason() != QContextMenuEvent.Reason.Keyboard:
        return event.globalPos()
    centre = view.visualRect(view.currentIndex()).center()
    return view.viewport().mapToGlobal(centre)


def open_pressed(view: QAbstractItemView, event: QMouseEvent, opened: SignalInstance) -> None:
    """Open the file that was pressed twice."""
    index = view.indexAt(event.position().toPoint())
    if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
        opened.emit(index.row())
