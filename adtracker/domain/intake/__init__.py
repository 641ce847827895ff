"""What comes in from elsewhere before it is a record: proposals for days, and how a column of a table becomes one."""
