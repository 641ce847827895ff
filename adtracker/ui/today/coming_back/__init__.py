"""Coming back after a week or longer: begin with today, fill in what is remembered, or say why the days are empty."""
