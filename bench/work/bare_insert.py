"""Insert the same rows into the same schema and do nothing else: bare_insert.py BOOK.

Reads what an import wrote into a book (messages, the bytes of the export itself, and the texts for
the search, normalised beforehand), then times a bare loop that inserts exactly these rows into a
new SQLCipher database with the same schema and indexes, in one transaction.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import sqlcipher3
from books import open_book

from logbook import vault as room
from logbook.vault.message_rows import COLUMNS
from logbook.vault.search import SearchKind
from logbook.vault.search_text import indexed

book = Path(sys.argv[1])
vault = open_book(book)
con = vault._store.con
rows = con.execute(f"SELECT {COLUMNS} FROM message ORDER BY id").fetchall()
texts = [
    (SearchKind.MESSAGE << 48 | row, indexed(text))
    for row, text in con.execute("SELECT id, text FROM message").fetchall()
]
blobs = con.execute("SELECT * FROM blob").fetchall()
pieces = con.execute("SELECT blob, number, bytes FROM blob_piece").fetchall()
vault.close()
target = book.parent / "bare.db"
target.unlink(missing_ok=True)
bare = sqlcipher3.connect(str(target), isolation_level=None)
bare.set_key(bytearray(b"k" * 32))
bare.execute("PRAGMA journal_mode=WAL")
bare.execute("PRAGMA synchronous=FULL")
bare.execute("PRAGMA cache_size=-64000")
bare.execute("PRAGMA secure_delete=ON")
for path in sorted((Path(room.__file__).parent / "schema").glob("*.sql")):
    bare.executescript(path.read_text())
marks = ", ".join("?" * len(rows[0]))
started = time.perf_counter()
bare.execute("BEGIN")
bare.executemany(f"INSERT INTO message ({COLUMNS}) VALUES ({marks})", rows)
bare.executemany("INSERT INTO blob VALUES (?, ?, ?, ?, ?)", blobs)
bare.executemany("INSERT INTO blob_piece VALUES (?, ?, ?)", pieces)
bare.executemany("INSERT INTO search_text (rowid, body) VALUES (?, ?)", texts)
bare.execute("COMMIT")
bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")
print(json.dumps({"seconds": time.perf_counter() - started, "records": len(rows)}))
