"""Who wrote to whom, by number or handle and not by a contact's name alone (R30)."""

from __future__ import annotations

import re

from logbook.domain.dossier import Dossier, DossierMessage, DossierThread
from logbook.export.typesetting import named
from logbook.i18n import translate

_MISLEADING = re.compile("[\u202d\u202e\n\r\v\f\x85\u2028\u2029]")
_FEWEST_DIGITS = 5  # a number or handle has these, or an @
_MOST_NAMED = 4  # recipients that are named in each message; more are named once


def apart(text: str) -> str:
    """Return a foreign text so that its direction marks cannot reorder what stands beside it."""
    if text.isascii():
        return text
    return f"\u2068{text}\u2069"  # first strong isolate (UAX #9)


def printed_name(untrusted_name: str) -> str:
    """Return the name of a file as it is, on one line.

    An override of direction makes `gpj.exe` out of `exe.jpg`: it is shown and not obeyed.
    """
    return apart(_MISLEADING.sub(lambda found: named(found[0]), untrusted_name))


def is_identifier(raw: str) -> bool:
    """Return whether a name in an export is a number or a handle by itself."""
    digits = sum(mark.isdigit() for mark in raw)
    return digits >= _FEWEST_DIGITS or "@" in raw


class People:
    """The people of one conversation as the report names them."""

    def __init__(self, dossier: Dossier, thread: DossierThread) -> None:
        self._petitioner = dossier.caption.petitioner
        self._replaced = {name.casefold() for name in dossier.protected}
        self._names: dict[str, str] = {}
        for message in thread.messages:
            if message.sender_name:
                self._names.setdefault(message.record.sender, message.sender_name)
        self.participants = [raw for raw in thread.participants if raw]
        self._in_later = {
            number: [raw for raw in later.participants if raw]
            for later in thread.later_sources
            for number in later.numbers
        }
        self._labels: dict[str, str] = {}
        self._mine = next((m.record.sender for m in thread.messages if m.record.sender_is_me), None)

    def label(self, raw: str) -> str:
        """Return name and number, or that the number is not in the export."""
        if raw not in self._labels:
            self._labels[raw] = self._label(raw)
        return self._labels[raw]

    def _label(self, raw: str) -> str:
        name = self._names.get(raw) or self._who(raw)
        if not raw and not name:
            return translate("Report", "not recorded")
        if not is_identifier(raw):
            return translate("Report", "{name} (number not recorded)", name=apart(name))
        if name == raw:
            return apart(raw)
        return translate("Report", "{name} ({number})", name=apart(name), number=apart(raw))

    def _who(self, raw: str) -> str:
        """Return a name or number of an export, with the petitioner in the chosen form."""
        return self._petitioner if raw.casefold() in self._replaced else raw

    def sender(self, message: DossierMessage) -> str:
        """Return who wrote a message."""
        return self.label(message.record.sender)

    def recipients(self, message: DossierMessage) -> str:
        """Return to whom a message went: as recorded, else all others that its export names."""
        to = list(message.record.recipients)
        if not to:
            sender = message.record.sender
            people = self._in_later.get(message.number, self.participants)
            to = [raw for raw in people if raw != sender]
            if self._mine is not None and sender != self._mine and self._mine not in to:
                to.append(self._mine)
        if not to:
            if message.record.sender_is_me is False:
                return self._petitioner
            return translate("Report", "not recorded")
        if len(to) > _MOST_NAMED:
            return translate("Report", "all {n} others named on the sheet", n=len(to))
        return ", ".join(self.label(raw) for raw in to)
