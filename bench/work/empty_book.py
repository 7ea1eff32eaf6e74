"""Make a book with nothing in it: empty_book.py BOOK."""

from __future__ import annotations

import sys
from pathlib import Path

from books import cheap_book

cheap_book(Path(sys.argv[1])).close()
