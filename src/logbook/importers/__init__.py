"""Other people's formats: an export from a phone in, domain records out; one file a format."""
