"""What comes in from elsewhere: which file it is, what was found in it, and what its columns become.

A reader makes proposals (`domain.intake`); they are put beside the diary by the rules of merging.
"""
