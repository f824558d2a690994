import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('minutes', '0006_records'),
    ]

    operations = [
        migrations.AddField(
            model_name='sippackage',
            name='files',
            field=models.PositiveIntegerField(default=0, verbose_name='files'),
        ),
        migrations.CreateModel(
            name='SipProgress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('began', models.DateTimeField()),
                ('seen', models.DateTimeField()),
                ('files', models.PositiveIntegerField(verbose_name='files')),
                ('of_files', models.PositiveIntegerField()),
                ('size', models.PositiveBigIntegerField(verbose_name='bytes')),
                ('of_size', models.PositiveBigIntegerField()),
                ('began_at', models.PositiveBigIntegerField(default=0)),
                ('package', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='progress', to='minutes.sippackage')),
            ],
            options={
                'verbose_name': 'progress of a package',
                'verbose_name_plural': 'progress of packages',
            },
        ),
    ]
