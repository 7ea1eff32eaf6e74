"""The helper process itself: cleans foreign documents and validates a written report."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from typing import Any, Final

from pikepdf import pdfa

from logbook.export.child import receive, send
from logbook.export.cleaning import clean
from logbook.export.finishing import FLAVOUR

_MEMORY_BYTES: Final = 3 << 30
_CPU_S: Final = 900

_Answer = tuple[dict[str, Any], bytes]


def main() -> int:
    """Answer questions until the pipe ends."""
    _limit()
    jobs: dict[str, Callable[[dict[str, Any], bytes], _Answer]] = {
        "clean": _clean,
        "validate": _validate,
    }
    while (question := receive(sys.stdin.buffer)) is not None:
        fields, body = question
        send(sys.stdout.buffer, *jobs[fields["job"]](fields, body))
    return 0


def _clean(fields: dict[str, Any], body: bytes) -> _Answer:
    cleaned = clean(body, with_words_beside=bool(fields.get("beside")))
    said = {
        "problem": cleaned.problem,
        "pages": cleaned.pages,
        "words": cleaned.words,
        "unread": cleaned.unread,
        "unseen": cleaned.unseen,
        "beside": cleaned.beside,
    }
    return said, cleaned.data


def _validate(fields: dict[str, Any], _body: bytes) -> _Answer:
    report = pdfa.validate_written(fields["path"], FLAVOUR)
    rules = sorted({finding.rule for finding in report.findings})
    return {"passed": report.passed, "rules": rules[:5]}, b""


def _limit() -> None:
    """Give up memory, time and core dumps beyond what honest documents need (POSIX only)."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - absent on Windows

        for what, most in (
            (resource.RLIMIT_AS, _MEMORY_BYTES),
            (resource.RLIMIT_CPU, _CPU_S),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
        ):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())
