from __future__ import annotations

import itertools
import random

import pytest

from logbook.errors import RecoveryCodeTypo
from logbook.vault import recovery_code

RANDOM = random.Random(7)


def _swapped(text: str, at: int, symbol: str) -> str:
    return text[:at] + symbol + text[at + 1 :]


def test_a_code_is_seven_groups_of_four_from_the_alphabet() -> None:
    groups = recovery_code.generate().split("-")
    assert [len(group) for group in groups] == [4] * 7
    assert set("".join(groups)) <= set(recovery_code.SYMBOLS)


def test_two_codes_differ() -> None:
    assert recovery_code.generate() != recovery_code.generate()


@pytest.mark.parametrize("seed", range(50))
def test_what_is_printed_is_read_back(seed: int) -> None:
    bare = "".join(random.Random(seed).choices(recovery_code.SYMBOLS, k=26))
    assert recovery_code.read(recovery_code.formatted(bare)) == bare


def test_case_spaces_dashes_and_lookalikes_do_not_matter() -> None:
    code = recovery_code.formatted("01" * 13)
    typed = code.replace("0", "o").replace("1", "l").lower().replace("-", " – ")
    assert recovery_code.read(f"  {typed}\n") == "01" * 13


def test_every_mistake_in_one_symbol_is_found() -> None:
    whole = recovery_code.generate().replace("-", "")
    for at, symbol in itertools.product(range(28), recovery_code.SYMBOLS):
        if whole[at] != symbol:
            with pytest.raises(RecoveryCodeTypo):
                recovery_code.read(_swapped(whole, at, symbol))


def test_every_swap_of_two_symbols_is_found() -> None:
    whole = recovery_code.generate().replace("-", "")
    for left, right in itertools.combinations(range(28), 2):
        if whole[left] != whole[right]:
            mixed = _swapped(_swapped(whole, left, whole[right]), right, whole[left])
            with pytest.raises(RecoveryCodeTypo):
                recovery_code.read(mixed)


def test_mistakes_in_two_symbols_are_found() -> None:
    whole = recovery_code.generate().replace("-", "")
    for _ in range(5000):
        left, right = RANDOM.sample(range(28), 2)
        mixed = _swapped(whole, left, RANDOM.choice(recovery_code.SYMBOLS))
        mixed = _swapped(mixed, right, RANDOM.choice(recovery_code.SYMBOLS))
        if mixed != whole:
            with pytest.raises(RecoveryCodeTypo):
                recovery_code.read(mixed)


def test_without_the_check_a_mistake_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: the check symbols are what finds it, not the shape."""
    whole = recovery_code.generate().replace("-", "")
    wrong = _swapped(whole, 3, "7" if whole[3] != "7" else "8")
    monkeypatch.setattr(recovery_code, "_check_symbols", lambda _bare: whole[26:])
    assert recovery_code.read(wrong) == wrong[:26]


@pytest.mark.parametrize(
    "untrusted", ["", "ABC", "U" * 28, "0" * 27, "0" * 29, "ß" * 28, "\0" * 28]
)
def test_what_is_no_code_is_a_typo(untrusted: str) -> None:
    with pytest.raises(RecoveryCodeTypo):
        recovery_code.read(untrusted)
