import django.db.models.deletion
import minutes.archive.sip.enums
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0005_records'),
        ('cases', '0004_records'),
        ('minutes', '0005_public_side'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ArchiveAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreement', models.CharField(help_text='Its number at the e-archive, for example FGS-2026-14.', max_length=120, verbose_name='submission agreement')),
                ('creator', models.CharField(max_length=200, verbose_name='archival creator')),
                ('creator_number', models.CharField(max_length=20, verbose_name='organisation number of the creator')),
                ('submitter', models.CharField(max_length=200, verbose_name='submitting agent')),
                ('submitter_number', models.CharField(max_length=20, verbose_name='organisation number of the submitting agent')),
                ('leaves_out_secret', models.BooleanField(default=False, verbose_name='leave out what is secret; the omission is told in the package')),
                ('board', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='archive_agreement', to='boards.board')),
            ],
            options={
                'verbose_name': 'submission agreement',
                'verbose_name_plural': 'submission agreements',
            },
        ),
        migrations.CreateModel(
            name='SipPackage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(null=True, verbose_name='year')),
                ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                ('state', models.CharField(choices=[(minutes.archive.sip.enums.SipState['ORDERED'], 'Being built'), (minutes.archive.sip.enums.SipState['BUILT'], 'Built'), (minutes.archive.sip.enums.SipState['FAILED'], 'Failed')], default=minutes.archive.sip.enums.SipState['ORDERED'], max_length=10, verbose_name='state')),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                ('fault', models.TextField(blank=True)),
                ('ordered_at', models.DateTimeField(verbose_name='ordered')),
                ('built_at', models.DateTimeField(null=True, verbose_name='built')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sip_packages', to='boards.board')),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sip_packages', to='cases.case')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('ordered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'delivery package',
                'verbose_name_plural': 'delivery packages',
                'ordering': ['-ordered_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SipReceipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(choices=[(minutes.archive.sip.enums.Answer['ACCEPTED'], 'Received'), (minutes.archive.sip.enums.Answer['REFUSED'], 'Refused')], max_length=10, verbose_name='answer')),
                ('reference', models.CharField(max_length=120, verbose_name="the e-archive's reference")),
                ('note', models.TextField(blank=True, verbose_name='what the e-archive says')),
                ('answered_on', models.DateField(verbose_name='answered')),
                ('recorded_at', models.DateTimeField()),
                ('package', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='receipt', to='minutes.sippackage')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'receipt',
                'verbose_name_plural': 'receipts',
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='archiveagreement',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='4df7759cd936bc8dad0b8b69a82655df34298c60', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_70143', table='minutes_archiveagreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='archiveagreement',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='ed6f211aa1996d66d580a705a1cf28b171990270', operation='DELETE', pgid='pgtrigger_never_deleted_011db', table='minutes_archiveagreement', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='sippackage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case__isnull', False), ('year__isnull', True)), models.Q(('case__isnull', True), ('year__isnull', False)), _connector='OR'), name='sip_of_case_or_year'),
        ),
        migrations.AddConstraint(
            model_name='sippackage',
            constraint=models.UniqueConstraint(fields=('case', 'version'), name='sip_version_once_per_case'),
        ),
        migrations.AddConstraint(
            model_name='sippackage',
            constraint=models.UniqueConstraint(fields=('board', 'year', 'version'), name='sip_version_once_per_year'),
        ),
        migrations.AddConstraint(
            model_name='sippackage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('built_at__isnull', False), ('file__isnull', False), ('state', 'built')), models.Q(models.Q(('state', 'built'), _negated=True), ('built_at__isnull', True), ('file__isnull', True)), _connector='OR'), name='sip_has_its_file_when_built'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sippackage',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='419f702608bda209fd0ab371a439c1ab267a00b6', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_b39dd', table='minutes_sippackage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sippackage',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='c546f7d92b5b0f34406def381a1c568122f1619d', operation='DELETE', pgid='pgtrigger_never_deleted_902f1', table='minutes_sippackage', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sippackage',
            trigger=pgtrigger.compiler.Trigger(name='built_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'built\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='342ea3787aae716e81025ecc4cde164271481432', operation='UPDATE', pgid='pgtrigger_built_never_changes_a4c42', table='minutes_sippackage', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sipreceipt',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='c3ca7fd419544fda29cba9f57a29211a106df61b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_c3364', table='minutes_sipreceipt', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sipreceipt',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1515592558d155ce7f2e65c53d3fd8debc9db770', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ffa0e', table='minutes_sipreceipt', when='BEFORE')),
        ),
    ]
