"""The note that leaves the computer: written, read again, and refused when it is anything else."""

import base64
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.checkpoint import (
    Checkpoint,
    NotACheckpoint,
    SignedCheckpoint,
    key_id_of,
    origin_of,
    read_checkpoint,
)
from logbook.domain.merkle import TreeHead


def _signed(size: int = 57, remarks: tuple[str, ...] = ("2026-03-05T20:10:00+01:00",)) -> str:
    note = Checkpoint(origin_of(b"v" * 16), TreeHead(size, bytes(range(32))), remarks)
    return SignedCheckpoint(note, b"key1", b"s" * 64).text()


def test_a_checkpoint_has_the_lines_of_the_published_form() -> None:
    lines = _signed().split("\n")
    assert lines[0] == origin_of(b"v" * 16)
    assert lines[1] == "57"
    assert base64.b64decode(lines[2]) == bytes(range(32))
    assert lines[4] == ""
    assert lines[5].startswith(f"— {lines[0]} ")
    assert lines[6] == ""


def test_the_key_id_is_the_one_of_the_signed_note_specification() -> None:
    # The verifier key "PeterNeumann+c74f20a3+ARpc2..." of the package note of the Go project.
    key = base64.b64decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    assert key_id_of("PeterNeumann", key[1:]).hex() == "c74f20a3"


@given(
    st.integers(0, 2**63), st.binary(min_size=32, max_size=32), st.binary(min_size=64, max_size=64)
)
def test_a_checkpoint_is_read_as_it_was_written(size: int, root: bytes, signature: bytes) -> None:
    signed = SignedCheckpoint(Checkpoint("o/1", TreeHead(size, root), ("now",)), b"abcd", signature)
    assert read_checkpoint(signed.text()) == signed


@pytest.mark.parametrize("line", [2, 5], ids=["root", "signature"])
def test_spare_bits_of_base64_are_no_other_way_to_write_the_same(line: int) -> None:
    lines = _signed().split("\n")
    end = lines[line].rstrip("=")
    padding = lines[line][len(end) :]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    sign = alphabet[alphabet.index(end[-1]) + 1]
    written = lines[line].split(" ")[-1]
    lines[line] = end[:-1] + sign + padding
    assert base64.b64decode(written) == base64.b64decode(lines[line].split(" ")[-1])
    with pytest.raises(NotACheckpoint):
        read_checkpoint("\n".join(lines))


def test_mail_and_letters_may_change_line_ends_and_spaces() -> None:
    text = _signed()
    changed = "\ufeff\r\n" + text.replace("\n", "  \r\n") + "\n\n"
    assert read_checkpoint(changed) == read_checkpoint(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "hello",
        "a\n1\n\n",
        _signed().replace("57", "057"),
        _signed().replace("57", "-1"),
        _signed().replace("57", "٥٧"),
        _signed().replace("57", "9" * 5000),
        _signed().replace("57", "9" * 4200),
        _signed().replace("— logbook", "- logbook"),
        _signed().replace("— logbook", "— other"),
        _signed().rsplit(" ", 1)[0] + " AAAA",
        _signed().replace("AAEC", "AA*C"),
        _signed().replace("AAEC", ""),
    ],
)
def test_anything_else_is_no_checkpoint(text: str) -> None:
    with pytest.raises(NotACheckpoint):
        read_checkpoint(text)


def test_no_damage_to_the_text_raises_anything_but_its_own_error() -> None:
    chance = random.Random(3)
    text = _signed()
    refused = 0
    for _ in range(2_000):
        at = chance.randrange(len(text))
        damaged = text[:at] + chr(chance.choice([10, 32, 48, 0x2014, 0xFFFD])) + text[at + 1 :]
        try:
            read_checkpoint(damaged)
        except NotACheckpoint:
            refused += 1
    assert refused > 500
