"""The report in memory: the very bytes that are saved, and nothing is read twice."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from logbook.domain.entry import EntryText
from logbook.domain.evidence import PrintCopy
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.domain.selection import ReportRequest
from logbook.errors import Cancelled, HiddenNameInReport, NothingChosen, ReportFailedCheck
from logbook.export import composer, report, validating
from logbook.tasks import keep_file
from logbook.tasks.make_report import make_report
from logbook.tasks.preview_report import ReportMemory, draw_page, preview_report
from logbook.tasks.save_report import save_report
from logbook.vault.vault import Vault

MADE_AT = "2026-11-20T10:00:00+00:00"


@pytest.fixture
def book(vault: Vault, tmp_path: Path) -> Vault:
    """A book with an entry and a picture."""
    picture = tmp_path / "note.png"
    Image.new("RGB", (300, 200), "teal").save(picture)
    kept = keep_file.keep_file(vault, keep_file.look_at_file(picture))
    when = datetime(2026, 11, 7, 14, 0, tzinfo=UTC)
    what = EntryText("A note under the door.", Moment(Precision.EXACT, when, zone="UTC"))
    vault.entries.add(replace(what, evidence=(kept.id,)), "UTC")
    return vault


def test_the_preview_is_the_file_itself(book: Vault, tmp_path: Path) -> None:
    request = ReportRequest(made_at=MADE_AT, zone="UTC")
    shown = preview_report(book, request, ReportMemory())
    made = make_report(book, request, tmp_path / "report.pdf")
    assert shown.data == (tmp_path / "report.pdf").read_bytes()
    assert shown.sections == made.sections
    assert shown.checks == tuple(one for one in made.checks if one.level == "look")


def test_every_section_says_where_it_stands(book: Vault) -> None:
    shown = preview_report(book, ReportRequest(zone="UTC"), ReportMemory())
    assert [one.id for one in shown.sections][:3] == ["cover", "index", "chronology"]
    assert sum(one.pages for one in shown.sections) == shown.pages
    pages = PdfReader(BytesIO(shown.data)).pages
    chronology = next(one for one in shown.sections if one.id == "chronology")
    assert "A note under the door" in pages[chronology.first - 1].extract_text()


def test_the_bytes_of_a_picture_are_read_once(book: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    real: Callable[[Any], PrintCopy | None] = book.evidence.print_copy

    def print_copy(evidence: Any) -> PrintCopy | None:
        read.append(evidence)
        return real(evidence)

    monkeypatch.setattr(book.evidence, "print_copy", print_copy)
    memory = ReportMemory()
    first = preview_report(book, ReportRequest(made_at=MADE_AT), memory)
    second = preview_report(book, ReportRequest(made_at=MADE_AT), memory)
    assert first.data == second.data
    assert len(read) == 1


def test_where_no_other_process_starts_the_report_is_made_here(
    book: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = ReportRequest(made_at=MADE_AT)
    there = preview_report(book, request, ReportMemory())

    def refuse() -> None:
        raise OSError(errno.EAGAIN, "no more processes")

    monkeypatch.setattr(composer, "start_process", refuse)
    memory = ReportMemory()
    memory.make_ready()
    assert preview_report(book, request, memory).data == there.data


def test_a_hidden_name_and_nothing_chosen_are_told_as_when_saving(book: Vault) -> None:
    book.people.add(NewPerson("Alex", Role.ME, legal_name="Alexandra Whitfield"))
    entry = book.entries.add(EntryText("Alexandra Whitfield was called."))
    with pytest.raises(HiddenNameInReport):
        preview_report(book, ReportRequest(), ReportMemory())
    shown = preview_report(book, ReportRequest(leave_out_named=True), ReportMemory())
    assert any(one.id == "R45" and "Left out" in one.message for one in shown.checks)
    with pytest.raises(NothingChosen):
        preview_report(book, ReportRequest(entries=()), ReportMemory())
    assert book.entries.get(entry.id).what.text.startswith("Alexandra")


def test_a_page_is_drawn_as_wide_as_it_is_asked_for(book: Vault) -> None:
    shown = preview_report(book, ReportRequest(page="letter"), ReportMemory())
    with Image.open(BytesIO(draw_page(shown.data, 0, 200))) as page:
        assert page.size == (200, 259)


def test_what_a_window_saves_is_what_the_command_line_makes(book: Vault, tmp_path: Path) -> None:
    request = ReportRequest(made_at=MADE_AT, zone="UTC")
    here = make_report(book, request, tmp_path / "here.pdf")
    apart = save_report(book, request, tmp_path / "apart.pdf", ReportMemory())
    assert (tmp_path / "apart.pdf").read_bytes() == (tmp_path / "here.pdf").read_bytes()
    (file,) = apart.files
    assert replace(apart, files=()) == replace(here, files=())
    assert replace(file, path=Path()) == replace(here.files[0], path=Path())


def test_nothing_of_a_saved_report_is_made_in_this_process(
    book: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        pytest.fail("made here")

    monkeypatch.setattr(report, "compose", refuse)
    monkeypatch.setattr(report, "show", refuse)
    told = Told()
    save_report(book, ReportRequest(zone="UTC"), tmp_path / "a.pdf", ReportMemory(), told)
    assert [done for done, _total in told.said] == sorted(done for done, _total in told.said)
    assert told.said[-1] == (1000, 1000)


def test_a_save_without_another_process_is_made_here(
    book: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise OSError(errno.EAGAIN, "no more processes")

    monkeypatch.setattr(composer, "start_process", none)
    made = save_report(book, ReportRequest(zone="UTC"), tmp_path / "a.pdf", ReportMemory())
    assert made.files[0].bytes == (tmp_path / "a.pdf").stat().st_size


@pytest.mark.parametrize("at", [500, 660, 800])
def test_a_stop_at_any_step_of_a_save_leaves_nothing(book: Vault, tmp_path: Path, at: int) -> None:
    target = tmp_path / "out" / "a.pdf"
    target.parent.mkdir()
    with pytest.raises(Cancelled):
        save_report(book, ReportRequest(zone="UTC"), target, ReportMemory(), Told(stop_at=at))
    assert list(target.parent.iterdir()) == []


def test_a_report_that_fails_its_validator_is_not_saved(
    book: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ReportFailedCheck("R09: 6.1.2", where="PDF/A-2b")

    monkeypatch.setattr(validating, "must_pass", broken)
    target = tmp_path / "out" / "a.pdf"
    target.parent.mkdir()
    with pytest.raises(ReportFailedCheck):
        save_report(book, ReportRequest(zone="UTC"), target, ReportMemory())
    assert list(target.parent.iterdir()) == []


class Told:
    """A progress that remembers how far it was, and perhaps stops."""

    def __init__(self, *, stop_at: int = 10_000) -> None:
        self.said: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def __call__(self, done: int, total: int, _doing: str = "") -> None:
        if total == 1000:
            self.said.append((done, total))
            if done >= self._stop_at:
                raise Cancelled

    def give_way(self) -> None:
        """Do nothing."""
