"""Reproducible draws: each subject has a stream of its own.

Only random() is used, whose sequence is the same in every Python, and every
stream is seeded by what it is for. So a municipality draws the same numbers
whatever else is made.
"""

import random


class Dice:
    def __init__(self, *subject):
        self._random = random.Random("|".join(map(str, subject)))

    def share(self):
        """A number from 0 to 1, 1 not included."""
        return self._random.random()

    def chance(self, probability):
        return self.share() < probability

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.share() * (high - low + 1))

    def spread(self, low, high):
        return low + self.share() * (high - low)

    def pick(self, choices):
        return choices[int(self.share() * len(choices))]

    def weighted(self, choices):
        """One of (choice, weight) pairs."""
        left = self.share() * sum(weight for _, weight in choices)
        for choice, weight in choices:
            left -= weight
            if left < 0:
                return choice
        return choices[-1][0]
