"""Bring an export in, whole path: import_file.py FILE BOOK. Says seconds and stored.

With `keep` as a third word the look before the questions is not in the seconds, nor what it found:
they are for one reading that is hashed, parsed, encrypted, indexed and put into the journal.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

from books import cheap_book

from logbook.domain.message import Answers
from logbook.tasks import bring_in_messages

path, book = Path(sys.argv[1]), Path(sys.argv[2])
vault = cheap_book(book)
before_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
started = time.perf_counter()
examined = bring_in_messages.examine_messages(path)
if sys.argv[3:] == ["keep"]:
    examined = replace(examined, found=replace(examined.found, read_again=None))
    started = time.perf_counter()
done = bring_in_messages.keep_messages(vault, examined, Answers(date_order="dmy"))
seconds = time.perf_counter() - started
above_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before_mb
vault.close()
print(json.dumps({"seconds": seconds, "records": done.messages_stored, "above_mb": above_mb}))
