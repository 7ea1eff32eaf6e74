"""Translation without Qt: the same sentences for the window, the command line and the report.

English is the source. A catalogue is a Qt Linguist file (`resources/i18n/logbook_es.ts`), so that
translators keep their usual tools; `make strings` finds every `translate("Context", "...")`.
"""

from __future__ import annotations

from collections.abc import Mapping

from logbook import assets

_catalogue: dict[tuple[str, str], list[str]] = {}
_language = "en"


def language() -> str:
    """Return the code of the language in use, such as `en` or `es`."""
    return _language


def use_language(code: str) -> None:
    """Load the catalogue of `code`; a code without a catalogue means English."""
    global _language  # noqa: PLW0603 - one process speaks one language at a time
    _catalogue.clear()
    _language = "en"
    path = assets.resource("i18n", f"logbook_{code}.ts")
    if code != "en" and path.is_file():
        _catalogue.update(_read_ts(path.read_bytes()))
        _language = code


def translate(context: str, text: str, comment: str = "", n: int = -1, /, **values: object) -> str:
    """Return `text` in the language in use with `{name}` places filled from `values`.

    `comment` is for translators. `n` chooses the plural form and fills `%n`; an English text with
    `%n` may write both forms as `"%n file|%n files"`.
    """
    del comment
    forms = _catalogue.get((context, text))
    if n >= 0:
        if not forms:
            forms = text.split("|")
        text = forms[0] if n == 1 or len(forms) == 1 else forms[1]
        text = text.replace("%n", f"{n:,}")
    elif forms:
        text = forms[0]
    return text.format_map(_Known(values)) if values else text


class _Known(dict[str, object]):
    """Leave an unknown place as it stands: a wrong translation must not stop the program."""

    def __init__(self, values: Mapping[str, object]) -> None:
        super().__init__(values)

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _read_ts(data: bytes) -> dict[tuple[str, str], list[str]]:
    """Read the finished messages of a Qt Linguist file."""
    from xml.parsers import expat  # noqa: PLC0415 - English needs no catalogue

    found: dict[tuple[str, str], list[str]] = {}
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
            found[context, source] = list(forms)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    parser.Parse(data, True)
    return found
