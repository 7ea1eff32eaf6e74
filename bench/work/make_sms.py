"""Write a fictional SMS backup: make_sms.py FILE MEGABYTES."""

from __future__ import annotations

import base64
import random
import sys
from pathlib import Path
from xml.sax.saxutils import quoteattr

WORDS = [
    "you",
    "saw",
    "the",
    "late",
    "bus",
    "again",
    "and",
    "nobody",
    "was",
    "there",
    "but",
    "I",
    "know",
    "where",
    "it",
    "stops",
    "every",
    "night",
    "so",
    "call",
    "me",
    "back",
]


def main(path: Path, megabytes: int) -> None:
    """Write texts, and one picture message in 240, until the file is large enough."""
    dice = random.Random(11)
    picture = base64.b64encode(dice.randbytes(48_000)).decode()
    stamp = 1_700_000_000_000
    written = number = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"1\">\n")
        while written < megabytes << 20:
            stamp += dice.randrange(1, 900_000)
            number += 1
            text = " ".join(dice.choices(WORDS, k=dice.randrange(2, 22)))
            if number % 240 == 0:
                record = (
                    f'  <mms date="{stamp}" msg_box="1" address="+15550100147" m_type="132" sub="null" readable_date="x" contact_name="Dale">\n'
                    f'    <parts>\n      <part seq="0" ct="image/jpeg" name="a.jpg" chset="null" cl="a.jpg" text="null" data="{picture}" />\n    </parts>\n'
                    '    <addrs>\n      <addr address="+15550100147" type="137" charset="106" />\n    </addrs>\n  </mms>\n'
                )
            else:
                record = (
                    f'  <sms protocol="0" address="+15550100147" date="{stamp}" type="{dice.choice((1, 2))}" subject="null" body={quoteattr(text)}'
                    f' toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="{stamp - 900}" sub_id="1"'
                    ' readable_date="Nov 14, 2023 22:13:20" contact_name="Dale Mercer" />\n'
                )
            out.write(record)
            written += len(record)
        out.write("</smses>\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
