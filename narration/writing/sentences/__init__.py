"""What a sentence is made of, for the rules: clauses, subjects, things, cases, and how each is said again."""
