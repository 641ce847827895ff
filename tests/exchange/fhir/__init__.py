"""The diary as a file in FHIR R4 format."""
