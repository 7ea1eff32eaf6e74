"""What was erased is not in the file any more, looked for by eye in a build without a key."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from logbook.domain.entry import EntryText
from logbook.domain.person import NewPerson
from logbook.vault import migrations
from logbook.vault.connection import Connection
from logbook.vault.drafts import Drafts
from logbook.vault.entries import EntryTable
from logbook.vault.journal import Journal
from logbook.vault.people import PersonTable
from logbook.vault.search import Search

CANARY = "Zyzzyvakanarie"


class PlainStore:
    """As much of a store as tables need, over the same schema in a file that can be read."""

    def __init__(self, path: Path, *, secure: bool) -> None:
        self.con: Any = sqlcipher3.connect(str(path), isolation_level=None, factory=Connection)
        self.con.execute(f"PRAGMA secure_delete={'ON' if secure else 'OFF'}").fetchall()
        self.con.execute("PRAGMA synchronous=OFF").fetchall()  # the words count, not the crash
        for step in migrations.steps():
            self.con.executescript(step.sql)
        if not secure:
            self.con.execute(
                "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 0)"
            )
        self.head: Callable[[], object] | None = None

    def on_undo(self, forget: Callable[[], None]) -> None:
        """Nothing is undone here."""

    @contextlib.contextmanager
    def saving(self, *, aside: bool = False) -> Iterator[None]:  # noqa: ARG002 - as a store has it
        yield


def _write_and_erase(store: Any) -> None:
    journal, search = Journal(store), Search(store)
    people = PersonTable(store, journal, search)
    entries, drafts = EntryTable(store, journal, search), Drafts(store)
    for number in range(30):
        entries.add(EntryText(f"the gate, time {number}"))
    people.add(NewPerson("Alex"))
    forgotten = people.add(NewPerson(CANARY, numbers=(CANARY,), notes=CANARY, legal_name=CANARY))
    people.edit(forgotten.id, NewPerson("Robin", working_name=CANARY))
    drafts.keep("entry:new", f'{{"text": "{CANARY}"}}')
    kept = entries.add(EntryText(f"the {CANARY} came", title=CANARY, private_note=CANARY * 300))
    entries.edit(kept.id, EntryText(f"the {CANARY} came back"))
    for number in range(30):
        entries.add(EntryText(f"the door, time {number}"))
    drafts.drop("entry:new")
    # From the bin, after the index was written anew in between.
    binned = entries.add(EntryText(f"then {CANARY} left", place=CANARY)).id
    entries.remove(binned)
    search.join_pieces()
    entries.erase(binned)
    entries.erase(kept.id)
    people.erase(forgotten.id)


@pytest.mark.parametrize("secure", [True, False])
def test_no_word_of_what_was_erased_is_left_in_the_file(tmp_path: Path, *, secure: bool) -> None:
    """Without secure deletion the same harness finds the word: the negative control."""
    path = tmp_path / "plain.db"
    store = PlainStore(path, secure=secure)
    _write_and_erase(store)
    store.con.close()
    data = path.read_bytes().lower()
    found = CANARY.lower().encode() in data
    assert found is not secure
