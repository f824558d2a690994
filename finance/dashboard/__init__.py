"""How the board's money stands today, from the whole down to the voucher."""
