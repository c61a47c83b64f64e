"""What `milepost bench` can measure, one file each."""
