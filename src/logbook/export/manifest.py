"""Every source file of a report with its fingerprint and where it is shown."""

from __future__ import annotations

from typing import NamedTuple

from logbook.domain.dossier import DossierFile
from logbook.domain.ids import Sha256
from logbook.export import words
from logbook.export.material import Material, exhibit_anchor, file_anchor
from logbook.export.pages import Anchor
from logbook.export.plan import Exhibit
from logbook.i18n import translate


class ManifestRow(NamedTuple):
    """A source file; `anchor` is where its pages start, None where it is not in an exhibit."""

    id: str
    name: str
    kind: str
    size_bytes: int
    sha256: Sha256
    anchor: Anchor | None


def manifest(material: Material) -> list[ManifestRow]:
    """Return every file in the order of the exhibits, then those that are in none."""
    rows: list[ManifestRow] = []
    for exhibit in material.plan.exhibits:
        if exhibit.thread is not None:
            rows.append(_of_thread(material, exhibit, exhibit.thread))
        rows += [
            _of_file(file, exhibit.file_name(file), file_anchor(file.evidence))
            for file in exhibit.files
        ]
    rest = (file for file in material.dossier.files if file.evidence not in material.plan.of_file)
    return rows + [_of_file(file, "", None) for file in rest]


def _of_thread(material: Material, exhibit: Exhibit, place: int) -> ManifestRow:
    thread = material.dossier.threads[place]
    return ManifestRow(
        exhibit.letter,
        thread.source_name,
        translate("Report", "Message export ({platform})", platform=thread.platform),
        thread.source_size_bytes,
        thread.source_sha256,
        exhibit_anchor(exhibit.index),
    )


def _of_file(file: DossierFile, name: str, anchor: Anchor | None) -> ManifestRow:
    kind = words.media(file.media_class)
    return ManifestRow(name, file.name, kind, file.size_bytes, file.sha256, anchor)
