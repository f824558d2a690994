"""Each protokoll as data: Akoma Ntoso for what it says, JSON for what was decided."""
