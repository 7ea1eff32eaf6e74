"""Message records: conversations as exported, with who, to whom, when, and what is left out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from logbook.domain.dossier import DossierFile, DossierMessage
from logbook.domain.message import subject_of
from logbook.export import words
from logbook.export.exhibit_pages import describe_file, open_exhibit, show_files
from logbook.export.flow import Cell, Column, Flow, height_of
from logbook.export.identifiers import People, printed_name
from logbook.export.material import Material, file_anchor, message_anchor, section_anchor
from logbook.export.message_notes import notes_of
from logbook.export.message_provenance import say_provenance
from logbook.export.pages import Late
from logbook.export.plan import MESSAGE_RECORDS, Exhibit
from logbook.export.section import Section
from logbook.export.typesetting import Span
from logbook.i18n import figures, translate

MOST_CHARACTERS = 100_000
"""A longer message is cut, and the page says so: one message must not fill a thousand pages."""

_NUMBER_PT = 42.0
_TIME_PT = 158.0


def _lay_out(flow: Flow, material: Material) -> None:
    for exhibit in material.plan.exhibits:
        if exhibit.thread is not None:
            _exhibit(flow, material, exhibit, exhibit.thread)


def _exhibit(flow: Flow, material: Material, exhibit: Exhibit, place: int) -> None:
    thread = material.dossier.threads[place]
    people = People(material.dossier, thread)
    open_exhibit(flow, exhibit)
    flow.anchor(section_anchor(SECTION.id))
    say_provenance(flow, thread, people, material.dossier.zone)
    flow.running_head(lambda: _head(flow, exhibit))
    flow.new_page()
    _head(flow, exhibit)
    _Records(flow, material, exhibit, place, people).print()
    flow.running_head(None)
    worth_telling = [file for file in exhibit.files if _has_more_to_tell(material, file)]
    if worth_telling:
        flow.new_page()
        flow.text(translate("Report", "Files of this conversation"), flow.look.heading, after_pt=8)
    for file in worth_telling:
        describe_file(flow, material, exhibit, file)
    show_files(flow, material, exhibit)


def _has_more_to_tell(material: Material, file: DossierFile) -> bool:
    """Return whether a file has more than its picture and its line in the list of files."""
    said = file.description.strip() or file.transcript.strip() or file.times
    return bool(said) or not material.is_printed(file)


def _head(flow: Flow, exhibit: Exhibit) -> None:
    flow.text(exhibit.title, flow.look.small, after_pt=2)
    flow.rule(gray=0.3)
    flow.space(8)


class _Records:
    """Prints the messages of one conversation."""

    def __init__(
        self, flow: Flow, material: Material, exhibit: Exhibit, place: int, people: People
    ) -> None:
        self.flow = flow
        self.material = material
        self.exhibit = exhibit
        self.place = place
        self.people = people
        self.thread = material.dossier.threads[place]
        self.zone = words.zone_named(material.dossier.zone) or ZoneInfo("UTC")
        self.files = {file.evidence: file for file in exhibit.files}
        self._from_to: dict[tuple[str, str], list[Cell]] = {}
        self._day: date | None = date.min  # no message has this day

    def print(self) -> None:
        """Print every message, with a line for every gap in the numbers."""
        expected = 1
        for message in self.thread.messages:
            if message.number > expected:
                self._omitted(expected, message.number - 1)
            self._message(message)
            expected = message.number + 1
        if expected <= self.thread.total:
            self._omitted(expected, self.thread.total)

    def _omitted(self, first: int, last: int) -> None:
        flow = self.flow
        said = translate(
            "Report",
            "%n message omitted ({range})|%n messages omitted ({range})",
            "",
            last - first + 1,
            range=figures(first) if first == last else f"{figures(first)}–{figures(last)}",
        )
        flow.need(36)
        flow.space(4)
        flow.centred(said, flow.look.small_strong)
        flow.space(8)

    def _message(self, message: DossierMessage) -> None:
        flow, look = self.flow, self.flow.look
        when, said = self._when(message)
        number = Cell(
            flow.setter.line(figures(message.number), look.small_strong), look.small.leading_pt
        )
        time = Cell(flow.setter.line(said, look.small), look.small.leading_pt)
        from_to = self._who(message)
        body = self._body(message)
        head_pt = look.small.leading_pt * len(from_to)
        whole_pt = head_pt + height_of(body)
        room_pt = whole_pt if whole_pt <= flow.tall_pt else head_pt + 3 * look.message.leading_pt
        self._day_heading(when, room_pt)
        flow.need(room_pt)
        flow.anchor(message_anchor(self.place, message.number))
        left = look.left_pt
        flow.columns(
            [
                Column(left, _NUMBER_PT, [number]),
                Column(left + _NUMBER_PT, _TIME_PT, [time]),
                Column(left + _NUMBER_PT + _TIME_PT, self._room_pt - _TIME_PT, from_to),
            ]
        )
        with flow.continuing(self._continued(message)):
            flow.columns([Column(left + _NUMBER_PT, self._room_pt, body)])
        flow.space(7)

    def _continued(self, message: DossierMessage) -> str:
        """Return what stands over the rest of a message: nothing on a page is without a sender."""
        return translate(
            "Report",
            "Message {n} from {sender}, continued",
            n=figures(message.number),
            sender=self.people.sender(message),
        )

    @property
    def _room_pt(self) -> float:
        return self.flow.look.measure_pt - _NUMBER_PT

    def _day_heading(self, when: datetime | None, room_pt: float) -> None:
        """Print the day, spelled out, before its first message, which starts in `room_pt`."""
        day_of = when.date() if when is not None else None
        if day_of == self._day:
            return
        self._day = day_of
        if when is None:
            day = translate("Report", "Date not known")
        else:
            day = f"{words.weekday(when)}, {words.day(when)}"
        self.flow.need(self.flow.look.subheading.leading_pt + 7 + room_pt)
        self.flow.space(3)
        self.flow.text(day, self.flow.look.subheading, after_pt=4)

    def _when(self, message: DossierMessage) -> tuple[datetime | None, str]:
        """Return the time of a message and how it is printed, with its distance from UTC (R31)."""
        record = message.record
        try:
            if record.instant_ms is not None:
                when = datetime.fromtimestamp(record.instant_ms / 1000, UTC).astimezone(self.zone)
                return when, f"{_digits(when, record.time_precision)} {words.offset(when)}"
            if record.local:
                when = datetime.fromisoformat(record.local)
                no_zone = translate("Report", "(zone not recorded)")
                return when, f"{_digits(when, record.time_precision)} {no_zone}"
        except (ValueError, OverflowError, OSError):  # a time that no calendar holds
            return None, record.time_raw
        return None, record.time_raw or translate("Report", "no time")

    def _who(self, message: DossierMessage) -> list[Cell]:
        key = (self.people.sender(message), self.people.recipients(message))
        if key not in self._from_to:
            look = self.flow.look
            said = translate("Report", "  to {recipients}", recipients=key[1])
            spans = [Span(key[0], look.small_strong), Span(said, look.small)]
            lines = self.flow.setter.paragraph(spans, self._room_pt - _TIME_PT)
            self._from_to[key] = [Cell(line, look.small.leading_pt) for line in lines]
        return self._from_to[key]

    def _body(self, message: DossierMessage) -> list[Cell]:
        """Return the text as exported, then what the program adds, set apart in small type."""
        flow, look, record = self.flow, self.flow.look, message.record
        text = record.text[:MOST_CHARACTERS]
        cells: list[Cell] = []
        if subject := subject_of(record)[:MOST_CHARACTERS]:
            said = translate("Report", "Subject: {subject}", subject=subject)
            cells += flow.cells(said, look.message, self._room_pt)
        cells += flow.cells(text, look.message, self._room_pt) if text else []
        for note in notes_of(message, cut=len(record.text) - len(text)):
            cells += flow.cells(note, look.small, self._room_pt)
        return cells + self._attachments(message)

    def _attachments(self, message: DossierMessage) -> list[Cell]:
        flow, look = self.flow, self.flow.look
        cells: list[Cell] = []
        present = [ref.name for ref in message.record.attachments if ref.present]
        names = dict(zip(message.files, present, strict=False))
        for evidence in message.files:
            exhibit = self.material.plan.of_file.get(evidence)
            name = names.get(evidence, "")
            if exhibit is None:
                said = translate(
                    "Report", "Attached: {name} (not printed here)", name=printed_name(name)
                )
                cells += flow.cells(said, look.small, self._room_pt)
                continue
            file = exhibit.files[exhibit.places[evidence]]
            said = translate(
                "Report",
                "Attached: {name}, {exhibit}, file {id}",
                name=printed_name(name or file.name),
                exhibit=exhibit.name,
                id=exhibit.file_name(file),
            )
            cells += flow.cells(said, look.small, self._room_pt)
            where = Late(translate("Report", "p. {pages}"), file_anchor(evidence), look.small)
            cells.append(Cell(where, look.small.leading_pt, where.anchor))
        for ref in message.record.attachments:
            if not ref.present:
                said = translate(
                    "Report",
                    "Attached: {name} (the export does not hold this file)",
                    name=printed_name(ref.name),
                )
                cells += flow.cells(said, look.small, self._room_pt)
        return cells


def _digits(when: datetime, precision: str) -> str:
    """Return date and time in figures, as exactly as the export has them."""
    if precision == "day":
        return f"{when:%Y-%m-%d}"
    return f"{when:%Y-%m-%d %H:%M}" if precision == "min" else f"{when:%Y-%m-%d %H:%M:%S}"


def _title() -> str:
    return translate("Report", "Message records")


SECTION = Section(
    MESSAGE_RECORDS,
    _title,
    lambda material: any(exhibit.thread is not None for exhibit in material.plan.exhibits),
    _lay_out,
)
