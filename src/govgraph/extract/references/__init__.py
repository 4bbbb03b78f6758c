"""References: what „er“, „das Haus“, „ich“ and a place in a sentence stand for."""
