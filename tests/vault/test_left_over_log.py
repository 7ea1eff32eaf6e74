from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

import pytest

from logbook.vault import left_over_log
from logbook.vault.left_over_log import FRAME_BYTES, HEADER_BYTES, LeftOverLog


@pytest.fixture
def wal(tmp_path: Path) -> Path:
    """Return a log that plain SQLite wrote: two transactions, the second of several pages."""
    con = sqlite3.connect(tmp_path / "plain.db", isolation_level=None)
    con.execute("PRAGMA page_size=4096")
    con.execute("PRAGMA journal_mode=WAL").fetchall()
    con.execute("CREATE TABLE note (text TEXT)")
    con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    con.execute("INSERT INTO note VALUES ('one page')")
    con.execute("INSERT INTO note VALUES (?)", ("x" * 30_000,))
    copy = tmp_path / "copy-wal"
    copy.write_bytes((tmp_path / "plain.db-wal").read_bytes())
    con.close()
    return copy


def big_endian(raw: bytes) -> bytes:
    """Return the same log as a big-endian computer writes it."""
    header = struct.pack(">I", 0x377F0683) + raw[4:24]
    sums = left_over_log._sums(header, (0, 0), order=">")
    parts = [header + struct.pack(">2I", *sums)]
    for at in range(HEADER_BYTES, len(raw), FRAME_BYTES):
        frame = raw[at : at + FRAME_BYTES]
        sums = left_over_log._sums(frame[:8] + frame[24:], sums, order=">")
        parts.append(frame[:16] + struct.pack(">2I", *sums) + frame[24:])
    return b"".join(parts)


def test_all_of_a_whole_log_is_used(wal: Path) -> None:
    found = left_over_log.read(wal)
    assert found.used_bytes == found.size_bytes == wal.stat().st_size > HEADER_BYTES + FRAME_BYTES
    assert not found.drops_something


def test_a_log_of_a_computer_with_the_other_byte_order_is_understood(wal: Path) -> None:
    wal.write_bytes(big_endian(wal.read_bytes()))
    assert not left_over_log.read(wal).drops_something


def test_no_log_and_an_empty_log_drop_nothing(tmp_path: Path) -> None:
    assert left_over_log.read(tmp_path / "none") == LeftOverLog(0, 0)
    (tmp_path / "empty").touch()
    assert left_over_log.read(tmp_path / "empty") == LeftOverLog(0, 0)


def test_a_transaction_without_its_commit_is_not_used(wal: Path) -> None:
    raw = wal.read_bytes()
    wal.write_bytes(raw[:-FRAME_BYTES])
    assert left_over_log.read(wal).used_bytes == HEADER_BYTES + FRAME_BYTES


@pytest.mark.parametrize("at", [*range(32), 33, 40, 50, 60, 4000])
def test_a_bad_byte_ends_what_is_used(wal: Path, at: int) -> None:
    raw = bytearray(wal.read_bytes())
    raw[at] ^= 4
    wal.write_bytes(raw)
    found = left_over_log.read(wal)
    assert (found.used_bytes, found.drops_something) == (0, True)


def test_a_bad_byte_in_a_later_frame_spares_the_transaction_before(wal: Path) -> None:
    raw = bytearray(wal.read_bytes())
    raw[HEADER_BYTES + FRAME_BYTES + 100] ^= 1
    wal.write_bytes(raw)
    assert left_over_log.read(wal).used_bytes == HEADER_BYTES + FRAME_BYTES


def test_frames_of_an_earlier_round_are_not_used(wal: Path) -> None:
    raw = bytearray(wal.read_bytes())
    raw[HEADER_BYTES + FRAME_BYTES + 8 : HEADER_BYTES + FRAME_BYTES + 16] = bytes(8)
    wal.write_bytes(raw)
    assert left_over_log.read(wal).used_bytes == HEADER_BYTES + FRAME_BYTES
