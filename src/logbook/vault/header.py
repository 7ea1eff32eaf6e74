"""The header: the key slots of a vault, in two copies that prove themselves.

`sum` (SHA-256 over everything else) tells a damaged header from a wrong passphrase before any key
is known, in every version for ever. `mac` (HMAC-SHA256 with a key made from the master key) then
refuses slots that were added, removed, swapped or brought from elsewhere.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Self

from logbook.errors import (
    HeaderDamaged,
    KeyFileNeeded,
    NewerVersion,
    NotAVault,
    NotFinished,
    WrongPassphrase,
    WrongRecoveryCode,
)
from logbook.vault import canonical, keys, recovery_code, slots
from logbook.vault.canonical import NotCanonical
from logbook.vault.keys import Keys, Purpose
from logbook.vault.place import Place, read_file, replace_file
from logbook.vault.secret import Secret, wipe
from logbook.vault.slots import MAX_SLOTS, VERSION, PassphraseWay, RecoveryWay, Seat, Slot

MAX_BYTES = 64 * 1024
VAULT_ID_BYTES = 16

_CIPHER = "aes-256-gcm"
_FORMAT = "logbook-vault"
_DIGEST_BYTES = 32
_MOST_REWRITES = 2**53


@dataclass(frozen=True, slots=True)
class Header:
    """The slots of one vault; `seq` counts the rewrites. `mac` is empty until it is sealed."""

    vault_id: bytes
    seq: int
    slots: tuple[Slot, ...]
    mac: bytes = b""

    @classmethod
    def decode(cls, untrusted: bytes) -> Self:
        """Return the header that the bytes hold.

        Raises `HeaderDamaged` for anything that its own sum does not vouch for, and
        `NewerVersion` for a sound header of a version that this program does not know.
        """
        try:
            return cls._from_json(_proven(untrusted))
        except NotCanonical as error:
            raise HeaderDamaged(str(error)) from error

    @classmethod
    def _from_json(cls, fields: dict[str, object]) -> Self:
        if canonical.to_int(fields.get("version"), 1, _MOST_REWRITES) > VERSION:
            raise NewerVersion("the header is of a later version")
        raw_slots = fields.get("slots")
        if not isinstance(raw_slots, list) or not 1 <= len(raw_slots) <= MAX_SLOTS:
            raise NotCanonical("not a list of slots")
        header = cls(
            canonical.to_bytes(fields.get("vault"), VAULT_ID_BYTES),
            canonical.to_int(fields.get("seq"), 1, _MOST_REWRITES),
            tuple(slots.from_json(raw) for raw in raw_slots),
            canonical.to_bytes(fields.get("mac"), _DIGEST_BYTES),
        )
        if len({slot.id for slot in header.slots}) != len(header.slots):
            raise NotCanonical("two slots with one number")
        if header._as_json() | {"sum": fields["sum"]} != fields:
            raise NotCanonical("a header has other parts")
        return header

    def encode(self) -> bytes:
        """Return the bytes of a sealed header."""
        fields = self._as_json()
        return canonical.encode(fields | {"sum": canonical.to_text(_sum(fields))})

    def sealed(self, master: Keys) -> Header:
        """Return this header with its mac."""
        return replace(self, mac=self._mac(master))

    def is_sealed_by(self, master: Keys) -> bool:
        """Tell whether this header is as it was written by someone with the master key."""
        return hmac.compare_digest(self.mac, self._mac(master))

    @property
    def needs_key_file(self) -> bool:
        """Whether no passphrase opens it without a key file."""
        ways = [slot.way for slot in self.slots if isinstance(slot.way, PassphraseWay)]
        return bool(ways) and all(way.key_file for way in ways)

    def unlock(self, secret: Secret) -> Keys:
        """Return the keys that the secret opens; the secret itself stays.

        Raises `WrongPassphrase`, `KeyFileNeeded`, `WrongRecoveryCode`, `RecoveryCodeTypo`,
        `NotEnoughMemory`, and `HeaderDamaged` when the slot opens and the rest is not genuine.
        """
        found = (
            self._by_passphrase(secret) if secret.recovery_code is None else self._by_code(secret)
        )
        if not self.is_sealed_by(found):
            found.wipe()
            raise HeaderDamaged("the header is not as it was written", where="vault.hdr")
        return found

    def _by_code(self, secret: Secret) -> Keys:
        code = recovery_code.read(secret.recovery_code or "")
        for slot in self.slots:
            if isinstance(slot.way, RecoveryWay):
                kek = keys.recovery_kek(code, slot.way.salt, self.vault_id)
                found = slot.unseal(kek, self.vault_id)
                if found is not None:
                    return found
        raise WrongRecoveryCode

    def _by_passphrase(self, secret: Secret) -> Keys:
        ways = [(slot, way) for slot in self.slots if isinstance(way := slot.way, PassphraseWay)]
        if not secret.key_file and self.needs_key_file:
            raise KeyFileNeeded
        for slot, way in ways:
            if way.key_file and secret.key_file is None:
                continue
            file = secret.key_file if way.key_file else None
            typed = secret.passphrase or bytearray()
            kek = keys.passphrase_kek(typed, way.salt, way.cost, self.vault_id, file)
            found = slot.unseal(kek, self.vault_id)
            if found is not None:
                return found
        raise WrongPassphrase

    def with_way(self, master: Keys, kind: type, make: Callable[[Seat], Slot]) -> Header:
        """Return the next header, where one new slot stands for all earlier ones of its kind."""
        others = [slot for slot in self.slots if not isinstance(slot.way, kind)]
        number = _free_number(slot.id for slot in self.slots)
        new = make(Seat(master, self.vault_id, number))
        ordered = tuple(sorted([*others, new], key=lambda slot: slot.id))
        return replace(self, seq=self.seq + 1, slots=ordered, mac=b"").sealed(master)

    def _mac(self, master: Keys) -> bytes:
        key = master.subkey(Purpose.HEADER_MAC)
        fields = self._as_json()
        del fields["mac"]
        mac = hmac.digest(key, canonical.encode(fields), "sha256")
        wipe(key)
        return mac

    def _as_json(self) -> dict[str, object]:
        return {
            "cipher": _CIPHER,
            "format": _FORMAT,
            "mac": canonical.to_text(self.mac),
            "seq": self.seq,
            "slots": [slot.as_json() for slot in self.slots],
            "vault": canonical.to_text(self.vault_id),
            "version": VERSION,
        }


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A header that opened."""

    header: Header
    keys: Keys
    from_copy: bool  # the first copy was damaged or missing
    repair: bool  # the two copies on disk are not both this one


def unlock(place: Place, secret: Secret) -> Unlocked:
    """Open the header of a vault and write nothing.

    The second copy is used only when the first does not vouch for itself; a wrong passphrase is
    not tried there, for an earlier one may still open it (see `unlock_other_book`).
    """
    first, second = (read_file(path, MAX_BYTES) for path in (place.header, place.header_copy))
    if first is None and second is None:
        if place.unfinished.exists():
            raise NotFinished("making it was cut short", where=str(place.folder))
        if place.database.exists():
            raise HeaderDamaged("both copies of the header are missing", where=place.header.name)
        raise NotAVault("no header and no database", where=str(place.folder))
    try:
        return _unlock_one(first, secret, from_copy=False, repair=first != second)
    except HeaderDamaged as damage:
        try:
            return _unlock_one(second, secret, from_copy=True, repair=True)
        except HeaderDamaged:
            raise damage from None


def unlock_other_book(place: Place, secret: Secret) -> Unlocked | None:
    """Open the second copy where both are sound and of two books; None where they are not.

    Somebody may have put the header of another book in the place of the first. Raises as `unlock`.
    """
    first, second = (read_file(path, MAX_BYTES) for path in (place.header, place.header_copy))
    try:
        ids = {Header.decode(raw or b"").vault_id for raw in (first, second)}
    except (HeaderDamaged, NewerVersion):
        return None
    return _unlock_one(second, secret, from_copy=True, repair=True) if len(ids) > 1 else None


def _unlock_one(raw: bytes | None, secret: Secret, *, from_copy: bool, repair: bool) -> Unlocked:
    if raw is None:
        raise HeaderDamaged("missing")
    header = Header.decode(raw)
    return Unlocked(header, header.unlock(secret), from_copy, repair)


def write(place: Place, header: Header) -> None:
    """Put both copies in place, the second once the first is safe."""
    data = header.encode()
    Header.decode(data)
    replace_file(place.header, data)
    replace_file(place.header_copy, data)


def _proven(untrusted: bytes) -> dict[str, object]:
    """Return the fields of a header whose sum holds; this much is the same in every version."""
    if len(untrusted) > MAX_BYTES:
        raise NotCanonical("too long")
    fields = canonical.decode(untrusted)
    content = {name: value for name, value in fields.items() if name != "sum"}
    if canonical.to_bytes(fields.get("sum"), _DIGEST_BYTES) != _sum(content):
        raise NotCanonical("the sum does not hold")
    return fields


def _sum(content: dict[str, object]) -> bytes:
    return hashlib.sha256(canonical.encode(content)).digest()


def _free_number(taken: Iterable[int]) -> int:
    numbers = set(taken)
    return next(number for number in range(MAX_SLOTS) if number not in numbers)
