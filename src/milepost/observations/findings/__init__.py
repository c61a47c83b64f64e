"""What can be wrong with statistics, one finding a file."""
