import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0002_whole_meetings'),
        ('cases', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DelegatedDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('legal_ground', models.CharField(blank=True, help_text='Chapter and section, for example OSL 21:1.', max_length=60, verbose_name='secrecy, legal ground')),
                ('marked_on', models.DateField(blank=True, null=True, verbose_name='marked on')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='number')),
                ('decided_on', models.DateField(verbose_name='decided on')),
                ('delegate', models.CharField(help_text='Name and post of whoever decided.', max_length=170, verbose_name='decided by')),
                ('ground', models.CharField(blank=True, help_text='The point of the delegation scheme.', max_length=120, verbose_name='ground')),
                ('text', models.TextField(verbose_name='decision')),
                ('is_urgent', models.BooleanField(default=False, verbose_name='urgent decision by the chair (KL 6:39)')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegated_decisions', to='boards.board')),
                ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='delegated_decisions', to='cases.case', verbose_name='case')),
                ('marked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='marked by')),
            ],
            options={
                'verbose_name': 'delegated decision',
                'verbose_name_plural': 'delegated decisions',
                'ordering': ['decided_on', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('legal_ground', ''), ('marked_on__isnull', True)), models.Q(models.Q(('legal_ground', ''), _negated=True), ('marked_on__isnull', False)), _connector='OR'), name='cases_delegateddecision_mark_has_ground_and_date'), models.CheckConstraint(condition=models.Q(('is_urgent', True), models.Q(('ground', ''), _negated=True), _connector='OR'), name='delegated_on_a_ground_unless_urgent')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delegateddecision',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='3ae5a1a88b6af137e97af2384441cf15503e5ecb', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_f679f', table='cases_delegateddecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delegateddecision',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b841ca1d4868fe6dc4a506a5a47419cc458336f3', operation='DELETE', pgid='pgtrigger_never_deleted_70407', table='cases_delegateddecision', when='BEFORE')),
        ),
    ]
