from __future__ import annotations

import hmac
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from logbook.errors import FileUnreadable
from logbook.vault import keys
from logbook.vault.keys import (
    CHEAPEST_COST,
    SMALL_MEMORY_COST,
    STANDARD_COST,
    KdfCost,
    Keys,
    Purpose,
)

SALT, VAULT = b"s" * 16, b"v" * 16
KNOWN = "5dbe56628d1e312e09c8e76956b21bcff875a7f98f600c5a1e0539d21c06cc30"


def test_argon2id_gives_the_answer_of_another_implementation() -> None:
    """The value was computed with argon2-cffi's low-level `hash_secret_raw`."""
    found = keys.argon2id(bytearray(b"quiet lantern"), b"0123456789abcdef", KdfCost(19456, 2, 4))
    assert found.hex() == KNOWN


def test_every_purpose_has_its_own_key() -> None:
    made = Keys.fresh()
    assert len({bytes(made.subkey(purpose)) for purpose in Purpose}) == len(Purpose)


def test_a_subkey_is_hkdf_of_rfc_5869_without_salt() -> None:
    made = Keys(bytes(range(32)))
    extracted = hmac.digest(bytes(32), bytes(range(32)), "sha256")
    assert made.subkey(Purpose.DATABASE) == hmac.digest(extracted, b"db v1\x01", "sha256")


def test_wiped_keys_derive_nothing() -> None:
    made = Keys.fresh()
    buffer = made.master
    made.wipe()
    assert buffer == bytes(32)
    with pytest.raises(ValueError, match="closed"):
        made.subkey(Purpose.DATABASE)


def test_the_same_passphrase_typed_on_another_system_gives_the_same_bytes() -> None:
    composed, decomposed = "Zürich ﬁnale", "Zürich finale"
    assert composed != decomposed
    assert keys.normalised(bytearray(composed.encode())) == keys.normalised(
        bytearray(decomposed.encode())
    )


def test_a_passphrase_that_is_no_utf_8_still_means_itself() -> None:
    assert keys.normalised(bytearray(b"caf\xe9")) == b"caf\xe9"


def test_the_key_depends_on_the_key_file_and_the_vault(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(b"second factor")
    other = tmp_path / "other"
    other.write_bytes(b"second factor.")

    def kek(vault: bytes, path: Path | None) -> bytes:
        return bytes(keys.passphrase_kek(bytearray(b"p"), SALT, CHEAPEST_COST, vault, path))

    assert len({kek(VAULT, None), kek(VAULT, file), kek(VAULT, other), kek(b"w" * 16, None)}) == 4


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "device"])
def test_what_is_no_key_file_is_said(tmp_path: Path, kind: str) -> None:
    path = {"missing": tmp_path / "no", "folder": tmp_path, "device": Path(os.devnull)}.get(kind)
    if path is None:
        path = tmp_path / "empty"
        path.touch()
    with pytest.raises(FileUnreadable):
        keys.passphrase_kek(bytearray(b"p"), SALT, CHEAPEST_COST, VAULT, path)


@pytest.mark.parametrize(
    ("cost", "allowed"),
    [
        (CHEAPEST_COST, True),
        (SMALL_MEMORY_COST, True),
        (STANDARD_COST, True),
        (KdfCost(1 << 20, 24, 16), True),
        (KdfCost(19 * 1024 - 1, 1, 1), False),
        (KdfCost((1 << 20) + 1, 1, 1), False),
        (KdfCost(1 << 20, 25, 1), False),
        (KdfCost(1 << 20, 1, 17), False),
        (KdfCost(1 << 20, 0, 1), False),
        (KdfCost(1 << 20, 1, 0), False),
    ],
)
def test_a_header_may_ask_only_for_costs_within_the_limits(cost: KdfCost, *, allowed: bool) -> None:
    assert cost.within_limits() is allowed


@pytest.mark.parametrize(("took_s", "passes"), [(0.0, 24), (0.1, 24), (0.5, 6), (1.0, 3), (9.0, 3)])
def test_calibration_raises_the_passes_and_never_lowers_the_floor(
    took_s: float, passes: int
) -> None:
    assert keys._raised(STANDARD_COST, took_s) == KdfCost(256 * 1024, passes, 4)


def test_a_computer_with_little_memory_gets_the_second_choice_of_rfc_9106(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keys, "_physical_memory_kib", lambda: 2 << 20)
    assert keys.calibrated_cost().memory_kib == SMALL_MEMORY_COST.memory_kib


def test_too_little_memory_is_one_clear_failure() -> None:
    script = (
        "import resource\n"
        "from logbook.errors import NotEnoughMemory\n"
        "from logbook.vault import keys\n"
        "keys.argon2id(bytearray(b'p'), b's' * 16, keys.CHEAPEST_COST)\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({700 << 20}, {resource.RLIM_INFINITY}))\n"
        "try:\n"
        "    keys.argon2id(bytearray(b'p'), b's' * 16, keys.KdfCost(1 << 20, 1, 1))\n"
        "except NotEnoughMemory as failure:\n"
        "    print(failure)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "1048576 KiB\n"
