"""Translation without Qt: the same sentences for the window, the command line and the report.

English is the source. A catalogue is a Qt Linguist file (`resources/i18n/logbook_es.ts`), so that
translators keep their usual tools; `make strings` finds every `translate("Context", "...")`.

The process speaks one language, which `use_language` changes at any time. A report may be written
in another one meanwhile: inside `speaking` only the code that runs there hears it, other threads
do not. What a language says is never changed, only replaced as a whole, so no lock is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final, NamedTuple

from logbook import assets
from logbook.i18n.speech import Speech, parts_of, speech_of

if TYPE_CHECKING:
    from datetime import datetime

_OWN_NAMES: Final = {"en": "English", "es": "Español"}
_here: ContextVar[Speech | None] = ContextVar("speech", default=None)
_everywhere = speech_of("en")
_look = ""
_ALL_HOURS: Final = 24
_NOON: Final = 12
_hours = _ALL_HOURS


def language() -> str:
    """Return the code of the language in use, such as `en` or `es`."""
    return _speech().language


def languages() -> dict[str, str]:
    """Return every language that can be used: its code, and its name as it calls itself."""
    folder = assets.resource("i18n")
    found = sorted(path.stem.removeprefix("logbook_") for path in folder.glob("logbook_*.ts"))
    return {code: _OWN_NAMES.get(code, code) for code in ("en", *found)}


def use_language(code: str) -> None:
    """Speak a language from now on; the region in `es_MX` decides how numbers are written.

    A code without a catalogue means English. What is on the screen keeps its words until it is
    made anew.
    """
    global _everywhere  # noqa: PLW0603 - one process speaks one language at a time
    _everywhere = _with_look(speech_of(code), _look)


def use_look(name: str) -> None:
    """Say neutral words for what would tell what the program is for; no name: its own words."""
    global _everywhere, _look  # noqa: PLW0603 - as above
    _look = name
    spoken = _everywhere
    _everywhere = _with_look(speech_of(f"{spoken.language}_{spoken.region}"), name)


def use_hours(hours: int) -> None:
    """Write times of day with 12 hours or with 24 from now on; a report always has 24."""
    global _hours  # noqa: PLW0603 - as above
    _hours = hours


class Manner(NamedTuple):
    """How this process speaks; another one can be told to speak the same way."""

    code: str
    look: str
    hours: int


def manner() -> Manner:
    """Return how this process speaks."""
    spoken = _everywhere
    return Manner(f"{spoken.language}_{spoken.region}", _look, _hours)


def use_manner(wanted: Manner) -> None:
    """Speak as another process does."""
    use_look(wanted.look)
    use_language(wanted.code)
    use_hours(wanted.hours)


def clock(when: datetime) -> str:
    """Return the time of day as it is read here: 22:47, or 10:47 pm where 12 hours are usual."""
    if _hours == _ALL_HOURS or _here.get() is not None:
        return f"{when:%H:%M}"
    hour, minute = when.hour % 12 or 12, f"{when:%M}"
    if when.hour < _NOON:
        return translate("Dates", "{hour}:{minute} am", hour=hour, minute=minute)
    return translate("Dates", "{hour}:{minute} pm", hour=hour, minute=minute)


def at_clock(when: datetime) -> str:
    """Return the time of day as it stands after "about": some languages give it an article."""
    said = clock(when)
    shown = when.hour if said == f"{when:%H:%M}" else when.hour % _NOON
    return with_article(said, shown)


def with_article(clock_said: str, hour: int) -> str:
    """Return a time that is already said with the article that its hour takes."""
    return translate(
        "Dates",
        "{time}|{time}",
        "after about or between; the first form is for one o'clock",
        hour,
        time=clock_said,
    )


def language_wanted(environment: Mapping[str, str]) -> str:
    """Return the code that a terminal asks for, as other programs read it (POSIX, GNU gettext)."""
    chosen = ("LC_ALL", "LC_MESSAGES", "LANG")
    code = next((environment[name] for name in chosen if environment.get(name)), "C")
    if parts_of(code)[0] in {"c", "posix"}:
        return "en"
    wanted = [*environment.get("LANGUAGE", "").split(":"), code]
    known = languages()
    return next((one for one in wanted if parts_of(one)[0] in known), "en")


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language inside, in this thread alone and without a look.

    The report's words: they belong to the paper, whatever the window says meanwhile.
    """
    region = _speech().region if "_" not in code and "-" not in code else ""
    token = _here.set(speech_of(f"{code}_{region}" if region else code))
    try:
        yield
    finally:
        _here.reset(token)


def translate(context: str, text: str, comment: str = "", n: int = -1, /, **values: object) -> str:
    """Return `text` in the language in use with `{name}` places filled from `values`.

    `comment` is for translators. `n` chooses the plural form and fills `%n`; an English text with
    `%n` may write both forms as `"%n file|%n files"`.
    """
    del comment
    speech = _here.get() or _everywhere
    forms = speech.forms.get((context, text))
    if n >= 0:
        rule = speech.rule
        if not forms:
            forms, rule = text.split("|"), _ENGLISH
        text = forms[min(rule.form_of(n), len(forms) - 1)]
        text = text.replace("%n", figures(n))
    elif forms:
        text = forms[0]
    return text.format_map(_Known(values)) if values else text


def translate_data(context: str, text: str) -> str:
    """Return the translation of a text that stands in a data file and not in the program."""
    forms = _speech().forms.get((context, text))
    return forms[0] if forms else text


def figures(value: int) -> str:
    """Return a whole number in figures as the language in use writes it, such as 1,234 or 1.234."""
    marks = _speech().marks
    if len(str(abs(value))) < marks.least_digits:
        return str(value)
    return f"{value:,}".replace(",", marks.group)


def decimal(value: float, places: int = 1) -> str:
    """Return a number with decimals as the language in use writes it, such as 2.5 or 2,5."""
    whole, _, rest = f"{abs(value):.{places}f}".partition(".")
    sign = "-" if value < 0 else ""
    return f"{sign}{figures(int(whole))}{_speech().marks.decimal if rest else ''}{rest}"


def _speech() -> Speech:
    return _here.get() or _everywhere


def _with_look(speech: Speech, look: str) -> Speech:
    """Lay the neutral words of a look over what a language says."""
    if not look:
        return speech
    from logbook.i18n.plain_look import neutral_words  # noqa: PLC0415 - few choose a look

    token = _here.set(speech)
    try:
        neutral = {key: (words,) for key, words in neutral_words().items()}
    finally:
        _here.reset(token)
    return speech._replace(forms={**speech.forms, **neutral})


class _Known(dict[str, object]):
    """Leave an unknown place as it stands: a wrong translation must not stop the program."""

    def __init__(self, values: Mapping[str, object]) -> None:
        super().__init__(values)

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


_ENGLISH: Final = _everywhere.rule
