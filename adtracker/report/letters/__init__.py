"""Which letters fonts have, and the words for those that none has."""
