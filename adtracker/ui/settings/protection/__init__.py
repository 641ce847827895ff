"""The password of a diary and its words, as the window asks for them: set, changed, printed, taken off."""
