"""Reading an export for the picker, and the entries that come of a choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from logbook.domain.entry import Kind
from logbook.domain.message import Answers
from logbook.domain.moment import Precision
from logbook.domain.progress import SILENT
from logbook.domain.selection import EntryFilter
from logbook.domain.text_memory import held_bytes
from logbook.errors import Cancelled, DiskFull
from logbook.tasks import choose_messages
from logbook.tasks.bring_in_messages import examine_messages
from logbook.tasks.message_choice import Choice
from logbook.vault.vault import Vault

ZONE = "America/Chicago"
CHAT = (
    "20/11/2026, 22:58 - Dale: Hi love\n"
    "20/11/2026, 23:59 - Dale: New number same me\n"
    "21/11/2026, 00:15 - Robin: Do not contact me again.\n"
    "23/11/2026, 07:58 - Dale: Saw you at the tram stop\n"
)
ANSWERS = Answers(date_order="dmy", zone=ZONE, me="Robin")


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    path = tmp_path / "WhatsApp Chat with Dale.txt"
    path.write_text(CHAT, encoding="utf-8")
    return path


def _chosen(chat: Path, *places: int, by_day: bool = True, around: int = 0) -> Choice:
    choice = Choice(choose_messages.read_lines(examine_messages(chat), ANSWERS))
    choice.around = around
    choice.divide(by_day=by_day)
    choice.tick(places, on=True)
    return choice


def test_an_export_is_read_without_touching_the_book(chat: Path) -> None:
    lines = choose_messages.read_lines(examine_messages(chat), ANSWERS)
    assert [line.text for line in lines.lines][:2] == ["Hi love", "New number same me"]
    assert [line.is_me for line in lines.lines] == [False, False, True, False]
    assert lines.senders == ("Dale", "Robin")
    assert not lines.cut


def test_a_subject_is_shown_with_its_message_and_quoted(tmp_path: Path, vault: Vault) -> None:
    path = tmp_path / "sms.xml"
    path.write_text(
        '<smses count="2"><mms date="1704067200000" msg_box="1" address="+15550100" sub="The rent">'
        '<parts><part ct="text/plain" text="Pay now"/></parts></mms>'
        '<sms address="+15550100" date="1704067260000" type="2" body="No"/></smses>'
    )
    examined = examine_messages(path)
    lines = choose_messages.read_lines(examined, Answers())
    assert [line.text for line in lines.lines] == ["The rent\nPay now", "No"]
    choice = Choice(lines)
    choice.tick([0, 1], on=True)
    _, (entry,) = choose_messages.keep_with_entries(vault, examined, Answers(), choice)
    assert entry.what.text == "+15550100: The rent\nPay now\nMe: No"
    assert entry.what.title == "2 messages, +15550100"
    assert vault.search("rent").total == 2  # the message and the entry that quotes it


def test_a_very_long_chat_is_cut_for_the_picker_alone(
    chat: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose_messages, "PICKED_MOST", 3)
    examined = examine_messages(chat)
    lines = choose_messages.read_lines(examined, ANSWERS)
    assert (len(lines.lines), lines.cut) == (3, True)
    summary, _ = choose_messages.keep_with_entries(vault, examined, ANSWERS, None)
    assert summary.messages_stored == 4


def test_long_messages_are_cut_for_the_picker_before_they_fill_the_memory(
    chat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examined = examine_messages(chat)
    whole = choose_messages.read_lines(examined, ANSWERS)
    needed = sum(held_bytes(line.text) for line in whole.lines)
    monkeypatch.setattr(choose_messages, "PICKED_BYTES", needed)
    assert not choose_messages.read_lines(examined, ANSWERS).cut
    monkeypatch.setattr(choose_messages, "PICKED_BYTES", needed - 1)
    lines = choose_messages.read_lines(examined, ANSWERS)
    assert (len(lines.lines), lines.cut) == (3, True)


def test_very_many_conversations_leave_less_room_for_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sms.xml"
    records = (
        f'<sms address="+1555010000{at}" date="{1_776_070_000_000 + at}" type="1" body="x" />'
        for at in range(9)
    )
    path.write_text(f"<smses>{''.join(records)}</smses>", encoding="utf-8")
    examined = examine_messages(path)
    monkeypatch.setattr(choose_messages, "PICKED_MOST", 10)
    lines = choose_messages.read_lines(examined, Answers())
    assert (len(lines.lines), len(lines.conversations), lines.cut) == (3, 4, True)


def test_entries_quote_their_messages_and_link_them(chat: Path, vault: Vault) -> None:
    examined = examine_messages(chat)
    choice = _chosen(chat, 0, 1, 2, by_day=False)
    summary, entries = choose_messages.keep_with_entries(vault, examined, ANSWERS, choice)
    assert summary.messages_stored == 4
    (entry,) = entries
    assert entry.what.kind is Kind.MESSAGES
    assert entry.what.title == "3 messages, Dale, Robin"
    assert entry.what.text.splitlines() == [
        "Friday 20 November 2026",
        "22:58 Dale: Hi love",
        "23:59 Dale: New number same me",
        "Saturday 21 November 2026",
        "00:15 Robin: Do not contact me again.",
    ]
    assert len(entry.what.messages) == 3
    happened = entry.what.happened
    assert happened.precision is Precision.BETWEEN
    assert happened.zone == ZONE
    assert happened.start is not None
    assert happened.start.isoformat() == "2026-11-20T22:58:00-06:00"


def test_a_single_message_has_an_exact_time(chat: Path, vault: Vault) -> None:
    _, entries = choose_messages.keep_with_entries(
        vault, examine_messages(chat), ANSWERS, _chosen(chat, 3)
    )
    assert entries[0].what.happened.precision is Precision.EXACT
    assert entries[0].what.text == "07:58 Dale: Saw you at the tram stop"


def test_a_long_quotation_is_cut_at_a_message(
    chat: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose_messages, "QUOTED_CHARS", 60)
    _, entries = choose_messages.keep_with_entries(
        vault, examine_messages(chat), ANSWERS, _chosen(chat, 0, 1)
    )
    assert entries[0].what.text == "22:58 Dale: Hi love\n23:59 Dale: New number same me"
    monkeypatch.setattr(choose_messages, "QUOTED_CHARS", 40)
    _, entries = choose_messages.keep_with_entries(
        vault, examine_messages(chat), ANSWERS, _chosen(chat, 0, 1)
    )
    assert entries[0].what.text == "22:58 Dale: Hi love\n…"


def test_entries_that_could_not_be_written_are_written_the_next_time(
    chat: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    examined = examine_messages(chat)

    def full(*_arguments: object) -> None:
        raise DiskFull("no space")

    monkeypatch.setattr(choose_messages, "_entry_of", full)
    with pytest.raises(DiskFull):
        choose_messages.keep_with_entries(vault, examined, ANSWERS, _chosen(chat, 0, 3))
    assert vault.entries.count(EntryFilter()) == 0
    monkeypatch.undo()
    summary, entries = choose_messages.keep_with_entries(
        vault, examined, ANSWERS, _chosen(chat, 0, 3)
    )
    assert (summary.messages_stored, summary.already_here, len(entries)) == (0, 4, 2)
    assert vault.messages.count() == 4


class _Stop:
    """A person who presses Stop while entries are written."""

    def __call__(self, _done: int, _total: int, doing: str = "") -> None:
        if doing == "Writing entries":
            raise Cancelled

    def give_way(self) -> None:
        SILENT.give_way()


def test_stop_while_entries_are_written_leaves_none_of_them(chat: Path, vault: Vault) -> None:
    with pytest.raises(Cancelled):
        choose_messages.keep_with_entries(
            vault, examine_messages(chat), ANSWERS, _chosen(chat, 0, 3), _Stop()
        )
    assert vault.entries.count(EntryFilter()) == 0


def test_the_same_file_is_found_again(chat: Path, vault: Vault) -> None:
    examined = examine_messages(chat)
    assert choose_messages.earlier_import(vault, examined) is None
    choose_messages.keep_with_entries(vault, examined, ANSWERS, None)
    assert choose_messages.earlier_import(vault, examined) is not None


def test_undoing_takes_messages_and_untouched_entries(chat: Path, vault: Vault) -> None:
    examined = examine_messages(chat)
    summary, entries = choose_messages.keep_with_entries(
        vault, examined, ANSWERS, _chosen(chat, 0, 3)
    )
    assert summary.import_id is not None
    vault.entries.erase(entries[1].id)
    numbers = [entry.id for entry in entries]
    choose_messages.undo_with_entries(vault, summary.import_id, numbers)
    assert vault.entries.count(EntryFilter()) == 0
    assert vault.messages.count() == 0


class _StopAtMessages:
    """Stops once the entries are gone."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def __call__(self, _done: int, _total: int, _doing: str = "") -> None:
        if not self._vault.entries.count(EntryFilter()):
            raise Cancelled

    def give_way(self) -> None:
        SILENT.give_way()


def test_stopping_the_undo_brings_the_entries_back(chat: Path, vault: Vault) -> None:
    summary, entries = choose_messages.keep_with_entries(
        vault, examine_messages(chat), ANSWERS, _chosen(chat, 0, 3)
    )
    assert summary.import_id is not None
    kept = vault.messages.count()
    numbers = [entry.id for entry in entries]
    with pytest.raises(Cancelled):
        choose_messages.undo_with_entries(vault, summary.import_id, numbers, _StopAtMessages(vault))
    assert [one.id for one in vault.entries.full(EntryFilter(), 0, 9)] == numbers
    assert vault.messages.count() == kept
    assert vault.check().ok
