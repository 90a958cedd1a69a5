"""Headings, the parts under them, and the title: the outline of a page."""
