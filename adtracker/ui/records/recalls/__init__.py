"""The last seven days as recalled: the four questions, their form, the list of all, and how often one writes."""
