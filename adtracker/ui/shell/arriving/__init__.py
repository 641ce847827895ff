"""What comes in from outside of the window: dropped, pasted, or waiting in the inbox."""
