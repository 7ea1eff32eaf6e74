"""Parse the command line, run one command, and turn its outcome into text, JSON and a status."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from logbook import APP_NAME, __version__, i18n, wording
from logbook.cli import (
    argparse_words,
    books,
    entries,
    evidence,
    messages,
    people,
    recovery,
    reports,
)
from logbook.cli.output import Output, printable
from logbook.cli.progress import TerminalProgress
from logbook.errors import Cancelled, DateError, LogbookError, UsageError
from logbook.i18n import translate
from logbook.tasks import say_date

DONE, FAILED, WRONG_USAGE, CANCELLED = 0, 1, 2, 130

GROUPS = (books, recovery, entries, people, evidence, messages, reports)


class _Parser(argparse.ArgumentParser):
    """Leaves the end of a wrong usage to `run`, which also says it as JSON.

    Names of options are never shortened: a script that did would break with the next option.
    """

    def __init__(self, **given: object) -> None:
        super().__init__(**given)  # type: ignore[arg-type] # argparse's own, passed on
        self.allow_abbrev = False

    def error(self, message: str) -> NoReturn:
        """Show how the command is used, and raise `UsageError` with what is wrong."""
        self.print_usage(sys.stderr)
        raise UsageError(f"{self.prog}: {message}")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with every command that is built."""
    parser = _Parser(
        prog="logbook",
        description=translate(
            "CommandLine", "An offline, encrypted incident logbook. Without a command: the window."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"{APP_NAME} {__version__}",
        help=translate("CommandHelp", "show the version of the program and end"),
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--json", action="store_true", help=translate("CommandHelp", "print one JSON document")
    )
    common.add_argument(
        "--progress",
        action="store_true",
        help=translate("CommandHelp", "show progress on standard error"),
    )
    commands = parser.add_subparsers(
        dest="command", metavar=translate("CommandHelp", "COMMAND"), required=True
    )
    for group in GROUPS:
        group.add_commands(commands, common)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; only a bug leaves as an exception."""
    _open_missing_streams()
    try:
        return _parsed_and_run(arguments)
    except BrokenPipeError:
        # The reader went away (a pager, `head`): nothing is wrong, and nothing more can be said.
        return FAILED


def _open_missing_streams() -> None:
    """Give the process the standard streams that its caller has closed.

    Without this the next file that is opened, one of the book, would become standard output.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            setattr(sys, name, os.fdopen(number, "r" if name == "stdin" else "w"))


def _parsed_and_run(arguments: Sequence[str]) -> int:
    # What a script reads must not depend on who starts it.
    i18n.use_language("en" if "--json" in arguments else i18n.language_wanted(os.environ))
    argparse_words.speak()
    try:
        options = build_parser().parse_args(arguments)
    except SystemExit as stop:  # the help or the version, which argparse has printed
        return int(stop.code or 0)
    except UsageError as error:  # in the words of argparse
        print(error.detail, file=sys.stderr)
        facts = {"code": type(error).__name__, "message": error.detail}
        Output(as_json="--json" in arguments).failed(facts)
        return WRONG_USAGE
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    progress = TerminalProgress(shown=options.progress or sys.stderr.isatty())
    output = Output(as_json=options.json)

    def stop_soon(_signal: int, _frame: FrameType | None) -> None:
        progress.cancel()
        if progress.idle:
            raise KeyboardInterrupt

    previous = {number: signal.signal(number, stop_soon) for number in _asked_to_stop()}
    try:
        ok = options.run(options, output, progress)
    except (Cancelled, KeyboardInterrupt):
        progress.clear()
        print(translate("CommandLine", "Stopped. Nothing more was written."), file=sys.stderr)
        return CANCELLED
    except LogbookError as error:
        progress.clear()
        output.failed(_say(error))
        return WRONG_USAGE if isinstance(error, UsageError) else FAILED
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
        progress.clear()
    return DONE if ok else FAILED


def _asked_to_stop() -> list[signal.Signals]:
    """Return the signals that end a command in order: Ctrl+C, `kill`, and a terminal that closes.

    Who starts it with `nohup` wants it to go on without the terminal.
    """
    closes = getattr(signal, "SIGHUP", None)  # Windows has none
    if closes is None or signal.getsignal(closes) is signal.SIG_IGN:
        return [signal.SIGINT, signal.SIGTERM]
    return [signal.SIGINT, signal.SIGTERM, closes]


def _sentence(error: LogbookError) -> str:
    if isinstance(error, DateError):  # says which day does not exist, or which two are meant
        return say_date.explain(error)
    words = wording.describe(error)
    return " ".join(part for part in (words.title, words.what, words.do) if part)


def _say(error: LogbookError) -> dict[str, object]:
    """Say one plain sentence on standard error, and return the facts for JSON.

    A person reads before the sentence which file or item it speaks of; a script finds it apart.
    """
    sentence = _sentence(error)
    facts: dict[str, object] = {"code": type(error).__name__, "message": sentence}
    said = sentence
    if error.where:
        facts["where"] = error.where
        if error.where not in sentence:
            said = f"{error.where}: {sentence}"
    print(printable(said), file=sys.stderr)
    return facts
