import cases.document.enums
import cases.retention.enums
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0005_records'),
        ('cases', '0003_public_side'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Disposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[(cases.retention.enums.DisposalState['PROPOSED'], 'Waits for a second person'), (cases.retention.enums.DisposalState['CARRIED_OUT'], 'Disposal carried out'), (cases.retention.enums.DisposalState['WITHDRAWN'], 'Disposal withdrawn')], default=cases.retention.enums.DisposalState['PROPOSED'], max_length=12, verbose_name='state')),
                ('proposed_at', models.DateTimeField(verbose_name='proposed')),
                ('executed_at', models.DateTimeField(null=True, verbose_name='carried out')),
            ],
            options={
                'verbose_name': 'disposal',
                'verbose_name_plural': 'disposals',
                'ordering': ['-proposed_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='DisposalRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[(cases.retention.enums.RowState['PROPOSED'], 'Disposal proposed'), (cases.retention.enums.RowState['CARRIED_OUT'], 'Disposed of'), (cases.retention.enums.RowState['LEFT_OUT'], 'Left out'), (cases.retention.enums.RowState['WITHDRAWN'], 'Disposal withdrawn')], default=cases.retention.enums.RowState['PROPOSED'], max_length=12, verbose_name='state')),
                ('kind', models.CharField(choices=[(cases.document.enums.DocumentKind['APPLICATION'], 'Application'), (cases.document.enums.DocumentKind['STAFF_REPORT'], 'Staff report'), (cases.document.enums.DocumentKind['INTERIM_REPORT'], 'Interim report'), (cases.document.enums.DocumentKind['DECISION'], 'Decision'), (cases.document.enums.DocumentKind['LETTER'], 'Letter'), (cases.document.enums.DocumentKind['OPINION'], 'Opinion'), (cases.document.enums.DocumentKind['MINUTES'], 'Minutes'), (cases.document.enums.DocumentKind['EXTRACT'], 'Extract'), (cases.document.enums.DocumentKind['OTHER'], 'Other document')], max_length=20)),
                ('ground', models.CharField(max_length=500, verbose_name='ground')),
                ('due_on', models.DateField(verbose_name='due from')),
                ('why', models.TextField(blank=True, verbose_name='why it was left out')),
                ('file_removed_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'document of a disposal',
                'verbose_name_plural': 'documents of a disposal',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(cases.retention.enums.HoldKind['SECRECY_REVIEW'], 'Secrecy is being tested'), (cases.retention.enums.HoldKind['DISPUTE'], 'Dispute, appeal or supervision'), (cases.retention.enums.HoldKind['REQUEST'], 'Somebody has asked for it'), (cases.retention.enums.HoldKind['OTHER'], 'Another reason')], max_length=20, verbose_name='why')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('set_at', models.DateTimeField(verbose_name='set')),
                ('lifted_at', models.DateTimeField(null=True, verbose_name='lifted')),
                ('lift_reason', models.CharField(blank=True, max_length=300, verbose_name='why it was lifted')),
            ],
            options={
                'verbose_name': 'hold',
                'verbose_name_plural': 'holds',
                'ordering': ['-set_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RetentionPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('decision', models.CharField(blank=True, help_text='What it rests on, for example ITVT 10/2017 or ITVT § 13/2020.', max_length=120, verbose_name='decision')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='decided on')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='valid from')),
                ('state', models.CharField(choices=[(cases.retention.enums.PlanState['DRAFT'], 'Draft'), (cases.retention.enums.PlanState['ADOPTED'], 'Adopted by the board')], default=cases.retention.enums.PlanState['DRAFT'], max_length=10, verbose_name='state')),
            ],
            options={
                'verbose_name': 'retention plan',
                'verbose_name_plural': 'retention plans',
                'ordering': ['board__name', '-version'],
            },
        ),
        migrations.CreateModel(
            name='RetentionRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(cases.document.enums.DocumentKind['APPLICATION'], 'Application'), (cases.document.enums.DocumentKind['STAFF_REPORT'], 'Staff report'), (cases.document.enums.DocumentKind['INTERIM_REPORT'], 'Interim report'), (cases.document.enums.DocumentKind['DECISION'], 'Decision'), (cases.document.enums.DocumentKind['LETTER'], 'Letter'), (cases.document.enums.DocumentKind['OPINION'], 'Opinion'), (cases.document.enums.DocumentKind['MINUTES'], 'Minutes'), (cases.document.enums.DocumentKind['EXTRACT'], 'Extract'), (cases.document.enums.DocumentKind['OTHER'], 'Other document')], max_length=20, verbose_name='kind of document')),
                ('outcome', models.CharField(choices=[(cases.retention.enums.Outcome['PRESERVE'], 'Preserved'), (cases.retention.enums.Outcome['YEARS'], 'Disposed of after a number of years'), (cases.retention.enums.Outcome['INACTIVE'], 'Disposed of when no longer of use')], max_length=10, verbose_name='what becomes of it')),
                ('years', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='years')),
                ('start', models.CharField(choices=[(cases.retention.enums.StartEvent['CASE_CLOSED'], 'the day the case was closed'), (cases.retention.enums.StartEvent['MINUTES_APPROVED'], 'the day the minutes were approved'), (cases.retention.enums.StartEvent['REGISTERED'], 'the day it was registered')], default=cases.retention.enums.StartEvent['CASE_CLOSED'], max_length=20, verbose_name='counted from')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
            ],
            options={
                'verbose_name': 'retention rule',
                'verbose_name_plural': 'retention rules',
                'ordering': ['pk'],
            },
        ),
        migrations.AddField(
            model_name='document',
            name='disposed_on',
            field=models.DateField(blank=True, null=True, verbose_name='disposed of'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='disposed_by_two', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.disposal_id IS NOT NULL OR NEW.disposed_on IS NOT NULL THEN\n                    RAISE EXCEPTION 'justera: disposed of by a disposal' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            END IF;\n            IF OLD.disposal_id IS NOT NULL\n                AND NEW.file_id IS DISTINCT FROM OLD.file_id THEN\n                RAISE EXCEPTION 'justera: disposed of, and gets no file' USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.disposal_id IS NOT DISTINCT FROM OLD.disposal_id\n                AND NEW.disposed_on IS NOT DISTINCT FROM OLD.disposed_on THEN\n                RETURN NEW;\n            END IF;\n            IF OLD.disposal_id IS NOT NULL OR NOT EXISTS (\n                SELECT 1 FROM cases_disposalrow r\n                JOIN cases_disposal d ON d.id = r.disposal_id\n                JOIN cases_case c ON c.id = NEW.case_id\n                WHERE d.id = NEW.disposal_id AND r.document_id = NEW.id\n                    AND d.state = 'carried_out' AND r.state = 'carried_out'\n                    AND NEW.disposed_on =\n                        (d.executed_at AT TIME ZONE 'Europe/Stockholm')::date\n                    AND c.state = 'closed'\n            ) OR EXISTS (\n                SELECT 1 FROM cases_hold h\n                WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL\n                    AND (h.document_id IS NULL OR h.document_id = NEW.id)\n            ) THEN\n                RAISE EXCEPTION 'justera: disposed of by a disposal' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='97809db37aac75a0f7507d8ba67607a37b590e8e', operation='INSERT OR UPDATE', pgid='pgtrigger_disposed_by_two_70d8f', table='cases_document', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='disposal',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disposals', to='boards.board'),
        ),
        migrations.AddField(
            model_name='disposal',
            name='executed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='carried out by'),
        ),
        migrations.AddField(
            model_name='disposal',
            name='proposed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by'),
        ),
        migrations.AddField(
            model_name='disposal',
            name='record',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='record_of', to='cases.document', verbose_name='disposal record'),
        ),
        migrations.AddField(
            model_name='document',
            name='disposal',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='cases.disposal', verbose_name='disposal'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('disposal__isnull', True), ('disposed_on__isnull', True)), models.Q(('disposal__isnull', False), ('disposed_on__isnull', False)), _connector='OR'), name='document_disposed_of_by_a_disposal'),
        ),
        migrations.AddField(
            model_name='disposalrow',
            name='disposal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='cases.disposal'),
        ),
        migrations.AddField(
            model_name='disposalrow',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disposal_rows', to='cases.document'),
        ),
        migrations.AddField(
            model_name='hold',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='cases.case'),
        ),
        migrations.AddField(
            model_name='hold',
            name='document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='cases.document', verbose_name='document'),
        ),
        migrations.AddField(
            model_name='hold',
            name='lifted_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='hold',
            name='set_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='retentionplan',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='retention_plans', to='boards.board'),
        ),
        migrations.AddField(
            model_name='retentionplan',
            name='case',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='retention_plans', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='retentionrule',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rules', to='cases.retentionplan'),
        ),
        migrations.AddField(
            model_name='disposalrow',
            name='rule',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disposal_rows', to='cases.retentionrule'),
        ),
        migrations.AddConstraint(
            model_name='disposal',
            constraint=models.CheckConstraint(condition=models.Q(('executed_by__isnull', True), models.Q(('executed_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='disposal_by_two_people'),
        ),
        migrations.AddConstraint(
            model_name='disposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('executed_at__isnull', False), ('executed_by__isnull', False), ('record__isnull', False), ('state', 'carried_out')), models.Q(models.Q(('state', 'carried_out'), _negated=True), ('executed_at__isnull', True), ('executed_by__isnull', True), ('record__isnull', True)), _connector='OR'), name='disposal_executed_with_record'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='disposal',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='f5c2370a24729fc76a2272b5fd036d1ddf1a0923', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_e942c', table='cases_disposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='disposal',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='0c151e49a29e4ba426df888d25f9ad4f3e389592', operation='DELETE', pgid='pgtrigger_never_deleted_caae4', table='cases_disposal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='disposal',
            trigger=pgtrigger.compiler.Trigger(name='disposal_by_steps', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.state <> 'proposed' THEN\n                    RAISE EXCEPTION 'justera: a disposal is proposed first' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            END IF;\n            IF OLD.state <> 'proposed' OR\n                (NEW.board_id IS DISTINCT FROM OLD.board_id OR NEW.proposed_by_id IS DISTINCT FROM OLD.proposed_by_id OR NEW.proposed_at IS DISTINCT FROM OLD.proposed_at) THEN\n                RAISE EXCEPTION 'justera: the disposal stays as it is' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='3e0e6ae159364814e5d430a9b62014b91d89d374', operation='INSERT OR UPDATE', pgid='pgtrigger_disposal_by_steps_c880a', table='cases_disposal', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lift_reason', ''), ('lifted_at__isnull', True)), models.Q(models.Q(('lift_reason', ''), _negated=True), ('lifted_at__isnull', False)), _connector='OR'), name='hold_lifted_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='hold_set_with_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hold',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='1f97144f00dc457e8c062326ad1030d9ad386548', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_4eb1f', table='cases_hold', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hold',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='027e446862d6aa0a8b6d92721762426f6450be7c', operation='DELETE', pgid='pgtrigger_never_deleted_0afea', table='cases_hold', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hold',
            trigger=pgtrigger.compiler.Trigger(name='hold_is_only_lifted', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.lifted_at IS NOT NULL OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.document_id IS DISTINCT FROM OLD.document_id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.set_by_id IS DISTINCT FROM OLD.set_by_id OR NEW.set_at IS DISTINCT FROM OLD.set_at)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='70bae8a631a91f188e07ac42a3d149abc405da98', operation='UPDATE', pgid='pgtrigger_hold_is_only_lifted_3d5e8', table='cases_hold', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='retentionplan',
            constraint=models.UniqueConstraint(fields=('board', 'version'), name='retention_plan_version_once'),
        ),
        migrations.AddConstraint(
            model_name='retentionplan',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(models.Q(('decision', ''), _negated=True), ('decided_on__isnull', False), ('valid_from__gte', models.F('decided_on'))), _connector='OR'), name='retention_plan_adopted_by_decision'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='retentionplan',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='d7c295474e7bd9ca41f5d1d104a9ffb6732e740d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_93c67', table='cases_retentionplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='retentionplan',
            trigger=pgtrigger.compiler.Trigger(name='adopted_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP <> 'INSERT' AND OLD.state = 'adopted' THEN\n                RAISE EXCEPTION 'justera: the plan is adopted' USING ERRCODE = 'check_violation';\n            END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            IF TG_OP = 'UPDATE' AND (NEW.board_id IS DISTINCT FROM OLD.board_id OR NEW.version IS DISTINCT FROM OLD.version) THEN\n                RAISE EXCEPTION 'justera: a plan keeps its number' USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.state = 'adopted' AND NOT EXISTS (\n                SELECT 1 FROM cases_retentionrule r WHERE r.plan_id = NEW.id\n            ) THEN\n                RAISE EXCEPTION 'justera: a plan without rules' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='f6315392a74430b2a7f1ed27818412a606ed1c82', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_adopted_never_changes_ec4fc', table='cases_retentionplan', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='retentionrule',
            constraint=models.UniqueConstraint(fields=('plan', 'kind'), name='retention_rule_once_per_kind'),
        ),
        migrations.AddConstraint(
            model_name='retentionrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'minutes'), _negated=True), ('outcome', 'preserve'), _connector='OR'), name='minutes_are_preserved'),
        ),
        migrations.AddConstraint(
            model_name='retentionrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'years'), ('years__gte', 1), ('years__lte', 200)), models.Q(models.Q(('outcome', 'years'), _negated=True), ('years__isnull', True)), _connector='OR'), name='retention_rule_years_when_counted'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='retentionrule',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='1c66df2fbcf896b2c18a03ae1aea090a8979e735', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_56066', table='cases_retentionrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='retentionrule',
            trigger=pgtrigger.compiler.Trigger(name='adopted_keeps_its_rules', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE plan bigint; plan_state text;', func="\n            IF TG_OP = 'INSERT' THEN plan := NEW.plan_id; ELSE plan := OLD.plan_id;\n            END IF;\n            SELECT p.state INTO plan_state FROM cases_retentionplan p\n            WHERE p.id = plan FOR SHARE;\n            IF plan_state = 'adopted' THEN\n                RAISE EXCEPTION 'justera: the plan is adopted' USING ERRCODE = 'check_violation';\n            END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            IF NEW.plan_id <> plan THEN\n                RAISE EXCEPTION 'justera: a rule stays in its plan' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='9e3d843ce1ec2158ca26f6eb85b44c3d36379324', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_adopted_keeps_its_rules_6b01b', table='cases_retentionrule', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='disposalrow',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['proposed', 'carried_out'])), fields=('document',), name='document_in_one_disposal'),
        ),
        migrations.AddConstraint(
            model_name='disposalrow',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'left_out'), models.Q(('why', ''), _negated=True)), models.Q(models.Q(('state', 'left_out'), _negated=True), ('why', '')), _connector='OR'), name='disposal_row_left_out_says_why'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='disposalrow',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='3805b43044681fa061b13599ed9f48c7bef6cf50', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_3d5b7', table='cases_disposalrow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='disposalrow',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='db201e88bae7456b2d70eac1622b9e4b775d56d7', operation='DELETE', pgid='pgtrigger_never_deleted_2d185', table='cases_disposalrow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='disposalrow',
            trigger=pgtrigger.compiler.Trigger(name='row_by_steps', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE now_state text;', func="\n            SELECT d.state INTO now_state FROM cases_disposal d\n            WHERE d.id = NEW.disposal_id FOR SHARE;\n            IF TG_OP = 'INSERT' THEN\n                IF now_state <> 'proposed' OR NEW.state <> 'proposed'\n                    OR NEW.kind = 'minutes' OR NOT EXISTS (\n                    SELECT 1 FROM cases_retentionrule r\n                    JOIN cases_retentionplan p ON p.id = r.plan_id\n                    JOIN cases_case c ON c.board_id = p.board_id\n                    JOIN cases_document h ON h.case_id = c.id\n                    WHERE r.id = NEW.rule_id AND r.kind = NEW.kind\n                        AND p.state = 'adopted' AND h.id = NEW.document_id\n                        AND h.kind = NEW.kind AND h.act_number IS NOT NULL\n                ) THEN\n                    RAISE EXCEPTION 'justera: no rule for the disposal' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            END IF;\n            IF NEW.disposal_id IS DISTINCT FROM OLD.disposal_id OR NEW.document_id IS DISTINCT FROM OLD.document_id OR NEW.rule_id IS DISTINCT FROM OLD.rule_id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.ground IS DISTINCT FROM OLD.ground OR NEW.due_on IS DISTINCT FROM OLD.due_on\n                OR (NEW.state = OLD.state AND NEW.why <> OLD.why)\n                OR (NEW.state <> OLD.state AND (OLD.state <> 'proposed'\n                    OR now_state = 'proposed'\n                    OR (NEW.state = 'withdrawn') <> (now_state = 'withdrawn')))\n                OR (OLD.file_removed_at IS NOT NULL\n                    AND NEW.file_removed_at IS DISTINCT FROM OLD.file_removed_at)\n                OR (NEW.file_removed_at IS NOT NULL AND NEW.state <> 'carried_out')\n            THEN\n                RAISE EXCEPTION 'justera: the row stays as it is' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='3810fbb3db1f17c870722ab8e304b7ce9d51930c', operation='INSERT OR UPDATE', pgid='pgtrigger_row_by_steps_fdbc9', table='cases_disposalrow', when='BEFORE')),
        ),
    ]
