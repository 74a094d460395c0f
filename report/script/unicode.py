"""The door to ICU: PyICU has no type stubs, so it passes through here once, as Any."""

from __future__ import annotations

from typing import Any

import icu as _icu

icu: Any = _icu
