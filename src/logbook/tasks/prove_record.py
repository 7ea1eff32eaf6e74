"""Show the state of the record so that it can be proved later, and compare it with an anchor."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import segno

from logbook.domain.checkpoint import Comparison, Verdict
from logbook.domain.progress import SILENT, Progress
from logbook.errors import FileUnreadable
from logbook.i18n import translate
from logbook.tasks.save_outside import writing_outside
from logbook.vault.files import open_plain
from logbook.vault.vault import Vault

ANCHOR_BYTES_MOST = 64 << 10


def root_words(vault: Vault) -> tuple[str, ...]:
    """Return the full 256 bits of the record's state as words."""
    return vault.journal.words(vault.journal.root())


def save_checkpoint(vault: Vault, out: Path) -> None:
    """Write the signed checkpoint: a digest and a size, nothing of the content."""
    with writing_outside(vault, out) as sink:
        sink.write(vault.journal.checkpoint_text().encode())


def save_checkpoint_qr(vault: Vault, out: Path) -> None:
    """Write the signed checkpoint as an SVG picture of a QR code, to be printed."""
    with writing_outside(vault, out) as sink:
        write_checkpoint_qr(vault, sink)


def write_checkpoint_qr(vault: Vault, sink: BinaryIO) -> None:
    """Write the picture to an open sink, such as one in memory."""
    code = segno.make(vault.journal.checkpoint_text(), error="m", micro=False)
    code.save(sink, kind="svg", scale=4)


def compare(vault: Vault, anchor: Path, progress: Progress = SILENT) -> Comparison:
    """Compare the record with a checkpoint, or a root in hex or words, that was kept outside."""
    try:
        with open_plain(anchor) as stream:
            text = stream.read(ANCHOR_BYTES_MOST).decode("utf-8", "replace")
    except OSError as error:
        raise FileUnreadable(error.strerror or "cannot be read", where=anchor.name) from error
    return vault.journal.compare(text, progress)


def say(found: Comparison) -> str:
    """Say the verdict in words that promise nothing more than it shows."""
    return {
        Verdict.UNCHANGED: translate(
            "Anchor",
            "Nothing before this was changed: what was recorded by then has the form it had."
            " It does not show that it is true or complete.",
        ),
        Verdict.CHANGED: translate(
            "Anchor", "Something that this anchor covers was changed after it was made."
        ),
        Verdict.OTHER_BOOK: translate("Anchor", "This anchor was made by another book."),
        Verdict.NEWER: translate(
            "Anchor", "This anchor is newer than the book: the book is an older copy."
        ),
        Verdict.NOT_GENUINE: translate(
            "Anchor",
            "This anchor was not signed by this book, or was changed since, so it shows nothing.",
        ),
        Verdict.NOT_FOUND: translate(
            "Anchor",
            "This fingerprint was never that of this book: it is mistyped, of another book, or"
            " something was changed.",
        ),
        Verdict.UNREADABLE: translate("Anchor", "This file is not an anchor, or it is damaged."),
    }[found.verdict]
