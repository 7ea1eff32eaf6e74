"""The signature under a checkpoint: that it came from this book, made with this book's key."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from logbook.domain.checkpoint import Checkpoint, SignedCheckpoint, key_id_of
from logbook.vault.keys import Keys, Purpose
from logbook.vault.secret import wipe


def sign(checkpoint: Checkpoint, keys: Keys) -> SignedCheckpoint:
    """Return the checkpoint with its Ed25519 signature (RFC 8032)."""
    key = _private_key(keys)
    key_id = key_id_of(checkpoint.origin, key.public_key().public_bytes_raw())
    return SignedCheckpoint(checkpoint, key_id, key.sign(checkpoint.body().encode()))


def is_ours(signed: SignedCheckpoint, keys: Keys) -> bool:
    """Tell whether this book's key signed exactly this checkpoint."""
    public = _private_key(keys).public_key()
    if signed.key_id != key_id_of(signed.checkpoint.origin, public.public_bytes_raw()):
        return False
    try:
        public.verify(signed.signature, signed.checkpoint.body().encode())
    except InvalidSignature:
        return False
    return True


def _private_key(keys: Keys) -> Ed25519PrivateKey:
    seed = keys.subkey(Purpose.SIGN_SEED)
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes(seed))
    finally:
        wipe(seed)
