"""Calendars to subscribe to: when and where boards meet (RFC 5545)."""
