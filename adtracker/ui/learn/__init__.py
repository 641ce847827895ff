"""Learn: lessons with their drawings, tables and glossary.

It knows no diary and no other page.
"""
