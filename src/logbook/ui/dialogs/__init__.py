"""Questions inside the window, and the one window for a fault of the program."""
