"""The law of the sammanträde: quorum, who serves, who is called in, the summons."""
