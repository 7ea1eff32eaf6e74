"""How marks and traits of entries look and what they are called."""

from __future__ import annotations

from logbook.domain.entry import Mark
from logbook.domain.selection import Trait
from logbook.i18n import translate

MARK_ICONS = {Mark.STAR: "star", Mark.LATER: "hourglass-medium"}
TRAIT_ICONS = {
    Trait.CHANGED: "pencil-simple",
    Trait.LATE: "calendar-check",
    Trait.TIMELESS: "clock",
}


def mark_name(mark: Mark) -> str:
    """Return the words for a mark."""
    return {
        Mark.STAR: translate("Mark", "Starred"),
        Mark.LATER: translate("Mark", "To finish"),
    }[mark]


def trait_name(trait: Trait) -> str:
    """Return the words for what is so of an entry by itself."""
    return {
        Trait.CHANGED: translate("Mark", "Changed later"),
        Trait.LATE: translate("Mark", "Written after a week"),
        Trait.TIMELESS: translate("Mark", "Time not known"),
    }[trait]


def trait_meaning(trait: Trait) -> str:
    """Return a sentence that says exactly which entries have a trait."""
    return {
        Trait.CHANGED: translate("Mark", "Entries with more than one version"),
        Trait.LATE: translate("Mark", "Entries written more than seven days after it was over"),
        Trait.TIMELESS: translate("Mark", "Entries of which the time of day is not known"),
    }[trait]
