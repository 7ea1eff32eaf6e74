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
            rows += _of_thread(material, exhibit, exhibit.thread)
        rows += [
            _of_file(file, exhibit.file_name(file), file_anchor(file.evidence))
            for file in exhibit.files
        ]
    rest = (file for file in material.dossier.files if file.evidence not in material.plan.of_file)
    return rows + [_of_file(file, "", None) for file in rest]


def _of_thread(material: Material, exhibit: Exhibit, place: int) -> list[ManifestRow]:
    thread = material.dossier.threads[place]
    kind = translate("Report", "Message export ({platform})", platform=thread.platform)
    sources = [(thread.source_name, thread.source_size_bytes, thread.source_sha256)]
    sources += [(later.name, later.size_bytes, later.sha256) for later in thread.later_sources]
    anchor = exhibit_anchor(exhibit.index)
    return [
        ManifestRow(exhibit.letter, name, kind, size_bytes, sha256, anchor)
        for name, size_bytes, sha256 in sources
    ]


def _of_file(file: DossierFile, name: str, anchor: Anchor | None) -> ManifestRow:
    kind = words.media(file.media_class)
    return ManifestRow(name, file.name, kind, file.size_bytes, file.sha256, anchor)
