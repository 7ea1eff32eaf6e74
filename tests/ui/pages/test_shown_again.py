"""Pages that are shown again: nothing is read where nothing was changed, and else everything."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from logbook import i18n
from logbook.domain.entry import EntryText, Mark
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import EntryId, EvidenceId, PersonId
from logbook.domain.person import NewPerson
from logbook.tasks import report_drafts
from logbook.tasks.this_computer import now_here
from logbook.ui.blur import blur
from logbook.ui.book_view import BookView
from logbook.ui.models.report_draft import Entries, ReportDraft
from logbook.ui.pages import evidence
from logbook.ui.pages.evidence import EvidencePage
from logbook.ui.pages.reports import ReportsPage
from logbook.ui.pages.timeline import TimelinePage
from logbook.ui.widgets import file_foot
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail
from logbook.vault.evidence import NewEvidence
from logbook.vault.vault import Vault

Do = Callable[..., Any]
Show = Callable[..., Any]
FILE, FIRST, SECOND = EvidenceId(1), EntryId(1), EntryId(2)


@pytest.fixture
def show(book_view: BookView, do: Do, at_rest: Callable[[BookView], None]) -> Show:
    """Show a page of a book with two entries and a file, and wait until it is at rest."""

    def shown(page_id: str, **arguments: object) -> object:
        book_view.show_page(page_id, arguments)
        at_rest(book_view)
        return book_view.current

    do(_fill)
    return shown


@pytest.fixture
def picture() -> Iterator[bytes]:
    """A picture; afterwards nothing is blurred."""
    out = io.BytesIO()
    Image.new("RGB", (32, 24), "teal").save(out, "JPEG")
    yield out.getvalue()
    blur().use(on=False)


@pytest.fixture
def asked(do: Do) -> list[str]:
    """Return what the database is asked from now on."""
    found: list[str] = []
    do(lambda vault: vault._store.con.set_trace_callback(found.append))
    return found


def _fill(vault: Vault) -> None:
    alex = vault.people.add(NewPerson("Alex")).id
    facts = FileFacts("text/plain", MediaClass.TEXT)
    file = vault.evidence.add(NewEvidence("note.txt", "file", facts), io.BytesIO(b"note")).id
    vault.entries.add(EntryText("He came.", people=(alex,), evidence=(file,)))
    vault.entries.add(EntryText("He called.", people=(alex,)))
    report_drafts.new_report(vault, ReportDraft(entries=Entries.PICKED, picked=(1,)).to_json())


def _words(page: Any) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


@pytest.mark.parametrize("page_id", ["timeline", "evidence"])
def test_where_nothing_was_changed_the_database_is_asked_nothing(
    show: Show, asked: list[str], page_id: str
) -> None:
    show(page_id)
    show("reports")
    asked.clear()
    page = show(page_id)
    assert asked == []
    assert page.model.rowCount() > 0


def test_several_rows_that_are_chosen_stay_so(show: Show) -> None:
    page: TimelinePage = show("timeline")
    page.view.selectAll()
    show("reports")
    show("timeline")
    assert page.left.chosen_count == 2


ON_TIMELINE: dict[str, tuple[Callable[[Vault], object], Callable[[TimelinePage], bool]]] = {
    "an entry": (
        lambda vault: vault.entries.edit(SECOND, EntryText("He rang.")),
        lambda page: "He rang." in _words(page.detail) and page.model.row(0).title == "He rang.",  # type: ignore[union-attr] # it was read
    ),
    "a person": (
        lambda vault: vault.people.edit(PersonId(1), NewPerson("Robin")),
        lambda page: "Robin" in page.model.row(1).people,  # type: ignore[union-attr] # it was read
    ),
    "a mark": (
        lambda vault: vault.marks.put([SECOND], Mark.LATER, on=True),
        lambda page: page.filters.unfinished.text() == "To finish, 1",
    ),
    "one more": (
        lambda vault: vault.entries.add(EntryText("And a third.")),
        lambda page: page.filters.order.text().startswith("3 entries"),
    ),
    "a file": (
        lambda vault: vault.evidence.remove(FILE),
        lambda page: page.model.row(1).evidence == 0,  # type: ignore[union-attr] # it was read
    ),
}


@pytest.mark.parametrize("what", ON_TIMELINE)
def test_what_was_changed_elsewhere_is_on_the_timeline_when_it_is_shown_again(
    show: Show, do: Do, what: str
) -> None:
    act, is_shown = ON_TIMELINE[what]
    page: TimelinePage = show("timeline")
    page.view.choose(0)
    assert not is_shown(page)
    show("reports")
    do(act)
    show("timeline")
    assert is_shown(page)


def test_an_entry_that_was_edited_while_the_page_was_hidden_is_read_again(
    show: Show, do: Do
) -> None:
    page: TimelinePage = show("timeline", entry=2)
    show("reports")
    do(lambda vault: vault.entries.edit(SECOND, EntryText("He came back.\nAnd stayed.")))
    page.listing.reload()  # an answer that comes while another page is shown
    show("reports")
    show("timeline")
    assert "And stayed." in _words(page.detail)


def test_an_entry_that_is_asked_for_is_chosen_though_nothing_was_changed(show: Show) -> None:
    page: TimelinePage = show("timeline", entry=2)
    show("reports")
    show("timeline", entry=1)
    assert page.place() == {"entry": 1}
    assert "He came." in _words(page.detail)


def test_an_entry_that_is_asked_for_comes_into_sight_alone_though_it_is_current(
    show: Show, do: Do
) -> None:
    do(lambda vault: [vault.entries.add(EntryText(f"Number {at}")) for at in range(40)])
    page: TimelinePage = show("timeline", entry=2)
    at = page.view.currentIndex().row()
    page.view.selectAll()
    bar = page.view.verticalScrollBar()
    bar.setValue(0 if at > 20 else bar.maximum())
    assert not page.view.viewport().rect().contains(page.view.visualRect(page.model.index(at, 0)))
    show("reports")
    show("timeline", entry=2)
    assert page.view.viewport().rect().contains(page.view.visualRect(page.model.index(at, 0)))
    assert page.left.chosen_rows == [(at, 1)]


def test_a_file_that_is_asked_for_comes_into_sight_though_it_is_chosen(show: Show, do: Do) -> None:
    facts = FileFacts("text/plain", MediaClass.TEXT)

    def keep_many(vault: Vault) -> None:
        for at in range(60):
            vault.evidence.add(NewEvidence(f"{at}.txt", "file", facts), io.BytesIO(b"%d" % at))

    do(keep_many)
    page: EvidencePage = show("evidence", evidence=1)
    at = page.files.current_at()
    bar = page.files.grid.verticalScrollBar()
    bar.setValue(0 if at > 30 else bar.maximum())
    assert at not in page.files.grid.rows_in_sight()
    show("settings")
    show("evidence", evidence=1)
    assert at in page.files.grid.rows_in_sight()


def test_a_picture_that_was_looked_at_is_blurred_again(show: Show, do: Do, picture: bytes) -> None:
    facts = FileFacts("image/jpeg", MediaClass.PICTURE, thumbnail=picture)

    def keep(vault: Vault) -> EntryId:
        what = NewEvidence("a.jpg", "file", facts)
        file = vault.evidence.add(what, io.BytesIO(picture)).id
        return vault.entries.add(EntryText("Look.", evidence=(file,))).id

    entry = do(keep)
    blur().use(on=True)
    page: TimelinePage = show("timeline", entry=int(entry))
    (tile,) = page.detail.findChildren(Thumbnail)
    assert tile.is_blurred
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert not tile.is_blurred
    show("reports")
    show("timeline")
    (tile,) = (one for one in page.detail.findChildren(Thumbnail) if one.isVisible())
    assert tile.is_blurred


def test_times_are_written_anew_where_the_hours_were_changed(show: Show) -> None:
    page: TimelinePage = show("timeline", entry=2)
    before = _words(page.detail)
    show("reports")
    i18n.use_hours(12)
    show("timeline")
    after = _words(page.detail)
    assert before != after
    assert " am" in after or " pm" in after


ON_EVIDENCE: dict[str, tuple[Callable[[Vault], object], Callable[[EvidencePage], bool]]] = {
    "a file less": (
        lambda vault: vault.evidence.remove(FILE),
        lambda page: page.model.rowCount() == 0,
    ),
    "an entry with it": (
        lambda vault: vault.entries.remove(FIRST),
        lambda page: page.filters.unlinked.text() == "Not linked 1",
    ),
    "a draft with it": (
        lambda vault: report_drafts.drop_report(vault, "report:1"),
        lambda page: not page.filters.reported.isVisible(),
    ),
    "a check of it": (
        lambda vault: vault.file_checks.note(vault.evidence_lists.rows([FILE])[0].blob, same=False),
        lambda page: page.model.row(0).same is False and page.filters.altered.isVisible(),  # type: ignore[union-attr] # it was read
    ),
}


@pytest.mark.parametrize("what", ON_EVIDENCE)
def test_what_was_changed_elsewhere_is_round_the_files_when_they_are_shown_again(
    show: Show, do: Do, what: str
) -> None:
    act, is_shown = ON_EVIDENCE[what]
    page: EvidencePage = show("evidence")
    assert not is_shown(page)
    show("settings")
    do(act)
    show("evidence")
    assert is_shown(page)


def test_a_check_that_said_today_says_the_day_on_another_day(
    show: Show, do: Do, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(lambda vault: vault.file_checks.note(vault.evidence_lists.rows([FILE])[0].blob, same=True))
    page: EvidencePage = show("evidence")
    assert "today" in page.foot.said.text()
    show("settings")
    later = now_here() + timedelta(days=1)
    monkeypatch.setattr(file_foot, "now_here", lambda: later)
    monkeypatch.setattr(evidence, "said_now", lambda: (later.date(),))
    show("evidence")
    assert "today" not in page.foot.said.text()


def test_a_file_that_is_asked_for_is_chosen_though_nothing_was_changed(show: Show, do: Do) -> None:
    facts = FileFacts("text/plain", MediaClass.TEXT)
    more = NewEvidence("b.txt", "file", facts)
    second = do(lambda vault: vault.evidence.add(more, io.BytesIO(b"b"))).id
    page: EvidencePage = show("evidence", evidence=1)
    assert page.files.chosen() == [FILE]
    show("settings")
    show("evidence", evidence=int(second))
    assert page.files.chosen() == [second]


def test_a_saved_report_that_is_chosen_stays_so(show: Show, do: Do) -> None:
    saved = report_drafts.SavedReport("bundle.pdf", 3, 2, "ab" * 32, "2026-11-20T10:00:00+00:00")
    do(lambda vault: report_drafts.note_saved(vault, saved))
    page: ReportsPage = show("reports")
    at = page.rows.rowCount() - 1
    page.list.choose(at)
    show("settings")
    show("reports")
    assert page.list.currentIndex().row() == at
    do(lambda vault: report_drafts.note_saved(vault, replace(saved, name="later.pdf")))
    show("settings")
    show("reports")
    assert page.rows.rowCount() == at + 2
