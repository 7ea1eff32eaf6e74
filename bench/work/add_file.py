"""Keep one large file: add_file.py FILE BOOK. Says seconds and memory above the start."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from books import cheap_book

from logbook.tasks import keep_file

vault = cheap_book(Path(sys.argv[2]))
before_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
started = time.perf_counter()
looked = keep_file.look_at_file(Path(sys.argv[1]))
keep_file.keep_file(vault, looked)
seconds = time.perf_counter() - started
above_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before_mb
vault.close()
print(json.dumps({"seconds": seconds, "above_mb": above_mb}))
