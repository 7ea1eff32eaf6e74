"""The selection of a report, frozen: nothing else of the book can reach it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from logbook.domain.dossier import (
    Caption,
    Dossier,
    DossierEntry,
    DossierFile,
    DossierMessage,
    DossierSource,
    DossierThread,
)
from logbook.domain.entry import Entry, title_of
from logbook.domain.evidence import Evidence, MediaClass
from logbook.domain.ids import ConversationId, EntryId, EvidenceId, ImportId, MessageId
from logbook.domain.message import Message
from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import EntryFilter, ReportRequest
from logbook.errors import NoSuchItem, NothingChosen, UsageError
from logbook.i18n import language, languages, speaking, translate
from logbook.media import pdf_pages
from logbook.tasks.bring_in_messages import formats
from logbook.tasks.report_names import Names
from logbook.tasks.this_computer import is_zone, known_zone, zone_here

if TYPE_CHECKING:
    from logbook.vault.vault import Vault

BATES_PREFIX_CHARS = 24
PAGE_OF_ENTRIES = 500
PAGE_OF_IDS = 20_000
PAGE_OF_MESSAGES = 2_000
PAGE_PICTURE_PX = 1_700  # 200 dpi across a page of letter paper
PDF_BYTES_MOST = 200 << 20  # a larger document is listed as a file and not printed


def freeze(vault: Vault, request: ReportRequest, progress: Progress = SILENT) -> Dossier:
    """Collect what the person chose, in order; bytes of files are fetched late, one at a time."""
    spoken = request.language or language()
    if spoken not in languages():
        raise UsageError("no such language", where=request.language)
    with speaking(spoken):
        return replace(_frozen(vault, request, progress), language=spoken)


def _frozen(vault: Vault, request: ReportRequest, progress: Progress) -> Dossier:
    """Collect it in the language of the report."""
    if request.zone:
        known_zone(request.zone)
    if len(request.bates_prefix) > BATES_PREFIX_CHARS:
        raise UsageError("longer than its place on the page", where="bates_prefix")
    entries = _chosen_entries(vault, request, progress)
    messages = _chosen_messages(vault, request, entries, progress)
    if not entries and not messages:
        raise NothingChosen("no entries and no messages")
    zone = request.zone or _usual_zone(entries)
    people = {person.id: person for person in vault.people.all()}
    names = Names(people.values(), request.name_as)
    files = _files_of(vault, entries, messages, progress)
    threads = tuple(_threads(vault, messages, names))
    places = _places(vault, messages)
    return Dossier(
        caption=_caption(request, names),
        profile=request.profile,
        page=request.page,
        zone=zone,
        made_at=_made_at(request),
        entries=tuple(_dossier_entry(entry, names, places) for entry in entries),
        files=tuple(_dossier_file(vault, kept) for kept in files),
        threads=threads,
        sections=request.sections,
        bates_prefix=request.bates_prefix,
        bates_start=request.bates_start,
        journal_root=vault.journal.root(),
        journal_size=vault.journal.size,
        protected=names.protected,
        protected_parts=names.protected_parts,
    )


def _usual_zone(entries: Iterable[Entry]) -> str:
    """Return the zone in which most of the entries happened, this computer's where none is known.

    A report is read by the other side: it must not tell into which zone the computer has moved.
    """
    zones = Counter(
        entry.what.happened.zone
        for entry in entries
        if entry.what.happened.is_dated and is_zone(entry.what.happened.zone)
    )
    return zones.most_common(1)[0][0] if zones else zone_here()


def _caption(request: ReportRequest, names: Names) -> Caption:
    return Caption(
        court=request.court,
        case_number=request.case_number,
        petitioner=names.petitioner,
        respondent=request.respondent or names.respondent,
        title=request.title or translate("Report", "Evidence in support of a protective order"),
    )


def _made_at(request: ReportRequest) -> datetime:
    if not request.made_at:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        made_at = datetime.fromisoformat(request.made_at)
        return made_at.replace(tzinfo=made_at.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError("not an ISO 8601 time", where=request.made_at) from error


def _chosen_entries(vault: Vault, request: ReportRequest, progress: Progress) -> list[Entry]:
    """Return the chosen entries, chronological, undated last."""
    if request.entries is not None:
        named = list(dict.fromkeys(request.entries))
        if request.skip_missing:
            named = vault.entries.those(named, removed=False)
        chosen = []
        for one in named:
            progress(0, 0)
            chosen.append(vault.entries.get(one))
        removed = next((entry for entry in chosen if entry.removed), None)
        if removed is not None:
            raise UsageError("this entry is in the bin", where=str(removed.number))
        places = _places_in_time(vault, progress)
        return sorted(chosen, key=lambda entry: places[entry.id])
    wanted = entries_wanted(request)
    found: list[Entry] = []
    while page := vault.entries.full(wanted, len(found), PAGE_OF_ENTRIES):
        found.extend(page)
        progress(0, 0)
    return found


def _places_in_time(vault: Vault, progress: Progress) -> dict[EntryId, int]:
    """Return where each entry of the book stands in order of time."""
    found: list[EntryId] = []
    while page := vault.entries.ids(EntryFilter(), len(found), PAGE_OF_IDS):
        found.extend(page)
        progress(0, 0)
    return {entry: place for place, entry in enumerate(found)}


def entries_wanted(request: ReportRequest) -> EntryFilter:
    """Return which entries a request that names none asks for, the earliest first."""
    if request.matching is not None:
        return replace(request.matching, removed=False, newest_first=False)
    return EntryFilter(first_day=request.first_day, last_day=request.last_day)


def _chosen_messages(
    vault: Vault, request: ReportRequest, entries: Iterable[Entry], progress: Progress
) -> dict[ConversationId, list[Message]]:
    """Return the chosen messages of each conversation, in file order."""
    chosen: dict[MessageId, Message] = {}
    known = [one.id for one in vault.messages.conversations()]
    for conversation in known if request.messages is None else request.conversations:
        if conversation in known:  # a chosen one may be gone with its import
            chosen.update(_all_of(vault, conversation, progress))
    if request.messages is not None:
        linked = [one for entry in entries for one in entry.what.messages]
        wanted = tuple(dict.fromkeys((*request.messages, *linked)))
        found = vault.messages.get_many(wanted)
        chosen.update((message.id, message) for message in found)
        if request.around:
            around = _numbers_around(found, request.around)
            for conversation, numbers in around.items():
                progress(0, 0)
                chosen.update(_numbered(vault, conversation, numbers))
        missing = next((one for one in request.messages if one not in chosen), None)
        if missing is not None:
            raise NoSuchItem("no such message", where=str(missing))
    threads: dict[ConversationId, list[Message]] = {}
    for message in chosen.values():
        threads.setdefault(message.conversation, []).append(message)
    for messages in threads.values():
        messages.sort(key=lambda message: message.number)
    return threads


def _all_of(
    vault: Vault, conversation: ConversationId, progress: Progress
) -> Iterable[tuple[MessageId, Message]]:
    offset = 0
    while page := vault.messages.page(conversation, offset, PAGE_OF_MESSAGES):
        yield from ((message.id, message) for message in page)
        offset += len(page)
        progress(0, 0)


def _numbers_around(
    messages: Iterable[Message], reach: int
) -> dict[ConversationId, list[tuple[int, int]]]:
    """Return the runs of numbers (first, last) that lie up to `reach` around some messages."""
    runs: dict[ConversationId, list[tuple[int, int]]] = {}
    for message in sorted(messages, key=lambda one: one.number):
        first, last = max(message.number - reach, 1), message.number + reach
        found = runs.setdefault(message.conversation, [])
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return runs


def _numbered(
    vault: Vault, conversation: ConversationId, runs: Iterable[tuple[int, int]]
) -> Iterable[tuple[MessageId, Message]]:
    """Give the messages of a conversation in runs of their numbers, which are their places."""
    for first, last in runs:
        for message in vault.messages.page(conversation, first - 1, last - first + 1):
            yield message.id, message


def _files_of(
    vault: Vault,
    entries: Iterable[Entry],
    threads: dict[ConversationId, list[Message]],
    progress: Progress,
) -> list[Evidence]:
    """Return every file that an entry or a chosen message holds, first use first, once each."""
    wanted: dict[EvidenceId, None] = {}
    for entry in entries:
        wanted.update(dict.fromkeys(entry.what.evidence))
    for messages in threads.values():
        for message in messages:
            for attachment in message.attachments:
                if attachment.evidence is not None:
                    wanted[attachment.evidence] = None
    found: list[Evidence] = []
    for done, one in enumerate(wanted):
        progress(done, len(wanted))
        kept = vault.evidence.get(one)
        if not kept.removed:
            found.append(kept)
    return found


def _places(
    vault: Vault, threads: dict[ConversationId, list[Message]]
) -> dict[MessageId, tuple[int, int]]:
    """Return where the report prints each message: (place in its threads, number)."""
    printed = [one.id for one in vault.messages.conversations() if threads.get(one.id)]
    return {
        message.id: (place, message.number)
        for place, conversation in enumerate(printed)
        for message in threads[conversation]
    }


def _dossier_entry(
    entry: Entry, names: Names, places: Mapping[MessageId, tuple[int, int]]
) -> DossierEntry:
    what = entry.what
    return DossierEntry(
        id=entry.id,
        number=entry.number,
        title=title_of(what),
        text=what.text,
        happened=what.happened,
        recorded_at=entry.recorded_at,
        recorded_zone=entry.recorded_zone,
        changes=entry.version - 1,
        last_changed_at=entry.changed_at,
        kind=what.kind,
        place=what.place,
        exact_words=what.exact_words,
        effect=what.effect,
        response=what.response,
        report=what.report,
        people=names.of(what.people),
        witnesses=names.of(what.witnesses),
        files=what.evidence,
        messages=tuple(places[one] for one in what.messages if one in places),
    )


def _dossier_file(vault: Vault, kept: Evidence) -> DossierFile:
    def pdf_bytes() -> bytes:
        with vault.evidence.open(kept.id) as stream:
            return stream.read()

    def page_picture(index: int) -> bytes:
        with vault.evidence.open(kept.id) as stream:
            return pdf_pages.render(stream, index, PAGE_PICTURE_PX)

    is_pdf = kept.media_class is MediaClass.PDF and not kept.problem
    prints = is_pdf and kept.size_bytes <= PDF_BYTES_MOST
    return DossierFile(
        evidence=kept.id,
        name=kept.name,
        sha256=kept.sha256,
        size_bytes=kept.size_bytes,
        media_type=kept.media_type,
        media_class=kept.media_class,
        added_at=kept.added_at,
        times=kept.times,
        description=kept.description,
        transcript=kept.transcript,
        duration_s=kept.duration_s,
        problem=kept.problem,
        print_copy=lambda: vault.evidence.print_copy(kept.id),
        pdf_bytes=pdf_bytes if prints else None,
        page_picture=page_picture if prints else None,
    )


def _threads(
    vault: Vault, threads: dict[ConversationId, list[Message]], names: Names
) -> Iterable[DossierThread]:
    labels = {known.id: known.label for known in formats()}
    for conversation in vault.messages.conversations():
        messages = threads.get(conversation.id)
        if not messages:
            continue
        source = vault.imports.source_of(messages[0].import_id)
        basis = {kind: (answer, why) for kind, answer, why in source.questions}
        zone, zone_basis = basis.get("zone", ("", ""))
        yield DossierThread(
            title=conversation.title,
            platform=labels.get(conversation.platform, conversation.platform),
            participants=vault.imports.people_in(messages[0].import_id, conversation.id),
            total=conversation.messages,
            messages=tuple(_dossier_message(message, names) for message in messages),
            source_name=source.name,
            source_sha256=source.sha256,
            source_size_bytes=source.size_bytes,
            imported_at=source.imported_at,
            zone=zone,
            zone_basis=zone_basis,
            date_order_basis=basis.get("date_order", ("", ""))[1],
            later_sources=tuple(_later_sources(vault, messages)),
        )


def _later_sources(vault: Vault, messages: Sequence[Message]) -> Iterable[DossierSource]:
    """Give the exports after the first that these messages come from, in order of their use."""
    numbers: dict[ImportId, list[int]] = {}
    for message in messages:
        numbers.setdefault(message.import_id, []).append(message.number)
    for import_id in list(numbers)[1:]:
        source = vault.imports.source_of(import_id)
        yield DossierSource(
            name=source.name,
            sha256=source.sha256,
            size_bytes=source.size_bytes,
            imported_at=source.imported_at,
            numbers=tuple(numbers[import_id]),
            participants=vault.imports.people_in(import_id, messages[0].conversation),
        )


def _dossier_message(message: Message, names: Names) -> DossierMessage:
    return DossierMessage(
        number=message.number,
        record=message.record,
        sender_name=names.of_sender(message),
        files=tuple(
            attachment.evidence
            for attachment in message.attachments
            if attachment.evidence is not None
        ),
    )
