"""How typed words become days and clock times: English and Spanish, always both."""
