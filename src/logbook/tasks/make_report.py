"""Compile the evidence bundle from a frozen selection: nothing else of the book can reach it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.export.checks import Check, Level
from logbook.export.profiles import Profile, profiles
from logbook.vault.vault import Vault

if TYPE_CHECKING:
    from logbook.export.report import ReportResult

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
from logbook.domain.ids import ConversationId, EvidenceId, ImportId, MessageId, PersonId
from logbook.domain.message import Message, day_of
from logbook.domain.person import Person, Role, telling_parts
from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import EntryFilter, NameForm, ReportRequest
from logbook.errors import NoSuchItem, NothingChosen, UsageError
from logbook.i18n import language, languages, speaking, translate
from logbook.media import pdf_pages
from logbook.tasks.bring_in_messages import formats
from logbook.tasks.garbage import garbage_left_alone
from logbook.tasks.save_outside import refuse_inside
from logbook.tasks.this_computer import is_zone, known_zone, zone_here

BATES_PREFIX_CHARS = 24
PAGE_OF_ENTRIES = 500
PAGE_OF_MESSAGES = 2_000
PAGE_PICTURE_PX = 1_700  # 200 dpi across a page of letter paper
PDF_BYTES_MOST = 200 << 20  # a larger document is listed as a file and not printed


def make_report(
    vault: Vault, request: ReportRequest, out: Path, progress: Progress = SILENT
) -> ReportResult:
    """Write the bundle to `out`, whole and verified or not at all."""
    refuse_inside(vault, out)
    from logbook.export import report  # noqa: PLC0415 - a window that only writes need not load it

    dossier = freeze(vault, request, progress)
    with garbage_left_alone():
        made = report.compose(dossier, out, progress, without_hidden_names=request.leave_out_named)
    outside = _outside_the_days(dossier, request)
    if not outside:
        return made
    said = translate(
        "Report",
        "%n message outside of the chosen days is printed too: all were asked for.|"
        "%n messages outside of the chosen days are printed too: all were asked for.",
        "",
        outside,
    )
    return replace(made, checks=(*made.checks, Check("R32", Level.LOOK, None, said)))


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
    entries = _chosen_entries(vault, request)
    messages = _chosen_messages(vault, request, entries)
    if not entries and not messages:
        raise NothingChosen("no entries and no messages")
    zone = request.zone or _usual_zone(entries)
    people = {person.id: person for person in vault.people.all()}
    names = _Names(people.values(), request.name_as)
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


class _Names:
    """How each person is called in this report; sealed forms that are not chosen are protected."""

    def __init__(self, people: Iterable[Person], form: NameForm) -> None:
        known = list(people)
        self._by_id = {person.id: person for person in known}
        self._form = form
        self._me = next((person for person in known if person.what.role is Role.ME), None)

    @property
    def petitioner(self) -> str:
        """The petitioner in the chosen form."""
        what = self._me.what if self._me is not None else None
        if self._form is NameForm.LEGAL:
            if what is None or not what.legal_name:
                raise UsageError("no legal name is kept in this book", where="legal")
            return what.legal_name
        if self._form is NameForm.PETITIONER or what is None:
            return translate("Report", "Petitioner")
        if self._form is NameForm.WORKING:
            return what.working_name or what.name
        return _initials(what.legal_name or what.working_name or what.name)

    @property
    def respondent(self) -> str:
        """The people responsible, as the book names them."""
        return ", ".join(
            person.what.name
            for person in self._by_id.values()
            if person.what.role is Role.RESPONSIBLE
        )

    @property
    def protected(self) -> tuple[str, ...]:
        """Names of the petitioner that this report must not contain."""
        if self._me is None or self._form is NameForm.LEGAL:
            return ()
        what = self._me.what
        hidden = {what.legal_name}
        if self._form in {NameForm.INITIALS, NameForm.PETITIONER} and what.legal_name:
            hidden.discard(what.working_name)
        return tuple(sorted(name for name in hidden if name and name != self.petitioner))

    @property
    def protected_parts(self) -> tuple[str, ...]:
        """Words of the hidden names that no name which may be read shares with them."""
        if self._me is None:
            return ()
        others = [one.what.name for one in self._by_id.values() if one.what.role is not Role.ME]
        shown = [self.petitioner, self._me.what.working_name, *others]
        parts = (part for name in self.protected for part in telling_parts(name, shown))
        return tuple(dict.fromkeys(parts))

    def of(self, ids: Sequence[PersonId]) -> tuple[str, ...]:
        """Return the names of these people in this report."""
        return tuple(
            self.petitioner if person.what.role is Role.ME else person.what.name
            for person in (self._by_id[one] for one in ids if one in self._by_id)
        )

    def of_sender(self, message: Message) -> str:
        """Return the name of a message's sender in this report."""
        return self.petitioner if message.record.sender_is_me else message.record.sender


def _initials(name: str) -> str:
    parts = [part for part in re.split(r"[\s\-]+", name) if part]
    return " ".join(f"{part[0].upper()}." for part in parts) or translate("Report", "Petitioner")


def _caption(request: ReportRequest, names: _Names) -> Caption:
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


def _chosen_entries(vault: Vault, request: ReportRequest) -> list[Entry]:
    """Return the chosen entries, chronological, undated last."""
    if request.entries is not None:
        chosen = [vault.entries.get(one) for one in dict.fromkeys(request.entries)]
        removed = next((entry for entry in chosen if entry.removed), None)
        if removed is not None:
            raise UsageError("this entry is in the bin", where=str(removed.number))
        order = {entry.id: place for place, entry in enumerate(chosen)}
        places = {one.id: vault.entries.place_of(EntryFilter(), one.id) or 0 for one in chosen}
        return sorted(chosen, key=lambda entry: (places[entry.id], order[entry.id]))
    between = EntryFilter(first_day=request.first_day, last_day=request.last_day)
    found: list[Entry] = []
    while page := vault.entries.full(between, len(found), PAGE_OF_ENTRIES):
        found.extend(page)
    return found


def _chosen_messages(
    vault: Vault, request: ReportRequest, entries: Iterable[Entry]
) -> dict[ConversationId, list[Message]]:
    """Return the chosen messages of each conversation, in file order."""
    chosen: dict[MessageId, Message] = {}
    if request.messages is None:
        for conversation in vault.messages.conversations():
            offset = 0
            while page := vault.messages.page(conversation.id, offset, PAGE_OF_MESSAGES):
                chosen.update((message.id, message) for message in page)
                offset += len(page)
    else:
        linked = [one for entry in entries for one in entry.what.messages]
        wanted = tuple(dict.fromkeys((*request.messages, *linked)))
        chosen.update((message.id, message) for message in vault.messages.get_many(wanted))
        missing = next((one for one in request.messages if one not in chosen), None)
        if missing is not None:
            raise NoSuchItem("no such message", where=str(missing))
    threads: dict[ConversationId, list[Message]] = {}
    for message in chosen.values():
        threads.setdefault(message.conversation, []).append(message)
    for messages in threads.values():
        messages.sort(key=lambda message: message.number)
    return threads


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
    entry: Entry, names: _Names, places: Mapping[MessageId, tuple[int, int]]
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
    vault: Vault, threads: dict[ConversationId, list[Message]], names: _Names
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


def _dossier_message(message: Message, names: _Names) -> DossierMessage:
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


def known_profiles() -> tuple[Profile, ...]:
    """Return the courts whose rules are known; every value is to be checked with the court."""
    return tuple(profiles())
