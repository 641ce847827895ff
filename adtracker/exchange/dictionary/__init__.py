"""What the files of an export hold, told to machines: a data dictionary beside tables, a JSON Schema of the JSON.

Both are made of the kinds of records, so that they say what is written.
"""
