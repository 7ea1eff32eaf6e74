"""How old the last backup is, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.ui.backup_age import backup_age

NOW = datetime(2026, 11, 14, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "words", "old"),
    [
        (-5, "Backed up today", False),
        (1, "Backed up today", False),
        (25, "Backed up 1 day ago", False),
        (24 * 14 + 1, "Backed up 14 days ago", False),
        (24 * 15, "Backed up 15 days ago", True),
    ],
)
def test_days_are_counted_and_old_from_two_weeks_on(hours: int, words: str, old: bool) -> None:  # noqa: FBT001 - a case
    assert backup_age((NOW - timedelta(hours=hours)).isoformat(), NOW) == (words, old)


@pytest.mark.parametrize("kept", ["", None, 3, "yesterday"])
def test_what_cannot_be_read_is_no_backup(kept: object) -> None:
    assert backup_age(kept, NOW) == ("Not backed up yet", False)
