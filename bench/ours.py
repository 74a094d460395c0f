"""kurrasa's setting of the same HTML, by sections and with its corrections; prints its CPU seconds."""

import sys
import time
from pathlib import Path

from report import html, pdf, theme
from report.build import read

booklet, _ = read(Path(sys.argv[1]), "bench")
assert booklet is not None
style = theme.load("naskh", "ar", booklet.root, booklet.meta.place)
sections = html.sections(booklet, style)
pdf.engine_starts()  # the import of the engine is not what is measured
started = time.process_time()
Path(sys.argv[2]).write_bytes(pdf.write(booklet, sections, style).data)
print(time.process_time() - started)
