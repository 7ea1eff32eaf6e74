"""A dossier becomes a bundle: put together, written and checked; or shown before it is saved."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from logbook.domain.dossier import Dossier
from logbook.domain.progress import SILENT, Progress
from logbook.errors import HiddenNameInReport
from logbook.export import hidden_names, validating
from logbook.export.bundle import Bundle, put_together
from logbook.export.checks import Check, Level
from logbook.export.child import Child
from logbook.export.cleaned import Clean, cleaning_in
from logbook.export.documents import Documents
from logbook.export.looking_over import things_to_look_at
from logbook.export.phases import SAVED_FROM, WHOLE, Phase
from logbook.export.protecting import Guard
from logbook.export.results import ReportResult, Shown
from logbook.export.saving import refuse_no_place, written_beside
from logbook.export.verifying import verify
from logbook.i18n import translate

_LEFT_OUT_NAMED = 24  # places; the rest are counted


def compose(
    dossier: Dossier,
    target: Path,
    progress: Progress = SILENT,
    *,
    without_hidden_names: bool = False,
) -> ReportResult:
    """Write the bundle of a dossier to `target`, whole and checked or not at all.

    The pages speak the dossier's language; progress and checks speak to the person, in the one in
    use. A protected name in it stops the report, or has its entry, file or message left out.
    The same dossier gives the same bytes. Raises `NothingChosen`, `UnknownProfile`, `UsageError`,
    `OutputNotWritable`, `DiskFull` and `ReportFailedCheck`; the loaders' own failures pass through.
    """
    refuse_no_place(target)
    with Child() as helper:
        cleaned = Documents(cleaning_in(helper), Guard(dossier.protected))
        bundle = put_together(dossier, cleaned, progress, leave_out=without_hidden_names)
        with written_beside(target) as draft:
            with draft.path.open("wb") as file:
                bundle.assembly.save(file, _writing(progress))
            checking = Phase(progress, 650, 900, translate("Report", "Checking the file"))
            validating.must_pass(draft, checking)
            reading = _reading_again(progress, 900, 990)
            checks = _read_again(draft.path, draft.path.stat().st_size, bundle, reading)
            written = validating.file_of(draft, target, len(bundle.pages.pages))
            progress(WHOLE, WHOLE)  # the last chance to stop: then the file takes its name
    return ReportResult(
        files=(written,),
        entries=len(bundle.material.dossier.entries),
        exhibits=len(bundle.material.plan.exhibits),
        profile=bundle.material.profile.id,
        checks=checks,
        sections=tuple(bundle.pages.sections),
    )


def show(
    dossier: Dossier,
    clean: Clean,
    progress: Progress = SILENT,
    *,
    without_hidden_names: bool = False,
    is_saved: bool = False,
) -> Shown:
    """Return the bundle of a dossier as it would be written, in memory, for looking at it.

    All is as with `compose` but that nobody has validated the file as PDF/A, which takes as long as
    everything else, and that `clean` cleans the foreign documents. One that `is_saved` next has
    that before it, and says all checks, not only what is worth a look. Raises as `compose` does.
    """
    cleaned = Documents(clean, Guard(dossier.protected))
    bundle = put_together(dossier, cleaned, progress, leave_out=without_hidden_names)
    out = BytesIO()
    bundle.assembly.save(out, _writing(progress))
    reading = _reading_again(progress, *((650, SAVED_FROM) if is_saved else (900, 990)))
    checks = _read_again(BytesIO(out.getbuffer()), out.tell(), bundle, reading)
    material = bundle.material
    of_threads = len(material.plan.of_thread)
    return Shown(
        data=out.getvalue(),
        pages=len(bundle.pages.pages),
        page_pt=(material.look.width_pt, material.look.height_pt),
        entries=len(material.dossier.entries),
        messages=sum(len(thread.messages) for thread in material.dossier.threads),
        files=sum(len(exhibit.files) for exhibit in material.plan.exhibits),
        exhibits=len(material.plan.exhibits) - of_threads,
        conversations=of_threads,
        checks=tuple(one for one in checks if is_saved or one.level is Level.LOOK),
        sections=tuple(bundle.pages.sections),
    )


def _writing(progress: Progress) -> Phase:
    return Phase(progress, 620, 650, translate("Report", "Writing the file"))


def _reading_again(progress: Progress, start: int, end: int) -> Phase:
    return Phase(progress, start, end, translate("Report", "Reading the file again"))


def _read_again(
    file: Path | BytesIO, size_bytes: int, bundle: Bundle, reading: Phase
) -> tuple[Check, ...]:
    """Hold the written file against our own rules and say what is worth a look."""
    material = bundle.material
    try:
        checks = verify(file, material, bundle.pages, reading)
    except HiddenNameInReport as error:
        found = hidden_names.hidden_places(material)
        raise HiddenNameInReport(
            error.detail,
            where=found.where or error.where,
            can_be_left_out=found.can_be_left_out,
        ) from error
    looks = things_to_look_at(material, bundle.pages, size_bytes)
    # First what was left out: a long list may be cut on screen.
    return (*_said_left_out(bundle.left_out), *checks, *looks)


def _said_left_out(left_out: tuple[str, ...]) -> list[Check]:
    if not left_out:
        return []
    named = list(left_out[:_LEFT_OUT_NAMED])
    if len(left_out) > _LEFT_OUT_NAMED:
        rest = len(left_out) - _LEFT_OUT_NAMED
        named.append(translate("Report", "%n more place|%n more places", "", rest))
    said = translate(
        "Report",
        "Left out because a hidden name stands there: {what}.",
        what=", ".join(named),
    )
    return [Check("R45", Level.LOOK, None, said)]
