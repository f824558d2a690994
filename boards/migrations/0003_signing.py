import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0002_whole_meetings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Passkey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('credential_id', models.CharField(max_length=1400, unique=True)),
                ('credential', models.TextField()),
                ('sign_count', models.BigIntegerField(default=0)),
                ('added_at', models.DateTimeField()),
                ('last_used_at', models.DateTimeField(null=True)),
                ('removed_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'passkey',
                'verbose_name_plural': 'passkeys',
                'ordering': ['added_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PersonIdentity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'verbose_name': 'identity',
                'verbose_name_plural': 'identities',
            },
        ),
        migrations.AddField(
            model_name='regulations',
            name='signing_level',
            field=models.PositiveSmallIntegerField(choices=[(1, 'their own password (trial)'), (2, 'level of assurance 2'), (3, 'level of assurance 3'), (4, 'level of assurance 4')], default=1, help_text='Minutes that are kept for good are signed at level 3 (eIDAS art. 26).', verbose_name='who signs is known at least at'),
        ),
        migrations.CreateModel(
            name='IssuedDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=16, unique=True)),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('length', models.PositiveBigIntegerField()),
                ('identifier', models.CharField(blank=True, db_index=True, max_length=64)),
                ('kind', models.CharField(choices=[('minutes', 'minutes'), ('extract', 'extract'), ('summons', 'summons'), ('certificate', 'certificate'), ('public_copy', 'public_copy'), ('report', 'report')], max_length=12)),
                ('revision', models.PositiveSmallIntegerField(default=0)),
                ('board_slug', models.CharField(max_length=50)),
                ('board_name', models.CharField(max_length=120)),
                ('day', models.DateField(null=True)),
                ('items_label', models.CharField(blank=True, max_length=120)),
                ('signers', models.JSONField(default=list)),
                ('minutes_id', models.BigIntegerField(db_index=True, null=True)),
                ('source_model', models.CharField(max_length=60)),
                ('source_id', models.BigIntegerField()),
                ('is_public', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['source_model', 'source_id', 'kind'], name='boards_issu_source__994d85_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9A-HJKMNP-TV-Z]{16}$')), name='issued_code_is_readable'), models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='issued_hash_is_sha256')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='issueddocument',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='45348db0a458a1faae7cd29cee14f41df2ff1fe9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6b989', table='boards_issueddocument', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='passkey',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='passkeys', to=settings.AUTH_USER_MODEL, verbose_name='account'),
        ),
        migrations.AddField(
            model_name='personidentity',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='identity', to='boards.person', verbose_name='person'),
        ),
        migrations.AddConstraint(
            model_name='passkey',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='passkey_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='passkey',
            constraint=models.CheckConstraint(condition=models.Q(('sign_count__gte', 0)), name='passkey_counts_up'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='passkey',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='9ac55e059776f1d76ba001afd47e686c730db65a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_10496', table='boards_passkey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='passkey',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='7fb0e6de18c8218ff69e611f6b85f357d4bba421', operation='DELETE', pgid='pgtrigger_never_deleted_963a5', table='boards_passkey', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='passkey',
            trigger=pgtrigger.compiler.Trigger(name='removed_stays_removed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."removed_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='3c32c8ff98853d08f3b81792347cf065c1699f26', operation='UPDATE', pgid='pgtrigger_removed_stays_removed_36ab0', table='boards_passkey', when='BEFORE')),
        ),
    ]
