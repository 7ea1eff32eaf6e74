"""The first 50 hits in a large book, and in plain sqlite3 with the same index: find_words.py BOOK COUNT."""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import time
from pathlib import Path

from books import cheap_book, open_book

from logbook.domain.ids import Sha256
from logbook.domain.message import (
    Answers,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.vault.imports import NewImport
from logbook.vault.search_text import normalised

WORDS = [
    f"{a}{b}{c}"
    for a in ("ba", "ko", "ri", "tu", "me")
    for b in ("lan", "sor", "vit", "dem", "gra")
    for c in ("", "ed", "ing", "s")
]
ASKED = ("balan", "kovit", "risoring tude", "megra", "tusors balaned", "needle")


def text_of(dice: random.Random, number: int) -> str:
    return " ".join(dice.choices(WORDS, k=10)) + (" needle" if number % 40_000 == 5 else "")


def fill(book: Path, count: int) -> None:
    vault = cheap_book(book)
    dice = random.Random(3)
    writer = vault.imports.begin(
        NewImport(
            name="big.txt",
            sha256=Sha256(b"b" * 32),
            size_bytes=1,
            format="whatsapp",
            answers=Answers(),
            questions=(),
            warnings=(),
        )
    )
    writer.conversation(ConversationInfo("big", "Big"))
    portion: list[MessageRecord] = []
    for number in range(count):
        portion.append(
            MessageRecord(
                number,
                0,
                f"0+{number}",
                number,
                1,
                "Dale",
                None,
                (),
                Direction.UNKNOWN,
                MessageKind.TEXT,
                text_of(dice, number),
                "",
                (),
                "",
                1_600_000_000_000 + number * 60_000,
                "2020-09-13T12:26:40",
                "min",
                ZoneBasis.USER_STATED_ZONE,
                "",
                (),
            )
        )
        if len(portion) == 10_000:
            writer.add(portion)
            portion = []
    writer.add(portion)
    writer.finish()
    vault.close()
    plain = sqlite3.connect(book.parent / "plain.db")
    plain.execute("CREATE TABLE message (id INTEGER PRIMARY KEY, text TEXT)")
    plain.execute(
        "CREATE VIRTUAL TABLE search_text USING fts5 (body, content = '', columnsize = 0, tokenize = 'trigram case_sensitive 1')"
    )
    dice = random.Random(3)
    texts = [(number, text_of(dice, number)) for number in range(count)]
    plain.executemany("INSERT INTO message VALUES (?, ?)", texts)
    plain.executemany(
        "INSERT INTO search_text (rowid, body) VALUES (?, ?)",
        ((number, normalised(text)) for number, text in texts),
    )
    plain.commit()


def main(book: Path, count: int) -> None:
    if not book.exists():
        fill(book, count)
    vault = open_book(book)
    plain = sqlite3.connect(book.parent / "plain.db")
    ours = peer = 0.0
    for words in ASKED:
        query = " ".join(f'"{part}"' for part in words.split())
        turns = []
        for _ in range(5):
            started = time.perf_counter()
            hits = vault.search.first(words, 50)
            middle = time.perf_counter()
            rows = plain.execute(
                "SELECT message.id, text FROM search_text JOIN message ON message.id = search_text.rowid WHERE search_text MATCH ? ORDER BY search_text.rowid DESC LIMIT 50",
                (query,),
            ).fetchall()
            turns.append((middle - started, time.perf_counter() - middle))
            assert len(hits) == len(rows) > 0, (words, len(hits), len(rows))
        ours += min(turn[0] for turn in turns)
        peer += min(turn[1] for turn in turns)
    vault.close()
    print(json.dumps({"seconds": ours, "peer": peer}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
