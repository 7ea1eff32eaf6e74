"""What a report is made from: the frozen selection, and how people are named in it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from logbook.domain.entry import EntryText
from logbook.domain.ids import ConversationId, MessageId
from logbook.domain.message import Answers
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.domain.selection import EntryFilter, NameForm, ReportRequest
from logbook.errors import NoSuchItem, NothingChosen, UsageError
from logbook.tasks import bring_in_messages
from logbook.tasks.freeze_report import freeze
from logbook.tasks.make_report import make_report


def happened(day):
    return Moment(Precision.EXACT, start=datetime(2026, 3, day, 20, tzinfo=UTC), zone="UTC")


@pytest.fixture
def filled(vault):
    me = vault.people.add(
        NewPerson(
            name="Rosa", role=Role.ME, legal_name="Anna-Maria Achterberg", working_name="Rosa Vale"
        )
    )
    him = vault.people.add(NewPerson(name="Dale Mercer", role=Role.RESPONSIBLE))
    vault.entries.add(EntryText("later", happened(9), people=(me.id, him.id)), "UTC")
    vault.entries.add(EntryText("undated", private_note="canary"), "UTC")
    vault.entries.add(EntryText("earlier", happened(2)), "UTC")
    return vault


def request(**parts):
    return ReportRequest(zone="UTC", made_at="2026-04-01T00:00:00Z", **parts)


def test_entries_come_in_order_of_time_and_undated_ones_last(filled):
    dossier = freeze(filled, request())
    assert [one.text for one in dossier.entries] == ["earlier", "later", "undated"]


def test_chosen_entries_come_in_order_of_time_whatever_the_order_of_asking(filled):
    ids = [one.id for one in freeze(filled, request()).entries]
    dossier = freeze(filled, request(entries=(ids[2], ids[1], ids[0])))
    assert [one.id for one in dossier.entries] == ids


def test_days_are_inclusive(filled):
    chosen = request(first_day=date(2026, 3, 2), last_day=date(2026, 3, 2))
    assert [one.text for one in freeze(filled, chosen).entries] == ["earlier"]


@pytest.mark.parametrize(
    ("form", "petitioner", "protected"),
    [
        (NameForm.INITIALS, "A. M. A.", {"Anna-Maria Achterberg"}),
        (NameForm.WORKING, "Rosa Vale", {"Anna-Maria Achterberg"}),
        (NameForm.PETITIONER, "Petitioner", {"Anna-Maria Achterberg"}),
        (NameForm.LEGAL, "Anna-Maria Achterberg", set()),
    ],
)
def test_the_petitioner_is_named_in_one_form_everywhere(filled, form, petitioner, protected):
    dossier = freeze(filled, request(name_as=form))
    assert dossier.caption.petitioner == petitioner
    later = next(one for one in dossier.entries if one.text == "later")
    assert later.people == (petitioner, "Dale Mercer")
    assert protected <= set(dossier.protected)
    assert petitioner not in dossier.protected


@pytest.mark.parametrize("form", [NameForm.INITIALS, NameForm.WORKING, NameForm.PETITIONER])
def test_words_of_the_legal_name_are_looked_for_unless_another_name_has_them(filled, form):
    assert freeze(filled, request(name_as=form)).protected_parts == ("Anna", "Maria", "Achterberg")
    filled.people.add(NewPerson(name="Kim Achterberg"))
    assert freeze(filled, request(name_as=form)).protected_parts == ("Anna", "Maria")
    assert freeze(filled, request(name_as=NameForm.LEGAL)).protected_parts == ()


def test_the_respondent_is_the_person_responsible(filled):
    assert freeze(filled, request()).caption.respondent == "Dale Mercer"
    assert freeze(filled, request(respondent="J. Doe")).caption.respondent == "J. Doe"


def test_a_legal_name_that_is_not_kept_cannot_be_printed(vault):
    vault.entries.add(EntryText("one"), "UTC")
    vault.people.add(NewPerson(name="Rosa", role=Role.ME))
    with pytest.raises(UsageError):
        freeze(vault, request(name_as=NameForm.LEGAL))


def test_an_entry_in_the_bin_is_refused_by_its_number(filled):
    entry = freeze(filled, request()).entries[0]
    filled.entries.remove(entry.id)
    with pytest.raises(UsageError) as refused:
        freeze(filled, request(entries=(entry.id,)))
    assert refused.value.where == str(entry.number)


def test_nothing_chosen_is_said(vault):
    with pytest.raises(NothingChosen):
        freeze(vault, request())


def test_a_chosen_message_that_is_not_here_is_said(filled):
    with pytest.raises(NoSuchItem) as caught:
        freeze(filled, ReportRequest(messages=(MessageId(4321),)))
    assert caught.value.where == "4321"


def test_a_time_that_is_none_is_refused(filled):
    with pytest.raises(UsageError):
        freeze(filled, ReportRequest(made_at="yesterday"))


def test_the_state_of_the_record_is_named(filled):
    dossier = freeze(filled, request())
    assert dossier.journal_root == filled.journal.root()
    assert dossier.journal_size == filled.journal.size


def test_a_report_is_in_the_zone_of_its_entries_and_not_of_this_computer(vault, monkeypatch):
    monkeypatch.setattr("logbook.tasks.freeze_report.zone_here", lambda: "Pacific/Chatham")
    for day, zone in ((2, "America/Denver"), (3, "America/New_York"), (4, "America/New_York")):
        at = datetime(2026, 3, day, 20, tzinfo=ZoneInfo(zone))
        vault.entries.add(EntryText("x", Moment(Precision.EXACT, at, zone=zone)), zone)
    unsure = Moment(Precision.UNKNOWN, raw="in spring")
    undated = vault.entries.add(EntryText("undated", unsure), "UTC")

    assert freeze(vault, ReportRequest()).zone == "America/New_York"
    assert freeze(vault, ReportRequest(zone="Asia/Tokyo")).zone == "Asia/Tokyo"
    assert freeze(vault, ReportRequest(entries=(undated.id,))).zone == "Pacific/Chatham"


@pytest.fixture
def with_chat(filled, tmp_path):
    """A book with a chat of one message a day from the 1st to the 5th of March."""
    chat = tmp_path / "WhatsApp Chat with Dale.txt"
    lines = (f"{day:02}/03/2026, 21:00 - Dale: message {day}\n" for day in range(1, 6))
    chat.write_text("".join(lines))
    look = bring_in_messages.examine_messages(chat)
    answers = Answers(zone="UTC", date_order="dmy", me="Dale")
    bring_in_messages.keep_messages(filled, look, answers)
    return filled


def _printed(dossier):
    return [[message.number for message in thread.messages] for thread in dossier.threads]


def test_messages_around_those_of_an_entry_are_printed_where_they_are_asked_for(with_chat):
    messages = [one.id for one in with_chat.messages.page()]
    with_chat.entries.add(EntryText("with a message", messages=(messages[1],)), "UTC")
    with_chat.entries.add(EntryText("with the last", messages=(messages[4],)), "UTC")
    assert _printed(freeze(with_chat, request())) == [[2, 5]]
    assert _printed(freeze(with_chat, request(around=1))) == [[1, 2, 3, 4, 5]]
    assert _printed(freeze(with_chat, request(around=20))) == [[1, 2, 3, 4, 5]]


def test_whole_conversations_are_printed_and_one_that_is_gone_is_passed_over(with_chat):
    (chat,) = (one.id for one in with_chat.messages.conversations())
    dossier = freeze(with_chat, request(conversations=(chat, ConversationId(99))))
    assert _printed(dossier) == [[1, 2, 3, 4, 5]]


def test_entries_are_chosen_by_a_filter(filled):
    wanted = EntryFilter(match="earlier", newest_first=True)
    dossier = freeze(filled, request(matching=wanted))
    assert [one.text for one in dossier.entries] == ["earlier"]


def test_picked_entries_in_the_bin_are_passed_over_only_where_that_was_asked_for(filled, tmp_path):
    first, second, third = (one.id for one in filled.entries.rows(EntryFilter(), 0, 3))
    filled.entries.remove(first)
    filled.entries.erase(first)
    filled.entries.remove(second)
    picked = (first, second, third)
    with pytest.raises((NoSuchItem, UsageError)):
        freeze(filled, request(entries=picked))
    wanted = request(entries=picked, skip_missing=True)
    assert len(freeze(filled, wanted).entries) == 1
    made = make_report(filled, wanted, tmp_path / "report.pdf")
    assert "2 picked entries are in the bin or gone." in {one.message for one in made.checks}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"first_day": date(2026, 3, 2), "last_day": date(2026, 3, 3)}, "3 messages outside"),
        ({"last_day": date(2026, 3, 4)}, "1 message outside"),
        ({"last_day": date(2026, 3, 9)}, ""),
        ({}, ""),
        ({"first_day": date(2026, 3, 2), "messages": ()}, ""),
    ],
)
def test_messages_outside_of_the_days_are_said_where_all_were_asked_for(
    with_chat, tmp_path, parts, said
):
    chosen = request(**{"messages": None, **parts})
    made = make_report(with_chat, chosen, tmp_path / "report.pdf")
    found = [one.message for one in made.checks if one.id == "R32"]
    assert len(found) == bool(said)
    assert all(message.startswith(said) for message in found)
