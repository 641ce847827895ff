"""Photos of a day: taking them in, their card, one alone, two beside each other."""
