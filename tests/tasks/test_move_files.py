"""Several files into the bin, back, and away for good."""

import pytest

from logbook.domain.entry import EntryText
from logbook.domain.evidence import Evidence
from logbook.errors import Cancelled
from logbook.tasks import keep_file, move_files
from logbook.vault.vault import Vault


@pytest.fixture
def files(vault: Vault) -> list[Evidence]:
    return [
        keep_file.keep_file(vault, keep_file.look_at_bytes(f"{at}.txt", b"words %d" % at))
        for at in range(3)
    ]


def test_files_go_to_the_bin_and_come_back_into_their_entries(
    vault: Vault, files: list[Evidence]
) -> None:
    ids = [one.id for one in files]
    entry = vault.entries.add(EntryText("He came.", evidence=tuple(ids)))
    assert move_files.used_by(vault, ids) == move_files.UsedBy(1, 0)
    move_files.remove_files(vault, ids[:2])
    assert [one.id for one in vault.evidence.all()] == ids[2:]
    assert [one.id for one in vault.evidence.of_entry(entry.id)] == ids[2:]
    move_files.restore_files(vault, ids[:2])
    assert [one.id for one in vault.evidence.of_entry(entry.id)] == ids


def test_one_that_is_gone_is_left_out_and_the_others_go(
    vault: Vault, files: list[Evidence]
) -> None:
    ids = [one.id for one in files]
    vault.evidence.erase(ids[1])
    assert move_files.remove_files(vault, ids).done == [ids[0], ids[2]]
    assert move_files.restore_files(vault, ids).done == [ids[0], ids[2]]


def test_deleting_for_good_can_be_stopped_between_files(
    vault: Vault, files: list[Evidence]
) -> None:
    class StopsAfterOne:
        def __call__(self, done: int, total: int, doing: str = "") -> None:
            del total, doing
            if done == 1:
                raise Cancelled

        def give_way(self) -> None:
            """Nothing waits."""

    ids = [one.id for one in files]
    move_files.remove_files(vault, ids)
    outcome = move_files.erase_files(vault, ids, StopsAfterOne())
    assert (outcome.done, outcome.finished) == (ids[:1], False)
    assert [one.id for one in vault.evidence.all(removed=True)] == ids[1:]
    assert vault.check().ok


def test_only_what_lies_in_the_bin_is_deleted_for_good(vault: Vault, files: list[Evidence]) -> None:
    ids = [one.id for one in files]
    move_files.remove_files(vault, ids[:1])
    assert move_files.erase_files(vault, ids).done == ids[:1]
    assert [one.id for one in vault.evidence.all()] == ids[1:]
