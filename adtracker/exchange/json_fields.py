"""The reading of objects field by field, under the name by which the formats of the diary know it."""

from adtracker.domain.fields import Fields

__all__ = ["Fields"]
