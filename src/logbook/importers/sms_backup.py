"""SMS Backup & Restore: text messages, multimedia messages and calls of an Android phone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from logbook.domain.message import (
    Answers,
    ConversationInfo,
    Examination,
    FormatInfo,
    MessageRecord,
    NotUnderstood,
)
from logbook.domain.progress import Progress
from logbook.i18n import translate
from logbook.importers import zones
from logbook.importers.sms_backup_find import holds_backup
from logbook.importers.sms_backup_reader import Item, SmsBackupReading
from logbook.importers.sms_backup_zone import DeviceZone
from logbook.importers.source import Source

# A phone knows who its owner is: the senders are no question, and not all of very many are needed.
_MOST_SENDERS, _LONGEST_SENDER = 10_000, 200


class _Look:
    """What a first look gathers."""

    def __init__(self) -> None:
        self.records = 0
        self.conversations: list[ConversationInfo] = []
        self.senders: Counter[str] = Counter()
        self.not_understood: list[NotUnderstood] = []
        self.media_named = 0
        self.media_present = 0
        self.first_ms: int | None = None
        self.last_ms: int | None = None
        self.zone = DeviceZone()

    def take(self, item: Item) -> None:
        """Count one item of a reading."""
        if isinstance(item, MessageRecord):
            self._count(item)
        elif isinstance(item, NotUnderstood):
            self.not_understood.append(item)
        else:
            self.conversations.append(item)

    def _count(self, record: MessageRecord) -> None:
        self.records += 1
        if record.sender_is_me is not True:
            self._count_sender(record.sender)
        for attachment in record.attachments:
            self.media_named += 1
            self.media_present += attachment.present
        instant_ms = record.instant_ms
        if instant_ms is None or "implausible_time" in record.flags:
            return
        if self.first_ms is None or instant_ms < self.first_ms:
            self.first_ms = instant_ms
        if self.last_ms is None or instant_ms > self.last_ms:
            self.last_ms = instant_ms
        if self.zone.wants(instant_ms):
            self.zone.add(instant_ms, json.loads(record.extra).get("readable_date", ""))

    def _count_sender(self, sender: str) -> None:
        is_usual = len(sender) <= _LONGEST_SENDER and len(self.senders) < _MOST_SENDERS
        if is_usual or sender in self.senders:
            self.senders[sender] += 1


class SmsBackupImporter:
    """Reads what the app SMS Backup & Restore (SyncTech) writes, `.xml` or `.zip`."""

    @property
    def info(self) -> FormatInfo:
        """Its name, and how a person gets such a file."""
        return FormatInfo(
            id="sms-backup-restore",
            label=translate("SmsBackup", "Text messages and calls (SMS Backup & Restore)"),
            how_to_get=translate(
                "SmsBackup",
                "On the Android phone, install SMS Backup & Restore, choose Back up now with "
                "messages and calls, include media, and save to the phone. Bring the .xml or .zip "
                "file here. Chats that Google Messages encrypts (RCS) are not in it.",
            ),
            endings=(".xml", ".zip"),
        )

    def recognises(self, source: Source) -> bool:
        """Tell by the first element of the file, or of a member."""
        return holds_backup(source)

    def examine(self, source: Source, progress: Progress) -> Examination:
        """Read it once and tell what it holds. Raises UnsafeXml and the source's failures."""
        reading = SmsBackupReading(source, "", progress)
        look = _Look()
        for item in reading.items():
            look.take(item)
            del item  # a long text is not held while the next is read
        zone = look.zone.question()
        return Examination(
            format=self.info,
            records=look.records + len(look.not_understood),
            conversations=tuple(look.conversations),
            senders=look.senders,
            first=_wall_clock(look.first_ms, zone.suggestion),
            last=_wall_clock(look.last_ms, zone.suggestion),
            questions=(zone,),
            not_understood=tuple(look.not_understood),
            media_named=look.media_named,
            media_present=look.media_present,
            warnings=tuple(reading.warnings),
            read_again=partial(_read, tuple(look.conversations)),
        )

    def read(self, source: Source, answers: Answers, progress: Progress) -> Iterator[Item]:
        """Give every record; `local` is filled in the zone that was answered."""
        return _read((), source, answers, progress)


def _read(
    known: Sequence[ConversationInfo], source: Source, answers: Answers, progress: Progress
) -> Iterator[Item]:
    """Read a backup; `known` are its conversations where it was read before."""
    return SmsBackupReading(source, answers.zone, progress, known=known).items()


def _wall_clock(instant_ms: int | None, zone_name: str) -> str:
    """Write an instant in the suggested zone, in UTC where there is none."""
    zone = zones.zone_named(zone_name or "UTC")
    return "" if instant_ms is None or zone is None else zones.LocalClock(zone)(instant_ms)


IMPORTER = SmsBackupImporter()
