"""History under the hands of a person."""
