"""Tests of a diary under a password: its keys, encrypting and decrypting."""
