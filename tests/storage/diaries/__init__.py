"""Diaries of older versions, which must be readable for ever."""
