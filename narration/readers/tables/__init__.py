"""Tables of every format, also such as only spaces or a copy show, to sentences of a row each."""
