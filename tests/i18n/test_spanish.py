"""The Spanish catalogue: whole, plain, of one glossary, and in form with its source.

What the rules come from stands in docs/decisions/ (Spanish); sentences that only a reader can judge
are not judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

CATALOGUE = Path(__file__).parents[2] / "resources" / "i18n" / "logbook_es.ts"
LONGEST_SENTENCE_WORDS = 20

# Said the same in both languages: names, units, forms of their own, and a few words.
SAME = {
    *(
        "A4",
        "UTC",
        "PDF",
        "SHA-256",
        "Ctrl",
        "Ctrl Z",
        "Ctrl Y",
        "Color",
        "Chat",
        "Video",
        "No",
        "Enter",
    ),
    *("{n} bytes", "{kind}, {size} ({bytes} bytes)"),
}
# Terms of the glossary: what is said in English, and one of the stems that must stand for it.
GLOSSARY = {
    r"book\b(?!$)|books\b": ("cuaderno",),
    r"passphrase": ("frase secreta", "frases secretas", "otra vez"),
    r"recovery key": ("clave de recuperación",),
    r"recovery code": ("código de recuperación", "códigos de recuperación", "un código de antes"),
    r"key file": ("archivo de clave",),
    r"backup(?! & Restore)(?!, or)": ("copia", "Exporte"),
    r"exhibit": ("anexo",),
    r"petitioner": ("parte peticionaria",),
    r"respondent": ("parte demandada",),
    r"protective order": ("orden de protección",),
    r"case number": ("número de caso",),
    r"timeline|chronology": ("cronología",),
    r"fingerprint": ("huella",),
    r"witness": ("testigo",),
    r"\bentry|\bentries": ("entrada",),
    r"evidence": ("prueba",),
    r"draft": ("borrador",),
    r"\bbin\b": ("papelera",),
    r"anchor": ("comprobante",),
    r"Caps Lock": ("bloq mayús",),
    r"this computer": ("este equipo",),
}
NEVER = re.compile(
    r"víctima|abusador|agresor|maltrat|acosador|por favor|¡|!|inválid|éxito|ups\b"
    r"|\b(?:tu|tus|tú|te|ti|contigo|puedes|tienes|quieres|debes|vuestr[oa]s?|os)\b"
    r"|ordenador|computador|celular|móvil|email|\bclic|cliquea|backup(?! & Restore)|password"
    r"|\bPDFs\b|\"|(?<![ ,])'(?! )|\.\.\.",
    re.IGNORECASE,
)
# A name that a sentence ends with may hold a dot that ends none.
_ABBREVIATED = re.compile(r"\b(?:EE|UU|pág|p|m|a|xml|zip)\.|vault\.state|informe\.pdf|\.xml|\.zip")
_WORD = re.compile(r"[^\W\d_]+|\{\w+\}|%n|\d+")
_MONTH_OR_WEEKDAY = re.compile(
    r"Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|\w+day"
)


class Said(NamedTuple):
    """One form of a text in both languages."""

    context: str
    source: str
    spanish: str
    is_plural: bool


def _all() -> Iterator[Said]:
    for context in ET.parse(CATALOGUE).getroot().iter("context"):  # noqa: S314 - a file of ours
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source, said = message.findtext("source") or "", message.find("translation")
            assert said is not None
            forms = [form.text or "" for form in said.iter("numerusform")]
            english = source.split("|") if forms else [source]
            for place, spanish in enumerate(forms or [said.text or ""]):
                shown = english[min(place, len(english) - 1)]
                yield Said(name, shown, spanish, bool(forms))


ALL = tuple(_all())


def _prose(text: str) -> str:
    """Leave out places, names of options and the name of the command."""
    return re.sub(r"\{\w+\}|%n|--[a-z-]+|logbook", "", text)


def _wrong(wrong: Iterator[Said] | list[Said]) -> str:
    return "\n".join(f"{one.context}: {one.source!r} -> {one.spanish!r}" for one in wrong)


def test_no_place_is_lost_or_made_up() -> None:
    def places(text: str) -> list[str]:
        return sorted(set(re.findall(r"\{\w*\}|%(?:\(\w+\))?[rs]\b", text)))

    assert not _wrong(one for one in ALL if places(one.source) != places(one.spanish))
    numbers = (one for one in ALL if "%n" in one.spanish and "%n" not in one.source)
    assert not _wrong(one for one in numbers if one.source.count("%n") == 0 and not one.is_plural)
    lost = (one for one in ALL if "%n" in one.source and "%n" not in one.spanish)
    assert not _wrong(one for one in lost if not one.spanish.startswith("el único"))


def test_nothing_is_left_in_english() -> None:
    def is_empty_of_words(text: str) -> bool:
        return not re.search(r"[^\W\d_]", re.sub(r"\{\w+\}|%n|SHA-256|UTC", "", text))

    same = (one for one in ALL if one.source == one.spanish and one.source not in SAME)
    assert not _wrong(one for one in same if not is_empty_of_words(one.source))
    english = re.compile(r"\b(?:the|this|of|and|with|your|file|not|was|is|are|to)\b", re.IGNORECASE)
    assert not _wrong(one for one in ALL if english.search(_prose(one.spanish)))


def test_no_word_blames_pleads_or_is_too_familiar() -> None:
    assert not _wrong(one for one in ALL if NEVER.search(one.spanish))


@pytest.mark.parametrize("term", GLOSSARY)
def test_each_term_has_its_one_word(term: str) -> None:
    wanted = tuple(word.casefold() for word in GLOSSARY[term])
    with_it = [one for one in ALL if re.search(term, _prose(one.source), re.IGNORECASE)]
    assert with_it
    lacking = [one for one in with_it if not any(w in one.spanish.casefold() for w in wanted)]
    assert not _wrong(lacking)


def test_sentences_are_short() -> None:
    def longest(text: str) -> int:
        plain = _ABBREVIATED.sub("x", text)
        return max(
            (len(_WORD.findall(one)) for one in re.split(r"[.?:;](?:\s|$)", plain)), default=0
        )

    long = [one for one in ALL if longest(one.spanish) > LONGEST_SENTENCE_WORDS]
    assert not _wrong(long)


def test_a_text_ends_as_its_source_does() -> None:
    def end(text: str) -> str:
        last = re.sub(r"\b[ap]\.\u00a0m\.$", "pm", text).rstrip("”»")[-1:]
        return last if last in ".?:,;…)]" else ""

    assert not _wrong(one for one in ALL if end(one.source) != end(one.spanish))
    spaces = (one for one in ALL if one.source[-1:].isspace() != one.spanish[-1:].isspace())
    assert not _wrong(spaces)


def test_a_text_begins_as_its_source_does() -> None:
    def begins_large(text: str) -> bool | None:
        first = re.sub(r"^[\s\[(¿“]+", "", text)[:1]
        return first.isupper() if first.isalpha() else None

    for one in ALL:
        english, spanish = begins_large(one.source), begins_large(one.spanish)
        names_a_day = _MONTH_OR_WEEKDAY.fullmatch(one.source.split(" ")[0])
        if english is not None and spanish is not None and not names_a_day:
            assert english == spanish, _wrong([one])


def test_signs_are_those_of_spanish() -> None:
    assert not _wrong(one for one in ALL if one.spanish.count("¿") != one.spanish.count("?"))
    doubled = (one for one in ALL if "  " in one.spanish and "  " not in one.source)
    assert not _wrong(doubled)
    assert not _wrong(one for one in ALL if re.search(r"\S ?%(?![nrs(])", one.spanish)
                      and "\u00a0%" not in one.spanish)  # fmt: skip
    quoted = (one for one in ALL if one.spanish.count("“") != one.spanish.count("”"))
    assert not _wrong(quoted)
    assert not _wrong(one for one in ALL if re.search(r"[‘’«»]", one.spanish))


def test_a_text_is_not_much_longer_than_the_room_for_it() -> None:
    """Words on buttons and labels have 35 % more room; short ones need more of it."""

    def room(source: str) -> int:
        return max(round(len(source) * 2.2), len(source) + 14)

    assert not _wrong(one for one in ALL if len(one.spanish) > room(one.source))


def test_what_only_clears_a_box_does_not_sound_like_deleting() -> None:
    clears = [one for one in ALL if one.source.startswith("Clear")]
    assert clears
    assert not _wrong(one for one in clears if re.match("Borrar|Eliminar", one.spanish))
