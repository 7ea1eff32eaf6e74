from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.errors import (
    HeaderDamaged,
    KeyFileNeeded,
    NewerVersion,
    NotAVault,
    WrongPassphrase,
    WrongRecoveryCode,
)
from logbook.vault import canonical, header, recovery_code
from logbook.vault.header import Header
from logbook.vault.keys import CHEAPEST_COST, Keys
from logbook.vault.place import Place
from logbook.vault.secret import Secret
from logbook.vault.slots import MAX_SLOTS, PassphraseWay, RecoveryWay, Seat, Slot

CODE = "0123456789ABCDEFGHJKMNPQRS"
PRINTED = recovery_code.formatted(CODE)
PASSPHRASE = b"quiet lantern orbit"


def by_code() -> Secret:
    """A recovery code opens without the slow derivation: for tests of everything else."""
    return Secret(recovery_code=PRINTED)


@pytest.fixture(scope="module")
def master() -> Keys:
    return Keys(bytes(range(32)))


@pytest.fixture(scope="module")
def sealed(master: Keys) -> Header:
    vault_id = os.urandom(16)
    slots = (
        Seat(master, vault_id, 0).for_passphrase(bytearray(PASSPHRASE), CHEAPEST_COST, None),
        Seat(master, vault_id, 1).for_recovery_code(CODE),
    )
    return Header(vault_id, 1, slots).sealed(master)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place.at(tmp_path)


def resummed(fields: dict[str, object]) -> bytes:
    """Return the bytes that a forger writes who knows the format and no key."""
    content = {name: value for name, value in fields.items() if name != "sum"}
    digest = hashlib.sha256(canonical.encode(content)).digest()
    return canonical.encode(content | {"sum": canonical.to_text(digest)})


def forged(sealed: Header, change: Callable[[dict[str, object]], object]) -> bytes:
    fields = json.loads(sealed.encode())
    change(fields)
    return resummed(fields)


def test_a_header_reads_back_as_written(sealed: Header) -> None:
    assert Header.decode(sealed.encode()) == sealed


def test_the_passphrase_and_the_code_open_the_same_key(sealed: Header, master: Keys) -> None:
    for secret in (Secret(bytearray(PASSPHRASE)), by_code()):
        assert sealed.unlock(secret).master == master.master


def test_no_flipped_bit_of_the_header_is_accepted(sealed: Header) -> None:
    raw = sealed.encode()
    for bit in range(len(raw) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(HeaderDamaged):
            Header.decode(bytes(flipped))


def test_no_header_cut_at_any_byte_is_accepted(sealed: Header) -> None:
    raw = sealed.encode()
    for end in range(len(raw)):
        with pytest.raises(HeaderDamaged):
            Header.decode(raw[:end])


def test_without_the_sum_flipped_bits_would_pass_the_reading(
    sealed: Header, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control of the two tests above."""
    monkeypatch.setattr(header, "_proven", canonical.decode)
    raw = sealed.encode().replace(b'"seq":1', b'"seq":3')
    assert Header.decode(raw).seq == 3


def test_no_flipped_bit_with_a_new_sum_opens(sealed: Header) -> None:
    """A forger can write the sum anew; the seal of the slot or the mac then refuses."""
    raw = sealed.encode()
    accepted = tried = 0
    for bit in range(len(raw) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        try:
            data = resummed(canonical.decode(bytes(flipped)))
        except canonical.NotCanonical:
            continue
        if data == raw:
            continue  # the bit was in the sum itself
        tried += 1
        try:
            Header.decode(data).unlock(by_code())
        except (HeaderDamaged, NewerVersion, WrongRecoveryCode):
            continue
        accepted += 1
    assert tried > 1000
    assert accepted == 0


def test_without_the_mac_a_forged_header_would_open(
    sealed: Header, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the mac is what refuses a changed count of rewrites."""
    data = forged(sealed, lambda fields: fields.update(seq=9))
    with pytest.raises(HeaderDamaged):
        Header.decode(data).unlock(by_code())
    monkeypatch.setattr(Header, "is_sealed_by", lambda _self, _master: True)
    assert Header.decode(data).unlock(by_code())


def _drop_first(fields: dict[str, object]) -> None:
    slots = fields["slots"]
    assert isinstance(slots, list)
    del slots[0]


def _swap(fields: dict[str, object]) -> None:
    slots = fields["slots"]
    assert isinstance(slots, list)
    slots.reverse()


def _double(fields: dict[str, object]) -> None:
    slots = fields["slots"]
    assert isinstance(slots, list)
    slots.append(slots[0] | {"id": 5})


@pytest.mark.parametrize("change", [_drop_first, _swap, _double])
def test_slots_removed_swapped_or_added_are_refused(
    sealed: Header, change: Callable[[dict[str, object]], object]
) -> None:
    with pytest.raises(HeaderDamaged):
        Header.decode(forged(sealed, change)).unlock(by_code())


def test_a_slot_of_another_vault_opens_nothing(sealed: Header) -> None:
    stranger = Keys.fresh()
    other = Seat(stranger, os.urandom(16), 2).for_recovery_code("Z" * 26)
    mixed = replace(sealed, slots=(*sealed.slots, other))
    with pytest.raises(WrongRecoveryCode):
        Header.decode(mixed.encode()).unlock(
            Secret(recovery_code=recovery_code.formatted("Z" * 26))
        )


def test_a_slot_of_a_stranger_for_this_vault_is_refused_by_the_mac(sealed: Header) -> None:
    planted = Seat(Keys.fresh(), sealed.vault_id, 2).for_recovery_code("Z" * 26)
    mixed = replace(sealed, slots=(*sealed.slots, planted))
    with pytest.raises(HeaderDamaged):
        Header.decode(mixed.encode()).unlock(
            Secret(recovery_code=recovery_code.formatted("Z" * 26))
        )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 19 * 1024 - 1),
        ("memory_kib", 1024 * 1024 + 1),
        ("memory_kib", -1),
        ("memory_kib", 2**40),
        ("memory_kib", True),
        ("memory_kib", "19456"),
        ("memory_kib", 19456.0),
        ("passes", 0),
        ("passes", 25),
        ("lanes", 0),
        ("lanes", 17),
        ("salt", ""),
        ("name", "scrypt"),
    ],
)
def test_no_derivation_out_of_bounds_ever_runs(
    sealed: Header, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    def never(*_arguments: object) -> None:
        raise AssertionError("a derivation ran")

    monkeypatch.setattr(header.keys, "argon2id", never)

    def change(fields: dict[str, object]) -> None:
        slots = fields["slots"]
        assert isinstance(slots, list)
        slots[0]["kdf"][name] = value

    with pytest.raises(HeaderDamaged):
        Header.decode(forged(sealed, change)).unlock(Secret(bytearray(PASSPHRASE)))


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"sum":1}',
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b'{"version":1,"version":2}',
        b'{"version":NaN}',
        b" " * 70_000,
        b'{"a":"' + b"x" * 70_000 + b'"}',
    ],
)
def test_bytes_that_are_no_header_are_damage(untrusted: bytes) -> None:
    with pytest.raises(HeaderDamaged):
        Header.decode(untrusted)


def test_other_spellings_of_the_same_header_are_refused(sealed: Header) -> None:
    fields = json.loads(sealed.encode())
    for spelling in (
        json.dumps(fields),
        json.dumps(fields, indent=1),
        sealed.encode().decode() + "\n",
    ):
        with pytest.raises(HeaderDamaged):
            Header.decode(spelling.encode())


@pytest.mark.parametrize("extra", [{"note": "x"}, {"cipher": "aes-128"}, {"format": "other"}])
def test_parts_that_this_version_does_not_know_are_refused(
    sealed: Header, extra: dict[str, object]
) -> None:
    with pytest.raises(HeaderDamaged):
        Header.decode(forged(sealed, lambda fields: fields.update(extra)))


def test_a_sound_header_of_a_later_version_is_said_so() -> None:
    with pytest.raises(NewerVersion):
        Header.decode(resummed({"version": 2, "whatever": [1, 2]}))


def test_a_later_version_whose_sum_fails_is_damage_not_news() -> None:
    with pytest.raises(HeaderDamaged):
        Header.decode(resummed({"version": 2, "whatever": 1}).replace(b'r":1', b'r":2'))


def test_too_many_slots_are_refused(sealed: Header, master: Keys) -> None:
    many = tuple(
        Seat(master, sealed.vault_id, number).for_recovery_code(CODE) for number in range(MAX_SLOTS)
    )
    full = replace(sealed, slots=many).sealed(master)
    assert len(Header.decode(full.encode()).slots) == MAX_SLOTS

    def add(fields: dict[str, object]) -> None:
        slots = fields["slots"]
        assert isinstance(slots, list)
        slots.append(slots[0] | {"id": 8})

    with pytest.raises(HeaderDamaged):
        Header.decode(forged(full, add))


def test_the_wrong_passphrase_and_the_wrong_code_are_told_apart(sealed: Header) -> None:
    with pytest.raises(WrongPassphrase):
        sealed.unlock(Secret(bytearray(b"another")))
    with pytest.raises(WrongPassphrase):
        sealed.unlock(Secret())
    with pytest.raises(WrongRecoveryCode):
        sealed.unlock(Secret(recovery_code=recovery_code.formatted("Z" * 26)))


def test_a_key_file_is_needed_beside_the_passphrase(master: Keys, tmp_path: Path) -> None:
    file, other = tmp_path / "file", tmp_path / "other"
    file.write_bytes(b"one")
    other.write_bytes(b"two")
    vault_id = os.urandom(16)
    slot = Seat(master, vault_id, 0).for_passphrase(bytearray(PASSPHRASE), CHEAPEST_COST, file)
    made = Header(vault_id, 1, (slot,)).sealed(master)
    assert made.unlock(Secret(bytearray(PASSPHRASE), key_file=file)).master == master.master
    with pytest.raises(KeyFileNeeded):
        made.unlock(Secret(bytearray(PASSPHRASE)))
    with pytest.raises(WrongPassphrase):
        made.unlock(Secret(bytearray(PASSPHRASE), key_file=other))


def test_a_key_file_that_the_slot_does_not_want_is_not_used(sealed: Header, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"one")
    assert sealed.unlock(Secret(bytearray(PASSPHRASE), key_file=file))


def test_a_new_slot_takes_the_place_of_all_of_its_kind(sealed: Header, master: Keys) -> None:
    made: list[Slot] = []

    def make(seat: Seat) -> Slot:
        made.append(seat.for_recovery_code("Z" * 26))
        return made[0]

    new = sealed.with_way(master, RecoveryWay, make)
    assert new.seq == sealed.seq + 1
    assert [type(slot.way) for slot in new.slots] == [PassphraseWay, RecoveryWay]
    with pytest.raises(WrongRecoveryCode):
        new.unlock(by_code())
    assert new.unlock(Secret(bytearray(PASSPHRASE)))


def test_both_copies_are_written_private_and_alike(sealed: Header, place: Place) -> None:
    before = os.umask(0)
    try:
        header.write(place, sealed)
    finally:
        os.umask(before)
    assert place.header.read_bytes() == place.header_copy.read_bytes() == sealed.encode()
    assert {path.name for path in place.folder.iterdir()} == {"vault.hdr", "vault.hdr.bak"}
    assert place.header.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [None, b"", b"{}", b"garbage"])
def test_the_copy_opens_when_the_first_is_damaged(
    sealed: Header, place: Place, damage: bytes | None
) -> None:
    header.write(place, sealed)
    if damage is None:
        place.header.unlink()
    else:
        place.header.write_bytes(damage)
    found = header.unlock(place, by_code())
    assert found.from_copy
    assert found.repair


def test_a_damaged_copy_is_to_be_repaired_and_nothing_is_written_yet(
    sealed: Header, place: Place
) -> None:
    header.write(place, sealed)
    place.header_copy.write_bytes(b"bad sector")
    found = header.unlock(place, by_code())
    assert not found.from_copy
    assert found.repair
    assert place.header_copy.read_bytes() == b"bad sector"


def test_two_damaged_copies_are_one_clear_failure(sealed: Header, place: Place) -> None:
    header.write(place, sealed)
    place.header.write_bytes(b"x")
    place.header_copy.write_bytes(b"y")
    with pytest.raises(HeaderDamaged):
        header.unlock(place, by_code())


def test_a_wrong_passphrase_is_not_tried_on_the_copy(
    sealed: Header, master: Keys, place: Place
) -> None:
    old = sealed.with_way(master, RecoveryWay, lambda seat: seat.for_recovery_code("Z" * 26))
    place.header.write_bytes(old.encode())
    place.header_copy.write_bytes(sealed.encode())
    with pytest.raises(WrongRecoveryCode):
        header.unlock(place, by_code())


def test_no_header_and_no_database_is_no_vault(place: Place) -> None:
    with pytest.raises(NotAVault):
        header.unlock(place, by_code())


def test_a_database_without_header_is_a_damaged_vault(place: Place) -> None:
    place.database.write_bytes(b"x")
    with pytest.raises(HeaderDamaged):
        header.unlock(place, by_code())
