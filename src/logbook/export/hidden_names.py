"""Where a name that a report must not show stands in what was chosen: by number, not quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from logbook.domain.dossier import DossierEntry, DossierFile, DossierThread
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
    places = _places(material, Guard(material.dossier.protected))
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
