"""What readers of many formats share: cells become grids, numbers are written out."""
