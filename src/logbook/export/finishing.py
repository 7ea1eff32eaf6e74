"""The last step before writing: PDF/A-2b, neutral metadata, dates from the dossier alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pikepdf
from pikepdf import Name, pdfa

from logbook.export.validating import FLAVOUR


def prepare(pdf: pikepdf.Pdf, made_at: datetime) -> None:
    """Make a document acceptable to PDF/A-2b, with every date set to when it was asked for.

    pikepdf would write the time of the computer in its own zone; both would tell something about
    the person and make the bytes differ (R48, R53).
    """
    when = made_at.astimezone(UTC).replace(microsecond=0)
    stamp = f"D:{when:%Y%m%d%H%M%S}+00'00'"
    title = pdf.docinfo.get(Name.Title)
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    if title is not None:
        pdf.docinfo[Name.Title] = title
    pdf.docinfo[Name.CreationDate] = pikepdf.String(stamp)
    pdf.docinfo[Name.ModDate] = pikepdf.String(stamp)
    pdfa.prepare(pdf, FLAVOUR)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[name] = f"{when:%Y-%m-%dT%H:%M:%S}+00:00"


def save_settings() -> dict[str, Any]:
    """Return how to write the file: compressed, and named by its content."""
    settings = pdfa.resolve_save_kwargs(pdfa.Flavour(FLAVOUR), deterministic_id=True)
    del settings["progress"]
    return settings
