"""Link messages to entries and take them out again; the journal keeps each as a version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from logbook.domain.entry import Kind
from logbook.domain.ids import EntryId, MessageId
from logbook.domain.message import Message
from logbook.domain.person import NewPerson, Role
from logbook.tasks.choose_messages import instant_of
from logbook.tasks.this_computer import zone_here
from logbook.vault.vault import Vault

_LEAST_DIGITS = 5
MOST = 2_000  # messages that are acted on at once: no report could print more of one entry


def link_messages(
    vault: Vault, entry: EntryId, messages: Sequence[MessageId]
) -> tuple[MessageId, ...]:
    """Add messages to an entry, behind those that it has; return those that are new to it.

    Raises `NoSuchItem`.
    """
    with vault.saving():
        what = vault.entries.get(entry).what
        here = set(what.messages)
        new = tuple(one for one in dict.fromkeys(messages) if one not in here)
        if new:
            vault.entries.edit(entry, replace(what, messages=what.messages + new))
    return new


def unlink_messages(vault: Vault, entry: EntryId, messages: Sequence[MessageId]) -> None:
    """Take messages out of an entry; they stay in the book. Raises `NoSuchItem`."""
    gone = set(messages)
    with vault.saving():
        what = vault.entries.get(entry).what
        left = tuple(one for one in what.messages if one not in gone)
        vault.entries.edit(entry, replace(what, messages=left))


def give_kind(vault: Vault, messages: Sequence[MessageId], kind: Kind) -> dict[MessageId, Kind]:
    """Give messages a kind and return what they had, so that it can be given back."""
    before = vault.message_kinds.of(messages)
    vault.message_kinds.give(messages, kind)
    return {one: before.get(one, Kind.NONE) for one in messages}


def give_kinds(vault: Vault, kinds: Mapping[MessageId, Kind]) -> None:
    """Give each message its own kind, in one save."""
    by_kind: dict[Kind, list[MessageId]] = {}
    for message, kind in kinds.items():
        by_kind.setdefault(kind, []).append(message)
    with vault.saving():
        for kind, messages in by_kind.items():
            vault.message_kinds.give(messages, kind)


class Told(NamedTuple):
    """What messages tell of the thing that happened: when it began, and who of the book wrote."""

    when: datetime | None = None
    people: tuple[str, ...] = ()


def told_by(vault: Vault, messages: Sequence[Message]) -> Told:
    """Return the time of the first message by this computer's clock, and the people who wrote.

    Only people whom the book knows, by their name, number or handle; nobody is made up.
    """
    zone = zone_here()
    instants = [instant_of(one.record, zone) for one in messages if one.record.local]
    senders = dict.fromkeys(
        one.record.sender for one in messages if one.record.sender and not one.record.sender_is_me
    )
    everyone = [one.what for one in vault.people.all() if one.what.role is not Role.ME]
    found = (next((who.name for who in everyone if _is(who, name)), "") for name in senders)
    when = min(instants).astimezone(ZoneInfo(zone)) if instants else None
    return Told(when, tuple(dict.fromkeys(filter(None, found))))


def _is(person: NewPerson, sender: str) -> bool:
    wanted = sender.strip().casefold()
    if wanted in {one.strip().casefold() for one in (person.name, *person.handles)}:
        return True
    digits = _digits(sender)
    return bool(digits) and digits in map(_digits, person.numbers)


def _digits(number: str) -> str:
    """Return the digits of what may be a telephone number; empty for a name."""
    digits = "".join(sign for sign in number if sign.isdecimal())
    is_number = len(digits) >= _LEAST_DIGITS and not any(sign.isalpha() for sign in number)
    return digits if is_number else ""
