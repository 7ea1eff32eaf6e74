"""What kind of thing a message is, as the person sees it; the journal knows each change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from logbook.domain.entry import Kind
from logbook.domain.ids import MessageId
from logbook.errors import NoSuchItem
from logbook.vault.journal import Journal
from logbook.vault.kept_words import read_word
from logbook.vault.messages import AMONG, SHOWN
from logbook.vault.sql import statement
from logbook.vault.store import Store

SUBJECT = "messages"
_CHANGE = "message.kind"


class MessageKinds:
    """Kinds given to messages. A message whose import is undone takes its kind along."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def of(self, messages: Iterable[MessageId]) -> dict[MessageId, Kind]:
        """Return the kinds of those messages that have one; an unknown one counts as other."""
        rows = self._store.con.execute(
            "SELECT message, kind FROM message_kind"
            " WHERE message IN (SELECT value FROM json_each(?)) ORDER BY message",
            (json.dumps(list(messages)),),
        ).fetchall()
        return {MessageId(message): read_word(kind, Kind.OTHER) for message, kind in rows}

    def give(self, messages: Sequence[MessageId], kind: Kind) -> None:
        """Give messages a kind, or take it from them with `Kind.NONE`; one revision for all.

        Messages that have it already are left out. Raises `NoSuchItem`.
        """
        wanted = sorted(set(messages))
        with self._store.saving():
            self._refuse_unknown(wanted)
            before = self.of(wanted)
            changed = [one for one in wanted if before.get(one, Kind.NONE) is not kind]
            if not changed:
                return
            these = json.dumps(changed, separators=(",", ":"))
            if kind is Kind.NONE:
                self._store.con.execute(
                    "DELETE FROM message_kind WHERE message IN (SELECT value FROM json_each(?))",
                    (these,),
                )
            else:
                self._store.con.execute(
                    "INSERT INTO message_kind (message, kind)"
                    " SELECT value, ? FROM json_each(?) WHERE true"
                    " ON CONFLICT (message) DO UPDATE SET kind = excluded.kind",
                    (kind.value, these),
                )
            fields = {"kind": kind.value.encode(), "messages": these.encode()}
            self._journal.append(_CHANGE, SUBJECT, fields)

    def verify(self) -> Iterator[MessageId]:
        """Give the messages that have another kind than the journal says.

        What it says of messages that are gone counts no more: their numbers are not used again.
        """
        told: dict[int, str] = {}
        for revision in self._journal.of_subject(SUBJECT):
            fields = self._journal.fields(revision.seq) or {}
            kind = fields.get("kind", b"").decode()
            told.update(dict.fromkeys(json.loads(fields.get("messages", b"[]")), kind))
        kept = dict(self._store.con.execute("SELECT message, kind FROM message_kind").fetchall())
        here = {
            row
            for (row,) in self._store.con.execute(
                "SELECT id FROM message WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(told)),),
            ).fetchall()
        }
        for message in sorted({*kept, *here}):
            if kept.get(message, "") != told.get(message, ""):
                yield MessageId(message)

    def _refuse_unknown(self, messages: Sequence[MessageId]) -> None:
        here = self._store.con.one(
            statement("SELECT count(*) FROM message WHERE", AMONG, "AND", SHOWN),
            (json.dumps(messages),),
        )
        if here != len(messages):
            raise NoSuchItem("message", where=SUBJECT)
