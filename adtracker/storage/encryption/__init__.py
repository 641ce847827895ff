"""The diary under a password: its keys beside it, encrypting a plain one and decrypting it again."""
