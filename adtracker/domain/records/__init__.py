"""What a day and a person have: entries, courses, visits, photos, side effects, triggers, own questions.

They know no treatment, no score and nothing that is worked out from them.
"""
