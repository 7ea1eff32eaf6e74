"""The sections of the settings, one file each; `pages/settings.py` finds them and shows them."""
