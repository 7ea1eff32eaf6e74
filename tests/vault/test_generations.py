"""Names of backups that stand side by side tell their order."""

from datetime import UTC, datetime
from pathlib import Path

from logbook.vault import generations

NOW = datetime(2026, 11, 22, 2, 41, 42, tzinfo=UTC)
STEM = "backup-2026-11-22-024142"


def test_the_first_of_a_second_has_no_number(tmp_path: Path) -> None:
    (tmp_path / "backup-2026-11-22-024141.logbook").touch()
    assert generations.new_name(tmp_path, NOW).name == f"{STEM}.logbook"


def test_one_more_of_a_second_stands_behind_all_that_are_left_of_it(tmp_path: Path) -> None:
    for number in (2, 9, 10):
        (tmp_path / f"{STEM}-{number}.logbook").touch()
    (tmp_path / f"{STEM}-99.logbook.part").touch()
    assert generations.new_name(tmp_path, NOW).name == f"{STEM}-11.logbook"
