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
CREATE VIRTUAL TABLE search_place USING fts5vocab (search_text, 'instance');

-- How the copy was normalised; another way of doing it, or a doubt, means building it again.
CREATE TABLE search_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    built_with TEXT NOT NULL
) STRICT;
INSERT INTO search_state VALUES (1, '');

-- Kept files. The same bytes are kept once: small ones in blob_piece, large ones as a file beside
-- the database, whose name and key stand here.
CREATE TABLE blob (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    file_id BLOB UNIQUE CHECK (length(file_id) = 16),
    file_key BLOB CHECK (length(file_key) = 32),
    CHECK ((file_id IS NULL) = (file_key IS NULL))
) STRICT;

CREATE TABLE blob_piece (
    blob INTEGER NOT NULL REFERENCES blob (id),
    number INTEGER NOT NULL CHECK (number >= 0),
    bytes BLOB NOT NULL,
    UNIQUE (blob, number)
) STRICT;

-- Files whose key is erased and which are not yet unlinked.
CREATE TABLE blob_erased (
    file_id BLOB PRIMARY KEY CHECK (length(file_id) = 16)
) STRICT, WITHOUT ROWID;

-- One import of an export file. At most one is pending; its rows are shown to nobody before it is
-- done. A removed one keeps its row, and the messages that something else still needs.
CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'removed')),
    name TEXT NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    format TEXT NOT NULL,
    imported_ms INTEGER NOT NULL,
    answers TEXT NOT NULL, -- JSON: what was asked about the file, the answers and their basis
    report TEXT NOT NULL, -- JSON: warnings, files that are missing or nobody named
    original INTEGER, -- the evidence row of the file itself
    first_message INTEGER NOT NULL, -- ids from here on belong to it or to a later one
    last_message INTEGER NOT NULL,
    records INTEGER NOT NULL DEFAULT 0,
    stored INTEGER NOT NULL DEFAULT 0,
    already_here INTEGER NOT NULL DEFAULT 0,
    linked INTEGER NOT NULL DEFAULT 0,
    tree_root BLOB CHECK (length(tree_root) = 32) -- over its records that are still here
) STRICT;
CREATE INDEX import_sha256 ON import (sha256);
CREATE UNIQUE INDEX import_pending ON import (state) WHERE state = 'pending';

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state INTEGER NOT NULL CHECK (state IN (0, 1, 2, 3)), -- kept, removed, erased, pending
    blob INTEGER REFERENCES blob (id), -- NULL once erased
    import INTEGER REFERENCES import (id), -- the import that brought it
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    media_type TEXT NOT NULL,
    media_class TEXT NOT NULL,
    added_ms INTEGER NOT NULL,
    facts TEXT NOT NULL, -- JSON: times with their basis, width, height, duration, pages, problem
    description TEXT NOT NULL DEFAULT '',
    transcript TEXT NOT NULL DEFAULT '',
    print_copy INTEGER REFERENCES blob (id),
    print_shape TEXT NOT NULL DEFAULT '', -- JSON: media type, width and height of the print copy
    thumbnail INTEGER REFERENCES blob (id),
    CHECK ((blob IS NULL) = (state = 2))
) STRICT;
CREATE INDEX evidence_blob ON evidence (blob);
CREATE INDEX evidence_print_copy ON evidence (print_copy) WHERE print_copy IS NOT NULL;
CREATE INDEX evidence_thumbnail ON evidence (thumbnail) WHERE thumbnail IS NOT NULL;
CREATE INDEX evidence_import ON evidence (import) WHERE import IS NOT NULL;

-- Everything that keeps bytes from being erased.
CREATE VIEW blob_use (blob) AS
    SELECT blob FROM evidence WHERE blob IS NOT NULL
    UNION ALL SELECT print_copy FROM evidence WHERE print_copy IS NOT NULL
    UNION ALL SELECT thumbnail FROM evidence WHERE thumbnail IS NOT NULL;

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    key TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    participants TEXT NOT NULL DEFAULT '[]', -- JSON
    messages INTEGER NOT NULL DEFAULT 0, -- these three without a pending import
    first TEXT NOT NULL DEFAULT '',
    last TEXT NOT NULL DEFAULT '',
    UNIQUE (platform, key)
) STRICT;

-- What an import calls a conversation; `place` is the order in which it named them.
CREATE TABLE import_conversation (
    import INTEGER NOT NULL REFERENCES import (id),
    place INTEGER NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    title TEXT NOT NULL,
    participants TEXT NOT NULL,
    PRIMARY KEY (import, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_conversation_conversation ON import_conversation (conversation);

-- A record of an export as in the file; the columns are those of domain.message.MessageRecord.
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL,
    conversation INTEGER NOT NULL,
    number INTEGER NOT NULL, -- within its conversation, from 1, in file order
    sort_ms INTEGER NOT NULL, -- the instant, or the wall clock as if it were UTC
    fingerprint BLOB NOT NULL, -- 16 bytes: equal in two exports of the same message
    place INTEGER NOT NULL, -- of the conversation within the import
    order_index INTEGER NOT NULL,
    locator TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL,
    sender TEXT NOT NULL,
    sender_is_me INTEGER,
    recipients TEXT NOT NULL, -- JSON, empty for none
    direction TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    repaired TEXT NOT NULL,
    flags TEXT NOT NULL, -- JSON, empty for none
    time_raw TEXT NOT NULL,
    instant_ms INTEGER,
    local TEXT NOT NULL,
    time_precision TEXT NOT NULL,
    zone_basis TEXT NOT NULL,
    fold TEXT NOT NULL,
    extra TEXT NOT NULL
) STRICT;
CREATE INDEX message_conversation ON message (conversation); -- and so by id: in file order
CREATE INDEX message_thread ON message (conversation, sort_ms);
CREATE INDEX message_fingerprint ON message (fingerprint);

CREATE TABLE message_attachment (
    message INTEGER NOT NULL REFERENCES message (id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    member TEXT NOT NULL,
    media_type_stated TEXT NOT NULL,
    evidence INTEGER REFERENCES evidence (id),
    sha256 BLOB CHECK (length(sha256) = 32), -- of the file as it was brought in
    PRIMARY KEY (message, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_attachment_evidence
    ON message_attachment (evidence) WHERE evidence IS NOT NULL;

-- The same message in a later export: a second witness. `leaf` is the hash of the record there.
CREATE TABLE message_witness (
    import INTEGER NOT NULL REFERENCES import (id),
    order_index INTEGER NOT NULL,
    message INTEGER NOT NULL REFERENCES message (id),
    locator TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL,
    leaf BLOB NOT NULL CHECK (length(leaf) = 32),
    PRIMARY KEY (import, order_index)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_witness_message ON message_witness (message);

-- Stretches of an export that are no record we know; they stay in the original.
CREATE TABLE not_understood (
    import INTEGER NOT NULL REFERENCES import (id),
    place INTEGER NOT NULL,
    locator TEXT NOT NULL,
    reason TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (import, place)
) STRICT, WITHOUT ROWID;
