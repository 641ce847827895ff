"""What a page, a report or a command has to read before it can say something: one question, one function.

It reads from the journal the days that are needed and no others, and knows neither windows nor words. Every function
raises DiaryError.
"""
