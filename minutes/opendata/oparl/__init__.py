"""OParl 1.1 over what is published, with votes, decisions and follow-up of our own."""
