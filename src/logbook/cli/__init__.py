"""The same tasks without a window: for volunteers, their scripts, and checks."""
