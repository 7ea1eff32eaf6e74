"""Parse an export as an import does and nothing else: parse.py FILE. Says seconds and records."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from logbook.domain.message import Answers, MessageRecord
from logbook.domain.message_columns import MessageColumns
from logbook.domain.progress import SILENT
from logbook.importers import registry
from logbook.importers.source import Source
from logbook.tasks.garbage import garbage_left_alone

registry.importers()  # loaded before the clock runs, as the peers' modules are
started = time.perf_counter()
with Source.open(Path(sys.argv[1])) as source, garbage_left_alone():
    importer = registry.recognise(source, "")
    found = 0
    for item in importer.read(source, Answers(date_order="dmy"), SILENT):
        if isinstance(item, MessageColumns):
            found += len(item)
        elif isinstance(item, MessageRecord):
            found += 1
print(json.dumps({"seconds": time.perf_counter() - started, "records": found}))
