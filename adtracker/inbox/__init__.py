"""The inbox: a folder that the person names, looked at when they come to the window, and what is known of its files.

It knows neither the diary nor what stands in files. Nothing in it deletes anything, and nothing goes over a network.
"""
