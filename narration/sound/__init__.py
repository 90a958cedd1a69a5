"""Sound: from raw clips to finished, measured files, step by step, each step in a file of its own.

``listen`` hears each clip once as it arrives; ``layout`` places them on the
sample clock; ``master`` decides gains and filters and renders the track block
by block; ``encode`` feeds the blocks to all ``formats`` at once; ``measures``
listens to the files.  ``produce`` does the last three in a row.  Import the
module that you need: each loads numpy and PyAV, this package does not.
"""
