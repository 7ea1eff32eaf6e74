"""Where a passphrase may come from: a prompt, a file or standard input; never an argument."""

from __future__ import annotations

import argparse
import codecs
import getpass
import sys
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from logbook.cli.progress import TerminalProgress
from logbook.domain.progress import Progress
from logbook.errors import FileUnreadable, UsageError
from logbook.i18n import translate
from logbook.tasks import books, say_notice
from logbook.vault.notices import Notice
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

PASSPHRASE_BYTES_MOST = 4096
_LINE_BYTES_MOST = len(codecs.BOM_UTF8) + PASSPHRASE_BYTES_MOST + len(b"\r\n")
# Beside the one sentence of a command that fails these would only distract.
_ADVICE = frozenset({Notice.NOT_CLOSED, Notice.RESERVE_USED, Notice.RESERVE_MISSING})


def add_secret_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where the passphrase comes from."""
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=translate("CommandHelp", "FILE"),
        help=translate("CommandHelp", "its first line"),
    )
    source.add_argument(
        "--passphrase-stdin",
        action="store_true",
        help=translate("CommandHelp", "the first line of stdin"),
    )
    parser.add_argument(
        "--key-file",
        type=Path,
        metavar=translate("CommandHelp", "FILE"),
        help=translate("CommandHelp", "the second factor"),
    )


def read_passphrase(options: argparse.Namespace, *, new: bool = False) -> bytearray:
    """Return the passphrase; a new one is asked for twice at a prompt, and must be text."""
    found = _passphrase(options, new=new)
    if new:
        refuse_untypable(found)
    return found


def _passphrase(options: argparse.Namespace, *, new: bool) -> bytearray:
    if options.passphrase_file is not None:
        return first_line(options.passphrase_file)
    if options.passphrase_stdin:
        return _without_line_end(sys.stdin.buffer.readline(_LINE_BYTES_MOST))
    typed = _typed(translate("CommandLine", "Passphrase: "))
    if new and _typed(translate("CommandLine", "The same again: ")) != typed:
        raise UsageError("the two passphrases differ", where="passphrase")
    # A byte that is no text in the terminal's encoding comes as half a surrogate pair.
    return bytearray(typed.encode("utf-8", "surrogateescape"))


def _typed(prompt: str) -> str:
    """Ask for a passphrase where nobody sees it; without a terminal there is no such place."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (EOFError, OSError, UnicodeDecodeError, getpass.GetPassWarning) as error:
            raise UsageError(
                "there is no terminal to type it: use --passphrase-file or --passphrase-stdin",
                where="passphrase",
            ) from error


def first_line(path: Path) -> bytearray:
    """Return the first line of a file without its line end."""
    try:
        with path.open("rb") as stream:
            return _without_line_end(stream.readline(_LINE_BYTES_MOST))
    except OSError as error:
        raise FileUnreadable(error.strerror or "cannot be read", where=path.name) from error


def refuse_untypable(passphrase: bytearray) -> None:
    """Raise `UsageError` for a new passphrase that no keyboard gives: the window reads UTF-8."""
    try:
        text = passphrase.decode()
    except UnicodeDecodeError as error:
        raise UsageError("it is not text in UTF-8", where="passphrase") from error
    if any(unicodedata.category(sign) == "Cc" for sign in text):
        raise UsageError("it has a control character", where="passphrase")


def _without_line_end(line: bytes) -> bytearray:
    """Return a line as it was typed: editors on Windows put a mark before the first one."""
    if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UsageError("it is in UTF-16: save it as UTF-8", where="passphrase")
    typed = line.removeprefix(codecs.BOM_UTF8)
    found = bytearray(typed.removesuffix(b"\n").removesuffix(b"\r"))
    if len(found) > PASSPHRASE_BYTES_MOST:
        raise UsageError("longer than a passphrase can be", where="passphrase")
    return found


@contextmanager
def opened(
    options: argparse.Namespace, progress: Progress, secret: Secret | None = None
) -> Iterator[Vault]:
    """Open the book that the command names and close it whatever happens."""
    secret = secret or Secret(passphrase=read_passphrase(options), key_file=options.key_file)
    vault = books.open_book(options.book, secret, progress, accept_older=options.accept_older)
    try:
        _say([one for one in vault.notices if one not in _ADVICE], progress)
        yield vault
        _say([one for one in vault.notices if one in _ADVICE], progress)
    finally:
        books.close_book(vault)


def _say(notices: Iterable[Notice], progress: Progress) -> None:
    """Say on standard error what was not right though the book is open."""
    if notices and isinstance(progress, TerminalProgress):
        progress.clear()
    for one in dict.fromkeys(notices):
        print(say_notice.say_notice(one), file=sys.stderr)
