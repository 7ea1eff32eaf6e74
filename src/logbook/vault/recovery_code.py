"""The printed recovery code: 130 random bits that a hand can copy without a silent mistake.

26 symbols of Crockford's base 32 and 2 check symbols in 7 groups of 4. The check is a Reed-Solomon
code over GF(32), so every mistake in one or two symbols is found, and with it every swap of two.
"""

from __future__ import annotations

import secrets
import unicodedata

from logbook.errors import RecoveryCodeTypo

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 4

_RANDOM_SYMBOLS = 26
_ALL_SYMBOLS = 28
_LOOKALIKES = str.maketrans("OIL", "011")
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)
_FIELD = 32


def _powers() -> tuple[int, ...]:
    """Return a^0 .. a^30 of GF(32)."""
    value, found = 1, []
    for _ in range(_FIELD - 1):
        found.append(value)
        value <<= 1
        if value & _FIELD:
            value ^= _POLYNOMIAL
    return tuple(found)


_POWER = _powers()
_LOGARITHM = {value: exponent for exponent, value in enumerate(_POWER)}


def generate() -> str:
    """Return a new code in its printed form."""
    return formatted("".join(secrets.choice(SYMBOLS) for _ in range(_RANDOM_SYMBOLS)))


def formatted(bare: str) -> str:
    """Return 26 symbols as printed, with their check symbols."""
    whole = bare + _check_symbols(bare)
    return "-".join(whole[at : at + GROUP] for at in range(0, len(whole), GROUP))


def read(untrusted: str) -> str:
    """Return the 26 symbols of a code as typed: any case, spaces and dashes, O for 0, I or L for 1.

    Raises `RecoveryCodeTypo`.
    """
    typed = unicodedata.normalize("NFKC", untrusted).upper().translate(_LOOKALIKES)
    bare = "".join(c for c in typed if not c.isspace() and unicodedata.category(c) != "Pd")
    if len(bare) != _ALL_SYMBOLS or not set(bare) <= set(SYMBOLS):
        raise RecoveryCodeTypo("not 28 symbols of the alphabet")
    if _check_symbols(bare[:_RANDOM_SYMBOLS]) != bare[_RANDOM_SYMBOLS:]:
        raise RecoveryCodeTypo("the check symbols do not fit")
    return bare[:_RANDOM_SYMBOLS]


def _check_symbols(bare: str) -> str:
    """Return the remainder of the code, as a polynomial, by (x + 1)(x + a)."""
    first = second = 0
    for symbol in bare:
        carried = SYMBOLS.index(symbol) ^ first
        # (x + 1)(x + a) = x^2 + (1 + a)x + a, and 1 + a = a^18 here.
        first = second ^ _times(carried, _POWER[0] ^ _POWER[1])
        second = _times(carried, _POWER[1])
    return SYMBOLS[first] + SYMBOLS[second]


def _times(left: int, right: int) -> int:
    if not left or not right:
        return 0
    return _POWER[(_LOGARITHM[left] + _LOGARITHM[right]) % (_FIELD - 1)]
