"""Who may do what: municipalities, boards, people, terms of office, roles."""
