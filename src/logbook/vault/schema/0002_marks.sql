-- Schema 2: marks on entries, the kind of a message as the person sees it, and when the bytes of a
-- kept file were last compared with their digest.

-- Notes to self, like a draft: they are in no report, so the journal does not know them.
CREATE TABLE entry_mark (
    entry INTEGER NOT NULL REFERENCES entry (id),
    mark TEXT NOT NULL CHECK (mark IN ('later', 'star')), -- to be finished later; to be found again
    PRIMARY KEY (entry, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_mark_mark ON entry_mark (mark, entry);

-- What kind of thing a message is; it goes with the message when its import is undone.
CREATE TABLE message_kind (
    message INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    kind TEXT NOT NULL
) STRICT;

CREATE TABLE blob_check (
    blob INTEGER PRIMARY KEY REFERENCES blob (id) ON DELETE CASCADE,
    checked_ms INTEGER NOT NULL,
    same INTEGER NOT NULL CHECK (same IN (0, 1))
) STRICT;
