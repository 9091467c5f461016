"""What labs have in common. No lab imports a lab; what two of them need stands here."""
