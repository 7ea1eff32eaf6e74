"""Show the state of the record so that it can be proved later, and compare it with an anchor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import segno

from logbook.errors import FileUnreadable
from logbook.i18n import translate
from logbook.tasks.keep_file import writing
from logbook.vault.vault import Vault

CHECKPOINT_BYTES_MOST = 64 << 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing with an anchor shows; `size` is the number of revisions it covers."""

    code: str
    size: int

    @property
    def unchanged(self) -> bool:
        """Nothing that the anchor covers was changed."""
        return self.code == "unchanged"


def root_words(vault: Vault) -> tuple[str, ...]:
    """Return the full 256 bits of the record's state as words."""
    return vault.journal.words(vault.journal.root())


def save_checkpoint(vault: Vault, out: Path) -> None:
    """Write the signed checkpoint: a digest and a date, nothing of the content."""
    with writing(out) as sink:
        sink.write(vault.journal.checkpoint_text().encode())


def checkpoint_qr(vault: Vault) -> str:
    """Return the signed checkpoint as an SVG picture of a QR code."""
    code = segno.make(vault.journal.checkpoint_text(), error="m", micro=False)
    return str(code.svg_inline(scale=4))


def compare(vault: Vault, anchor: Path) -> Verdict:
    """Compare the record with a checkpoint that was kept outside."""
    try:
        with anchor.open("rb") as stream:
            text = stream.read(CHECKPOINT_BYTES_MOST).decode("utf-8", "replace")
    except OSError as error:
        raise FileUnreadable(error.strerror or "cannot be read", where=anchor.name) from error
    found = vault.journal.compare(text)
    return Verdict(found.code, found.size)


def say(verdict: Verdict) -> str:
    """Say the verdict in words that promise nothing more."""
    words = {
        "unchanged": translate(
            "Anchor",
            "Nothing before this was changed: the first {size} revisions are in the form they had"
            " at the anchor's date. It does not show that they are true or complete.",
            size=verdict.size,
        ),
        "changed": translate(
            "Anchor", "Something that this anchor covers was changed after it was made."
        ),
        "newer": translate(
            "Anchor", "This anchor is newer than the book: the book is an older copy."
        ),
        "other_book": translate("Anchor", "This anchor was made by another book."),
        "unreadable": translate("Anchor", "This file is not an anchor, or it was damaged."),
    }
    return words[verdict.code]
