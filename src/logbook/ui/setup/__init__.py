"""The steps of the set-up, one file each; `pages/first_run.py` leads through them."""
