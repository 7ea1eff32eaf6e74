"""How a book is kept: the only room that knows SQLCipher and key derivation."""
