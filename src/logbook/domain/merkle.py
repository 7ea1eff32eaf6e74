"""The hash tree of RFC 6962: few hashes prove what is in it, and that it only grew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HASH_BYTES = 32
SALT_BYTES = 16
EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf; the 00 keeps it apart from nodes (RFC 6962, 2.1)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees (RFC 6962, 2.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def commitment(name: str, value: bytes, salt: bytes) -> bytes:
    """Return what stands for a field: with the salt it proves the value, without it nothing.

    The salt has 16 bytes and is random, so that a withheld value cannot be guessed (security 3.6).
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(len(salt))
    return hashlib.sha256(b"\x02" + salt + name.encode() + b"\x00" + value).digest()


def revision_leaf(commitments: Iterable[bytes]) -> bytes:
    """Return the leaf of a revision: its fields in an order that says nothing about them."""
    return leaf_hash(b"".join(sorted(commitments)))


@dataclass(frozen=True, slots=True)
class Frontier:
    """The right edge of a growing tree: enough to append and to give the root, in O(log n).

    `peaks` are the roots of the full subtrees, largest first; their sizes are the bits of `size`.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or self.size.bit_count() != len(self.peaks):
            raise ValueError(f"{len(self.peaks)} subtrees cannot make {self.size} leaves")

    def append(self, leaf: bytes) -> Frontier:
        """Return the frontier with one more leaf, given by its hash."""
        peaks = list(self.peaks)
        carried = self.size
        while carried & 1:
            leaf = node_hash(peaks.pop(), leaf)
            carried >>= 1
        return Frontier(self.size + 1, (*peaks, leaf))

    def root(self) -> bytes:
        """Return the root of the whole tree."""
        if not self.peaks:
            return EMPTY_ROOT
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root

    def to_bytes(self) -> bytes:
        """Return the peaks in a row; the size is kept beside them."""
        return b"".join(self.peaks)

    @classmethod
    def from_bytes(cls, size: int, data: bytes) -> Frontier:
        """Read `to_bytes` again; `ValueError` when the two do not belong together."""
        peaks = tuple(data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES))
        if len(data) % HASH_BYTES:
            raise ValueError(len(data))
        return cls(size, peaks)


def frontier_of(leaves: Iterable[bytes]) -> Frontier:
    """Return the frontier over leaf hashes, in O(n)."""
    peaks: list[bytes] = []
    size = 0
    for leaf in leaves:
        carried, top = size, leaf
        while carried & 1:
            top = node_hash(peaks.pop(), top)
            carried >>= 1
        peaks.append(top)
        size += 1
    return Frontier(size, tuple(peaks))


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Return the root over leaf hashes (RFC 6962, 2.1)."""
    return frontier_of(leaves).root()


def _split(size: int) -> int:
    """Return the largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def inclusion_proof(index: int, leaves: Sequence[bytes]) -> tuple[bytes, ...]:
    """Return the hashes that lead from one leaf to the root (RFC 6962, 2.1.1)."""
    if not 0 <= index < len(leaves):
        raise ValueError(index)
    proof: list[bytes] = []
    while len(leaves) > 1:
        left = _split(len(leaves))
        if index < left:
            proof.append(root_of(leaves[left:]))
            leaves = leaves[:left]
        else:
            proof.append(root_of(leaves[:left]))
            leaves, index = leaves[left:], index - left
    return tuple(reversed(proof))


def consistency_proof(first: int, leaves: Sequence[bytes]) -> tuple[bytes, ...]:
    """Return the hashes which show that the tree of `first` leaves was only added to.

    The proof from nothing, and from a tree to itself, is empty (RFC 6962, 2.1.2).
    """
    if not 0 <= first <= len(leaves):
        raise ValueError(first)
    if first in {0, len(leaves)}:
        return ()
    proof: list[bytes] = []
    whole = True  # the subtree in hand is the old tree itself, whose root the reader has
    while first != len(leaves):
        left = _split(len(leaves))
        if first <= left:
            proof.append(root_of(leaves[left:]))
            leaves = leaves[:left]
        else:
            proof.append(root_of(leaves[:left]))
            leaves, first = leaves[left:], first - left
            whole = False
    if not whole:
        proof.append(root_of(leaves))
    return tuple(reversed(proof))


def _siblings_left(at: int, last: int) -> tuple[bool, ...]:
    """Say for each step from place `at` to the root whether the sibling stands on the left.

    The walk of RFC 9162, 2.1.3.2 and 2.1.4.2; `last` is the last place of the tree.
    """
    turns: list[bool] = []
    while last:
        left = bool(at & 1) or at == last
        turns.append(left)
        while left and not at & 1 and at:
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    return tuple(turns)


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> bool:
    """Tell whether `leaf` stands at `index` of the tree with this root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    turns = _siblings_left(index, size - 1)
    if len(turns) != len(proof):
        return False
    for left, step in zip(turns, proof, strict=True):
        leaf = node_hash(step, leaf) if left else node_hash(leaf, step)
    return leaf == root


@dataclass(frozen=True, slots=True)
class TreeHead:
    """How large a tree is and what its root is: what an anchor outside keeps."""

    size: int
    root: bytes


def verify_consistency(first: TreeHead, second: TreeHead, proof: Sequence[bytes]) -> bool:
    """Tell whether the second tree is the first one with leaves added (RFC 9162, 2.1.4.2)."""
    if first.size == second.size:
        return first.root == second.root and not proof
    if first.size == 0:
        return first.root == EMPTY_ROOT and not proof
    if not 0 < first.size < second.size:
        return False
    at, last = first.size - 1, second.size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    turns = _siblings_left(at, last)
    # The first step is left out when the old tree is one whole subtree: its root is known.
    steps = [first.root, *proof] if first.size.bit_count() == 1 else list(proof)
    if len(steps) != len(turns) + 1:
        return False
    old = new = steps[0]
    for left, step in zip(turns, steps[1:], strict=True):
        if left:
            old, new = node_hash(step, old), node_hash(step, new)
        else:
            new = node_hash(new, step)
    return old == first.root and new == second.root
