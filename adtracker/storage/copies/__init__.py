"""Copies of a diary that are made by themselves: named, checked, thinned out, and gone back to."""
