"""Reads WhatsApp exports that the tests write."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from logbook.domain.message import (
    Answers,
    ConversationInfo,
    Examination,
    MessageRecord,
    NotUnderstood,
    Question,
)
from logbook.domain.message_columns import one_by_one
from logbook.domain.progress import SILENT
from logbook.importers.source import Source
from logbook.importers.whatsapp import IMPORTER


@dataclass
class Read:
    """Everything that examining and reading an export gave, and that no byte was lost."""

    path: Path
    answers: Answers = field(default_factory=lambda: Answers(date_order="dmy"))

    def __post_init__(self) -> None:
        with Source.open(self.path) as source:
            self.recognised = IMPORTER.recognises(source)
            self.found: Examination = IMPORTER.examine(source, SILENT)
            self.items = list(one_by_one(IMPORTER.read(source, self.answers, SILENT)))
            if self.found.read_again is not None:
                again = list(one_by_one(self.found.read_again(source, self.answers, SILENT)))
                assert again == self.items, "what the look kept gives other records"
            self.members = {}
            for member in source.members:
                with source.open_member(member.index) as stream:
                    self.members[member.index] = stream.read()
        self.records = [i for i in self.items if isinstance(i, MessageRecord)]
        self.lost = [i for i in self.items if isinstance(i, NotUnderstood)]
        self.conversations = [i for i in self.items if isinstance(i, ConversationInfo)]

    @property
    def texts(self) -> list[str]:
        return [record.text for record in self.records]

    @property
    def kinds(self) -> list[str]:
        return [record.kind.value for record in self.records]

    def question(self, kind: str) -> Question:
        return next(q for q in self.found.questions if q.kind == kind)

    def slices(self, member: int = 0) -> bytes:
        """Put all records and losses together again."""
        data = self.members[member]
        parts = [i for i in self.items if not isinstance(i, ConversationInfo)]
        return b"".join(data[p.offset : p.offset + p.length] for p in parts)


@pytest.fixture
def chat(tmp_path: Path) -> Callable[..., Read]:
    """Write an export and read it: `chat("line", "line")` or `chat(b"...")`."""

    def read(*lines: str | bytes, name: str = "chat.txt", **answers: str) -> Read:
        path = tmp_path / name
        if len(lines) == 1 and isinstance(lines[0], bytes):
            path.write_bytes(lines[0])
        else:
            path.write_bytes("".join(f"{line}\n" for line in lines).encode())
        return Read(path, Answers(**{"date_order": "dmy", **answers}))

    return read


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Read]:
    """Write a zip and read it: `archive({"_chat.txt": "...", "a.jpg": b"..."})`."""

    def read(members: dict[str, str | bytes], name: str = "export.zip", **answers: str) -> Read:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as packed:
            for member, content in members.items():
                packed.writestr(member, content)
        return Read(path, Answers(**{"date_order": "dmy", **answers}))

    return read
