import django.db.models.constraints
import django.db.models.deletion
import finance.report.enums
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('boards', '0001_tables'),
        ('cases', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='InterimReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('period_end', models.DateField(verbose_name='figures up to and including')),
                ('introduction', models.TextField(blank=True, verbose_name='introduction')),
                ('state', models.CharField(choices=[(finance.report.enums.ReportState['DRAFT'], 'Draft'), (finance.report.enums.ReportState['FROZEN'], 'Frozen')], default=finance.report.enums.ReportState['DRAFT'], max_length=10, verbose_name='state')),
                ('frozen_at', models.DateTimeField(blank=True, null=True)),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interim_reports', to='boards.board')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interim_reports', to='cases.case', verbose_name='case')),
                ('document', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='interim_report', to='cases.document')),
                ('frozen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'interim report',
                'verbose_name_plural': 'interim reports',
                'ordering': ['-period_end', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ReportTable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(finance.report.enums.TableKind['INCOME'], 'Income statement'), (finance.report.enums.TableKind['INVESTMENT'], 'Investments'), (finance.report.enums.TableKind['SUMMARY'], 'Summary of units')], max_length=10, verbose_name='kind')),
                ('heading', models.CharField(max_length=120, verbose_name='heading')),
                ('description', models.TextField(blank=True, verbose_name='description of the activity')),
                ('comment', models.TextField(blank=True, verbose_name='comment on the figures')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note under the table')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tables', to='finance.interimreport')),
            ],
            options={
                'verbose_name': 'table',
                'verbose_name_plural': 'tables',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TableRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(finance.report.enums.RowKind['LINE'], 'Line'), (finance.report.enums.RowKind['SUM'], 'Sum'), (finance.report.enums.RowKind['GRANT'], 'Municipal grant')], default=finance.report.enums.RowKind['LINE'], max_length=6, verbose_name='kind')),
                ('label', models.CharField(max_length=120, verbose_name='label')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('prior_actual', models.BigIntegerField(blank=True, null=True, verbose_name='outcome last year')),
                ('budget_to_date', models.BigIntegerField(blank=True, null=True, verbose_name='budget to date')),
                ('actual_to_date', models.BigIntegerField(blank=True, null=True, verbose_name='outcome to date')),
                ('budget_year', models.BigIntegerField(blank=True, null=True, verbose_name='budget, year')),
                ('forecast_year', models.BigIntegerField(blank=True, null=True, verbose_name='forecast, year')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='finance.reporttable')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='interimreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('document__isnull', False), ('frozen_at__isnull', False), ('state', 'frozen')), models.Q(('document__isnull', True), ('frozen_at__isnull', True), ('state', 'draft')), _connector='OR'), name='report_document_exactly_when_frozen'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='interimreport',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='59bae069f9f6b9e985734e722b0fe52a90142037', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_edbd2', table='finance_interimreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='interimreport',
            trigger=pgtrigger.compiler.Trigger(name='frozen_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'frozen\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d387512468abaa1c0986737d29cc25374ca664ed', operation='UPDATE OR DELETE', pgid='pgtrigger_frozen_never_changes_c2245', table='finance_interimreport', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reporttable',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='d8e58d5d50e414cdb95ef24c579d8cadc41c9a0d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_dd6d0', table='finance_reporttable', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reporttable',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_report', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT r.state FROM finance_interimreport r WHERE r.id = OLD.report_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT r.state FROM finance_interimreport r WHERE r.id = NEW.report_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='9238c8090d14085257f5d9f60722548cc16aec1b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_report_a5a89', table='finance_reporttable', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='tablerow',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('table', 'position'), name='row_position_once'),
        ),
        migrations.AddConstraint(
            model_name='tablerow',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'sum')), fields=('table',), name='one_sum_row'),
        ),
        migrations.AddConstraint(
            model_name='tablerow',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'grant')), fields=('table',), name='one_grant_row'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='tablerow',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='c97280f2a548fc4a8653e0ad8bb2d7082c288142', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_ccbae', table='finance_tablerow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='tablerow',
            trigger=pgtrigger.compiler.Trigger(name='frozen_with_report', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM (SELECT r.state FROM finance_interimreport r JOIN finance_reporttable t ON t.report_id = r.id WHERE t.id = OLD.table_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM (SELECT r.state FROM finance_interimreport r JOIN finance_reporttable t ON t.report_id = r.id WHERE t.id = NEW.table_id) AS held(state) WHERE held.state IN ('frozen', 'approved')) THEN RAISE EXCEPTION 'justera: % is part of frozen minutes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='1246c5eb71f82dd8601b4fa5a2b808e5a644c354', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_frozen_with_report_24088', table='finance_tablerow', when='BEFORE')),
        ),
    ]
