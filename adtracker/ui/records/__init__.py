"""Lists, forms and dialogs for records, shared by all kinds; a folder for each kind below.

Kinds do not know each other.
"""
