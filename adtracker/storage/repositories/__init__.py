"""Where each kind of record is kept: one repository a kind, all with the same few methods.

None of them knows another kind, a transaction or a screen.
"""
