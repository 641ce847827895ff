"""A desktop diary for people who live with atopic dermatitis: kept on their own computer, shown to their doctor."""

__version__ = "0.1.0"
