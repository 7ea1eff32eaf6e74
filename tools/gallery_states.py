"""The states of pages that are worth a picture beside the empty and the filled one.

A new page is drawn empty and filled without a word here. Each state is one line in `STATES`: a
name, and what a person does to get there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QAbstractItemView

from logbook.assets import resource
from logbook.domain.evidence import Evidence, MediaClass
from logbook.domain.ids import EntryId
from logbook.tasks import report_drafts
from logbook.ui.book_view import BookView
from logbook.ui.models.report_draft import ReportDraft
from logbook.ui.settings.section import find_sections
from logbook.vault.vault import Vault

Settle = Callable[[], None]
State = Callable[[BookView, Settle], None]

WHATSAPP = resource("samples", "WhatsApp Chat with Dale Mercer.zip")
CHOSEN = 52  # an entry with pictures, a place and a report
FILLED: dict[str, dict[str, object]] = {  # what a filled page is shown with
    "timeline": {"entry": CHOSEN},
    "entry_history": {"entry": CHOSEN},
    "report_builder": {"new": True},
}


def _editing(view: BookView, settle: Settle) -> None:
    view.show_page("new_entry", {"entry": CHOSEN})
    settle()


def _chosen_on_top(view: BookView, _settle: Settle) -> None:
    page: Any = view.current
    page.view.scrollTo(page.view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)


def _changed(view: BookView, settle: Settle) -> None:
    view.desk.on_vault(_change)
    settle()
    view.show_page("entry_history", {"entry": CHOSEN})
    settle()


def _change(vault: Vault) -> None:
    what = vault.entries.get(EntryId(CHOSEN)).what
    words = what.text.replace("broken off", "broken off and gone")
    vault.entries.edit(EntryId(CHOSEN), replace(what, text=words, place="Parking lot, row C"))


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


def _viewing(media: MediaClass) -> State:
    def view_one(view: BookView, settle: Settle) -> None:
        view.desk.on_vault(_files, then=lambda files: _open(view, files, media))
        settle()

    return view_one


def _files(vault: Vault) -> list[Evidence]:
    return vault.evidence.all()


def _open(view: BookView, files: list[Evidence], media: MediaClass) -> None:
    wanted = next(one.id for one in files if one.media_class is media)
    view.show_page("viewer", {"evidence": int(wanted), "among": [int(one.id) for one in files]})


def _section(name: str) -> State:
    def show(view: BookView, settle: Settle) -> None:
        view.show_page("settings", {"section": name})
        settle()

    return show


def _go_to(view: BookView, settle: Settle) -> None:
    view.show_page("timeline", {"entry": CHOSEN})
    settle()
    _chosen_on_top(view, settle)
    settle()
    view.go_to()
    settle()


def _report(view: BookView, settle: Settle) -> None:
    draft = ReportDraft(
        name="Protective order bundle",
        court="Alder County",
        case_number="26-DV-0187",
        bates_prefix="AWR-",
    )
    opened: list[str] = []
    view.desk.on_vault(report_drafts.new_report, draft.to_json(), then=opened.append, keep=True)
    settle()
    view.show_page("report_builder", {"key": opened[0]})
    settle()
    page: Any = view.current
    page.go_to_section("chronology")
    settle()


def _report_list(view: BookView, settle: Settle) -> None:
    _report(view, settle)
    view.show_page("reports", {})
    settle()


def _report_picking(view: BookView, settle: Settle) -> None:
    _report(view, settle)
    page: Any = view.current
    page.choices.choose_section("chronology")
    page.choices.chronology.which.setCurrentIndex(3)
    settle()
    page.picker.rows.press([0, 2, 3])
    settle()


ARRANGED: dict[str, State] = {"timeline": _chosen_on_top}  # what a filled page is moved to
STATES: dict[str, dict[str, State]] = {
    "timeline": {
        "filter": _filtering,
        "search": _searching("door", "timeline"),
        "go_to": _go_to,
    },
    "new_entry": {"edit": _editing},
    "entry_history": {"changed": _changed},
    "import_messages": {"check": _import(1), "choose": _import(2)},
    "messages": {"search": _searching("coat", "messages")},
    "evidence": {"search": _searching("img", "evidence")},
    "viewer": {
        "picture": _viewing(MediaClass.PICTURE),
        "pdf": _viewing(MediaClass.PDF),
        "sound": _viewing(MediaClass.SOUND),
    },
    "reports": {"list": _report_list},
    "report_builder": {"chronology": _report, "picking": _report_picking},
    "settings": {kind.section_id: _section(kind.section_id) for kind in find_sections()},
}

DESIGN = {  # page and state -> the design's picture, where it has another name than the page
    "timeline": "timeline",
    "new_entry-edit": "new-entry",
    "import_messages-choose": "import",
    "report_builder-chronology": "bundle",
    "viewer-picture": "viewer",
    "first_run_1": "first-run-1",
    "first_run_2": "first-run",
    "first_run_3": "first-run-3",
}
