"""The diary as a workbook for spreadsheets (XLSX): the tables of the CSV folder as sheets, and charts of weeks."""
