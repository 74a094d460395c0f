"""kurrasa: a right-to-left-first booklet press (Markdown + YAML in, PDF and EPUB out)."""

__version__ = "0.1.0"
