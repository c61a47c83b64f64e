"""Methods of forecasting many short series at once, one a file."""
