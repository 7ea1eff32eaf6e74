"""Find every text of the program that a person reads, and keep the catalogues of translations.

Qt's own `pyside6-lupdate` passes over calls with values (`translate("Context", "{n} files", n=3)`),
which most of ours are; this reads the syntax tree instead. It writes `build/strings.ts`, a template
for Qt Linguist with file and line of each text. With `--catalogues` it also brings every catalogue
in `resources/i18n` up to date: what is translated stays, what is new is marked as unfinished, what
no longer exists goes. Ends with 1 when a text cannot be translated as it stands.
"""

from __future__ import annotations

import ast
import json
import re
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from logbook.i18n.plurals import rule_of

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "logbook"
CATALOGUES = ROOT / "resources" / "i18n"
TEMPLATE = ROOT / "build" / "strings.ts"
_CONTEXT, _TEXT, _COMMENT, _NUMBER = range(4)
_FORMS_IN_ENGLISH = 2
_NAME = re.compile(r"[a-z_]+")


class Untranslatable(Exception):
    """A call that no catalogue can serve; says where, and why."""


@dataclass(frozen=True)
class Text:
    """One text as it stands in the program."""

    context: str
    source: str
    comment: str
    plural: bool
    file: str  # below the source folder
    line: int

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue finds it by."""
        return self.context, self.source


@dataclass(frozen=True)
class Translation:
    """What a catalogue says for a text: one form, or one for each number of a language."""

    forms: tuple[str, ...]
    unfinished: bool


def find_texts(source: Path = SOURCE) -> list[Text]:
    """Return every text below a folder, in the order of files and lines, each place it is said.

    Raises Untranslatable for the first call that no catalogue can serve.
    """
    found: list[Text] = []
    for path in sorted(source.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        name = path.relative_to(source).as_posix()
        found += [_text(call, name, late=late) for call, late in _calls(tree)]
    found += _texts_in_data(source.parents[1] / "resources" / "profiles")
    plural: dict[tuple[str, str], bool] = {}
    for text in found:
        if plural.setdefault(text.key, text.plural) != text.plural:
            raise Untranslatable(f"{text.file}:{text.line}: said with and without a number")
    return found


def _texts_in_data(profiles: Path) -> Iterator[Text]:
    """Yield the words of courts' profiles, which `export/profiles.py` reads."""
    for path in sorted(profiles.glob("*.json")):
        lines = path.read_text("utf-8").splitlines()
        data = json.loads("\n".join(lines))
        for words in (data["label"], *data["declaration"], *data["signature_lines"], data["note"]):
            line = next(at for at, held in enumerate(lines, 1) if json.dumps(words) in held)
            yield Text("Profile", words, "", plural=False, file=path.name, line=line)


def _calls(tree: ast.AST, *, late: bool = False) -> Iterator[tuple[ast.Call, bool]]:
    """Yield calls of `translate`, and whether they run after a language was chosen."""
    for node in ast.iter_child_nodes(tree):
        inside = late or isinstance(node, (ast.FunctionDef, ast.Lambda))
        if isinstance(node, ast.Call) and _is_translate(node.func):
            yield node, late
        yield from _calls(node, late=inside)


def _is_translate(called: ast.expr) -> bool:
    """Tell ours from the method of a string, which is called on something."""
    return isinstance(called, ast.Name) and called.id == "translate"


def _text(call: ast.Call, file: str, *, late: bool) -> Text:
    def no(why: str) -> Untranslatable:
        return Untranslatable(f"{file}:{call.lineno}: {why}")

    words = [_constant(argument) for argument in call.args[:_NUMBER]]
    if len(words) <= _TEXT or None in words:
        raise no("context, text and comment must be written out")
    if not late:
        raise no("said when the module is loaded, before a language is chosen")
    context, text, comment = (*(word or "" for word in words), "")[:_NUMBER]
    if not text.strip():
        raise no("there is nothing to translate")
    plural = len(call.args) > _NUMBER
    if "%n" in text and not plural:
        raise no("there is a place %n and no number")
    if plural and ("%n" not in text and "|" not in text):
        raise no("there is a number, and neither a place %n for it nor two forms")
    if plural and len(text.split("|")) > _FORMS_IN_ENGLISH:
        raise no("English has two forms, parted by |")
    given = {value.arg for value in call.keywords}
    try:
        wanted = _places(text) if call.keywords else set()
    except ValueError as error:
        raise no(f"its places cannot be read: {error}") from None
    if None not in given and given != wanted:
        raise no(f"places {sorted(wanted)} and values {sorted(map(str, given))} differ")
    return Text(context, text, comment, plural, file, call.lineno)


def _constant(node: ast.expr) -> str | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, str) else None


def _places(text: str) -> set[str]:
    """Return the names between braces; both forms of a plural must not have the same ones."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    odd = {name for name in names if not _NAME.fullmatch(name)}
    if odd:
        raise ValueError(f"{sorted(odd)} are no plain names")
    return names


def read_catalogue(path: Path) -> dict[tuple[str, str], Translation]:
    """Return what a catalogue says, by context and source; an empty file is one to begin."""
    if not path.read_bytes().strip():
        return {}
    found: dict[tuple[str, str], Translation] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of ours
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            said = message.find("translation")
            if said is None:
                continue
            forms = [form.text or "" for form in said.iter("numerusform")] or [said.text or ""]
            unfinished = said.get("type") == "unfinished"
            key = name, message.findtext("source") or ""
            found[key] = Translation(tuple(forms), unfinished)
    return found


def catalogue(
    texts: list[Text],
    language: str,
    said: dict[tuple[str, str], Translation] | None = None,
    *,
    places: bool = False,
) -> str:
    """Return a catalogue of texts in the form of Qt Linguist, with what is already said.

    `places` adds file and line of each text; without them a catalogue changes with its words only.
    """
    said = said or {}
    by_context: dict[str, dict[str, list[Text]]] = {}
    for text in texts:
        by_context.setdefault(text.context, {}).setdefault(text.source, []).append(text)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{escape(language)}" sourcelanguage="en">',
    ]
    for context, by_source in sorted(by_context.items()):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for source, places_of in sorted(by_source.items()):
            known = said.get((context, source))
            lines += _message(places_of, known, rule_of(language).forms, places=places)
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(
    texts: list[Text], said: Translation | None, plural_forms: int, *, places: bool
) -> Iterator[str]:
    first = texts[0]
    yield '    <message numerus="yes">' if first.plural else "    <message>"
    for text in texts if places else ():
        yield f'        <location filename="{escape(text.file)}" line="{text.line}"/>'
    yield f"        <source>{escape(first.source)}</source>"
    comment = next((text.comment for text in texts if text.comment), "")
    if comment:
        yield f"        <extracomment>{escape(comment)}</extracomment>"
    forms = said.forms if said else ("",) * (plural_forms if first.plural else 1)
    mark = ' type="unfinished"' if said is None or said.unfinished else ""
    if first.plural:
        inside = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in forms)
    else:
        inside = escape(forms[0])
    yield f"        <translation{mark}>{inside}</translation>"
    yield "    </message>"


def language_of(path: Path) -> str:
    """Return the code in the name of a catalogue, such as es in logbook_es.ts."""
    return path.stem.removeprefix("logbook_")


def up_to_date(path: Path, texts: list[Text]) -> str:
    """Return a catalogue with every text of the program and what it says of them."""
    return catalogue(texts, language_of(path), read_catalogue(path))


def main() -> int:
    """Write the template and, where asked for, the catalogues; returns the exit status."""
    try:
        texts = find_texts()
    except Untranslatable as error:
        sys.stderr.write(f"{error}\n")
        return 1
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(catalogue(texts, "", places=True), "utf-8")
    asked = "--catalogues" in sys.argv[1:]
    for path in sorted(CATALOGUES.glob("logbook_*.ts")) if asked else ():
        path.write_text(up_to_date(path, texts), "utf-8")
    sys.stdout.write(f"{len({text.key for text in texts})} texts in {TEMPLATE.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
