"""A report that a window saves: made in a process of its own, written and checked on this side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import ReportRequest
from logbook.export.child import ChildFailed
from logbook.tasks.freeze_report import freeze
from logbook.tasks.make_report import about_the_choice, compose_here
from logbook.tasks.preview_report import ReportMemory
from logbook.tasks.save_outside import refuse_inside

if TYPE_CHECKING:
    from logbook.export.results import ReportResult
    from logbook.vault.vault import Vault


def save_report(
    vault: Vault,
    request: ReportRequest,
    out: Path,
    memory: ReportMemory,
    progress: Progress = SILENT,
) -> ReportResult:
    """Write the bundle to `out` as `make_report` does, the same bytes, and raise as it.

    Made here, the pages would hold Python's lock while the window wants it.
    """
    refuse_inside(vault, out)
    dossier = freeze(vault, request, progress)
    frozen = replace(dossier, files=tuple(memory.remember(file) for file in dossier.files))
    leave_out = request.leave_out_named
    try:
        made = memory.composer.compose(frozen, out, progress, without_hidden_names=leave_out)
    except ChildFailed:
        made = compose_here(frozen, out, progress, leave_out=leave_out)
    return replace(made, checks=(*made.checks, *about_the_choice(dossier, request)))
