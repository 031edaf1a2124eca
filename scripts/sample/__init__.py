"""The sample input: an invented half year of returns from real municipalities."""
