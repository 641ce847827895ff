"""The pages. They know the context, the widgets and the domain; they do not know each other."""
