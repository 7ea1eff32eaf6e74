"""One message and one conversation in full, and the very bytes that a message is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from logbook.domain.entry import EntryText, Kind
from logbook.domain.ids import MessageId
from logbook.domain.message import Answers, Direction, Message, MessageKind, ZoneBasis
from logbook.domain.person import NewPerson, Role
from logbook.errors import NoSuchItem
from logbook.tasks import bring_in_messages, link_messages, say_message, show_message
from logbook.vault.vault import Vault

LINES = [
    "09/11/2026, 19:02 - Dale: Hi love how are you",
    "09/11/2026, 19:03 - Robin: Do not contact me again.",
    "13/11/2026, 08:20 - +1 555-0100: photo.jpg (file attached)",
]


def bring(vault: Vault, folder: Path, *more: str, name: str = "chat") -> list[Message]:
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as packed:
        text = "\n".join([*LINES, *more])
        packed.writestr("WhatsApp Chat with Dale.txt", text)
        packed.writestr("photo.jpg", b"no real picture")
    examined = bring_in_messages.examine_messages(path)
    answers = Answers(zone="Europe/London", me="Robin")
    bring_in_messages.keep_messages(vault, examined, answers)
    return vault.messages.page()


def test_a_message_is_shown_with_all_that_belongs_to_it(vault: Vault, tmp_path: Path) -> None:
    first, second, third = bring(vault, tmp_path)
    entry = vault.entries.add(EntryText("He wrote again.", messages=(third.id,)))
    vault.message_kinds.give([third.id], Kind.THREAT)
    shown = show_message.show_message(vault, third.id)
    assert (shown.message.number, shown.conversation.messages) == (3, 3)
    assert shown.given is Kind.THREAT
    assert [(one.id, one.title) for one in shown.entries] == [(entry.id, "He wrote again.")]
    assert [one.name for one in shown.files] == ["photo.jpg"]
    (place,) = shown.places
    assert place.file is not None
    assert (place.source.name, place.file.name) == ("chat.zip", "chat.zip")
    assert show_message.show_message(vault, first.id).entries == ()
    vault.entries.remove(entry.id)
    assert show_message.show_message(vault, third.id).entries == ()
    assert show_message.show_message(vault, second.id).message.record.sender_is_me
    with pytest.raises(NoSuchItem):
        show_message.show_message(vault, MessageId(99))


def test_the_original_is_the_very_line_of_the_file(vault: Vault, tmp_path: Path) -> None:
    for at, message in enumerate(bring(vault, tmp_path)):
        (place,) = show_message.show_message(vault, message.id).places
        stretch = show_message.read_original(vault, place.witness)
        assert (stretch.text, stretch.is_cut, stretch.was_whole) == (LINES[at], False, True)


def test_a_later_export_is_a_second_witness(vault: Vault, tmp_path: Path) -> None:
    first = bring(vault, tmp_path)[0]
    bring(vault, tmp_path, "14/11/2026, 09:00 - Dale: Again", name="later")
    places = show_message.show_message(vault, first.id).places
    assert [place.source.name for place in places] == ["chat.zip", "later.zip"]
    for place in places:
        assert show_message.read_original(vault, place.witness).text == LINES[0]


def test_an_erased_export_says_so(vault: Vault, tmp_path: Path) -> None:
    first = bring(vault, tmp_path)[0]
    (place,) = show_message.show_message(vault, first.id).places
    assert place.file is not None
    vault.evidence.erase(place.file.id)
    (place,) = show_message.show_message(vault, first.id).places
    assert place.file is None
    with pytest.raises(NoSuchItem):
        show_message.read_original(vault, place.witness)


def test_a_long_text_is_cut_and_bytes_that_are_no_text_are_marked(
    vault: Vault, tmp_path: Path
) -> None:
    long = "x" * (show_message.TEXT_CHARS + 1)
    *_, last = bring(vault, tmp_path, f"14/11/2026, 09:00 - Dale: {long}")
    shown = show_message.show_message(vault, last.id)
    assert (len(shown.message.record.text), shown.is_cut) == (show_message.TEXT_CHARS, True)
    stretch = show_message.read_original(vault, shown.places[0].witness)
    assert (len(stretch.text), stretch.is_cut) == (show_message.ORIGINAL_BYTES, True)
    path = tmp_path / "bytes.txt"
    path.write_bytes(b"19/11/2026, 19:02 - Sam: caf\xe9\n19/11/2026, 19:03 - Robin: ok\n")
    examined = bring_in_messages.examine_messages(path)
    bring_in_messages.keep_messages(vault, examined, Answers(zone="Europe/London", me="Robin"))
    odd = next(one for one in vault.messages.page() if one.record.sender == "Sam")
    stretch = show_message.read_original(
        vault, show_message.show_message(vault, odd.id).places[0].witness
    )
    assert (stretch.text, stretch.was_whole) == ("19/11/2026, 19:02 - Sam: caf\ufffd", False)


def test_a_conversation_is_shown_with_its_imports_and_one_can_be_undone(
    vault: Vault, tmp_path: Path
) -> None:
    bring(vault, tmp_path)
    bring(vault, tmp_path, "14/11/2026, 09:00 - Dale: Again", name="later")
    (conversation,) = vault.messages.conversations()
    shown = show_message.show_conversation(vault, conversation.id)
    assert shown.imports == 2
    assert [report.source.name for report in shown.reports] == ["chat.zip", "later.zip"]
    assert shown.reports[1].source.already_here == 3
    bring_in_messages.undo_import(vault, shown.reports[1].source.id)
    shown = show_message.show_conversation(vault, conversation.id)
    assert (shown.imports, shown.conversation.messages) == (1, 3)


def test_messages_are_linked_once_and_taken_out_again(vault: Vault, tmp_path: Path) -> None:
    first, second, third = (one.id for one in bring(vault, tmp_path))
    entry = vault.entries.add(EntryText("He wrote.", messages=(second,))).id
    assert link_messages.link_messages(vault, entry, [second, third, third]) == (third,)
    assert link_messages.link_messages(vault, entry, [second]) == ()
    assert vault.entries.get(entry).version == 2
    assert vault.entries.get(entry).what.messages == (second, third)
    link_messages.unlink_messages(vault, entry, [second, first])
    assert vault.entries.get(entry).what.messages == (third,)
    with pytest.raises(NoSuchItem):
        link_messages.link_messages(vault, entry, [MessageId(99)])


def test_kinds_are_given_and_given_back(vault: Vault, tmp_path: Path) -> None:
    first, second, third = (one.id for one in bring(vault, tmp_path))
    link_messages.give_kind(vault, [first], Kind.GIFT)
    before = link_messages.give_kind(vault, [first, second], Kind.THREAT)
    assert before == {first: Kind.GIFT, second: Kind.NONE}
    link_messages.give_kinds(vault, before)
    assert vault.message_kinds.of([first, second, third]) == {first: Kind.GIFT}


def test_messages_tell_when_it_began_and_who_of_the_book_wrote(
    vault: Vault, tmp_path: Path
) -> None:
    messages = bring(vault, tmp_path)
    vault.people.add(NewPerson("dale ", Role.RESPONSIBLE))
    vault.people.add(NewPerson("Priya", Role.WITNESS, numbers=("1 (555) 0100",)))
    vault.people.add(NewPerson("Robin", Role.ME))
    told = link_messages.told_by(vault, messages)
    assert told.people == ("dale ", "Priya")
    assert told.when is not None
    assert told.when.timestamp() * 1000 == messages[0].record.instant_ms
    assert link_messages.told_by(vault, []) == link_messages.Told()


def test_what_a_message_is_has_words(vault: Vault, tmp_path: Path) -> None:
    record = bring(vault, tmp_path)[0].record
    assert say_message.say_time(record) == "Monday 9 November 2026, 19:02"
    assert say_message.say_time(record._replace(local="", instant_ms=None)) == "No date"
    in_utc = record._replace(local="", instant_ms=0, time_precision="s")
    assert say_message.say_time(in_utc) == "Thursday 1 January 1970, 00:00:00 UTC"
    assert say_message.say_time(record._replace(time_precision="day")) == "Monday 9 November 2026"
    assert say_message.say_time(record._replace(local="", instant_ms=1 << 62)) == ""
    (source,) = vault.imports.all()
    for basis in ZoneBasis:
        assert say_message.say_basis(record._replace(zone_basis=basis), source)
    said = say_message.say_basis(record._replace(fold="1"), source)
    assert said.endswith(
        "You said that it is of Europe/London. The clocks went back that night;"
        " this is the later hour."
    )
    assert say_message.say_direction(record._replace(direction=Direction.IN)) == "Received"
    for kind in MessageKind:
        words = say_message.say_record(kind, "", has_text=False)
        assert bool(words) == (kind is not MessageKind.MEDIA)
    call = say_message.say_record(MessageKind.CALL, '{"duration":"125"}', has_text=False)
    assert call == "Call, 2 minutes"
    assert say_message.say_record(MessageKind.CALL, "nonsense", has_text=False) == "Call"
    assert say_message.say_record(MessageKind.CALL, "[5]", has_text=False) == "Call"
    assert say_message.say_flags(("edited", "edited", "no_body")) == ["Edited, as the export says"]
    assert say_message.say_platform("whatsapp") == "WhatsApp"
    assert say_message.say_platform("unknown") == "unknown"
