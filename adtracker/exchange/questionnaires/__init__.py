"""Questionnaires from files: FHIR R4 and the app's own format.

The diary knows nothing of where one came from.
"""
