"""What other pages bring to a new entry: files and messages, and never into a half-written one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from PySide6.QtGui import QImage

from logbook.i18n import translate
from logbook.ui.widgets.button import Variant

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_ANEW, _ADD = "anew", "add"


class Parts(NamedTuple):
    """What is brought: numbers of what the book has, and what it does not have yet."""

    files: tuple[int, ...] = ()
    messages: tuple[int, ...] = ()
    paths: tuple[Path, ...] = ()
    picture: QImage | None = None


def parts_of(arguments: Mapping[str, object]) -> Parts | None:
    """Return what the arguments of the page bring, None when they bring nothing."""
    files, picture = arguments.get("files"), arguments.get("picture")
    paths = [Path(one) for one in files if isinstance(one, str)] if _is_list(files) else []
    parts = Parts(
        _numbers(files),
        _numbers(arguments.get("messages")),
        tuple(paths),
        picture if isinstance(picture, QImage) else None,
    )
    return parts if parts != Parts() else None


def ask_where(desk: Desk, *, add: Callable[[], object], anew: Callable[[], object]) -> None:
    """Ask whether to add to the draft that is on the page, or to begin another entry."""

    def answered(key: str) -> None:
        (add if key == _ADD else anew)()

    desk.ask(
        translate("NewEntry", "Begin another entry?"),
        translate(
            "NewEntry",
            "There is a draft of an entry already. It stays kept, and comes back with the next"
            " new entry.",
        ),
        (_ANEW, translate("NewEntry", "Begin another entry"), Variant.SECONDARY),
        (_ADD, translate("NewEntry", "Add to the draft"), Variant.SECONDARY),
        then=answered,
    )


def _numbers(given: object) -> tuple[int, ...]:
    """Return the numbers among an argument of the page."""
    return tuple(one for one in given if isinstance(one, int)) if _is_list(given) else ()


def _is_list(given: object) -> TypeGuard[list[object]]:
    return isinstance(given, list)
