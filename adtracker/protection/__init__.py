"""What keeps a diary from others: its key, the words that are the key, passwords, and the slots that a password opens.

Pure: nothing here reads or writes a file, and nothing is ever logged. Where files of keys lie, storage knows.
"""
