"""Folders that a sync service copies elsewhere, by name and by the marks in them."""

import pytest

from logbook.tasks.synced_folder import say_synced, synced_by


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Contoso Ltd", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("dropbox", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-someone@example.org", "Google Drive"),
        ("Mobile Documents", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud2", "Nextcloud"),
        ("pCloudDrive", "pCloud"),
        ("Box", "Box"),
        ("My documents", ""),
        ("boxes", ""),
        ("megaphone", ""),
        ("one drive in the park", ""),
    ],
)
def test_a_service_is_known_by_the_name_of_a_folder_above(tmp_path, name, service):
    book = tmp_path / name / "papers" / "book"
    assert synced_by(book) == service
    assert (service in say_synced(book)) if service else not say_synced(book)


def test_a_service_is_known_by_what_it_leaves_in_a_folder(tmp_path):
    (tmp_path / "papers" / ".stfolder").mkdir(parents=True)
    assert synced_by(tmp_path / "papers" / "book") == "Syncthing"


def test_a_link_into_a_synced_folder_leads_there(tmp_path):
    (tmp_path / "Dropbox" / "papers").mkdir(parents=True)
    (tmp_path / "short").symlink_to(tmp_path / "Dropbox" / "papers")
    assert synced_by(tmp_path / "short" / "book") == "Dropbox"
