"""The app's addresses."""

urlpatterns: list = []
