"""Kinds of messages: given, taken back, known to the journal, gone with their import."""

import hashlib
from pathlib import Path

import pytest

from logbook.domain.entry import EntryText, Kind
from logbook.domain.ids import ImportId, MessageId, Sha256
from logbook.domain.message import (
    Answers,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.errors import NoSuchItem
from logbook.vault import backup
from logbook.vault.imports import NewImport
from logbook.vault.record_check import Problem
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault


def bring(vault: Vault, name: str = "a.xml", count: int = 3) -> ImportId:
    sha256 = Sha256(hashlib.sha256(name.encode()).digest())
    writer = vault.imports.begin(NewImport(name, sha256, 1, "sms", Answers()))
    writer.conversation(ConversationInfo("+1555", "Sam"))
    writer.add([_record(at, name) for at in range(count)])
    done = writer.finish()
    assert done.import_id is not None
    return done.import_id


def _record(at: int, name: str) -> MessageRecord:
    return MessageRecord(
        order_index=at,
        conversation=0,
        locator="",
        offset=0,
        length=0,
        sender="Sam",
        sender_is_me=None,
        recipients=(),
        direction=Direction.IN,
        kind=MessageKind.TEXT,
        text=f"{name} {at}",
        repaired="",
        flags=(),
        time_raw="",
        instant_ms=at,
        local="",
        time_precision="ms",
        zone_basis=ZoneBasis.EPOCH_IN_FILE,
        fold="",
        attachments=(),
    )


def all_of(vault: Vault) -> list[MessageId]:
    return [one.id for one in vault.messages.page()]


def test_a_kind_is_kept_until_another_one_is_given(vault: Vault) -> None:
    bring(vault)
    first, second, third = all_of(vault)
    vault.message_kinds.give([first, second], Kind.THREAT)
    vault.message_kinds.give([second, third], Kind.CALLS)
    expected = {first: Kind.THREAT, second: Kind.CALLS, third: Kind.CALLS}
    assert vault.message_kinds.of([first, second, third]) == expected
    vault.message_kinds.give([first], Kind.NONE)
    assert vault.message_kinds.of([first]) == {}
    assert vault.check().ok


def test_each_change_is_one_line_of_the_journal_and_none_is_no_change(vault: Vault) -> None:
    bring(vault)
    messages = all_of(vault)
    before = vault.journal.size
    vault.message_kinds.give(messages, Kind.THREAT)
    assert vault.journal.size == before + 1
    (said,) = [one for one in vault.journal.page(before, 9) if one.kind == "message.kind"]
    fields = vault.journal.fields(said.seq)
    assert fields == {"kind": b"threat", "messages": b"[1,2,3]"}
    vault.message_kinds.give(messages, Kind.THREAT)
    vault.message_kinds.give([], Kind.THREAT)
    assert vault.journal.size == before + 1


def test_no_kind_is_given_to_a_message_that_is_not_here(vault: Vault) -> None:
    bring(vault)
    with pytest.raises(NoSuchItem):
        vault.message_kinds.give([MessageId(1), MessageId(99)], Kind.THREAT)
    assert vault.message_kinds.of([MessageId(1)]) == {}


def test_undoing_an_import_takes_its_kinds_along_without_an_alarm(vault: Vault) -> None:
    import_id = bring(vault)
    vault.message_kinds.give(all_of(vault), Kind.THREAT)
    vault.imports.remove(import_id)
    assert vault._store.con.one("SELECT count(*) FROM message_kind") == 0
    assert vault.check().ok
    bring(vault, "b.xml")
    assert vault.message_kinds.of(all_of(vault)) == {}
    assert vault.check().ok


def test_a_message_that_an_entry_keeps_keeps_its_kind(vault: Vault) -> None:
    import_id = bring(vault)
    messages = all_of(vault)
    vault.message_kinds.give(messages, Kind.THREAT)
    vault.entries.add(EntryText("They wrote.", messages=(messages[1],)))
    vault.imports.remove(import_id)
    assert vault.message_kinds.of(messages) == {messages[1]: Kind.THREAT}
    assert vault.check().ok


@pytest.mark.parametrize(
    "forgery",
    [
        "DELETE FROM message_kind WHERE message = 1",
        "UPDATE message_kind SET kind = 'gift' WHERE message = 1",
        "UPDATE message_kind SET kind = 'nothing known' WHERE message = 1",
        "INSERT INTO message_kind VALUES (3, 'threat')",
    ],
)
def test_the_check_names_a_kind_that_was_changed_behind_its_back(
    vault: Vault, forgery: str
) -> None:
    bring(vault)
    vault.message_kinds.give([MessageId(1), MessageId(2)], Kind.THREAT)
    assert vault._store.con.execute(forgery).rowcount == 1
    where = "message:3" if "INSERT" in forgery else "message:1"
    assert vault.check().problems == [Problem("message_kind_changed", where)]


def test_a_backup_brings_the_kinds_back(vault: Vault, tmp_path: Path) -> None:
    bring(vault)
    vault.message_kinds.give([MessageId(2)], Kind.THREAT)
    vault.back_up(tmp_path / "copy.dat")
    again = tmp_path / "again"
    secret = b"quiet lantern orbit saddle mango"
    backup.restore(tmp_path / "copy.dat", again, Secret(bytearray(secret)))
    restored = Vault.open(again, Secret(bytearray(secret)))
    assert restored.message_kinds.of([MessageId(2)]) == {MessageId(2): Kind.THREAT}
    assert restored.check().ok
    restored.close()


def test_a_kind_of_a_newer_program_is_shown_as_another_one(vault: Vault) -> None:
    bring(vault)
    first, second, _third = all_of(vault)
    vault.message_kinds.give([first, second], Kind.THREAT)
    vault._store.con.execute("UPDATE message_kind SET kind = 'omen' WHERE message = ?", (first,))
    vault._store.con.execute(
        "UPDATE message SET kind = 'hologram', direction = 'up', zone_basis = 'stars' WHERE id = ?",
        (first,),
    )
    assert vault.message_kinds.of([first, second]) == {first: Kind.OTHER, second: Kind.THREAT}
    (message,) = vault.messages.get_many([first])
    record = message.record
    assert record.kind is MessageKind.UNSUPPORTED
    assert record.direction is Direction.UNKNOWN
    assert record.zone_basis is ZoneBasis.NONE
    (row,) = vault.threads.some([first])
    assert (row.kind, row.given) == (MessageKind.UNSUPPORTED, Kind.OTHER)
    assert not vault.check().ok
    vault.message_kinds.give([first], Kind.CALLS)
    assert vault.message_kinds.of([first]) == {first: Kind.CALLS}
