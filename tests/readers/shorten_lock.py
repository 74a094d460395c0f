"""Take the addresses of sponsors out of package-lock.json: no lock of the press names a host."""

import json
from pathlib import Path

LOCK = Path(__file__).resolve().parent / "package-lock.json"


def main() -> None:
    locked = json.loads(LOCK.read_text(encoding="utf-8"))
    for package in locked["packages"].values():
        package.pop("funding", None)
    LOCK.write_text(json.dumps(locked, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
