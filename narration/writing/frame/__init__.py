"""What is said around the source’s words: welcome, announcements, invitations, closing, and the pauses."""
