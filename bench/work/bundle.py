"""Compile a large bundle: bundle.py PICTURES MESSAGES COUNT OUT. Says seconds, pages, memory.

PICTURES is a folder of PNG screenshots that `make_pictures.py` wrote.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from logbook.domain.dossier import (
    Caption,
    Dossier,
    DossierEntry,
    DossierFile,
    DossierMessage,
    DossierThread,
)
from logbook.domain.entry import AuthorityReport, Kind
from logbook.domain.evidence import MediaClass, PrintCopy
from logbook.domain.ids import EntryId, EvidenceId, Sha256
from logbook.domain.message import Direction, MessageKind, MessageRecord, ZoneBasis
from logbook.domain.moment import Moment, Precision
from logbook.domain.progress import SILENT
from logbook.export import report
from logbook.tasks.garbage import garbage_left_alone

START = datetime(2026, 1, 1, 8, tzinfo=UTC)


def picture(path: Path, number: int) -> DossierFile:
    def load() -> PrintCopy:
        return PrintCopy(path.read_bytes(), "image/png", 1080, 2340)

    data = path.read_bytes()
    return DossierFile(
        EvidenceId(number),
        path.name,
        Sha256(hashlib.sha256(data).digest()),
        len(data),
        "image/png",
        MediaClass.PICTURE,
        START,
        (),
        f"Screenshot {number}",
        "",
        None,
        "",
        load,
    )


def message(number: int) -> DossierMessage:
    when = START + timedelta(minutes=20 * number)
    text = (
        f"Message {number}: you saw the late bus again and nobody was there but I know where it stops."
        + (" 😡 حسنا" if number % 20 == 0 else "")
    )
    record = MessageRecord(
        number,
        0,
        f"{number}+1",
        number,
        1,
        "+1 555 0100 147",
        False,
        ("Alex",),
        Direction.IN,
        MessageKind.TEXT,
        text,
        "",
        (),
        "",
        int(when.timestamp() * 1000),
        when.strftime("%Y-%m-%dT%H:%M:%S"),
        "min",
        ZoneBasis.USER_STATED_ZONE,
        "",
        (),
    )
    return DossierMessage(number + 1, record, "+1 555 0100 147", ())


def main(pictures: Path, count: int, out: Path) -> None:
    files = tuple(
        picture(path, number) for number, path in enumerate(sorted(pictures.glob("*.png")), 1)
    )
    entries = tuple(
        DossierEntry(
            EntryId(file.evidence),
            int(file.evidence),
            f"Entry {file.evidence}",
            "He wrote again and I took a screenshot.",
            Moment(Precision.EXACT, START + timedelta(hours=int(file.evidence)), zone="UTC"),
            START,
            "UTC",
            0,
            START,
            Kind.MESSAGES,
            "",
            "",
            "",
            "",
            AuthorityReport(),
            ("Dale",),
            (),
            (file.evidence,),
        )
        for file in files
    )
    thread = DossierThread(
        "Dale",
        "whatsapp",
        ("Alex", "Dale"),
        count,
        tuple(map(message, range(count))),
        "chat.txt",
        Sha256(b"s" * 32),
        9,
        START,
        "UTC",
        "user_stated",
        "year_first",
    )
    dossier = Dossier(
        Caption("Court", "1", "A. R.", "Dale", "Evidence"),
        "generic-us",
        "",
        "UTC",
        START,
        entries,
        files,
        (thread,),
        None,
        "",
        1,
        b"r" * 32,
        10,
    )
    started = time.perf_counter()
    with garbage_left_alone():  # as the task does
        made = report.compose(dossier, out, SILENT)
    helper = resource.getrusage(resource.RUSAGE_CHILDREN)  # it validates; it has ended
    print(
        json.dumps(
            {
                "seconds": time.perf_counter() - started,
                "pages": sum(one.pages for one in made.files),
                "helper_s": helper.ru_utime + helper.ru_stime,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
