-- Schema 1. Times are UTC in ISO 8601 unless a name says otherwise; digests are raw bytes.

-- One row that every save moves on, in the transaction of that save: what vault.state is
-- compared with when the vault is opened.
CREATE TABLE meta (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    vault BLOB NOT NULL CHECK (length(vault) = 16),
    save_seq INTEGER NOT NULL CHECK (save_seq >= 0),
    journal_size INTEGER NOT NULL CHECK (journal_size >= 0),
    journal_root BLOB NOT NULL
) STRICT;

-- The journal: append-only, one leaf of the tree a row. `body` holds the fields, `seed` their salts.
-- Erasing takes both away and keeps `commitments`, so that the leaf can still be recomputed.
CREATE TABLE revision (
    seq INTEGER PRIMARY KEY CHECK (seq >= 0),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    saved_ms INTEGER NOT NULL, -- since 1970 UTC, by this computer's clock
    zone TEXT NOT NULL,
    back_ms INTEGER NOT NULL CHECK (back_ms >= 0), -- how far the clock stood behind the revision before
    since_ms INTEGER, -- by a clock that cannot be set, since the revision before; NULL after opening
    app TEXT NOT NULL,
    head_salt BLOB NOT NULL CHECK (length(head_salt) = 16),
    leaf BLOB NOT NULL CHECK (length(leaf) = 32),
    seed BLOB CHECK (length(seed) = 32),
    body BLOB,
    commitments BLOB,
    CHECK ((seed IS NULL) = (body IS NULL) AND (body IS NULL) = (commitments IS NOT NULL))
) STRICT;
CREATE INDEX revision_subject ON revision (subject, seq);

-- The right edge of the tree, so that neither saving nor opening hashes the whole record.
CREATE TABLE journal_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    size INTEGER NOT NULL CHECK (size >= 0),
    peaks BLOB NOT NULL,
    last_ms INTEGER NOT NULL
) STRICT;
INSERT INTO journal_head VALUES (1, 0, x'', 0);

-- Roots that were given away or came back signed.
CREATE TABLE receipt (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL, -- printed, sent, signed
    size INTEGER NOT NULL CHECK (size >= 0),
    root BLOB NOT NULL CHECK (length(root) = 32),
    kept_ms INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- The tables below repeat what the journal says, for lists and pickers; `check` compares them.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL, -- the name as it is compared
    role TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    revision INTEGER NOT NULL REFERENCES revision (seq)
) STRICT;
CREATE INDEX person_name ON person (name_key, removed, id);

CREATE TABLE entry (
    id INTEGER PRIMARY KEY, -- also the number that people see; rows are never deleted
    state INTEGER NOT NULL CHECK (state IN (0, 1, 2)), -- kept, in the bin, erased
    undated INTEGER NOT NULL CHECK (undated IN (0, 1)),
    start_us INTEGER NOT NULL, -- since 1970 UTC; 0 when undated
    first_day TEXT NOT NULL, -- wall clock, empty when undated
    last_day TEXT NOT NULL,
    kind TEXT NOT NULL,
    files INTEGER NOT NULL CHECK (files >= 0),
    precision TEXT NOT NULL,
    start_local TEXT NOT NULL,
    end_local TEXT NOT NULL,
    has_time INTEGER NOT NULL CHECK (has_time IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    revision INTEGER NOT NULL REFERENCES revision (seq), -- the newest content
    recorded_ms INTEGER NOT NULL,
    recorded_zone TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    removed_ms INTEGER,
    title TEXT NOT NULL,
    preview TEXT NOT NULL
) STRICT;
-- Both carry what filters ask for, so that a page deep in the list never reads the rows before it.
CREATE INDEX entry_oldest ON entry (state, undated, start_us, id, first_day, last_day, kind, files);
CREATE INDEX entry_newest
    ON entry (state, undated, start_us DESC, id DESC, first_day, last_day, kind, files);
CREATE INDEX entry_day ON entry (state, first_day, last_day, kind, files);

CREATE TABLE entry_person (
    entry INTEGER NOT NULL REFERENCES entry (id),
    part TEXT NOT NULL CHECK (part IN ('person', 'witness')),
    place INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (entry, part, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_person_person ON entry_person (person, entry);

CREATE TABLE entry_evidence (
    entry INTEGER NOT NULL REFERENCES entry (id),
    place INTEGER NOT NULL,
    evidence INTEGER NOT NULL,
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_evidence_evidence ON entry_evidence (evidence, entry);

CREATE TABLE entry_message (
    entry INTEGER NOT NULL REFERENCES entry (id),
    place INTEGER NOT NULL,
    message INTEGER NOT NULL,
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_message_message ON entry_message (message, entry);

CREATE TABLE draft (
    key TEXT PRIMARY KEY,
    data TEXT NOT NULL,
    saved_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;

-- Full text over a normalised copy that is not kept (`content=''`). The rowid says kind and number.
-- Trigrams find words, parts of words and scripts without spaces alike.
CREATE VIRTUAL TABLE search_text USING fts5 (
    body, content = '', columnsize = 0, tokenize = 'trigram case_sensitive 1'
);
INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE search_term USING fts5vocab (search_text, 'row');

-- How the copy was normalised; another way of doing it, or a doubt, means building it again.
CREATE TABLE search_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    built_with TEXT NOT NULL
) STRICT;
INSERT INTO search_state VALUES (1, '');
