"""The treatments tried in all years: a page of the report, and a sheet of its own."""
