"""Shows a lab on a page: a Sphinx extension, its JavaScript, and MicroPython in the reader's browser."""
