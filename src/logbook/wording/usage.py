"""Why a value cannot be used, in the language in use; the errors hold it as a fact in English."""

from __future__ import annotations

from logbook.i18n import translate


def reason(detail: str) -> str:
    """Return the sentence for the detail of a `UsageError`; one that is not known stays."""
    said = _reasons().get(detail, detail)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _reasons() -> dict[str, str]:
    return {
        "an entry needs a few words": translate("Usage", "an entry needs a few words"),
        "--until needs --when": translate("Usage", "--until needs --when"),
        "--precision needs --when": translate("Usage", "--precision needs --when"),
        "no person has this name": translate("Usage", "no person has this name"),
        "not JSON": translate("Usage", "not JSON"),
        "not a JSON object": translate("Usage", "not a JSON object"),
        "unknown option or wrong type": translate("Usage", "unknown option or wrong type"),
        "the two passphrases differ": translate("Usage", "the two passphrases differ"),
        "there is no terminal to type it: use --passphrase-file or --passphrase-stdin": translate(
            "Usage", "there is no terminal to type it: use --passphrase-file or --passphrase-stdin"
        ),
        "it is not text in UTF-8": translate("Usage", "it is not text in UTF-8"),
        "it has a control character": translate("Usage", "it has a control character"),
        "it is in UTF-16: save it as UTF-8": translate(
            "Usage", "it is in UTF-16: save it as UTF-8"
        ),
        "longer than a passphrase can be": translate("Usage", "longer than a passphrase can be"),
        "not one of the choices": translate("Usage", "not one of the choices"),
        "no sender has this name in the file": translate(
            "Usage", "no sender has this name in the file"
        ),
        "no legal name is kept in this book": translate(
            "Usage", "no legal name is kept in this book"
        ),
        "no such language": translate("Usage", "no such language"),
        "longer than its place on the page": translate(
            "Usage", "longer than its place on the page"
        ),
        "not an ISO 8601 time": translate("Usage", "not an ISO 8601 time"),
        "this entry is in the bin": translate("Usage", "this entry is in the bin"),
        "no time zone has this name": translate("Usage", "no time zone has this name"),
        "an order of day, month and year is dmy, mdy or ymd": translate(
            "Usage", "an order of day, month and year is dmy, mdy or ymd"
        ),
        "no such section": translate("Usage", "no such section"),
        "no such page size": translate("Usage", "no such page size"),
        "no such zone": translate("Usage", "no such zone"),
    }
