"""What a person hears about a book that opened though something beside its record was not right."""

from __future__ import annotations

from collections.abc import Iterable

from logbook.i18n import translate
from logbook.vault.notices import Notice
from logbook.vault.record_check import Problem

# Faults of the small files beside the database. Opening mends them, so that a check which looks at
# the files alone would find nothing any more.
_FAULTS = {
    Notice.HEADER_COPY_USED: "vault.hdr",
    Notice.HEADER_OLDER: "vault.hdr",
    Notice.STATE_MISSING: "vault.state",
    Notice.STATE_DAMAGED: "vault.state",
    Notice.STATE_BEHIND: "vault.state",
}
_GOOD_TO_KNOW = {
    Notice.HEADER_COPY_USED,
    Notice.STATE_BEHIND,
    Notice.NOT_CLOSED,
    Notice.SAVE_DROPPED,
    Notice.MIGRATED,
}


def say_notice(notice: Notice) -> str:
    """Return what a notice means, and what helps."""
    return {
        Notice.HEADER_COPY_USED: translate(
            "Notice",
            "The first copy of the header was damaged or missing. The second copy opened the book,"
            " and the first is mended.",
        ),
        Notice.HEADER_OLDER: translate(
            "Notice",
            "An earlier header was put back: a passphrase or recovery code from before the last"
            " change opens the book again. If you did not do this, change the passphrase now.",
        ),
        Notice.STATE_MISSING: translate(
            "Notice",
            "The file vault.state was missing, so it cannot be told whether this is the newest copy"
            " of the book. Look whether your last entries are here.",
        ),
        Notice.STATE_DAMAGED: translate(
            "Notice",
            "The file vault.state was damaged or not of this book, so it cannot be told whether"
            " this is the newest copy of the book. Look whether your last entries are here.",
        ),
        Notice.STATE_BEHIND: translate(
            "Notice",
            "The file vault.state was older than the book, as when an earlier one is put back."
            " Nothing of the record is missing.",
        ),
        Notice.NOT_CLOSED: translate(
            "Notice", "The book was not closed the last time. Everything that was saved is here."
        ),
        Notice.SAVE_DROPPED: translate(
            "Notice",
            "The last save before the program ended was not finished and is not here. Nothing that"
            " was said to be saved is missing.",
        ),
        Notice.OLDER_ACCEPTED: translate(
            "Notice",
            "This copy is older than the one last used here and was opened all the same. The record"
            " says so.",
        ),
        Notice.RESERVE_USED: translate(
            "Notice",
            "The disk is full. The space that was set aside for the last save is used up. Make room"
            " before you go on.",
        ),
        Notice.RESERVE_MISSING: translate(
            "Notice",
            "The disk is nearly full: no space could be set aside for a last save. Make room soon.",
        ),
        Notice.MIGRATED: translate(
            "Notice",
            "The book was brought to the form of this version. A copy of the one before is kept"
            " beside it.",
        ),
    }[notice]


def asks_for_care(notices: Iterable[Notice]) -> bool:
    """Tell whether one of them is something to act on, not only good to know."""
    return not set(notices) <= _GOOD_TO_KNOW


def faults(notices: Iterable[Notice]) -> list[Problem]:
    """Return those notices that a check of the book must name, each with the file it is about."""
    return [Problem(one.value, _FAULTS[one]) for one in notices if one in _FAULTS]
