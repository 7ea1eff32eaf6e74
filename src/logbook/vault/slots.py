"""Key slots: the master key sealed once for each way in (research, security.md 3.2)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from logbook.errors import HeaderDamaged
from logbook.vault import canonical, keys
from logbook.vault.canonical import NotCanonical
from logbook.vault.keys import KdfCost, Keys
from logbook.vault.secret import wipe

MAX_SLOTS = 8
VERSION = 1

_NONCE_BYTES = 12
_SEALED_BYTES = keys.KEY_BYTES + 16


@dataclass(frozen=True, slots=True)
class PassphraseWay:
    """The slot opens with a passphrase and, where `key_file` is set, that file beside it."""

    salt: bytes
    cost: KdfCost
    key_file: bool


@dataclass(frozen=True, slots=True)
class RecoveryWay:
    """The slot opens with the printed recovery code."""

    salt: bytes


@dataclass(frozen=True, slots=True)
class Slot:
    """One sealed copy of the master key; `made` is the day by this computer's clock."""

    id: int
    made: str
    way: PassphraseWay | RecoveryWay
    nonce: bytes
    sealed: bytes

    def as_json(self) -> dict[str, object]:
        """Return what stands in the header."""
        return {**self._bound(), "sealed": canonical.to_text(self.sealed)}

    def _bound(self) -> dict[str, object]:
        """Return everything but the sealed key: what the seal vouches for."""
        common = {"id": self.id, "made": self.made, "nonce": canonical.to_text(self.nonce)}
        salt = canonical.to_text(self.way.salt)
        if isinstance(self.way, RecoveryWay):
            return {**common, "type": "recovery", "kdf": {"name": "hkdf-sha256", "salt": salt}}
        cost = self.way.cost
        kdf = {
            "lanes": cost.lanes,
            "memory_kib": cost.memory_kib,
            "name": "argon2id",
            "passes": cost.passes,
            "salt": salt,
        }
        return {**common, "type": "passphrase", "kdf": kdf, "key_file": self.way.key_file}

    def associated(self, vault_id: bytes) -> bytes:
        """Return the associated data: a slot of another vault, or with other costs, won't open."""
        return canonical.encode(
            {"slot": self._bound(), "vault": canonical.to_text(vault_id), "version": VERSION}
        )

    def unseal(self, kek: bytearray, vault_id: bytes) -> Keys | None:
        """Return the keys, or None when `kek` is not the key of this slot; `kek` is wiped."""
        try:
            master = bytearray(
                AESGCM(kek).decrypt(self.nonce, self.sealed, self.associated(vault_id))
            )
        except InvalidTag:
            return None
        finally:
            wipe(kek)
        found = Keys(master)
        wipe(master)
        return found


@dataclass(frozen=True, slots=True)
class Seat:
    """The place of a slot that is being made: whose key it seals, and its number there."""

    master: Keys
    vault_id: bytes
    number: int

    def for_passphrase(self, passphrase: bytearray, cost: KdfCost, key_file: Path | None) -> Slot:
        """Return a slot for a passphrase, which is left as it is. Takes about a second."""
        salt = os.urandom(keys.SALT_BYTES)
        kek = keys.passphrase_kek(passphrase, salt, cost, self.vault_id, key_file)
        return self._seal(PassphraseWay(salt, cost, key_file is not None), kek)

    def for_recovery_code(self, code: str) -> Slot:
        """Return a slot for a recovery code in its bare form (`recovery_code.read`)."""
        salt = os.urandom(keys.SALT_BYTES)
        return self._seal(RecoveryWay(salt), keys.recovery_kek(code, salt, self.vault_id))

    def _seal(self, way: PassphraseWay | RecoveryWay, kek: bytearray) -> Slot:
        """Seal the master key and prove that it comes out again before anyone relies on it."""
        made = datetime.now(UTC).date().isoformat()
        empty = Slot(self.number, made, way, os.urandom(_NONCE_BYTES), b"")
        bound = empty.associated(self.vault_id)
        master = bytes(self.master.master)
        slot = replace(empty, sealed=AESGCM(kek).encrypt(empty.nonce, master, bound))
        opened = slot.unseal(kek, self.vault_id)
        if opened is None or opened.master != self.master.master:
            raise HeaderDamaged("a new slot does not open")
        opened.wipe()
        return slot


def from_json(untrusted: object) -> Slot:
    """Return the slot that stands in a header; raises `NotCanonical`."""
    if not isinstance(untrusted, dict):
        raise NotCanonical("a slot is an object")
    fields = dict(untrusted)
    way = _way_from_json(fields)
    slot = Slot(
        canonical.to_int(fields.get("id"), 0, MAX_SLOTS - 1),
        _day(fields.get("made")),
        way,
        canonical.to_bytes(fields.get("nonce"), _NONCE_BYTES),
        canonical.to_bytes(fields.get("sealed"), _SEALED_BYTES),
    )
    if slot.as_json() != untrusted:
        raise NotCanonical("a slot has other parts")
    return slot


def _way_from_json(fields: Mapping[str, object]) -> PassphraseWay | RecoveryWay:
    kdf = fields.get("kdf")
    if not isinstance(kdf, dict):
        raise NotCanonical("a slot without derivation")
    salt = canonical.to_bytes(kdf.get("salt"), keys.SALT_BYTES)
    if fields.get("type") == "recovery":
        return RecoveryWay(salt)
    most = 2**32
    memory, passes, lanes = (
        canonical.to_int(kdf.get(name), 0, most) for name in ("memory_kib", "passes", "lanes")
    )
    cost = KdfCost(memory, passes, lanes)
    key_file = fields.get("key_file")
    if not cost.within_limits() or not isinstance(key_file, bool):
        raise NotCanonical("a derivation out of bounds")
    return PassphraseWay(salt, cost, key_file)


def _day(untrusted: object) -> str:
    try:
        return date.fromisoformat(str(untrusted)).isoformat()
    except ValueError as error:
        raise NotCanonical("not a day") from error
