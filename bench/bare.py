"""The engine alone: one HTML file to a tagged PDF, with our fonts and nothing else of kurrasa; prints its CPU seconds."""

import sys
import time

from report import assets
from report.pdf import faces

faces.use([assets.fonts()])

from weasyprint import HTML  # noqa: E402  (after the private fontconfig)

started = time.process_time()
HTML(sys.argv[1], encoding="utf-8").write_pdf(sys.argv[2], pdf_variant="pdf/ua-1", presentational_hints=True)
print(time.process_time() - started)
