"""Link messages to entries and take them out again; the journal keeps each as a version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from logbook.domain.entry import Kind
from logbook.domain.ids import EntryId, MessageId
from logbook.vault.vault import Vault

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
