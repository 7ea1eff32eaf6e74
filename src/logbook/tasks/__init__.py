"""One thing a person asks for, start to end, without Qt: here the rooms meet."""
