"""Compile the evidence bundle from a frozen selection and write it where the person says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.domain.dossier import Dossier
from logbook.domain.message import day_of
from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import ReportRequest
from logbook.export.checks import Check, Level
from logbook.export.profiles import Profile, profiles
from logbook.i18n import translate
from logbook.tasks.freeze_report import freeze
from logbook.tasks.garbage import garbage_left_alone
from logbook.tasks.save_outside import refuse_inside
from logbook.vault.vault import Vault

if TYPE_CHECKING:
    from logbook.export.results import ReportResult


def make_report(
    vault: Vault, request: ReportRequest, out: Path, progress: Progress = SILENT
) -> ReportResult:
    """Write the bundle to `out`, whole and verified or not at all."""
    refuse_inside(vault, out)
    dossier = freeze(vault, request, progress)
    made = compose_here(dossier, out, progress, leave_out=request.leave_out_named)
    return replace(made, checks=(*made.checks, *about_the_choice(dossier, request)))


def compose_here(
    dossier: Dossier, out: Path, progress: Progress, *, leave_out: bool
) -> ReportResult:
    """Make and write the bundle in this process."""
    from logbook.export import report  # noqa: PLC0415 - a window hardly ever needs to load it

    with garbage_left_alone():
        return report.compose(dossier, out, progress, without_hidden_names=leave_out)


def about_the_choice(dossier: Dossier, request: ReportRequest) -> list[Check]:
    """Say what was chosen in a way that a person may not expect, before anything is made of it."""
    checks = []
    outside = _outside_the_days(dossier, request)
    if outside:
        said = translate(
            "Report",
            "%n message outside of the chosen days is printed too: all were asked for.|"
            "%n messages outside of the chosen days are printed too: all were asked for.",
            "",
            outside,
        )
        checks.append(Check("R32", Level.LOOK, None, said))
    missing = len(set(request.entries or ())) - len(dossier.entries)
    if request.skip_missing and missing > 0:
        said = translate(
            "Report",
            "%n picked entry is in the bin or gone.|%n picked entries are in the bin or gone.",
            "",
            missing,
        )
        checks.append(Check("R32", Level.LOOK, None, said, "chronology"))
    return checks


def _outside_the_days(dossier: Dossier, request: ReportRequest) -> int:
    """Return how many printed messages lie before or after the days that entries were chosen by.

    Messages are chosen by themselves, and the days say nothing about them.
    """
    first, last = request.first_day or date.min, request.last_day or date.max
    if request.messages is not None or (first, last) == (date.min, date.max):
        return 0
    days = (
        day_of(message.record, dossier.zone)
        for thread in dossier.threads
        for message in thread.messages
    )
    return sum(day is not None and not first <= day <= last for day in days)


def known_profiles() -> tuple[Profile, ...]:
    """Return the courts whose rules are known; every value is to be checked with the court."""
    return tuple(profiles())
