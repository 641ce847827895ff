"""Benchmarks: ratios against bare baselines in one run. They never fail the tests; `dev.py bench` prints them."""
