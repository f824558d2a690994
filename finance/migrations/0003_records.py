from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('finance', '0002_ledger'),
    ]

    operations = [
        migrations.AddField(
            model_name='publishedreport',
            name='introduction',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='reporttable',
            name='trend',
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
