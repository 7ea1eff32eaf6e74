"""Changes to several entries at once: one save, and each can be taken back as a whole."""

from __future__ import annotations

import io

import pytest

from logbook.domain.entry import EntryText, Kind, Mark
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import EntryId
from logbook.domain.person import NewPerson, Role
from logbook.domain.selection import EntryFilter
from logbook.errors import Cancelled, NoSuchItem
from logbook.tasks import change_entries
from logbook.vault.evidence import NewEvidence
from logbook.vault.vault import Vault

ALL, BIN = EntryFilter(), EntryFilter(removed=True)


@pytest.fixture
def entries(vault: Vault) -> list[EntryId]:
    return [vault.entries.add(EntryText(text)).id for text in ("one", "two", "three")]


def ids(vault: Vault, wanted: EntryFilter) -> list[EntryId]:
    return vault.entries.ids(wanted, 0, 99)


def test_what_is_in_the_bin_already_is_left_out(vault: Vault, entries: list[EntryId]) -> None:
    assert change_entries.move_to_bin(vault, entries[:2]).done == entries[:2]
    assert change_entries.move_to_bin(vault, entries).done == entries[2:]
    assert ids(vault, BIN) == entries
    assert change_entries.put_back(vault, entries[1:]).done == entries[1:]
    assert change_entries.put_back(vault, entries).done == entries[:1]
    assert ids(vault, ALL) == entries


def test_only_what_lies_in_the_bin_is_deleted_for_good(
    vault: Vault, entries: list[EntryId]
) -> None:
    change_entries.move_to_bin(vault, entries[:2])
    assert change_entries.erase_entries(vault, entries).done == entries[:2]
    assert (ids(vault, BIN), ids(vault, ALL)) == ([], entries[2:])


class Stops:
    """A progress that is stopped at once."""

    def __call__(self, _done: int, _total: int, _doing: str = "") -> None:
        raise Cancelled

    def give_way(self) -> None:
        pass


def test_before_very_many_are_deleted_the_search_is_joined_and_can_be_stopped(
    vault: Vault, entries: list[EntryId], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_entries, "_MANY", 2)
    joined: list[object] = []
    monkeypatch.setattr(type(vault.search), "join_pieces", lambda _, stop: joined.append(stop))
    change_entries.move_to_bin(vault, entries)
    assert change_entries.erase_entries(vault, entries[:2]).finished
    assert not joined
    monkeypatch.undo()
    monkeypatch.setattr(change_entries, "_MANY", 0)
    vault.entries.add(EntryText("a piece of its own"))
    with pytest.raises(Cancelled):
        change_entries.erase_entries(vault, entries[2:], Stops())
    assert ids(vault, BIN) == entries[2:]
    assert change_entries.erase_entries(vault, entries[2:]).done == entries[2:]
    assert vault.search("three").total == 0
    assert vault.search("piece").total == 1


def test_a_stop_on_the_way_leaves_every_entry_as_it_was(
    vault: Vault, entries: list[EntryId]
) -> None:
    with pytest.raises(Cancelled):
        change_entries.move_to_bin(vault, entries, Stops())
    assert ids(vault, ALL) == entries


def test_a_person_and_a_kind_for_several_entries_and_back(
    vault: Vault, entries: list[EntryId]
) -> None:
    alex = vault.people.add(NewPerson("Alex", Role.OTHER)).id
    vault.entries.edit(entries[0], EntryText("one", people=(alex,), kind=Kind.CALLS))
    named = change_entries.add_people(vault, entries, ["Alex"]).done
    assert named == [(one, ()) for one in entries[1:]]  # the first has Alex already
    kinds = change_entries.set_kind(vault, entries, Kind.CALLS).done
    assert kinds == [(one, Kind.NONE) for one in entries[1:]]
    back = change_entries.set_kinds(vault, kinds).done
    assert back == [(one, Kind.CALLS) for one in entries[1:]]  # what does it again
    change_entries.set_people(vault, named)
    assert [one.what for one in vault.entries.full(ALL, 0, 9)][1:] == [
        EntryText("two"),
        EntryText("three"),
    ]


def test_files_are_added_to_an_entry_once(vault: Vault, entries: list[EntryId]) -> None:
    facts = FileFacts("text/plain", MediaClass.TEXT)
    file = vault.evidence.add(NewEvidence("a.txt", "file", facts), io.BytesIO(b"a")).id
    (change,) = change_entries.link_files(vault, entries[0], [file])
    assert change.after.evidence == (file,)
    assert change_entries.link_files(vault, entries[0], [file]) == []
    (change,) = change_entries.unlink_files(vault, entries[0], [file])
    assert change.after.evidence == ()
    assert vault.evidence.get(file).name == "a.txt"


def test_an_earlier_version_comes_back_as_a_new_one(vault: Vault, entries: list[EntryId]) -> None:
    vault.entries.edit(entries[0], EntryText("one, changed", place="at home"))
    (change,) = change_entries.restore_version(vault, entries[0], 1)
    assert change.before.place == "at home"
    assert vault.entries.get(entries[0]).version == 3
    assert vault.entries.get(entries[0]).what == EntryText("one")
    assert change_entries.restore_version(vault, entries[0], 3) == []
    with pytest.raises(NoSuchItem):
        change_entries.restore_version(vault, entries[0], 4)


def test_a_stop_on_the_way_tells_what_was_done_and_the_opposite_takes_it_back(
    vault: Vault,
) -> None:
    class StopsLater:
        reports = 0

        def __call__(self, done: int, total: int, _doing: str = "") -> None:
            assert total == len(many)
            self.reports += 1
            if done:
                raise Cancelled

        def give_way(self) -> None:
            pass

    many = [vault.entries.add(EntryText(f"entry {at}")).id for at in range(40)]
    outcome = change_entries.move_to_bin(vault, many, StopsLater())
    assert 0 < outcome.reached < outcome.asked == 40
    assert not outcome.finished
    assert outcome.done == many[: outcome.reached] == ids(vault, BIN)
    assert change_entries.put_back(vault, outcome.done).finished
    assert ids(vault, BIN) == []


def test_other_work_gets_in_between_and_what_it_took_away_is_left_out(vault: Vault) -> None:
    class TakesAway:
        """Erases the last entry and bins the one before it, once there is a pause."""

        pauses = 0

        def __call__(self, _done: int, _total: int, _doing: str = "") -> None:
            pass

        def give_way(self) -> None:
            self.pauses += 1
            if self.pauses == 1:
                vault.entries.erase(many[-1])
                vault.entries.remove(many[-2])

    many = [vault.entries.add(EntryText(f"entry {at}")).id for at in range(40)]
    changed = change_entries.set_kind(vault, many, Kind.CALLS, TakesAway())
    assert changed.finished
    assert changed.done == [(one, Kind.NONE) for one in many[:-2]]


def test_marks_tell_which_entries_changed(vault: Vault, entries: list[EntryId]) -> None:
    change_entries.mark_entries(vault, entries[:1], Mark.STAR, on=True)
    assert change_entries.mark_entries(vault, entries, Mark.STAR, on=True).done == entries[1:]


def test_an_old_bin_is_left_alone_on_a_young_record(vault: Vault, entries: list[EntryId]) -> None:
    change_entries.move_to_bin(vault, entries)
    assert change_entries.empty_old_bin(vault) == 0


def test_an_old_bin_is_emptied_some_at_a_time_and_lets_other_work_in_between(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways: list[int] = []

    class GivesWay:
        def __call__(self, done: int, _total: int, _doing: str = "") -> None:
            self.done = done

        def give_way(self) -> None:
            ways.append(self.done)

    monkeypatch.setattr(change_entries, "DAYS_IN_BIN", 0)
    monkeypatch.setattr(change_entries, "_MANY", 36)
    entries = [vault.entries.add(EntryText(f"entry {at}")).id for at in range(40)]
    change_entries.move_to_bin(vault, entries)
    vault.entries.add(EntryText("a save after that"))
    assert change_entries.empty_old_bin(vault, GivesWay()) == 36
    assert len(ways) > 1
    assert ids(vault, BIN) == entries[36:]
    assert change_entries.empty_old_bin(vault) == 4


def test_the_saves_that_empty_the_bin_make_nothing_else_old(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a save by a clock that is wrong would: what is old is asked once."""
    monkeypatch.setattr(change_entries, "DAYS_IN_BIN", 0)
    entries = [vault.entries.add(EntryText(f"entry {at}")).id for at in range(3)]
    for entry in entries:  # of the last one no later save has seen the removal
        vault.entries.remove(entry)
    assert change_entries.empty_old_bin(vault) == 2
    assert ids(vault, BIN) == entries[2:]
