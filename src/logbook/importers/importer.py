"""What every importer offers, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from logbook.domain.message import Answers, Examination, FormatInfo
from logbook.domain.message_columns import Item
from logbook.domain.progress import Progress
from logbook.importers.source import Source


class Importer(Protocol):
    """A reader of one format; it keeps no state between calls."""

    @property
    def info(self) -> FormatInfo:
        """Its name, and how a person gets such a file, in the language in use."""

    def recognises(self, source: Source) -> bool:
        """Tell by content, reading little; false for strange bytes, never an error."""

    def examine(self, source: Source, progress: Progress) -> Examination:
        """Read it once and tell what it holds and what must be asked; writes nothing.

        Raises ImportFailed leaves; damage inside the file is told in the result instead. Where the
        result has `read_again`, this is quicker than `read` and gives the same for the same bytes.
        """

    def read(self, source: Source, answers: Answers, progress: Progress) -> Iterator[Item]:
        """Give every record in file order, one by one or many in columns, and what is none.

        A `ConversationInfo` comes before the first record that uses it; the n-th one given has
        the number n (from 0) that `MessageRecord.conversation` names. `progress` counts bytes.
        """
