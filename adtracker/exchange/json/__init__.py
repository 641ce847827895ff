"""The diary as one JSON file, and the summary as JSON.

What a field means is said by the codecs.
"""
