"""One module a file format: a file’s bytes to the blocks of its page, as the format shows them."""
