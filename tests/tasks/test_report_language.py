"""The language of a report's pages: chosen for itself, whatever the window speaks meanwhile."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from logbook import i18n
from logbook.domain.entry import EntryText
from logbook.domain.moment import Moment, Precision
from logbook.domain.selection import ReportRequest
from logbook.errors import UsageError
from logbook.tasks.make_report import make_report
from logbook.vault.vault import Vault


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use_language("en")


@pytest.fixture
def filled(vault: Vault) -> Vault:
    when = Moment(Precision.ABOUT, datetime(2026, 3, 9, 20, tzinfo=UTC), zone="UTC")
    vault.entries.add(EntryText("He stood at the gate.", when), "UTC")
    vault.entries.add(EntryText("Sin fecha."), "UTC")
    return vault


def request(language: str = "") -> ReportRequest:
    return ReportRequest(zone="UTC", made_at="2026-04-01T00:00:00Z", language=language)


def words_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def lang_of(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        return str(pdf.Root.Lang)


SPANISH = (
    "Cronología",
    "Declaro bajo pena de perjurio",
    "hacia las 20:00",
    "9 mar 2026",
    "Página 1 de",
)
ENGLISH = ("Chronology", "I declare under penalty of perjury", "about 20:00", "Page 1 of")


@pytest.mark.parametrize("window", ["en", "es"])
@pytest.mark.parametrize(
    ("language", "said", "unsaid"), [("es", SPANISH, ENGLISH), ("en", ENGLISH, SPANISH)]
)
def test_the_pages_speak_the_language_that_was_chosen(
    filled: Vault, tmp_path: Path, window: str, language: str, said: list[str], unsaid: list[str]
) -> None:
    i18n.use_language(window)
    doing: set[str] = set()

    class Told:
        def __call__(self, _done: int, _total: int, text: str = "") -> None:
            doing.add(text)

        def give_way(self) -> None:
            """Nothing waits here."""

    made = make_report(filled, request(language), tmp_path / "r.pdf", Told())
    found = words_of(tmp_path / "r.pdf")
    assert [words for words in said if words not in found] == []
    assert [words for words in unsaid if words in found] == []
    assert lang_of(tmp_path / "r.pdf") == language
    checks = " ".join(one.message for one in made.checks)
    assert ("Entry 2 has no date." if window == "en" else "La entrada 2 no tiene fecha.") in checks
    assert ("Laying out pages" if window == "en" else "Ordenando las páginas") in doing


def test_without_a_choice_a_report_speaks_as_the_window(filled: Vault, tmp_path: Path) -> None:
    i18n.use_language("es_MX")
    make_report(filled, request(), tmp_path / "r.pdf")
    assert lang_of(tmp_path / "r.pdf") == "es"
    assert "Cronología" in words_of(tmp_path / "r.pdf")


def test_a_language_that_is_not_here_is_refused_by_name(filled: Vault, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        make_report(filled, request("tlh"), tmp_path / "r.pdf")
    assert refused.value.where == "tlh"
    assert not (tmp_path / "r.pdf").exists()


def test_the_same_choice_gives_the_same_bytes_and_another_name_in_another_language(
    filled: Vault, tmp_path: Path
) -> None:
    for name, language in (("a", "es"), ("b", "es"), ("c", "en")):
        make_report(filled, request(language), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    ids = {re.findall(r"(?:Bundle|Informe) ([0-9A-F]{8})", words_of(tmp_path / n))[0] for n in "ac"}
    assert len(ids) == 2


def test_a_window_that_changes_its_language_does_not_reach_the_pages(
    filled: Vault, tmp_path: Path
) -> None:
    """The person switches to and fro as long as the report is made."""
    made = threading.Event()

    def switch() -> None:
        while not made.is_set():
            i18n.use_language("es")
            i18n.use_language("en")

    other = threading.Thread(target=switch)
    other.start()
    try:
        make_report(filled, request("es"), tmp_path / "a")
    finally:
        made.set()
        other.join()
    make_report(filled, request("es"), tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
