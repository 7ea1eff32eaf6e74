"""The copy of a text that is searched, the words of a query, and the piece of text round a hit.

Two spellings that a reader takes for the same become the same here: capitals, accents, full and
half width, Arabic vowel signs, digits of other scripts, curly quotes, a number with and without
separators. Text and query go the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from logbook.vault.texts import STRETCH_CHARS, stretches

# Another number means another result for the same text, so the index is built again.
FORM = f"3/{unicodedata.unidata_version}"

TRIGRAM = 3  # characters of a token of the index
_PADDING = "  "
_MOST_QUERY_CHARS = 500
_MOST_NEEDLES = 16
_SNIPPET_CHARS = 160
_BEFORE_HIT_CHARS = 50
SNIPPET_SEARCHED_CHARS = 50_000  # of a text; a hit behind them is shown by its start
_STRETCH_CHARS = 2_000
_ELLIPSIS = "…"

# Letters that are one to a reader and have no decomposition, and marks that keyboards vary.
_SAME = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "æ": "ae",
        "œ": "oe",
        "ك": "ک",
        "ي": "ی",
        "ى": "ی",
        "ـ": None,  # tatweel, a stroke that only stretches a word
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "\0": " ",  # would end the text for SQLite's tokenizer
    }
)
_HAS_SAME = re.compile(f"[{re.escape(''.join(map(chr, _SAME)))}]")  # quicker than to translate all
# Marks that a reader may leave out: Latin, Greek, Cyrillic, Hebrew and Arabic ones. Those of Indic
# scripts and Thai vowels are letters of the word and stay. Then what has no look of its own.
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
# A telephone, card or account number as people write it: seven digits or more, separators between.
_NUMBER = re.compile(r"[0-9](?:[ ().\-/]{0,3}[0-9]){6,}")
_NOT_DIGIT = re.compile(r"[^0-9]+")
# The same as `_NUMBER`, in two steps: matching one number that fills a long text would take a
# hundred times its size.
_FEWEST_DIGITS = 7
_SEPARATORS = b" ().-/"
_DIGITS_AND_SEPARATORS = re.compile(rb"[0-9][0-9 ().\-/]*+")
_LONGEST_NUMBER, _MOST_JOINED_CHARS = 1 << 16, 1 << 20  # more is only in a hostile text
_TOO_FAR_APART = re.compile(rb"[ ().\-/]{4,}+|[ ().\-/]*\Z")
_NUMBER_ALONE = re.compile(r"[0-9+ ().\-/]+")
_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')


def normalised(text: str) -> str:
    """Return the text as it is compared; white space is single, there is none at the ends."""
    if len(text) > STRETCH_CHARS:
        return "".join(_pieces(text))
    return _normalised(text)


def _pieces(text: str | bytes) -> Iterator[str]:
    """Give a long text as it is compared; whole it would be there many times, and word by word."""
    between = ""
    for stretch in stretches(text):
        piece = _normalised(stretch)
        if stretch[0] == " " and piece:
            yield between
        yield piece
        between = " "


def _normalised(text: str) -> str:
    if text.isascii():
        folded = text.lower()
        return " ".join((folded.replace("\0", " ") if "\0" in folded else folded).split())
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    folded = unicodedata.normalize("NFC", _DROPPED.sub("", folded))
    if _HAS_SAME.search(folded):
        folded = folded.translate(_SAME)
    return " ".join(_FOREIGN_DIGIT.sub(_ascii_digit, folded).split())


def indexed(text: str) -> str:
    """Return what the index gets for a text.

    Numbers with separators follow once more without. The two spaces at the end let every character
    begin a token of three, so that one or two characters can be looked for.
    """
    folded = normalised(text)
    if _NUMBER.search(folded):
        folded += _joined(set(_NUMBER.findall(folded)))
    return folded + _PADDING


def body_of(text: str | bytes) -> str | bytearray:
    """Return what the index gets, a long text as UTF-8: as a string it may be four times larger."""
    if isinstance(text, str) and len(text) <= STRETCH_CHARS:
        return indexed(text)
    body = bytearray()
    for piece in _pieces(text):
        body += piece.encode()
    for number in sorted(_joined_in(body)):
        body += b"\n" + number
    body += _PADDING.encode()
    return body


def bodies_of(texts: Sequence[str]) -> list[str]:
    """Do the same for many texts that are not long, those of ASCII in one go."""
    plain = list(filter(str.isascii, texts))
    folded = "\0".join(plain).lower().split("\0")
    if len(folded) != len(plain):  # a text holds that sign itself, or there is none
        return [indexed(text) for text in texts]
    bodies = [f"{' '.join(text.split())}{_PADDING}" for text in folded]
    if _NUMBER.search("\0".join(bodies)):
        bodies = [indexed(body) for body in bodies]
    if len(plain) == len(texts):
        return bodies
    rest = iter(bodies)
    return [next(rest) if text.isascii() else indexed(text) for text in texts]


def _joined_in(body: bytearray) -> set[bytes]:
    """Return the same numbers as `_joined` of a long text."""
    joined: set[bytes] = set()
    room = _MOST_JOINED_CHARS
    for number in _numbers_in(body):
        if not number.isdigit():
            digits = number.translate(None, _SEPARATORS)
            room -= len(digits) if digits not in joined else 0
            if room < 0:
                break
            joined.add(digits)
    if joined:
        joined.difference_update(_numbers_in(body))
    return joined


def _numbers_in(body: bytearray) -> Iterator[bytes]:
    """Give the numbers in a long text, with their separators."""
    for run in _DIGITS_AND_SEPARATORS.finditer(body):
        start = run.start()
        while start < run.end():
            stop = min(run.end(), start + _LONGEST_NUMBER)
            gap = _TOO_FAR_APART.search(body, start, stop)
            end, behind = gap.span() if gap else (stop, stop)
            number = bytes(body[start:end])
            if len(number.translate(None, _SEPARATORS)) >= _FEWEST_DIGITS:
                yield number
            start = behind


def _joined(numbers: set[str]) -> str:
    """Return, a line each, the numbers without separators that do not stand so in the text."""
    joined = {_NOT_DIGIT.sub("", number) for number in numbers}
    return "".join(f"\n{number}" for number in sorted(joined - numbers))


def tokens_of(text: str | bytes) -> int:
    """Return how many tokens a text has in the index."""
    body = body_of(text)
    return len(body if isinstance(body, str) else body.decode()) - TRIGRAM + 1


def needles_of(untrusted_query: str) -> tuple[str, ...]:
    """Return what all must be found: words, and phrases that stand in quotes."""
    folded = normalised(untrusted_query[:_MOST_QUERY_CHARS])
    found = []
    for phrase, word in _PHRASE_OR_WORD.findall(folded):
        needle = (phrase or word).strip()
        if needle:
            found.append(_number_or_same(needle))
    return tuple(dict.fromkeys(found))[:_MOST_NEEDLES]


def _number_or_same(needle: str) -> str:
    if _NUMBER_ALONE.fullmatch(needle) and _NUMBER.search(needle):
        return _NOT_DIGIT.sub("", needle)
    return needle


def _ascii_digit(match: re.Match[str]) -> str:
    return str(unicodedata.decimal(match[0], match[0]))


def snippet(text: str, needles: tuple[str, ...]) -> str:
    """Return the piece of the original text round the first place where a needle is found."""
    flat = " ".join(text[:SNIPPET_SEARCHED_CHARS].split())
    if len(flat) <= _SNIPPET_CHARS:
        return flat
    start = max(0, _place_of(flat, needles) - _BEFORE_HIT_CHARS)
    if start:
        space = flat.find(" ", start, start + _BEFORE_HIT_CHARS // 2)
        start = space + 1 if space >= 0 else start
    end = start + _SNIPPET_CHARS
    piece = flat[start:end].rstrip()
    return (_ELLIPSIS if start else "") + piece + (_ELLIPSIS if end < len(flat) else "")


def _place_of(flat: str, needles: tuple[str, ...]) -> int:
    """Return where the first needle stands in the original text, 0 when it is not found.

    Only a stretch that has a hit is normalised character by character, which is slow but tells
    where each character came from.
    """
    for base in range(0, len(flat), _STRETCH_CHARS):
        stretch = flat[base : base + _STRETCH_CHARS + _MOST_QUERY_CHARS]
        at = _first(normalised(stretch), needles)
        if at is None:
            continue
        if stretch.isascii():
            return base + at
        parts = [_folded_char(char) for char in stretch]
        at = _first("".join(parts), needles)
        if at is not None:
            places = [place for place, part in enumerate(parts) for _ in part]
            return base + places[at]
    return 0


def _first(folded: str, needles: tuple[str, ...]) -> int | None:
    """Return the first place of any needle in a normalised text."""
    return min((at for needle in needles if (at := _find(folded, needle)) >= 0), default=None)


def _find(folded: str, needle: str) -> int:
    at = folded.find(needle)
    if at >= 0 or not _NUMBER.fullmatch(needle):
        return at
    match = re.search(r"[ ().\-/]{0,3}".join(needle), folded)
    return match.start() if match else -1


@lru_cache(maxsize=8_192)
def _folded_char(char: str) -> str:
    return char if char == " " else normalised(char)
