"""Read an export for the picker, and turn chosen messages into entries when it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from logbook.domain.entry import Entry, EntryText, Kind
from logbook.domain.ids import EntryId, ImportId, MessageId
from logbook.domain.message import (
    Answers,
    ConversationInfo,
    ImportSummary,
    Message,
    MessageRecord,
    subject_of,
)
from logbook.domain.message_columns import one_by_one
from logbook.domain.moment import Moment, Precision
from logbook.domain.progress import SILENT, Progress
from logbook.domain.text_memory import held_bytes
from logbook.errors import NoSuchItem
from logbook.i18n import translate
from logbook.importers.source import Source
from logbook.tasks import bring_in_messages, say_date
from logbook.tasks.bring_in_messages import Examined, keep_messages, read_again, settle
from logbook.tasks.message_choice import Choice, Lines, arranged
from logbook.tasks.message_lines import Line, LineColumns
from logbook.tasks.this_computer import zone_here
from logbook.vault.import_rows import KeptImport
from logbook.vault.vault import Vault

PREVIEW_CHARS = 2_000
# Beyond this the picker would take more memory than the program may. A conversation takes more than
# a message does, all through an import, and so leaves less room for messages.
PICKED_MOST, PICKED_BYTES = 200_000, 24 << 20
MESSAGES_A_CONVERSATION = 3
QUOTED_CHARS = 4_000


def read_lines(examined: Examined, given: Answers, progress: Progress = SILENT) -> Lines:
    """Read the export without touching the book."""
    answers = settle(examined.found, given)
    lines = LineColumns()
    titles: list[str] = []
    cut = False
    room_bytes = PICKED_BYTES
    with Source.open(examined.path) as source:
        for item in one_by_one(read_again(examined.found, source, answers, progress)):
            if isinstance(item, ConversationInfo):
                titles.append(item.title)
            elif isinstance(item, MessageRecord):
                line = _line(item)
                room_bytes -= sum(map(held_bytes, (line.text, *line.files)))
                taken = len(lines) + MESSAGES_A_CONVERSATION * (len(titles) - 1)
                if taken >= PICKED_MOST or room_bytes < 0:
                    cut = True
                    break
                lines.append(line)
            del item  # a long text is not held while the next is read
    return arranged(lines, titles, cut=cut)


def earlier_import(vault: Vault, examined: Examined) -> KeptImport | None:
    """Return the import of this very file, if it is in the book already."""
    return vault.imports.find(examined.sha256)


def keep_with_entries(
    vault: Vault,
    examined: Examined,
    given: Answers,
    choice: Choice | None,
    progress: Progress = SILENT,
) -> tuple[ImportSummary, tuple[Entry, ...]]:
    """Keep the whole export, and write one entry for each group of the choice.

    A file that is here already is not kept again, and entries are still written from it: so a
    choice whose entries could not be written can simply be made once more.
    """
    groups = choice.printed() if choice is not None else []
    summary = keep_messages(vault, examined, given, progress)
    if summary.import_id is None or not groups:
        return summary, ()
    zone = settle(examined.found, given).zone or zone_here()
    wanted = {one for part in groups for one in part}
    places = vault.messages.places_in(summary.import_id, wanted)
    entries: list[Entry] = []
    doing = translate("Import", "Writing entries")
    with vault.saving():
        for done, part in enumerate(groups):
            progress(done, len(groups), doing)
            messages = vault.messages.get_many(places[one] for one in part if one in places)
            if messages:
                entries.append(vault.entries.add(_entry_of(messages, zone), zone_here()))
    return summary, tuple(entries)


def undo_with_entries(
    vault: Vault, import_id: ImportId, entries: Sequence[EntryId], progress: Progress = SILENT
) -> None:
    """Take an import out again with the entries made of it; one that was changed since stays.

    Stopped or broken off, it leaves everything as it was.
    """
    with vault.saving():
        for done, entry in enumerate(entries):
            progress(done, len(entries))
            if _is_as_made(vault, entry):
                vault.entries.erase(entry)
        bring_in_messages.undo_import(vault, import_id, progress)


def _is_as_made(vault: Vault, entry: EntryId) -> bool:
    try:
        return vault.entries.get(entry).version == 1
    except NoSuchItem:  # erased since
        return False


def _line(record: MessageRecord) -> Line:
    return Line(
        record.order_index,
        record.conversation,
        record.sender,
        bool(record.sender_is_me),
        record.local,
        _words_of(record)[:PREVIEW_CHARS],
        tuple(ref.name for ref in record.attachments),
    )


def _words_of(record: MessageRecord) -> str:
    return "\n".join(filter(None, (subject_of(record), record.text)))


def _entry_of(messages: Sequence[Message], zone: str) -> EntryText:
    """Return an entry that quotes the messages and links them; the words stay those of the file."""
    senders = filter(None, dict.fromkeys(message.record.sender for message in messages))
    title = translate("Import", "%n message|%n messages", "", len(messages)) + (
        f", {names}" if (names := ", ".join(senders)) else ""
    )
    quoted = "\n".join(_quoted_lines(messages))
    if len(quoted) > QUOTED_CHARS:
        quoted = quoted[:QUOTED_CHARS].rsplit("\n", 1)[0] + "\n…"
    return EntryText(
        text=quoted,
        title=title,
        kind=Kind.MESSAGES,
        happened=_moment([message.record for message in messages], zone),
        messages=tuple(MessageId(message.id) for message in messages),
    )


def _quoted_lines(messages: Sequence[Message]) -> list[str]:
    """Return a line for each message, and the day before it where there are several days."""
    several = len({message.record.local[:10] for message in messages}) > 1
    found: list[str] = []
    day = ""
    for message in messages:
        record = message.record
        if several and record.local and record.local[:10] != day:
            day = record.local[:10]
            found.append(say_date.say_day(datetime.fromisoformat(day).date()))
        files = " ".join(f"[{one.name}]" for one in message.attachments)
        words = " ".join(part for part in (_words_of(record), files) if part)
        who = record.sender or (translate("Import", "Me") if record.sender_is_me else "")
        said = f"{who}: {words}" if who else words
        found.append(f"{record.local[11:16]} {said}".strip())
    return found


def _moment(records: Sequence[MessageRecord], zone: str) -> Moment:
    instants = sorted(instant_of(record, zone) for record in records if record.local)
    raw = records[0].time_raw
    if not instants:
        return Moment(Precision.UNKNOWN, zone=zone, raw=raw)
    start, end = instants[0], instants[-1]
    if end <= start:
        return Moment(Precision.EXACT, start=start, zone=zone, raw=raw)
    return Moment(Precision.BETWEEN, start=start, end=end, zone=zone, raw=raw)


def instant_of(record: MessageRecord, zone: str) -> datetime:
    """Return when a message was sent: the file's own instant where it has one."""
    place = ZoneInfo(zone)
    if record.instant_ms is None:
        return datetime.fromisoformat(record.local).replace(tzinfo=place)
    since = timedelta(milliseconds=record.instant_ms)
    return (datetime(1970, 1, 1, tzinfo=UTC) + since).astimezone(place)
