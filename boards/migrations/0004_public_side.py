import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0003_signing'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicationVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.UUIDField(default=uuid.uuid4)),
            ],
        ),
        migrations.CreateModel(
            name='SentForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.CharField(max_length=20)),
                ('client', models.CharField(max_length=64)),
                ('sent_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='regulations',
            name='publication_checked',
            field=models.BooleanField(default=False, help_text='Before minutes and documents with personal data are public.', verbose_name='a second person looks at what is published'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='issueddocument',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='466aa464596e7d6bb4e1b0958fc706fefafcba5d', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_6ef6a', table='boards_issueddocument', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='publicationversion',
            constraint=models.CheckConstraint(condition=models.Q(('pk', 1)), name='one_publication_version'),
        ),
        migrations.AddIndex(
            model_name='sentform',
            index=models.Index(fields=['form', '-sent_at'], name='sent_form_latest'),
        ),
    ]
