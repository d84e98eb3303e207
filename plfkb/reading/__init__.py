"""Files to values, with a file and line for every complaint."""
