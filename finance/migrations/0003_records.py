import django.db.models.deletion
import finance.ledger.enums
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0005_records'),
        ('finance', '0002_ledger'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
        migrations.AddField(
            model_name='reporttable',
            name='unit',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='finance.reportunit'),
        ),
        migrations.AlterField(
            model_name='ledgerupload',
            name='state',
            field=models.CharField(choices=[(finance.ledger.enums.UploadState['UNNAMED'], 'Its columns are to be named'), (finance.ledger.enums.UploadState['WAITING'], 'Being read'), (finance.ledger.enums.UploadState['IMPORTED'], 'Imported'), (finance.ledger.enums.UploadState['REFUSED'], 'Refused'), (finance.ledger.enums.UploadState['FAILED'], 'Failed')], default=finance.ledger.enums.UploadState['WAITING'], max_length=10, verbose_name='state'),
        ),
        migrations.CreateModel(
            name='DeficitFollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('done_on', models.DateField(verbose_name='followed up on')),
                ('note', models.TextField(verbose_name='what came of it')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('table', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='followed_up', to='finance.reporttable')),
            ],
            options={
                'verbose_name': 'follow-up of a deficit',
                'verbose_name_plural': 'follow-ups of deficits',
            },
        ),
        migrations.CreateModel(
            name='DeficitReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('step_on', models.DateField()),
                ('asked_on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='finance.reporttable')),
            ],
        ),
        migrations.CreateModel(
            name='SheetMapping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('columns', models.JSONField(default=dict)),
                ('headings', models.JSONField(default=list)),
                ('saved_at', models.DateTimeField(verbose_name='saved')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheet_mappings', to='boards.board')),
                ('saved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'mapping of columns',
                'verbose_name_plural': 'mappings of columns',
                'ordering': ['name'],
            },
        ),
        migrations.AddField(
            model_name='ledgerupload',
            name='mapping',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='finance.sheetmapping'),
        ),
        migrations.CreateModel(
            name='CoveredBoard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.board')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='coverings', to='finance.interimreport')),
            ],
            options={
                'verbose_name': 'covered board',
                'verbose_name_plural': 'covered boards',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('report', 'board'), name='report_covers_a_board_once')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coveredboard',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='8e7e87c86d10b6be63fa4bd1c9b0a64ecd9c5a46', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_c34d6', table='finance_coveredboard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coveredboard',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_report', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT r.state FROM finance_interimreport r WHERE r.id = OLD.report_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT r.state FROM finance_interimreport r WHERE r.id = NEW.report_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='4bcc7ad68b9fd8fa2dc9ae4435c31239ad99f148', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_report_6f18b', table='finance_coveredboard', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coveredboard',
            trigger=pgtrigger.compiler.Trigger(name='of_another_board', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_interimreport r\n                WHERE r.id = NEW.report_id AND r.board_id = NEW.board_id\n            ) THEN\n                RAISE EXCEPTION 'justera: the report is this board''s own'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='ac04b3fa9d228aa9642b6d27b7bf869b012fb9e2', operation='INSERT OR UPDATE', pgid='pgtrigger_of_another_board_6cf52', table='finance_coveredboard', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deficitfollowup',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c53420dc1cac19b22a5fb85e76236b4e28b2ff8a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c83cc', table='finance_deficitfollowup', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deficitfollowup',
            trigger=pgtrigger.compiler.Trigger(name='of_frozen_report', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF (SELECT r.state FROM finance_interimreport r JOIN finance_reporttable t ON t.report_id = r.id WHERE t.id = NEW.table_id) IS DISTINCT FROM 'frozen' THEN\n                RAISE EXCEPTION 'justera: the report is not frozen'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='d4ebf6423447f5c2ef792448359da37ad477e098', operation='INSERT', pgid='pgtrigger_of_frozen_report_89aac', table='finance_deficitfollowup', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='deficitreminder',
            constraint=models.UniqueConstraint(fields=('table', 'email', 'step_on'), name='deficit_reminder_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deficitreminder',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='35073901049ba662c5159c51fa3975debef9bf09', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fca85', table='finance_deficitreminder', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deficitreminder',
            trigger=pgtrigger.compiler.Trigger(name='of_frozen_report', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF (SELECT r.state FROM finance_interimreport r JOIN finance_reporttable t ON t.report_id = r.id WHERE t.id = NEW.table_id) IS DISTINCT FROM 'frozen' THEN\n                RAISE EXCEPTION 'justera: the report is not frozen'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='1fc9bab9357bdf7a9377f6f73af5d9478308e83d', operation='INSERT', pgid='pgtrigger_of_frozen_report_779a7', table='finance_deficitreminder', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='sheetmapping',
            constraint=models.UniqueConstraint(fields=('board', 'name'), name='sheet_mapping_once_per_board'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sheetmapping',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='2d1daa13fe3adfbffadacdcecab820b56ac5303f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_16b2e', table='finance_sheetmapping', when='AFTER')),
        ),
    ]
