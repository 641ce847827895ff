"""How each kind of record goes out and comes in, whatever the format.

A codec knows its kind and no file.
"""
