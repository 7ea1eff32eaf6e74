from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.errors import OlderCopy, SavesMissing
from logbook.vault.notices import Notice
from logbook.vault.place import Place
from logbook.vault.state import Mark, State, StateFile, judge

MARK = Mark(5, 3, b"r" * 32)
SAID = State(MARK, 1, "2026-11-21T12:00:00+00:00", clean=True)


@pytest.fixture
def file(tmp_path: Path) -> StateFile:
    return StateFile(Place.at(tmp_path), os.urandom(16), bytearray(os.urandom(32)))


def test_what_is_written_is_read_back(file: StateFile) -> None:
    file.write(MARK, 7, clean=False)
    said = file.read()
    assert isinstance(said, State)
    assert (said.mark, said.header_seq, said.clean) == (MARK, 7, False)


def test_no_flipped_bit_and_no_cut_is_believed(file: StateFile) -> None:
    file.write(MARK, 7, clean=True)
    raw = file.place.state.read_bytes()
    damaged = [raw[:end] for end in range(len(raw))]
    for bit in range(len(raw) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        damaged.append(bytes(flipped))
    for data in damaged:
        file.place.state.write_bytes(data)
        assert file.read() is Notice.STATE_DAMAGED


def test_a_state_of_another_vault_is_not_believed(file: StateFile) -> None:
    file.write(MARK, 7, clean=True)
    assert replace(file, key=bytearray(32)).read() is Notice.STATE_DAMAGED
    assert replace(file, vault_id=bytes(16)).read() is Notice.STATE_DAMAGED


def test_a_missing_state_is_said(file: StateFile) -> None:
    assert file.read() is Notice.STATE_MISSING


def test_the_newest_copy_has_nothing_to_tell() -> None:
    assert judge(MARK, SAID, log_was_there=False) == []


def test_a_session_that_did_not_close_is_told() -> None:
    assert judge(MARK, replace(SAID, clean=False), log_was_there=True) == [Notice.NOT_CLOSED]


def test_one_save_ahead_of_the_mark_is_how_an_abrupt_end_looks() -> None:
    here = replace(MARK, save_seq=6, journal_root=b"n" * 32)
    assert judge(here, replace(SAID, clean=False), log_was_there=False) == [Notice.NOT_CLOSED]


def test_a_mark_that_is_further_behind_is_told() -> None:
    here = replace(MARK, save_seq=7, journal_root=b"n" * 32)
    assert judge(here, SAID, log_was_there=False) == [Notice.STATE_BEHIND]


def test_a_database_behind_the_mark_is_an_older_copy() -> None:
    with pytest.raises(OlderCopy, match="2 saves"):
        judge(replace(MARK, save_seq=3), SAID, log_was_there=False)


def test_a_database_behind_the_mark_because_of_its_log_lacks_saves() -> None:
    with pytest.raises(SavesMissing, match="1 saves"):
        judge(replace(MARK, save_seq=4), SAID, log_was_there=True)


@pytest.mark.parametrize(
    "other", [replace(MARK, journal_size=4), replace(MARK, journal_root=b"x" * 32)]
)
def test_as_many_saves_with_another_history_is_another_copy(other: Mark) -> None:
    with pytest.raises(OlderCopy, match="another history"):
        judge(other, SAID, log_was_there=False)


def test_what_cannot_be_compared_is_told_not_guessed() -> None:
    assert judge(MARK, Notice.STATE_MISSING, log_was_there=False) == [Notice.STATE_MISSING]
