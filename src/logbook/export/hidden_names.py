"""Where a name that a report must not show stands in what was chosen: by number, not quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from logbook.domain.dossier import (
    Dossier,
    DossierEntry,
    DossierFile,
    DossierMessage,
    DossierThread,
)
from logbook.domain.ids import EvidenceId
from logbook.export.identifiers import People
from logbook.export.material import Material
from logbook.export.plan import Exhibit
from logbook.export.protecting import Guard
from logbook.i18n import translate

_NAMED = 12  # places; the rest are counted


def hidden_places(material: Material) -> str:
    """Return where the names stand, in words; empty where only a foreign document holds one.

    The written file is what is judged (R45). This tells the person what to change or leave out.
    """
    return _first_of(_places(material, Guard(material.dossier.protected)))


def places_of_parts(material: Material) -> str:
    """Return where a single word of a hidden name stands, in words; empty for nowhere."""
    guard = Guard(material.dossier.protected_parts)
    return _first_of(_places(material, guard)) if guard.is_needed else ""


def _first_of(places: Iterator[str]) -> str:
    named = list(islice(places, _NAMED))
    rest = sum(1 for _ in places)
    if rest:
        named.append(translate("Report", "%n more place|%n more places", "", rest))
    return "; ".join(named)


def _places(material: Material, guard: Guard) -> Iterator[str]:
    caption = material.dossier.caption
    head = (
        (translate("Report", "court"), caption.court),
        (translate("Report", "case number"), caption.case_number),
        (translate("Report", "respondent"), caption.respondent),
        (translate("Report", "title"), caption.title),
    )
    yield from _said(translate("Report", "the cover"), head, guard)
    for entry in material.dossier.entries:
        name = translate("Report", "entry {number}", number=entry.number)
        yield from _said(name, _of_entry(entry), guard)
    for exhibit in material.plan.exhibits:
        if exhibit.thread is not None:
            thread = material.dossier.threads[exhibit.thread]
            yield from _of_thread(material, exhibit, thread, guard)
        for file in exhibit.files:
            name = translate("Report", "file {id}", id=exhibit.file_name(file))
            yield from _said(name, _of_file(file), guard)


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
    material: Material, exhibit: Exhibit, thread: DossierThread, guard: Guard
) -> Iterator[str]:
    people = People(material, thread)
    sources = (thread.source_name, *(later.name for later in thread.later_sources))
    head = (
        (translate("Report", "title"), thread.title),
        (translate("Report", "participants"), "\n".join(map(people.label, people.participants))),
        (translate("Report", "export file"), "\n".join(sources)),
    )
    yield from _said(exhibit.name, head, guard)
    for message in thread.messages:
        record = message.record
        parts = (
            (translate("Report", "sender"), people.sender(message)),
            (translate("Report", "recipients"), people.recipients(message)),
            (translate("Report", "text"), f"{record.text}\n{record.repaired}"),
            (translate("Report", "attachment"), "\n".join(ref.name for ref in record.attachments)),
        )
        name = translate(
            "Report", "message {n} of {exhibit}", n=f"{message.number:,}", exhibit=exhibit.name
        )
        yield from _said(name, parts, guard)


def without_hidden_names(dossier: Dossier) -> tuple[Dossier, tuple[str, ...]]:
    """Leave out what holds a hidden name, and say what that was.

    An entry goes as a whole, and so do a file and a message; a report counts the messages that it
    leaves out. Nothing is made unreadable in place: that is redaction, and not done here.
    """
    guard = Guard(dossier.protected)
    left: list[str] = []
    hidden = {file.evidence for file in dossier.files if _holds(guard, _of_file(file))}
    entries = []
    for entry in dossier.entries:
        if _holds(guard, _of_entry(entry)):
            left.append(translate("Report", "entry {number}", number=entry.number))
        else:
            entries.append(replace(entry, files=_shown(entry.files, hidden)))
    shorter = [_thread_without(thread, dossier, guard, hidden, left) for thread in dossier.threads]
    threads = [thread for thread in shorter if thread.messages]
    full = (place for place, thread in enumerate(shorter) if thread.messages)
    places = {place: now for now, place in enumerate(full)}
    if hidden:
        left.append(translate("Report", "%n file|%n files", "", len(hidden)))
    used = {one for entry in entries for one in entry.files}
    used |= {one for thread in threads for message in thread.messages for one in message.files}
    kept = replace(
        dossier,
        entries=tuple(
            replace(
                entry,
                messages=tuple((places[at], n) for at, n in entry.messages if at in places),
            )
            for entry in entries
        ),
        files=tuple(file for file in dossier.files if file.evidence in used),
        threads=tuple(threads),
    )
    return kept, tuple(left)


def _thread_without(
    thread: DossierThread,
    dossier: Dossier,
    guard: Guard,
    hidden: set[EvidenceId],
    left: list[str],
) -> DossierThread:
    """Return a conversation without the messages that hold a name; its own head is not one."""
    messages = []
    for message in thread.messages:
        if _holds_name(message, dossier.protected, guard):
            left.append(
                translate(
                    "Report",
                    "message {n} of {total} ({platform})",
                    n=f"{message.number:,}",
                    total=f"{thread.total:,}",
                    platform=thread.platform,
                )
            )
        else:
            messages.append(replace(message, files=_shown(message.files, hidden)))
    return replace(thread, messages=tuple(messages))


def _holds_name(message: DossierMessage, protected: tuple[str, ...], guard: Guard) -> bool:
    """Return whether a message holds a hidden name; one that is a name by itself is replaced."""
    record = message.record
    replaced = {name.casefold() for name in protected}
    people = [raw for raw in record.recipients if raw.casefold() not in replaced]
    names = [ref.name for ref in record.attachments]
    said = (record.text, record.repaired, message.sender_name, *people, *names)
    return guard.finds("\n".join(said))


def _holds(guard: Guard, parts: Iterable[tuple[str, str]]) -> bool:
    return any(guard.finds(text) for _, text in parts)


def _shown(files: tuple[EvidenceId, ...], hidden: set[EvidenceId]) -> tuple[EvidenceId, ...]:
    return tuple(one for one in files if one not in hidden)
