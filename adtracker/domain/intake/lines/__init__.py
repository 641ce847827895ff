"""Lines of text that a person wrote to herself on any phone: what they say of which day, and what is open in them."""
