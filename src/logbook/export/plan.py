"""Which exhibit holds what, and its letter: decided before a page is laid out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from logbook.domain.dossier import Dossier, DossierEntry, DossierFile, DossierThread
from logbook.domain.entry import TITLE_CHARS
from logbook.domain.ids import EntryId, EvidenceId
from logbook.domain.moment import Moment
from logbook.export import words
from logbook.i18n import figures, translate

EXHIBITS = "exhibits"  # the ids of the two sections that print exhibits
MESSAGE_RECORDS = "message_records"


def letters(index: int) -> str:
    """Return the letters of the exhibit at `index` from 0: A to Z, then AA, AB and on (R38)."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class Exhibit:
    """The files of one entry, or one conversation with its attachments, or one file alone."""

    index: int
    title: str
    files: tuple[DossierFile, ...]
    entry: DossierEntry | None = None
    thread: int | None = None
    places: Mapping[EvidenceId, int] = field(default_factory=dict)  # of its files, from 0

    @property
    def letter(self) -> str:
        """The letters by which people call it."""
        return letters(self.index)

    @property
    def name(self) -> str:
        """`Exhibit A`."""
        return translate("Report", "Exhibit {letter}", letter=self.letter)

    def file_name(self, file: DossierFile) -> str:
        """Return the short name of one of its files, such as A2."""
        return f"{self.letter}{self.places[file.evidence] + 1}"


@dataclass(slots=True)
class Plan:
    """The exhibits in their order and where each file is."""

    exhibits: list[Exhibit] = field(default_factory=list)
    of_file: dict[EvidenceId, Exhibit] = field(default_factory=dict)
    of_thread: dict[int, Exhibit] = field(default_factory=dict)
    of_entry: dict[EntryId, list[Exhibit]] = field(default_factory=dict)

    def add(
        self,
        title: str,
        files: list[DossierFile],
        *,
        entry: DossierEntry | None = None,
        thread: int | None = None,
    ) -> Exhibit:
        """Add the next exhibit."""
        places = {file.evidence: place for place, file in enumerate(files)}
        exhibit = Exhibit(len(self.exhibits), title, tuple(files), entry, thread, places)
        self.exhibits.append(exhibit)
        self.of_file.update((file.evidence, exhibit) for file in files)
        if thread is not None:
            self.of_thread[thread] = exhibit
        return exhibit


def in_order(entries: tuple[DossierEntry, ...]) -> list[DossierEntry]:
    """Return entries by when they happened, undated ones last, ties as they came (R36)."""
    return sorted(entries, key=_when)


def _when(entry: DossierEntry) -> tuple[bool, float]:
    start = entry.happened.start
    return (not entry.happened.is_dated, start.timestamp() if start is not None else 0.0)


def plan(dossier: Dossier, sections: Collection[str]) -> Plan:
    """Give every file and conversation its exhibit: by entry, then single files, then threads.

    What belongs to a section that is not printed gets no exhibit.
    """
    result = Plan()
    files = {file.evidence: file for file in dossier.files}
    of_threads = {i for thread in dossier.threads for m in thread.messages for i in m.files}
    if EXHIBITS in sections:
        for entry in in_order(dossier.entries):
            held = [files[i] for i in dict.fromkeys(entry.files) if i in files]
            if new := [file for file in held if file.evidence not in result.of_file]:
                result.add(_title_of_entry(entry, new), new, entry=entry)
            places = {result.of_file[file.evidence].index for file in held}
            result.of_entry[entry.id] = [result.exhibits[place] for place in sorted(places)]
        for file in dossier.files:
            if file.evidence not in result.of_file and file.evidence not in of_threads:
                result.add(_short(file.description) or file.name, [file])
    if MESSAGE_RECORDS in sections:
        for index, thread in enumerate(dossier.threads):
            used = dict.fromkeys(i for message in thread.messages for i in message.files)
            new = [files[i] for i in used if i in files and i not in result.of_file]
            result.add(title_of_thread(thread), new, thread=index)
    return result


def _title_of_entry(entry: DossierEntry, files: list[DossierFile]) -> str:
    """Return the description that the index lists: of the only file, or of the entry."""
    if len(files) == 1 and files[0].description.strip():
        return _short(files[0].description)
    return _short(entry.title or entry.text)


def _short(text: str) -> str:
    """Return the start of a text as a title, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= 2 * TITLE_CHARS:
        return line
    return line[: line.rfind(" ", 0, 2 * TITLE_CHARS)].rstrip(" ,;:") + "…"


def title_of_thread(thread: DossierThread) -> str:
    """Return the description of a conversation: what is shown of how much."""
    if not thread.title.strip():
        return translate(
            "Report",
            "Messages without a name or number ({platform}), {range}",
            platform=thread.platform,
            range=range_of_thread(thread),
        )
    return translate(
        "Report",
        "Messages with {title} ({platform}), {range}",
        title=_short(thread.title),
        platform=thread.platform,
        range=range_of_thread(thread),
    )


def range_of_thread(thread: DossierThread) -> str:
    """Return which messages of a conversation are shown, as `messages 41–58 of 1,203` (R32)."""
    numbers = [message.number for message in thread.messages]
    if len(numbers) == thread.total:
        return translate("Report", "all %n message|all %n messages", "", thread.total)
    return translate(
        "Report",
        "messages {numbers} of {total}",
        numbers=words.ranges_in_words(numbers),
        total=figures(thread.total),
    )


def dated(dossier: Dossier) -> Iterator[Moment]:
    """Give the moments of the entries that have a date."""
    return (entry.happened for entry in dossier.entries if entry.happened.is_dated)
