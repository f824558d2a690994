"""Subscriptions by mail to what is published, without login or cookie."""
