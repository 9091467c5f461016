"""Mathematics that belongs to no subject: searching, random numbers, how sure a mean is."""
