"""SIE 4: the file format of Swedish ledgers, read and written without Django."""
