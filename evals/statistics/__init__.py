"""How sure a number is. The article is the unit everywhere; every draw is seeded."""
