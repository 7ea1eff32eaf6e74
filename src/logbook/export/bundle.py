"""The pages of a bundle from its dossier: prepared, laid out, drawn and put together."""

from __future__ import annotations

from dataclasses import dataclass

from logbook.domain.dossier import Dossier
from logbook.domain.progress import Progress
from logbook.errors import NothingChosen, UsageError
from logbook.export import finishing, hidden_names
from logbook.export.assembly import Assembly
from logbook.export.documents import Documents
from logbook.export.drawing import Furniture, draw
from logbook.export.flow import Flow
from logbook.export.look import look_for
from logbook.export.material import Material, section_anchor
from logbook.export.pages import Bookmark, Pages
from logbook.export.phases import Phase
from logbook.export.plan import plan
from logbook.export.preparing import load_files
from logbook.export.profiles import PAGE_SIZES_PT, Profile, profile
from logbook.export.results import SectionPages
from logbook.export.section import Section
from logbook.export.sections import sections
from logbook.export.typesetting import Typesetter
from logbook.i18n import language, speaking, translate


@dataclass(slots=True)
class Bundle:
    """A document that is ready to be written, and what it was made from."""

    assembly: Assembly
    material: Material
    pages: Pages
    left_out: tuple[str, ...]  # places with a hidden name that were left out


def put_together(
    dossier: Dossier, cleaned: Documents, progress: Progress, *, leave_out: bool
) -> Bundle:
    """Prepare, lay out and draw a dossier; raises `NothingChosen` and `UsageError`."""
    paper_language = dossier.language or language()
    with speaking(paper_language):
        court = profile(dossier.profile)
    wanted = _wanted_sections(dossier, court)
    left_out: tuple[str, ...] = ()
    assembly = Assembly()
    reading = Phase(progress, 0, 350, translate("Report", "Reading files"))
    if leave_out:
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
    return Bundle(assembly, material, pages, left_out)


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
            before = len(pages.pages)
            section.lay_out(flow, material)
            added = len(pages.pages) - before
            pages.sections.append(SectionPages(section.id, section.title(), before + 1, added))
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
