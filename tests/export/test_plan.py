from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.export.plan import EXHIBITS, MESSAGE_RECORDS, letters, plan, title_of_thread

BOTH = (EXHIBITS, MESSAGE_RECORDS)


@pytest.mark.parametrize(
    ("index", "name"),
    [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (27, "AB"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
    ],
)
def test_r38_exhibits_are_lettered_a_to_z_then_aa(index, name):
    assert letters(index) == name


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_no_two_exhibits_have_one_name(one, other):
    assert (letters(one) == letters(other)) == (one == other)


def test_exhibits_follow_the_order_of_events_not_of_writing(make):
    entries = (
        make.entry(1, "Later", "x", happened=make.moment(2026, 11, 9), files=(1,)),
        make.entry(2, "Earlier", "x", happened=make.moment(2026, 11, 2), files=(2,)),
    )
    found = plan(
        make.dossier(entries=entries, files=(make.file(1, "a.png"), make.file(2, "b.png"))), BOTH
    )

    assert [exhibit.title for exhibit in found.exhibits] == ["Earlier", "Later"]


def test_a_file_of_two_entries_is_one_exhibit_that_both_name(make):
    entries = (make.entry(1, "One", "x", files=(1,)), make.entry(2, "Two", "x", files=(1,)))
    found = plan(make.dossier(entries=entries, files=(make.file(1, "a.png"),)), BOTH)

    assert len(found.exhibits) == 1
    assert found.of_entry[1] == found.of_entry[2] == found.exhibits


def test_a_file_that_only_a_message_holds_stands_with_its_conversation(make):
    record = make.record("+1 555 0100", "see", None)
    thread = make.thread([make.message(1, record, files=(7,))])
    dossier = make.dossier(
        entries=(), files=(make.file(7, "a.png"), make.file(8, "b.png")), threads=(thread,)
    )
    found = plan(dossier, BOTH)

    assert [[file.name for file in exhibit.files] for exhibit in found.exhibits] == [
        ["b.png"],
        ["a.png"],
    ]
    assert found.exhibits[1].thread == 0
    assert found.exhibits[1].file_name(dossier.files[0]) == "B1"


def test_a_conversation_without_a_title_is_said_to_have_none(make):
    thread = make.thread([make.message(1, make.record("", "Hello", None))], title=" ")

    assert title_of_thread(thread) == (
        "Messages without a name or number (WhatsApp), all 1 message"
    )


def test_a_section_that_is_left_out_makes_no_exhibits(make):
    dossier = make.full()

    assert all(exhibit.thread is None for exhibit in plan(dossier, (EXHIBITS,)).exhibits)
    assert all(exhibit.thread is not None for exhibit in plan(dossier, (MESSAGE_RECORDS,)).exhibits)
    assert plan(dossier, ()).exhibits == []
