"""Make the book of the window's figures: make_big_book.py BOOK [ENTRIES MESSAGES PICTURES].

100,000 entries over twelve years, 1,000,000 messages in forty chats of very different length, and
5,000 different pictures that the program itself looked into. Everything goes through the vault.
"""

from __future__ import annotations

import hashlib
import io
import random
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from books import cheap_book
from PIL import Image, ImageDraw

from logbook.domain.entry import AuthorityReport, EntryText, Kind
from logbook.domain.ids import EvidenceId, MessageId, PersonId, Sha256
from logbook.domain.message import (
    Answers,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.tasks import keep_file
from logbook.vault.imports import NewImport
from logbook.vault.vault import Vault

ZONE = "America/Chicago"
SENTENCES = (
    "Eleven calls in half an hour, no one spoke.",
    "He waited at the door, then he left.",
    "A grey car stood across the street when I came home from work.",
    "She wrote that she knows which tram I take in the morning.",
    "The line stayed open for a few seconds each time and then it closed.",
    "A parcel without a sender was in front of the door.",
    "He came into the shop and asked my colleague when I would be back.",
    "I did not answer and I did not open the window.",
    "My neighbour saw him and wrote down the time.",
    "He said I cannot keep ignoring him.",
    "The bicycle had two flat tyres, both were cut.",
    "I told the officer and got a number for the report.",
)
WORDS = tuple(
    f"{a}{b}{c}"
    for a in ("ba", "ko", "ri", "tu", "me")
    for b in ("lan", "sor", "vit", "dem", "gra")
    for c in ("", "ed", "ing", "s")
)
KINDS = tuple(Kind)
LAST_DAY = datetime(2026, 11, 1, 12, 0, tzinfo=ZoneInfo(ZONE))
DAYS = 12 * 365
SAVE_OF = 2_000
CHATS = 40


def picture(number: int) -> bytes:
    """Return a picture as a small telephone makes it, different from every other."""
    dice = random.Random(number)
    wide = number % 3 != 0
    size = (1024, 768) if wide else (768, 1024)
    image = Image.new("RGB", size, tuple(dice.randrange(90, 230) for _ in range(3)))
    draw = ImageDraw.Draw(image)
    for _ in range(14):
        x, y = dice.randrange(size[0]), dice.randrange(size[1])
        box = (x, y, x + dice.randrange(40, 320), y + dice.randrange(40, 320))
        tone = tuple(dice.randrange(256) for _ in range(3))
        (draw.ellipse if dice.random() < 0.5 else draw.rectangle)(box, fill=tone)
    image.paste(Image.frombytes("RGB", (96, 96), dice.randbytes(96 * 96 * 3)), (40, 40))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def keep_pictures(vault: Vault, count: int) -> list[EvidenceId]:
    """Look into pictures beside each other and keep them in large saves."""

    def looked(number: int) -> keep_file.LookedAt:
        day = LAST_DAY - timedelta(days=number * DAYS / count, minutes=number * 7 % 1440)
        return keep_file.look_at_bytes(f"IMG_{day:%Y%m%d_%H%M%S}.jpg", picture(number))

    kept: list[EvidenceId] = []
    with ThreadPoolExecutor(2) as pool:
        for first in range(0, count, 250):
            portion = pool.map(looked, range(first, min(first + 250, count)))
            with vault.saving():
                kept += [keep_file.keep_file(vault, one).id for one in portion]
    return kept


def bring_in(vault: Vault, count: int) -> None:
    """Bring in the chats: the first has a third of all messages, the others ever fewer."""
    shares = [1 / (chat + 1.2) for chat in range(CHATS)]
    sizes = [int(count * share / sum(shares)) for share in shares]
    sizes[0] += count - sum(sizes)
    for chat, size in enumerate(sizes):
        title = f"Dale Mercer {chat + 1}"
        writer = vault.imports.begin(
            NewImport(
                name=f"WhatsApp Chat with {title}.txt",
                sha256=Sha256(hashlib.sha256(title.encode()).digest()),
                size_bytes=size * 80,
                format="whatsapp",
                answers=Answers(zone=ZONE, me="Alex"),
                questions=(),
                warnings=(),
            )
        )
        writer.conversation(ConversationInfo(title, title, ("Alex", title)))
        portion: list[MessageRecord] = []
        for record in records(chat, title, size):
            portion.append(record)
            if len(portion) == 10_000:
                writer.add(portion)
                portion = []
        writer.add(portion)
        writer.finish()


def records(chat: int, title: str, count: int) -> Iterator[MessageRecord]:
    dice = random.Random(chat)
    zone = ZoneInfo(ZONE)
    instant = LAST_DAY - timedelta(days=DAYS)
    for number in range(count):
        instant += timedelta(minutes=dice.expovariate(count / (DAYS * 1440)))
        mine = dice.random() < 0.4
        local = instant.astimezone(zone)
        text = " ".join(dice.choices(WORDS, k=dice.randrange(2, 22)))
        if number % 997 == 5:
            text += " needle"
        yield MessageRecord(
            number,
            0,
            f"0+{number * 80}",
            number * 80,
            79,
            "Alex" if mine else title,
            mine,
            (),
            Direction.UNKNOWN,
            MessageKind.TEXT,
            text,
            "",
            (),
            f"{local:%d/%m/%Y, %H:%M}",
            int(instant.timestamp() * 1000),
            f"{local:%Y-%m-%dT%H:%M}:00",
            "min",
            ZoneBasis.USER_STATED_ZONE,
            "",
            (),
        )


def write_entries(
    vault: Vault, count: int, people: list[PersonId], files: list[EvidenceId]
) -> None:
    """Write entries of every kind; each twentieth has a picture, each hundredth messages."""
    dice = random.Random(11)
    last: int = vault.messages.count()
    for first in range(0, count, SAVE_OF):
        with vault.saving():
            for number in range(first, min(first + SAVE_OF, count)):
                file = number * len(files) // count
                some = range(max(last - number * 7 % last, 1), last + 1)[:12]
                vault.entries.add(
                    EntryText(
                        " ".join(dice.choices(SENTENCES, k=dice.randrange(1, 7))),
                        moment(dice, number, count),
                        kind=KINDS[number % len(KINDS)],
                        place=dice.choice(("", "Home", "Fifth Street", "At work")),
                        exact_words="You cannot keep ignoring me" if number % 9 == 0 else "",
                        effect="I have not slept" if number % 7 == 0 else "",
                        report=AuthorityReport("County police", number=f"26-{number:06d}")
                        if number % 40 == 0
                        else AuthorityReport(),
                        people=(dice.choice(people),) if number % 5 else (),
                        witnesses=(dice.choice(people),) if number % 11 == 0 else (),
                        evidence=(files[file],) if files and number % 20 == 0 else (),
                        messages=tuple(MessageId(one) for one in some)
                        if last and number % 100 == 0
                        else (),
                    ),
                    ZONE,
                )


def moment(dice: random.Random, number: int, count: int) -> Moment:
    if number % 53 == 0:
        return Moment(Precision.UNKNOWN)
    days = (count - number) * DAYS / count
    start = LAST_DAY - timedelta(days=days, minutes=dice.randrange(900))
    if number % 6 == 0:
        return Moment(Precision.BETWEEN, start, start + timedelta(hours=2), zone=ZONE)
    if number % 4 == 0:
        return Moment(Precision.ABOUT, start, zone=ZONE, about_min=30)
    return Moment(Precision.EXACT, start, zone=ZONE)


def main(book: Path, entries: int, messages: int, pictures: int) -> None:
    growing = book.with_name(book.name + ".part")
    vault = cheap_book(growing)
    with vault.saving():
        people = [
            vault.people.add(NewPerson(name=f"{given} {family}", role=role)).id
            for given in ("Dale", "Priya", "Robin", "Ines", "Oskar")
            for family, role in (
                ("Mercer", Role.RESPONSIBLE),
                ("Nair", Role.WITNESS),
                ("Osei", Role.OFFICER),
                ("Kell", Role.OTHER),
            )
        ]
    files = keep_pictures(vault, pictures)
    bring_in(vault, messages)
    write_entries(vault, entries, people, files)
    vault.close()
    growing.rename(book)


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[2:5]] or [100_000, 1_000_000, 5_000]
    main(Path(sys.argv[1]), *sizes)
