"""What leaves: the PDF evidence bundle, made from a frozen dossier and checked after writing."""
