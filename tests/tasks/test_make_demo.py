"""The demo's sample files tell one story: what an entry holds belongs to its time."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import datetime, timedelta
from typing import Any

from logbook.assets import resource
from logbook.tasks.make_demo import SAMPLES

CHAT = "WhatsApp Chat with Dale Mercer"


def entries() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(resource(SAMPLES, "entries.json").read_bytes())
    return listed


def test_every_file_was_made_within_two_hours_of_its_entry() -> None:
    dated = 0
    for entry in entries():
        start = datetime.fromisoformat(entry["start"]).replace(tzinfo=None)
        for name in entry.get("files", []):
            assert resource(SAMPLES, name).is_file()
            found = re.search(r"(\d{8})[-_](\d{6})", name)
            if found:
                dated += 1
                made = datetime.strptime("".join(found.groups()), "%Y%m%d%H%M%S")  # noqa: DTZ007 - wall clock, as in the name
                assert timedelta(0) <= made - start <= timedelta(hours=2), name
    assert dated >= 10


def test_the_words_that_an_entry_quotes_stand_in_the_chat_at_its_time() -> None:
    with zipfile.ZipFile(resource(SAMPLES, f"{CHAT}.zip")) as archive:
        lines = archive.read(f"{CHAT}.txt").decode().splitlines()
    quoting = [entry for entry in entries() if entry.get("messages_min")]
    assert len(quoting) >= 6
    for entry in quoting:
        start = datetime.fromisoformat(entry["start"])
        minutes = range(entry["messages_min"])
        heads = tuple(f"{start + timedelta(minutes=at):%m/%d/%y, %H:%M} - " for at in minutes)
        said = [line for line in lines if line.startswith(heads)]
        assert any(entry["exact_words"] in line for line in said), entry["start"]
