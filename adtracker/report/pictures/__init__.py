"""The pictures of page one: charts with what happened below them, the grid of days, and what their marks mean."""
