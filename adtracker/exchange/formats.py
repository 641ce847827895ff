"""The formats that a whole diary can be written in, by the names that the command line has for them."""

JSON, CSV, FHIR, XLSX = "json", "csv", "fhir", "xlsx"
FORMATS = (JSON, CSV, XLSX, FHIR)
# What a file of each ends in.
ENDINGS = {JSON: "json", CSV: "csv", XLSX: "xlsx", FHIR: "fhir.json"}
