"""Files and zips from outside, whole, cut and hostile."""

import base64
import io
import os
import random
import stat
import struct
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook import errors
from logbook.domain.message import AttachmentRef
from logbook.domain.progress import SILENT
from logbook.importers.base64_stretch import Base64Stream, decoded, is_base64
from logbook.importers.limits import Limits
from logbook.importers.source import Source

NOISE = random.Random(1).randbytes(90_000)
TEXT = b"words that pack well " * 4000


def contents(path: Path, **options: object) -> list[tuple[str, bytes]]:
    with Source.open(path, **options) as source:
        return [
            (member.name, source.open_member(member.index, tolerant=True).read())
            for member in source.members
        ]


def test_a_plain_file_is_a_source_with_one_member(tmp_path: Path) -> None:
    path = tmp_path / "\U0001f600 notes.txt"
    path.write_bytes(TEXT)
    with Source.open(path) as source:
        assert (source.name, source.size_bytes, source.is_zip) == (path.name, len(TEXT), False)
        assert [m.name for m in source.members] == [path.name]
        with source.open_main() as stream:
            assert stream.read() == TEXT
        assert source.head(size=5) == TEXT[:5]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_gives_the_bytes_of_its_members(make_zip, method) -> None:
    given_members = [("a/_chat.txt", TEXT), ("noise.bin", NOISE), ("empty", b"")]
    path = make_zip(*given_members, method=method)
    assert contents(path) == given_members
    with Source.open(path) as source:
        assert source.is_zip
        assert [m.size_bytes for m in source.members] == [len(TEXT), len(NOISE), 0]
        with pytest.raises(errors.UnknownFormat):
            source.open_main()
        with source.open_attachment(AttachmentRef("noise.bin", True, "1")) as stream:
            assert stream.read(7) + stream.read() == NOISE


def test_folders_are_not_members(make_zip) -> None:
    assert contents(make_zip(("folder/", b""), ("folder/a", b"1"))) == [("folder/a", b"1")]


def test_a_zip_with_bytes_in_front_and_behind_is_read(make_zip) -> None:
    path = make_zip(("a", TEXT))
    data = path.read_bytes()
    path.write_bytes(data[:4] + data[4:] + b"tail")
    assert contents(path) == [("a", TEXT)]


def test_a_zip_without_sizes_in_its_headers_is_read(tmp_path: Path) -> None:
    class Pipe(io.RawIOBase):
        """A place that cannot go back: sizes follow the data."""

        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data) -> int:
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:
        archive.writestr("a", TEXT, zipfile.ZIP_DEFLATED)
        archive.writestr("b", NOISE, zipfile.ZIP_STORED)
        archive.writestr("c", b"last")
    path = tmp_path / "stream.zip"
    path.write_bytes(pipe.data)
    whole = [("a", TEXT), ("b", NOISE), ("c", b"last")]
    assert contents(path) == whole
    path.write_bytes(pipe.data[: pipe.data.index(b"PK\x01\x02")])
    assert contents(path) == whole


def test_large_sizes_in_an_extra_field_are_read(tmp_path: Path) -> None:
    path = tmp_path / "large.zip"
    with zipfile.ZipFile(path, "w") as archive, archive.open("a", "w", force_zip64=True) as file:
        file.write(NOISE)
    assert contents(path) == [("a", NOISE)]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_cut_zip_gives_what_is_there(make_zip, tmp_path: Path, method) -> None:
    members = [(f"{n}.bin", NOISE[n * 1000 :][:3000]) for n in range(20)]
    data = make_zip(*members, method=method).read_bytes()
    path = tmp_path / "cut.zip"
    whole_before = 0
    for percent in range(1, 100, 3):
        path.write_bytes(data[: len(data) * percent // 100])
        try:
            with Source.open(path) as source:
                found = [m for m in source.members if not m.problem]
                partial = [m for m in source.members if m.problem]
                for member in found:
                    with source.open_member(member.index) as stream:
                        assert stream.read() == dict(members)[member.name]
                for member in partial:
                    with source.open_member(member.index, tolerant=True) as stream:
                        assert dict(members)[member.name].startswith(stream.read())
                    assert source.damage[member.index] in {"partial", "damaged"}
                assert source.was_cut or percent > 95
        except errors.DamagedContainer:
            found, partial = [], []
        assert len(found) >= whole_before
        assert len(partial) <= 1
        whole_before = len(found)
    assert whole_before == 19


def test_a_zip_of_which_nothing_can_be_read_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x03\x04" + b"\xff" * 200)
    with pytest.raises(errors.DamagedContainer):
        Source.open(path)


def test_an_empty_zip_has_no_members(make_zip) -> None:
    assert contents(make_zip()) == []


def test_a_wrong_checksum_is_said_after_all_bytes_were_given(make_zip) -> None:
    path = make_zip(("a", NOISE), method=zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[60_000] ^= 1
    path.write_bytes(data)
    with Source.open(path) as source:
        with source.open_member(0, tolerant=True) as stream:
            assert len(stream.read()) == len(NOISE)
        assert source.damage == {0: "damaged"}
        with pytest.raises(errors.DamagedContainer), source.open_member(0) as stream:
            stream.read()
        with source.open_attachment(AttachmentRef("a", True, "0")) as stream:
            assert len(stream.read()) == len(NOISE)


def test_damage_inside_packed_bytes_is_said_and_what_came_before_is_right(make_zip) -> None:
    words = base64.b64encode(NOISE)
    path = make_zip(("a", words))
    data = bytearray(path.read_bytes())
    data[50_000:50_400] = b"\xff" * 400
    path.write_bytes(data)
    with Source.open(path) as source:
        with source.open_member(0, tolerant=True) as stream:
            assert stream.read(40_000) == words[:40_000]
            stream.read()
        assert source.damage == {0: "damaged"}


def with_central_field(data: bytes, offset: int, value: bytes) -> bytes:
    at = data.index(b"PK\x01\x02") + offset
    return data[:at] + value + data[at + len(value) :]


def test_a_declared_size_that_lies_is_found_out(make_zip) -> None:
    path = make_zip(("a", TEXT))
    path.write_bytes(with_central_field(path.read_bytes(), 24, struct.pack("<L", 10)))
    with Source.open(path) as source:
        assert source.members[0].size_bytes == 10
        with source.open_member(0, tolerant=True) as stream:
            assert stream.read() == TEXT
        assert source.damage == {0: "damaged"}


def test_a_member_that_expands_too_densely_is_stopped(make_zip) -> None:
    path = make_zip(("a", bytes(3_000_000)))
    limits = Limits(ratio_from_bytes=1_000_000)
    come: list[int] = []

    def read(stream: BinaryIO) -> None:
        while piece := stream.read(100_000):
            come.append(len(piece))

    with Source.open(path, limits) as source, source.open_member(0) as stream:
        with pytest.raises(errors.LimitExceeded):
            read(stream)
        assert sum(come) < 1_500_000
    source = Source.open(path, Limits(member_bytes=2_000_000))
    with source.open_member(0) as stream, pytest.raises(errors.LimitExceeded):
        read(stream)


def test_members_that_expand_too_far_together_are_stopped(make_zip) -> None:
    path = make_zip(*((str(n), TEXT) for n in range(5)))
    with Source.open(path, Limits(expanded_bytes=3 * len(TEXT))) as source:
        for index in (0, 0, 1, 1, 2):
            assert source.open_member(index).read() == TEXT
        with pytest.raises(errors.LimitExceeded):
            source.open_member(3).read()


def test_members_that_share_their_bytes_are_not_read(make_zip) -> None:
    path = make_zip(("a", NOISE), ("b", NOISE), ("c", b"alone"))
    data = path.read_bytes()
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4) + 42
    path.write_bytes(data[:second] + struct.pack("<L", 0) + data[second + 4 :])
    with Source.open(path) as source:
        assert [m.problem for m in source.members] == ["overlapping", "overlapping", ""]
        assert source.open_member(2).read() == b"alone"
        with pytest.raises(errors.DamagedContainer):
            source.open_member(0)


def test_names_are_labels_and_never_places(make_zip) -> None:
    names = ["../../evil.txt", "/abs", "C:\\x", "a/../../b", "CON.txt", "x" * 300, "\u202etxt.exe"]
    path = make_zip(*((name, b"1") for name in names))
    before = sorted(path.parent.iterdir())
    assert [name for name, _ in contents(path)] == names
    assert sorted(path.parent.iterdir()) == before


def test_a_name_with_a_nul_is_kept_whole(make_zip) -> None:
    path = make_zip(("a0b.txt", b"1"))
    path.write_bytes(path.read_bytes().replace(b"a0b.txt", b"a\0b.txt"))
    with Source.open(path) as source:
        assert source.members[0].raw_name == b"a\0b.txt"
        assert source.head(0) == b"1"


def test_links_are_kept_as_their_target_and_never_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, mode in (("link", stat.S_IFLNK), ("device", stat.S_IFCHR)):
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            info.external_attr = (mode | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
    with Source.open(path) as source:
        assert [m.problem for m in source.members] == ["link", "special"]
        assert source.open_member(0).read() == b"/etc/passwd"


def test_two_members_of_one_name_are_both_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", b"2")
    assert contents(path) == [("a", b"1"), ("a", b"2")]
    with Source.open(path) as source:
        assert [m.duplicate for m in source.members] == [False, True]


def test_a_locked_member_asks_for_its_password(make_zip) -> None:
    path = make_zip(("a", b"secret"))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with Source.open(path) as source:
        assert source.members[0].problem == "encrypted"
        assert source.head(0) == b""
        with pytest.raises(errors.PasswordProtected):
            source.open_member(0)


def test_a_way_of_packing_that_is_not_known_is_said(make_zip) -> None:
    path = make_zip(("a", TEXT), method=zipfile.ZIP_BZIP2)
    with Source.open(path) as source:
        assert source.members[0].problem == "method"
        with pytest.raises(errors.DamagedContainer):
            source.open_member(0)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("f\u00fcr.jpg".encode(), "f\u00fcr.jpg"),
        ("f\u00fcr.jpg".encode("cp437"), "f\u00fcr.jpg"),
        (b"\xff\xfe.jpg", "\u00a0\u25a0.jpg"),
    ],
)
def test_names_without_a_flag_are_utf8_or_cp437_and_their_bytes_are_kept(
    make_zip, raw, name
) -> None:
    path = make_zip(("#" * len(raw), b"1"))
    path.write_bytes(path.read_bytes().replace(b"#" * len(raw), raw))
    with Source.open(path) as source:
        assert (source.members[0].name, source.members[0].raw_name) == (name, raw)
        assert source.head(0) == b"1"


def test_the_unicode_path_field_is_used_when_it_fits(tmp_path: Path) -> None:
    for crc, name in ((zlib.crc32(b"a"), "\u0433"), (5, "a")):
        info = zipfile.ZipInfo("a")
        field = b"\x01" + struct.pack("<L", crc) + "\u0433".encode()
        info.extra = struct.pack("<HH", 0x7075, len(field)) + field
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(info, b"1")
        assert contents(path) == [(name, b"1")]


def test_a_zip_of_zips_shows_the_members_of_those(make_zip) -> None:
    inner = make_zip(("a", TEXT), ("b", NOISE), name="inner.zip").read_bytes()
    second = make_zip(("c", b"3"), name="second.zip", method=zipfile.ZIP_STORED).read_bytes()
    path = make_zip(("inner.zip", inner), ("second.zip", second), ("__MACOSX/x", b""))
    expected = [("inner.zip/a", TEXT), ("inner.zip/b", NOISE), ("second.zip/c", b"3")]
    assert contents(path) == expected
    deeper = make_zip(("deep.zip", path.read_bytes()), name="outer.zip")
    assert contents(deeper) == [(f"deep.zip/{name}", data) for name, data in expected]
    too_deep = make_zip(("deeper.zip", deeper.read_bytes()), name="outermost.zip")
    assert [name for name, _ in contents(too_deep)] == [
        "deeper.zip/deep.zip/inner.zip",
        "deeper.zip/deep.zip/second.zip",
        "deeper.zip/deep.zip/__MACOSX/x",
    ]


def test_a_zip_beside_other_files_stays_closed(make_zip) -> None:
    inner = make_zip(("a", TEXT), name="inner.zip").read_bytes()
    path = make_zip(("_chat.txt", b"x"), ("inner.zip", inner))
    assert [name for name, _ in contents(path)] == ["_chat.txt", "inner.zip"]


def test_an_inner_zip_that_is_broken_stays_a_member(make_zip) -> None:
    path = make_zip(("inner.zip", b"no zip at all"))
    assert contents(path) == [("inner.zip", b"no zip at all")]


@pytest.mark.parametrize("seed", range(150))
def test_a_zip_with_flipped_bits_fails_only_in_expected_ways(make_zip, seed) -> None:
    path = make_zip(("a.txt", TEXT[:2000]), ("b.bin", NOISE[:2000]))
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(3):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    try:
        with Source.open(path) as source:
            for member in source.members:
                source.head(member.index)
                with (
                    suppress(errors.ImportFailed),
                    source.open_member(member.index, tolerant=True) as stream,
                ):
                    stream.read()
    except errors.ImportFailed:
        return


def test_what_is_no_file_is_unreadable(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path / "missing", tmp_path, pipe, Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(errors.FileUnreadable):
            Source.open(path)


def test_a_file_that_may_not_be_read_is_unreadable(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"x")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("logbook.importers.container._Plain.__init__", refuse)
    with pytest.raises(errors.FileUnreadable, match=r"a\.xml"):
        Source.open(path)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="Linux's own failing file")
def test_a_disk_that_fails_is_said() -> None:
    with pytest.raises(errors.FileUnreadable, match="mem"):
        Source.open(Path("/proc/self/mem"))


@pytest.mark.parametrize("change", ["longer", "later", "gone"])
def test_a_file_that_changes_while_it_is_read_is_said(tmp_path: Path, change) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"x")
    source = Source.open(path)
    source.confirm_unchanged()
    if change == "longer":
        path.write_bytes(b"xy")
    elif change == "later":
        os.utime(path, ns=(1, 1))
    else:
        path.unlink()
    with pytest.raises(errors.FileChanged), source:
        pass


def test_a_failure_inside_is_not_hidden_by_a_change(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"x")

    def fail_while_the_file_goes() -> None:
        with Source.open(path):
            path.unlink()
            raise errors.UnsafeXml

    with pytest.raises(errors.UnsafeXml):
        fail_while_the_file_goes()


def test_base64_stretches_are_read_in_any_order_and_side_by_side(make_zip, tmp_path) -> None:
    pieces = [NOISE[n * 30_000 :][:30_000] for n in range(3)]
    text, places = b"", []
    for piece in pieces:
        text += b"<part data='"
        places.append((len(text), len(base64.encodebytes(piece))))
        text += base64.encodebytes(piece) + b"' />"
    plain = tmp_path / "a.xml"
    plain.write_bytes(text)
    for path, prefix in ((plain, ""), (make_zip(("x", b""), ("a.xml", text)), "1:")):
        refs = [AttachmentRef("", True, f"{prefix}{offset}+{length}") for offset, length in places]
        with Source.open(path) as source:
            for at in (2, 0, 1):
                assert source.open_attachment(refs[at]).read() == pieces[at]
            streams = [source.open_attachment(ref) for ref in refs]
            found = [b"", b"", b""]
            for _ in range(40):
                for at, stream in enumerate(streams):
                    found[at] += stream.read(1000)
            assert found == pieces


def test_a_stretch_beyond_a_cut_ends_there(make_zip) -> None:
    path = make_zip(("a", base64.b64encode(NOISE)), method=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes()[:50_000])
    with Source.open(path) as source:
        stream = source.open_attachment(AttachmentRef("", True, f"0:0+{len(NOISE) * 4 // 3}"))
        data = stream.read()
    assert NOISE.startswith(data)
    assert len(data) > 30_000


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=400),
    st.lists(st.sampled_from([b"\n", b"\r\n", b" ", b"&#10;", b"&#xD;", b"&#x0A;"]), max_size=9),
    st.integers(1, 7),
)
def test_base64_decodes_whatever_blanks_stand_in_it(data, blanks, step) -> None:
    letters = base64.b64encode(data)
    width = len(letters) // (len(blanks) + 1) + 1
    parts = [letters[at : at + width] for at in range(0, len(letters), width)]
    text = b"".join(
        part + (blanks[at] if at < len(blanks) else b"") for at, part in enumerate(parts)
    )
    assert decoded(text) == data
    assert is_base64(text)

    def bytes_at(offset: int, size: int) -> bytes:
        return text[offset : offset + size]

    stream = Base64Stream(bytes_at, 0, len(text))
    found = b""
    while piece := stream.read(step):
        found += piece
    assert found == data


def test_what_is_no_base64_is_told_and_passed_over() -> None:
    assert not is_base64(b"QUJD*")
    assert not is_base64(b"&amp;QUJD")
    assert decoded(b"QU*JD") == b"ABC"
    assert decoded(b"QUJDR") == b"ABC"
    assert decoded(b"QUI") == b"AB"
    assert decoded(b"-_8=") == base64.urlsafe_b64decode(b"-_8=")


def test_a_damaged_zip_says_how_far_it_is(make_zip) -> None:
    path = make_zip(("a", NOISE), ("b", NOISE), method=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes()[:-30])
    heard: list[tuple[int, int]] = []

    class Heard:
        def __call__(self, done: int, total: int, doing: str = "") -> None:
            heard.append((done, total))
            SILENT(done, total, doing)

        def give_way(self) -> None:
            raise AssertionError

    with Source.open(path, progress=Heard()):
        assert [done for done, _ in heard] == sorted(done for done, _ in heard)
        assert {total for _, total in heard} == {path.stat().st_size}
