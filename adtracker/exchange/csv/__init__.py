"""Tables: rows and cells, days as one table, all else as one table a kind.

What a column means is said by the codecs.
"""
