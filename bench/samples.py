"""Fictional people and what they wrote: the demo's sample files, and large ones for the benchmarks.

    python bench/samples.py resources/samples

writes the demo's files anew. Everybody and everything in them is invented. The voicemail is
spoken by espeak-ng (Debian's package) when it is installed, else the present file stays.
"""

from __future__ import annotations

import io
import json
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
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
ENTRIES: tuple[tuple[str, str, str, str], ...] = (
    (
        "in_person",
        "Front door",
        "Dale waited at the front door when I came home from work. He stood in the way and said we had to talk. I said no and went in through the garage.",
        "",
    ),
    ("calls", "", "{n} calls from Dale between {a} and {b}. I did not pick up.", ""),
    (
        "messages",
        "",
        "A run of messages in a few minutes. I asked him once to stop.",
        "You do not get to decide that.",
    ),
    (
        "followed",
        "Corner of 5th and Alder",
        "The grey hatchback with the dent on the left rear door was behind me from the bus stop to the clinic. It turned off when I went inside.",
        "",
    ),
    (
        "online",
        "",
        "A public review named the street where I work and told people to come and ask for me. I saved the page before it was taken down.",
        "Ask for Alex, they owe everybody.",
    ),
    (
        "left_item",
        "Hallway",
        "A folded note lay inside the hallway. It was not there when I left at two. I put it in a clean envelope.",
        "I know your days off.",
    ),
    (
        "threat",
        "",
        "He said on the phone that I would be sorry. Priya heard it on the speaker.",
        "You will be sorry when I get there.",
    ),
    (
        "damage",
        "Parking lot",
        "The mirror on the driver's side of my car was broken off. The other cars in the row were not touched.",
        "",
    ),
    ("gift", "Work", "Flowers came to work with no card. The shop said a man paid in cash.", ""),
    ("money", "", "The shared account was emptied. The bank gave me a printout.", ""),
    ("other", "", "Changed the locks and the route to work. I have not slept well this week.", ""),
)


def main(folder: Path) -> None:
    """Write every sample file of the demo."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(20261)
    messages = list(conversation(dice, 1560, START, END))
    shots = [f"IMG-2026{day:%m%d}-WA{n:04d}.jpg" for n, day in enumerate(_days(dice, 6))]
    write_whatsapp(folder / "WhatsApp Chat with Dale Mercer.zip", messages, shots, dice)
    write_sms(folder / "sms-20261030101500.xml", dice, 640)
    for number in range(1, 9):
        _chat_screenshot(
            folder / f"Screenshot_2026{4 + number // 2:02d}{10 + number}-21{number:02d}15.png", dice
        )
    _photo(folder / "IMG_20260718_191204.jpg", "car", datetime(2026, 7, 18, 19, 12, 4, tzinfo=ZONE))
    _photo(
        folder / "IMG_20260903_164410.jpg", "note", datetime(2026, 9, 3, 16, 44, 10, tzinfo=ZONE)
    )
    _photo(
        folder / "IMG_20261007_081502.jpg", "mirror", datetime(2026, 10, 7, 8, 15, 2, tzinfo=ZONE)
    )
    _voicemail(folder / "voicemail-20260922-231400.wav")
    _police_report(folder / "incident-report-26-004417.pdf")
    (folder / "entries.json").write_text(
        json.dumps(list(_entries(dice)), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


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
        elif place % 211 == 100:
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


def _entries(dice: random.Random) -> Iterator[dict[str, object]]:
    """Yield 66 entries over the six months, more of them later."""
    span = (END - START).total_seconds()
    times = sorted(START + timedelta(seconds=span * dice.random() ** 0.6) for _ in range(66))
    for number, when in enumerate(times):
        kind, place, text, words = ENTRIES[number % len(ENTRIES)]
        hour = dice.choice((7, 8, 12, 17, 18, 19, 20, 21, 22))
        local = when.replace(
            hour=hour, minute=dice.choice((5, 15, 20, 40, 55)), second=0, microsecond=0
        )
        later = local + timedelta(minutes=dice.choice((20, 35, 90)))
        entry: dict[str, object] = {
            "text": text.format(n=dice.randrange(4, 15), a=f"{local:%H:%M}", b=f"{later:%H:%M}"),
            "kind": kind,
            "place": place,
            "exact_words": words,
            "start": local.isoformat(),
            "precision": ("exact", "exact", "about", "between")[number % 4],
            "people": [HIM],
            "witnesses": [FRIEND] if number % 5 == 0 else [],
        }
        if entry["precision"] == "between":
            entry["end"] = later.isoformat()
        if number % 9 == 4:
            entry["effect"] = "I took a different way home and stayed with a friend that night."
        if number % 11 == 7:
            entry["report"] = {
                "agency": "Alder County Sheriff",
                "officer": "Deputy L. Osei",
                "badge": "2214",
                "number": "26-004417" if number > 40 else "",
                "outcome": "reported" if number > 40 else "refused",
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


def _chat_screenshot(path: Path, dice: random.Random) -> None:
    image = Image.new("RGB", (1080, 2340), "#ECE5DD")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1080, 190), fill="#1F6A63")
    draw.text((150, 90), "+1 555-0100-147", fill="white", font=_font(46))
    draw.text(
        (60, 24),
        path.name[16:18] + ":" + path.name[18:20] if path.name[18:20].isdigit() else "21:04",
        fill="white",
        font=_font(34),
    )
    y = 240
    while y < 2150:
        mine = dice.random() < 0.25
        text = dice.choice(MINE if mine else LATE)
        text = text.encode("ascii", "ignore").decode().strip()
        width = int(draw.textlength(text, font=_font(40))) + 150
        left = 1080 - 40 - width if mine else 40
        draw.rounded_rectangle(
            (left, y, left + width, y + 104), 24, fill="#DCF8C6" if mine else "white"
        )
        draw.text((left + 28, y + 26), text, fill="#111", font=_font(40))
        draw.text(
            (left + width - 106, y + 66),
            f"{dice.randrange(18, 24)}:{dice.randrange(10, 60)}",
            fill="#666",
            font=_font(26),
        )
        y += dice.choice((124, 124, 164))
    image.save(path, optimize=True)


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


def _photo(path: Path, what: str, taken: datetime) -> None:
    """Write a photo as a phone does: with its time, its zone and where it was taken."""
    image = Image.open(io.BytesIO(_picture(what, random.Random(what))))
    exif = Image.Exif()
    exif[0x0112] = 1
    exif[0x010F] = "Fictional"
    details = exif.get_ifd(0x8769)
    details[0x9003] = f"{taken:%Y:%m:%d %H:%M:%S}"
    details[0x9011] = f"{taken:%z}"[:3] + ":" + f"{taken:%z}"[3:]
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (41.0, 30.0, 0.0)
    place[3], place[4] = "W", (93.0, 15.0, 0.0)
    image.save(path, quality=82, exif=exif)


def _voicemail(path: Path) -> None:
    speaker, converter = shutil.which("espeak-ng"), shutil.which("sox")
    if speaker is None or converter is None:
        return
    words = "Alex. It is me. I know you are home, I can see the light. Call me back. Call me back tonight."
    raw = path.with_suffix(".raw.wav")
    subprocess.run([speaker, "-v", "en-us", "-s", "135", "-w", str(raw), words], check=True)
    subprocess.run(
        [converter, str(raw), "-r", "8000", "-c", "1", "-b", "16", str(path)], check=True
    )
    raw.unlink()


def _police_report(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=letter, invariant=1)
    canvas.setTitle("Incident report")
    for page, lines in enumerate(
        (
            (
                "ALDER COUNTY SHERIFF",
                "Incident report 26-004417",
                "",
                "Date reported: 7 October 2026, 09:40",
                "Reporting officer: Deputy L. Osei, badge 2214",
                "",
                "Reporting person: A. R. (name withheld)",
                "Nature: damage to a vehicle, repeated unwanted contact",
                "",
                "Narrative: The reporting person states that the mirror of the",
                "vehicle was found broken at about 08:15. Photographs were shown.",
                "The reporting person names a former partner and states that",
                "contact was asked to stop on 3 July 2026.",
            ),
            (
                "Incident report 26-004417, page 2",
                "",
                "Property: exterior mirror, driver's side. Estimate: 240.00",
                "Witness: P. N., neighbour, saw a grey hatchback at about 07:50.",
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


if __name__ == "__main__":
    main(Path(sys.argv[1]))
