"""Lists of data for views: rows are fetched from the vault by the block, never all at once."""
