"""The numbers to ring: whose each is, when it is answered, and which are said."""
