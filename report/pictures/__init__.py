"""Pictures made fit for an output: photographs and scans (`raster`), drawings (`vector`)."""

from report.pictures import raster, vector

__all__ = ["raster", "vector"]
