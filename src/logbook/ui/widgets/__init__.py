"""The kit: every control of the window, drawn from the tokens."""
