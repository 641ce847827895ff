"""Parts of pages. They know the domain only: no storage, no pages."""
