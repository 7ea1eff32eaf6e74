"""Start a bare PySide6 window and end at its first painted frame."""

from __future__ import annotations

from first_paint import end_after_first_paint
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
label = QLabel("Logbook")
window.setCentralWidget(label)
end_after_first_paint(label)
window.show()
app.exec()
