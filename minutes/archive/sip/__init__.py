"""Delivery to an e-archive: SIP after FGS Paketstruktur 2.0 with CITS ERMS."""
