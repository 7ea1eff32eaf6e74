"""Reads what WhatsApp gives with "Export chat": a text, or a zip with the text and its files.

A text is read twice: once for what only the whole can tell (`whatsapp_survey`), once for its
records (`whatsapp_records`). Both readings are bounded in memory, whatever the size of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, compress, repeat
from operator import is_not

from logbook.domain.message import (
    Answers,
    ConversationInfo,
    Examination,
    FormatInfo,
    MessageKind,
    NotUnderstood,
    ZoneBasis,
)
from logbook.domain.message_columns import MessageColumns
from logbook.domain.progress import Progress
from logbook.i18n import translate
from logbook.importers.source import Source
from logbook.importers.whatsapp_chats import chat_files, starts_like_chat
from logbook.importers.whatsapp_passes import Export, Known, Surveyed
from logbook.importers.whatsapp_questions import (
    date_question,
    decisions,
    me_question,
    orders,
    zone_question,
)
from logbook.importers.whatsapp_records import Batch
from logbook.importers.whatsapp_remembered import NameCounts
from logbook.importers.zones import zone_named

_CAPS = (40_000, 10_000)  # messages in one export, without and with media; older ones are left out
_NEAR = 0.02
_MOST_SENDERS = 250_000

# Flags of records that a person should know of before the file is brought in.
_FLAGS_THAT_WARN = (
    "possible_pasted_header",
    "file_beside",
    "date_order_conflict",
    "date_not_understood",
    "time_not_understood",
    "meridiem_unknown",
    "impossible_meridiem",
    "other_calendar",
    "implausible_time",
    "windows_1252",
    "lone_surrogate",
    "nul_character",
    "text_too_long",
)


class WhatsApp:
    """The importer of WhatsApp's own exports, of Android, iPhone and the web, in any language."""

    @property
    def info(self) -> FormatInfo:
        """Its name, and how a person gets such a file, in the language in use."""
        return FormatInfo(
            id="whatsapp",
            label=translate("WhatsApp", "WhatsApp chat"),
            how_to_get=translate(
                "WhatsApp",
                "Open the chat. On Android, tap the three dots, More, Export chat. On an iPhone, "
                "tap the name at the top, then Export chat. Choose to attach the media, and keep "
                "the file as it comes.",
            ),
            endings=(".txt", ".zip"),
        )

    def recognises(self, source: Source) -> bool:
        """Tell by the first lines of the text; false for strange bytes."""
        if source.is_zip:
            return bool(chat_files(source))
        return starts_like_chat(source.head())

    def examine(self, source: Source, progress: Progress) -> Examination:
        """Read it and tell what it holds and what must be asked.

        Times count under the orders of day and month that the file itself tells; a date whose order
        must be asked is in neither `first` nor `last`. Raises what `Source.open_member` raises.
        """
        export = Export(source, progress)
        decided = decisions(export.dates)
        tally = _Tally()
        known = Known({form: decision.order for form, decision in decided.items()})
        for batch in export.batches(known):
            tally.note(batch)
            del batch  # a long text is not held while the next is read
        date_order = date_question(export.dates, decided)
        asked = (zone_question(), me_question(tally.speakers, tally.owners))
        return Examination(
            format=self.info,
            records=tally.records,
            conversations=export.conversations,
            senders=dict(tally.senders),
            first=tally.first,
            last=tally.last,
            questions=asked if date_order is None else (date_order, *asked),
            not_understood=tuple(tally.not_understood),
            media_named=tally.named,
            media_present=tally.present,
            warnings=_warnings(source, export, tally),
            # Damage is to be seen again, in the reading that keeps the file.
            read_again=None if source.damage else partial(_read, export.chats),
        )

    def read(
        self, source: Source, answers: Answers, progress: Progress
    ) -> Iterator[Batch | ConversationInfo]:
        """Give every record in file order, and what is none; the first reading is done on return.

        Raises AnswerNeeded when only the person knows the order of day and month, UsageError for a
        zone that does not exist, and what `Source.open_member` raises.
        """
        return _read(None, source, answers, progress)


IMPORTER = WhatsApp()


def _read(
    chats: Sequence[Surveyed] | None, source: Source, answers: Answers, progress: Progress
) -> Iterator[Batch | ConversationInfo]:
    """Read an export, with the first reading of its chats where it was done before."""
    zone = zone_named(answers.zone)
    export = Export(source, progress, chats)
    guessed = answers.basis.get("zone") == ZoneBasis.DEVICE_ZONE_GUESS
    return export.items(
        Known(
            orders(decisions(export.dates), answers),
            zone,
            ZoneBasis.DEVICE_ZONE_GUESS if guessed else ZoneBasis.USER_STATED_ZONE,
            answers.me,
        )
    )


@dataclass(slots=True)
class _Tally:
    """What the second reading finds, counted for the examination."""

    records: int = 0
    senders: NameCounts = field(default_factory=partial(NameCounts, _MOST_SENDERS))
    speakers: dict[str, None] = field(default_factory=dict)  # senders of more than notices
    owners: Counter[str] = field(default_factory=Counter)  # of the phone, by what it wrote
    first: str = ""
    last: str = ""
    not_understood: list[NotUnderstood] = field(default_factory=list)
    named: int = 0
    present: int = 0
    flags: set[str] = field(default_factory=set)

    def note(self, batch: Batch) -> None:
        """Count records, field by field because there may be millions."""
        if isinstance(batch, NotUnderstood):
            self.not_understood.append(batch)
            return
        self.records += len(batch)
        times = list(filter(None, batch.local))
        if times:
            self.first = self.first or times[0]
            self.last = times[-1]
        self._note_senders(batch)
        for files in filter(None, batch.attachments):
            self.named += len(files)
            self.present += sum(file.present for file in files)
        flags = set(chain.from_iterable(set(batch.flags)))
        self.flags |= flags
        if "deleted_by_owner" in flags:
            self.owners.update(one.sender for one in batch if "deleted_by_owner" in one.flags)

    def _note_senders(self, batch: MessageColumns) -> None:
        for name, count in Counter(filter(None, batch.sender)).items():
            self.senders.note(name, count)
        by_people = map(is_not, batch.kind, repeat(MessageKind.SYSTEM))
        spoke = dict.fromkeys(compress(batch.sender, by_people))
        self.speakers.update((name, None) for name in spoke if name in self.senders)


def _warnings(source: Source, export: Export, tally: _Tally) -> tuple[str, ...]:
    """Return codes of what a person should know, the most general first."""
    found = ["file_is_editable" if tally.records else "no_messages"]
    counts = [chat.survey.headers for chat in export.chats]
    if any(abs(count - cap) <= cap * _NEAR for count in counts for cap in _CAPS):
        found.append("near_cap")
    if any(chat.was_cut for chat in export.chats):
        found.append("cut_off")
    if source.was_cut:
        found.append("container_cut")
    if len(export.chats) > 1:
        found.append("several_chats")
    found.extend(flag for flag in _FLAGS_THAT_WARN if flag in tally.flags)
    return tuple(found)
