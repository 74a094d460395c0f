"""Open the finished files again and prove them against the booklet they were made from."""

from report.verify import ebook, print_file

PROOFS = {"pdf": print_file.prove, "epub": ebook.prove}

__all__ = ["PROOFS"]
