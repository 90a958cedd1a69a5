"""Who sends a page and how it says so: letterheads, mastheads, mails, signatures."""
