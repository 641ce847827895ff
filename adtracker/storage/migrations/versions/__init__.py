"""The steps, by their schema number. They never import the schema: it moves on, they do not."""
