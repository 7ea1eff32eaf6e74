"""Backups that others wrote give the counts that the manifest states."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from logbook.domain.message import Answers, MessageRecord
from logbook.domain.progress import SILENT
from logbook.importers.registry import recognise
from logbook.importers.source import Source

FILES = (
    "locket__sms_backup.xml",
    "sms-backup-restore-parser__edge_cases.xml",
    "sms-backup-restore-parser__malformed.xml",
    "sms-backup-restore-parser__minimal_calls.xml",
    "sms-backup-restore-parser__minimal_mms.xml",
    "sms-backup-restore-parser__minimal_sms.xml",
    "sms-backup-restore-parser__mixed.xml",
)


def test_every_backup_of_the_corpus_is_tested(corpus: Path) -> None:
    assert sorted(path.name for path in (corpus / "smsbackuprestore").iterdir()) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_backup_gives_its_count_and_its_dates(
    corpus: Path, manifest: dict[str, dict[str, str]], name: str
) -> None:
    row = manifest[f"smsbackuprestore/{name}"]
    stated = [int(n) for n in re.findall(r"(\d+) (?:sms|mms|call)", row["messages"])]
    with Source.open(corpus / "smsbackuprestore" / name) as source:
        importer = recognise(source)
        look = importer.examine(source, SILENT)
        records = [
            item
            for item in importer.read(source, Answers(), SILENT)
            if isinstance(item, MessageRecord)
        ]
    assert importer.info.id == "sms-backup-restore"
    assert look.records == sum(stated)
    assert len(records) + len(look.not_understood) == sum(stated)
    instants = sorted(r.instant_ms for r in records if r.instant_ms is not None)
    if row["first_timestamp"]:
        assert str(instants[0]) == row["first_timestamp"]
        assert str(instants[-1]) == row["last_timestamp"]


def test_a_written_date_is_the_wall_clock_in_the_suggested_zone(corpus: Path) -> None:
    with Source.open(corpus / "smsbackuprestore" / FILES[0]) as source:
        importer = recognise(source)
        zone = importer.examine(source, SILENT).questions[0].suggestion
        first = next(
            item
            for item in importer.read(source, Answers(zone=zone), SILENT)
            if isinstance(item, MessageRecord)
        )
    assert first.local == "2025-01-15T10:00:00.000"
    assert '"readable_date":"Jan 15, 2025 10:00:00 AM"' in first.extra
    assert first.instant_ms == datetime(2025, 1, 15, 10, tzinfo=UTC).timestamp() * 1000
