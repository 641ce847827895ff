"""What a diary holds, kind by kind: how each is written into a file, read from one, and told apart from others."""
