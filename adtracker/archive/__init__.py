"""The archive: a diary in one ZIP that can be read without the program, in many years and by anybody.

It has nothing of its own: the formats are those of `exchange`, the pages those of `report`.
"""
