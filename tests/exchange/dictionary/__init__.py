"""The data dictionary of tables, and the schema of the JSON."""
