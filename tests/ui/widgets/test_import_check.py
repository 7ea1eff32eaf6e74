"""What a look at an export found, in words, and the questions that only the person can answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from logbook.domain.message import Answers, Examination, FormatInfo, NotUnderstood, Question
from logbook.tasks.bring_in_messages import Examined
from logbook.tasks.say_import import say_warning
from logbook.tasks.say_zone import say_zone
from logbook.ui.widgets import import_check
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.choice import Radio
from logbook.ui.widgets.import_check import ImportCheck, worked_example
from logbook.ui.widgets.text import Text

FORMAT = FormatInfo("whatsapp", "WhatsApp chat", "Export it.", (".txt",))
ORDER = Question(
    "date_order",
    ("dmy", "mdy"),
    "dmy",
    "time_order",
    (("dmy", "03/04/2026 → 2026-04-03"), ("mdy", "03/04/2026 → 2026-03-04")),
)
ZONE = Question("zone", ("America/Chicago",), "Etc/GMT+5", "device_guess")
ME = Question("me", ("Robin", "Dale"), "", "none")


def _examined(**changes: Any) -> Examined:
    found: dict[str, Any] = {
        "format": FORMAT,
        "records": 4_212,
        "conversations": (),
        "senders": {"Robin": 2_000, "Dale": 1},
        "first": "2025-03-12T08:00:00",
        "last": "2026-11-12T08:00:00",
        "questions": (ORDER, ZONE, ME),
        "not_understood": (),
        "media_named": 0,
        "media_present": 0,
    }
    sha256: Any = bytes.fromhex("9c4e71ab" + "00" * 28)
    return Examined(Path("chat.txt"), sha256, 10, 0, Examination(**(found | changes)))


@pytest.fixture
def check(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ImportCheck:
    monkeypatch.setattr(import_check, "zone_here", lambda: "Europe/London")
    made = ImportCheck()
    qtbot.addWidget(made)
    made.resize(720, 800)
    made.show()
    return made


def _texts(check: ImportCheck) -> list[str]:
    found: list[str] = []
    for at in range(check._column.count()):
        part = check._column.itemAt(at).widget()
        if part is not None:
            found += [text.text() for text in part.findChildren(Text)]
    return found


def test_what_was_found_is_said_in_words(check: ImportCheck) -> None:
    check.show_found(_examined())
    said = _texts(check)
    assert "4,212 messages, 12 Mar 2025 to 12 Nov 2026" in said
    assert "03/04/2026 is read as Friday 3 April 2026" in said
    assert "Read this way, the messages are in order." in said
    assert "Fingerprint 9c4e 71ab …" in said


def test_suggestions_stand_first_and_count_as_guesses(check: ImportCheck) -> None:
    check.show_found(_examined())
    zones = check._zone
    assert zones is not None
    assert [zones.itemText(at) for at in range(3)] == [
        "Not sure",
        "5 hours behind UTC all year",
        "America/Chicago",
    ]
    assert zones.findData("Europe/London") > 0
    assert zones.count() > 300
    assert check.answers() == Answers("Etc/GMT+5", "dmy", "", {"zone": "device_guess"})


def test_what_was_answered_stands_beside_the_picker(qtbot: QtBot) -> None:
    short = ImportCheck(short=True)
    qtbot.addWidget(short)
    short.show_found(_examined(), Answers("", "mdy", "Robin"))
    said = _texts(short)
    assert "Dates are month, day, year" in said
    assert "03/04/2026 is read as Wednesday 4 March 2026" in said
    assert "You are “Robin” in this chat" in said
    assert "2 people found" in said
    assert "Time zone not said" in said
    with qtbot.waitSignal(short.change_pressed):
        short.findChildren(Button)[0].click()
    short.show_found(_examined(), Answers("Asia/Tokyo", "dmy", ""))
    assert "Asia/Tokyo" in _texts(short)
    assert "Not said which one is you" in _texts(short)


def test_an_order_without_a_safe_answer_must_be_chosen(check: ImportCheck) -> None:
    must = Question("date_order", ("dmy", "mdy"), "", "none", ORDER.examples, must_ask=True)
    check.show_found(_examined(questions=(must,)))
    assert not check.is_settled()
    check.findChildren(Radio)[-1].click()
    assert check.is_settled()
    assert check.answers().date_order == "mdy"


def test_the_first_unreadable_places_are_shown_and_all_on_request(
    check: ImportCheck, qtbot: QtBot
) -> None:
    missed = tuple(NotUnderstood(f"line {at}", "no_header", at, 1) for at in range(14))
    check.show_found(_examined(not_understood=missed))
    said = _texts(check)
    assert "14 places could not be read" in said
    assert "Place line 4: no message begins here" in said
    assert "Place line 5: no message begins here" not in said
    more = next(one for one in check.findChildren(Button) if one.text() == "See all of them")
    qtbot.waitUntil(more.isVisible)
    more.click()
    listed = check.findChild(import_check.TextBox)
    assert listed is not None
    assert listed.isVisible()
    assert listed.isReadOnly()
    assert len(listed.toPlainText().splitlines()) == 14


@pytest.mark.parametrize(
    ("named", "present", "said"),
    [
        (6, 6, "6 files, all there"),
        (6, 5, "1 missing: it is named in the chat and was not exported."),
        (9, 2, "7 missing: they are named in the chat and were not exported."),
    ],
)
def test_missing_pictures_are_counted(
    check: ImportCheck, named: int, present: int, said: str
) -> None:
    check.show_found(_examined(media_named=named, media_present=present))
    assert said in _texts(check)


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("03/04/2026 → 2026-04-03", "03/04/2026 is read as Friday 3 April 2026"),
        ("something else", "something else"),
        ("03/04 → soon", "03/04 → soon"),
        ("", ""),
    ],
)
def test_a_worked_example_is_said_in_words(example: str, said: str) -> None:
    assert worked_example(example) == said


def test_a_zone_without_a_place_says_its_hours() -> None:
    assert say_zone("Etc/GMT-3") == "3 hours ahead of UTC all year"
    assert say_zone("America/New_York") == "America/New York"
    assert say_zone("Etc/UTC") == "UTC"


def test_warnings_have_words_and_numbers() -> None:
    assert say_warning("count_differs:640:639") == (
        "The file names another number of messages.",
        "It names 640 and holds 639. It may have been cut or edited.",
    )
