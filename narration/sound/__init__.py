"""Sound: from raw clips to a finished track, step by step, each step in a file of its own.

``layout`` places trimmed clips on the sample clock; ``master`` renders them
(stitch, tone, levels, one static gain, true-peak limit, room tone) into a
``Track`` of exactly the timeline's length; ``encode`` turns that into files;
``measure`` listens to the files.  Import the module that you need: each loads
numpy and PyAV, this package does not.
"""
