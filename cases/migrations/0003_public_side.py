import boards.shared.clock
import cases.report.enums
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0004_public_side'),
        ('cases', '0002_whole_meetings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AccessibilityReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('digest', models.CharField(max_length=64)),
                ('received_at', models.DateTimeField(default=boards.shared.clock.now)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='AccessibilityStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='For example: Alby kommun.', max_length=120, verbose_name='authority')),
                ('slug', models.SlugField(unique=True, verbose_name='address part')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('compliance', models.CharField(choices=[(cases.report.enums.Compliance['FULL'], 'It meets the requirements in full'), (cases.report.enums.Compliance['PARTIAL'], 'It meets the requirements in part'), (cases.report.enums.Compliance['NONE'], 'It does not meet the requirements')], max_length=7, verbose_name='how accessible the service is')),
                ('deficiencies', models.TextField(blank=True, help_text='What, for whom it is a problem, and when it will be mended.', verbose_name='what is not accessible')),
                ('burden', models.TextField(blank=True, verbose_name='what would be an unreasonable burden to make accessible')),
                ('burden_assessment', models.TextField(blank=True, verbose_name='the assessment that it is unreasonable (section 12)')),
                ('method', models.TextField(help_text='By whom, which parts and with which tools.', verbose_name='how the service was examined')),
                ('assessed_on', models.DateField(verbose_name='examined on')),
                ('updated_on', models.DateField(verbose_name='statement updated on')),
            ],
            options={
                'verbose_name': 'accessibility statement',
                'verbose_name_plural': 'accessibility statements',
                'ordering': ['name'],
            },
        ),
        migrations.AddField(
            model_name='diaryrow',
            name='changed_at',
            field=models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='diaryrow',
            name='created_at',
            field=models.DateTimeField(default=boards.shared.clock.now, editable=False),
        ),
        migrations.AddField(
            model_name='diaryrow',
            name='withdrawn_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name='case',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector(models.Func(django.db.models.functions.text.Lower('title'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), config='swedish', weight=None), name='case_words'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector(models.Func(django.db.models.functions.text.Lower('subject'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), models.Func(django.db.models.functions.text.Lower('counterparty'), models.Value('ÅÄÖÆØÉÈÊËÁÀÂÍÏÓÔÚÜÑÇŠŽ'), models.Value('åäöæøéèêëáàâíïóôúüñçšž'), function='translate', output_field=models.TextField()), config='swedish', weight=None), name='document_words'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='diaryrow',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='f12dfbe1709fd87bb08baa846e006fbc1f28cadb', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_a0966', table='cases_diaryrow', when='AFTER')),
        ),
        migrations.AddField(
            model_name='accessibilityreport',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accessibility_reports', to='cases.case'),
        ),
        migrations.AddField(
            model_name='accessibilitystatement',
            name='board',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accessibility_statements', to='boards.board', verbose_name='board whose diary reports come to'),
        ),
        migrations.AddField(
            model_name='accessibilityreport',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='cases.accessibilitystatement'),
        ),
        migrations.AddConstraint(
            model_name='accessibilitystatement',
            constraint=models.CheckConstraint(condition=models.Q(('burden', ''), models.Q(('burden_assessment', ''), _negated=True), _connector='OR'), name='unreasonable_burden_is_assessed'),
        ),
        migrations.AddConstraint(
            model_name='accessibilitystatement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('burden', ''), ('compliance', 'full'), ('deficiencies', '')), models.Q(models.Q(('compliance', 'full'), _negated=True), models.Q(models.Q(('deficiencies', ''), _negated=True), models.Q(('burden', ''), _negated=True), _connector='OR')), _connector='OR'), name='statement_says_what_is_not_accessible'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accessibilitystatement',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='2283bb608c8b4f12c3d4003475e43e139c738e3a', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_077b1', table='cases_accessibilitystatement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accessibilitystatement',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='100c07bd0406358e70f45fdbebc66b848745f793', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_ce63e', table='cases_accessibilitystatement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accessibilitystatement',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='ddd6c9af69ad603a09bfed19fb14b6b37ef6ebb8', operation='DELETE', pgid='pgtrigger_never_deleted_08fe5', table='cases_accessibilitystatement', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='accessibilityreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('address', ''), ('case__isnull', False), ('name', ''), ('text', '')), models.Q(('case__isnull', True), models.Q(('text', ''), _negated=True)), _connector='OR'), name='report_is_emptied_when_its_case_is_open'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accessibilityreport',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b7daaa0a8e01fd5bf84e9f37409651bd334b915e', operation='DELETE', pgid='pgtrigger_never_deleted_17dc0', table='cases_accessibilityreport', when='BEFORE')),
        ),
    ]
