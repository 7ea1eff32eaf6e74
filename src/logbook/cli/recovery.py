"""Where a new recovery code goes, and the command that makes another one for a book."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from logbook.cli.options import Commands, set_up_book
from logbook.cli.output import Output
from logbook.cli.secrets_in import opened
from logbook.domain.progress import Progress
from logbook.errors import OutputNotWritable
from logbook.i18n import translate
from logbook.tasks import books


class CodeKeeper:
    """Hands a new recovery code over, into a file or with the command's result.

    The file is made before there is a code, so that a place that fails costs nothing. What fails
    once the code is taken does not take the code away: the book has it already, and it is kept
    nowhere else, so it is then shown on standard error.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._code = ""
        self._sink: TextIO | None = None

    def __enter__(self) -> Self:
        if self._path is not None:
            try:
                handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except OSError as error:
                raise self._not_writable(error) from error
            self._sink = os.fdopen(handle, "w", encoding="ascii")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        if self._sink is not None:
            self._drop_file()
        if kind is not None and self._code:
            print(_shown_once(), self._code, sep="\n", file=sys.stderr)

    def take(self, code: str) -> None:
        """Keep the code. Raises `OutputNotWritable`."""
        self._code = code
        if self._sink is None:
            return
        try:
            with self._sink:
                self._sink.write(code + "\n")
                self._sink.flush()
                os.fsync(self._sink.fileno())
        except OSError as error:
            self._drop_file()
            raise self._not_writable(error) from error
        finally:
            self._sink = None
        self._code = ""

    def result(
        self, book: Path, code: str, done: str, warnings: dict[str, object], output: Output
    ) -> None:
        """Print what was done to `book`, with the code where no file has it."""
        document: dict[str, object] = {"book": str(book), **warnings}
        if self._path is None:
            document["recovery_code"] = code
            lines = [done, _shown_once(), code]
        else:
            lines = [
                done,
                translate(
                    "CommandLine",
                    "The recovery code is in {file}. Print it and delete the file.",
                    file=self._path,
                ),
            ]
        output.result(document, lines)

    def _drop_file(self) -> None:
        if self._path is None or self._sink is None:
            return
        with suppress(OSError):  # the failure that brought us here is the one to tell
            self._sink.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _not_writable(self, error: OSError) -> OutputNotWritable:
        return OutputNotWritable(error.strerror or "", where=str(self._path))


def _shown_once() -> str:
    return translate("CommandLine", "Recovery code, shown once. Write it down:")


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add this group's commands."""
    recovery = commands.add_parser(
        "recovery", help=translate("CommandHelp", "make another recovery code")
    )
    verbs = recovery.add_subparsers(
        dest="verb", metavar=translate("CommandHelp", "VERB"), required=True
    )
    new = verbs.add_parser(
        "new", parents=[common], help=translate("CommandHelp", "in place of every earlier code")
    )
    set_up_book(new, _new)
    new.add_argument("--recovery-code-out", type=Path, metavar=translate("CommandHelp", "FILE"))


def _new(options: argparse.Namespace, output: Output, progress: Progress) -> bool:
    with CodeKeeper(options.recovery_code_out) as keeper:
        with opened(options, progress) as vault:
            code = books.new_recovery_code(vault)
            keeper.take(code)
        done = translate("CommandLine", "Earlier recovery codes open this book no more.")
        keeper.result(options.book, code, done, {}, output)
    return True
