"""What can still be read of a damaged diary: by its tables, else row by row from its pages."""
