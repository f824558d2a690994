import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0004_public_side'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChainSeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True)),
                ('day', models.DateField(unique=True)),
                ('link_number', models.PositiveIntegerField()),
                ('link_sha256', models.CharField(max_length=64)),
                ('sealed_at', models.DateTimeField()),
                ('previous', models.CharField(max_length=64)),
                ('signature', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='IntegrityRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordered_at', models.DateTimeField(verbose_name='ordered')),
                ('started_at', models.DateTimeField(null=True, verbose_name='started')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='ended')),
                ('looked_at', models.JSONField(default=dict)),
                ('faults', models.JSONField(default=list)),
                ('fault_count', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='ChainLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True)),
                ('table', models.CharField(max_length=63)),
                ('first_id', models.BigIntegerField()),
                ('last_id', models.BigIntegerField()),
                ('count', models.PositiveIntegerField()),
                ('holes', models.JSONField(default=list)),
                ('digests', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('sealed_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('table', 'first_id'), name='chain_link_once_per_row'), models.CheckConstraint(condition=models.Q(('last_id__gte', models.F('first_id'))), name='chain_link_goes_forward')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='chainlink',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a949a6e65c1f8089abcb0d3462d770c46080a73b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_87749', table='boards_chainlink', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='chainseal',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9382ccdc049662f8d4cc8f41805256a237ea2830', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d3963', table='boards_chainseal', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='integrityrun',
            name='ordered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='integrityrun',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='07b3a13a1db9cc8e974cca3559266ac7e6c62fca', operation='DELETE', pgid='pgtrigger_never_deleted_8ce80', table='boards_integrityrun', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='integrityrun',
            trigger=pgtrigger.compiler.Trigger(name='ended_stands', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."ended_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='8f89f2450cc0890987ba0ddc93d1dfd544bb91b4', operation='UPDATE', pgid='pgtrigger_ended_stands_72168', table='boards_integrityrun', when='BEFORE')),
        ),
    ]
