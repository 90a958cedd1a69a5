"""Lists whose bullets or numbers a page has lost or has of its own."""
