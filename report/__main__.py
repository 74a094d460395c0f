"""`python -m report` does what `kurrasa` does."""

import sys

from report.cli import main

sys.exit(main())
