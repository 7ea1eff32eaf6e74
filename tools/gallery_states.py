"""The states of pages that are worth a picture beside the empty and the filled one.

A new page is drawn empty and filled without a word here. Each state is one line in `STATES`: a
name, and what a person does to get there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from logbook.assets import resource
from logbook.ui.book_view import BookView

Settle = Callable[[], None]
State = Callable[[BookView, Settle], None]

WHATSAPP = resource("samples", "WhatsApp Chat with Dale Mercer.zip")
FILLED: dict[str, dict[str, object]] = {  # what a filled page is shown with
    "timeline": {"entry": 52},
}


def _editing(view: BookView, settle: Settle) -> None:
    view.show_page("new_entry", {"entry": 52})
    settle()


def _filtering(view: BookView, settle: Settle) -> None:
    view.show_page("timeline", {})
    settle()
    page: Any = view.current
    page.filters.button.click()
    settle()


def _searching(words: str, page_id: str) -> State:
    def search(view: BookView, settle: Settle) -> None:
        view.show_page(page_id, {})
        settle()
        view.bar.search.setText(words)
        settle()

    return search


def _import(step: int) -> State:
    def go(view: BookView, settle: Settle) -> None:
        view.show_page("import_messages", {})
        page: Any = view.current
        page.take_files([WHATSAPP])
        settle()
        if step > 1:
            page.foot.next.click()
            settle()
            view.bar.search.setText("tram")
            settle()

    return go


STATES: dict[str, dict[str, State]] = {
    "timeline": {"filter": _filtering, "search": _searching("door", "timeline")},
    "new_entry": {"edit": _editing},
    "import_messages": {"check": _import(1), "choose": _import(2)},
}

DESIGN = {  # page and state -> the design's picture, where it has another name than the page
    "timeline": "timeline",
    "new_entry-edit": "new-entry",
    "import_messages-choose": "import",
    "reports": "bundle",
    "first_run_1": "first-run-1",
    "first_run_2": "first-run",
    "first_run_3": "first-run-3",
}


def close_what_is_open(view: BookView) -> None:
    """Clear the search, and let go of what an earlier state left over the page."""
    view.bar.search.clear()
    focus = view.focusWidget()
    if isinstance(focus, QWidget):
        focus.clearFocus()
