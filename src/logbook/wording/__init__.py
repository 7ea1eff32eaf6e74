"""What a person is told about every expected failure: what it is, what happened, what to do.

The window and the command line use the same words. A sentence never holds what a person wrote; the
facts of an error (a path the person gave, a number) fill a place only where they help to act.
"""

from logbook.wording import book, general, imports, reports  # each gives its words to the table
from logbook.wording.table import Words, describe, has_words

__all__ = ["Words", "book", "describe", "general", "has_words", "imports", "reports"]
