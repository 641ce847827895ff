"""What the exports are in a spreadsheet that people have: LibreOffice opens them, and each cell is looked at."""
