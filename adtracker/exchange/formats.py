"""The formats that a whole diary can be written in, by the names that the command line has for them."""

JSON, CSV, FHIR = "json", "csv", "fhir"
FORMATS = (JSON, CSV, FHIR)
# What a file of each ends in.
ENDINGS = {JSON: "json", CSV: "csv", FHIR: "fhir.json"}
