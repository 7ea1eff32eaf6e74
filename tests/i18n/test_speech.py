"""The language in use: chosen, changed, written another way in another thread, and its numbers."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from logbook import i18n
from logbook.i18n import translate

GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{code}" sourcelanguage="en">
<context>
    <name>A</name>
    <message><source>Words</source><translation>{words}</translation></message>
    <message numerus="yes"><source>%n file|%n files</source>
        <translation>{forms}</translation></message>
    <message><source>New</source><translation type="unfinished"></translation></message>
</context>
</TS>
"""


def add(folder: Path, code: str, words: str, *forms: str) -> None:
    inside = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
    text = GERMAN.format(code=code, words=words, forms=inside)
    (folder / f"logbook_{code}.ts").write_text(text, "utf-8")


def files(n: int) -> str:
    return translate("A", "%n file|%n files", "", n)


def test_a_language_is_used_and_changed_and_left_again(catalogues: Path) -> None:
    add(catalogues, "de", "Worte", "%n Datei", "%n Dateien")
    add(catalogues, "pl", "Słowa", "%n plik", "%n pliki", "%n plików")
    i18n.use_language("de_AT")
    assert (i18n.language(), translate("A", "Words"), files(2)) == ("de", "Worte", "2 Dateien")
    i18n.use_language("pl")
    assert [files(n) for n in (1, 2, 5, 21)] == ["1 plik", "2 pliki", "5 plików", "21 plików"]
    i18n.use_language("en")
    assert (i18n.language(), translate("A", "Words"), files(2)) == ("en", "Words", "2 files")


def test_what_is_not_translated_is_said_in_english_with_its_forms(catalogues: Path) -> None:
    add(catalogues, "fr", "Mots", "%n fichier", "%n fichiers")
    i18n.use_language("fr")
    assert translate("A", "New") == "New"
    assert translate("B", "%n entry|%n entries", "", 0) == "0 entries"
    assert files(0) == "0 fichier"


@pytest.mark.parametrize("code", ["", "en", "xx", "../../etc/passwd", "de/..", "e\0n", "en_GB"])
def test_a_language_without_a_catalogue_is_english(catalogues: Path, code: str) -> None:
    add(catalogues, "de", "Worte", "", "")
    i18n.use_language("de")
    i18n.use_language(code)
    assert (i18n.language(), translate("A", "Words")) == ("en", "Words")


def test_a_catalogue_with_too_few_forms_says_its_last(catalogues: Path) -> None:
    add(catalogues, "ar", "x", "%n a", "%n b")
    i18n.use_language("ar")
    assert files(100) == "100 b"


def test_another_language_is_spoken_inside_alone_and_in_one_thread(catalogues: Path) -> None:
    add(catalogues, "de", "Worte", "%n Datei", "%n Dateien")
    add(catalogues, "fr", "Mots", "%n fichier", "%n fichiers")
    i18n.use_language("de")
    inside, done = threading.Event(), threading.Event()
    heard: list[str] = []

    def report() -> None:
        with i18n.speaking("fr"):
            heard.append(translate("A", "Words"))
            inside.set()
            assert done.wait(10)
            heard.append(translate("A", "Words"))
        heard.append(translate("A", "Words"))

    thread = threading.Thread(target=report)
    thread.start()
    assert inside.wait(10)
    assert translate("A", "Words") == "Worte"
    i18n.use_language("en")  # the person changes it meanwhile
    done.set()
    thread.join()
    assert heard == ["Mots", "Mots", "Words"]


def test_speaking_ends_also_when_something_fails(catalogues: Path) -> None:
    add(catalogues, "de", "Worte", "%n Datei", "%n Dateien")
    with pytest.raises(ZeroDivisionError), i18n.speaking("de"):
        raise ZeroDivisionError
    assert i18n.language() == "en"
    with i18n.speaking("de"), i18n.speaking("en"):
        assert translate("A", "Words") == "Words"


def test_a_catalogue_that_changed_is_read_again(catalogues: Path) -> None:

    add(catalogues, "de", "Worte", "%n Datei", "%n Dateien")
    i18n.use_language("de")
    add(catalogues, "de", "Wörter", "%n Datei", "%n Dateien")
    os.utime(catalogues / "logbook_de.ts", ns=(1, 1))
    i18n.use_language("de")
    assert translate("A", "Words") == "Wörter"


@pytest.mark.parametrize(
    ("code", "thousand", "million", "half"),
    [
        ("en", "1,234", "1,234,567", "-1,234.5"),
        ("es", "1234", "1.234.567", "-1234,5"),
        ("es_ES.UTF-8", "1234", "1.234.567", "-1234,5"),
        ("es-MX", "1,234", "1,234,567", "-1,234.5"),
        ("es_US", "1,234", "1,234,567", "-1,234.5"),
        ("es_AR", "1.234", "1.234.567", "-1.234,5"),
        ("es_CR", "1\u00a0234", "1\u00a0234\u00a0567", "-1\u00a0234,5"),
    ],
)
def test_numbers_are_written_as_the_region_does(
    catalogues: Path, code: str, thousand: str, million: str, half: str
) -> None:
    add(catalogues, "es", "Palabras", "%n archivo", "%n archivos")
    with i18n.speaking(code):
        assert (i18n.figures(1234), i18n.figures(1_234_567)) == (thousand, million)
        assert i18n.decimal(-1234.5) == half
        assert (i18n.figures(-7), i18n.decimal(2, 0), i18n.figures(0)) == ("-7", "2", "0")
        assert files(1_234_567).startswith(f"{million} ")


def test_the_report_keeps_the_region_of_the_window(catalogues: Path) -> None:
    add(catalogues, "es", "Palabras", "%n archivo", "%n archivos")
    i18n.use_language("es_MX")
    with i18n.speaking("es"):
        assert i18n.figures(1234) == "1,234"


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "es_ES.UTF-8"}, "es_ES.UTF-8"),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "es_MX"}, "es_MX"),
        ({"LANG": "de_DE", "LANGUAGE": "de:es:en"}, "es"),
        ({"LANG": "C", "LANGUAGE": "es"}, "en"),
        ({"LANG": "xx_YY"}, "en"),
        ({"LANG": "", "LC_ALL": "", "LANGUAGE": "es"}, "en"),
    ],
)
def test_a_terminal_says_which_language_it_wants(
    catalogues: Path, environment: dict[str, str], wanted: str
) -> None:
    add(catalogues, "es", "Palabras", "%n archivo", "%n archivos")
    assert i18n.language_wanted(environment) == wanted


def test_every_language_that_can_be_chosen_is_named_in_its_own_words(catalogues: Path) -> None:
    assert i18n.languages() == {"en": "English"}
    add(catalogues, "es", "Palabras", "%n archivo", "%n archivos")
    assert i18n.languages() == {"en": "English", "es": "Español"}
