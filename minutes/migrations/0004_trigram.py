"""Words that resemble each other; a trusted extension, so the owner may add it."""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("minutes", "0003_signing")]

    operations = [TrigramExtension()]
