"""The history of an entry says each change once, in words, and bounds what it reads."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from logbook.domain.difference import Change
from logbook.domain.entry import EntryText, Kind
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import EntryId
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.errors import NoSuchItem
from logbook.tasks.tell_history import History, tell_history
from logbook.vault.evidence import NewEvidence
from logbook.vault.vault import Vault

SIGNS = {Change.SAME: "", Change.ADDED: "+", Change.REMOVED: "-"}


def _told(history: History) -> list[dict[str, list[str]]]:
    return [
        {
            change.label: [SIGNS[piece.change] + piece.text for piece in change.pieces]
            for change in step.changes
        }
        for step in history.steps
    ]


def _tell(vault: Vault, entry: EntryId, most: int = 20) -> History:
    return tell_history(vault, entry, str.upper, most)


def test_each_version_says_what_it_changed(vault: Vault) -> None:
    dale, priya = (
        vault.people.add(NewPerson(name, Role.OTHER)).id for name in ("Dale M.", "Priya N.")
    )
    facts = FileFacts("text/plain", MediaClass.TEXT)
    note = vault.evidence.add(NewEvidence("note.txt", "file", facts), io.BytesIO(b"a")).id
    what = EntryText("He rang twice.", people=(dale,))
    entry = vault.entries.add(what).id
    start = datetime(2026, 11, 12, 22, 47, tzinfo=UTC)
    what = replace(what, text="He rang three times.", kind=Kind.CALLS, evidence=(note,))
    vault.entries.edit(entry, what)
    happened = Moment(Precision.EXACT, start, zone="UTC")
    vault.entries.edit(entry, replace(what, people=(priya,), happened=happened))
    assert _told(_tell(vault, entry)) == [
        {
            "When": ["-time not known", "+Thursday 12 November 2026, 22:47"],
            "People": ["-Dale M.", "+Priya N."],
        },
        {
            "Words": ["He rang ", "-twice", "+three times", "."],
            "Kind": ["+CALLS"],
            "Evidence": ["+note.txt"],
        },
        {"When": ["time not known"], "Words": ["He rang twice."], "People": ["Dale M."]},
    ]


def test_only_the_newest_versions_are_read_until_more_are_asked_for(vault: Vault) -> None:
    entry = vault.entries.add(EntryText("version 1")).id
    for number in range(2, 8):
        vault.entries.edit(entry, EntryText(f"version {number}"))
    history = _tell(vault, entry, 3)
    assert [step.version for step in history.steps] == [7, 6, 5]
    assert history.older == 4
    assert _told(history)[-1] == {"Words": ["version ", "-4", "+5"]}


def test_a_file_that_was_deleted_is_named_as_such(vault: Vault) -> None:
    facts = FileFacts("text/plain", MediaClass.TEXT)
    note = vault.evidence.add(NewEvidence("note.txt", "file", facts), io.BytesIO(b"a")).id
    entry = vault.entries.add(EntryText("a", evidence=(note,))).id
    vault.evidence.remove(note)
    vault.evidence.erase(note)
    assert _told(_tell(vault, entry))[0]["Evidence"] == ["a deleted file"]


def test_an_erased_entry_has_no_history(vault: Vault) -> None:
    entry = vault.entries.add(EntryText("a")).id
    vault.entries.erase(entry)
    with pytest.raises(NoSuchItem):
        _tell(vault, entry)
