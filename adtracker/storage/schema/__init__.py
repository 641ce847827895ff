"""The tables of a diary file, with typed columns: what a row holds and which values the file itself refuses.

A file holds one person's diary, so no table names a person. Dates are ISO text, the calendar day the person saw;
moments are ISO text in UTC; missing is NULL, never zero. Tables are STRICT and carry their ranges as checks, so that a
wrong value is stopped even if the code above it fails. `removed_on` is the day a record was deleted: it can be brought
back for some weeks.

Typed columns (new in SQLAlchemy 2.1) say what a mapped class would, without loading the object-relational mapper: that
would be a tenth of a second of every start, for rows that are only ever read as rows.

One module for each subject; all tables are known once this package is. A change here needs a migration beside it; a
test holds the two equal.
"""

from adtracker.storage.schema.base import METADATA
from adtracker.storage.schema.days import DAY, DAY_REGION, OWN_QUESTION, OWN_TRIGGER
from adtracker.storage.schema.events import PHOTO, SIDE_EFFECT, VISIT
from adtracker.storage.schema.person import COURSE, PERSON
from adtracker.storage.schema.scores import CLINIC_SCORE, FILLED_FORM, FORM
from adtracker.storage.schema.treatments import DOSE, DOSE_SITE, TREATMENT, TREATMENT_PLAN
from adtracker.storage.schema.upkeep import DRAFT, IDENTITY, TRAIL, USED_DAY

__all__ = [
    "CLINIC_SCORE",
    "COURSE",
    "DAY",
    "DAY_REGION",
    "DOSE",
    "DOSE_SITE",
    "DRAFT",
    "FILLED_FORM",
    "FORM",
    "IDENTITY",
    "METADATA",
    "OWN_QUESTION",
    "OWN_TRIGGER",
    "PERSON",
    "PHOTO",
    "SIDE_EFFECT",
    "TRAIL",
    "TREATMENT",
    "TREATMENT_PLAN",
    "USED_DAY",
    "VISIT",
]
