"""Tell how an entry came to say what it says: every version, and what each one changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from logbook.domain.difference import Change, Piece, difference
from logbook.domain.entry import Entry, EntryText, EntryVersion, title_of
from logbook.domain.ids import EntryId, EvidenceId
from logbook.errors import NoSuchItem
from logbook.i18n import translate
from logbook.tasks import say_date
from logbook.vault.vault import Vault

FIRST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A part of an entry and what changed in it."""

    label: str
    pieces: tuple[Piece, ...]
    is_list: bool = False  # each piece is a name


@dataclass(frozen=True, slots=True)
class Step:
    """A version and what it changed; `what` is None where it was erased.

    Of the first version `changes` holds all that it says.
    """

    version: int
    saved_at: datetime
    what: EntryText | None
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The newest steps of an entry, newest first, and how many older ones there are."""

    entry: Entry
    title: str
    steps: tuple[Step, ...]
    older: int


def tell_history(
    vault: Vault, entry: EntryId, kind_name: Callable[[str], str], most: int = FIRST_SHOWN
) -> History:
    """Return the newest `most` steps; `kind_name` says a kind in words. Raises `NoSuchItem`."""
    kept, versions = vault.entries.get(entry), vault.entries.versions(entry)
    teller = _Teller(vault, kind_name)
    first = max(len(versions) - most, 0)
    steps = [
        _step(teller, versions[at - 1] if at else None, versions[at])
        for at in range(len(versions) - 1, first - 1, -1)
    ]
    return History(kept, title_of(kept.what), tuple(steps), first)


def _step(teller: _Teller, before: EntryVersion | None, now: EntryVersion) -> Step:
    changes: tuple[FieldChange, ...] = ()
    if now.what is not None:
        earlier = before.what if before is not None and before.what is not None else None
        changes = teller.changes(earlier, now.what)
    return Step(now.version, now.saved_at, now.what, changes)


class _Teller:
    """Says the parts of an entry in words, and what changed between two."""

    def __init__(self, vault: Vault, kind_name: Callable[[str], str]) -> None:
        self._vault = vault
        self._kind_name = kind_name
        self._people = {int(person.id): person.what.name for person in vault.people.all()}

    def changes(self, before: EntryText | None, now: EntryText) -> tuple[FieldChange, ...]:
        """Return the parts that say something else than before; all parts where nothing was."""
        old = self._parts(before) if before is not None else {}
        found: list[FieldChange] = []
        for label, said in self._parts(now).items():
            was = old.get(label, "" if isinstance(said, str) else ())
            if said == was and before is not None:
                continue
            pieces = _pieces(was, said) if before is not None else _as_it_is(said)
            if pieces:
                found.append(FieldChange(label, pieces, not isinstance(said, str)))
        return tuple(found)

    def _parts(self, what: EntryText) -> dict[str, str | tuple[str, ...]]:
        """Return what an entry says by label: words, or a list of names."""
        report = what.report
        outcome = {
            "reported": translate("History", "report taken"),
            "refused": translate("History", "report refused"),
        }.get(report.outcome, "")
        told = (report.agency, report.officer, report.badge, report.number, outcome, report.notes)
        happened = what.happened
        when = say_date.say_when(happened)
        if happened.start is None and happened.raw:
            when = translate("History", "“{words}”, {when}", words=happened.raw, when=when)
        messages = len(what.messages)
        return {
            translate("History", "When"): when,
            translate("History", "Title"): what.title,
            translate("History", "Words"): what.text,
            translate("History", "Kind"): self._kind_name(what.kind.value),
            translate("History", "People"): self._names(what.people),
            translate("History", "Witnesses"): self._names(what.witnesses),
            translate("History", "Place"): what.place,
            translate("History", "Exact words"): what.exact_words,
            translate("History", "Effect"): what.effect,
            translate("History", "What you did"): what.response,
            translate("History", "Report"): ", ".join(filter(None, told)),
            translate("History", "Evidence"): tuple(self._file(one) for one in what.evidence),
            translate("History", "Messages"): translate(
                "History", "%n message|%n messages", "", messages
            )
            if messages
            else "",
            translate("History", "Private note"): what.private_note,
        }

    def _names(self, people: Iterable[int]) -> tuple[str, ...]:
        gone = translate("History", "someone taken out")
        return tuple(self._people.get(int(one), gone) for one in people)

    def _file(self, file: EvidenceId) -> str:
        try:
            name = self._vault.evidence.get(file).name
        except NoSuchItem:
            name = ""
        return name or translate("History", "a deleted file")


def _pieces(was: str | Sequence[str], now: str | Sequence[str]) -> tuple[Piece, ...]:
    if isinstance(was, str) and isinstance(now, str):
        return difference(was, now)
    gone = [Piece(Change.REMOVED, name) for name in was if name not in now]
    return (*gone, *(_named(name, was) for name in now))


def _named(name: str, was: str | Sequence[str]) -> Piece:
    return Piece(Change.SAME if name in was else Change.ADDED, name)


def _as_it_is(said: str | Sequence[str]) -> tuple[Piece, ...]:
    names = (said,) if isinstance(said, str) else said
    return tuple(Piece(Change.SAME, name) for name in names if name)
