"""Which file is open, and those among which the person goes from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from logbook.domain.ids import EvidenceId
from logbook.i18n import translate
from logbook.ui.words import locale

_STRIP_LEAST = 2  # one file needs no strip
_PLACES_KEPT = 200  # how many files around the open one are there again after unlocking


@dataclass(slots=True)
class Among:
    """The open file and its neighbours; a book may have 100,000 of them."""

    current: EvidenceId | None = None
    files: list[EvidenceId] = field(default_factory=list)
    heading: str = ""  # what they have in common, such as the title of an entry

    @property
    def has_strip(self) -> bool:
        """Whether there is another file to go to."""
        return len(self.files) >= _STRIP_LEAST

    def beside(self, step: int) -> EvidenceId | None:
        """Return the file some steps on, None where there is none."""
        if self.current not in self.files:
            return None
        at = self.files.index(self.current) + step
        return self.files[at] if 0 <= at < len(self.files) else None

    def take_out(self, gone: EvidenceId) -> None:
        """Forget a file; where it is the open one, the one that takes its place is opened."""
        if gone in self.files:
            at = self.files.index(gone)
            self.files = self.files[:at] + self.files[at + 1 :]
            if gone == self.current and self.files:
                self.current = self.files[min(at, len(self.files) - 1)]
        if gone == self.current:
            self.current = None

    def near(self) -> list[EvidenceId]:
        """Return the files around the open one, few enough to be kept as a place."""
        if len(self.files) <= _PLACES_KEPT:
            return self.files
        at = self.files.index(self.current) if self.current in self.files else 0
        return self.files[max(at - _PLACES_KEPT // 2, 0) :][:_PLACES_KEPT]

    def number_words(self) -> str:
        """Return which one of how many is open, such as "3 of 7"; empty where it is alone."""
        if not self.has_strip or self.current not in self.files:
            return ""
        number = locale().toString(self.files.index(self.current) + 1)
        count = locale().toString(len(self.files))
        if not self.heading:
            return translate("Viewer", "{number} of {count}", number=number, count=count)
        return translate(
            "Viewer",
            "{number} of {count} in “{heading}”",
            number=number,
            count=count,
            heading=self.heading,
        )


def among_of(current: int, files: object, heading: object) -> Among:
    """Return what the arguments of the page ask for; what is not as it should be is left out."""
    return Among(EvidenceId(current), _numbers(files), heading if isinstance(heading, str) else "")


def _numbers(files: object) -> list[EvidenceId]:
    """Return the files that a page asks to be among; they may be very many."""
    if not isinstance(files, (list, tuple)) or set(map(type, files)) - {int}:
        return []
    return list(files)
