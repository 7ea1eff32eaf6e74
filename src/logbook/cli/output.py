"""What a command prints: one JSON document, or lines for people."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice

from logbook.cli import shape
from logbook.errors import ResultNotPrinted

_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=2, allow_nan=False, default=shape.of_its_own)
_SIGNS_AT_ONCE = 4_000
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Output:
    """Prints the one result of a command, in the form that was asked for."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def result(self, document: Mapping[str, object], lines: Iterable[str]) -> None:
        """Print the document, or the lines that say the same."""
        if self.as_json:
            self._print(document)
            return
        with _writing():
            for line in lines:
                print(printable(line))

    def failed(self, facts: Mapping[str, object]) -> None:
        """Print the facts of a failure, in JSON only: the sentence is on standard error.

        Where they cannot be printed, the failure and its status are still the ones to tell.
        """
        if self.as_json:
            with suppress(ResultNotPrinted):
                self._print({"error": facts})

    def _print(self, document: Mapping[str, object]) -> None:
        """Print a part at a time: the whole text may be much larger than the document."""
        with _writing():
            sys.stdout.flush()
            signs = _ENCODER.iterencode(document)
            while part := "".join(islice(signs, _SIGNS_AT_ONCE)):
                # A lone surrogate cannot be encoded; its escape is the same JSON string.
                whole = _LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", part)
                sys.stdout.buffer.write(whole.encode())
            sys.stdout.buffer.write(b"\n")


@contextmanager
def _writing() -> Iterator[None]:
    """Say as one of our failures that standard output takes no more: it may be a full disk."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        # What still waits goes nowhere, or Python would fail once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise ResultNotPrinted(error.strerror or "", where="standard output") from error


_OVERRIDES = "\u202d\u202e"  # force a direction, so that "exe.jpg" can be shown as "gpj.exe"
_LINE_ENDS = "\u2028\u2029"


def printable(line: str) -> str:
    """Return a line that cannot steer the terminal: imported text may hold escape sequences."""
    shown = "".join(
        char
        if char == "\t"
        or (char >= " " and not "\x7f" <= char < "\xa0" and char not in _OVERRIDES + _LINE_ENDS)
        else "\ufffd"
        for char in line
    )
    encoding = sys.stdout.encoding or "utf-8"
    return shown.encode(encoding, "replace").decode(encoding)
