"""The diary's own ideas, pure: no Qt, no SQL, no files, no clock."""
