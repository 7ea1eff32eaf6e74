"""What people are called in a report: the petitioner in the chosen form, the others by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from logbook.domain.ids import PersonId
from logbook.domain.message import Message
from logbook.domain.person import NewPerson, Person, Role, telling_parts
from logbook.domain.selection import NameForm
from logbook.errors import UsageError
from logbook.i18n import translate


def petitioner_named(me: NewPerson | None, form: NameForm) -> str:
    """Return how a report calls the person who keeps the book.

    Raises `UsageError` where the legal name is asked for and the book does not have it.
    """
    if form is NameForm.LEGAL:
        if me is None or not me.legal_name:
            raise UsageError("no legal name is kept in this book", where="legal")
        return me.legal_name
    if form is NameForm.PETITIONER or me is None:
        return translate("Report", "Petitioner")
    if form is NameForm.WORKING:
        return me.working_name or me.name
    return _initials(me.legal_name or me.working_name or me.name)


class Names:
    """How each person is called in this report; sealed forms that are not chosen are protected."""

    def __init__(self, people: Iterable[Person], form: NameForm) -> None:
        known = list(people)
        self._by_id = {person.id: person for person in known}
        self._form = form
        self._me = next((person for person in known if person.what.role is Role.ME), None)

    @property
    def petitioner(self) -> str:
        """The petitioner in the chosen form."""
        return petitioner_named(self._me.what if self._me is not None else None, self._form)

    @property
    def respondent(self) -> str:
        """The people responsible, as the book names them."""
        return ", ".join(
            person.what.name
            for person in self._by_id.values()
            if person.what.role is Role.RESPONSIBLE
        )

    @property
    def protected(self) -> tuple[str, ...]:
        """Names of the petitioner that this report must not contain."""
        if self._me is None or self._form is NameForm.LEGAL:
            return ()
        what = self._me.what
        hidden = {what.legal_name}
        if self._form in {NameForm.INITIALS, NameForm.PETITIONER} and what.legal_name:
            hidden.discard(what.working_name)
        return tuple(sorted(name for name in hidden if name and name != self.petitioner))

    @property
    def protected_parts(self) -> tuple[str, ...]:
        """Words of the hidden names that no name which may be read shares with them."""
        if self._me is None:
            return ()
        others = [one.what.name for one in self._by_id.values() if one.what.role is not Role.ME]
        shown = [self.petitioner, self._me.what.working_name, *others]
        parts = (part for name in self.protected for part in telling_parts(name, shown))
        return tuple(dict.fromkeys(parts))

    def of(self, ids: Sequence[PersonId]) -> tuple[str, ...]:
        """Return the names of these people in this report."""
        return tuple(
            self.petitioner if person.what.role is Role.ME else person.what.name
            for person in (self._by_id[one] for one in ids if one in self._by_id)
        )

    def of_sender(self, message: Message) -> str:
        """Return the name of a message's sender in this report."""
        return self.petitioner if message.record.sender_is_me else message.record.sender


def _initials(name: str) -> str:
    parts = [part for part in re.split(r"[\s\-]+", name) if part]
    return " ".join(f"{part[0].upper()}." for part in parts) or translate("Report", "Petitioner")
