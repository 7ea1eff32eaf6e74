"""Fictional people and what they wrote: the demo's sample files, and large ones for the benchmarks.

    python bench/samples.py resources/samples

writes the demo's files anew. Everybody and everything in them is invented. The voicemail is
spoken by espeak-ng and cut by sox (Debian's packages); without them it is missing.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr
from zoneinfo import ZoneInfo

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

ZONE = ZoneInfo("America/Chicago")
START = datetime(2026, 4, 27, 9, 0, tzinfo=ZONE)
END = datetime(2026, 10, 29, 22, 0, tzinfo=ZONE)
ME, HIM, FRIEND = "Alex", "Dale Mercer", "Priya Nair"
HIS_NUMBER, NEW_NUMBER, FRIEND_NUMBER = "+15550100147", "+15550100162", "+15550100118"

EARLY = (
    "Morning. Did you sleep ok",
    "Can I pick up my jacket today",
    "Call me when you can",
    "Your mail is still coming here",
    "I left the keys with the neighbour",
    "Coffee on Friday?",
    "I miss how it was",
    "We should talk about the deposit",
    "Did you get my message",
    "The landlord asked about you",
    "I can drop the boxes off",
    "ok 👍",
)
LATE = (
    "Why are you ignoring me",
    "I know you read this",
    "Answer your phone",
    "You owe me this talk",
    "I saw your light on",
    "Who was that in the blue car",
    "I am outside",
    "Nice coat today",
    "You changed your route",
    "Do you think that stops me",
    "I will find out where you go",
    "Everybody will hear about what you do for work",
    "You will be sorry",
    "Pick up 😡",
    "I can wait here all night",
    "Tell your friend to mind her own business",
)
MINE = (
    "Please drop the box at the front desk",
    "I am at work",
    "No",
    "Friday does not work for me",
    "Do not contact me again.",
    "I asked you to stop writing to me.",
    "ok",
    "thanks, got it",
    "Please leave it with the landlord",
    "I will not meet you",
)
# Kind, then (place, text, exact words) of each time that it happened. {n} is a number of calls.
ENTRIES: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "in_person",
        (
            (
                "Front door",
                "Dale waited at the front door when I came home from work. He stood in the way and said we had to talk. I said no and went in through the garage.",
                "",
            ),
            (
                "Grocery store",
                "Dale stood beside me in the checkout line. I left the basket and walked out. He followed me as far as the doors.",
                "You look tired.",
            ),
            (
                "Bus stop",
                "Dale sat on the bench at my stop. I waited inside the pharmacy until the next bus.",
                "",
            ),
            (
                "Front door",
                "He rang and would not leave. Priya came down from the second floor and told him to go. He went after that.",
                "This is between me and her.",
            ),
            (
                "Library",
                "Dale came into the reading room and sat down across from me. I asked at the desk to be let out at the back.",
                "",
            ),
            (
                "Front door",
                "He knocked for most of that time and talked through the door. I did not answer. Priya heard it from the stairs.",
                "I know you are in there.",
            ),
        ),
    ),
    (
        "calls",
        (
            ("", "{n} calls from Dale. I did not pick up.", ""),
            (
                "",
                "{n} calls without a number. When I picked up the last one it was Dale. I hung up.",
                "",
            ),
            (
                "",
                "{n} calls from Dale while I was at the clinic. My phone was on the counter and a colleague saw them.",
                "",
            ),
            ("", "{n} calls. I blocked his number afterwards.", ""),
            (
                "",
                "{n} calls from a number that I do not know, and a voicemail. It is his voice.",
                "Call me back tonight.",
            ),
            ("", "{n} calls from the new number. I did not pick up.", ""),
        ),
    ),
    (
        "messages",
        (
            (
                "",
                "A run of messages in a few minutes. I asked him to stop and not to contact me again.",
                "You do not get to decide that.",
            ),
            (
                "",
                "Messages one after the other, although I had asked him to stop. I wrote so again.",
                "You do not get to decide that.",
            ),
            (
                "",
                "He wrote that he could see my light. My curtains were closed.",
                "I saw your light on",
            ),
            (
                "",
                "He wrote about the coat I was wearing that day. I had not seen him.",
                "Nice coat today",
            ),
            ("", "He wrote that he knew I had changed my way to work.", "You changed your route"),
            ("", "Messages again. I kept a picture of the screen.", "You will be sorry"),
        ),
    ),
    (
        "followed",
        (
            (
                "Corner of 5th and Alder",
                "The grey hatchback with the dent on the left rear door was behind me from the bus stop to the clinic. It turned off when I went inside.",
                "",
            ),
            (
                "Parking lot at work",
                "The grey hatchback stood at the exit with the engine running. A colleague walked me to my car.",
                "",
            ),
            (
                "County road 9",
                "The same car stayed behind me for four turns. I drove to the fire station and waited there. It went on.",
                "",
            ),
            (
                "Street in front of the house",
                "The grey hatchback stood across the street. I took a picture of it from the window. Priya saw it too.",
                "",
            ),
            (
                "Corner of 5th and Alder",
                "He walked on the other side of the street at my pace. I went into the bank and called Priya, who came for me.",
                "",
            ),
            (
                "Parking lot at work",
                "The hatchback was there before I came out. I wrote down the plate.",
                "",
            ),
        ),
    ),
    (
        "online",
        (
            (
                "",
                "A public review named the street where I work and told people to come and ask for me. I saved the page before it was taken down.",
                "Ask for Alex, they owe everybody.",
            ),
            (
                "",
                "An account with my first name and an old picture of me sent requests to my colleagues. I reported it.",
                "",
            ),
            (
                "",
                "A mail said that somebody had tried to set a new password for my account. It was not me.",
                "",
            ),
            (
                "",
                "My number stood in an advertisement for a room. Strangers called all evening.",
                "",
            ),
            (
                "",
                "A second review, under another name, with the same sentence about me.",
                "Ask for Alex, they owe everybody.",
            ),
            (
                "",
                "Priya got a message from an account that she does not know. It asked where I was staying. She did not answer.",
                "Tell me where she is.",
            ),
        ),
    ),
    (
        "left_item",
        (
            (
                "Hallway",
                "A folded note lay inside the hallway. I put it in a clean envelope.",
                "I know your days off.",
            ),
            ("Car", "A key that I had given back to him was under the wiper.", ""),
            (
                "Front door",
                "A note was pushed under the door. I took a picture of it and kept it. Priya was with me.",
                "We are not done.",
            ),
            ("Mailbox", "A photo of us, cut in half, without an envelope.", ""),
            (
                "Work",
                "A box with my old things stood at the desk. The lower half of it was wet.",
                "",
            ),
            (
                "Hallway",
                "A second note, in the same handwriting.",
                "You can move, it is a small town.",
            ),
        ),
    ),
    (
        "threat",
        (
            (
                "",
                "He said on the phone that I would be sorry. Priya heard it on the speaker.",
                "You will be sorry when I get there.",
            ),
            (
                "Front door",
                "He said through the door that he could wait longer than the lock would hold.",
                "That lock is nothing.",
            ),
            (
                "",
                "He called at work and told a colleague that I would not be there much longer.",
                "She will not be there much longer.",
            ),
            (
                "Parking lot at work",
                "He said from his car that something could happen to mine.",
                "Cars burn.",
            ),
            (
                "",
                "He said on the phone that Priya should be careful too. She was listening.",
                "Tell your friend to watch herself.",
            ),
            (
                "Street in front of the house",
                "He shouted my name and that I would be sorry. Priya came to the window.",
                "You will be sorry.",
            ),
        ),
    ),
    (
        "damage",
        (
            (
                "Parking lot",
                "Two tires of my car were flat. The other cars in the row were not touched.",
                "",
            ),
            ("Front door", "The lock was full of glue. The locksmith gave me a receipt.", ""),
            ("Mailbox", "The mailbox was torn off. The neighbours' were not touched.", ""),
            ("Parking lot at work", "There was a long scratch along the left side of my car.", ""),
            (
                "Parking lot",
                "The mirror on the driver's side of my car was broken off. I took a picture and reported it.",
                "",
            ),
            (
                "Front door",
                "The lamp over the door was broken. It had worked the night before.",
                "",
            ),
        ),
    ),
    (
        "gift",
        (
            ("Work", "Flowers came to work with no card. The shop said a man paid in cash.", ""),
            ("Front door", "A cake for an anniversary that is none.", ""),
            ("Work", "A ring box, empty. I gave it to my supervisor to keep.", ""),
            ("Mailbox", "A ticket for a concert, for the seat next to his.", ""),
            ("Work", "Flowers again, from another shop.", ""),
            (
                "Front door",
                "A bag with food on the handle. I did not touch it. Priya took it away.",
                "",
            ),
        ),
    ),
    (
        "money",
        (
            ("", "The shared account was emptied. The bank gave me a printout.", ""),
            ("", "A bill for a phone that I do not have. It was ordered with my old address.", ""),
            (
                "",
                "The landlord said that Dale had told him I was moving out. I told him that I am not.",
                "",
            ),
            ("", "A transfer of one dollar with a message in the subject line.", "Answer me."),
            ("", "My insurance said that I had cancelled by telephone. I had not.", ""),
            ("", "Another transfer of one dollar.", "I can do this every day."),
        ),
    ),
    (
        "other",
        (
            ("", "Changed the locks and the route to work. I have not slept well this week.", ""),
            ("", "Moved my working hours. My supervisor knows why.", ""),
            ("", "Stayed with Priya for the weekend.", ""),
            ("", "Put a camera at the front door.", ""),
            ("", "Talked to an advocate at the shelter. She gave me the forms.", ""),
            ("", "Saw a doctor because I do not sleep.", ""),
        ),
    ),
)
PHOTOGRAPHED = {("followed", 3), ("left_item", 2), ("damage", 4)}
RUN_MIN = 12  # how long a run of messages lasts
RUNS = (
    (
        "Did you get my message",
        "We should talk about the deposit",
        "Why are you ignoring me",
        "!Do not contact me again.",
        "You do not get to decide that.",
    ),
    (
        "Answer your phone",
        "I know you read this",
        "You owe me this talk",
        "!I asked you to stop writing to me.",
        "You do not get to decide that.",
    ),
    ("Are you home", "I saw your light on", "Who is with you", "I can wait here all night"),
    (
        "Nice coat today",
        "Green is your colour",
        "Why are you ignoring me",
        "!I asked you to stop writing to me.",
    ),
    (
        "You changed your route",
        "Do you think that stops me",
        "I will find out where you go",
        "It is a small town",
    ),
    (
        "Pick up",
        "Tell your friend to mind her own business",
        "Everybody will hear about what you do for work",
        "You will be sorry",
    ),
)


def main(folder: Path) -> None:
    """Write every sample file of the demo."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.is_file():
            old.unlink()
    dice = random.Random(20261)
    entries = list(_entries(dice))
    messages = _with_runs(conversation(dice, 1560, START, END), entries)
    shots = [f"IMG-2026{day:%m%d}-WA{n:04d}.jpg" for n, day in enumerate(_days(dice, 6))]
    write_whatsapp(folder / "WhatsApp Chat with Dale Mercer.zip", messages, shots, dice)
    write_sms(folder / "sms-20261030101500.xml", dice, 640)
    for entry, words in zip(_of_kind(entries, "messages"), RUNS, strict=True):
        run = list(_run(entry, words))
        _add_file(entry, _chat_screenshot(folder, run, dice))
    _add_file(_of_kind(entries, "followed")[3], _photo(folder, "car", entries, "followed", 3))
    _add_file(_of_kind(entries, "left_item")[2], _photo(folder, "note", entries, "left_item", 2))
    broken = _of_kind(entries, "damage")[4]
    _add_file(broken, _photo(folder, "mirror", entries, "damage", 4))
    asked = _start(_of_kind(entries, "messages")[0])
    _add_file(broken, _police_report(folder, _start(broken), asked))
    _add_file(
        _of_kind(entries, "calls")[4], _voicemail(folder, _end(_of_kind(entries, "calls")[4]))
    )
    (folder / "entries.json").write_text(
        json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


Entry = dict[str, Any]
Said = tuple[datetime, str, str]


def _of_kind(entries: list[Entry], kind: str) -> list[Entry]:
    return [entry for entry in entries if entry["kind"] == kind]


def _start(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry["start"]).replace(tzinfo=ZONE)


def _end(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry["end"]).replace(tzinfo=ZONE)


def _add_file(entry: Entry, name: str) -> None:
    entry.setdefault("files", []).append(name)


def _run(entry: Entry, words: tuple[str, ...]) -> Iterator[Said]:
    """Yield the messages that an entry is about; a "!" marks those that were mine."""
    for place, text in enumerate(words):
        when = _start(entry) + timedelta(minutes=place * RUN_MIN // len(words))
        yield when, ME if text.startswith("!") else HIM, text.removeprefix("!")


def _with_runs(chat: Iterable[Said], entries: list[Entry]) -> list[Said]:
    """Return a chat with the runs that entries are about, and nothing else around them."""
    about = _of_kind(entries, "messages")
    around = timedelta(minutes=2 * RUN_MIN)
    found = [one for one in chat if all(abs(one[0] - _start(entry)) > around for entry in about)]
    for entry, words in zip(about, RUNS, strict=True):
        entry["messages_min"] = RUN_MIN
        found += _run(entry, words)
    return sorted(found, key=lambda one: one[0])


def conversation(
    dice: random.Random, count: int, first: datetime, last: datetime
) -> Iterator[tuple[datetime, str, str]]:
    """Yield (time, sender, text) in order; the tone turns after the first third."""
    span = (last - first).total_seconds()
    times = sorted(first + timedelta(seconds=span * dice.random() ** 0.8) for _ in range(count))
    hours = (7, 8, 12, 17, 19, 20, 21, 22, 23)
    times = [when.replace(hour=dice.choice(hours), second=0) for when in times]
    for place, when in enumerate(sorted(times)):
        turned = place > count // 3
        if dice.random() < (0.12 if turned else 0.42):
            yield when, ME, dice.choice(MINE if turned else MINE[:4] + MINE[6:8])
        else:
            text = dice.choice(LATE if turned else EARLY)
            if dice.random() < 0.05:
                text += "\nand I mean it"
            yield when, HIM, text


def write_whatsapp(
    path: Path,
    messages: list[tuple[datetime, str, str]],
    shots: list[str],
    dice: random.Random,
) -> None:
    """Write an Android export with its pictures, as the phone shares it."""
    lines = [
        f"{START:%m/%d/%y}, {START:%H:%M} - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.\n"
    ]
    every = max(1, len(messages) // (len(shots) + 1))
    for place, (when, sender, text) in enumerate(messages):
        head = f"{when:%m/%d/%y}, {when:%H:%M} - {sender}: "
        lines.append(head + text + "\n")
        if place and place % every == 0 and place // every <= len(shots):
            name = shots[place // every - 1]
            lines.append(f"{head.replace(sender, HIM)}\u200e{name} (file attached)\n")
        elif place % 97 == 50:
            lines.append(head + "<Media omitted>\n")
        elif place % 211 == 150:
            lines.append(head.replace(sender, HIM) + "This message was deleted\n")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "WhatsApp Chat with Dale Mercer.txt", "".join(lines).encode())
        for name in shots:
            _put(archive, name, _picture(dice.choice(("car", "note", "door")), dice))


def write_sms(path: Path, dice: random.Random, count: int) -> None:
    """Write an SMS Backup & Restore file: texts, pictures in mms, and surrogate pairs."""
    span = (END - START).total_seconds()
    times = sorted(START + timedelta(seconds=span * dice.random()) for _ in range(count))
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n")
        out.write("<!--File Created By SMS Backup & Restore v10.20.002 on 30/10/2026 10:15:00-->\n")
        stamp = int(END.timestamp() * 1000)
        out.write(f'<smses count="{count}" backup_set="demo" backup_date="{stamp}" type="full">\n')
        for place, when in enumerate(times):
            out.write(_sms(dice, place, count, when))
        out.write("</smses>\n")


def _sms(dice: random.Random, place: int, count: int, when: datetime) -> str:
    with_friend = dice.random() < 0.25
    late = place > count * 0.7
    number = FRIEND_NUMBER if with_friend else NEW_NUMBER if late else HIS_NUMBER
    name = FRIEND if with_friend else "(Unknown)" if late else HIM
    sent = dice.random() < (0.5 if with_friend else 0.1)
    bank = ("Are you home safe", "Call me if he comes back", "I wrote down the plate", "On my way")
    text = dice.choice(MINE if sent else bank if with_friend else LATE)
    ms = int(when.timestamp()) * 1000 + dice.randrange(1000)
    body = "".join(
        char
        if ord(char) < 0x10000
        else f"\0{0xD800 + (ord(char) - 0x10000 >> 10)};\0{0xDC00 + (ord(char) & 0x3FF)};"
        for char in text
    )
    readable = when.strftime("%b %d, %Y %H:%M:%S")
    return (
        f'  <sms protocol="0" address="{number}" date="{ms}" type="{2 if sent else 1}"'
        f' subject="null" body={quoteattr(body)} toa="null" sc_toa="null" service_center="null"'
        f' read="1" status="-1" locked="0" date_sent="{0 if sent else ms - 1200}" sub_id="1"'
        f' readable_date="{readable}" contact_name={quoteattr(name)} />\n'
    ).replace("\0", "&#")


def _entries(dice: random.Random) -> Iterator[Entry]:
    """Yield 66 entries over the six months, more of them later."""
    span = (END - START).total_seconds()
    hours = (7, 8, 12, 17, 18, 19, 20, 21, 22)
    times = sorted(
        (START + timedelta(seconds=span * dice.random() ** 0.6)).replace(
            hour=dice.choice(hours),
            minute=dice.choice((5, 15, 20, 40, 55)),
            second=0,
            microsecond=0,
        )
        for _ in range(66)
    )
    for number, local in enumerate(times):
        kind, happened = ENTRIES[number % len(ENTRIES)]
        place, text, words = happened[number // len(ENTRIES)]
        later = local + timedelta(minutes=dice.choice((20, 35, 90)))
        precision = ("exact", "exact", "about", "between")[number % 4]
        if kind == "calls":
            precision = "between"
        elif kind == "messages" or (kind, number // len(ENTRIES)) in PHOTOGRAPHED:
            precision = "exact"
        entry: Entry = {
            "text": text.format(n=dice.randrange(4, 15)),
            "kind": kind,
            "place": place,
            "exact_words": words,
            "start": local.isoformat(),
            "precision": precision,
            "people": [] if kind == "other" else [HIM],
            "witnesses": [FRIEND] if "Priya" in text and kind != "other" else [],
        }
        if entry["precision"] == "between":
            entry["end"] = later.isoformat()
        if kind in {"followed", "threat"} and number % 2:
            entry["effect"] = "I took a different way home and stayed with a friend that night."
        if kind == "damage":
            reported = number // len(ENTRIES) == 4
            entry["report"] = {
                "agency": "Alder County Sheriff",
                "officer": "Deputy L. Osei",
                "badge": "2214",
                "number": "26-004417" if reported else "",
                "outcome": "reported" if reported else "refused",
            }
        if number % 13 == 5:
            entry["private_note"] = "Spare key is with P. Do not print."
        yield entry


def _days(dice: random.Random, count: int) -> list[datetime]:
    return sorted(START + timedelta(days=dice.randrange(30, 180)) for _ in range(count))


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a member with a fixed date, so that the same run gives the same file."""
    info = zipfile.ZipInfo(name, (2026, 10, 30, 10, 15, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _chat_screenshot(folder: Path, run: list[Said], dice: random.Random) -> str:
    """Draw what the phone showed a few minutes after a run of messages."""
    taken = run[-1][0] + timedelta(minutes=3, seconds=dice.randrange(60))
    image = Image.new("RGB", (1080, 2340), "#ECE5DD")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1080, 190), fill="#1F6A63")
    draw.text((150, 90), HIM, fill="white", font=_font(46))
    draw.text((60, 24), f"{taken:%H:%M}", fill="white", font=_font(34))
    draw.text((450, 230), f"{taken:%-d %B %Y}", fill="#666", font=_font(34))
    y = 320
    for when, sender, text in run:
        width = max(int(draw.textlength(text, font=_font(40))) + 56, 220)
        left = 1080 - 40 - width if sender == ME else 40
        box = (left, y, left + width, y + 124)
        draw.rounded_rectangle(box, 24, fill="#DCF8C6" if sender == ME else "white")
        draw.text((left + 28, y + 20), text, fill="#111", font=_font(40))
        draw.text((left + width - 98, y + 84), f"{when:%H:%M}", fill="#666", font=_font(26))
        y += 148
    path = folder / f"Screenshot_{taken:%Y%m%d-%H%M%S}.png"
    image.save(path, optimize=True)
    return path.name


def _picture(what: str, dice: random.Random) -> bytes:
    image = Image.new(
        "RGB", (1280, 960), {"car": "#7E8A8C", "note": "#8B7D6B"}.get(what, "#A79F94")
    )
    draw = ImageDraw.Draw(image)
    if what == "note":
        draw.polygon(((240, 200), (1010, 150), (1060, 780), (290, 830)), fill="#F3EDDD")
        for line in range(7):
            draw.line(
                (330, 280 + line * 70, 960 - dice.randrange(200), 262 + line * 70),
                fill="#33406B",
                width=9,
            )
    elif what in {"car", "mirror"}:
        draw.rectangle((0, 640, 1280, 960), fill="#55595A")
        draw.rounded_rectangle((180, 420, 1100, 700), 60, fill="#9AA3A6")
        draw.polygon(((340, 430), (470, 280), (830, 280), (960, 430)), fill="#8C979A")
        for x in (360, 900):
            draw.ellipse((x - 90, 620, x + 90, 800), fill="#222")
        if what == "mirror":
            draw.ellipse((440, 380, 520, 440), outline="#A4372C", width=8)
    else:
        draw.rectangle((420, 140, 860, 960), fill="#5A4636")
        draw.ellipse((790, 540, 830, 580), fill="#D9C27A")
    for _ in range(4000):
        x, y = dice.randrange(1280), dice.randrange(960)
        draw.point((x, y), fill="#00000022" if dice.random() < 0.5 else "#BBBBBB")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=82)
    return out.getvalue()


def _photo(folder: Path, what: str, entries: list[Entry], kind: str, place: int) -> str:
    """Write a photo as a phone does: with its time, its zone and where it was taken."""
    taken = _start(_of_kind(entries, kind)[place]) + timedelta(minutes=6, seconds=4)
    path = folder / f"IMG_{taken:%Y%m%d_%H%M%S}.jpg"
    image = Image.open(io.BytesIO(_picture(what, random.Random(what))))
    exif = Image.Exif()
    exif[0x0112] = 1
    exif[0x010F] = "Fictional"
    details = exif.get_ifd(0x8769)
    details[0x9003] = f"{taken:%Y:%m:%d %H:%M:%S}"
    details[0x9011] = f"{taken:%z}"[:3] + ":" + f"{taken:%z}"[3:]
    where = exif.get_ifd(0x8825)
    where[1], where[2] = "N", (41.0, 30.0, 0.0)
    where[3], where[4] = "W", (93.0, 15.0, 0.0)
    image.save(path, quality=82, exif=exif)
    return path.name


def _voicemail(folder: Path, left: datetime) -> str:
    path = folder / f"voicemail-{left:%Y%m%d-%H%M%S}.wav"
    speaker, converter = shutil.which("espeak-ng"), shutil.which("sox")
    if speaker is None or converter is None:
        return path.name
    words = "Alex. It is me. I know you are home, I can see the light. Call me back. Call me back tonight."
    raw = path.with_suffix(".raw.wav")
    subprocess.run([speaker, "-v", "en-us", "-s", "135", "-w", str(raw), words], check=True)
    subprocess.run(
        [converter, "-D", str(raw), "-r", "8000", "-c", "1", "-b", "16", str(path)], check=True
    )
    raw.unlink()
    return path.name


def _police_report(folder: Path, broken: datetime, asked: datetime) -> str:
    """Write what an officer took down two hours after a mirror was broken."""
    taken = broken + timedelta(hours=2)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(taken.timestamp()))  # else each run differs
    canvas = Canvas(str(folder / "incident-report-26-004417.pdf"), pagesize=letter)
    canvas.setTitle("Incident report")
    for page, lines in enumerate(
        (
            (
                "ALDER COUNTY SHERIFF",
                "Incident report 26-004417",
                "",
                f"Date reported: {taken:%-d %B %Y, %H:%M}",
                "Reporting officer: Deputy L. Osei, badge 2214",
                "",
                "Reporting person: A. W. R. (name withheld)",
                "Nature: damage to a vehicle, repeated unwanted contact",
                "",
                "Narrative: The reporting person states that the mirror of the",
                f"vehicle was found broken at about {broken:%H:%M}. A photograph was shown.",
                "The reporting person names a former partner and states that he",
                f"was asked on {asked:%-d %B %Y} not to contact them again.",
            ),
            (
                "Incident report 26-004417, page 2",
                "",
                "Property: exterior mirror, driver's side. Estimate: 240.00",
                "Witness: none.",
                "",
                "Disposition: open. Copy given to the reporting person.",
            ),
        )
    ):
        canvas.setFont("Times-Bold", 15)
        y = 710
        for place, line in enumerate(lines):
            canvas.drawString(84, y, line)
            canvas.setFont("Times-Bold" if page == 0 and place == 0 else "Times-Roman", 12)
            y -= 24
        canvas.showPage()
    canvas.save()
    return "incident-report-26-004417.pdf"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
