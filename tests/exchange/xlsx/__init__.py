"""The diary as a workbook."""
