import inspect

import pytest

from logbook import errors, wording
from logbook.errors import LogbookError


def _all_kinds() -> list[type[LogbookError]]:
    return [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, LogbookError)
    ]


@pytest.mark.parametrize("kind", _all_kinds(), ids=lambda kind: kind.__name__)
def test_every_failure_has_its_own_words(kind: type[LogbookError]) -> None:
    assert wording.has_words(kind)
    words = wording.describe(kind("detail"))
    assert words.title.endswith(".")
    for sentence in (words.title, words.what, words.do):
        assert "!" not in sentence
        assert not {"please", "oops", "invalid", "victim", "abuser"} & set(sentence.lower().split())


def test_a_failure_that_was_added_without_words_takes_its_parents() -> None:
    class Unheard(errors.VaultError):
        pass

    assert not wording.has_words(Unheard)
    assert wording.describe(Unheard()) == wording.describe(errors.VaultError())


def test_leaving_parts_out_is_named_only_where_it_helps() -> None:
    helps = wording.describe(errors.HiddenNameInReport("R45", where="entry 3 (text)"))
    helps_not = wording.describe(
        errors.HiddenNameInReport("R45", where="the cover (court)", can_be_left_out=False)
    )
    assert "leave these parts out" in helps.do
    assert helps_not.do.startswith("Leaving parts out does not help here")


def test_the_facts_that_help_are_named() -> None:
    assert "a photo" in wording.describe(errors.WrongKind("a photo")).title
    asked = wording.describe(errors.AnswerNeeded(where="zone"))
    assert "time zone" in asked.what


def test_a_limit_says_what_there_is_too_much_of() -> None:
    many = wording.describe(errors.LimitExceeded("conversations", where="100000"))
    assert many.title == "This file holds more than 100000 conversations."
    assert "several files" in many.do
    assert "names" in wording.describe(errors.LimitExceeded("names")).title
