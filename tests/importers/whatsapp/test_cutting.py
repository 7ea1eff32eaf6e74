"""The quick way to cut a chat at its headers gives what the sure way gives, to the last sign."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.importers.whatsapp_cutter import Columns, Cutter
from logbook.importers.whatsapp_split import cut_at_headers
from logbook.importers.whatsapp_text import Text

PLAIN = [
    ("05/01/2021, 10:00 - ", "\n"),
    ("1/5/21, 9:05 PM - ", "\n"),
    ("1/5/21, 9:05\u202fPM - ", "\n"),
    ("1/5/21, 9:05\u00a0p.\u00a0m. - ", "\n"),
    ("05.01.21, 10:00 - ", "\n"),
    ("2021-01-05, 10:00 - ", "\n"),
    ("2021/01/05 10:00 - ", "\n"),
    ("[05/01/2021, 10:00:30] ", "\n["),
    ("[05.01.21, 10:00:30] ", "\n["),
    ("[1/5/21, 9:05:30\u202fPM] ", "\n["),
]
ODD = [
    "5/1/2021, 10:00 – ",  # a longer dash
    "05/01/2021, 10:00 -\u00a0",
    "05/01/2021, 10:00:59: ",
    "05/01/2021, 10:00.30 - ",
    "05/01/2021, 10:00 x - ",
    "05/01/2021, 10:00 \u2013 - ",
    "05/01/2021, 10:00 klo - ",
    "05/01/2021 10:00 - ",
    "٠٥/٠١/٢٠٢١, 10:00 - ",
    "\u200e05/01/2021, 10:00 - ",
    "\u200e[05/01/2021, 10:00:30] ",
    "[05/01/2021, 10:00:30 - ",
    "05/01/2021, 10:00] ",
    "10:00, 05/01/2021 - ",
    "",
]
AFTER = [
    *(
        "Ann: hi",
        "Ann:hi",
        "Ann: ",
        "Ann:",
        "Zoë 😡: niño 😀",
        "Ann: a: b",
        "Ann:: b",
        ": b",
        " Ann: b",
    ),
    *(
        "notice",
        "",
        "A" * 127 + ": b",
        "é" * 70 + ": b",
        "A" * 129 + ": b",
        "Ann:\u00a0b",
        "\u202aAnn\u202c: b",
    ),
    *("Ann: 1/2/21, 10:00 - Bob: hi", "Ann: line\u2028line", "Ann: a\rb", "Ann: ñ\r"),
]


@given(
    plain=st.sampled_from(PLAIN),
    lines=st.lists(
        st.tuples(st.sampled_from([None, None, *ODD]), st.sampled_from(AFTER)), max_size=12
    ),
    line_break=st.sampled_from(["\n", "\r\n"]),
)
def test_both_ways_give_the_same(
    plain: tuple[str, str], lines: list[tuple[str | None, str]], line_break: str
) -> None:
    header, lead = plain
    first, *rest = [(header if odd is None else odd) + after for odd, after in lines] or ["x"]
    chat = line_break.join([first, *rest])
    text = Text(chat.encode())
    # Half of the lines are of the learnt form, so that the quick way does not give up.
    start = line_break.join([f"{header}Ann: hi"] * (len(rest) + 8)) + line_break
    quick, sure = Cutter(text), Cutter(text)
    both = "\n" + start + chat
    assert quick.cut_narrow(_narrow("\n" + start), start) == sure.cut("\n" + start)
    found = quick.cut_narrow(_narrow(both), both)
    assert found is not None
    assert found == sure.cut(both)
    assert found.leads[0] == lead


def _narrow(text: str) -> str:
    return text.encode().decode("latin-1")


@pytest.mark.parametrize(("header", "lead"), PLAIN)
def test_no_block_of_a_plain_chat_is_cut_the_sure_way(
    header: str, lead: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    cut = Cutter._cut

    def counted(self: Cutter, text: str) -> Columns:
        asked.append(text)
        return cut(self, text)

    monkeypatch.setattr(Cutter, "_cut", counted)
    chat = (f"{header}Ann: hi\n{header}Zoë: niño\ntwo lines\n{header}Zoë left\n" * 200).encode()
    text = Text(chat)
    pieces = list(cut_at_headers(text, text.blocks(io.BytesIO(chat), block_bytes=1_000)))
    assert {one for piece in pieces for one in piece.leads} == {lead}
    assert sum(len(piece.texts) for piece in pieces) == 600
    assert len(pieces) > 9
    assert asked == []


def test_a_chat_that_is_not_plain_is_cut_the_sure_way_again() -> None:
    plain = "05/01/2021, 10:00 - Ann: hi\n" * 100
    odd = "\u200e05/01/2021, 10:00 - Ann: hi\n" * 100
    chat = (plain + odd * 3 + plain).encode()
    text = Text(chat)
    pieces = list(cut_at_headers(text, text.blocks(io.BytesIO(chat), block_bytes=2_000)))
    assert sum(len(one.texts) for one in pieces) == 500
    assert sum(sum(one.sizes) for one in pieces) == len(chat)


def test_the_sizes_are_those_of_the_file() -> None:
    chat = "05/01/2021, 10:00 - Zoë: niño 😡\n05/01/2021, 10:00 - left\n"
    text = Text(chat.encode())
    blocks = text.blocks(io.BytesIO((chat * 200).encode()), block_bytes=len(chat.encode()) * 50)
    for pieces in cut_at_headers(text, blocks):
        sizes = [len((line.whole + line.text).encode()) for line in pieces.lines(0, 1_000)]
        assert pieces.sizes == sizes
