from __future__ import annotations

import pkgutil
from dataclasses import replace
from importlib import import_module

import pytest

from logbook.domain.dossier import Dossier
from logbook.domain.ids import EntryId
from logbook.domain.moment import Moment, Precision
from logbook.errors import NothingChosen
from logbook.export import sections as folder
from logbook.export.child import Child
from logbook.export.cleaned import cleaning_in
from logbook.export.documents import Documents
from logbook.export.flow import Flow
from logbook.export.look import look_for
from logbook.export.material import Material, section_anchor
from logbook.export.pages import LateMark, LinkMark, Pages, PictureMark, RuleMark, TextMark
from logbook.export.plan import plan
from logbook.export.profiles import profile
from logbook.export.protecting import Guard
from logbook.export.sections import sections
from logbook.export.typesetting import Typesetter

NAMES = [module.name for module in pkgutil.iter_modules(folder.__path__)]


@pytest.fixture
def laid_out(make):
    """Lay out one section of the full dossier, all the others unseen."""

    def lay_out(name: str, dossier: Dossier | None = None) -> tuple[Pages, Material]:
        dossier = dossier or make.full()
        court = profile("generic-us")
        material = Material(
            dossier,
            court,
            look_for(court, ""),
            plan(dossier, list(sections())),
            Typesetter(),
            Documents(cleaning_in(Child()), Guard(())),
        )
        material.setter.text("\U0001f621", material.look.body, 100)
        pages = Pages()
        sections()[name].lay_out(Flow(pages, material.look, material.setter), material)
        return pages, material

    return lay_out


@pytest.mark.parametrize("name", NAMES)
def test_a_section_is_called_like_its_file_and_has_a_title(name):
    section = sections()[name]

    assert section.id == name
    assert section.title()
    assert import_module(f"{folder.__name__}.{name}").__doc__


@pytest.mark.parametrize("name", NAMES)
def test_a_section_says_where_it_starts(laid_out, name):
    pages, _ = laid_out(name)

    assert pages.anchors[section_anchor(name)][0] == 0


@pytest.mark.parametrize("name", NAMES)
def test_no_mark_of_a_section_stands_outside_the_page(laid_out, name):
    pages, material = laid_out(name)
    look = material.look
    for page in pages.pages:
        for mark in page.marks:
            if isinstance(mark, TextMark):
                assert look.bottom_pt - 1 <= mark.y_pt <= look.top_pt
                assert mark.x_pt >= 0
                assert mark.x_pt + mark.line.width_pt <= look.right_pt + 1
            elif isinstance(mark, LateMark | LinkMark | RuleMark | PictureMark):
                assert 0 <= mark.x_pt <= look.width_pt


def test_a_chronology_of_long_entries_goes_on_over_pages_without_losing_a_line(make, composed):
    words = " ".join(f"word{number}" for number in range(1500))
    made = composed(make.dossier(entries=(make.entry(1, "Long", words),)))

    found = make.squeeze("".join(made.texts))
    assert all(f"word{number}" in found for number in range(1500))
    assert len(made.texts) > 5


def test_a_title_that_starts_the_text_is_not_printed_twice(make, composed):
    made = composed(make.dossier(entries=(make.entry(1, "He came back", "He came back. I hid."),)))

    assert made.texts[2].count("He came back") == 1
    assert "I hid." in made.texts[2]


def test_a_title_cut_from_the_text_leaves_the_text_whole(make, composed):
    text = "He stood at the door for an hour and I did not open it at all"
    made = composed(make.dossier(entries=(make.entry(1, "He stood at the door…", text),)))

    assert " ".join(made.texts[2].split()).count("He stood at the door") == 1
    assert text in " ".join(made.texts[2].split())


def test_the_chronology_says_when_an_entry_was_written_and_changed(full_report):
    text = " ".join(full_report.texts[2].split())

    assert "Written 9 Nov 2026, 19:31. Changed 2 times, last on 11 Nov 2026, 19:31." in text
    assert "Written 9 Nov 2026, 19:31." in text


def test_the_chronology_leads_to_the_messages_of_an_entry(full_report):
    text = " ".join(full_report.texts[2].split())

    assert "messages 43–44" in text
    assert "message 2" in text


def test_only_chosen_sections_are_printed(make, composed):
    made = composed(make.dossier(sections=("chronology", "cover")))

    assert len(made.texts) == 2
    assert "Chronology" in made.texts[0]
    assert "Superior Court" in made.texts[1]


def test_an_empty_part_of_the_caption_is_a_line_to_fill_in(make, composed):
    caption = make.dossier().caption.__class__("", "", "R. K.", "", "Evidence")
    made = composed(make.dossier(caption=caption))

    said = [check.message for check in made.result.checks if check.id == "R40"]
    assert len(said) == 3


def test_a_message_longer_than_the_limit_is_cut_and_said_to_be(make, composed, monkeypatch):
    monkeypatch.setattr("logbook.export.sections.message_records.MOST_CHARACTERS", 10)
    record = make.record("+1 555 0100", "0123456789abcde", make.made_at)
    made = composed(make.dossier(threads=(make.thread([make.message(1, record)]),)))

    text = " ".join(" ".join(made.texts).split())
    assert "0123456789" in text
    assert "abcde" not in text
    assert "5 more characters stand in the export file." in text


def test_a_long_capture_goes_on_over_pages(full_report):
    pages = [
        text
        for text in full_report.texts
        if "long.png" in text and "SHA-256" not in text and "Page" in text
    ]

    assert sum("E1 long.png" in " ".join(page.split()) for page in pages) >= 2


@pytest.mark.parametrize(
    "changes", [{"instant_ms": 10**17}, {"instant_ms": None, "local": "never"}]
)
def test_a_time_that_no_calendar_holds_is_printed_as_it_stands_in_the_file(make, composed, changes):
    record = make.record("+1 555 0100", "hi", make.made_at, time_raw="99/99/9999", **changes)
    made = composed(make.dossier(threads=(make.thread([make.message(1, record)]),)))

    assert "99/99/9999" in "".join(made.texts)


def test_a_very_long_title_does_not_break_the_index(make, composed):
    entry = make.entry(1, "word " * 3000, "x", files=(1,))
    made = composed(make.dossier(entries=(entry,), files=(make.file(1, "a.png"),)))

    assert "Exhibit A" in made.texts[1]
    assert "Page 2 of" in made.texts[1]


def test_sections_without_anything_to_print_are_nothing(make, composed):
    with pytest.raises(NothingChosen):
        composed(make.dossier(sections=("message_records",)))


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("field_over_12", "Days above 12 show which figure is the day and which the month."),
        ("user_stated", "The petitioner stated the order of day and month."),
        ("new_code", "Order of day and month: new code."),
    ],
)
def test_the_sheet_says_why_day_and_month_are_read_as_they_are(make, composed, basis, said):
    record = make.record("+1 555 0100", "hi", make.made_at)
    thread = make.thread([make.message(1, record)], date_order_basis=basis)
    made = composed(make.dossier(entries=(), threads=(thread,)))

    assert said in " ".join(made.texts[2].split())


def rows_by_page(pages: Pages) -> list[int]:
    """Return how many rows stand on each page: a gray rule ends each."""
    return [
        sum(isinstance(mark, RuleMark) and mark.gray in {0.75, 0.8} for mark in page.marks)
        for page in pages.pages
    ]


@pytest.mark.parametrize("long", [0, 3])
@pytest.mark.parametrize("name", ["chronology", "files", "index"])
def test_no_last_page_of_a_table_holds_one_row_alone(laid_out, make, name, long):
    for count in range(1, 50):
        files = tuple(make.file(at, f"{at}.png", b"x") for at in range(1, count + 1))
        entries = tuple(
            replace(
                make.entry(1, "T", "He waited. " * (40 if at == count - long else 1), files=(at,)),
                id=EntryId(at),
                number=at,
            )
            for at in range(1, count + 1)
        )
        pages, _ = laid_out(name, make.dossier(entries=entries, files=files))
        rows = rows_by_page(pages)
        assert sum(rows) == count
        assert rows[-1] >= min(count, 2)


@pytest.mark.parametrize("before", range(1, 20))
def test_a_heading_in_the_chronology_stands_with_the_entry_below_it(laid_out, make, before):
    dated = tuple(make.entry(at, "T", "He waited.") for at in range(1, before + 1))
    text = "He waited by the door. " * 40
    undated = make.entry(1, "T", text, happened=Moment(Precision.UNKNOWN))
    entries = (*dated, replace(undated, id=EntryId(99), number=99))
    pages, material = laid_out("chronology", make.dossier(entries=entries))

    (heading,) = [
        (at, mark.y_pt)
        for at, page in enumerate(pages.pages)
        for mark in page.marks
        if isinstance(mark, TextMark) and mark.line.runs
        if mark.line.runs[0].style is material.look.subheading
    ]
    place = pages.anchors["entry", 99]
    assert place[0] == heading[0]
    below = [mark for mark in pages.pages[heading[0]].marks if isinstance(mark, TextMark)]
    assert min(mark.y_pt for mark in below) < heading[1] - 100


def test_no_page_starts_with_words_of_nobody(make, composed):
    long = "\n".join(f"line {at}" for at in range(200))
    texts = (*["A few words that fill two lines of the page " * 3] * 30, long, "the end")
    messages = [
        make.message(at, make.record("+1 555 0100", text, make.made_at))
        for at, text in enumerate(texts, 1)
    ]
    entry = make.entry(1, "T", long)
    made = composed(make.dossier(entries=(entry,), threads=(make.thread(messages),)))

    going_on = [text for text in made.texts if "continued" in text]
    assert sum("Entry 1, continued" in text for text in going_on) >= 3
    assert sum("Message 31 from +1 555 0100, continued" in text for text in going_on) >= 3
    records = [text for text in made.texts if "Messages with Sam R." in text]
    starts = [text.split("all 32 messages")[1].split()[0] for text in records[3:]]
    assert len(starts) > 6
    assert {start for start in starts if not start.isdigit()} == {"Message"}


def test_nothing_is_said_to_go_on_that_starts_on_its_page(make, composed):
    for lines in range(20, 60, 3):
        entries = (
            make.entry(1, "T", "\n".join("line" for _ in range(lines))),
            replace(make.entry(2, "T", "\n".join("row" for _ in range(40))), changes=0),
        )
        pages = composed(make.dossier(entries=entries, sections=("cover", "chronology"))).texts
        starts = next(at for at, text in enumerate(pages) if "row" in text)
        assert "Entry 2, continued" not in pages[starts]


def test_a_file_of_several_entries_is_told_on_its_sheet(make, composed):
    entries = (make.entry(1, "T", "x", files=(1, 2)), make.entry(2, "U", "y", files=(2,)))
    files = (make.file(1, "a.png"), make.file(2, "b.png"))
    text = make.squeeze("".join(composed(make.dossier(entries=entries, files=files)).texts))

    assert (
        make.squeeze("Belongs to Entry 1, 1 Nov 2026 Also used by A2: Entry 2, 2 Nov 2026") in text
    )


def test_a_long_transcript_and_a_long_list_of_files_say_where_they_go_on(make, composed):
    file = make.file(1, "a.png", transcript="\n".join(f"word {at}" for at in range(90)))
    more = [make.file(at, f"{at}.png", b"x") for at in range(2, 20)]
    entry = make.entry(1, "T", "x", files=tuple(range(1, 20)))
    pages = composed(make.dossier(entries=(entry,), files=(file, *more))).texts

    assert sum("A1, continued" in page for page in pages) >= 2
    (going_on,) = [page for page in pages if "List of files, continued" in page]
    assert "A19" in going_on
