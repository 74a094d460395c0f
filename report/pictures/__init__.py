"""Pictures made fit for an output: photographs and scans (`raster`), drawings (`vector`).

`raster` is imported where the first photograph is met: many books have none, and need not load what reads them.
"""

from report.pictures import vector

__all__ = ["vector"]
