"""Lists of files: which, in what order, and what each line says."""

import hashlib
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from logbook.domain.entry import EntryText
from logbook.domain.evidence import Evidence, FileFacts, FileTime, MediaClass, TimeBasis
from logbook.domain.file_selection import EntryChoice, EvidenceFilter, FileOrder
from logbook.domain.ids import EntryId, EvidenceId, Sha256
from logbook.domain.message import Answers
from logbook.vault.evidence import NewEvidence
from logbook.vault.import_rows import NewImport
from logbook.vault.vault import Vault

ALL = EvidenceFilter()
PICTURE, SOUND, PDF = MediaClass.PICTURE, MediaClass.SOUND, MediaClass.PDF


def _facts(media: MediaClass, local: str = "", **more: object) -> FileFacts:
    times = (FileTime(local, None, TimeBasis.EXIF, local),) if local else ()
    made = FileFacts("application/octet-stream", media, times=times)
    return replace(made, **more)  # type: ignore[arg-type]  # the tests name real fields


def _keep(vault: Vault, name: str, facts: FileFacts, data: bytes | None = None) -> Evidence:
    what = NewEvidence(name, "file", facts)
    return vault.evidence.add(what, io.BytesIO(name.encode() if data is None else data))


def _names(vault: Vault, wanted: EvidenceFilter) -> list[str]:
    ids = vault.evidence_lists.ids(wanted)
    assert vault.evidence_lists.count(wanted) == len(ids)
    return [row.name for row in vault.evidence_lists.rows(ids)]


@pytest.fixture
def filled(vault: Vault) -> Vault:
    _keep(vault, "note.jpg", _facts(PICTURE, "2026-11-07T08:00:00", thumbnail=b"small"))
    _keep(vault, "Voicemail.wav", _facts(SOUND, "2026-11-12", duration_s=14.2))
    _keep(vault, "proof.pdf", _facts(PDF, "2026-11-04T10:00:00", pages=1), b"x" * 4000)
    _keep(vault, "no time of its own.txt", _facts(MediaClass.TEXT))
    return vault


def test_files_are_ordered_by_their_own_time_or_by_when_they_were_added(filled: Vault) -> None:
    added = "no time of its own.txt"
    dated = ["Voicemail.wav", "note.jpg", "proof.pdf"]
    today = filled.evidence.all()[-1].added_at.date()
    newest = [added, *dated] if today >= date(2026, 11, 12) else [*dated, added]
    assert sorted(_names(filled, ALL)) == sorted(newest)
    assert [name for name in _names(filled, ALL) if name != added] == dated
    oldest = replace(ALL, order=FileOrder.OLDEST)
    assert _names(filled, oldest) == list(reversed(_names(filled, ALL)))


def test_files_are_ordered_by_name_and_by_size(filled: Vault) -> None:
    by_name = _names(filled, replace(ALL, order=FileOrder.NAME))
    assert by_name == ["no time of its own.txt", "note.jpg", "proof.pdf", "Voicemail.wav"]
    assert _names(filled, replace(ALL, order=FileOrder.LARGEST))[0] == "proof.pdf"


def test_a_list_is_cut_to_kinds(filled: Vault) -> None:
    assert _names(filled, EvidenceFilter(media=(SOUND,))) == ["Voicemail.wav"]
    assert set(_names(filled, EvidenceFilter(media=(PDF, MediaClass.TEXT)))) == {
        "proof.pdf",
        "no time of its own.txt",
    }


def test_words_and_days_each_find_files(filled: Vault) -> None:
    assert _names(filled, EvidenceFilter(match="voice")) == ["Voicemail.wav"]
    days = (date(2026, 11, 7), date(2026, 11, 7))
    assert _names(filled, EvidenceFilter(days=days)) == ["note.jpg"]
    both = EvidenceFilter(match="proof", days=days, order=FileOrder.NAME)
    assert _names(filled, both) == ["note.jpg", "proof.pdf"]
    assert _names(filled, EvidenceFilter(match="nothing like it")) == []


def test_the_bin_is_a_list_of_its_own_and_is_searched_by_name(filled: Vault) -> None:
    (note,) = filled.evidence_lists.ids(EvidenceFilter(match="note.jpg"))
    filled.evidence.remove(note)
    assert "note.jpg" not in _names(filled, ALL)
    assert _names(filled, EvidenceFilter(removed=True)) == ["note.jpg"]
    assert _names(filled, EvidenceFilter(removed=True, match="NOTE")) == ["note.jpg"]
    assert _names(filled, EvidenceFilter(removed=True, match="proof")) == []
    assert filled.evidence_lists.counts().removed == 1
    assert filled.evidence_lists.counts().all == 3


def test_an_erased_file_is_in_no_list(filled: Vault) -> None:
    ids = filled.evidence_lists.ids(ALL)
    filled.evidence.erase(ids[0])
    assert ids[0] not in filled.evidence_lists.ids(ALL)
    assert len(filled.evidence_lists.rows(ids)) == 3


def test_a_file_is_linked_by_an_entry_that_is_kept(filled: Vault) -> None:
    note, proof = (
        filled.evidence_lists.ids(EvidenceFilter(match=name))[0] for name in ("note", "proof")
    )
    first = filled.entries.add(EntryText("One.", evidence=(note, proof)))
    second = filled.entries.add(EntryText("Two.", evidence=(note,)))
    unlinked = EvidenceFilter(unlinked=True)
    assert set(_names(filled, unlinked)) == {"Voicemail.wav", "no time of its own.txt"}
    assert filled.evidence_lists.counts().unlinked == 2
    assert [row.entries for row in filled.evidence_lists.rows([note, proof])] == [2, 1]
    assert filled.evidence_lists.entries_with([note, proof]) == 2
    filled.entries.remove(first.id)
    assert "proof.pdf" in _names(filled, unlinked)
    assert [row.entries for row in filled.evidence_lists.rows([note, proof])] == [1, 0]
    filled.entries.remove(second.id)
    assert filled.evidence_lists.entries_with([note, proof]) == 0


def test_a_list_is_cut_to_the_files_of_some_entries(filled: Vault) -> None:
    note, proof = (
        filled.evidence_lists.ids(EvidenceFilter(match=name))[0] for name in ("note", "proof")
    )
    first = filled.entries.add(EntryText("One.", evidence=(note, proof)))
    second = filled.entries.add(EntryText("Two.", evidence=(note,)))

    def of(*entries: EntryId, every: bool = False) -> list[str]:
        return _names(filled, EvidenceFilter(used_by=EntryChoice(entries, every=every)))

    assert of(first.id) == ["note.jpg", "proof.pdf"]
    assert of(second.id) == ["note.jpg"]
    assert of() == []
    assert of(every=True) == ["note.jpg", "proof.pdf"]
    filled.entries.remove(first.id)
    assert of(first.id) == []
    assert of(every=True) == ["note.jpg"]


def test_the_export_that_messages_came_from_is_linked(filled: Vault) -> None:
    data = b"a chat"
    digest = Sha256(hashlib.sha256(data).digest())
    writer = filled.imports.begin(
        NewImport("chat.txt", digest, len(data), "whatsapp", Answers(zone="Europe/London"))
    )
    writer.keep_original(io.BytesIO(data))
    assert "chat.txt" not in _names(filled, ALL)
    writer.finish()
    assert "chat.txt" in _names(filled, ALL)
    assert "chat.txt" not in _names(filled, EvidenceFilter(unlinked=True))
    (chat,) = filled.evidence_lists.ids(EvidenceFilter(match="chat.txt"))
    assert filled.evidence_lists.rows([chat])[0].in_messages
    others = filled.evidence_lists.ids(EvidenceFilter(match="note.jpg"))
    assert filled.evidence_lists.in_messages([chat, *others]) == 1


def test_a_row_says_what_a_list_shows(filled: Vault) -> None:
    rows = {row.name: row for row in filled.evidence_lists.rows(filled.evidence_lists.ids(ALL))}
    note, sound = rows["note.jpg"], rows["Voicemail.wav"]
    assert (note.media_class, note.local, note.basis) == (
        PICTURE,
        "2026-11-07T08:00:00",
        TimeBasis.EXIF,
    )
    assert (note.has_picture, sound.has_picture) == (True, False)
    assert (sound.duration_s, rows["proof.pdf"].pages, rows["proof.pdf"].size_bytes) == (
        14.2,
        1,
        4000,
    )
    assert rows["no time of its own.txt"].basis is None
    assert (note.same, note.checked_at, note.entries, note.in_messages) == (None, None, 0, False)


def test_rows_come_in_the_order_asked_for_and_leave_out_what_is_not_there(filled: Vault) -> None:
    ids = filled.evidence_lists.ids(ALL)
    backwards = [EvidenceId(10_000), *reversed(ids)]
    assert [row.id for row in filled.evidence_lists.rows(backwards)] == list(reversed(ids))


def test_equal_bytes_count_once_in_the_size(filled: Vault) -> None:
    before = filled.evidence_lists.counts().size_bytes
    _keep(filled, "the same again.pdf", _facts(PDF), b"x" * 4000)
    assert filled.evidence_lists.counts().size_bytes == before
    assert filled.evidence_lists.counts().of_class[PDF] == 2


def test_facts_that_are_no_json_do_not_keep_a_file_from_its_list(filled: Vault) -> None:
    con = filled._store.con  # what somebody with the key could do
    con.execute("UPDATE evidence SET facts = 'no json' WHERE name = 'note.jpg'")
    day = timedelta(days=1)
    today = filled.evidence.all(SOUND)[0].added_at.date()
    assert filled.evidence_lists.count(EvidenceFilter(days=(today - day, today + day))) >= 1
    assert filled.evidence_lists.count(ALL) == 4


def test_a_file_of_a_class_that_this_version_does_not_know_is_listed_as_another(
    filled: Vault,
) -> None:
    filled._store.con.execute("UPDATE evidence SET media_class = 'scent' WHERE name = 'proof.pdf'")
    assert "proof.pdf" in _names(filled, ALL)
    assert filled.evidence_lists.counts().of_class[MediaClass.OTHER] == 1
    assert MediaClass.OTHER in {one.media_class for one in filled.evidence.all()}
    assert not filled.check().ok
