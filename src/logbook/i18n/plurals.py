"""Which form of a text goes with a number, in the languages that a catalogue may be added for.

Forms stand in the order in which Qt Linguist asks for them, so that its files can be used as they
are; the rules are those of the Unicode CLDR for whole numbers. A form that CLDR keeps for round
millions alone (Spanish, French, Italian, Portuguese) is left out, as Qt Linguist does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple


class Rule(NamedTuple):
    """How many forms a language has, and which of them a number takes, from 0."""

    forms: int
    form_of: Callable[[int], int]


def _slavic(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:  # noqa: PLR2004 - CLDR's own numbers, here and below
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2  # noqa: PLR2004


def _polish(n: int) -> int:
    few = 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14  # noqa: PLR2004
    return 0 if n == 1 else 1 if few else 2


def _czech(n: int) -> int:
    return 0 if n == 1 else 1 if 2 <= n <= 4 else 2  # noqa: PLR2004


def _slovene(n: int) -> int:
    return {1: 0, 2: 1, 3: 2, 4: 2}.get(n % 100, 3)


def _lithuanian(n: int) -> int:
    if 11 <= n % 100 <= 19 or n % 10 == 0:  # noqa: PLR2004
        return 2
    return 0 if n % 10 == 1 else 1


def _latvian(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:  # noqa: PLR2004
        return 0
    return 1 if n else 2


def _romanian(n: int) -> int:
    return 0 if n == 1 else 1 if n == 0 or 1 <= n % 100 <= 19 else 2  # noqa: PLR2004


def _irish(n: int) -> int:
    if n in {1, 2}:
        return n - 1
    return 2 if 3 <= n <= 6 else 3 if 7 <= n <= 10 else 4  # noqa: PLR2004


def _welsh(n: int) -> int:
    return {0: 0, 1: 1, 2: 2, 3: 3, 6: 4}.get(n, 5)


def _maltese(n: int) -> int:
    if n == 1:
        return 0
    return 1 if n == 0 or 2 <= n % 100 <= 10 else 2 if 11 <= n % 100 <= 19 else 3  # noqa: PLR2004


def _arabic(n: int) -> int:
    if n <= 2:  # noqa: PLR2004
        return n
    return 3 if 3 <= n % 100 <= 10 else 4 if n % 100 >= 11 else 5  # noqa: PLR2004


_ONE_FORM: Final = Rule(1, lambda _n: 0)
_ONE_ALONE: Final = Rule(2, lambda n: int(n != 1))
_NONE_OR_ONE: Final = Rule(2, lambda n: int(n > 1))
_ENDS_IN_ONE: Final = Rule(2, lambda n: int(n % 10 != 1 or n % 100 == 11))  # noqa: PLR2004

_RULES_OF: Final[dict[str, Rule]] = {
    "bo dz id ja jv ko lo ms my su th to vi wo yo yue zh": _ONE_FORM,
    "ak am as bh bn fa ff fil fr guw gu hi hy kab kn ln mg nso oc pa pt ti tl wa zu": _NONE_OR_ONE,
    "is mk": _ENDS_IN_ONE,
    "be bs hr ru sr uk": Rule(3, _slavic),
    "cs sk": Rule(3, _czech),
    "pl": Rule(3, _polish),
    "sl": Rule(4, _slovene),
    "lt": Rule(3, _lithuanian),
    "lv": Rule(3, _latvian),
    "mo ro": Rule(3, _romanian),
    "ga": Rule(5, _irish),
    "cy": Rule(6, _welsh),
    "mt": Rule(4, _maltese),
    "ar": Rule(6, _arabic),
}
_RULES: Final = {code: rule for codes, rule in _RULES_OF.items() for code in codes.split()}


def rule_of(language: str) -> Rule:
    """Return the rule of a language; one that is not listed has one form for 1, one for others."""
    return _RULES.get(language, _ONE_ALONE)
