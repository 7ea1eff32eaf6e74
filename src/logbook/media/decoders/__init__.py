"""Everything that decodes foreign files; imported by the child process alone (`child_main`)."""
