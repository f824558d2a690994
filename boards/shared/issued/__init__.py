"""Every PDF the product has issued, so that each is known again (eIDAS art. 26 d)."""
