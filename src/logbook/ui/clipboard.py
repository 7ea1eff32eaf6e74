"""Copying out is asked for, marked as private for clipboard managers, and cleared after a while."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

_CLEAR_AFTER_MS = 20_000
# Marks that history tools and cloud clipboards respect (research: features.md 27).
_PRIVATE_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"\x01",
    "CanIncludeInClipboardHistory": b"\x00\x00\x00\x00",
    "CanUploadToCloudClipboard": b"\x00\x00\x00\x00",
    "org.nspasteboard.ConcealedType": b"",
}


class Clipboard(QObject):
    """Puts text on the clipboard and takes it off again when it is still ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CLEAR_AFTER_MS)
        self._timer.timeout.connect(self.clear)

    def put(self, words: str) -> None:
        """Copy words for 20 seconds."""
        data = QMimeData()
        data.setText(words)
        for mark, value in _PRIVATE_MARKS.items():
            data.setData(mark, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._ours = words
        self._timer.start()

    def clear(self) -> None:
        """Take our words off the clipboard; what others put there since stays."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._ours and clipboard.text() == self._ours:
            clipboard.clear()
        self._ours = ""
