"""Reports that are being put together, and those that were saved: what the list of reports shows.

A draft lies among the drafts of the book. Of a saved file the book keeps its name, its pages, its
fingerprint and when it was made; where it went is kept nowhere.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from logbook.vault.drafts import Draft

if TYPE_CHECKING:
    from logbook.vault.vault import Vault

_PREFIX = "report:"
_SAVED = "saved reports"
SAVED_MOST = 500


@dataclass(frozen=True, slots=True)
class SavedReport:
    """A report that left the book as a file."""

    name: str  # of the file
    pages: int
    entries: int
    sha256: str  # hexadecimal
    saved_at: str  # ISO 8601 UTC


class Reports(NamedTuple):
    """Drafts, the newest first, and saved reports, the newest first."""

    drafts: list[Draft]
    saved: list[SavedReport]


def list_reports(vault: Vault) -> Reports:
    """Return every draft of a report and every report that was saved."""
    drafts = [one for one in vault.drafts.all() if one.key.startswith(_PREFIX)]
    return Reports(drafts, _read_saved(vault))


def new_report(vault: Vault, data: str) -> str:
    """Keep a new draft and return its key."""
    numbers = [_number(one.key) for one in vault.drafts.all()]
    key = f"{_PREFIX}{max(numbers, default=0) + 1}"
    vault.drafts.keep(key, data)
    return key


def read_report(vault: Vault, key: str) -> Draft | None:
    """Return a draft, None when it is gone."""
    return next((one for one in vault.drafts.all() if one.key == key), None)


def keep_report(vault: Vault, key: str, data: str) -> datetime:
    """Keep a draft as durably as an entry; returns when."""
    vault.drafts.keep(key, data)
    return datetime.now(UTC)


def drop_report(vault: Vault, key: str) -> None:
    """Forget a draft."""
    vault.drafts.drop(key)


def note_saved(vault: Vault, saved: SavedReport) -> None:
    """Remember that a report was saved, of the newest `SAVED_MOST`."""
    kept = [saved, *_read_saved(vault)][:SAVED_MOST]
    vault.settings.put(_SAVED, [asdict(one) for one in kept])


def put_saved(vault: Vault, saved: list[SavedReport]) -> None:
    """Replace the list of saved reports, such as without one of them."""
    vault.settings.put(_SAVED, [asdict(one) for one in saved])


def _read_saved(vault: Vault) -> list[SavedReport]:
    found = vault.settings.get(_SAVED, [])
    return [one for part in found if (one := _saved(part))] if isinstance(found, list) else []


def _saved(part: Any) -> SavedReport | None:  # noqa: ANN401 - a JSON value
    try:
        return SavedReport(
            name=str(part["name"]),
            pages=int(part["pages"]),
            entries=int(part["entries"]),
            sha256=str(part["sha256"]),
            saved_at=datetime.fromisoformat(part["saved_at"]).astimezone(UTC).isoformat(),
        )
    except (KeyError, TypeError, ValueError):  # kept by another version
        return None


def _number(key: str) -> int:
    number = key.removeprefix(_PREFIX)
    return int(number) if key.startswith(_PREFIX) and number.isdecimal() else 0
