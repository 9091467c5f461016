"""What is not known: uncertain inputs, and rare events that cost much."""
