"""Parse an export and nothing else: parse.py FILE. Says seconds and records."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from logbook.domain.message import Answers, MessageRecord
from logbook.domain.progress import SILENT
from logbook.importers import registry
from logbook.importers.source import Source

started = time.perf_counter()
with Source.open(Path(sys.argv[1])) as source:
    importer = registry.recognise(source, "")
    found = sum(
        1
        for item in importer.read(source, Answers(date_order="dmy"), SILENT)
        if isinstance(item, MessageRecord)
    )
print(json.dumps({"seconds": time.perf_counter() - started, "records": found}))
