"""The tree against the published vectors, and against forgers."""

import hashlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain import merkle
from logbook.domain.merkle import Frontier, TreeHead

# The eight leaves of the Certificate Transparency reference implementation and their roots.
CT_LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
CT_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LARGEST = 65


def _leaves(count: int) -> list[bytes]:
    return [merkle.leaf_hash(str(n).encode()) for n in range(count)]


def _naive_root(leaves: list[bytes]) -> bytes:
    """The definition of RFC 6962 2.1, word by word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return merkle.node_hash(_naive_root(leaves[:half]), _naive_root(leaves[half:]))


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_of_the_reference_log_come_out(size: int) -> None:
    leaves = [merkle.leaf_hash(leaf) for leaf in CT_LEAVES[:size]]
    assert merkle.root_of(leaves).hex() == CT_ROOTS[size - 1]


def test_the_paths_of_the_reference_log_come_out() -> None:
    leaves = [merkle.leaf_hash(leaf) for leaf in CT_LEAVES]
    assert [step.hex() for step in merkle.inclusion_proof(0, leaves)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [step.hex() for step in merkle.consistency_proof(6, leaves)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_an_empty_tree_has_the_root_of_nothing() -> None:
    assert merkle.root_of([]) == Frontier().root() == hashlib.sha256(b"").digest()


def test_appending_one_by_one_gives_the_root_of_the_definition() -> None:
    frontier = Frontier()
    leaves = _leaves(LARGEST)
    for size, leaf in enumerate(leaves, 1):
        frontier = frontier.append(leaf)
        assert frontier.root() == _naive_root(leaves[:size]) == merkle.root_of(leaves[:size])
        assert Frontier.from_bytes(size, frontier.to_bytes()) == frontier
        assert merkle.frontier_of(leaves[:size]) == frontier


@pytest.mark.parametrize(("size", "data"), [(1, b""), (2, b"x" * 64), (1, b"x" * 31), (-1, b"")])
def test_a_frontier_that_cannot_be_is_refused(size: int, data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Frontier.from_bytes(size, data)


def test_every_inclusion_proof_of_all_trees_up_to_65_leaves_holds() -> None:
    for size in range(1, LARGEST + 1):
        leaves = _leaves(size)
        root = merkle.root_of(leaves)
        for index in range(size):
            proof = merkle.inclusion_proof(index, leaves)
            assert merkle.verify_inclusion(leaves[index], index, size, proof, root)


def test_every_consistency_proof_of_all_trees_up_to_65_leaves_holds() -> None:
    all_leaves = _leaves(LARGEST)
    heads = [TreeHead(n, merkle.root_of(all_leaves[:n])) for n in range(LARGEST + 1)]
    for size in range(LARGEST + 1):
        for first in range(size + 1):
            proof = merkle.consistency_proof(first, all_leaves[:size])
            assert merkle.verify_consistency(heads[first], heads[size], proof)


def _forge(proof: tuple[bytes, ...], chance: random.Random) -> tuple[bytes, ...]:
    steps = list(proof)
    way = chance.randrange(4)
    if way == 0 or not steps:
        steps.insert(chance.randint(0, len(steps)), chance.randbytes(32))
    elif way == 1:
        steps.pop(chance.randrange(len(steps)))
    elif way == 2 and len(steps) > 1:
        steps.reverse()
    else:
        at = chance.randrange(len(steps))
        flipped = bytearray(steps[at])
        flipped[chance.randrange(32)] ^= 1 << chance.randrange(8)
        steps[at] = bytes(flipped)
    return tuple(steps)


def test_ten_thousand_forged_proofs_are_refused() -> None:
    chance = random.Random(6962)
    all_leaves = _leaves(LARGEST)
    heads = [TreeHead(n, merkle.root_of(all_leaves[:n])) for n in range(LARGEST + 1)]
    for _ in range(5_000):
        size = chance.randint(2, LARGEST)
        leaves = all_leaves[:size]
        index = chance.randrange(size)
        proof = merkle.inclusion_proof(index, leaves)
        forged = _forge(proof, chance)
        assert forged == proof or not merkle.verify_inclusion(
            leaves[index], index, size, forged, heads[size].root
        )
        first = chance.randint(1, size - 1)
        proof = merkle.consistency_proof(first, leaves)
        forged = _forge(proof, chance)
        assert forged == proof or not merkle.verify_consistency(heads[first], heads[size], forged)


def test_a_true_proof_does_not_hold_for_another_leaf_place_or_size() -> None:
    leaves = _leaves(20)
    root = merkle.root_of(leaves)
    proof = merkle.inclusion_proof(7, leaves)
    assert not merkle.verify_inclusion(leaves[8], 7, 20, proof, root)
    assert not merkle.verify_inclusion(leaves[7], 8, 20, proof, root)
    assert not merkle.verify_inclusion(leaves[7], 7, 16, proof, root)
    assert not merkle.verify_inclusion(leaves[7], 20, 20, proof, root)
    assert not merkle.verify_inclusion(leaves[7], -1, 20, proof, root)


def test_a_tree_with_one_changed_old_leaf_is_not_consistent() -> None:
    leaves = _leaves(30)
    old = TreeHead(11, merkle.root_of(leaves[:11]))
    leaves[4] = merkle.leaf_hash(b"edited later")
    new = TreeHead(30, merkle.root_of(leaves))
    assert not merkle.verify_consistency(old, new, merkle.consistency_proof(11, leaves))


def test_a_smaller_tree_never_continues_a_larger_one() -> None:
    leaves = _leaves(9)
    large, small = TreeHead(9, merkle.root_of(leaves)), TreeHead(4, merkle.root_of(leaves[:4]))
    assert not merkle.verify_consistency(large, small, ())
    assert not merkle.verify_consistency(TreeHead(0, large.root), small, ())


@given(st.binary(max_size=40), st.binary(max_size=40), st.text(max_size=10))
def test_a_commitment_changes_with_the_value(one: bytes, other: bytes, name: str) -> None:
    name = name.encode(errors="replace").decode()
    salt = bytes(16)
    same = merkle.commitment(name, one, salt) == merkle.commitment(name, other, salt)
    assert same == (one == other)


def test_a_commitment_wants_its_whole_salt() -> None:
    with pytest.raises(ValueError, match="15"):
        merkle.commitment("text", b"", bytes(15))


def test_the_leaf_of_a_revision_does_not_tell_the_order_of_its_fields() -> None:
    parts = _leaves(5)
    assert merkle.revision_leaf(parts) == merkle.revision_leaf(reversed(parts))
    assert merkle.revision_leaf(parts) == merkle.leaf_hash(b"".join(sorted(parts)))
