"""The finished tracks on this machine or the clinic's network: read-only, nothing outside the folder, no log."""
