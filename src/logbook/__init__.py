"""An offline, encrypted incident logbook for the desktop."""

# An everyday word on purpose: it shows in the task bar and the list of programs (DESIGN 12).
APP_NAME = "Logbook"

__version__ = "0.1.0"
