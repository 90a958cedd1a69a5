"""What a line or a block is by its words and look alone: a heading, a menu’s, a sender’s name, a number to ring."""
