"""The rules of a filing copy, each held against a written report (R01 to R53)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Name, pdfa
from pypdf import PdfReader

from logbook.domain.dossier import DossierSource
from logbook.domain.ids import Sha256
from logbook.domain.moment import Moment, Precision
from logbook.export.report import compose


def test_r01_the_file_is_a_valid_pdf_for_qpdf_pikepdf_and_pdfium(full_report):
    checked = subprocess.run(
        ["qpdf", "--check", str(full_report.path)], capture_output=True, check=False
    )
    with pikepdf.open(full_report.path) as pdf:
        problems = pdf.check_pdf_syntax()

    assert checked.returncode == 0
    assert problems == []
    assert len(full_report.texts) == full_report.result.files[0].pages > 0


def test_r02_the_file_opens_without_a_password(full_report):
    with pikepdf.open(full_report.path) as pdf:
        assert not pdf.is_encrypted


@pytest.mark.parametrize(
    ("rule", "keys"),
    [
        ("R03", {"/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch"}),
        ("R04", {"/EmbeddedFiles", "/EF", "/AF", "/Collection"}),
        ("R05", {"/RichMediaContent", "/Movie", "/Sound"}),
        ("R06", {"/AcroForm", "/XFA"}),
        ("R07", {"/URI", "/SubmitForm"}),
        ("R08", {"/Thumb", "/OCProperties"}),
    ],
)
def test_r03_to_r08_nothing_in_the_file_runs_hides_or_leads_out(full_report, rule, keys):
    with pikepdf.open(full_report.path) as pdf:
        found = {key for thing in pdf.objects for key in _keys(thing)}
        kinds = {str(note.Subtype) for page in pdf.pages for note in page.obj.get(Name.Annots, [])}

    assert not found & keys, rule
    assert kinds == {"/Link"}


def _keys(thing, depth=0):
    if depth > 20:
        return
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, value in thing.items():
            yield key
            if not getattr(value, "is_indirect", False):
                yield from _keys(value, depth + 1)
    elif isinstance(thing, pikepdf.Array):
        for value in thing.as_list():
            if not getattr(value, "is_indirect", False):
                yield from _keys(value, depth + 1)


def test_r09_the_file_passes_the_offline_pdf_a_2b_validator(full_report):
    assert pdfa.validate_written(full_report.path, "2b").passed


@pytest.mark.parametrize(("page", "size"), [("", (612, 792)), ("a4", (595.28, 841.89))])
def test_r10_every_page_has_exactly_the_paper_size(make, tmp_path, page, size):
    compose(make.dossier(page=page), tmp_path / "bundle.pdf")

    document = pypdfium2.PdfDocument(tmp_path / "bundle.pdf")
    sizes = {tuple(round(side, 1) for side in one.get_size()) for one in document}
    document.close()
    assert sizes == {tuple(round(side, 1) for side in size)}


def test_r11_the_stamp_area_of_the_cover_is_clear(full_report):
    document = pypdfium2.PdfDocument(full_report.path)
    image = document[0].render(scale=50 / 72).to_pil().convert("L")
    document.close()
    corner = image.crop((image.width - 150, 0, image.width, 148))

    assert corner.getextrema() == (255, 255)


def test_r15_every_printed_number_is_the_page_of_the_file(full_report):
    total = len(full_report.texts)
    for number, text in enumerate(full_report.texts, 1):
        found = re.search(r"Page (\d+) of (\d+)", text)
        assert found is not None
        assert (int(found[1]), int(found[2])) == (number, total)


def test_r15_page_labels_are_the_same_arabic_numbers(full_report):
    labels = PdfReader(full_report.path).page_labels

    assert labels == [str(number) for number in range(1, len(full_report.texts) + 1)]


def test_r17_bates_numbers_rise_by_one(full_report):
    numbers = [int(re.search(r"RK-(\d{4})", text)[1]) for text in full_report.texts]

    assert numbers == list(range(1, len(numbers) + 1))


def test_r18_the_index_lists_every_exhibit_with_description_and_page(full_report):
    index = full_report.texts[1]
    for letter, title in (
        ("A", "Screen capture of the review"),
        ("B", "Two calls"),
        ("C", "Papers"),
        ("D", "notes.txt"),
        ("E", "Messages with Sam R."),
        ("F", "Messages with Sam R."),
    ):
        page = next(
            number
            for number, text in enumerate(full_report.texts, 1)
            if f"EXHIBIT {letter}\n" in text
        )
        assert re.search(rf"Exhibit {letter}\s+{re.escape(title)}", index.replace("\n", " "))
        assert re.search(rf"\b{page}\b", index)


def test_r19_every_row_of_the_index_leads_to_its_printed_page(full_report):
    with pikepdf.open(full_report.path) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        targets = [pages[link.Dest[0].objgen] for link in pdf.pages[1].obj.Annots]
    rows = full_report.texts[1].split("Prepared by")[0]
    printed = [int(number) for number in re.findall(r"(?m)(?<!of) (\d+)$", rows)]

    assert len(targets) == 5 + 6  # sections that the index lists, and exhibits
    assert targets == printed


def test_r20_bookmarks_name_every_section_and_exhibit_with_its_page(full_report):
    reader = PdfReader(full_report.path)
    flat = [
        item for part in reader.outline for item in (part if isinstance(part, list) else [part])
    ]

    titles = {item.title: reader.get_destination_page_number(item) + 1 for item in flat}
    for title, page in titles.items():
        assert title.endswith(f", p. {page}")
    assert any(title.startswith("Exhibit A: Screen capture of the review") for title in titles)
    assert {"Cover", "Index", "Chronology"} <= {title.split(",")[0] for title in titles}


def test_r21_links_and_bookmarks_keep_the_zoom(full_report):
    with pikepdf.open(full_report.path) as pdf:
        places = [link.Dest for page in pdf.pages for link in page.obj.get(Name.Annots, [])]
        with pdf.open_outline() as outline:
            places += [item.destination for item in outline.root]

    assert all(place[1] == Name.XYZ and place[4] is None for place in places)


def test_r22_a_reader_opens_with_bookmarks_and_a_neutral_title(full_report):
    with pikepdf.open(full_report.path) as pdf:
        assert pdf.Root.PageMode == Name.UseOutlines
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.Title) == "Exhibits A–F"
        assert str(pdf.Root.Lang) == "en"


def test_r23_every_message_is_found_by_pdfium_in_every_script(full_report, make):
    found = full_report.squeezed
    for text in make.scripts:
        if text != make.scripts[4]:  # its message was deleted
            assert all(make.squeeze(word) in found for word in text.split()), ascii(text)


def test_r23_latin_text_is_found_by_poppler(full_report):
    found = re.sub(r"\s+", " ", full_report.poppler())

    for words in ("A public review named my street.", "You cannot hide for ever.", "Line three"):
        assert words in found


def test_r23_a_document_shown_as_a_picture_keeps_its_words_behind_it(full_report):
    assert "Report 26-11832" in "".join(full_report.texts).replace("\n", " ")
    with pikepdf.open(full_report.path) as pdf:
        hidden = [page for page in pdf.pages if b"3 Tr" in page.Contents.read_bytes()]
    assert len(hidden) == 1


def test_r24_pictures_without_words_are_listed_for_a_look(full_report):
    messages = [check.message for check in full_report.result.checks if check.id == "R24"]

    assert "The words on A1 cannot be searched: it has no transcript." in messages
    assert not any("B2" in message for message in messages)  # it has a transcript


def test_r25_every_face_is_embedded_and_no_glyph_is_missing(full_report):
    with pikepdf.open(full_report.path) as pdf:
        fonts = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get(Name.Type) == Name.Font
        ]
        descendants = [font for font in fonts if font.Subtype == Name.CIDFontType2]
        assert descendants
        assert all(Name.FontFile2 in font.FontDescriptor for font in descendants)
        assert all(Name.ToUnicode in font for font in fonts if font.Subtype == Name.Type0)
        assert not any(b"<0000>" in page.Contents.read_bytes() for page in pdf.pages)


def test_r25_a_character_without_a_glyph_is_printed_by_its_name(make, composed):
    made = composed(make.dossier(entries=(make.entry(1, "T", "Sign \u0f40 here"),)))

    text = " ".join(made.texts[2].split())
    assert "[U+0F40 TIBETAN LETTER KA]" in text
    assert any(check.id == "R25" for check in made.result.checks)


def test_r30_every_message_names_sender_and_recipient_by_number(full_report):
    text = " ".join(" ".join(full_report.texts).split())

    assert "R. K. (+1 555 0199) to +1 555 0100" in text
    assert "+1 555 0100 to R. K. (+1 555 0199)" in text


def test_r30_a_contact_name_alone_is_said_to_have_no_number(full_report):
    text = " ".join(" ".join(full_report.texts).split())

    assert "Sam R. (number not recorded) to R. K. (number not recorded)" in text
    assert "Me Myself" not in text


def test_r31_every_message_has_date_time_and_distance_from_utc(full_report):
    text = "\n".join(full_report.texts)

    assert "2026-11-01 00:50:00 UTC−04:00" in text
    assert "2026-11-01 01:58:00 UTC−04:00" in text  # before the clocks change
    assert "2026-11-01 01:15:00 UTC−05:00" in text  # 17 minutes later, after they changed
    assert len(re.findall(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC[−+]\d\d:\d\d", text)) >= 14


def test_r31_the_cover_states_the_zone(full_report):
    assert "Times are local times of the zone America/New_York" in " ".join(
        full_report.texts[0].split()
    )


def test_r31_the_zone_is_stated_for_the_times_of_writing_too(make, composed):
    summer = make.entry(1, "T", "x", happened=make.moment(2026, 7, 1, 12))  # written in November
    cover = make.squeeze(composed(make.dossier(entries=(summer,))).texts[0])

    assert "(UTC−04:00,UTC−05:00)" in cover


def test_r32_what_is_left_out_of_a_conversation_is_counted(full_report):
    text = " ".join(" ".join(full_report.texts).split())

    assert "messages 41–53 of 1,203" in text
    assert "40 messages omitted (1–40)" in text
    assert "1,150 messages omitted (54–1,203)" in text
    assert "2 messages omitted (3–4)" in text
    assert "4 messages omitted (6–9)" in text


def test_r33_line_ends_edits_and_deletions_are_as_in_the_export(full_report):
    text = "\n".join(full_report.texts)

    assert re.search(r"Line one\n+Line three", text)
    assert "[edited, as the export says]" in text
    assert "Subject: Spare keys" in text
    assert "has subject" not in text
    assert "[deleted, as the export says]" in text
    assert "VID.mp4 (the export does not hold this file)" in " ".join(text.split())


def test_r34_each_conversation_states_its_source(full_report, make):
    sheet = next(text for text in full_report.texts if "EXHIBIT E\n" in text)
    thread = full_report.dossier.threads[0]

    assert thread.source_sha256.hex() in make.squeeze(sheet)
    for words in ("WhatsApp Chat with Sam.zip", "123.5 kB", "9 Nov 2026, 19:00"):
        assert words in " ".join(sheet.split())


def test_r35_notes_of_the_petitioner_are_set_apart(make, composed):
    file = make.file(1, "a.png", description="Front of the note")
    other = make.file(2, "b.png", description="Back of the note")
    made = composed(
        make.dossier(entries=(make.entry(1, "N", "Note.", files=(1, 2)),), files=(file, other))
    )

    text = " ".join(" ".join(made.texts).split())
    assert "Note by petitioner Front of the note" in text
    pictures = made.texts[-3]
    assert "Back of the note" not in pictures


def test_r36_entries_stand_in_order_and_undated_ones_last(make, composed):
    unknown = Moment(Precision.UNKNOWN)
    entries = (
        make.entry(9, "Third", "x", happened=unknown),
        make.entry(2, "Second", "x", happened=make.moment(2026, 11, 8)),
        make.entry(7, "First", "x", happened=make.moment(2026, 11, 3)),
        make.entry(3, "Tie", "x", happened=make.moment(2026, 11, 8)),
    )
    made = composed(make.dossier(entries=entries))

    text = made.texts[2]
    places = [text.index(word) for word in ("First", "Second", "Tie", "Entries without", "Third")]
    assert places == sorted(places)


def test_r36_a_time_that_is_not_sure_is_never_printed_as_a_day(make, composed):
    unsure = make.entry(1, "Unsure", "He came by.")
    moment = replace(unsure.happened, precision=Precision.UNKNOWN, raw="in spring")
    report = composed(make.dossier(entries=(replace(unsure, happened=moment),)))
    text = make.squeeze("".join(report.texts))

    assert "Eventswithoutaknowndate" in text
    assert "inthewordsoftheentry:“inspring”" in text
    assert [look.message for look in report.result.checks if look.id == "R36"] == [
        "Entry 1 has no date."
    ]


def test_r37_every_exhibit_starts_with_a_sheet_and_no_page_is_blank(full_report):
    for letter in "ABCDEF":
        assert sum(f"EXHIBIT {letter}\n" in text for text in full_report.texts) == 1
    assert all(len(text.strip()) >= 10 for text in full_report.texts)


def test_r39_every_page_of_an_exhibit_is_stamped(full_report):
    stamps = [
        re.search(r"Exhibit ([A-F]) – page (\d+) of (\d+)", text) for text in full_report.texts
    ]
    found = [(stamp[1], int(stamp[2]), int(stamp[3])) for stamp in stamps if stamp]

    for letter in "ABCDEF":
        pages = [place for name, place, _ in found if name == letter]
        assert pages == list(range(1, len(pages) + 1))
        assert {count for name, _, count in found if name == letter} == {len(pages)}


def test_r40_the_cover_has_caption_title_day_and_page_count(full_report):
    cover = " ".join(full_report.texts[0].split())

    for words in (
        "Superior Court of Alder County",
        "26-DV-0187",
        "Petitioner R. K.",
        "Respondent Jordan Vale",
        "20 Nov 2026",
        f"Pages {len(full_report.texts)}",
    ):
        assert words in cover


def test_r48_no_metadata_tells_of_a_person_or_computer(full_report):
    with pikepdf.open(full_report.path) as pdf:
        keys = set(pdf.docinfo.keys())
        metadata = pdf.Root.Metadata.read_bytes().decode()
        dates = {str(pdf.docinfo.CreationDate), str(pdf.docinfo.ModDate)}

    assert keys <= {"/Title", "/Producer", "/CreationDate", "/ModDate"}
    assert dates == {"D:20261120120000+00'00"}
    assert "dc:creator" not in metadata
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[^<\"]*", metadata)) == {"2026-11-20T12:00:00+00:00"}
    assert str(Path.home()) not in metadata


def test_r48_pictures_carry_no_exif(full_report):
    data = full_report.path.read_bytes()

    assert b"Exif\0\0" not in data
    assert b"http://ns.adobe.com/xap/1.0/\0" not in data


def test_r49_the_declaration_has_the_profiles_words_and_empty_lines(full_report):
    page = " ".join(full_report.texts[-1].split())

    assert "I declare under penalty of perjury that the foregoing is true and correct." in page
    assert "/s/" not in page
    assert "Executed on (date) At (city and state) Signature Name" in page


def test_r52_the_list_of_files_gives_every_fingerprint(full_report, make):
    listed = make.squeeze("".join(full_report.texts[-4:]))

    for file in full_report.dossier.files:
        assert file.sha256.hex() in listed
    for thread in full_report.dossier.threads:
        assert thread.source_sha256.hex() in listed


def test_r52_a_later_export_of_a_conversation_is_named_with_what_it_brought(make, composed):
    digest = Sha256(sha256(b"later").digest())
    later = DossierSource("Later.zip", digest, 4_000, datetime(2026, 11, 12, tzinfo=UTC), (2,))
    messages = [make.message(at, make.record("+1 555 0100", "Hello", None)) for at in (1, 2)]
    text = make.squeeze(
        "".join(
            composed(make.dossier(threads=(make.thread(messages, later_sources=(later,)),))).texts
        )
    )

    assert "LaterexportLater.zip,4.0kBItadded2" in text
    assert text.count(digest.hex()) == 2


def test_r30_each_export_of_a_conversation_says_to_whom_its_messages_went(make, composed):
    digest = Sha256(sha256(b"later").digest())
    me, first, second = "+1 555 0199", "+1 555 0100", "+1 555 0177"
    later = DossierSource(
        "Later.zip", digest, 4_000, datetime(2026, 11, 12, tzinfo=UTC), (2,), (second, me)
    )
    messages = [
        make.message(at, make.record(me, "Hello", None, sender_is_me=True)) for at in (1, 2)
    ]
    thread = make.thread(messages, participants=(first, me), later_sources=(later,))
    text = make.squeeze("".join(composed(make.dossier(threads=(thread,))).texts))

    assert make.squeeze(f"{me}  to {first}") in text
    assert make.squeeze(f"{me}  to {second}") in text
    assert make.squeeze(f"Participants {second}") in text


def test_r52_the_result_gives_the_fingerprint_of_the_written_file(full_report):
    (file,) = full_report.result.files

    assert file.path == full_report.path
    assert file.bytes == full_report.path.stat().st_size
    assert file.sha256 == sha256(full_report.path.read_bytes()).digest()


_AGAIN = """
import importlib.util, json, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("fixtures", sys.argv[1])
fixtures = importlib.util.module_from_spec(spec)
sys.modules["fixtures"] = fixtures
spec.loader.exec_module(fixtures)
result = fixtures.compose(fixtures.Maker().full(), Path(sys.argv[2]))
print(json.dumps(result.files[0].sha256.hex()))
"""


@pytest.mark.parametrize("seed", ["1", "77"])
def test_r53_the_same_dossier_gives_the_same_bytes(full_report, tmp_path, seed):
    conftest = Path(__file__).with_name("conftest.py")
    command = [sys.executable, "-c", _AGAIN, str(conftest), str(tmp_path / "again.pdf")]
    environment = {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)

    assert json.loads(done.stdout) == full_report.result.files[0].sha256.hex()


@pytest.mark.parametrize(("count", "said"), [(5, 5), (6, 1), (40, 1)])
def test_r36_many_entries_without_a_date_are_counted_in_one_line(make, composed, count, said):
    entries = tuple(
        replace(make.entry(1, "T", "x", happened=Moment(Precision.UNKNOWN)), number=at)
        for at in range(1, count + 1)
    )
    found = [
        one for one in composed(make.dossier(entries=entries)).result.checks if one.id == "R36"
    ]
    assert len(found) == said
    assert {one.page for one in found} == {3}
    assert (found[0].message == f"{count} entries have no date.") is (said == 1)
