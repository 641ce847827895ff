"""From the command to the first page: one instance, the application, the diary that is opened."""
