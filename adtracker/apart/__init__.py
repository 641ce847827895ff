"""Work in processes of their own: for the sake of memory, or of a window that must not wait for Python's one lock."""
