"""Things that are worth a look before a report is handed in; none of them stops it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from logbook.domain.dossier import DossierFile
from logbook.domain.evidence import MediaClass
from logbook.export import words
from logbook.export.checks import Check, Level
from logbook.export.hidden_names import places_of_parts
from logbook.export.material import Material, exhibit_anchor, file_anchor
from logbook.export.pages import Anchor, Pages
from logbook.export.plan import in_order
from logbook.i18n import figures, translate

_NAMED_EACH = 5  # more of one kind are counted in one line


class _Finding(NamedTuple):
    rule: str
    anchor: Anchor | None
    message: str
    about: str = ""


def things_to_look_at(material: Material, pages: Pages, size_bytes: int) -> list[Check]:
    """Return what the person may want to look at, with its page."""
    found = [
        *_of_names(material),
        *_of_entries(material),
        *_of_exhibits(material),
        *_of_files(material),
        *_of_documents(material),
        *_of_words_beside(material),
        *_of_text(material),
        *_of_the_whole(material, pages, size_bytes),
    ]
    return [
        Check(
            finding.rule,
            Level.LOOK,
            pages.number_of(finding.anchor) if finding.anchor in pages.anchors else None,
            finding.message,
            finding.about,
        )
        for finding in found
    ]


def _of_names(material: Material) -> Iterator[_Finding]:
    """Give the places where one word of a hidden name can be read, such as a first name alone."""
    places = places_of_parts(material)
    if places:
        said = translate(
            "Report", "A part of your legal name can be read here: {where}.", where=places
        )
        yield _Finding("R45", None, said)


def _of_entries(material: Material) -> Iterator[_Finding]:
    """Give the entries whose time is not known."""
    entries = material.dossier.entries
    undated = [entry for entry in entries if not entry.happened.is_dated]
    timeless = [e for e in entries if e.happened.is_dated and not e.happened.has_time]
    for found, one, many in (
        (
            undated,
            translate("Report", "Entry {number} has no date."),
            translate("Report", "%n entries have no date.", "", len(undated)),
        ),
        (
            timeless,
            translate("Report", "Entry {number} has no time."),
            translate("Report", "%n entries have no time.", "", len(timeless)),
        ),
    ):
        if len(found) > _NAMED_EACH:
            yield _Finding("R36", ("entry", in_order(tuple(found))[0].number), many)
            continue
        for entry in found:
            said = one.replace("{number}", str(entry.number))
            yield _Finding("R36", ("entry", entry.number), said)


def _of_exhibits(material: Material) -> Iterator[_Finding]:
    """Give the exhibits that nobody described."""
    bare = [
        exhibit
        for exhibit in material.plan.exhibits
        if exhibit.thread is None and not any(file.description.strip() for file in exhibit.files)
    ]
    if len(bare) > _NAMED_EACH:
        said = translate("Report", "%n exhibits have no description.", "", len(bare))
        yield _Finding("R18", exhibit_anchor(bare[0].index), said)
        return
    for exhibit in bare:
        said = translate("Report", "{exhibit} has no description.", exhibit=exhibit.name)
        yield _Finding("R18", exhibit_anchor(exhibit.index), said)


def _of_files(material: Material) -> Iterator[_Finding]:
    """Give files that cannot be read, searched or heard on paper."""
    seen_only = [file for file in _files(material) if _is_seen_only(material, file)]
    heard_only = [file for file in _files(material) if _is_heard_only(file)]
    missing = [file for file in _files(material) if _is_missing(material, file)]
    for rule, files, one, many in (
        (
            "R24",
            seen_only,
            translate("Report", "The words on {id} cannot be searched: it has no transcript."),
            translate(
                "Report",
                "The words on %n pictures cannot be searched: no transcripts.",
                "",
                len(seen_only),
            ),
        ),
        (
            "R24",
            heard_only,
            translate("Report", "The recording {id} has no transcript."),
            translate("Report", "%n recordings have no transcript.", "", len(heard_only)),
        ),
        (
            "R37",
            missing,
            translate("Report", "{id} cannot be shown on paper; it is listed as a file."),
            translate(
                "Report",
                "%n files cannot be shown on paper; they are listed.",
                "",
                len(missing),
            ),
        ),
    ):
        if len(files) > _NAMED_EACH:
            yield _Finding(rule, file_anchor(files[0].evidence), many)
            continue
        for file in files:
            name = material.plan.of_file[file.evidence].file_name(file)
            yield _Finding(rule, file_anchor(file.evidence), one.replace("{id}", name))


def _of_documents(material: Material) -> Iterator[_Finding]:
    """Give documents with notes, marks or form values that are not on the printed page."""
    for file in _files(material):
        pages = material.unseen.get(file.evidence, [])
        if not pages or not material.is_printed(file):
            continue
        named = ", ".join(map(str, pages[:_NAMED_EACH]))
        said = translate(
            "Report",
            "{id}: notes, marks or filled-in fields of the document are not shown (its page"
            " {pages}). Look at the file itself.",
            id=material.plan.of_file[file.evidence].file_name(file),
            pages=f"{named} …" if len(pages) > _NAMED_EACH else named,
        )
        yield _Finding("R37", file_anchor(file.evidence), said)


def _of_words_beside(material: Material) -> Iterator[_Finding]:
    """Give documents whose file holds a hidden name that no printed page shows."""
    for file in _files(material):
        if not material.is_printed(file) or not material.cleaned.has_a_name_beside(file):
            continue
        said = translate(
            "Report",
            "{id}: the file itself holds your legal name, such as in its properties or notes. It is"
            " not in this report. Think of it before you hand the file itself over.",
            id=material.plan.of_file[file.evidence].file_name(file),
        )
        yield _Finding("R45", file_anchor(file.evidence), said)


def _files(material: Material) -> Iterator[DossierFile]:
    return (file for exhibit in material.plan.exhibits for file in exhibit.files)


def _is_seen_only(material: Material, file: DossierFile) -> bool:
    has_letters = file.evidence not in material.pictures and file.evidence not in material.unread
    return material.is_printed(file) and not has_letters and not file.transcript.strip()


def _is_heard_only(file: DossierFile) -> bool:
    recorded = file.media_class in {MediaClass.SOUND, MediaClass.VIDEO}
    return recorded and not file.transcript.strip()


def _is_missing(material: Material, file: DossierFile) -> bool:
    shown = file.media_class in {MediaClass.PICTURE, MediaClass.PDF}
    return shown and not material.is_printed(file)


def _of_text(material: Material) -> Iterator[_Finding]:
    """Give characters that no face can show."""
    missing = material.setter.without_glyph
    if missing:
        said = translate(
            "Report",
            "%n character is printed by its name.|%n characters are printed by their names.",
            "",
            len(missing),
        )
        yield _Finding("R25", None, said)


def _of_the_whole(material: Material, pages: Pages, size_bytes: int) -> Iterator[_Finding]:
    """Give what concerns the bundle as a whole: blanks, length and size."""
    caption, court = material.dossier.caption, material.profile
    for name, value, said in (
        ("court", caption.court, translate("Report", "The court is left blank.")),
        ("case_number", caption.case_number, translate("Report", "The case number is left blank.")),
        ("respondent", caption.respondent, translate("Report", "The respondent is left blank.")),
    ):
        if not value.strip():
            yield _Finding("R40", None, said, name)
    count = len(pages.pages)
    if count > court.page_warning:
        said = translate(
            "Report",
            "{pages} pages: many courts want no more than {limit}.",
            pages=figures(count),
            limit=court.page_warning,
        )
        yield _Finding("R41", None, said)
    if size_bytes > court.file_limit_bytes:
        said = translate(
            "Report",
            "{size}: many courts take no file above {limit}.",
            size=words.size(size_bytes),
            limit=words.size(court.file_limit_bytes),
        )
        yield _Finding("R13", None, said)
