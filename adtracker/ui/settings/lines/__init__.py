"""Lines that a person wrote to herself on a phone: pasted, seen as they are read, and handed to the preview."""
