"""What a file is: recognised by content, its times read, its print-ready copy made.

Foreign pictures, sounds and documents are decoded in `decoders` alone, and that package runs in a
child process with limits (`child`).
"""
