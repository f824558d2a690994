"""Servers of one's own: PostgreSQL, a broker, web and worker, for trial and tests.

Production uses none of this; see docs/operations.md. Nothing here needs Django, because
it runs before there is a database to speak to.
"""
