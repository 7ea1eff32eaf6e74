"""Every table of a vault, joined over one store."""

from __future__ import annotations

from logbook.vault.blobs import Blobs
from logbook.vault.drafts import Drafts
from logbook.vault.entries import EntryTable
from logbook.vault.entry_marks import EntryMarks
from logbook.vault.evidence import EvidenceTable
from logbook.vault.evidence_lists import EvidenceLists
from logbook.vault.evidence_uses import EvidenceUses
from logbook.vault.file_checks import FileChecks
from logbook.vault.import_rows import Tables
from logbook.vault.imports import ImportTable
from logbook.vault.journal import Journal
from logbook.vault.message_hits import MessageHits
from logbook.vault.message_kinds import MessageKinds
from logbook.vault.message_threads import MessageThreads
from logbook.vault.messages import MessageTable
from logbook.vault.people import PersonTable
from logbook.vault.search import Search
from logbook.vault.settings import Settings
from logbook.vault.store import Store
from logbook.vault.variants import Variants
from logbook.vault.waves import Waves


class Contents:
    """What a vault holds; the order follows who needs whom."""

    def __init__(self, store: Store) -> None:
        self.journal = Journal(store)
        self.search = Search(store)
        self.blobs = Blobs(store)
        self.people = PersonTable(store, self.journal, self.search)
        self.entries = EntryTable(store, self.journal, self.search)
        self.evidence = EvidenceTable(store, self.journal, self.search, self.blobs)
        self.evidence_lists = EvidenceLists(store, self.search)
        self.waves = Waves(store)
        self.file_checks = FileChecks(store, self.journal, self.blobs)
        self.evidence_uses = EvidenceUses(store, self.journal)
        self.messages = MessageTable(store, self.search)
        self.threads = MessageThreads(store)
        self.message_hits = MessageHits(store, self.search)
        self.message_kinds = MessageKinds(store, self.journal)
        self.variants = Variants(store)
        self.imports = ImportTable(
            Tables(store, self.journal, self.search, self.evidence, self.blobs)
        )
        self.marks = EntryMarks(store)
        self.drafts = Drafts(store)
        self.settings = Settings(store)
