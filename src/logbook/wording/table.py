"""Which failure has which words; the words themselves stand in the files beside this one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from logbook import errors


@dataclass(frozen=True, slots=True)
class Words:
    """One failure in words: `title` says what it is, `what` more of it, `do` what helps."""

    title: str
    what: str = ""
    do: str = ""


def describe(error: errors.LogbookError) -> Words:
    """Return the words for a failure; a class without its own takes those of its parent."""
    for kind in type(error).__mro__:
        words = _BY_CLASS.get(kind)
        if words is not None:
            return words(error)
    raise TypeError(type(error).__name__)


def has_words(kind: type[errors.LogbookError]) -> bool:
    """Tell whether exactly this class has words, not only a parent of it."""
    return kind in _BY_CLASS


_Wording = Callable[[errors.LogbookError], Words]
_BY_CLASS: dict[type, _Wording] = {}


def words_for(kind: type[errors.LogbookError]) -> Callable[[_Wording], _Wording]:
    """Say that the function below it has the words for this class of failures."""

    def keep(words: _Wording) -> _Wording:
        _BY_CLASS[kind] = words
        return words

    return keep
