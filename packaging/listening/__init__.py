"""The ways of `tests/ui/heard` with a real screen reader beside them: is what is written what it says?"""
