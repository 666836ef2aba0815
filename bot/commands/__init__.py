"""The command line, one file a topic. Thin: each command asks a room and prints what it says."""
