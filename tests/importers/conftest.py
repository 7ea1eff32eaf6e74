"""Files for the importers' tests: the corpus beside the project, and backups written here."""

import csv
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from logbook.domain.message import Answers, MessageRecord, NotUnderstood
from logbook.domain.progress import SILENT
from logbook.importers.sms_backup_reader import SmsBackupReading
from logbook.importers.source import Source

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of files that others wrote; tests that need it are skipped without it."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside the project")
    return CORPUS


@pytest.fixture(scope="session")
def manifest(corpus: Path) -> dict[str, dict[str, str]]:
    """What the corpus holds: path to row."""
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        return {row["path"]: row for row in csv.DictReader(file, delimiter="\t")}


@pytest.fixture
def make_zip(tmp_path: Path) -> Callable[..., Path]:
    """Write a zip of the members given as (name, bytes), packed unless told otherwise."""

    def make(
        *members: tuple[str, bytes], name: str = "export.zip", method: int = zipfile.ZIP_DEFLATED
    ) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", method) as archive:
            for member, data in members:
                archive.writestr(member, data)
        return path

    return make


class Read:
    """Everything that one reading of a backup gave."""

    def __init__(self, source: Source, zone: str = "", block_bytes: int = 1 << 20) -> None:
        reading = SmsBackupReading(source, zone, SILENT, block_bytes)
        self.items = list(reading.items())
        self.warnings = reading.warnings
        self.records = [item for item in self.items if isinstance(item, MessageRecord)]
        self.lost = [item for item in self.items if isinstance(item, NotUnderstood)]
        self.conversations = [
            item for item in self.items if not isinstance(item, MessageRecord | NotUnderstood)
        ]

    @property
    def texts(self) -> list[str]:
        return [record.text for record in self.records]


@pytest.fixture
def read_sms(tmp_path: Path) -> Callable[..., Read]:
    """Read the bytes of an SMS backup."""

    def read(data: bytes, zone: str = "", block_bytes: int = 1 << 20) -> Read:
        path = tmp_path / "sms.xml"
        path.write_bytes(data)
        with Source.open(path) as source:
            return Read(source, zone, block_bytes)

    return read


def attributes(fields: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f" {name}='{value}'" if '"' in value else f' {name}="{value}"' for name, value in fields
    )


@pytest.fixture
def sms() -> Callable[..., str]:
    """Write a text message as the app does; fields by keyword, None leaves one out."""

    def write(body: str | None = "hello", **changes: str | None) -> str:
        fields: dict[str, str | None] = {
            "protocol": "0",
            "address": "+15550100001",
            "date": "1700000000000",
            "type": "1",
            "subject": "null",
            "body": body,
            "toa": "null",
            "sc_toa": "null",
            "service_center": "null",
            "read": "1",
            "status": "-1",
            "locked": "0",
            "date_sent": "1699999999000",
            "sub_id": "1",
            "readable_date": "Nov 14, 2023 5:13:20 PM",
            "contact_name": "Ana",
        }
        fields |= changes
        known = [(name, value) for name, value in fields.items() if value is not None]
        return f"  <sms{attributes(known)} />\n"

    return write


@pytest.fixture
def mms() -> Callable[..., str]:
    """Write a multimedia message: its parts and addresses as ready tags."""

    def write(parts: str = "", addrs: str = "", **changes: str | None) -> str:
        fields: dict[str, str | None] = {
            "date": "1700000100000",
            "msg_box": "1",
            "m_type": "132",
            "address": "+15550100001",
            "sub": "null",
            "contact_name": "Ana",
            "readable_date": "Nov 14, 2023 5:15:00 PM",
        }
        fields |= changes
        known = [(name, value) for name, value in fields.items() if value is not None]
        return (
            f"  <mms{attributes(known)}>\n    <parts>\n{parts}    </parts>\n"
            f"    <addrs>\n{addrs}    </addrs>\n  </mms>\n"
        )

    return write


@pytest.fixture
def backup() -> Callable[..., bytes]:
    """Put records into a backup with the app's own head."""

    def wrap(*records: str, root: str = "smses", count: int | None = None) -> bytes:
        count = len(records) if count is None else count
        head = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
        head += "<!--File Created By SMS Backup & Restore v10.20.002 on 20/09/2026 18:00:00-->\n"
        head += '<?xml-stylesheet type="text/xsl" href="sms.xsl"?>\n'
        head += f'<{root} count="{count}" backup_set="a-b" type="full">\n'
        return f"{head}{''.join(records)}</{root}>\n".encode()

    return wrap


@pytest.fixture
def answers() -> Answers:
    """Answers of somebody in New York."""
    return Answers(zone="America/New_York")
