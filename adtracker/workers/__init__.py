"""Work in a second process, so that the window answers meanwhile and memory goes with the process.

It knows the domain, and neither the window nor the diary's file.
"""
