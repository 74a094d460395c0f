"""Files to a Draft: every node with its place, every refusal a fault, nothing raised."""

from report.schema import schemas
from report.source.draft import Draft, DraftText, read

__all__ = ["Draft", "DraftText", "read", "schemas"]
