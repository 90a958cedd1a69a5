"""narration: the words a clinic has about a procedure, as a calm, reviewed, accessible audio guide."""

__version__ = "0.1.0"
