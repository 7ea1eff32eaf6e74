"""The parts of the viewer: film strip, stage and what is said about a file."""
