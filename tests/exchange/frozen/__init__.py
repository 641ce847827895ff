"""Exports as they were once written, one of each version and format: whatever changes, today's import reads them.

A file here is never written anew. A new version of a format adds one.
"""
