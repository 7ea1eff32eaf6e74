"""What is said of a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from logbook.domain.evidence import MediaClass, TimeBasis
from logbook.domain.file_selection import EvidenceRow, FileCheckState
from logbook.domain.ids import BlobId, EvidenceId
from logbook.ui.widgets import file_foot, file_words
from logbook.ui.widgets.file_foot import check_sentence
from logbook.ui.widgets.file_words import (
    badge_words,
    check_words,
    day_of,
    day_words,
    entries_words,
    file_sentence,
    file_tip,
    length_words,
    size_words,
)

NOON = datetime(2026, 11, 14, 12, 0, tzinfo=UTC)
ROW = EvidenceRow(
    id=EvidenceId(1),
    blob=BlobId(1),
    name="Screenshot 19:06",
    media_type="image/png",
    media_class=MediaClass.PICTURE,
    size_bytes=9,
    added_at=NOON,
    local="2026-11-09T19:06:00",
    basis=TimeBasis.FILE_NAME,
    duration_s=None,
    pages=None,
    problem="",
    has_picture=True,
    entries=2,
    in_messages=False,
    same=None,
    checked_at=None,
    removed=False,
)


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (file_words, file_foot):
        monkeypatch.setattr(module, "now_here", lambda: NOON)


def test_a_file_is_said_in_one_sentence() -> None:
    said = file_sentence(ROW, 3, 112, blurred=False)
    assert said == "Picture, Screenshot 19:06, 9 November 2026, in 2 entries, 3 of 112"


def test_a_blurred_and_a_changed_file_say_so() -> None:
    changed = replace(ROW, same=False, checked_at=NOON, entries=1)
    assert file_sentence(changed, 1, 1_000, blurred=True) == (
        "Picture, Screenshot 19:06, blurred, press Space to look, 9 November 2026, in 1 entry,"
        " has changed since you added it, 1 of 1,000"
    )
    sound = replace(ROW, media_class=MediaClass.SOUND, has_picture=False)
    assert "blurred" not in file_sentence(sound, 1, 1, blurred=True)


def test_the_year_is_said_when_it_is_another_one() -> None:
    assert day_words(ROW) == "9 November"
    assert day_words(replace(ROW, local="2025-11-09")) == "9 November 2025"


@pytest.mark.parametrize("local", ["", "not a day", "2026-13-40"])
def test_a_file_without_a_time_of_its_own_has_the_day_it_was_added(local: str) -> None:
    assert day_of(replace(ROW, local=local)) == date(2026, 11, 14)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.0, "0:00"), (14.6, "0:14"), (59.6, "0:59"), (68.0, "1:08"), (3729.0, "1:02:09")],
)
def test_a_length_is_said_as_on_a_player(seconds: float, words: str) -> None:
    assert length_words(seconds) == words


def test_a_badge_says_length_or_pages_or_nothing() -> None:
    assert badge_words(replace(ROW, duration_s=14.0)) == "0:14"
    assert badge_words(replace(ROW, pages=1)) == "1 page"
    assert badge_words(replace(ROW, pages=3)) == "3 pages"
    assert badge_words(ROW) == ""


def test_where_a_file_is_used_is_said() -> None:
    assert entries_words(replace(ROW, entries=0)) == "not linked"
    assert entries_words(replace(ROW, entries=0, in_messages=True)) == "in messages"


def test_a_size_is_said_in_the_unit_that_fits() -> None:
    assert size_words(1_430_000_000) == "1.4 GB"
    assert size_words(52_300) == "52 kB"


def test_the_last_check_of_a_file_is_said() -> None:
    assert check_words(ROW) == ""
    today = replace(ROW, same=True, checked_at=NOON)
    assert check_words(today) == "Same as the day you added it. Checked today, 12:00."
    before = replace(today, checked_at=NOON.replace(day=2))
    assert check_words(before) == "Same as the day you added it. Checked 2 November 2026."
    changed = replace(today, same=False)
    assert check_words(changed) == "This file has changed since you added it."


def test_a_tip_says_the_whole_name_what_is_wrong_and_the_last_check() -> None:
    assert file_tip(ROW) == "Screenshot 19:06"
    told = file_tip(replace(ROW, problem="encrypted", same=True, checked_at=NOON)).split("\n")
    assert told[0] == "Screenshot 19:06"
    assert told[1].startswith("It is locked with a password of its own.")
    assert told[2] == "Same as the day you added it. Checked today, 12:00."


@pytest.mark.parametrize(
    ("state", "words", "icon"),
    [
        (FileCheckState(0, 0, 0, None), "What you add is copied in and kept unchanged.", "info"),
        (FileCheckState(3, 0, 0, None), "The files have not been checked yet.", "info"),
        (FileCheckState(3, 2, 0, NOON), "1 file has not been checked yet.", "info"),
        (FileCheckState(9, 2, 0, NOON), "7 files have not been checked yet.", "info"),
        (
            FileCheckState(112, 112, 0, NOON),
            "All 112 files are the same as the day you added them. Checked today, 12:00.",
            "check-circle",
        ),
        (
            FileCheckState(1, 1, 0, NOON.replace(day=3)),
            "The one file is the same as the day you added it. Checked 3 November 2026.",
            "check-circle",
        ),
        (
            FileCheckState(9, 2, 2, NOON),
            "2 files have changed since you added them.",
            "warning",
        ),
    ],
)
def test_the_foot_says_how_the_files_stand(state: FileCheckState, words: str, icon: str) -> None:
    assert check_sentence(state) == (words, icon)
