"""Whether the journal is whole, and whether the lists of entries and people agree with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from logbook.domain.entry import EntryText
from logbook.domain.ids import EntryId
from logbook.domain.merkle import Frontier
from logbook.domain.progress import Progress
from logbook.i18n import translate
from logbook.vault import entries, entry_form, people
from logbook.vault.entry_lists import COLUMNS, ERASED, IN_BIN, KEPT, index_columns, links
from logbook.vault.journal import Journal, Revision
from logbook.vault.moments import to_ms
from logbook.vault.revision import Head, commitments, leaf, split, unpack
from logbook.vault.sql import statement
from logbook.vault.state import State
from logbook.vault.store import Store

_AT_ONCE = 2_000
_ROWS = "SELECT * FROM revision WHERE seq >= ? ORDER BY seq LIMIT ?"
_MADE_BY = {  # the revision that says that an item exists, and the table that lists it
    "entry": "entry.add",
    "person": "person.add",
    "evidence": "evidence.add",
    "import": "import.add",
}


class Problem(NamedTuple):
    """One thing that is wrong: a code, and where."""

    kind: str
    where: str


# -- the journal itself --------------------------------------------------------------------------


def journal_problems(store: Store, journal: Journal, progress: Progress) -> Iterator[Problem]:
    """Recompute every leaf from its content, and the tree from the leaves."""
    kept = journal.frontier()
    given = {receipt.head.size: receipt for receipt in journal.receipts()}
    tree = Frontier()
    while rows := store.con.execute(_ROWS, (tree.size, _AT_ONCE)).fetchall():
        for row in rows:
            if row[0] != tree.size:
                yield Problem("revision_missing", f"revision {tree.size}")
                return
            if _leaf_of(row) != row[9]:
                yield Problem("revision_changed", f"revision {row[0]} of {row[2]}")
            tree = tree.append(row[9])
            receipt = given.get(tree.size)
            if receipt is not None and receipt.head.root != tree.root():
                yield Problem("receipt_differs", f"receipt {receipt.id}")
        progress(tree.size, kept.size, translate("Vault", "Checking the record"))
    if tree != kept:
        yield Problem("journal_head_differs", f"{kept.size} revisions, {tree.size} found")
    yield from _mark_problems(store, tree)
    yield from _silent_erasures(store)


def _leaf_of(row: tuple[Any, ...]) -> bytes:
    """Return the leaf that a row of `revision` should have."""
    _seq, kind, subject, saved_ms, zone, back_ms, since_ms, app, head_salt, _leaf, *rest = row
    seed, body, erased = rest
    head = Head(kind, subject, saved_ms, zone, back_ms, since_ms, app)
    kept = split(erased) if body is None else commitments(unpack(body, row[0]), seed)
    return leaf(head, head_salt, kept)


def _mark_problems(store: Store, tree: Frontier) -> Iterator[Problem]:
    """Compare the journal with what every save put into the database and beside it."""
    mark = store.mark()
    if (mark.journal_size, mark.journal_root) != (tree.size, tree.root()):
        yield Problem("save_mark_differs", "meta")
    said = store.state.read()
    if not isinstance(said, State) or said.mark != mark:
        yield Problem("high_water_mark_differs", store.place.state.name)


def _silent_erasures(store: Store) -> Iterator[Problem]:
    """Give subjects whose content is gone though no later revision says that it was erased."""
    for (subject,) in store.con.execute(
        "SELECT subject FROM revision GROUP BY subject HAVING max(iif(body IS NULL, seq, -1))"
        " = max(seq) ORDER BY subject"
    ).fetchall():
        yield Problem("erased_without_trace", subject)


def missing_rows(store: Store) -> Iterator[Problem]:
    """Give items that the journal knows and their table does not."""
    for table, kind in _MADE_BY.items():
        for (subject,) in store.con.execute(
            statement(
                "SELECT subject FROM revision WHERE kind = ? AND",
                *("CAST(substr(subject, ?) AS INTEGER) NOT IN (SELECT id FROM", table, ")"),
                "ORDER BY seq",
            ),
            (kind, len(table) + 2),
        ).fetchall():
            yield Problem(f"{table}_missing", subject)


# -- entries and people --------------------------------------------------------------------------


def entry_problems(store: Store, journal: Journal, progress: Progress) -> Iterator[Problem]:
    """Compare every row of the list of entries, and its links, with the journal."""
    ids = [row[0] for row in store.con.execute("SELECT id FROM entry ORDER BY id").fetchall()]
    for done, number in enumerate(ids):
        progress(done, len(ids), translate("Vault", "Checking entries"))
        subject = entries.subject_of(EntryId(number))
        if _entry_row(store, number) != _told_entry(journal, journal.of_subject(subject)):
            yield Problem("entry_changed", subject)


def _entry_row(store: Store, number: int) -> tuple[object, ...]:
    row = store.con.execute(
        statement(
            "SELECT state, version, revision, recorded_ms, recorded_zone, changed_ms, removed_ms,",
            *(COLUMNS, "FROM entry WHERE id = ?"),
        ),
        (number,),
    ).fetchone()
    linked = tuple(
        tuple(store.con.execute(sql, (number,)).fetchall())
        for sql in (
            "SELECT part, place, person FROM entry_person WHERE entry = ? ORDER BY part, place",
            "SELECT place, evidence FROM entry_evidence WHERE entry = ? ORDER BY place",
            "SELECT place, message FROM entry_message WHERE entry = ? ORDER BY place",
        )
    )
    return (*row, linked)


def _told_entry(journal: Journal, revisions: list[Revision]) -> tuple[object, ...] | None:
    """Return the row that the revisions of one entry lead to, None when they lead to none."""
    states = {"entry.remove": IN_BIN, "entry.restore": KEPT, "entry.erase": ERASED}
    state, removed_ms = KEPT, None
    versions: list[Revision] = []
    for revision in revisions:
        if revision.kind in entries.CONTENT_KINDS:
            versions.append(revision)
            continue
        state = states.get(revision.kind, state)
        removed_ms = to_ms(revision.saved_at) if state == IN_BIN else None
    if not versions:
        return None
    what = EntryText("")
    if state != ERASED:
        fields = journal.fields(versions[-1].seq)
        if fields is None:
            return None
        what = entry_form.from_fields(fields, versions[-1].subject)
    return (
        state,
        len(versions),
        versions[-1].seq,
        to_ms(versions[0].saved_at),
        versions[0].zone,
        to_ms(versions[-1].saved_at),
        removed_ms,
        *index_columns(what),
        tuple(tuple(rows) for rows in links(what).values()),
    )


def person_problems(store: Store, journal: Journal, progress: Progress) -> Iterator[Problem]:
    """Compare every row of the list of people with the journal."""
    rows = store.con.execute(
        "SELECT id, name, name_key, role, removed, version, revision FROM person ORDER BY id"
    ).fetchall()
    for done, (number, *row) in enumerate(rows):
        progress(done, len(rows), translate("Vault", "Checking people"))
        subject = people.subject_of(number)
        if row != _told_person(journal, journal.of_subject(subject)):
            yield Problem("person_changed", subject)


def _told_person(journal: Journal, revisions: list[Revision]) -> list[object] | None:
    versions = [one for one in revisions if one.kind in people.CONTENT_KINDS]
    if not versions:
        return None
    if revisions[-1].kind == "person.erase":
        return ["", "", people.ERASED_ROLE.value, 1, len(versions), versions[-1].seq]
    fields: Mapping[str, bytes] | None = journal.fields(versions[-1].seq)
    if fields is None:
        return None
    what = people.from_fields(fields, versions[-1].subject)
    removed = any(one.kind == "person.remove" for one in revisions)
    key = people.key_of(what.name)
    return [what.name, key, what.role.value, int(removed), len(versions), versions[-1].seq]
