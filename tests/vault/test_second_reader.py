"""A stored vault read without this program and without its database: the format stands alone.

What people wrote must outlive the package that writes it. This reader is made from the documents
of the formats: SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/), RFC 9106, RFC 5869, and
the header's own JSON. It knows nothing of `logbook`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

VAULTS = Path(__file__).parents[1] / "vaults"
STORED = sorted(VAULTS.glob("schema-*.zip"))
PASSPHRASE = b"quiet lantern orbit saddle mango"

PAGE_BYTES, IV_BYTES, MAC_BYTES, SALT_BYTES = 4096, 16, 64, 16
SQLITE_MAGIC = b"SQLite format 3\x00"
MAC_SALT_MASK = 0x3A

pytestmark = pytest.mark.skipif(
    sqlite3.sqlite_version_info < (3, 37), reason="this Python's SQLite knows no STRICT tables"
)


def hkdf(secret: bytes, info: bytes) -> bytes:
    """Return one block of HKDF-SHA256 without a salt."""
    extracted = hmac.digest(bytes(32), secret, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def master_key(header: dict[str, Any]) -> bytes:
    slot = next(one for one in header["slots"] if one["type"] == "passphrase")
    kdf, vault = slot["kdf"], base64.b64decode(header["vault"])
    slow = Argon2id(
        salt=base64.b64decode(kdf["salt"]),
        length=32,
        iterations=kdf["passes"],
        lanes=kdf["lanes"],
        memory_cost=kdf["memory_kib"],
    ).derive(PASSPHRASE)
    bound = {name: value for name, value in slot.items() if name != "sealed"}
    associated = canonical({"slot": bound, "vault": header["vault"], "version": 1})
    return AESGCM(hkdf(slow, b"kek:" + vault)).decrypt(
        base64.b64decode(slot["nonce"]), base64.b64decode(slot["sealed"]), associated
    )


def plain_database(encrypted: bytes, key: bytes) -> bytes:
    """Return the SQLite database inside, every page of which proves itself."""
    salt = encrypted[:SALT_BYTES]
    mac_salt = bytes(byte ^ MAC_SALT_MASK for byte in salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", key, mac_salt, 2, 32)
    pages = []
    for number, start in enumerate(range(0, len(encrypted), PAGE_BYTES), start=1):
        page = encrypted[start : start + PAGE_BYTES]
        skipped = SALT_BYTES if number == 1 else 0
        sealed, mac = page[skipped:-MAC_BYTES], page[-MAC_BYTES:]
        proof = hmac.digest(mac_key, sealed + number.to_bytes(4, "little"), "sha512")
        assert hmac.compare_digest(proof, mac), f"page {number}"
        content, iv = sealed[:-IV_BYTES], sealed[-IV_BYTES:]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        plain = decryptor.update(content) + decryptor.finalize()
        pages.append((SQLITE_MAGIC if number == 1 else b"") + plain + page[-IV_BYTES - MAC_BYTES :])
    found = bytearray(b"".join(pages))
    found[18:20] = b"\x01\x01"  # a database in memory has no write-ahead log
    return bytes(found)


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def read(request: pytest.FixtureRequest) -> Iterator[tuple[sqlite3.Connection, dict[str, Any]]]:
    """Return the plain database of a stored vault, in memory, and what it must hold."""
    path: Path = request.param
    with zipfile.ZipFile(path) as archive:
        header, encrypted = json.loads(archive.read("vault.hdr")), archive.read("log.db")
    key = hkdf(master_key(header), b"db v1")
    with closing(sqlite3.connect(":memory:")) as con:
        con.deserialize(plain_database(encrypted, key))
        yield con, json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def fields(body: bytes) -> dict[str, bytes]:
    """Return the fields of a revision: a byte for the name's length, four for the value's."""
    found, at = {}, 0
    while at < len(body):
        name_end = at + 1 + body[at]
        end = name_end + 4 + int.from_bytes(body[name_end : name_end + 4], "big")
        found[body[at + 1 : name_end].decode()] = body[name_end + 4 : end]
        at = end
    return found


def root(leaves: list[bytes]) -> bytes:
    """Return the root of a tree over leaf hashes (RFC 6962, 2.1)."""
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + root(leaves[:half]) + root(leaves[half:])).digest()


def test_a_second_reader_finds_every_word_of_a_stored_vault(
    read: tuple[sqlite3.Connection, dict[str, Any]],
) -> None:
    con, expected = read
    assert con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    revisions = con.execute("SELECT kind, subject, body FROM revision ORDER BY seq").fetchall()
    texts: dict[int, list[str]] = {}
    for kind, subject, body in revisions:
        if kind.startswith("entry."):
            number = int(subject.partition(":")[2])
            texts.setdefault(number, []).append(json.loads(fields(body)["text"]))
    assert [[number, said[-1], len(said)] for number, said in texts.items()] == [
        entry[:3] for entry in expected["entries"]
    ]
    assert [said[0] for said in texts.values()] == [first[0] for first in expected["first"]]
    assert con.execute("SELECT data FROM draft").fetchall() == [(expected["draft"],)]


def test_a_second_reader_finds_the_originals_and_the_root_of_the_journal(
    read: tuple[sqlite3.Connection, dict[str, Any]],
) -> None:
    con, expected = read
    pieces: dict[int, bytes] = {}
    for blob, piece in con.execute("SELECT blob, bytes FROM blob_piece ORDER BY blob, number"):
        pieces[blob] = pieces.get(blob, b"") + piece
    digests = dict(con.execute("SELECT id, sha256 FROM blob"))
    assert [data.hex() for data in pieces.values()] == expected["originals"]
    assert {blob: hashlib.sha256(data).digest() for blob, data in pieces.items()} == digests
    leaves = [leaf for (leaf,) in con.execute("SELECT leaf FROM revision ORDER BY seq")]
    assert [len(leaves), root(leaves).hex()] == expected["journal"]


def test_a_second_reader_refuses_a_page_with_a_flipped_bit() -> None:
    """The negative control: the pages prove themselves in this reader too."""
    with zipfile.ZipFile(STORED[0]) as archive:
        header, encrypted = json.loads(archive.read("vault.hdr")), bytearray(archive.read("log.db"))
    encrypted[2 * PAGE_BYTES + 100] ^= 1
    with pytest.raises(AssertionError, match="page 3"):
        plain_database(bytes(encrypted), hkdf(master_key(header), b"db v1"))
