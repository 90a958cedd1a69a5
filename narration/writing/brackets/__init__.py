"""What stands in a bracket, by its kind, and how it is said without one."""
