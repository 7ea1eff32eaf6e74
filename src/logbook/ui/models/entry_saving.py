"""What the New entry page asks of the book; every function here runs on the vault's thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from logbook.domain.entry import Entry, EntryText, Mark
from logbook.domain.evidence import Evidence
from logbook.domain.ids import EntryId, EvidenceId, MessageId, PersonId
from logbook.domain.message import Message
from logbook.domain.moment import Moment
from logbook.domain.person import Person, Role
from logbook.errors import NoSuchItem
from logbook.tasks import link_messages, write_entry
from logbook.tasks.link_messages import Told, told_by
from logbook.ui.models.entry_draft import (
    EntryDraft,
    draft_of,
    key_of,
    read_draft,
    typed_words,
)

if TYPE_CHECKING:
    from logbook.vault.vault import Vault


_ASIDE = "new entry aside "


class Start(NamedTuple):
    """What the page needs when it opens; `entry` is None for a new one."""

    draft: EntryDraft | None
    entry: Entry | None
    people: tuple[Person, ...]
    files: tuple[tuple[Evidence, bytes | None], ...]
    messages: tuple[Message, ...]
    marks: frozenset[Mark] = frozenset()


class Saved(NamedTuple):
    """An entry as it is now, and what it said until then; None for a new one."""

    entry: Entry
    before: EntryText | None


class Brought(NamedTuple):
    """What another page brings to the entry on screen: files and messages of the book."""

    files: tuple[tuple[Evidence, bytes | None], ...]
    messages: tuple[Message, ...] = ()
    told: Told = Told()  # by the messages


def read_start(vault: Vault, entry: EntryId | None) -> Start:
    """Read an entry, its draft, and the files that either names and that are still here."""
    kept = vault.entries.get(entry) if entry is not None else None
    text = vault.drafts.get(key_of(int(entry or 0)))
    if text is None and entry is None:
        text = _take_from_aside(vault)
    return _start(vault, kept, read_draft(text) if text else None)


def read_empty(vault: Vault, _entry: EntryId | None = None) -> Start:
    """Read what the page needs for a new entry, whatever draft waits aside."""
    return _start(vault, None, None)


def _start(vault: Vault, kept: Entry | None, draft: EntryDraft | None) -> Start:
    wanted = draft.evidence if draft else tuple(kept.what.evidence) if kept else ()
    linked = draft.messages if draft else tuple(kept.what.messages) if kept else ()
    return Start(
        draft,
        kept,
        tuple(vault.people.all()),
        _files(vault, wanted),
        _messages(vault, linked),
        frozenset() if kept is None else vault.marks.of(kept.id),
    )


def untouched(start: Start) -> EntryDraft:
    """Return what the page shows of an entry that nothing was changed in, or of a new one."""
    if start.entry is None:
        return EntryDraft()
    by_id = {int(person.id): person for person in start.people}
    words = typed_words(start.entry.what.happened)
    return draft_of(start.entry, by_id, words, later=Mark.LATER in start.marks)


def read_brought(vault: Vault, files: tuple[int, ...], messages: tuple[int, ...]) -> Brought:
    """Read kept files and messages by number; those that are gone are left out."""
    found = _messages(vault, messages)
    return Brought(_files(vault, files), found, told_by(vault, found))


def read_people(vault: Vault) -> tuple[Person, ...]:
    """Return everyone who can be picked."""
    return tuple(vault.people.all())


def keep_draft(vault: Vault, key: str, data: str) -> None:
    """Keep a draft, as durably as an entry."""
    vault.drafts.keep(key, data)


def keep_typed(vault: Vault, entry: int, words: str) -> None:
    """Add words to the draft of an entry, or to that of the new one if the entry is gone."""
    try:
        start = read_start(vault, EntryId(entry) if entry else None)
    except NoSuchItem:
        start = read_start(vault, None)
    draft = start.draft or untouched(start)
    text = draft.text + words
    keep_draft(vault, key_of(draft.entry), replace(draft, text=text, caret=len(text)).to_json())


def put_aside(vault: Vault, data: str) -> None:
    """Keep the draft of a new entry beside those that were put aside before it."""
    with vault.saving():
        numbers = [_aside_number(one.key) for one in vault.drafts.all()]
        vault.drafts.keep(f"{_ASIDE}{max(numbers, default=0) + 1}", data)
        vault.drafts.drop(key_of(0))


def add_to_draft(
    vault: Vault, draft_id: str, files: tuple[EvidenceId, ...], messages: tuple[MessageId, ...]
) -> bool:
    """Add to a draft that is kept, wherever it lies; False: there is none with this id."""
    for one in vault.drafts.all():
        draft = read_draft(one.data)
        if draft is not None and draft.draft_id == draft_id:
            added = replace(
                draft,
                evidence=tuple(dict.fromkeys((*draft.evidence, *map(int, files)))),
                messages=tuple(dict.fromkeys((*draft.messages, *map(int, messages)))),
            )
            vault.drafts.keep(one.key, added.to_json())
            return True
    return False


def add_to_entry(
    vault: Vault, entry: EntryId, files: tuple[EvidenceId, ...], messages: tuple[MessageId, ...]
) -> tuple[EvidenceId, ...]:
    """Add to an entry in one save; return the files that are new to it. Raises `NoSuchItem`."""
    with vault.saving():
        here = set(vault.entries.get(entry).what.evidence)
        new = tuple(one for one in dict.fromkeys(files) if one not in here)
        if new:
            write_entry.link_evidence(vault, entry, new)
        link_messages.link_messages(vault, entry, messages)
    return new


def _take_from_aside(vault: Vault) -> str | None:
    """Make the draft that was put aside last the one of the new entry, and return it."""
    found = max(vault.drafts.all(), key=lambda one: _aside_number(one.key), default=None)
    if found is None or not _aside_number(found.key):
        return None
    with vault.saving():
        vault.drafts.keep(key_of(0), found.data)
        vault.drafts.drop(found.key)
    return found.data


def _aside_number(key: str) -> int:
    """Return the place of a draft among those put aside, from 1; 0 for any other draft."""
    number = key.removeprefix(_ASIDE)
    return int(number) if key.startswith(_ASIDE) and number.isdecimal() else 0


def drop_draft(vault: Vault, key: str) -> None:
    """Forget a draft."""
    vault.drafts.drop(key)


def save_draft(vault: Vault, draft: EntryDraft, happened: Moment) -> Saved:
    """Save the entry and let go of its draft, in one acknowledged save.

    What was linked to the entry since the draft began stays linked. Raises `NoSuchItem`.
    """
    with vault.saving():
        kept = vault.entries.get(EntryId(draft.entry)) if draft.entry else None
        people: dict[str, PersonId] = {}
        for names, role in ((draft.people, Role.OTHER), (draft.witnesses, Role.WITNESS)):
            for name in names:
                people.setdefault(name, write_entry.people_named(vault, [name], role)[0])
        if kept is None:
            what = draft.to_text(happened, people, EntryText(text=draft.text))
            saved = write_entry.write_entry(vault, what)
        else:
            what = draft.to_text(happened, people, kept.what)
            what = _with_later_links(vault, kept, draft.base, what)
            saved = write_entry.edit_entry(vault, kept.id, what)
        vault.marks.put([saved.id], Mark.LATER, on=draft.later)
        vault.drafts.drop(key_of(draft.entry))
    return Saved(saved, None if kept is None else kept.what)


def _with_later_links(vault: Vault, kept: Entry, base: int, what: EntryText) -> EntryText:
    """Return what is to be saved with the files and messages that came after version `base`."""
    if kept.version == base:
        return what
    began = next((one.what for one in vault.entries.versions(kept.id) if one.version == base), None)
    if began is None:
        return what
    files, messages = set(began.evidence), set(began.messages)
    new_files = (one for one in kept.what.evidence if one not in files)
    new_messages = (one for one in kept.what.messages if one not in messages)
    return replace(
        what,
        evidence=tuple(dict.fromkeys((*what.evidence, *new_files))),
        messages=tuple(dict.fromkeys((*what.messages, *new_messages))),
    )


def _files(vault: Vault, wanted: tuple[int, ...]) -> tuple[tuple[Evidence, bytes | None], ...]:
    """Return files with their small pictures; one that was deleted since is left out."""
    found: list[tuple[Evidence, bytes | None]] = []
    for one in wanted:
        try:
            kept = vault.evidence.get(EvidenceId(one))
        except NoSuchItem:
            continue
        if not kept.removed:
            found.append((kept, vault.evidence.thumbnail(kept.id)))
    return tuple(found)


def _messages(vault: Vault, wanted: tuple[int, ...]) -> tuple[Message, ...]:
    return tuple(vault.messages.get_many(MessageId(one) for one in wanted))
