"""Which pictures README and guide show, and from which page, state and dress each is taken."""

from __future__ import annotations

PICTURES = {
    "first-run": ("first_run_1", "filled", "light"),
    "first-run-passphrase": ("first_run_2", "filled", "light"),
    "first-run-leaving": ("first_run_3", "filled", "light"),
    "recovery-key": ("first_run_key", "filled", "light"),
    "lock": ("lock", "filled", "light"),
    "timeline": ("timeline", "filled", "light"),
    "timeline-dark": ("timeline", "filled", "dark"),
    "timeline-200": ("timeline", "filled", "200"),
    "go-to": ("timeline", "go_to", "light"),
    "history": ("entry_history", "changed", "light"),
    "new-entry": ("new_entry", "edit", "light"),
    "new-entry-dark": ("new_entry", "edit", "dark"),
    "evidence": ("evidence", "filled", "light"),
    "viewer": ("viewer", "picture", "light"),
    "viewer-sound": ("viewer", "sound", "light"),
    "messages": ("messages", "filled", "light"),
    "import": ("import_messages", "choose", "light"),
    "reports": ("report_builder", "chronology", "light"),
    "reports-dark": ("report_builder", "chronology", "dark"),
    "settings": ("settings", "filled", "light"),
    "timeline-es": ("timeline", "filled", "es"),
    "components": ("components", "filled", "light"),
}
BUNDLE_PAGES = {"cover": 1, "chronology": 3, "exhibit": 18, "messages": 39}  # name -> page
