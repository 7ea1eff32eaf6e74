"""Files that were left out of something done with several: named, with why and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from logbook.i18n import translate
from logbook.ui.failures import words_for
from logbook.ui.widgets.button import Variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from logbook.errors import LogbookError
    from logbook.ui.desk import Desk

_NAMED = 5


def say_files_left(
    desk: Desk, title: str, problems: Iterable[tuple[str, LogbookError]], more: str = ""
) -> None:
    """Say for each file by name what was wrong, and `more` below it: this has to be seen."""
    because: dict[type[LogbookError], list[tuple[str, LogbookError]]] = {}
    for name, error in problems:
        because.setdefault(type(error), []).append((name, error))
    lines = [_why([name for name, _ in some], some[0][1]) for some in because.values()]
    close = ("close", translate("Evidence", "Close"), Variant.PRIMARY)
    desk.ask(
        title,
        "\n\n".join(part for part in (*lines, more) if part),
        close,
        then=lambda _answer: None,
    )
    desk.announce(title, urgent=True)


def _why(all_names: list[str], error: LogbookError) -> str:
    """Return what was wrong with some files, the first of them by name, and what can be done."""
    words = words_for(error)
    names = ", ".join(all_names[:_NAMED])
    left = len(all_names) - _NAMED
    if left > 0:
        names = translate(
            "Evidence", "{names} and %n more|{names} and %n more", "", left, names=names
        )
    return " ".join(part for part in (f"{names}: {words.title}.", words.what, words.do) if part)
