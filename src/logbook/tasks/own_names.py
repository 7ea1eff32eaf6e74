"""The person's own names, which are kept in the book and printed only in the form chosen."""

from __future__ import annotations

from dataclasses import replace

from logbook.domain.person import NewPerson, Person, Role
from logbook.i18n import translate
from logbook.vault.vault import Vault


def read_me(vault: Vault) -> NewPerson | None:
    """Return what the book knows of the person who keeps it."""
    me = _me(vault)
    return me.what if me is not None else None


def keep_my_names(vault: Vault, *, working_name: str = "", legal_name: str = "") -> None:
    """Keep names that were typed for a report; an empty one leaves what is there as it is."""
    me = _me(vault)
    if me is None:
        if not (working_name or legal_name):
            return
        # The legal name stays sealed: lists show the working name, or no name at all.
        shown = working_name or translate("People", "Me")
        what = NewPerson(shown, Role.ME, working_name=working_name, legal_name=legal_name)
        vault.people.add(what)
        return
    changed = replace(
        me.what,
        working_name=working_name or me.what.working_name,
        legal_name=legal_name or me.what.legal_name,
    )
    if changed != me.what:
        vault.people.edit(me.id, changed)


def _me(vault: Vault) -> Person | None:
    return next((one for one in vault.people.all() if one.what.role is Role.ME), None)
