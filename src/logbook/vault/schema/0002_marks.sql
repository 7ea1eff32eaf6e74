-- Schema 2: marks on entries, the kind of a message as the person sees it, and when the bytes of a
-- kept file were last compared with their digest.

-- Notes to self, like a draft: they are in no report, so the journal does not know them.
CREATE TABLE entry_mark (
    entry INTEGER NOT NULL REFERENCES entry (id),
    mark TEXT NOT NULL CHECK (mark IN ('later', 'star')), -- to be finished later; to be found again
    PRIMARY KEY (entry, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_mark_mark ON entry_mark (mark, entry);

-- What a list can be cut to besides marks; an index of each, because 100,000 rows would be read.
-- Written late: more than seven days after it was over, where a day alone is over at its midnight.
ALTER TABLE entry ADD COLUMN is_late INTEGER GENERATED ALWAYS AS (
    undated = 0 AND recorded_ms - start_us / 1000
    - CASE WHEN end_local = '' THEN 0
           ELSE 1000 * (unixepoch(end_local) - unixepoch(start_local)) END
    - CASE WHEN has_time THEN 0 ELSE 86400000 END > 604800000
) VIRTUAL;
ALTER TABLE entry ADD COLUMN is_timeless INTEGER GENERATED ALWAYS AS (
    precision = 'unknown' OR has_time = 0
) VIRTUAL;
ALTER TABLE entry ADD COLUMN is_changed INTEGER GENERATED ALWAYS AS (version > 1) VIRTUAL;
CREATE INDEX entry_late ON entry (id) WHERE is_late = 1;
CREATE INDEX entry_timeless ON entry (id) WHERE is_timeless = 1;
CREATE INDEX entry_changed ON entry (id) WHERE is_changed = 1;

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

-- How loud a sound is along its length, one byte a step; empty: nothing that can be drawn.
CREATE TABLE blob_wave (
    blob INTEGER PRIMARY KEY REFERENCES blob (id) ON DELETE CASCADE,
    peaks BLOB NOT NULL
) STRICT;

-- The time under which lists show a file: its own where it carries one, else when it was added.
ALTER TABLE evidence ADD COLUMN shown_at TEXT GENERATED ALWAYS AS (
    coalesce(
        CASE WHEN json_valid(facts) THEN CAST(json_extract(facts, '$.times[0][0]') AS TEXT) END,
        strftime('%Y-%m-%dT%H:%M:%S', added_ms / 1000, 'unixepoch')
    )
) VIRTUAL;
-- Holds what filters and counts ask for, so that they never read names and facts.
CREATE INDEX evidence_shown ON evidence (state, shown_at, id, media_class, blob);
