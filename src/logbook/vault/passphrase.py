"""Passphrases: a few words from a list as the offer, and a lower end for a person's own."""

from __future__ import annotations

import math
import secrets
from functools import cache
from importlib import resources

from logbook import assets
from logbook.errors import PassphraseTooWeak

OFFERED_BITS = 64  # five words of the EFF's 7,776, six of a list of 1,626 or more

_ENGLISH = "eff-long"
_LEAST_SCORE = 3  # of 4: more than 10^8 guesses
_JUDGED_CHARS = 72  # zxcvbn's own limit; its time grows with the cube


def suggest(language: str = "en") -> str:
    """Return words drawn by the operating system's randomness, in a language that has a list.

    As many as make `OFFERED_BITS`. None of them has an accent: a keyboard may lack it.
    """
    words = _words(language)
    count = math.ceil(OFFERED_BITS / math.log2(len(words)))
    return " ".join(secrets.choice(words) for _ in range(count))


def strength(passphrase: bytearray) -> int:
    """Return zxcvbn's score, 0 (first guesses) to 4.

    It knows nothing about the person: somebody who knows names and dates tries those first.
    """
    # Loading its word lists takes a twentieth of a second that only a new passphrase costs.
    from zxcvbn import zxcvbn  # noqa: PLC0415 - see above: not when a vault is opened

    text = passphrase.decode(errors="replace")[:_JUDGED_CHARS]
    return int(zxcvbn(text)["score"]) if text.strip() else 0


def refuse_weak(passphrase: bytearray) -> None:
    """Raise `PassphraseTooWeak`; asked when a passphrase is set, never when it opens."""
    if strength(passphrase) < _LEAST_SCORE:
        raise PassphraseTooWeak


@cache
def _words(language: str) -> tuple[str, ...]:
    own = assets.resource("words", f"{language}.txt")
    path = own if own.is_file() else resources.files("xkcdpass") / "static" / _ENGLISH
    return tuple(path.read_text(encoding="utf-8").split())
