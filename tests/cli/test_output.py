"""What a command prints: one document, written a part at a time."""

from __future__ import annotations

import io
import json
import tracemalloc
from types import SimpleNamespace
from typing import Any

import pytest

from logbook.cli import output
from logbook.cli.output import Output
from logbook.domain.ids import ConversationId
from logbook.domain.message import Conversation


class Counted(io.RawIOBase):
    """Takes bytes and keeps their number alone."""

    taken = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.taken += len(data)
        return len(data)


def conversation(number: int) -> Conversation:
    title = f"Person {number}"
    return Conversation(ConversationId(number), str(number), title, "x", (title,), 1, "", "")


@pytest.mark.parametrize(
    "text", ["\ud83d", "a\udc00\ud83db", "\U0001f600", 'quoted "\\" \x00', "\u2028"]
)
@pytest.mark.parametrize("before", [0, 1, 1999, 2000])
def test_any_text_is_printed_as_json_that_says_the_same(
    capsysbinary: pytest.CaptureFixture[bytes], text: str, before: int
) -> None:
    document = {"before": [1] * before, "text": text, text: [], "empty": {}}
    Output(as_json=True).result(document, ())
    printed = capsysbinary.readouterr().out
    assert printed.endswith(b"}\n")
    assert json.loads(printed) == document


def test_conversations_are_printed_in_the_shape_of_the_contract(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    Output(as_json=True).result({"conversations": (conversation(7),)}, ())
    assert json.loads(capsysbinary.readouterr().out) == {
        "conversations": [
            {
                "id": 7,
                "title": "Person 7",
                "platform": "x",
                "participants": ["Person 7"],
                "messages": 1,
                "first": "",
                "last": "",
            }
        ]
    }


def test_what_has_no_shape_is_a_bug() -> None:
    with pytest.raises(TypeError, match="object"):
        Output(as_json=True).result({"one": object()}, ())


def test_a_large_document_is_never_held_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    document = {"conversations": tuple(map(conversation, range(20_000)))}
    taken = Counted()
    stdout = SimpleNamespace(buffer=taken, flush=lambda: None)
    monkeypatch.setattr(output, "sys", SimpleNamespace(stdout=stdout))
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        Output(as_json=True).result(document, ())
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert taken.taken > 3_000_000
    assert peak < 1_000_000
