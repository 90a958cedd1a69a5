"""Text made whole before it is read: words broken at line ends, boxes drawn with signs, two columns, footnotes."""
