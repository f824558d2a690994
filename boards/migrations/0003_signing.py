import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0002_whole_meetings'),
    ]

    operations = [
        migrations.AddField(
            model_name='regulations',
            name='signing_level',
            field=models.PositiveSmallIntegerField(choices=[(1, 'their own password (trial)'), (2, 'level of assurance 2'), (3, 'level of assurance 3'), (4, 'level of assurance 4')], default=1, help_text='Minutes that are kept for good are signed at level 3 (eIDAS art. 26).', verbose_name='who signs is known at least at'),
        ),
        migrations.CreateModel(
            name='PersonIdentity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='identity', to='boards.person', verbose_name='person')),
            ],
            options={
                'verbose_name': 'identity',
                'verbose_name_plural': 'identities',
            },
        ),
    ]
