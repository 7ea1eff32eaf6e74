"""The pages, one file each; the shell finds them here."""
