"""Vocabulary that writing and checking share: one folder of data files per language."""
