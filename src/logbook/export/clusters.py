"""What a reader sees as one character, and where a line may be broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ZERO_WIDTH_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Mc", "Me"})
_SKIN_OR_TAG = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FIRST_SIGN = "\u2190"  # arrows and beyond: what a joiner can join into one picture

# Scripts without spaces: a line may be broken between any two of their characters.
_WIDE = (
    "\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
)
_WIDE += "\U0001f000-\U0001faff\U00020000-\U0003ffff"
_HAS_WIDE = re.compile(f"[{_WIDE}]")
_WORDS = re.compile(r"[^\S\u00a0\u202f\u2007]+|[\S\u00a0\u202f\u2007]+")
_LONG_WORD = 14  # characters; only longer words are looked at for a place to break
_BREAK_AFTER = re.compile(r"(?<=[^\W\d_]-)(?=\w)|(?<=[/?&=])(?=\w{2})|(?<=\u200b)|(?<=\u00ad)")

# Kinsoku: never first, never last in a line (JIS X 4051, the common part).
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;!?)]}…"
)
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【([{￥＄")


def clusters(text: str) -> Iterator[str]:
    """Give the characters as a reader sees them (UAX #29, the part that fonts join)."""
    if text.isascii():
        yield from text
        return
    held = ""
    for mark in text:
        if held and _joins(held, mark):
            held += mark
        else:
            if held:
                yield held
            held = mark
    if held:
        yield held


def _joins(held: str, mark: str) -> bool:
    """Return whether `mark` belongs to the cluster that ends with `held`."""
    if held[-1] in "\r\n\t ":
        return False
    if unicodedata.category(mark) in _MARKS or mark == _ZERO_WIDTH_JOINER:
        return True
    if _SKIN_OR_TAG.match(mark):
        return True
    if held[-1] == _ZERO_WIDTH_JOINER:
        return mark >= _FIRST_SIGN
    if _is_flag_letter(mark) and _is_flag_letter(held[-1]):
        letters = sum(1 for letter in held if _is_flag_letter(letter))
        return letters % 2 == 1
    return _continues_hangul(held[-1], mark)


def _is_flag_letter(mark: str) -> bool:
    return "\U0001f1e6" <= mark <= "\U0001f1ff"


def _continues_hangul(before: str, mark: str) -> bool:
    """Return whether a conjoining vowel or final follows what can take it (GB6 to GB8)."""
    leading = "\u1100" <= before <= "\u115f"
    vowel = "\u1160" <= mark <= "\u11a7"
    final = "\u11a8" <= mark <= "\u11ff"
    syllable = "\uac00" <= before <= "\ud7a3"
    if leading:
        return vowel or "\u1100" <= mark <= "\u115f"
    return (syllable and (vowel or final)) or ("\u1160" <= before <= "\u11ff" and (vowel or final))


def units(text: str) -> Iterator[str]:
    """Give the pieces of a line between which it may be broken; spaces are pieces of their own."""
    may_be_wide = not text.isascii()
    for word in _WORDS.findall(text):
        if may_be_wide and len(word) > 1 and _HAS_WIDE.search(word):
            yield from _wide_units(word)
        elif len(word) > _LONG_WORD:
            yield from (part for part in _BREAK_AFTER.split(word) if part)
        else:
            yield word


def _wide_units(word: str) -> Iterator[str]:
    """Break a run of East Asian characters, keeping its punctuation where it belongs."""
    held = ""
    for cluster in clusters(word):
        wide = bool(_HAS_WIDE.match(cluster))
        stays = (
            not held
            or cluster[0] in _NOT_FIRST
            or held[-1] in _NOT_LAST
            or not (wide or _HAS_WIDE.match(held[-1]))
        )
        if stays:
            held += cluster
        else:
            yield held
            held = cluster
    if held:
        yield held
