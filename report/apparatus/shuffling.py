"""An order that looks like chance and is the same on every machine."""

from __future__ import annotations

import hashlib


def shuffled(count: int, seed: str) -> tuple[int, ...]:
    """The numbers from 0 to count - 1, mixed by SHA-256 of the seed, so that no version of Python changes them.

    Never in their own order where there is more than one: an order that is the answer asks nothing.
    """
    own = tuple(range(count))
    salt = 0
    while True:
        mixed = tuple(sorted(own, key=lambda n: hashlib.sha256(f"{seed}/{salt}/{n}".encode()).digest()))
        if mixed != own or count < 2:
            return mixed
        salt += 1
