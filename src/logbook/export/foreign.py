"""What the helper process does with documents: cleans foreign ones, validates our own."""

from __future__ import annotations

from typing import Any

from pikepdf import pdfa

from logbook.export.cleaning import clean
from logbook.export.validating import FLAVOUR

_Answer = tuple[dict[str, Any], bytes]


def clean_document(fields: dict[str, Any], body: bytes) -> _Answer:
    """Answer with the harmless pages of a document."""
    cleaned = clean(body, with_words_beside=bool(fields.get("beside")))
    said = {
        "problem": cleaned.problem,
        "pages": cleaned.pages,
        "words": cleaned.words,
        "unread": cleaned.unread,
        "unseen": cleaned.unseen,
        "beside": cleaned.beside,
    }
    return said, cleaned.data


def validate(fields: dict[str, Any], _body: bytes) -> _Answer:
    """Answer whether a written report is what it claims to be."""
    report = pdfa.validate_written(fields["path"], FLAVOUR)
    rules = sorted({finding.rule for finding in report.findings})
    return {"passed": report.passed, "rules": rules[:5]}, b""
