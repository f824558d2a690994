import cases.case.enums
import cases.document.enums
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('boards', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('legal_ground', models.CharField(blank=True, help_text='Chapter and section, for example OSL 21:1.', max_length=60, verbose_name='secrecy, legal ground')),
                ('marked_on', models.DateField(blank=True, null=True, verbose_name='marked on')),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('dnr', models.CharField(max_length=40, verbose_name='case number')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('is_authority_exercise', models.BooleanField(default=False, verbose_name='exercise of authority against an individual')),
                ('state', models.CharField(choices=[(cases.case.enums.CaseState['OPEN'], 'Open'), (cases.case.enums.CaseState['CLOSED'], 'Closed')], default=cases.case.enums.CaseState['OPEN'], max_length=10, verbose_name='state')),
                ('opened_on', models.DateField(verbose_name='opened on')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                ('last_act', models.PositiveIntegerField(default=0)),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='boards.board')),
                ('case_officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handled_cases', to=settings.AUTH_USER_MODEL, verbose_name='case officer')),
                ('marked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='marked by')),
            ],
            options={
                'verbose_name': 'case',
                'verbose_name_plural': 'cases',
                'ordering': ['-year', '-number'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Communication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('heading', models.CharField(max_length=200, verbose_name='heading')),
                ('received_on', models.DateField(verbose_name='received on')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='communications', to='boards.board')),
                ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='communications', to='cases.case', verbose_name='case')),
            ],
            options={
                'verbose_name': 'communication',
                'verbose_name_plural': 'communications',
                'ordering': ['received_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='DiaryRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_id', models.BigIntegerField(unique=True)),
                ('board_slug', models.SlugField()),
                ('board_name', models.CharField(max_length=120)),
                ('dnr', models.CharField(max_length=40)),
                ('designation', models.CharField(max_length=60)),
                ('case_title', models.CharField(blank=True, max_length=200)),
                ('handled_on', models.DateField()),
                ('direction', models.CharField(max_length=10)),
                ('counterparty', models.CharField(blank=True, max_length=200)),
                ('subject', models.CharField(blank=True, max_length=200)),
                ('is_masked', models.BooleanField()),
            ],
            options={
                'ordering': ['-handled_on', '-source_id'],
                'indexes': [models.Index(fields=['board_slug', '-handled_on'], name='cases_diary_board_s_a71b12_idx')],
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('legal_ground', models.CharField(blank=True, help_text='Chapter and section, for example OSL 21:1.', max_length=60, verbose_name='secrecy, legal ground')),
                ('marked_on', models.DateField(blank=True, null=True, verbose_name='marked on')),
                ('act_number', models.PositiveIntegerField(blank=True, null=True, verbose_name='act number')),
                ('direction', models.CharField(choices=[(cases.document.enums.Direction['RECEIVED'], 'Received'), (cases.document.enums.Direction['DRAWN_UP'], 'Drawn up'), (cases.document.enums.Direction['SENT'], 'Sent')], max_length=10, verbose_name='direction')),
                ('kind', models.CharField(choices=[(cases.document.enums.DocumentKind['APPLICATION'], 'Application'), (cases.document.enums.DocumentKind['STAFF_REPORT'], 'Staff report'), (cases.document.enums.DocumentKind['INTERIM_REPORT'], 'Interim report'), (cases.document.enums.DocumentKind['DECISION'], 'Decision'), (cases.document.enums.DocumentKind['LETTER'], 'Letter'), (cases.document.enums.DocumentKind['OPINION'], 'Opinion'), (cases.document.enums.DocumentKind['MINUTES'], 'Minutes'), (cases.document.enums.DocumentKind['EXTRACT'], 'Extract'), (cases.document.enums.DocumentKind['OTHER'], 'Other document')], default=cases.document.enums.DocumentKind['OTHER'], max_length=20, verbose_name='kind')),
                ('handled_on', models.DateField(help_text='The day it reached the authority, not the day it is registered.', verbose_name='received, drawn up or sent on')),
                ('dated_on', models.DateField(blank=True, null=True, verbose_name='dated')),
                ('counterparty', models.CharField(blank=True, max_length=200, verbose_name='from or to')),
                ('subject', models.CharField(max_length=200, verbose_name='what it is about')),
                ('file_name', models.CharField(blank=True, max_length=255, verbose_name='file name')),
                ('registered_at', models.DateTimeField(blank=True, null=True, verbose_name='registered')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='cases.case')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='boards.storedfile')),
                ('marked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='marked by')),
                ('registered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'ordering': ['case', 'act_number', 'pk'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('legal_ground', ''), ('marked_on__isnull', True)), models.Q(models.Q(('legal_ground', ''), _negated=True), ('marked_on__isnull', False)), _connector='OR'), name='cases_case_mark_has_ground_and_date'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(fields=('board', 'year', 'number'), name='case_number_once_per_board_year'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(fields=('board', 'dnr'), name='dnr_once_per_board'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', False), ('state', 'closed')), models.Q(('closed_on__isnull', True), ('state', 'open')), _connector='OR'), name='case_closed_on_when_closed'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='8d9aa49b94dc9f809c7480e49d87860b70959e49', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_10946', table='cases_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='49626cfe14fd03b17f97872d3e67e6a9b4d07a6f', operation='DELETE', pgid='pgtrigger_never_deleted_d7375', table='cases_case', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='communication',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='c13ca27a0f2b064918edb7e1f70c2f4f60f98216', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_b9f52', table='cases_communication', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='communication',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='410f9f090df846f072f20900cbe750b2424b75a2', operation='DELETE', pgid='pgtrigger_never_deleted_5915a', table='cases_communication', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('legal_ground', ''), ('marked_on__isnull', True)), models.Q(models.Q(('legal_ground', ''), _negated=True), ('marked_on__isnull', False)), _connector='OR'), name='cases_document_mark_has_ground_and_date'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(fields=('case', 'act_number'), name='act_number_once_per_case'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('act_number__isnull', True), ('registered_at__isnull', True)), models.Q(('act_number__isnull', False), ('registered_at__isnull', False)), _connector='OR'), name='document_registered_when_numbered'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='ed3dd65c9ad85102df597572d9d18780048f5475', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_49297', table='cases_document', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='registered_never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."act_number" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='674816f11ba8e1852912264f1c81d3a031ddda79', operation='DELETE', pgid='pgtrigger_registered_never_deleted_08c18', table='cases_document', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='registered_keeps_number_and_file', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."act_number" IS NOT NULL AND (NEW."act_number" IS DISTINCT FROM OLD."act_number" OR NEW."case_id" IS DISTINCT FROM OLD."case_id" OR NEW."registered_at" IS DISTINCT FROM OLD."registered_at" OR (OLD."file_id" IS NOT NULL AND NEW."file_id" IS DISTINCT FROM OLD."file_id")))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='5436af4bae52fd05fad1dbc6d06df8537fc5d3c3', operation='UPDATE', pgid='pgtrigger_registered_keeps_number_and_file_edf3f', table='cases_document', when='BEFORE')),
        ),
    ]
