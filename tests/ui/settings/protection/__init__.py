"""Tests of `adtracker.ui.settings.protection`."""
