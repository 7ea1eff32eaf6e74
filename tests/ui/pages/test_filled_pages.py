"""The working pages full of things, in every dress: small, large, longer words, mirrored.

The contract of all pages sees them as they open; this sees them in the middle of work.
"""

from __future__ import annotations

import io
import math
import struct
import wave
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from logbook import i18n
from logbook.domain.entry import AuthorityReport, EntryText, Kind
from logbook.domain.message import Answers
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.tasks import bring_in_messages, keep_file, report_drafts
from logbook.tasks.report_drafts import SavedReport
from logbook.ui.book_view import BookView
from logbook.ui.jobs import Jobs
from logbook.ui.models.report_draft import ReportDraft
from logbook.ui.settings.section import find_sections
from logbook.ui.style import look
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.go_to import GoTo
from logbook.ui.widgets.text import Text
from logbook.vault.vault import Vault

ZONE = "Europe/London"
DRESSES = ("drawn", "small", "large", "longer", "mirrored", "spanish", "spanish-large")
Settle = Callable[[], None]
Fill = Callable[[BookView, Settle, Path], None]


class Longer(dict[tuple[str, str], list[str]]):
    """A language whose words are a third longer."""

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ARG002 - as dict has it
        return [f"{form} {'ë' * math.ceil(len(form) * 0.3)}" for form in key[1].split("|")]


def _write(vault: Vault, folder: Path) -> None:
    people = [
        vault.people.add(NewPerson(name, role)).id
        for name, role in (
            ("Dale Mercer", Role.RESPONSIBLE),
            ("Priya Nair-Abernathy", Role.WITNESS),
            ("Deputy L. Osei", Role.OFFICER),
        )
    ]
    picture = folder / "a rather long file name of a picture.png"
    Image.new("RGB", (80, 60), "teal").save(picture)
    kept = keep_file.keep_file(vault, keep_file.look_at_file(picture))
    start = datetime(2026, 11, 12, 22, 47, tzinfo=ZoneInfo(ZONE))
    for number in range(3):
        moment = start - timedelta(days=8 * number)
        entry = vault.entries.add(
            EntryText(
                "Eleven calls in half an hour, no one spoke. Each time the line stayed open for a "
                "few seconds. I did not pick up after the second one.",
                Moment(Precision.BETWEEN, moment, moment + timedelta(hours=30), zone=ZONE),
                kind=Kind.IN_PERSON,
                place="The corner of Fifth Street and Alder Avenue",
                exact_words="You cannot keep ignoring me",
                effect="I have not slept",
                report=AuthorityReport("County police", "Osei", "4417", "26-004417", "refused"),
                people=tuple(people[:1]),
                witnesses=tuple(people[1:]),
                evidence=(kept.id,),
                private_note="Only for me",
            ),
            ZONE,
        )
        vault.entries.edit(entry.id, EntryText("Changed.", entry.what.happened))
        vault.entries.edit(entry.id, entry.what)


def _timeline(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("timeline", {})
    page: Any = view.current
    settle()
    page.filters.button.click()
    page.filters.choose_kind(Kind.IN_PERSON)
    settle()


def _entry(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("timeline", {})
    page: Any = view.current
    settle()
    page.view.choose(1)
    page.showing.read()
    settle()
    page._open_chosen(page.view.currentIndex())


def _several(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("timeline", {})
    page: Any = view.current
    settle()
    page.view.selectAll()
    page.does.turn_later()
    settle()


def _bin(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("timeline", {})
    page: Any = view.current
    settle()
    page.view.selectAll()
    page.does.remove()
    settle()
    page.filters.choose_bin()
    settle()


def _history(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("entry_history", {"entry": 2})
    settle()


def _go_to(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("timeline", {})
    settle()
    view.go_to()
    palette: Any = view.findChild(GoTo)
    palette.edit.setText("eleven calls")
    palette._ask()
    settle()
    assert palette.model.rowCount() == 3


def _new_entry(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("new_entry", {"entry": 2})
    page: Any = view.current
    settle()
    page.side.when.first.setText("3/4")
    page.side.when._touched("")
    page.side.people.add("Bartholomew Featherstone-Whitworth")
    page.side.details.open(shown=True)
    page.keep_draft()
    settle()


def _new_entry_with_messages(view: BookView, settle: Settle, folder: Path) -> None:
    chat = folder / "WhatsApp Chat with Dale.txt"
    lines = [f"12/11/2026, 19:0{at} - Dale: {'Hello again and again ' * 9}" for at in range(9)]
    chat.write_text("\n".join(lines), encoding="utf-8")
    view.desk.on_vault(_bring_in, chat)
    settle()
    view.show_page("new_entry", {"messages": list(range(1, 10))})
    page: Any = view.current
    settle()
    page.side.when._pick_chip.click()
    page.side.when._turn_calendar()
    page.side.when.calendar.show()
    settle()
    assert page.messages.isVisible()


def _bring_in(vault: Vault, chat: Path) -> None:
    examined = bring_in_messages.examine_messages(chat)
    answers = bring_in_messages.Answers(date_order="dmy", zone=ZONE)
    bring_in_messages.keep_messages(vault, examined, answers)


def _evidence(view: BookView, settle: Settle, folder: Path) -> None:
    """Files of many kinds, some chosen, one changed, a check under way."""
    view.desk.on_vault(_keep_more, folder)
    view.desk.keep_setting("blur", value=True)
    view.show_page("evidence", {})
    page: Any = view.current
    settle()
    page.check_all()
    settle()
    page.files.grid.selectAll()
    page.checking.show_progress(430, 1000)
    page.checking.show()
    page.adding.show_progress(3, 8)
    page.adding.show()
    assert page.altered.isVisible()


def _evidence_list(view: BookView, settle: Settle, folder: Path) -> None:
    """The same as a list, in the bin."""
    view.desk.on_vault(_keep_more, folder)
    view.show_page("evidence", {})
    page: Any = view.current
    settle()
    page.filters.ways.choose("list")
    page.does.moves.remove(page.model.ids()[:2])
    settle()
    page.filters.bin.click()
    settle()
    page.files.table.view.selectRow(0)


def _keep_more(vault: Vault, folder: Path) -> None:
    for at in range(9):
        path = folder / f"Screenshot of what he wrote, number {at}.png"
        Image.new("RGB", (90, 190), (40 * at % 255, 90, 120)).save(path)
        keep_file.keep_file(vault, keep_file.look_at_file(path))
    notes = keep_file.look_at_bytes("notes.txt", b"what I remember")
    kept = keep_file.keep_file(vault, notes)
    vault._store.con.execute(
        "UPDATE blob_piece SET bytes = zeroblob(length(bytes)) WHERE blob = ?", (kept.blob,)
    )


def _import_to(step: int) -> Fill:
    def fill(view: BookView, settle: Settle, folder: Path) -> None:
        chat = folder / "WhatsApp Chat with Dale.txt"
        lines = [
            f"{1 + at % 12:02}/{1 + at // 12:02}/2026, 19:02 - Dale: Hello, number {at} of them"
            for at in range(60)
        ]
        chat.write_text("\n".join([*lines, "13/12/2026, 19:02 - Robin: Stop"]), encoding="utf-8")
        view.show_page("import_messages", {})
        page: Any = view.current
        page.take_files([chat])
        settle()
        if step > 1:
            page.foot.next.click()
            settle()
            page.choose.picker.tick_hits()
        if step > 2:
            page.foot.next.click()
            settle()
        assert page.step == step

    return fill


def _import_days(view: BookView, settle: Settle, folder: Path) -> None:
    several = folder / "several.zip"
    with zipfile.ZipFile(several, "w") as packed:
        for name in ("Dale", "Bartholomew Featherstone-Whitworth"):
            lines = "".join(f"{at}/12/2026, 19:02 - {name}: Hello\n" for at in range(10, 30))
            packed.writestr(f"{name}/WhatsApp Chat with {name}.txt", lines)
    view.show_page("import_messages", {})
    page: Any = view.current
    page.take_files([several])
    settle()
    page.foot.next.click()
    settle()
    days = page.choose.days
    days.button.click()
    for line, words in ((days.span.first.line, "28 Dec 2026"), (days.span.last.line, "tram")):
        line.setText(words)
        days._read()
    settle()
    assert page.choose.chat.isVisible()


def _bring_chat(vault: Vault, folder: Path) -> None:
    chat = folder / "WhatsApp Chat with Bartholomew Featherstone-Whitworth.txt"
    name = "Bartholomew Featherstone-Whitworth"
    lines = [f"13/11/2026, 19:{at:02} - {name}: I know which tram you take" for at in range(40)]
    lines += ["13/11/2026, 19:50 - Robin: Stop", f"13/11/2026, 19:51 - {name}: <Media omitted>"]
    chat.write_text("\n".join([*lines, f"14/11/2026, 08:00 - {name}: {'You will see. ' * 40}"]))
    examined = bring_in_messages.examine_messages(chat)
    bring_in_messages.keep_messages(vault, examined, Answers(zone=ZONE, me="Robin"))
    messages = [one.id for one in vault.messages.page()]
    vault.message_kinds.give(messages[-3:], Kind.THREAT)
    vault.entries.add(EntryText("They wrote again.", messages=tuple(messages[-3:])), ZONE)


def _messages(view: BookView, settle: Settle, folder: Path) -> None:
    view.desk.on_vault(_bring_chat, folder)
    view.show_page("messages", {})
    settle()
    page: Any = view.current
    page.chat.model.tick(38, 41, on=True)
    page.showing.read()
    settle()
    page.pane.message.findChildren(Button)[-2].click()
    page._go_to_level(2)


def _messages_found(view: BookView, settle: Settle, folder: Path) -> None:
    _messages(view, settle, folder)
    page: Any = view.current
    page.left.finder.button.setChecked(True)
    page.left.finder.use_words("tram")
    page.pane.side.choose(value=True)
    settle()
    page._go_to_level(0)


def _messages_thread(view: BookView, settle: Settle, folder: Path) -> None:
    _messages(view, settle, folder)
    page: Any = view.current
    page.acts.add_to_entry(None)
    page._go_to_level(1)


def _report(section: str) -> Fill:
    def fill(view: BookView, settle: Settle, folder: Path) -> None:
        view.show_page("report_builder", {"new": True})
        page: Any = view.current
        settle()
        page.preview._make()
        settle()
        assert page.view.stage.pages > 0
        page.choices.choose_section(section)
        if section == "chronology":
            page.choices.chronology.which.setCurrentIndex(1)
            page.choices.chronology.days.first.line.setText("3/4/2026")
            page.choices.chronology._days_edited()
        page.choices.look_form.numbers.setCurrentIndex(2)
        if section == "cover":
            page.save_to(folder / "report.pdf")
        settle()

    return fill


def _report_picking(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("report_builder", {"new": True})
    page: Any = view.current
    settle()
    page.choices.choose_section("chronology")
    page.choices.chronology.which.setCurrentIndex(3)
    settle()
    page.picker.rows.press([0])
    settle()
    assert page.choices.draft.picked


def _report_refused(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.desk.on_vault(_write_a_hidden_name)
    settle()
    view.show_page("report_builder", {"new": True})
    page: Any = view.current
    settle()
    page.preview._make()
    settle()
    assert not page.view.help.isHidden(), "shown, though at twice the size on a tab of its own"


def _report_list(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.desk.on_vault(_keep_reports)
    settle()
    view.show_page("reports", {})
    settle()


def _keep_reports(vault: Vault) -> None:
    draft = ReportDraft(name="Protective order bundle", court="Alder County", made=24)
    report_drafts.new_report(vault, draft.to_json())
    saved = SavedReport("bundle.pdf", 34, 24, "ab" * 32, "2026-11-20T10:00:00+00:00")
    report_drafts.note_saved(vault, saved)


def _write_a_hidden_name(vault: Vault) -> None:
    vault.people.add(NewPerson("Robin", Role.ME, legal_name="Robin Amelia Kell"))
    for _ in range(14):
        text = EntryText("He shouted.", Moment(Precision.UNKNOWN), exact_words="Robin Amelia Kell")
        vault.entries.add(text, ZONE)


def _settings(section: str) -> Fill:
    def fill(view: BookView, settle: Settle, folder: Path) -> None:
        del folder
        view.desk.keep_setting("book_name", "The house in the long River Street, second matter")
        view.desk.keep_setting("plain_look", value=True)
        view.desk.keep_setting("backed_up_at", "2026-10-01T00:00:00+00:00")
        view.show_page("settings", {"section": section})
        settle()
        page: Any = view.current
        if section == "locking":
            page.section(section)._answered("yes")
            settle()

    return fill


def _settings_found(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("settings", {})
    page: Any = view.current
    page.search("book")
    settle()


def _help(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("timeline", {})
    settle()
    view.show_help()


def _book_menu(view: BookView, settle: Settle, folder: Path) -> None:
    del folder
    view.show_page("timeline", {})
    settle()
    view.rail.book.click()


def _viewer(tab: int) -> Fill:
    def fill(view: BookView, settle: Settle, folder: Path) -> None:
        del folder
        view.desk.on_vault(_describe)
        settle()
        heading = "Eleven calls in half an hour, no one spoke and nobody was there"
        view.show_page("viewer", {"evidence": 1, "among": [1], "heading": heading})
        settle()
        page: Any = view.current
        page.side.details.check.click()
        settle()
        page.side.tabs.choose(tab)
        page.about.setChecked(page.about.isVisible())
        settle()

    return fill


def _describe(vault: Vault) -> None:
    vault.evidence.describe(vault.evidence.all()[0].id, "A teal card. " * 20, "Words on it " * 9)


def _viewer_file(name: str, data: Callable[[], bytes], words: str = "") -> Fill:
    def fill(view: BookView, settle: Settle, folder: Path) -> None:
        path = folder / name
        path.write_bytes(data())
        kept: list[Any] = []
        view.desk.on_vault(_keep, path, then=kept.append)
        settle()
        others = [1, int(kept[0].id)]
        view.show_page("viewer", {"evidence": others[1], "among": others, "heading": "Calls"})
        settle()
        if words:
            view.bar.search.setText(words)
            settle()

    return fill


def _keep(vault: Vault, path: Path) -> Any:
    return keep_file.keep_file(vault, keep_file.look_at_file(path))


def _sound() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((1, 2, 8_000, 0, "NONE", ""))
        sound.writeframes(struct.pack("<8000h", *[4_000, -4_000] * 4_000) * 9)
    return out.getvalue()


def _pages() -> bytes:
    out = io.BytesIO()
    pages = [Image.new("RGB", (300, 400), "white") for _ in range(12)]
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:])
    return out.getvalue()


STATES: dict[str, Fill] = {
    "viewer": _viewer(0),
    "viewer_history": _viewer(1),
    "viewer_used": _viewer(2),
    "viewer_pages": _viewer_file("twelve pages.pdf", _pages, "tram"),
    "viewer_text": _viewer_file("call.txt", lambda: b"He said: come down. " * 9_000, "come"),
    "viewer_sound": _viewer_file("voicemail.wav", _sound),
    "viewer_unknown": _viewer_file("a rather long name of a file.bin", lambda: bytes(range(256))),
    **{
        f"settings_{name}": _settings(name)
        for name in (kind.section_id for kind in find_sections())
    },
    "settings_found": _settings_found,
    "help": _help,
    "book_menu": _book_menu,
    "timeline": _timeline,
    "entry": _entry,
    "several": _several,
    "bin": _bin,
    "history": _history,
    "go_to": _go_to,
    "new_entry": _new_entry,
    "new_entry_with_messages": _new_entry_with_messages,
    "evidence": _evidence,
    "evidence_list": _evidence_list,
    "import_check": _import_to(1),
    "import_choose": _import_to(2),
    "import_days": _import_days,
    "import_done": _import_to(3),
    "messages": _messages,
    "messages_found": _messages_found,
    "messages_thread": _messages_thread,
    "report_cover": _report("cover"),
    "report_chronology": _report("chronology"),
    "report_messages": _report("message_records"),
    "report_list": _report_list,
    "report_picking": _report_picking,
    "report_refused": _report_refused,
}


def _cut(view: BookView) -> list[str]:
    """Name what has less room than its words need, and what can be scrolled sideways."""
    found = []
    for part in view.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, Text):
            low = part.wordWrap() and part.heightForWidth(part.width()) > part.height()
            lacks = low or part.minimumSizeHint().width() > part.width()
        elif isinstance(part, QAbstractButton):
            lacks = part.minimumSizeHint().width() > part.width()
        elif isinstance(part, QScrollArea) and part.widget() is not None:
            lacks = part.widget().minimumSizeHint().width() > part.viewport().width()
        else:
            continue
        if lacks:
            words = part.text() if isinstance(part, (Text, QAbstractButton)) else ""
            found.append(f"{type(part).__name__} {words!r} {part.width()}x{part.height()}")
    return found


@pytest.fixture(scope="module")
def filled_book(write_book: Callable[[Callable[[Vault, Path], None]], Path]) -> Path:
    """The folder of a closed book with three entries, written once for all pages and dresses."""
    return write_book(_write)


@pytest.fixture
def vault(filled_book: Path, open_copy: Callable[[Path], Vault]) -> Vault:
    return open_copy(filled_book)


@pytest.fixture
def book_view(
    dress: str,
    qtbot: QtBot,
    qapp: QApplication,
    vault: Vault,
    jobs: Jobs,
    monkeypatch: pytest.MonkeyPatch,
) -> BookView:
    """The book in a shown window that speaks as the dress says; size and direction come to it."""
    if dress == "longer":
        longer = i18n._everywhere._replace(forms=Longer())
        monkeypatch.setattr(i18n, "_everywhere", longer)
    if dress.startswith("spanish"):
        i18n.use_language("es")
    view = BookView(vault, jobs)
    qtbot.addWidget(view)
    view.show()
    qapp.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if dress == "mirrored" else Qt.LayoutDirection.LeftToRight
    )
    if dress.endswith("large"):
        look().use(scale=2.0)
    view.resize(*_size(dress))
    return view


def _size(dress: str) -> tuple[int, int]:
    return (960, 640) if dress == "small" else (1280, 800)


@pytest.mark.usefixtures("nothing_is_put_off")
@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_in_the_middle_of_work(
    *,
    state: str,
    dress: str,
    book_view: BookView,
    settle: Settle,
    at_rest: Callable[[QWidget], None],
    tmp_path: Path,
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    STATES[state](book_view, settle, folder)
    at_rest(book_view)
    assert (book_view.width(), book_view.height()) == _size(dress)
    assert _cut(book_view) == []
    shots = Path(__file__).parents[3] / "build" / "shots"
    shots.mkdir(parents=True, exist_ok=True)
    assert book_view.grab().save(str(shots / f"filled-{state}-{dress}.png"))
