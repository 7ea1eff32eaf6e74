"""Bringing exports in: every record counted, files kept with few saves, or nothing at all."""

from __future__ import annotations

import gc
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from logbook.domain.message import Answers
from logbook.errors import Cancelled, FileChanged, UsageError
from logbook.tasks import bring_in_messages, few_records
from logbook.tasks.bring_in_messages import examine_messages, keep_messages, try_messages
from logbook.tasks.say_import import say_warning
from logbook.vault.imports import ImportWriter
from logbook.vault.vault import Vault

DAY_FIRST = Answers(date_order="dmy")
CHAT = "WhatsApp Chat with Dale.txt"


def lines(count: int, text: str = "message {n}") -> str:
    """The text of an Android export, a record a minute."""
    return "".join(
        f"25/12/2023, {n // 60 % 24:02}:{n % 60:02} - {'Dale' if n % 2 else 'Alex'}: "
        f"{text.format(n=n)}\n"
        for n in range(count)
    )


def picture(grey: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (8, 8), grey).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / CHAT
    path.write_text(lines(25), encoding="utf-8")
    return path


@pytest.fixture
def with_pictures(tmp_path: Path) -> Path:
    """A zip with six pictures, each named by a message, packed without compression."""
    path = tmp_path / "chat.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as out:
        out.writestr(CHAT, lines(6, "IMG-20231225-WA000{n}.png (file attached)"))
        for n in range(6):
            out.writestr(f"IMG-20231225-WA000{n}.png", picture(40 * n))
    return path


@pytest.fixture
def portions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of the portions that the vault was given."""
    sizes: list[int] = []
    add = ImportWriter.add

    def counted(self: ImportWriter, records, files=None) -> None:
        sizes.append(len(records))
        add(self, records, files)

    monkeypatch.setattr(ImportWriter, "add", counted)
    return sizes


def test_a_file_that_is_here_already_is_said_in_words(vault: Vault, export: Path) -> None:
    keep_messages(vault, examine_messages(export), DAY_FIRST)
    again = keep_messages(vault, examine_messages(export), DAY_FIRST)
    assert (again.messages_stored, again.already_here) == (0, 25)
    assert say_warning(again.warnings[-1]).head == "This very file was brought in before."


def test_messages_that_changed_since_the_last_export_are_kept_and_counted(
    vault: Vault, export: Path, tmp_path: Path
) -> None:
    keep_messages(vault, examine_messages(export), DAY_FIRST)
    (tmp_path / "later").mkdir()
    later = tmp_path / "later" / CHAT
    later.write_text(lines(25).replace("message 7\n", "message seven\n"), encoding="utf-8")
    done = keep_messages(vault, examine_messages(later), DAY_FIRST)
    assert (done.messages_stored, done.already_here) == (1, 24)
    assert done.warnings[-1] == "variants:1"
    assert say_warning(done.warnings[-1]).head.startswith("1 message is nearly like")


def test_a_chat_under_another_name_is_said_and_kept(vault: Vault, tmp_path: Path) -> None:
    """As it is after a contact was renamed or deleted (messages.md 30)."""
    for name in ("Mum", "+1 555 010 9999"):
        path = tmp_path / f"WhatsApp Chat with {name}.txt"
        path.write_text(lines(25).replace("Dale:", f"{name}:"), encoding="utf-8")
        done = keep_messages(vault, examine_messages(path), DAY_FIRST)
        assert (done.messages_stored, done.already_here) == (25, 0)
        assert ("same_as_other_chat" in done.warnings) == name.startswith("+")
    assert say_warning("same_as_other_chat").head.startswith("A chat in this file seems")


def test_a_few_words_sent_to_two_chats_make_no_chat_the_same(vault: Vault, tmp_path: Path) -> None:
    for name in ("Mum", "Dad"):
        path = tmp_path / f"WhatsApp Chat with {name}.txt"
        text = lines(25).replace("Dale:", f"{name}:")
        own = [f"message {n}\n" for n in range(25) if n % 3 or name == "Mum"]
        for words in own:
            text = text.replace(words, f"{words.strip()} for {name}\n")
        path.write_text(text, encoding="utf-8")
        done = keep_messages(vault, examine_messages(path), DAY_FIRST)
        assert "same_as_other_chat" not in done.warnings


def test_a_number_written_otherwise_is_the_same_sender(vault: Vault, tmp_path: Path) -> None:
    """As are other words for the day and another name of the contact (messages.md 3)."""
    row = '<sms address="{0}" date="1704067200000" type="1" body="hi" contact_name="{1}"/>'
    for name, number in (("Mum", "+1 555 123-4567"), ("Mother", "(555) 1234567"), ("Ann", "+1555")):
        path = tmp_path / f"{name}.xml"
        path.write_text(f"<smses>{row.format(number, name)}</smses>")
        done = keep_messages(vault, examine_messages(path), Answers())
        assert (done.messages_stored, done.already_here) == ((0, 1) if name == "Mother" else (1, 0))


@pytest.mark.parametrize(
    ("written", "typed"),
    [("~\u202fMax", "~ Max"), ("\u2068+49\u00a0151\u2069", "+49 151"), ("Zoe\u0308", "Zo\u00eb")],
)
def test_who_i_am_can_be_typed(tmp_path: Path, vault: Vault, written: str, typed: str) -> None:
    path = tmp_path / CHAT
    path.write_text(f"25/12/2023, 10:00 - {written}: hi\n25/12/2023, 10:01 - Max: ho\n")
    keep_messages(vault, examine_messages(path), Answers(me=typed))
    kept = [one.record for one in vault.messages.page(limit=9)]
    assert [(one.sender, one.sender_is_me) for one in kept] == [(written, True), ("Max", False)]


def test_a_name_that_is_nobodys_or_of_two_is_refused(tmp_path: Path) -> None:
    path = tmp_path / CHAT
    path.write_text("25/12/2023, 10:00 - A\u00a0B: hi\n25/12/2023, 10:01 - A\u202fB: ho\n")
    found = examine_messages(path).found
    for name in ("A B", "C"):
        with pytest.raises(UsageError):
            bring_in_messages.settle(found, Answers(me=name))


class StopsAt:
    """A progress whose `at`-th report is answered by Cancel."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, *_told: object) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled

    def give_way(self) -> None:
        """Let nothing run."""


def texts(vault: Vault) -> list[str]:
    return [message.record.text for message in vault.messages.page(limit=1000)]


def saves(vault: Vault, work: Callable[[], object]) -> int:
    """Return how many saves the work took."""
    before = vault._store.mark().save_seq
    work()
    return vault._store.mark().save_seq - before


def test_every_record_of_the_file_is_kept_and_found(vault: Vault, export: Path) -> None:
    summary = keep_messages(vault, examine_messages(export), DAY_FIRST)
    assert (summary.records_in_file, summary.messages_stored) == (25, 25)
    assert texts(vault) == [f"message {n}" for n in range(25)]
    assert vault.search("message 24").total == 1
    assert vault.check().ok


def test_the_same_file_again_adds_nothing(vault: Vault, export: Path) -> None:
    keep_messages(vault, examine_messages(export), DAY_FIRST)
    again = keep_messages(vault, examine_messages(export), DAY_FIRST)
    assert (again.messages_stored, again.already_here) == (0, 25)
    assert vault.messages.count() == 25


def test_many_portions_make_the_same_import_as_one(
    vault: Vault, export: Path, portions: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(few_records, "FEW_RECORDS", 5)
    monkeypatch.setattr(bring_in_messages, "PORTION_RECORDS", 10)
    assert keep_messages(vault, examine_messages(export), DAY_FIRST).messages_stored == 25
    assert portions == [5, 5, 5, 5, 5]
    assert texts(vault) == [f"message {n}" for n in range(25)]
    assert vault.check().ok


def test_long_texts_make_a_portion_smaller(
    vault: Vault, export: Path, portions: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(few_records, "FEW_CHARS", 30)
    keep_messages(vault, examine_messages(export), DAY_FIRST)
    assert sum(portions) == 25
    assert max(portions) == 4


def test_records_and_small_files_share_a_save(vault: Vault, with_pictures: Path) -> None:
    examined = examine_messages(with_pictures)
    done = []
    # The import's row, the export itself, the pictures with their records, the end.
    assert saves(vault, lambda: done.append(keep_messages(vault, examined, DAY_FIRST))) == 4
    assert done[0].linked == 6
    for n, message in enumerate(vault.messages.page(limit=6)):
        (file,) = message.attachments
        assert file.evidence is not None
        with vault.evidence.open(file.evidence) as stream:
            assert stream.read() == picture(40 * n)


def test_files_that_are_many_take_several_saves(
    vault: Vault, with_pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bring_in_messages, "PORTION_BYTES", 1)
    examined = examine_messages(with_pictures)
    assert saves(vault, lambda: keep_messages(vault, examined, DAY_FIRST)) == 3 + 6
    assert vault.check().ok


def test_a_large_file_is_kept_as_it_streams_by_and_looked_at_afterwards(
    vault: Vault, with_pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bring_in_messages, "LOOK_BYTES_MOST", 10)
    summary = keep_messages(vault, examine_messages(with_pictures), DAY_FIRST)
    assert summary.linked == 6
    pictures = [one for one in vault.evidence.all() if one.name.endswith(".png")]
    assert {one.media_type for one in pictures} == {"image/png"}


def test_damage_that_only_reading_shows_is_told(vault: Vault, with_pictures: Path) -> None:
    data = with_pictures.read_bytes()
    whole = picture(40)
    with_pictures.write_bytes(data.replace(whole, whole[:-20] + bytes(20), 1))
    examined = examine_messages(with_pictures)
    assert "member_damaged" not in examined.found.warnings
    summary = keep_messages(vault, examined, DAY_FIRST)
    assert "member_damaged" in summary.warnings
    assert summary.messages_stored == 6
    assert vault.check().ok


@pytest.mark.parametrize("at", [0, 1, 2, 3, 4])
def test_a_stopped_import_leaves_nothing(vault: Vault, with_pictures: Path, at: int) -> None:
    examined = examine_messages(with_pictures)
    with pytest.raises(Cancelled):
        keep_messages(vault, examined, DAY_FIRST, StopsAt(at))
    assert vault.messages.count() == 0
    assert vault.evidence.all() == []
    assert vault.check().ok


def test_a_file_that_changed_since_the_look_leaves_nothing(vault: Vault, export: Path) -> None:
    examined = examine_messages(export)
    export.write_text(lines(26), encoding="utf-8")
    with pytest.raises(FileChanged):
        keep_messages(vault, examined, DAY_FIRST)
    assert vault.messages.count() == 0


def test_a_dry_run_tells_the_same_and_keeps_nothing(vault: Vault, with_pictures: Path) -> None:
    examined = examine_messages(with_pictures)
    tried = try_messages(examined, DAY_FIRST)
    assert vault.messages.count() == 0
    kept = keep_messages(vault, examined, DAY_FIRST)
    assert (tried.records_in_file, tried.linked) == (kept.records_in_file, kept.linked)
    assert tried.warnings == kept.warnings


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("stopped", [True, False])
def test_the_collector_is_afterwards_as_it_was_before(
    vault: Vault, export: Path, *, on: bool, stopped: bool
) -> None:
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        examined = examine_messages(export)
        progress = StopsAt(0 if stopped else 1_000_000)
        try:
            keep_messages(vault, examined, DAY_FIRST, progress)
        except Cancelled:
            assert stopped
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()
