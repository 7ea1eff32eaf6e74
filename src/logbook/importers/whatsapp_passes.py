"""The two readings of the chats of an export, each with its progress."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from zoneinfo import ZoneInfo

from logbook.domain.message import ConversationInfo, ZoneBasis
from logbook.domain.progress import Progress
from logbook.i18n import translate
from logbook.importers.source import Source
from logbook.importers.whatsapp_body import Bodies
from logbook.importers.whatsapp_chats import ChatFile, chat_files, conversation
from logbook.importers.whatsapp_clock import Clock, Rules, settle_folds
from logbook.importers.whatsapp_dates import Evidence, Form
from logbook.importers.whatsapp_files import Files, Listed, folder_of
from logbook.importers.whatsapp_names import Names
from logbook.importers.whatsapp_one import Chat
from logbook.importers.whatsapp_pasted import lone_names, mark_pasted
from logbook.importers.whatsapp_records import Batch, Reading
from logbook.importers.whatsapp_split import Pieces, cut_at_headers
from logbook.importers.whatsapp_survey import Survey, Surveyor
from logbook.importers.whatsapp_text import Text

# An export within these bounds, which is nearly every one, is cut at its headers only once: its
# pieces take some 60 MB. What goes beyond is cut a second time instead.
_KEPT_BYTES, _KEPT_HEADERS = 12 << 20, 150_000
_KEPT_CHARS = 1 << 17  # of one piece: those of an endless line may take four bytes a character


@dataclass(frozen=True, slots=True)
class Known:
    """What is settled before the second reading."""

    orders: dict[Form, str]
    zone: ZoneInfo | None = None
    zone_basis: ZoneBasis = ZoneBasis.NONE
    me: str = ""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A chat after its first reading; `was_cut`: its end is missing.

    `sound`: nothing in it has to be mended.
    """

    file: ChatFile
    survey: Survey
    senders: Counter[str]
    info: ConversationInfo
    cut_bytes: int
    was_cut: bool
    sound: bool
    kept: Sequence[Pieces] | None

    @property
    def is_conversation(self) -> bool:
        """Tell whether there is somebody or something to speak of: an empty file has neither."""
        return bool(self.survey.headers or self.info.title)


class Export:
    """The chats of one source; making it reads all of them for the first time.

    `chats` are the result of that for the same bytes, where it was done before. `progress` counts
    the bytes of both readings. Raises what `Source.open_member` raises.
    """

    def __init__(
        self, source: Source, progress: Progress, chats: Sequence[Surveyed] | None = None
    ) -> None:
        self._source = source
        self._progress = progress
        self._doing = translate("WhatsApp", "Reading the messages")
        self._listed: Listed | None = None  # the members of a zip, for all its chats
        self._kept_bytes = self._kept_headers = 0  # of chats that are not cut a second time
        files = chat_files(source)
        self._total_bytes = sum(2 * max(0, file.member.size_bytes) for file in files)
        self._done_bytes = self._total_bytes // 2 if chats is not None else 0
        self.chats = chats or [self._surveyed(place, file) for place, file in enumerate(files)]

    @property
    def dates(self) -> dict[Form, Evidence]:
        """All forms of dates of all chats."""
        return {form: e for chat in self.chats for form, e in chat.survey.dates.items()}

    @property
    def conversations(self) -> tuple[ConversationInfo, ...]:
        """The conversations of all chats; nothing without a name or a message is one."""
        return tuple(chat.info for chat in self.chats if chat.is_conversation)

    def items(self, known: Known) -> Iterator[Batch | ConversationInfo]:
        """Read the chats for the second time: each begins with its conversation."""
        return chain.from_iterable(
            chain((chat.info,) * chat.is_conversation, batches)
            for chat, batches in self._chats_read(known)
        )

    def batches(self, known: Known) -> Iterator[Batch]:
        """Do the same without the conversations."""
        return chain.from_iterable(batches for _, batches in self._chats_read(known))

    def _chats_read(self, known: Known) -> Iterator[tuple[Surveyed, Iterator[Batch]]]:
        index = 0
        for place, chat in enumerate(self.chats):
            reading = Reading(self._ready(place, chat, known), index)
            yield chat, self._marked(reading, chat, known)
            index = reading.index

    def _surveyed(self, place: int, file: ChatFile) -> Surveyed:
        text, surveyor = file.text(), Surveyor(place)
        kept: list[Pieces] | None = []
        sound = True
        with self._source.open_member(file.member.index, tolerant=True) as stream:
            for pieces in self._told(cut_at_headers(text, text.blocks(stream))):
                surveyor.take(pieces)
                sound = sound and pieces.manner.sound
                if kept is not None:
                    kept.append(pieces)
                    is_much = self._kept_bytes + pieces.offset > _KEPT_BYTES
                    is_many = self._kept_headers + surveyor.headers > _KEPT_HEADERS
                    if is_much or is_many or pieces.chars > _KEPT_CHARS:
                        kept = None
        if kept:
            self._kept_bytes += kept[-1].offset + kept[-1].chars
            self._kept_headers += surveyor.headers
        survey, cut = surveyor.result(), len(text.cut_bytes)
        was_cut = cut > 0 or file.member.index in self._source.damage
        senders = _senders(survey)
        info = conversation(self._source, file, senders, survey.only_notices())
        return Surveyed(file, survey, senders, info, cut, was_cut, sound, kept)

    def _ready(self, place: int, chat: Surveyed, known: Known) -> Chat:
        survey, file = chat.survey, chat.file
        rules = Rules(place, known.orders, survey.unknown_words, survey.odd_families, known.zone)
        files = self._files(file)
        return Chat(
            text=file.text(),
            clock=Clock(rules),
            names=Names(survey, known.me),
            bodies=Bodies(files, app_marks=survey.app_marks),
            zone_basis=known.zone_basis,
            conversation=sum(one.is_conversation for one in self.chats[:place]),
            place=file.place,
            longest_text_bytes=self._longest_text_bytes(chat),
            cut_bytes=chat.cut_bytes,
            was_cut=chat.was_cut,
        )

    def _longest_text_bytes(self, chat: Surveyed) -> int:
        """Return how much of the file a message may be, so that its UTF-8 is within the limit.

        Two bytes of UTF-16 may be three there. Where something is mended, one byte may be: NUL is
        shown as U+FFFD.
        """
        most_bytes = self._source.limits.text_bytes
        if chat.file.text().codec != "utf-8":
            return most_bytes * 2 // 3
        return most_bytes if chat.sound else most_bytes // 3

    def _files(self, file: ChatFile) -> Files:
        """Find what a chat may name: in its zip, or beside the bare text of an unpacked one."""
        if not file.in_zip:
            return Files(Listed(self._source.members_beside()), are_beside=True)
        self._listed = self._listed or Listed(self._source.members)
        return Files(self._listed, folder_of(file.member.name), file.member.index)

    def _marked(self, reading: Reading, chat: Surveyed, known: Known) -> Iterator[Batch]:
        """Give the records with what only their neighbours tell."""
        batches = reading.batches(self._told(self._again(reading.chat.text, chat)))
        if known.zone is not None:
            batches = settle_folds(batches, known.zone)
        return mark_pasted(batches, lone_names(chat.senders))

    def _again(self, text: Text, chat: Surveyed) -> Iterator[Pieces]:
        """Give a chat in pieces for the second time; a small one was kept from the first."""
        if chat.kept is not None:
            yield from chat.kept
            return
        with self._source.open_member(chat.file.member.index, tolerant=True) as stream:
            yield from cut_at_headers(text, text.blocks(stream))

    def _told(self, blocks: Iterable[Pieces]) -> Iterator[Pieces]:
        """Pass blocks on and tell the progress of each, which may raise Cancelled."""
        start = self._done_bytes
        for pieces in blocks:
            self._progress(start + pieces.offset, self._total_bytes, self._doing)
            self._done_bytes = start + pieces.offset
            yield pieces


def _senders(survey: Survey) -> Counter[str]:
    """Count the messages of people, with their names as the records will have them."""
    names = Names(survey, me="")
    senders: Counter[str] = Counter()
    for words, count in survey.names.items():
        sender = names[words].sender
        if sender:
            senders[sender] += count
    return senders
