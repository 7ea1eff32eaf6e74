"""Options that several commands share, and the checks of their values."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from logbook.cli.output import Output
from logbook.cli.secrets_in import add_secret_options
from logbook.domain.progress import Progress
from logbook.i18n import translate

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - its only name
else:
    Commands = object

IDS_AT_ONCE = 10_000_000

_Choice = TypeVar("_Choice", bound=StrEnum)

Run = Callable[[argparse.Namespace, Output, Progress], bool]


def add_book_command(
    commands: Commands, common: argparse.ArgumentParser, name: str, about: str, run: Run
) -> argparse.ArgumentParser:
    """Add a command that works on one book."""
    parser = commands.add_parser(name, parents=[common], help=about)
    set_up_book(parser, run)
    return parser


def set_up_book(parser: argparse.ArgumentParser, run: Run) -> None:
    """Give a command its book and the ways to open it."""
    parser.add_argument("book", type=Path, metavar=translate("CommandHelp", "BOOK"))
    add_secret_options(parser)
    parser.add_argument(
        "--accept-older",
        action="store_true",
        help=translate("CommandHelp", "open a copy older than the one last used"),
    )
    parser.set_defaults(run=run)


def whole_number(text: str) -> int:
    """Read a number of things, zero or more."""
    try:
        number = int(text)
    except ValueError:
        number = -1
    if not 0 <= number < 1 << 62:
        raise argparse.ArgumentTypeError(
            translate("CommandLine", "{text} is not a number from 0 up", text=text)
        )
    return number


def one_of(kind: type[_Choice]) -> Callable[[str], _Choice]:
    """Return what reads a value of an enumeration, and names all of them for any other.

    Case, spaces or dashes for underscores, and the s of a plural make no other value.
    """
    by_fold = {_folded(value.value): value for value in kind}

    def read(text: str) -> _Choice:
        try:
            return by_fold[_folded(text)]
        except KeyError as error:
            known = ", ".join(value.value for value in kind if value.value)
            said = translate("CommandLine", "{text} is none of {known}", text=text, known=known)
            raise argparse.ArgumentTypeError(said) from error

    return read


def _folded(text: str) -> str:
    plain = text.strip().casefold().replace("-", "_").replace(" ", "_")
    return plain.removesuffix("s") or plain


def a_name(text: str) -> str:
    """Read the name of a person."""
    if not text.strip():
        raise argparse.ArgumentTypeError(translate("CommandLine", "a name needs a letter"))
    return text


def day(text: str) -> date:
    """Read a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        said = translate("CommandLine", "{text} is not a day, such as 2026-11-07", text=text)
        raise argparse.ArgumentTypeError(said) from error


def numbers(text: str) -> tuple[int, ...]:
    """Read ids as 3,5,8-12."""
    found: list[int] = []
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        try:
            low = int(first)
            high = int(last) if dash else low
        except ValueError as error:
            said = translate("CommandLine", "“{part}” is not a number", part=part)
            raise argparse.ArgumentTypeError(said) from error
        if not 0 < low <= high or high - low > IDS_AT_ONCE:
            said = translate("CommandLine", "{part} is not a range of numbers", part=part)
            raise argparse.ArgumentTypeError(said)
        found.extend(range(low, high + 1))
    return tuple(found)
