"""Files that an export names are linked to the members that hold them."""

import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from logbook.domain.message import AttachmentRef
from logbook.domain.progress import SILENT
from logbook.errors import LimitExceeded
from logbook.importers.limits import LIMITS
from logbook.importers.source import Member, Source
from logbook.importers.whatsapp import IMPORTER
from logbook.importers.whatsapp_files import Listed

A = "13/01/2024, 10:29 - Ann: "
I = "[13/01/2024, 10:29:05] Ann: "  # noqa: E741 - the iPhone's form, beside A for Android's
MARK = "\u200e"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("IMG-20241202-WA0001.jpg (file attached)", "IMG-20241202-WA0001.jpg"),
        (f"{MARK}IMG-20241202-WA0001.jpg (Datei angehängt)", "IMG-20241202-WA0001.jpg"),
        ("IMG-20241202-WA0001.jpg (whatever they say)", "IMG-20241202-WA0001.jpg"),
        ("report 1 (final).pdf (archivo adjunto)", "report 1 (final).pdf"),
        ("report.pdf (in an unknown tongue)", "report.pdf"),
        (
            f"{MARK}<attached: 00000042-PHOTO-2025-01-15-22-41-20.jpg>",
            "00000042-PHOTO-2025-01-15-22-41-20.jpg",
        ),
        (f"{MARK}<Anhang: bild.jpg>", "bild.jpg"),
        (f"{MARK}<pièce jointe : bild.jpg>", "bild.jpg"),
        (f"{MARK}<qqqq: bild.jpg>", "bild.jpg"),
        (f"{MARK}<附件：bild.jpg>", "bild.jpg"),
        (f"{MARK}<bild.jpg eklendi>", "bild.jpg"),
        (f"A PDF.pdf • {MARK}1 page {MARK}<attached: some-doc.pdf>", "some-doc.pdf"),
        (f"2015-08-04-PHOTO-00004762.jpg <{MARK}attached>", "2015-08-04-PHOTO-00004762.jpg"),
    ],
)
def test_a_named_file_is_found_in_the_zip(
    text: str, name: str, archive: Callable[..., Any]
) -> None:
    read = archive({"_chat.txt": f"{A}{text}\n", "other.bin": b"0", name: b"content"})
    assert read.records[0].attachments == (AttachmentRef(name, present=True, member="2"),)
    assert read.kinds == ["media"]
    assert (read.found.media_named, read.found.media_present) == (1, 1)
    with (
        Source.open(read.path) as source,
        source.open_attachment(read.records[0].attachments[0]) as stream,
    ):
        assert stream.read() == b"content"


@pytest.mark.parametrize("path", ["../../evil.jpg", "/etc/evil.jpg", "C\\\\x\\evil.jpg"])
def test_a_name_with_folders_is_a_file_by_its_last_part(
    path: str, archive: Callable[..., Any]
) -> None:
    iphone = f"{I}\u200e<attached: {path}>\n"
    android = f"{A}{path} (file attached)\n{A}http://x.y/evil.jpg (look)\n"
    for text in (iphone, android):
        read = archive({"_chat.txt": text, path: b"x"})
        assert [r.kind for r in read.records] == ["media", "text"][: len(read.records)]
        (ref,) = read.records[0].attachments
        assert (ref.name, ref.present, ref.member) == ("evil.jpg", True, "1")


def test_a_caption_follows_on_the_next_line(archive: Callable[..., Any]) -> None:
    chat = f"{A}a.jpg (file attached)\nfirst\nsecond\n"
    record = archive({"_chat.txt": chat, "a.jpg": b"0"}).records[0]
    assert record.attachments[0].present
    assert record.text == "a.jpg (file attached)\nfirst\nsecond"


def test_a_file_that_is_not_there_is_named_as_missing(chat: Callable[..., Any]) -> None:
    read = chat(f"{A}IMG-20241202-WA0001.jpg (file attached)", f"{A}notes.txt (draft)")
    assert read.records[0].attachments == (AttachmentRef("IMG-20241202-WA0001.jpg", present=False),)
    assert read.kinds == ["media", "text"]
    assert (read.found.media_named, read.found.media_present) == (1, 0)


def test_names_match_in_any_normal_form_and_case(archive: Callable[..., Any]) -> None:
    composed = unicodedata.normalize("NFC", "Fähre.JPG")
    decomposed = unicodedata.normalize("NFD", "fähre.jpg")
    read = archive({"_chat.txt": f"{A}{composed} (file attached)\n", f"media/{decomposed}": b"0"})
    assert read.records[0].attachments[0].present


def test_two_members_of_one_name_are_used_in_turn(archive: Callable[..., Any]) -> None:
    line = f"{A}a.jpg (file attached)\n"
    read = archive({"_chat.txt": line * 3, "x/a.jpg": b"1", "y/a.jpg": b"2"})
    assert [r.attachments[0].member for r in read.records] == ["1", "2", "2"]


def test_a_contact_card_is_a_contact(archive: Callable[..., Any]) -> None:
    read = archive({"_chat.txt": f"{A}Ben.vcf (file attached)\n", "Ben.vcf": b"BEGIN:VCARD"})
    assert read.kinds == ["contact"]


def test_the_chat_is_found_whatever_the_zip_is_called(archive: Callable[..., Any]) -> None:
    for name in ("_chat.txt", "WhatsApp Chat with Ann.txt", "folder/Chat de WhatsApp con Ann.txt"):
        read = archive({"a.jpg": b"\xff\xd8", name: f"{A}hi\n"})
        assert read.recognised
        assert [r.locator for r in read.records] == [f"1:0+{read.records[0].length}"]


def test_files_beside_an_unpacked_chat_are_linked_and_said_to_lie_there(
    tmp_path: Path, chat: Callable[..., Any]
) -> None:
    name = "00000042-PHOTO-2025-01-15-22-41-20.jpg"
    (tmp_path / name).write_bytes(b"content")
    read = chat(f"{I}{MARK}<attached: {name}>", f"{I}{MARK}<attached: gone.jpg>", name="_chat.txt")
    (file,), (gone,) = (record.attachments for record in read.records)
    assert (file.name, file.present, gone.present) == (name, True, False)
    assert [record.flags for record in read.records] == [("file_beside",), ()]
    assert "file_beside" in read.found.warnings
    with Source.open(read.path) as source, source.open_attachment(file) as stream:
        assert stream.read() == b"content"


def test_a_file_beside_a_chat_is_not_taken_for_its_mere_name(
    tmp_path: Path, chat: Callable[..., Any]
) -> None:
    (tmp_path / "notes.txt").write_bytes(b"private")
    (tmp_path / "IMG-20241202-WA0001.jpg").symlink_to(tmp_path / "notes.txt")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "report.pdf").write_bytes(b"other")
    read = chat(
        f"{A}notes.txt (draft)",
        f"{A}IMG-20241202-WA0001.jpg (file attached)",
        f"{A}report.pdf (file attached)",
        f"{A}../below/report.pdf (file attached)",
    )
    assert [any(file.present for file in record.attachments) for record in read.records] == [
        False
    ] * 4
    assert read.kinds == ["text", "media", "media", "text"]


def test_a_zip_of_windows_has_its_chat_in_a_folder(archive: Callable[..., Any]) -> None:
    read = archive({"WhatsApp Chat - Us\\_chat.txt": f"{I}hi\n{I}ho\n"})
    assert [one.title for one in read.conversations] == ["Us"]


def test_an_unpacked_chat_has_the_name_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "WhatsApp Chat - Us"
    folder.mkdir()
    (folder / "_chat.txt").write_text(f"{I}hi\n")
    with Source.open(folder / "_chat.txt") as source:
        assert IMPORTER.examine(source, SILENT).conversations[0].title == "Us"


def test_a_text_that_was_sent_in_a_chat_is_no_chat_of_its_own(
    archive: Callable[..., Any],
) -> None:
    inner = "13/01/2020, 10:29 - Zoe: an old chat\n13/01/2020, 10:30 - Zoe: that was sent\n"
    read = archive(
        {
            "WhatsApp Chat with Zoe.txt": inner,
            "WhatsApp Chat with Ann.txt": f"{A}WhatsApp Chat with Zoe.txt (file attached)\n",
        }
    )
    assert [c.title for c in read.conversations] == ["Ann"]
    assert read.records[0].attachments[0].member == "0"


def test_chats_that_name_each_other_are_both_chats(archive: Callable[..., Any]) -> None:
    read = archive(
        {
            "WhatsApp Chat with Zoe.txt": f"{A}see WhatsApp Chat with Ann.txt\n",
            "WhatsApp Chat with Ann.txt": f"{A}see WhatsApp Chat with Zoe.txt\n",
        }
    )
    assert [c.title for c in read.conversations] == ["Zoe", "Ann"]


def test_the_chats_and_files_of_a_zip_are_listed_once_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two thousand chats, each with all members of the zip, took 900 MB and minutes."""
    listed, opened = [], []
    make, open_member = Listed.__init__, Source.open_member

    def counted(self: Listed, members: Iterable[Member]) -> None:
        listed.append(self)
        make(self, members)

    def noted(self: Source, index: int, **how: bool) -> Any:
        opened.append(index)
        return open_member(self, index, **how)

    monkeypatch.setattr(Listed, "__init__", counted)
    monkeypatch.setattr(Source, "open_member", noted)
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as out:
        for n in range(9):
            out.writestr(f"WhatsApp Chat with {n}.txt", f"{A}photo{n}.jpg (file attached)\n")
        for n in range(9):
            out.writestr(f"photo{n}.jpg", "x")
    with Source.open(path) as source:
        found = IMPORTER.examine(source, SILENT)
    assert (len(found.conversations), found.media_present) == (9, 9)
    assert len(listed) == 1
    assert max(map(opened.count, range(9))) <= 3  # its start, the names in it, its records


def test_of_more_people_than_any_group_has_the_first_are_listed(
    archive: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("logbook.importers.whatsapp_chats._MOST_PEOPLE", 2)
    lines = [f"13/01/2024, 10:2{n} - {name}: hi\n" for n, name in enumerate("ABCABC")]
    read = archive({"WhatsApp Chat with Us.txt": "".join(lines)})
    assert [one.participants for one in read.conversations] == [("A", "B")]
    assert [record.sender for record in read.records] == list("ABCABC")


def test_an_export_of_more_chats_than_any_phone_has_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as out:
        for n in range(4):
            out.writestr(f"{n}/_chat.txt", f"{A}one\n")
    with Source.open(path, replace(LIMITS, conversations=4)) as source:
        assert len(IMPORTER.examine(source, SILENT).conversations) == 4
    with (
        Source.open(path, replace(LIMITS, conversations=3)) as source,
        pytest.raises(LimitExceeded) as failure,
    ):
        IMPORTER.examine(source, SILENT)
    assert (failure.value.detail, failure.value.where) == ("conversations", "3")


def test_a_zip_of_several_chats_gives_each_its_conversation(archive: Callable[..., Any]) -> None:
    read = archive({"Ann/_chat.txt": f"{A}one\n", "Ben/_chat.txt": f"{I}two\n{I}three\n"})
    assert [r.conversation for r in read.records] == [0, 1, 1]
    assert [r.order_index for r in read.records] == [0, 1, 2]
    assert "several_chats" in read.found.warnings


@pytest.mark.parametrize(
    ("zip_name", "member", "title"),
    [
        ("WhatsApp Chat with Ann B.zip", "WhatsApp Chat with Ann B.txt", "Ann B"),
        ("WhatsApp Chat - Ann B.zip", "_chat.txt", "Ann B"),
        ("WhatsApp Chat - Ann B (2).zip", "_chat.txt", "Ann B"),
        ("WhatsApp_Chat_with_Ann_B.zip", "WhatsApp_Chat_with_Ann_B.txt", "Ann B"),
        ("Chat de WhatsApp con Ann B.zip", "Chat de WhatsApp con Ann B.txt", "Ann B"),
        ("WhatsApp-Chat mit Ann B.zip", "WhatsApp-Chat mit Ann B.txt", "Ann B"),
        ("Discussion WhatsApp avec Ann B.zip", "Discussion WhatsApp avec Ann B.txt", "Ann B"),
        ("Conversa do WhatsApp com Ann B.zip", "Conversa do WhatsApp com Ann B.txt", "Ann B"),
        ("Чат WhatsApp с Ann B.zip", "Чат WhatsApp с Ann B.txt", "Ann B"),
        ("\u200eWhatsApp Chat - Ann B.zip", "_chat.txt", "Ann B"),
        ("x.zip", "与Ann B的WhatsApp聊天记录.txt", "Ann B"),
        ("x.zip", "Ann Bとの WhatsApp チャット.txt", "Ann B"),
        ("x.zip", "Ann B ile WhatsApp Sohbeti.txt", "Ann B"),
    ],
)
def test_a_conversation_has_one_key_in_every_export_of_it(
    zip_name: str, member: str, title: str, archive: Callable[..., Any]
) -> None:
    info = archive({member: f"{A}hi\n"}, name=zip_name).conversations[0]
    assert (info.key, info.title) == ("whatsapp:title:ann b", title)


def test_a_chat_without_a_title_is_known_by_its_people(chat: Callable[..., Any]) -> None:
    one = chat(f"{A}hi", "13/01/2024, 10:30 - Ben: ho", name="export.txt").conversations[0]
    two = chat("13/01/2024, 11:30 - Ben: ho", f"{A}hi", name="other.txt").conversations[0]
    three = chat("13/01/2024, 11:30 - Ben: ho", name="third.txt").conversations[0]
    assert one.key == two.key != three.key
    assert one.title == "Ann, Ben"
