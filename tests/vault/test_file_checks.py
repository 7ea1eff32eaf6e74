"""What the check of single files finds, and what is remembered of it."""

import hashlib
import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from logbook.domain.evidence import Evidence, FileCheck, FileFacts, MediaClass
from logbook.domain.file_selection import EvidenceFilter
from logbook.errors import Cancelled
from logbook.vault.blobs import ROWS_MOST_BYTES
from logbook.vault.evidence import NewEvidence
from logbook.vault.vault import Vault

NOON = datetime(2026, 11, 14, 12, 0, tzinfo=UTC)
FACTS = FileFacts("text/plain", MediaClass.TEXT)


def _keep(vault: Vault, name: str, data: bytes = b"the bytes") -> Evidence:
    return vault.evidence.add(NewEvidence(name, "file", FACTS), io.BytesIO(data))


def _encrypted_files(folder: Path) -> list[Path]:
    return sorted((folder / "att").rglob("*.enc"))


def test_untouched_bytes_are_the_same(vault: Vault) -> None:
    small = _keep(vault, "small.txt")
    large = _keep(vault, "large.bin", os.urandom(ROWS_MOST_BYTES + 1))
    assert vault.file_checks.is_same(small.blob) is True
    assert vault.file_checks.is_same(large.blob) is True


def test_other_bytes_in_a_row_are_a_change(vault: Vault) -> None:
    kept = _keep(vault, "small.txt")
    vault._store.con.execute("UPDATE blob_piece SET bytes = ? WHERE blob = ?", (b"THE bytes", 1))
    assert vault.file_checks.is_same(kept.blob) is False


def test_bytes_that_were_changed_together_with_their_digest_are_a_change(vault: Vault) -> None:
    """The journal knows the digest of the day on which the file was added."""
    kept = _keep(vault, "small.txt")
    con = vault._store.con
    con.execute("UPDATE blob_piece SET bytes = ?", (b"THE bytes",))
    digest = bytes.fromhex("00" * 32)
    con.execute("UPDATE blob SET sha256 = ?", (digest,))
    assert vault.file_checks.is_same(kept.blob) is False
    con.execute("UPDATE blob SET sha256 = ?", (hashlib.sha256(b"THE bytes").digest(),))
    assert vault.evidence.open(kept.id).read() == b"THE bytes"
    assert vault.file_checks.is_same(kept.blob) is False


@pytest.mark.parametrize("harm", ["flip", "cut", "unlink", "longer"])
def test_a_large_file_that_is_damaged_or_gone_is_a_change(vault: Vault, harm: str) -> None:
    kept = _keep(vault, "large.bin", os.urandom(ROWS_MOST_BYTES + 1))
    (path,) = _encrypted_files(vault.folder)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    if harm == "unlink":
        path.unlink()
    else:
        whole = path.read_bytes()
        changed = {"flip": bytes(data), "cut": whole[:-70_000], "longer": whole + b"x" * 70_000}
        path.write_bytes(changed[harm])
    assert vault.file_checks.is_same(kept.blob) is False


def test_a_row_that_is_missing_is_a_change(vault: Vault) -> None:
    kept = _keep(vault, "small.txt")
    vault._store.con.execute("DELETE FROM blob_piece")
    assert vault.file_checks.is_same(kept.blob) is False


def test_what_was_erased_meanwhile_says_nothing(vault: Vault) -> None:
    kept = _keep(vault, "small.txt")
    vault.evidence.erase(kept.id)
    assert vault.file_checks.is_same(kept.blob) is None
    vault.file_checks.keep({kept.blob: FileCheck(NOON, same=True)})
    assert vault.file_checks.state().checked == 0


def test_equal_files_are_read_once(vault: Vault) -> None:
    first, second = _keep(vault, "one.txt"), _keep(vault, "two.txt")
    assert first.blob == second.blob
    assert len(vault.file_checks.originals()) == 1
    vault.file_checks.keep({first.blob: FileCheck(NOON, same=True)})
    state = vault.file_checks.state()
    assert (state.files, state.checked, state.changed, state.checked_at) == (2, 2, 0, NOON)


def test_the_bin_is_read_only_when_asked_for(vault: Vault) -> None:
    kept = _keep(vault, "one.txt")
    vault.evidence.remove(kept.id)
    assert vault.file_checks.originals() == []
    assert [one.blob for one in vault.file_checks.originals([kept.id])] == [kept.blob]


def test_the_oldest_check_is_the_one_that_counts(vault: Vault) -> None:
    first, second = _keep(vault, "one.txt", b"1"), _keep(vault, "two.txt", b"2")
    later = NOON.replace(hour=15)
    vault.file_checks.keep(
        {first.blob: FileCheck(NOON, same=True), second.blob: FileCheck(later, same=True)}
    )
    assert vault.file_checks.state().checked_at == NOON
    vault.file_checks.keep({first.blob: FileCheck(later, same=False)})
    state = vault.file_checks.state()
    assert (state.checked_at, state.changed) == (later, 1)


def test_a_changed_file_can_be_listed_and_its_row_says_so(vault: Vault) -> None:
    first, second = _keep(vault, "one.txt", b"1"), _keep(vault, "two.txt", b"2")
    vault.file_checks.keep(
        {first.blob: FileCheck(NOON, same=False), second.blob: FileCheck(NOON, same=True)}
    )
    assert vault.evidence_lists.ids(EvidenceFilter(changed=True)) == [first.id]
    rows = vault.evidence_lists.rows([first.id, second.id])
    assert [(row.same, row.checked_at) for row in rows] == [(False, NOON), (True, NOON)]


def test_a_check_is_forgotten_with_the_bytes(vault: Vault) -> None:
    kept = _keep(vault, "one.txt")
    vault.file_checks.keep({kept.blob: FileCheck(NOON, same=True)})
    vault.evidence.erase(kept.id)
    assert vault._store.con.one("SELECT count(*) FROM blob_check") == 0


def test_looking_can_be_stopped(vault: Vault) -> None:
    kept = _keep(vault, "one.txt")

    class Stop:
        def __call__(self, *_told: object) -> None:
            raise Cancelled

        def give_way(self) -> None:
            """Nothing waits."""

    with pytest.raises(Cancelled):
        vault.file_checks.is_same(kept.blob, Stop())
