"""Read an export for the picker, and turn chosen messages into entries when it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from logbook.domain.entry import Entry, EntryText, Kind
from logbook.domain.ids import MessageId
from logbook.domain.message import (
    Answers,
    ConversationInfo,
    ImportSummary,
    Message,
    MessageRecord,
)
from logbook.domain.moment import Moment, Precision
from logbook.domain.progress import SILENT, Progress
from logbook.i18n import translate
from logbook.importers import registry
from logbook.importers.source import Source
from logbook.tasks.bring_in_messages import Examined, keep_messages, settle
from logbook.tasks.this_computer import zone_here
from logbook.vault.vault import Vault

PREVIEW_CHARS = 2_000
PICKED_MOST = 200_000  # beyond this the picker would take more memory than the program may
PAUSE = timedelta(hours=6)  # a longer silence ends one exchange and starts the next
QUOTED_CHARS = 4_000


class Line(NamedTuple):
    """A message as the picker shows it."""

    order_index: int
    conversation: int
    sender: str
    is_me: bool
    local: str
    text: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """What the picker shows; `cut` when the export has more than the picker can hold."""

    lines: tuple[Line, ...]
    conversations: tuple[str, ...]
    cut: bool


def read_lines(examined: Examined, given: Answers, progress: Progress = SILENT) -> Lines:
    """Read the export without touching the book."""
    answers = settle(examined.found, given)
    lines: list[Line] = []
    titles: list[str] = []
    with Source.open(examined.path) as source:
        importer = registry.recognise(source, examined.found.format.id)
        for item in importer.read(source, answers, progress):
            if isinstance(item, ConversationInfo):
                titles.append(item.title)
            elif isinstance(item, MessageRecord):
                if len(lines) == PICKED_MOST:
                    return Lines(tuple(lines), tuple(titles), cut=True)
                lines.append(_line(item))
    return Lines(tuple(lines), tuple(titles), cut=False)


def group(lines: Sequence[Line], *, by_day: bool) -> list[list[Line]]:
    """Part chosen messages into entries: one a day or one an exchange, never across chats."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _belongs(groups[-1][-1], line, by_day=by_day):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def with_context(
    chosen: Iterable[int], lines: Sequence[Line], *, around: int
) -> tuple[set[int], set[int]]:
    """Return the order indexes that are chosen, and those beside them that give context."""
    places = {line.order_index: at for at, line in enumerate(lines)}
    picked = set(chosen)
    context: set[int] = set()
    for one in picked:
        at = places[one]
        for near in range(max(0, at - around), min(len(lines), at + around + 1)):
            other = lines[near]
            if other.conversation == lines[at].conversation and other.order_index not in picked:
                context.add(other.order_index)
    return picked, context


def keep_with_entries(
    vault: Vault,
    examined: Examined,
    given: Answers,
    groups: Sequence[Sequence[int]],
    progress: Progress = SILENT,
) -> tuple[ImportSummary, tuple[Entry, ...]]:
    """Keep the whole export, and write one entry for each group of order indexes."""
    summary = keep_messages(vault, examined, given, progress)
    if summary.import_id is None or not groups:
        return summary, ()
    places = vault.messages.places_in(summary.import_id)
    entries: list[Entry] = []
    with vault.saving():
        for part in groups:
            wanted = [places[one] for one in part if one in places]
            messages = vault.messages.get_many(wanted)
            if messages:
                entries.append(vault.entries.add(_entry_of(messages), zone_here()))
    return summary, tuple(entries)


def _line(record: MessageRecord) -> Line:
    return Line(
        record.order_index,
        record.conversation,
        record.sender,
        bool(record.sender_is_me),
        record.local,
        record.text[:PREVIEW_CHARS],
        tuple(ref.name for ref in record.attachments),
    )


def _belongs(before: Line, after: Line, *, by_day: bool) -> bool:
    if before.conversation != after.conversation:
        return False
    if by_day or not before.local or not after.local:
        return before.local[:10] == after.local[:10]
    gap = datetime.fromisoformat(after.local) - datetime.fromisoformat(before.local)
    return abs(gap) <= PAUSE


def _entry_of(messages: Sequence[Message]) -> EntryText:
    """Return an entry that quotes the messages and links them; the words stay those of the file."""
    first, last = messages[0].record, messages[-1].record
    senders = dict.fromkeys(message.record.sender for message in messages)
    title = translate("Import", "%n message|%n messages", "", len(messages)) + (
        f", {', '.join(senders)}" if any(senders) else ""
    )
    quoted = "\n".join(
        f"{message.record.local[11:16]} {message.record.sender}: {message.record.text}"
        for message in messages
    )
    if len(quoted) > QUOTED_CHARS:
        quoted = quoted[:QUOTED_CHARS].rsplit("\n", 1)[0] + "\n…"
    return EntryText(
        text=quoted,
        title=title,
        kind=Kind.MESSAGES,
        happened=_moment(first, last),
        messages=tuple(MessageId(message.id) for message in messages),
    )


def _moment(first: MessageRecord, last: MessageRecord) -> Moment:
    if not first.local:
        return Moment(Precision.UNKNOWN, raw=first.time_raw)
    zone = zone_here()
    start = datetime.fromisoformat(first.local).replace(tzinfo=ZoneInfo(zone))
    end = datetime.fromisoformat(last.local or first.local).replace(tzinfo=ZoneInfo(zone))
    if end <= start:
        return Moment(Precision.EXACT, start=start, zone=zone, raw=first.time_raw)
    return Moment(Precision.BETWEEN, start=start, end=end, zone=zone, raw=first.time_raw)
