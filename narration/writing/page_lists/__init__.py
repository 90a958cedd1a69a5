"""Lists and tables of the page: a beginning and its points as sentences that can be heard."""
