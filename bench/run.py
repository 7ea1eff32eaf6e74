"""The figures of docs/performance.md, each beside its peer in the same run.

make bench                 everything
python bench/run.py sms    one part: whatsapp, sms, memory, bundle, search, file, start, open, window
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf

from measure import BUILD, PEERS, least, ours, peer_python, row, run
from window import window

ROUNDS = 5
ROUNDS_SHORT = 12  # for what takes a quarter of a second, which a busy moment doubles
HEAD = "| work | beside | ratio | reach | met | detail |\n|---|---|---|---|---|---|"


def fresh(name: str) -> Path:
    """Return a folder that does not exist yet."""
    folder = BUILD / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def pages_of(name: str) -> int:
    """Return how many pages a peer or we made of the small bundle."""
    return len(pypdf.PdfReader(BUILD / f"{name}.pdf").pages)


def whatsapp() -> None:
    """100,000 WhatsApp messages: parse alone, and the whole path."""
    export = BUILD / "wa100k.txt"
    if not export.exists():
        run(ours("make_whatsapp", export, 100_000))
    parse, found, given, node = least(
        [
            ours("parse", export),
            peer_python("peer_whatstk", export),
            peer_python("peer_whatstk", export, "given"),
            ["node", "bench/work/peer_node.js", BUILD / "node_modules", export],
        ],
        rounds=ROUNDS_SHORT,
    )
    row(
        "parse 100,000 WhatsApp messages",
        "whatsapp-chat-parser",
        parse.work_s / node.work_s,
        "at most 1",
        met=parse.work_s <= node.work_s,
        detail=f"{parse.work_s:.2f} s and {node.work_s:.2f} s",
    )
    for peer, whatstk in (
        ("whatstk, finding the header itself as we do", found),
        ("whatstk, header given", given),
    ):
        row(
            "the same",
            peer,
            parse.work_s / whatstk.work_s,
            "at most 0.33",
            met=parse.work_s * 3 <= whatstk.work_s,
            detail=f"{whatstk.work_s:.2f} s",
        )
    turns = [
        (
            run(ours("import_file", export, fresh("wa-book"))),
            run(ours("import_file", export, fresh("wa-book"), "keep")),
            run(ours("bare_insert", BUILD / "wa-book")),
            run(peer_python("peer_chat_miner", export)),
        )
        for _ in range(ROUNDS)
    ]
    whole, keep, bare, miner = (
        min(costs, key=lambda cost: cost.work_s) for costs in zip(*turns, strict=True)
    )
    for work, ours_s in (
        ("import them, with the look before the questions", whole.work_s),
        ("import them: hash, parse, encrypt, index, journal", keep.work_s),
    ):
        row(
            work,
            "chat-miner's parse alone",
            ours_s / miner.work_s,
            "below 1",
            met=ours_s < miner.work_s,
            detail=f"{ours_s:.2f} s and {miner.work_s:.2f} s",
        )
        row(
            "the same",
            "a bare loop into the same schema",
            ours_s / bare.work_s,
            "at most 2",
            met=ours_s <= 2 * bare.work_s,
            detail=f"{bare.work_s:.2f} s",
        )


def sms() -> None:
    """A 100 MB SMS backup beside a bare expat pass."""
    export = BUILD / "sms100m.xml"
    if not export.exists():
        run(ours("make_sms", export, 100))
    parse, expat = least([ours("parse", export), ours("peer_expat", export)])
    row(
        "parse a 100 MB SMS backup",
        "bare expat",
        parse.work_s / expat.work_s,
        "at most 1.5",
        met=parse.work_s <= 1.5 * expat.work_s,
        detail=f"{parse.work_s:.2f} s and {expat.work_s:.2f} s",
    )


def memory() -> None:
    """Memory of an import of 1 GB, and of long lines with emoji, above the open book."""
    for name, script, argument in (
        ("wa1g.txt", "make_whatsapp", 11_600_000),
        ("sms1g.xml", "make_sms", 1024),
        ("line1g.txt", "make_line", 1000),
        ("line16m.txt", "make_line", 16),
    ):
        export = BUILD / name
        if not export.exists():
            run(ours(script, export, argument))
        cost = run(ours("import_file", export, fresh("big-book")))
        row(
            f"memory of importing {name}",
            "the open book",
            cost.said["above_mb"] / 200,
            "below 1 (200 MB)",
            met=cost.said["above_mb"] < 200,
            detail=f"{cost.said['above_mb']:.0f} MB, {cost.work_s:.0f} s",
        )


def bundle() -> None:
    """A bundle of 10,000 messages and 500 pictures; peers on a tenth, by the page."""
    many, few = BUILD / "shots-500", BUILD / "shots-50"
    for folder, count in ((many, 500), (few, 50)):
        if not folder.exists():
            run(ours("make_pictures", folder, count))
    turns = [
        (
            run(ours("bundle", many, 10_000, BUILD / "large.pdf")),
            run(peer_python("peer_typst", few, 1_000, BUILD / "typst.pdf")),
        )
        for _ in range(ROUNDS)
    ]
    large, typst = (min(costs, key=lambda cost: cost.cpu_s) for costs in zip(*turns, strict=True))
    platypus = run(peer_python("peer_platypus", few, 1_000, BUILD / "platypus.pdf"))
    pages = large.said["pages"]
    made_s = large.cpu_s - large.said["helper_s"]
    for what, mine_s in (("made and validated", large.cpu_s), ("made, as theirs are", made_s)):
        for name, cost, reach in (("typst", typst, 2), ("platypus", platypus, 20)):
            theirs, mine = cost.cpu_s / pages_of(name), mine_s / pages
            row(
                f"a page of a bundle of 10,000 messages and 500 pictures, {what} (theirs of a tenth)",
                name,
                theirs / mine,
                f"at least {reach}",
                met=theirs >= reach * mine,
                detail=f"{mine * 1000:.1f} ms and {theirs * 1000:.1f} ms a page",
            )
    row(
        "memory of 10,000 messages and 500 pictures",
        "450 MB",
        large.peak_mb / 450,
        "below 1",
        met=large.peak_mb < 450,
        detail=f"{pages:.0f} pages, {large.cpu_s:.1f} s, {large.peak_mb:.0f} MB",
    )


def search() -> None:
    """The first 50 hits in 1,000,000 messages."""
    book = BUILD / "million"
    if not (book / "log.db").exists():
        shutil.rmtree(book, ignore_errors=True)
    cost = run(ours("find_words", book, 1_000_000))
    ratio = cost.said["seconds"] / cost.said["peer"]
    row(
        "first 50 hits in 1,000,000 messages",
        "plain sqlite3 FTS5, same index",
        ratio,
        "at most 1.5",
        met=ratio <= 1.5,
        detail=f"{cost.said['seconds'] * 1000:.0f} ms and {cost.said['peer'] * 1000:.0f} ms for six queries",
    )


def file() -> None:
    """Keep a 1 GB file."""
    large = BUILD / "video.bin"
    if not large.exists():
        run(["dd", "if=/dev/urandom", f"of={large}", "bs=1M", "count=1024", "status=none"])
    copy = BUILD / "copy.bin"
    mine = min(
        (run(ours("add_file", large, fresh("file-book"))) for _ in range(3)),
        key=lambda cost: cost.work_s,
    )
    plain = run(
        ["sh", "-c", f"sha256sum '{large}' >/dev/null && cp '{large}' '{copy}' && sync '{copy}'"]
    )
    row(
        "keep a 1 GB file",
        "sha256sum and cp",
        mine.work_s / plain.wall_s,
        "at most 3",
        met=mine.work_s <= 3 * plain.wall_s,
        detail=f"{mine.work_s:.1f} s and {plain.wall_s:.1f} s, {mine.said['above_mb']:.0f} MB",
    )


def empty_book() -> Path:
    """Return a book with nothing in it, made when it is not there yet."""
    book = BUILD / "empty-book"
    if not book.exists():
        run(ours("empty_book", book))
    return book


def start() -> None:
    """From the start of the process to the first painted frame."""
    lock, bare = least([ours("start_ours", empty_book()), ours("start_bare")], rounds=20)
    row(
        "start to the painted lock screen",
        "a bare PySide6 window",
        lock.wall_s / bare.wall_s,
        "at most 1.3",
        met=lock.wall_s <= 1.3 * bare.wall_s,
        # Other programs lengthen the longer of two starts more; this they lengthen alike.
        detail=f"{lock.wall_s * 1000:.0f} ms and {bare.wall_s * 1000:.0f} ms;"
        f" processor time {lock.cpu_s / bare.cpu_s:.2f}",
    )


def open_timeline() -> None:
    """From the derived key to the painted timeline, with many messages and with none."""
    book = BUILD / "million"
    if not (book / "log.db").exists():
        run(ours("find_words", book, 1_000_000))
    full, empty = least(
        [ours("open_timeline", book), ours("open_timeline", empty_book())], rounds=10
    )
    row(
        "open a book of 1,000,000 messages, from the key to the painted timeline",
        "an empty book",
        full.work_s / empty.work_s,
        "at most 1.5",
        met=full.work_s <= 1.5 * empty.work_s,
        detail=f"{full.work_s * 1000:.0f} ms and {empty.work_s * 1000:.0f} ms",
    )


PARTS: dict[str, Callable[[], None]] = {
    "whatsapp": whatsapp,
    "sms": sms,
    "file": file,
    "bundle": bundle,
    "search": search,
    "memory": memory,
    "start": start,
    "open": open_timeline,
    "window": window,
}

WITHOUT_PEERS = {"file", "search", "start", "open", "window", "memory"}  # that have to be fetched


def main(wanted: list[str]) -> None:
    """Run the parts that were asked for, all by default."""
    BUILD.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
    if not PEERS.exists() and set(wanted or PARTS) - WITHOUT_PEERS:
        run([sys.executable, "bench/peers.py"])
    print(HEAD)
    for name in wanted or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
