"""A dossier becomes a bundle: prepared, laid out, drawn, put together, written and checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from logbook.domain.dossier import Dossier
from logbook.domain.ids import Sha256
from logbook.domain.progress import SILENT, Progress
from logbook.errors import HiddenNameInReport, NothingChosen, UsageError
from logbook.export import finishing, hidden_names
from logbook.export.assembly import Assembly
from logbook.export.checks import Check, Level
from logbook.export.child import Child
from logbook.export.documents import Documents
from logbook.export.drawing import Furniture, draw
from logbook.export.flow import Flow
from logbook.export.look import look_for
from logbook.export.looking_over import things_to_look_at
from logbook.export.material import Material, section_anchor
from logbook.export.pages import Bookmark, Pages
from logbook.export.phases import WHOLE, Phase
from logbook.export.plan import plan
from logbook.export.preparing import load_files
from logbook.export.profiles import PAGE_SIZES_PT, Profile, profile
from logbook.export.protecting import Guard
from logbook.export.saving import refuse_no_place, written_beside
from logbook.export.section import Section
from logbook.export.sections import sections
from logbook.export.typesetting import Typesetter
from logbook.export.verifying import verify
from logbook.i18n import language, speaking, translate

_LEFT_OUT_NAMED = 24  # places; the rest are counted


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file of a report as it lies at the place chosen."""

    path: Path
    pages: int
    bytes: int
    sha256: Sha256


@dataclass(frozen=True, slots=True)
class ReportResult:
    """A finished report and what its checks found."""

    files: tuple[ReportFile, ...]
    entries: int
    exhibits: int
    profile: str
    checks: tuple[Check, ...]


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
    paper_language = dossier.language or language()
    left_out: tuple[str, ...] = ()
    court = profile(dossier.profile)
    wanted = _wanted_sections(dossier, court)
    assembly = Assembly()
    with Child() as helper:
        reading = Phase(progress, 0, 350, translate("Report", "Reading files"))
        cleaned = Documents(helper, Guard(dossier.protected))
        if without_hidden_names:
            dossier, left_out = hidden_names.without_hidden_names(dossier, cleaned, reading)
        if not hidden_names.has_anything(dossier):
            raise NothingChosen("no entries, messages or files")
        with speaking(paper_language):
            material = _material(dossier, court, wanted, cleaned)
        load_files(assembly, material, reading)
        laying_out = Phase(progress, 350, 500, translate("Report", "Laying out pages"))
        drawing = Phase(progress, 500, 600, translate("Report", "Drawing pages"))
        assembling = Phase(progress, 600, 620, translate("Report", "Putting pages together"))
        with speaking(paper_language):
            pages = _lay_out(material, wanted, laying_out)
            drawn = draw(pages, material.look, material.setter, _furniture(material), drawing)
            assembly.add_pages(drawn, pages, material.setter, assembling)
            assembly.add_links(pages)
            assembly.add_outline(pages)
            assembly.add_view(_neutral_title(material), language())
        assembling(1, 1)
        finishing.prepare(assembly.pdf, dossier.made_at)
        with written_beside(target) as draft:
            assembly.save(draft, Phase(progress, 620, 650, translate("Report", "Writing the file")))
            file, checks = _check_written(draft, material, pages, helper, progress)
            progress(WHOLE, WHOLE)  # the last chance to stop: then the file takes its name
    return ReportResult(
        files=(replace(file, path=target),),
        entries=len(dossier.entries),
        exhibits=len(material.plan.exhibits),
        profile=court.id,
        checks=(*_said_left_out(left_out), *checks),  # first: a long list may be cut on screen
    )


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


def _check_written(
    draft: Path, material: Material, pages: Pages, helper: Child, progress: Progress
) -> tuple[ReportFile, list[Check]]:
    """Hold the written file against every rule before it gets its name."""
    validating = Phase(progress, 650, 900, translate("Report", "Checking the file"))
    finishing.must_pass(draft, helper, validating)
    reading = Phase(progress, 900, 990, translate("Report", "Reading the file again"))
    try:
        checks = verify(draft, material, pages, reading)
    except HiddenNameInReport as error:
        found = hidden_names.hidden_places(material)
        raise HiddenNameInReport(
            error.detail,
            where=found.where or error.where,
            can_be_left_out=found.can_be_left_out,
        ) from error
    with draft.open("rb") as stream:
        digest = Sha256(file_digest(stream, "sha256").digest())
    file = ReportFile(draft, len(pages.pages), draft.stat().st_size, digest)
    return file, checks + things_to_look_at(material, pages, file.bytes)


def _wanted_sections(dossier: Dossier, court: Profile) -> list[Section]:
    """Return the sections in the profile's order, or as chosen; raises `UsageError`."""
    known = sections()
    order = [name for name in court.sections if name in known]
    order += [name for name in known if name not in order]
    if dossier.sections is not None:
        for name in dossier.sections:
            if name not in known:
                raise UsageError("no such section", where=name)
        order = list(dict.fromkeys(dossier.sections))
    return [known[name] for name in order]


def _material(
    dossier: Dossier, court: Profile, wanted: list[Section], cleaned: Documents
) -> Material:
    if dossier.page and dossier.page not in PAGE_SIZES_PT:
        raise UsageError("no such page size", where=dossier.page)
    names = [section.id for section in wanted]
    return Material(
        dossier=dossier,
        profile=court,
        look=look_for(court, dossier.page),
        plan=plan(dossier, names),
        setter=Typesetter(),
        cleaned=cleaned,
    )


def _lay_out(material: Material, wanted: list[Section], progress: Progress) -> Pages:
    """Lay out every wanted section, one after the other."""
    pages = Pages()
    flow = Flow(pages, material.look, material.setter, progress)
    material.listed = tuple(
        (section.id, section.title())
        for section in wanted
        if section.listed and section.wanted(material)
    )
    for section in wanted:
        if section.wanted(material):
            pages.bookmarks.append(Bookmark(section.title(), section_anchor(section.id), 0))
            section.lay_out(flow, material)
    if not pages.pages:
        raise NothingChosen("no section has anything to print")
    return pages


def _furniture(material: Material) -> Furniture:
    dossier = material.dossier
    left = translate(
        "Report",
        "Prepared by {petitioner}   Bundle {bundle}",
        petitioner=dossier.caption.petitioner,
        bundle=material.bundle_id,
    )
    names = [exhibit.name for exhibit in material.plan.exhibits]
    return Furniture(left, dossier.bates_prefix, dossier.bates_start, names)


def _neutral_title(material: Material) -> str:
    """Return the title that windows show: letters of exhibits, never what happened (R22)."""
    exhibits = material.plan.exhibits
    if not exhibits:
        return translate("Report", "Chronology")
    if len(exhibits) == 1:
        return translate("Report", "Exhibit {letter}", letter=exhibits[0].letter)
    return translate(
        "Report", "Exhibits {first}–{last}", first=exhibits[0].letter, last=exhibits[-1].letter
    )
