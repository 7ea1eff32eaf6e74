"""Files and pictures that come from outside: offered to the page, or else to a new entry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from logbook.ui.widgets.drop_zone import files_in

if TYPE_CHECKING:
    from logbook.ui.page import Page

_FILES_PAGE = "new_entry"  # where files go that no page takes
_EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit)


class Shown(Protocol):
    """What the open book tells of its pages."""

    @property
    def current(self) -> Page | None:
        """The page that is shown."""

    def has_page(self, page_id: str) -> bool:
        """Tell whether there is such a page."""

    def show_page(self, page_id: str, arguments: dict[str, object]) -> None:
        """Show a page."""


def offer_clipboard(book: Shown) -> bool:
    """Offer files or a picture on the clipboard to the page; words stay with the editors."""
    data = QGuiApplication.clipboard().mimeData()
    paths = files_in(data)
    if paths:
        offer_files(book, paths)
        return True
    editing = isinstance(QApplication.focusWidget(), _EDITORS)
    if data.hasImage() and not (editing and data.hasText()):
        picture = QGuiApplication.clipboard().image()
        if not picture.isNull():
            page = book.current
            if page is None or not page.take_picture(picture):
                _on_files_page(book, {"picture": picture})
            return True
    return False


def offer_files(book: Shown, paths: list[Path]) -> None:
    """Offer files to the page that is shown."""
    page = book.current
    if page is None or not page.take_files(paths):
        _on_files_page(book, {"files": [str(path) for path in paths]})


def _on_files_page(book: Shown, brought: dict[str, object]) -> None:
    if book.has_page(_FILES_PAGE):
        book.show_page(_FILES_PAGE, brought)
