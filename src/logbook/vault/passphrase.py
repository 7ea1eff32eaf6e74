"""Passphrases: five words from a list as the offer, and a lower end for a person's own."""

from __future__ import annotations

import secrets
from functools import cache
from importlib import resources

from logbook.errors import PassphraseTooWeak

OFFERED_WORDS = 5  # 5 of 7,776: 64 bits

_WORD_LIST = "eff-long"
_LEAST_SCORE = 3  # of 4: more than 10^8 guesses
_JUDGED_CHARS = 72  # zxcvbn's own limit; its time grows with the cube


def suggest() -> str:
    """Return five words drawn by the operating system's randomness."""
    words = _words()
    return " ".join(secrets.choice(words) for _ in range(OFFERED_WORDS))


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
def _words() -> tuple[str, ...]:
    path = resources.files("xkcdpass") / "static" / _WORD_LIST
    return tuple(path.read_text(encoding="utf-8").split())
