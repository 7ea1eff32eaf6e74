"""The outside validator is asked about a written report, before the file gets its name."""

from __future__ import annotations

from hashlib import file_digest
from pathlib import Path
from typing import Final

from logbook.domain.ids import Sha256
from logbook.domain.progress import Progress
from logbook.errors import ReportFailedCheck
from logbook.export.child import Child, ChildFailed
from logbook.export.results import ReportFile
from logbook.export.saving import Draft

FLAVOUR: Final = "2b"  # of PDF/A
_LONGEST_S: Final = 900.0


def must_pass(draft: Draft, progress: Progress) -> None:
    """Validate a written file; raises `ReportFailedCheck` with the rules that it breaks.

    The validator cannot be stopped once it runs, so it runs in a process of its own.
    """
    question = {"job": "validate", "path": str(draft.path)}
    try:
        with Child(inherits=draft.handed_on) as helper:
            answer, _ = helper.ask(question, b"", progress, _LONGEST_S)
    except ChildFailed as error:
        raise ReportFailedCheck("R09: not validated", where="PDF/A-2b") from error
    if answer.get("passed") is not True:
        rules = ", ".join(str(rule) for rule in answer.get("rules", []))
        raise ReportFailedCheck(f"R09: {rules}", where="PDF/A-2b")


def file_of(draft: Draft, target: Path, pages: int) -> ReportFile:
    """Return what is known of a written file, which is going to stand at `target`."""
    with draft.path.open("rb") as stream:
        digest = Sha256(file_digest(stream, "sha256").digest())
    return ReportFile(target, pages, draft.path.stat().st_size, digest)
