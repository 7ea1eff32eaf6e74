"""A fictional book to look at: entries, pictures, imported chats and the bundle made of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from logbook.assets import resource
from logbook.domain.entry import AuthorityReport, EntryText, Kind
from logbook.domain.evidence import Evidence, TimeBasis
from logbook.domain.ids import MessageId, PersonId
from logbook.domain.message import Answers, Message
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import ReportRequest
from logbook.errors import FileUnreadable, FolderNotEmpty
from logbook.i18n import translate
from logbook.tasks import bring_in_messages, keep_file, make_report, write_entry
from logbook.tasks.books import close_book, create_book, suggest_passphrase
from logbook.vault.vault import Vault

ZONE = "America/Chicago"
SAMPLES = "samples"
PEOPLE = (
    NewPerson(
        name="Alex",
        role=Role.ME,
        working_name="Alex Rowan",
        legal_name="Alexandra Whitfield Rowan",
        numbers=("+1 555-0100-122",),
    ),
    NewPerson(
        name="Dale Mercer",
        role=Role.RESPONSIBLE,
        numbers=("+15550100147", "+15550100162"),
    ),
    NewPerson(name="Priya Nair", role=Role.WITNESS, numbers=("+15550100118",)),
    NewPerson(name="Deputy L. Osei", role=Role.OFFICER),
)


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the fictional book, its passphrase and its bundle lie."""

    book: Path
    passphrase_file: Path
    report: Path


def make_demo(folder: Path, progress: Progress = SILENT) -> Demo:
    """Build the demo in a new or empty folder."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty("not an empty folder", where=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    demo = Demo(folder / "book", folder / "passphrase.txt", folder / "bundle.pdf")
    words = suggest_passphrase()
    demo.passphrase_file.write_text(words + "\n", encoding="utf-8")
    made = create_book(demo.book, bytearray(words.encode()), progress)
    try:
        fill_book(made.vault, progress)
        save_report(made.vault, demo.report, progress)
    finally:
        close_book(made.vault)
    return demo


def save_report(vault: Vault, out: Path, progress: Progress) -> None:
    """Make the report of the fictional book."""
    request = ReportRequest(
        zone=ZONE,
        court=translate("Demo", "Alder County Court"),
        case_number="26-DV-0187",
    )
    make_report.make_report(vault, request, out, progress)


def fill_book(vault: Vault, progress: Progress) -> None:
    """Put the people, files, messages and entries of the demo into a book."""
    with vault.saving():
        people = {person.name: vault.people.add(person).id for person in PEOPLE}
    files = dict(_keep_samples(vault, progress))
    _bring_in(vault, "WhatsApp Chat with Dale Mercer.zip", "Alex", progress)
    _bring_in(vault, "sms-20261030101500.xml", "", progress)
    messages = list(_messages(vault))
    for one in _read_entries():
        what = _entry_text(one, people)
        minutes = one.get("messages_min", 0)
        if isinstance(minutes, int) and minutes:
            what = replace(what, messages=_messages_within(messages, what.happened, minutes))
        names = one.get("files", [])
        if isinstance(names, list):
            what = replace(what, evidence=tuple(files[name].id for name in names))
        write_entry.write_entry(vault, what)


def _keep_samples(vault: Vault, progress: Progress) -> Iterator[tuple[str, Evidence]]:
    """Keep the sample files, without the time at which they were installed here."""
    for path in sorted(resource(SAMPLES).iterdir()):
        if path.suffix in {".jpg", ".png", ".wav", ".pdf"}:
            looked = keep_file.look_at_file(path, progress)
            told = tuple(one for one in looked.facts.times if one.basis is not TimeBasis.MODIFIED)
            looked = replace(looked, facts=replace(looked.facts, times=told))
            yield path.name, keep_file.keep_file(vault, looked, progress)


def _bring_in(vault: Vault, name: str, me: str, progress: Progress) -> None:
    examined = bring_in_messages.examine_messages(resource(SAMPLES, name), progress=progress)
    answers = Answers(zone=ZONE, me=me)
    bring_in_messages.keep_messages(vault, examined, answers, progress)


def _read_entries() -> list[Mapping[str, object]]:
    path = resource(SAMPLES, "entries.json")
    try:
        entries = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise FileUnreadable("the sample entries", where=path.name) from error
    return [one for one in entries if isinstance(one, dict)]


def _entry_text(one: Mapping[str, object], people: Mapping[str, PersonId]) -> EntryText:
    def words(key: str) -> str:
        return str(one.get(key, ""))

    def named(key: str) -> tuple[PersonId, ...]:
        listed = one.get(key, [])
        return tuple(people[name] for name in listed) if isinstance(listed, list) else ()

    report = one.get("report", {})
    return EntryText(
        text=words("text"),
        happened=_moment(words("start"), words("end"), Precision(words("precision"))),
        kind=Kind(words("kind")),
        place=words("place"),
        exact_words=words("exact_words"),
        effect=words("effect"),
        report=AuthorityReport(**report) if isinstance(report, dict) else AuthorityReport(),
        people=named("people"),
        witnesses=named("witnesses"),
        private_note=words("private_note"),
    )


def _moment(start: str, end: str, precision: Precision) -> Moment:
    return Moment(
        precision=precision,
        start=datetime.fromisoformat(start),
        end=datetime.fromisoformat(end) if precision is Precision.BETWEEN else None,
        zone=ZONE,
        raw=start,
        about_min=30 if precision is Precision.ABOUT else None,
    )


def _messages(vault: Vault) -> Iterator[Message]:
    """Give the messages of the first conversation."""
    conversation = vault.messages.conversations()[0]
    yield from vault.messages.page(conversation.id, 0, conversation.messages)


def _messages_within(
    messages: list[Message], happened: Moment, minutes: int
) -> tuple[MessageId, ...]:
    """Return the messages of the minutes from a moment on; both are wall clock of one zone."""
    if happened.start is None:
        return ()
    first = happened.start.replace(tzinfo=None)
    last = first + timedelta(minutes=minutes)
    return tuple(
        one.id
        for one in messages
        if one.record.local and first <= datetime.fromisoformat(one.record.local) < last
    )
