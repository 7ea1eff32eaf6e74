"""What is true: frozen values and pure functions, standard library only."""
