"""Each kind of record's place in the file, a module a kind: how it is written down, found, put and dropped."""
