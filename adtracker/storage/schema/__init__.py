"""The tables of a diary file, with typed columns: what a row holds and which values the file itself refuses.

A file holds one person's diary, so no table names a person. Dates are ISO text, the calendar day the person saw;
moments are ISO text in UTC; missing is NULL, never zero. Tables are STRICT and carry their ranges as checks, so that a
wrong value is stopped even if the code above it fails. `removed_on` is the day a record was deleted: it can be brought
back for some weeks.

Typed columns (new in SQLAlchemy 2.1) say what a mapped class would, without loading the object-relational mapper: that
would be a tenth of a second of every start, for rows that are only ever read as rows.

The table of a kind of record that is one row is made from the kind's fields; what is more than one row, and no record,
has a module of its own. All tables are known once this package is. A change needs a migration beside it; a test holds
the two equal.
"""

from adtracker.storage.schema.base import METADATA
from adtracker.storage.schema.days import DAY, DAY_REGION
from adtracker.storage.schema.person import PERSON
from adtracker.storage.schema.rows import ROW_TABLES
from adtracker.storage.schema.treatments import DOSE, DOSE_SITE, TREATMENT, TREATMENT_PLAN
from adtracker.storage.schema.upkeep import DIGEST, DRAFT, IDENTITY, TRAIL, USED_DAY

__all__ = [
    "DAY",
    "DAY_REGION",
    "DIGEST",
    "DOSE",
    "DOSE_SITE",
    "DRAFT",
    "IDENTITY",
    "METADATA",
    "PERSON",
    "ROW_TABLES",
    "TRAIL",
    "TREATMENT",
    "TREATMENT_PLAN",
    "USED_DAY",
]
