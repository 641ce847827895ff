"""The diary as a file in FHIR R4 format (https://hl7.org/fhir/R4/): a document of resources, written and read again.

Each kind of record has a pair of functions, from its data as `codecs` gives them to a resource and back.
"""
