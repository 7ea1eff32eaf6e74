"""Make the stored vault of the present schema, once per release: `make.py FOLDER`.

A released schema's vault is never made again: the tests open each with every later version. While
a schema is unreleased and still changes, making it again replaces the file.
"""

from __future__ import annotations

import io
import json
import shutil
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from logbook.domain.entry import AuthorityReport, EntryText, Kind
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.domain.selection import EntryFilter
from logbook.vault import migrations
from logbook.vault.evidence import NewEvidence
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

HERE = Path(__file__).parent
PASSPHRASE = b"quiet lantern orbit saddle mango"
ALL = EntryFilter()
STORED = ("log.db", "vault.hdr", "vault.hdr.bak", "vault.state")


def write(vault: Vault) -> None:
    """Put one of everything in; all of it is made up."""
    person = vault.people.add(NewPerson("Robin Field", Role.WITNESS, numbers=("+1 202 555 0100",)))
    photo = vault.evidence.add(
        NewEvidence("photo.txt", "file", FileFacts("text/plain", MediaClass.TEXT)),
        io.BytesIO(b"not really a photo"),
    )
    when = Moment(Precision.EXACT, datetime(2026, 3, 4, 20, 15, tzinfo=UTC), zone="UTC", raw="8:15")
    first = vault.entries.add(
        EntryText(
            text="Called eleven times. שלום مرحبا 日本語 🙂",
            happened=when,
            kind=Kind.CALLS,
            place="at home",
            report=AuthorityReport(agency="Police", number="A-1", outcome="refused"),
            people=(person.id,),
            evidence=(photo.id,),
            private_note="for me alone",
        )
    )
    vault.entries.edit(first.id, EntryText(text="Called twelve times.", happened=when))
    vault.entries.add(EntryText(text="Left a bag at the door."))
    vault.drafts.keep("new", json.dumps({"text": "half a sentence"}))
    vault.settings.put("language", "es")


def read(vault: Vault) -> dict[str, object]:
    """Return what a later version must read from the same vault."""
    entries = [vault.entries.get(row.id) for row in vault.entries.rows(ALL, 0, 100)]
    return {
        "entries": [
            [entry.number, entry.what.text, entry.version, entry.recorded_at.isoformat()]
            for entry in entries
        ],
        "first": [
            [what.text, what.happened.raw, what.kind, what.private_note, what.report.number]
            for entry in entries
            if (what := vault.entries.versions(entry.id)[0].what)
        ],
        "people": [person.what.name for person in vault.people.all()],
        "evidence": [[one.name, one.sha256.hex()] for one in vault.evidence.all()],
        "originals": [vault.evidence.open(one.id).read().hex() for one in vault.evidence.all()],
        "draft": vault.drafts.get("new"),
        "language": vault.settings.get("language", ""),
        "found": vault.search("twelve").total,
        "journal": [vault.journal.size, vault.journal.root().hex()],
    }


def main() -> None:
    """Write `schema-N.zip` and `schema-N.json`; the folder given is for work in between."""
    name = f"schema-{migrations.newest()}"
    folder = Path(sys.argv[1]) / name
    vault, _code = Vault.create(folder, Secret(bytearray(PASSPHRASE)), cost=CHEAPEST_COST)
    write(vault)
    expected = read(vault)
    vault.close()
    with zipfile.ZipFile(HERE / f"{name}.zip", "w") as archive:
        for stored in STORED:
            archive.write(folder / stored, stored)
    text = json.dumps(expected, indent=1, ensure_ascii=True)
    (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
