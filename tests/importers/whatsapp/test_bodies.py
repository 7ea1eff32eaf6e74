"""Every entry of an export is kept as what it is: words, files, calls, polls, notices."""

from collections.abc import Callable
from typing import Any

import pytest

A = "13/01/2024, 10:29 - Ann: "
I = "[13/01/2024, 10:29:05] Ann: "  # noqa: E741 - the iPhone's form, beside A for Android's
MARK = "\u200e"
RECEIVED_ONCE = (
    "You received a view once photo. For added privacy, you can only open it on your phone."
)


def test_text_is_never_changed(chat: Callable[..., Any]) -> None:
    texts = [
        "  blanks around  ",
        "e\u0301 and \u00e9 stay two",
        "\u202ereversed\u202c and \u200bzero width",
        "two\nlines\n\nand a blank one\n",
        "=HYPERLINK(1) <img src=x>",
        "a: b: c",
        "\ttab",
    ]
    read = chat(*(f"{A}{text}" for text in texts))
    assert read.texts == texts
    assert set(read.kinds) == {"text"}


def test_exactly_one_line_end_is_dropped(chat: Callable[..., Any]) -> None:
    data = f"{A}one\r\nmore\r\n\r\n{A}two\r\n\r\n".encode()
    assert chat(data).texts == ["one\r\nmore\r\n", "two\r\n"]
    assert chat(f"{A}one\n\n{A}two".encode()).texts == ["one\n", "two"]


def test_the_name_ends_at_the_first_colon_with_a_blank(chat: Callable[..., Any]) -> None:
    read = chat(
        f"{A}hi",
        "13/01/2024, 10:30 - Dr: Who: hi",
        "13/01/2024, 10:30 - a:b c: hi",
        "13/01/2024, 10:31 - Ann:.",
        "13/01/2024, 10:31 - Ann:",
        "13/01/2024, 10:32 - +49 170\u00a0123-4567: hi",
        "13/01/2024, 10:32 - ~\u202fProfile: hi",
        "13/01/2024, 10:32 - 🤓: hi",
    )
    assert [(r.sender, r.text) for r in read.records] == [
        ("Ann", "hi"),
        ("Dr", "Who: hi"),
        ("a:b c", "hi"),
        ("Ann", "."),
        ("Ann", ""),
        ("+49 170\u00a0123-4567", "hi"),
        ("~\u202fProfile", "hi"),
        ("🤓", "hi"),
    ]
    assert read.records[3].flags == ("no_blank_after_colon",)


def test_a_fullwidth_colon_ends_a_name_that_is_known(chat: Callable[..., Any]) -> None:
    read = chat(
        "2024/1/13 下午10:29 - 王小明：你好",
        "2024/1/13 下午10:30 - 王小明：再见：好",
        "2024/1/13 下午10:31 - 王小明離開了：x",
    )
    assert [(r.sender, r.text) for r in read.records[:2]] == [
        ("王小明", "你好"),
        ("王小明", "再见：好"),
    ]
    assert read.records[2].sender == ""


@pytest.mark.parametrize(
    "line",
    [
        'Ann changed the subject to "Plan: B"',
        'Ann changed the subject from "A" to "Plan: B"',
        "Max hat den Betreff geändert zu: Neu",
        "Anna cambió la descripción a: nueva",
        "Ann created group “Us: two”",
    ],
)
def test_a_notice_with_a_colon_is_no_message(line: str, chat: Callable[..., Any]) -> None:
    read = chat(f"{A}hi", f"13/01/2024, 10:30 - {line}", f"{A}ho", f"{A}hm")
    record = read.records[1]
    assert (record.kind, record.sender, record.text) == ("system", "", line)
    assert record.flags == ("guess",)


def test_a_notice_has_no_sender_and_no_side(chat: Callable[..., Any]) -> None:
    record = chat("13/01/2024, 10:30 - Ann left", me="Ann").records[0]
    assert (record.kind, record.sender, record.sender_is_me) == ("system", "", None)
    assert record.direction == "unknown"


def test_an_old_group_speaks_its_own_notice(chat: Callable[..., Any]) -> None:
    notice = "Messages and calls are end-to-end encrypted. No one outside can read them."
    read = chat(f"15/04/2016, 15:04 - Our Group: {notice}", f"{A}is it end-to-end encrypted?")
    assert (read.records[0].kind, read.records[0].sender) == ("system", "Our Group")
    lines = [f"{A}words {i}" for i in range(5)]
    spoken = chat(*lines, f"{A}they say it is end-to-end encrypted").records[-1]
    assert spoken.kind == "text"


def test_who_i_am_decides_the_direction(chat: Callable[..., Any]) -> None:
    lines = (f"{A}hi", "13/01/2024, 10:30 - Ben: ho")
    read = chat(*lines, me="Ben")
    assert [(r.sender_is_me, r.direction) for r in read.records] == [(False, "in"), (True, "out")]
    assert {r.sender_is_me for r in chat(*lines).records} == {None}
    assert read.question("me").choices == ("Ann", "Ben")
    assert read.question("me").suggestion == ""


def test_who_deleted_a_message_is_the_owner(chat: Callable[..., Any]) -> None:
    read = chat(f"{A}hi", "13/01/2024, 10:30 - Ben: You deleted this message")
    assert read.question("me").suggestion == "Ben"
    assert read.question("me").basis == "deleted_by_owner"


@pytest.mark.parametrize(
    ("text", "kind", "flags"),
    [
        ("<Media omitted>", "media", ("media_missing",)),
        ("<media omitted>", "media", ("media_missing",)),
        ("<Medien ausgeschlossen>", "media", ("media_missing",)),
        ("<Multimedia omitido>", "media", ("media_missing",)),
        ("<Médias omis>", "media", ("media_missing",)),
        ("<Mídia oculta>", "media", ("media_missing",)),
        ("<Arquivo de mídia oculto>", "media", ("media_missing",)),
        ("<Media omessi>", "media", ("media_missing",)),
        ("<Media weggelaten>", "media", ("media_missing",)),
        ("<Без медиафайлов>", "media", ("media_missing",)),
        ("<Medya dahil edilmedi>", "media", ("media_missing",)),
        ("<メディアなし>", "media", ("media_missing",)),
        ("<تم استبعاد الوسائط>", "media", ("media_missing",)),
        ("<मीडिया के बिना>", "media", ("media_missing",)),
        ("<미디어 파일을 생략한 대화내용>", "media", ("media_missing",)),
        ("<Media omitted>\nlook: here", "media", ("media_missing",)),
        ("<Medien ausgeschlossen>\n" + "long caption " * 60, "media", ("media_missing",)),
        ("<Media omitted> is what it says", "text", ()),
        ("it says\n<Media omitted>", "text", ()),
        ("null", "media", ("view_once_or_missing",)),
        ("", "media", ("view_once_or_missing",)),
        ("This message was deleted", "deleted_marker", ()),
        ("Diese Nachricht wurde gelöscht.", "deleted_marker", ()),
        ("Se eliminó este mensaje.", "deleted_marker", ()),
        ("Это сообщение удалено", "deleted_marker", ()),
        ("此訊息已刪除", "deleted_marker", ()),
        ("You deleted this message", "deleted_marker", ("deleted_by_owner",)),
        ("You deleted this message as admin", "deleted_marker", ()),
        ("This message was deleted by admin Ann", "deleted_marker", ()),
        ("<View once message omitted>", "media", ("view_once_or_missing",)),
        ("live location shared", "location", ()),
        ("Live location shared", "location", ()),
        ("Du hast diese Nachricht gelöscht.", "deleted_marker", ("deleted_by_owner",)),
        ("Missed voice call", "call", ()),
        ("Videollamada perdida", "call", ()),
        ("sounds good <This message was edited>", "text", ("edited",)),
        ("gut <Diese Nachricht wurde bearbeitet.>", "text", ("edited",)),
        ("<This message was edited>", "edited_marker", ()),
        ("location: https://maps.google.com/?q=51.5,-0.1", "location", ()),
        ("look: here https://maps.google.com/?q=51.5,-0.1 is it", "text", ()),
        ("POLL:\nWhen?\nOPTION: Now (2 votes)\nOPTION: Never (0 votes)", "poll", ()),
        ("UMFRAGE:\nWann?\nOPTION: Jetzt (1 Stimme)", "poll", ()),
        ("Contact card omitted", "contact", ("media_missing",)),
        ("I think this message was deleted", "text", ()),
        ("<3", "text", ()),
        ("null and void", "text", ()),
        (":)", "text", ()),
        ("smile :-) (really)", "text", ()),
        ("a < b > c", "text", ()),
    ],
)
def test_android_entries_are_known_by_their_words(
    text: str, kind: str, flags: tuple[str, ...], chat: Callable[..., Any]
) -> None:
    read = chat(*(f"{A}words {i}" for i in range(4)), f"{A}{text}")
    assert (read.kinds[-1], read.records[-1].flags) == (kind, flags)
    assert read.texts[-1] == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{MARK}image omitted", "media"),
        (f"look {MARK}image omitted", "media"),
        (f"{MARK}Bild weggelassen", "media"),
        (f"{MARK}GIF omitted", "media"),
        (f"{MARK}Contact card omitted", "contact"),
        (f"{MARK}Missed video call", "call"),
        (f"{MARK}Voice call, {MARK}5 min", "call"),
        (f"{MARK}Voice call. {MARK}4 min", "call"),
        (f"{MARK}Missed video call. {MARK}Tap to call back", "call"),
        (f"{MARK}View once photo", "media"),
        ("Voice call. 4 o'clock?", "text"),
        (f"{MARK}This message was deleted.", "deleted_marker"),
        (f"{MARK}This message was deleted by admin Ann.", "deleted_marker"),
        (f"{MARK}Live location shared", "location"),
        (f"{MARK}{RECEIVED_ONCE}", "media"),
        (f"{MARK}Ben added Cleo", "system"),
        (f"{MARK}POLL:\n?\n{MARK}OPTION: A (1 vote)", "poll"),
        (f"{MARK}Library (1 Street): https://foursquare.com/v/4ac518cef964", "location"),
        (f"edited {MARK}<This message was edited>", "text"),
        ("typed by a person", "text"),
    ],
)
def test_iphone_entries_are_known_by_their_mark(
    text: str, kind: str, chat: Callable[..., Any]
) -> None:
    record = chat(*(f"{I}words {i}" for i in range(4)), f"{MARK}{I}{text}").records[-1]
    assert (record.kind, record.text, record.sender) == (kind, text, "Ann")


def test_a_sentence_of_the_app_without_its_mark_may_be_typed(chat: Callable[..., Any]) -> None:
    read = chat(f"{I}{MARK}image omitted", f"{I}image omitted")
    assert [r.flags for r in read.records] == [("media_missing",), ("media_missing", "guess")]


def test_a_call_keeps_how_long_it_was(chat: Callable[..., Any]) -> None:
    read = chat(f"{I}{MARK}Video call, {MARK}5 min", "13/01/2024, 10:30 - Missed voice call at 9")
    assert read.records[0].extra == '{"detail":"5 min","missed":false}'
    assert read.records[1].extra == '{"missed":true}'
    assert read.kinds == ["call", "call"]
    newer = chat(f"{I}{MARK}Missed voice call. {MARK}Tap to call back")
    assert newer.records[0].extra == '{"detail":"tap to call back","missed":true}'


def test_a_group_of_an_iphone_is_nobody(archive: Callable[..., Any]) -> None:
    text = f"[13/01/2024, 10:29:05] Us: {MARK}Ann created this group\n{I}hi\n"
    read = archive({"_chat.txt": text}, name="WhatsApp Chat - Us.zip")
    assert read.records[0].sender == "Us"
    assert read.conversations[0].participants == ("Ann",)
    assert read.question("me").choices == ("Ann",)


def test_a_name_that_begins_with_a_colon_is_pointed_out(chat: Callable[..., Any]) -> None:
    lines = ["13/01/2024, 10:00 - Ann: hello", "13/01/2024, 10:01 - :): hello"]
    read = chat(*lines)
    assert read.records[1].flags == ("guess",)
    assert read.records[1].text == ":): hello"
