"""From what a person brings to the master key, and from the master key to every other key.

Parameters and their reasons: research, security.md 2.6 and 3.2. Libraries make their own copies of
keys that cannot be wiped, so the lifetimes here are short and locking ends the process.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
import unicodedata
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from logbook.errors import FileUnreadable, NotEnoughMemory
from logbook.vault.secret import wipe

KEY_BYTES = 32
SALT_BYTES = 16

_MIB_KIB = 1024
_GIB_KIB = 1024 * 1024
_CALIBRATE_TO_S = 1.0
_KEY_FILE_MAX_BYTES = 1 << 30


class Purpose(Enum):
    """What a key made from the master key is for; the value is part of the file format."""

    DATABASE = b"db v1"
    HEADER_MAC = b"header mac"
    STATE_MAC = b"state mac"
    BACKUP_DATABASE = b"backup v1"
    BACKUP_MAC = b"backup mac v1"
    SIGN_SEED = b"sign seed v1"


class Keys:
    """The master key of an open vault (32 bytes) and the keys made from it."""

    def __init__(self, master: bytes | bytearray) -> None:
        if len(master) != KEY_BYTES:
            raise ValueError("a master key has 32 bytes")
        self._master: bytearray | None = bytearray(master)

    @staticmethod
    def fresh() -> Keys:
        """Return the keys of a vault that is being made."""
        return Keys(os.urandom(KEY_BYTES))

    @property
    def master(self) -> bytearray:
        """The master key itself, for sealing it into a slot; not to be kept."""
        if self._master is None:
            raise ValueError("the vault was closed")
        return self._master

    def subkey(self, purpose: Purpose) -> bytearray:
        """Return the 32-byte key for one purpose; whoever asks wipes it."""
        return _expand(self.master, purpose.value)

    def wipe(self) -> None:
        """Overwrite the master key; nothing can be derived afterwards."""
        if self._master is not None:
            wipe(self._master)
        self._master = None


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess at a passphrase costs (Argon2id): memory, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def within_limits(self) -> bool:
        """Tell whether a header may ask for this.

        The lower end is the OWASP minimum. The upper end is four times what this program ever
        asks for: a forged header must not be able to stop the computer, and nothing that it says
        is authenticated before the key is derived.
        """
        return (
            19 * _MIB_KIB <= self.memory_kib <= _GIB_KIB
            and 1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
        )


_MOST_PASSES = 24
_MOST_LANES = 16
STANDARD_COST = KdfCost(256 * _MIB_KIB, 3, 4)
SMALL_MEMORY_COST = KdfCost(64 * _MIB_KIB, 3, 4)  # RFC 9106's second choice
CHEAPEST_COST = KdfCost(19 * _MIB_KIB, 1, 1)  # for tests of everything but the cost


def calibrated_cost() -> KdfCost:
    """Return a cost of about a second on this computer, never below the floor for its memory."""
    floor = STANDARD_COST if _physical_memory_kib() >= 4 * _GIB_KIB else SMALL_MEMORY_COST
    started = time.perf_counter()
    wipe(argon2id(bytearray(b"calibration"), os.urandom(SALT_BYTES), floor))
    return _raised(floor, time.perf_counter() - started)


def _raised(floor: KdfCost, took_s: float) -> KdfCost:
    passes = round(floor.passes * _CALIBRATE_TO_S / max(took_s, 0.001))
    return KdfCost(floor.memory_kib, min(max(passes, floor.passes), _MOST_PASSES), floor.lanes)


def argon2id(passphrase: bytearray, salt: bytes, cost: KdfCost) -> bytearray:
    """Return 32 bytes of Argon2id (RFC 9106); raises `NotEnoughMemory`."""
    derive = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    try:
        return bytearray(derive.derive(bytes(passphrase)))
    except MemoryError as error:
        raise NotEnoughMemory(f"{cost.memory_kib} KiB") from error


def normalised(passphrase: bytearray) -> bytearray:
    """Return the passphrase in NFKC: the same keys pressed on another system give other bytes.

    Pure ASCII needs no change, so no Python string is made of it. Bytes that are not UTF-8 stay.
    """
    if max(passphrase, default=0) < 0x80:  # noqa: PLR2004 - the end of ASCII
        return bytearray(passphrase)
    try:
        return bytearray(unicodedata.normalize("NFKC", passphrase.decode()).encode())
    except UnicodeDecodeError:
        return bytearray(passphrase)


def passphrase_kek(
    passphrase: bytearray, salt: bytes, cost: KdfCost, vault_id: bytes, key_file: Path | None
) -> bytearray:
    """Return the key that opens a passphrase slot, with the key file as a second factor."""
    plain = normalised(passphrase)
    try:
        slow = argon2id(plain, salt, cost)
    finally:
        wipe(plain)
    if key_file is None:
        kek = _expand(slow, b"kek:" + vault_id)
    else:
        both = slow + _digest_of(key_file)
        kek = _expand(both, b"pass+keyfile:" + vault_id)
        wipe(both)
    wipe(slow)
    return kek


def recovery_kek(code: str, salt: bytes, vault_id: bytes) -> bytearray:
    """Return the key that opens a recovery slot; 130 random bits need no slow derivation."""
    return _expand(code.encode("ascii"), b"recovery:" + vault_id, salt)


def _expand(secret: bytes | bytearray, info: bytes, salt: bytes | None = None) -> bytearray:
    """Return 32 bytes of HKDF-SHA256 (RFC 5869)."""
    return bytearray(HKDF(hashes.SHA256(), KEY_BYTES, salt, info).derive(bytes(secret)))


def _digest_of(key_file: Path) -> bytes:
    """Return the SHA-256 of a key file; a pipe or device must not be able to feed for ever."""
    try:
        if not key_file.is_file() or not 0 < key_file.stat().st_size <= _KEY_FILE_MAX_BYTES:
            raise FileUnreadable("not a usable key file", where=str(key_file))
        with key_file.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        raise FileUnreadable("the key file cannot be read", where=str(key_file)) from error


if sys.platform == "win32":
    import ctypes

    class _MemoryStatus(ctypes.Structure):
        """MEMORYSTATUSEX of sysinfoapi.h."""

        _fields_ = (
            ("length", ctypes.c_uint32),
            ("load_percent", ctypes.c_uint32),
            ("total_physical_bytes", ctypes.c_uint64),
            ("others", ctypes.c_uint64 * 6),
        )

    def _physical_memory_kib() -> int:
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.total_physical_bytes) // 1024

else:

    def _physical_memory_kib() -> int:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
