"""Row numbers that must not be mixed up, and digests."""

from __future__ import annotations

from typing import NewType

EntryId = NewType("EntryId", int)
PersonId = NewType("PersonId", int)
EvidenceId = NewType("EvidenceId", int)
BlobId = NewType("BlobId", int)
ImportId = NewType("ImportId", int)
ConversationId = NewType("ConversationId", int)
MessageId = NewType("MessageId", int)
RevisionSeq = NewType("RevisionSeq", int)  # the leaf's place in the journal, from 0

Sha256 = NewType("Sha256", bytes)  # 32 bytes
