"""A time zone in words, from its IANA name."""

from __future__ import annotations

from logbook.i18n import translate


def say_zone(name: str) -> str:
    """Return a zone for eyes; one that is a bare offset says so."""
    for sign, words in (
        ("Etc/GMT+", translate("Import", "{hours} hours behind UTC all year")),
        ("Etc/GMT-", translate("Import", "{hours} hours ahead of UTC all year")),
    ):
        hours = name.removeprefix(sign)
        if hours != name and hours.isdecimal():
            return words.replace("{hours}", hours)
    return translate("Import", "UTC") if name == "Etc/UTC" else name.replace("_", " ")
