"""Parts of pages, alone."""
