"""Tests of `adtracker.domain.intake.lines`."""
