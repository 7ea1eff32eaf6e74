"""What one language says, and how it writes numbers: read from a catalogue, never changed."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from logbook import assets
from logbook.i18n.plurals import Rule, rule_of

Catalogue = Mapping[tuple[str, str], Sequence[str]]
"""Forms of a text, by context and source."""


class Marks(NamedTuple):
    """The signs inside a number; groups begin with a number of `least_digits` (Unicode CLDR)."""

    group: str = ","
    decimal: str = "."
    least_digits: int = 4


_COMMA_FOR_GROUPS: Final = Marks()
_POINT_FOR_GROUPS: Final = Marks(".", ",")
_SPAIN: Final = Marks(".", ",", least_digits=5)
# Spanish is written both ways: from Mexico to Peru and in the United States as in English.
_SPANISH: Final = {
    **dict.fromkeys(("BR", "BZ", "CU", "DO", "GT", "HN", "MX"), _COMMA_FOR_GROUPS),
    **dict.fromkeys(("NI", "PA", "PE", "PR", "SV", "US", "419"), _COMMA_FOR_GROUPS),
    **dict.fromkeys(("AR", "BO", "CL", "CO", "EC", "PY", "UY", "VE"), _POINT_FOR_GROUPS),
    "CR": Marks("\u00a0", ","),
}


class Speech(NamedTuple):
    """A language with its catalogue; English needs none."""

    language: str
    forms: Catalogue
    rule: Rule
    marks: Marks = _COMMA_FOR_GROUPS
    region: str = ""


def parts_of(code: str) -> tuple[str, str]:
    """Return language and region of a code such as `es`, `es_MX`, `es-MX` or `es_MX.UTF-8`."""
    language, _, rest = code.replace("-", "_").partition("_")
    region = rest.partition(".")[0].partition("@")[0].rpartition("_")[2]
    return language.partition(".")[0].lower(), region.upper()


def speech_of(code: str) -> Speech:
    """Return what a language says; one without a catalogue is English."""
    language, region = parts_of(code)
    path = assets.resource("i18n", f"logbook_{language}.ts") if language.isalpha() else None
    if path is None or language == "en" or not path.is_file():
        return Speech("en", {}, rule_of("en"), region=region)
    marks = _SPANISH.get(region, _SPAIN) if language == "es" else _COMMA_FOR_GROUPS
    forms = _read(path, path.stat().st_mtime_ns)
    return Speech(language, forms, rule_of(language), marks, region)


@functools.lru_cache(maxsize=4)
def _read(path: Path, _changed_ns: int) -> Catalogue:
    """Read a catalogue once: a report is written anew at each change of its options."""
    return _read_ts(path.read_bytes())


def _read_ts(data: bytes) -> dict[tuple[str, str], tuple[str, ...]]:
    """Read the finished messages of a Qt Linguist file."""
    from xml.parsers import expat  # noqa: PLC0415 - English needs no catalogue

    found: dict[tuple[str, str], tuple[str, ...]] = {}
    context = source = ""
    forms: list[str] = []
    text: list[str] = []

    def start(_name: str, _attributes: dict[str, str]) -> None:
        text.clear()

    def end(name: str) -> None:
        nonlocal context, source
        words = "".join(text)
        if name == "name":
            context = words
        elif name == "source":
            source = words
            forms.clear()
        elif name == "numerusform" or (name == "translation" and not forms):
            forms.append(words)
        elif name == "message" and all(forms):
            found[context, source] = tuple(forms)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    parser.Parse(data, True)
    return found
