"""Lines and tables on a page, by where characters and rules stand."""
