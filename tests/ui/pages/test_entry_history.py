"""The history of an entry as a person sees it: what changed, and an earlier version put back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from logbook.domain.entry import EntryText
from logbook.domain.ids import EntryId
from logbook.domain.person import NewPerson
from logbook.tasks import tell_history
from logbook.ui.book_view import BookView
from logbook.ui.pages.entry_history import EntryHistoryPage
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.chip import Chip
from logbook.ui.widgets.difference_text import DifferenceText
from logbook.ui.widgets.text import Text
from logbook.vault.vault import Vault

Do = Callable[..., Any]
Settle = Callable[[], None]


@pytest.fixture
def settle(book_view: BookView, at_rest: Callable[[QWidget], None]) -> Settle:
    """Wait until nothing is left to do and what was read is seen."""
    return lambda: at_rest(book_view)


def _open(view: BookView, settle: Settle, entry: int) -> EntryHistoryPage:
    view.show_page("entry_history", {"entry": entry})
    settle()
    page = view.current
    assert isinstance(page, EntryHistoryPage)
    return page


def _write(vault: Vault, *texts: str) -> int:
    entry = vault.entries.add(EntryText(texts[0])).id
    for text in texts[1:]:
        vault.entries.edit(entry, EntryText(text))
    return int(entry)


def _buttons(page: QWidget, words: str) -> list[Button]:
    return [one for one in page.findChildren(Button) if one.text() == words and one.isVisible()]


def _said(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(Text) if one.isVisible()]


def test_versions_are_told_newest_first_with_what_each_changed(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    page = _open(book_view, settle, do(_write, "A grey car.", "A dark grey car.", "A red car."))
    heads = [words for words in _said(page) if words.startswith("Version")]
    assert heads == ["Version 3, as it is now", "Version 2", "Version 1, as first written"]
    told = [one.accessibleName() for one in page.findChildren(DifferenceText) if one.isVisible()]
    assert told[:2] == ["Taken out: dark grey. Added: red", "Added: dark"]
    assert page.place() == {"entry": 1}


def test_an_earlier_version_comes_back_as_a_new_one_and_that_can_be_undone(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    page = _open(book_view, settle, do(_write, "First.", "Second."))
    (back,) = _buttons(page, "Put this version back")
    back.click()
    settle()
    assert do(lambda vault: vault.entries.get(EntryId(1)).what.text) == "First."
    assert "Version 3, as it is now" in _said(page)
    assert book_view.undo_toast()
    settle()
    assert do(lambda vault: vault.entries.get(EntryId(1)).what.text) == "Second."
    assert "Version 4, as it is now" in _said(page)


def test_an_entry_that_was_never_changed_says_so(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    page = _open(book_view, settle, do(_write, "Only this."))
    assert "This entry was never changed." in _said(page)
    assert _buttons(page, "Put this version back") == []


def test_older_versions_come_when_they_are_asked_for(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    texts = [f"Text {at}" for at in range(tell_history.FIRST_SHOWN + 3)]
    page = _open(book_view, settle, do(_write, *texts))
    assert "Version 1, as first written" not in _said(page)
    (more,) = _buttons(page, "Show older versions")
    more.click()
    settle()
    assert "Version 1, as first written" in _said(page)
    assert _buttons(page, "Show older versions") == []


def test_an_entry_that_is_gone_is_said_in_place(
    book_view: BookView, do: Do, settle: Settle
) -> None:
    do(lambda vault: vault.entries.erase(EntryId(_write(vault, "Gone."))))
    page = _open(book_view, settle, 1)
    assert page.findChild(Banner) is not None


def test_without_an_entry_the_page_leads_to_the_timeline(
    book_view: BookView, settle: Settle
) -> None:
    book_view.show_page("entry_history", {})
    settle()
    page = book_view.current
    assert page is not None
    _buttons(page, "To the timeline")[0].click()
    assert book_view.current is not None
    assert book_view.current.page_id == "timeline"


def test_names_are_told_with_signs(book_view: BookView, do: Do, settle: Settle) -> None:
    def write(vault: Vault) -> int:
        dale, priya = (vault.people.add(NewPerson(name)).id for name in ("Dale M.", "Priya N."))
        entry = vault.entries.add(EntryText("a", people=(dale,))).id
        vault.entries.edit(entry, EntryText("a", people=(priya,)))
        return int(entry)

    page = _open(book_view, settle, do(write))
    chips = {one.text(): one.accessibleName() for one in page.findChildren(Chip)}
    assert chips["\N{MINUS SIGN} Dale M."] == "Taken out: Dale M."
    assert chips["+ Priya N."] == "Added: Priya N."
