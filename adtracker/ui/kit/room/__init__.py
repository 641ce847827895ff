"""What gives every part of a window its room: layouts, and parts that wrap, fold or scroll where there is little."""
