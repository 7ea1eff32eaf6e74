"""Where a name that a report must not show stands in what was chosen: by number, not quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import NamedTuple

from logbook.domain.dossier import (
    Dossier,
    DossierEntry,
    DossierFile,
    DossierMessage,
    DossierThread,
)
from logbook.domain.ids import EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.export import words
from logbook.export.documents import Documents
from logbook.export.identifiers import People, printed_name
from logbook.export.material import Material
from logbook.export.plan import Exhibit
from logbook.export.protecting import Guard
from logbook.i18n import figures, translate

_NAMED = 12  # places; the rest are counted


class Places(NamedTuple):
    """Where hidden names stand, in words, and whether leaving that out would leave a report."""

    where: str
    can_be_left_out: bool


def hidden_places(material: Material) -> Places:
    """Return where the names stand; `where` is empty where nothing that was chosen holds one.

    The written file is what is judged (R45). This tells the person what to change or leave out.
    """
    guard = Guard(material.dossier.protected)
    cover = list(_of_cover(material.dossier, guard))
    inside = list(_places(material, guard, material.cleaned.pages_with_a_name))
    rest, _ = without_hidden_names(material.dossier, material.cleaned)
    can_be_left_out = bool(inside) and not cover and has_anything(rest)
    return Places(_first_of(iter([*cover, *inside])), can_be_left_out)


def places_of_parts(material: Material) -> str:
    """Return where a single word of a hidden name stands, in words; empty for nowhere."""
    guard = Guard(material.dossier.protected_parts)
    if not guard.is_needed:
        return ""

    def pages(file: DossierFile) -> list[int] | None:
        return material.cleaned.pages_with_a_part(file, guard)

    return _first_of(chain(_of_cover(material.dossier, guard), _places(material, guard, pages)))


def has_anything(dossier: Dossier) -> bool:
    """Return whether there is anything to print."""
    return bool(dossier.entries or dossier.threads or dossier.files)


def _first_of(places: Iterator[str]) -> str:
    named = list(islice(places, _NAMED))
    rest = sum(1 for _ in places)
    if rest:
        named.append(translate("Report", "%n more place|%n more places", "", rest))
    return "; ".join(named)


def _of_cover(dossier: Dossier, guard: Guard) -> Iterator[str]:
    caption = dossier.caption
    head = (
        (translate("Report", "court"), caption.court),
        (translate("Report", "case number"), caption.case_number),
        (translate("Report", "respondent"), caption.respondent),
        (translate("Report", "title"), caption.title),
        (translate("Report", "page prefix"), dossier.bates_prefix),
    )
    yield from _said(translate("Report", "the cover"), head, guard)


def _places(
    material: Material, guard: Guard, pages_of: Callable[[DossierFile], list[int] | None]
) -> Iterator[str]:
    """Give what holds a name; `pages_of` tells which pages of a document do."""
    for entry in material.dossier.entries:
        name = translate("Report", "entry {number}", number=entry.number)
        yield from _said(name, _of_entry(entry), guard)
    for exhibit in material.plan.exhibits:
        if exhibit.thread is not None:
            thread = material.dossier.threads[exhibit.thread]
            yield from _of_thread(material.dossier, exhibit, thread, guard)
        for file in exhibit.files:
            name = translate("Report", "file {id}", id=exhibit.file_name(file))
            yield from _said(name, _of_file(file), guard)
            if material.is_printed(file):
                yield from _of_document(name, pages_of(file))


def _of_document(name: str, pages: list[int] | None) -> Iterator[str]:
    """Give a document with its own pages that hold a name, counted from 1."""
    if pages is None:
        return
    if not pages:
        yield name
        return
    yield translate(
        "Report",
        "{name} (its page {pages})|{name} (its pages {pages})",
        "",
        len(pages),
        name=name,
        pages=words.ranges_in_words(pages),
    )


def _said(name: str, parts: Iterable[tuple[str, str]], guard: Guard) -> Iterator[str]:
    """Give `name` with the parts that hold a hidden name, nothing where none does."""
    found = [label for label, text in parts if guard.finds(text)]
    if found:
        yield f"{name} ({', '.join(found)})"


def _of_entry(entry: DossierEntry) -> list[tuple[str, str]]:
    report = entry.report
    authority = (report.agency, report.officer, report.badge, report.number, report.notes)
    return [
        (translate("Report", "title"), "" if entry.title in entry.text else entry.title),
        (translate("Report", "text"), entry.text),
        (translate("Report", "time"), "" if entry.happened.is_dated else entry.happened.raw),
        (translate("Report", "exact words"), entry.exact_words),
        (translate("Report", "place"), entry.place),
        (translate("Report", "people"), "\n".join(entry.people)),
        (translate("Report", "witnesses"), "\n".join(entry.witnesses)),
        (translate("Report", "effect"), entry.effect),
        (translate("Report", "what I did"), entry.response),
        (translate("Report", "report to an authority"), "\n".join(authority)),
    ]


def _of_file(file: DossierFile) -> list[tuple[str, str]]:
    return [
        (translate("Report", "name"), file.name),
        (translate("Report", "description"), file.description),
        (translate("Report", "transcript"), file.transcript),
    ]


def _of_thread(
    dossier: Dossier, exhibit: Exhibit, thread: DossierThread, guard: Guard
) -> Iterator[str]:
    people = People(dossier, thread)
    yield from _said(exhibit.name, _of_head(thread, people), guard)
    for message in thread.messages:
        name = translate(
            "Report", "message {n} of {exhibit}", n=figures(message.number), exhibit=exhibit.name
        )
        yield from _said(name, _of_message(message, people), guard)


def _of_head(thread: DossierThread, people: People) -> list[tuple[str, str]]:
    sources = (thread.source_name, *(later.name for later in thread.later_sources))
    everybody = [raw for later in thread.later_sources for raw in later.participants if raw]
    everybody = [*people.participants, *everybody]
    return [
        (translate("Report", "title"), thread.title),
        (translate("Report", "participants"), "\n".join(map(people.label, everybody))),
        (translate("Report", "export file"), "\n".join(sources)),
    ]


def _of_message(message: DossierMessage, people: People) -> list[tuple[str, str]]:
    record = message.record
    return [
        (translate("Report", "sender"), people.sender(message)),
        (translate("Report", "recipients"), people.recipients(message)),
        (translate("Report", "text"), f"{record.text}\n{record.repaired}"),
        (translate("Report", "attachment"), "\n".join(ref.name for ref in record.attachments)),
    ]


def without_hidden_names(
    dossier: Dossier, documents: Documents, progress: Progress = SILENT
) -> tuple[Dossier, tuple[str, ...]]:
    """Leave out what holds a hidden name, and say what that was.

    An entry goes as a whole, and so do a file, a message, and a conversation whose title or export
    file holds the name; a report counts the messages that it leaves out. Nothing is made unreadable
    in place: that is redaction, and not done here.
    """
    guard = Guard(dossier.protected)
    left: list[str] = []
    entries = []
    for entry in dossier.entries:
        if _holds(guard, _of_entry(entry)):
            left.append(translate("Report", "entry {number}", number=entry.number))
        else:
            entries.append(entry)
    hidden, said = _hidden_files(dossier, guard, documents, progress)
    shorter = [_thread_without(thread, dossier, guard, hidden, left) for thread in dossier.threads]
    threads = [thread for thread in shorter if thread.messages]
    full = (place for place, thread in enumerate(shorter) if thread.messages)
    places = {place: now for now, place in enumerate(full)}
    used = {one for entry in entries for one in entry.files}
    used |= {one for thread in threads for message in thread.messages for one in message.files}
    kept = replace(
        dossier,
        entries=tuple(
            replace(
                entry,
                files=_shown(entry.files, hidden),
                messages=tuple((places[at], n) for at, n in entry.messages if at in places),
            )
            for entry in entries
        ),
        files=tuple(file for file in dossier.files if file.evidence in used - hidden),
        threads=tuple(threads),
    )
    return kept, (*left, *said)


def _hidden_files(
    dossier: Dossier, guard: Guard, documents: Documents, progress: Progress
) -> tuple[set[EvidenceId], list[str]]:
    """Return the files that hold a name, and what to say of them."""
    hidden: set[EvidenceId] = set()
    said: list[str] = []
    nameless = 0
    for file in dossier.files:
        by_words = _holds(guard, _of_file(file))
        pages = None if by_words else documents.pages_with_a_name(file, progress)
        if not by_words and pages is None:
            continue
        hidden.add(file.evidence)
        if guard.finds(file.name):
            nameless += 1
        else:
            name = translate("Report", "file {name}", name=printed_name(file.name))
            said += _of_document(name, pages or [])
    if nameless:
        said.append(translate("Report", "%n file|%n files", "", nameless))
    return hidden, said


def _thread_without(
    thread: DossierThread,
    dossier: Dossier,
    guard: Guard,
    hidden: set[EvidenceId],
    left: list[str],
) -> DossierThread:
    """Return a conversation without the messages that hold a name, or without any."""
    people = People(dossier, thread)
    if _holds(guard, _of_head(thread, people)):
        left.append(
            translate(
                "Report",
                "the conversation of %n message ({platform})|"
                "the conversation of %n messages ({platform})",
                "",
                thread.total,
                platform=thread.platform,
            )
        )
        return replace(thread, messages=())
    messages = []
    for message in thread.messages:
        if _holds(guard, _of_message(message, people)):
            left.append(
                translate(
                    "Report",
                    "message {n} of {total} ({platform})",
                    n=figures(message.number),
                    total=figures(thread.total),
                    platform=thread.platform,
                )
            )
        else:
            messages.append(replace(message, files=_shown(message.files, hidden)))
    return replace(thread, messages=tuple(messages))


def _holds(guard: Guard, parts: Iterable[tuple[str, str]]) -> bool:
    return any(guard.finds(text) for _, text in parts)


def _shown(files: tuple[EvidenceId, ...], hidden: set[EvidenceId]) -> tuple[EvidenceId, ...]:
    return tuple(one for one in files if one not in hidden)
