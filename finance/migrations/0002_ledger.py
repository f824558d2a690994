import boards.shared.clock
import django.contrib.postgres.fields
import django.db.models.deletion
import finance.ledger.enums
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0004_public_side'),
        ('finance', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PublishedReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=boards.shared.clock.now, editable=False)),
                ('changed_at', models.DateTimeField(db_index=True, default=boards.shared.clock.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('source_id', models.BigIntegerField(unique=True)),
                ('board_name', models.CharField(blank=True, max_length=120)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('period_end', models.DateField()),
                ('paper_url', models.CharField(blank=True, max_length=200)),
                ('tables', models.JSONField(default=list)),
            ],
            options={
                'ordering': ['-period_end', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Voucher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.SmallIntegerField()),
                ('series', models.CharField(blank=True, max_length=100, verbose_name='series')),
                ('number', models.CharField(blank=True, max_length=100, verbose_name='number')),
                ('day', models.DateField(verbose_name='date')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('registered_on', models.DateField(null=True, verbose_name='registered')),
            ],
        ),
        migrations.CreateModel(
            name='VoucherRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=12, verbose_name='account')),
                ('unit', models.CharField(blank=True, max_length=500, verbose_name='unit')),
                ('project', models.CharField(blank=True, max_length=500, verbose_name='project')),
                ('activity', models.CharField(blank=True, max_length=500, verbose_name='activity')),
                ('rest', models.TextField(blank=True)),
                ('ore', models.BigIntegerField(verbose_name='amount')),
                ('month', models.DateField(verbose_name='month')),
                ('day', models.DateField(null=True, verbose_name='date')),
                ('text', models.TextField(blank=True, verbose_name='text')),
            ],
        ),
        migrations.CreateModel(
            name='LedgerFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('name', models.CharField(max_length=255, verbose_name='file name')),
                ('kind', models.CharField(max_length=10, verbose_name='type')),
                ('encoding', models.CharField(choices=[('cp437', 'cp437'), ('latin-1', 'latin-1'), ('utf-8', 'utf-8')], max_length=10)),
                ('organisation_number', models.CharField(blank=True, max_length=500, verbose_name='organisation number')),
                ('organisation_name', models.CharField(blank=True, max_length=500, verbose_name='organisation')),
                ('program', models.CharField(blank=True, max_length=500, verbose_name='program')),
                ('generated_on', models.DateField(null=True, verbose_name='exported')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(verbose_name='to')),
                ('reading', models.CharField(choices=[('plain', 'plain'), ('total', 'total'), ('parts', 'parts')], max_length=10)),
                ('ground', models.CharField(choices=[('no_objects', 'no_objects'), ('balances', 'balances'), ('cover', 'cover'), ('standard', 'standard')], max_length=20)),
                ('budget_reading', models.CharField(choices=[('plain', 'plain'), ('total', 'total'), ('parts', 'parts')], max_length=10)),
                ('is_addition', models.BooleanField(default=False, verbose_name='adds to earlier files for the same months')),
                ('voucher_count', models.PositiveBigIntegerField(verbose_name='vouchers')),
                ('row_count', models.PositiveBigIntegerField(verbose_name='rows')),
                ('imported_at', models.DateTimeField(verbose_name='imported')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ledger_files', to='boards.board')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('imported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'ledger file',
                'verbose_name_plural': 'ledger files',
                'ordering': ['-imported_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='LedgerDimension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=9)),
                ('name', models.CharField(blank=True, max_length=500, verbose_name='name')),
                ('parent', models.CharField(blank=True, max_length=9)),
                ('role', models.CharField(blank=True, choices=[('unit', 'unit'), ('project', 'project'), ('activity', 'activity'), ('', '')], max_length=8)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dimensions', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='LedgerBalance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=12, verbose_name='account')),
                ('unit', models.CharField(blank=True, max_length=500, verbose_name='unit')),
                ('project', models.CharField(blank=True, max_length=500, verbose_name='project')),
                ('activity', models.CharField(blank=True, max_length=500, verbose_name='activity')),
                ('rest', models.TextField(blank=True)),
                ('ore', models.BigIntegerField(verbose_name='amount')),
                ('kind', models.CharField(choices=[('IB', 'IB'), ('UB', 'UB'), ('RES', 'RES'), ('OIB', 'OIB'), ('OUB', 'OUB')], max_length=3)),
                ('year', models.SmallIntegerField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='balances', to='finance.ledgerfile')),
            ],
        ),
        migrations.CreateModel(
            name='LedgerAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=12, verbose_name='account')),
                ('name', models.CharField(blank=True, max_length=500, verbose_name='name')),
                ('kind', models.CharField(blank=True, max_length=1)),
                ('unit', models.CharField(blank=True, max_length=500)),
                ('sru', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=500), default=list, size=None)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='LedgerMonth',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('measure', models.CharField(choices=[(finance.ledger.enums.Measure['ACTUAL'], 'outcome'), (finance.ledger.enums.Measure['BUDGET'], 'budget')], max_length=6)),
                ('month', models.DateField(verbose_name='month')),
                ('is_own', models.BooleanField(default=True)),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ledger_months', to='boards.board')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counted_months', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['month', 'measure'],
            },
        ),
        migrations.CreateModel(
            name='LedgerObject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dimension', models.CharField(max_length=9)),
                ('code', models.CharField(max_length=500, verbose_name='code')),
                ('name', models.CharField(blank=True, max_length=500, verbose_name='name')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objects_of', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['dimension', 'code'],
            },
        ),
        migrations.CreateModel(
            name='LedgerUpload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='file name')),
                ('is_confirmed', models.BooleanField(default=False)),
                ('is_addition', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[(finance.ledger.enums.UploadState['WAITING'], 'Being read'), (finance.ledger.enums.UploadState['IMPORTED'], 'Imported'), (finance.ledger.enums.UploadState['REFUSED'], 'Refused'), (finance.ledger.enums.UploadState['FAILED'], 'Failed')], default=finance.ledger.enums.UploadState['WAITING'], max_length=10, verbose_name='state')),
                ('progress', models.PositiveSmallIntegerField(default=0)),
                ('problems', models.JSONField(default=list)),
                ('problem_count', models.PositiveIntegerField(default=0)),
                ('uploaded_at', models.DateTimeField(verbose_name='uploaded')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ledger_uploads', to='boards.board')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.storedfile')),
                ('ledger_file', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='upload', to='finance.ledgerfile')),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'ledger upload',
                'verbose_name_plural': 'ledger uploads',
                'ordering': ['-uploaded_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='LedgerYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.SmallIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='years', to='finance.ledgerfile')),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='MonthAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=12, verbose_name='account')),
                ('unit', models.CharField(blank=True, max_length=500, verbose_name='unit')),
                ('project', models.CharField(blank=True, max_length=500, verbose_name='project')),
                ('activity', models.CharField(blank=True, max_length=500, verbose_name='activity')),
                ('rest', models.TextField(blank=True)),
                ('ore', models.BigIntegerField(verbose_name='amount')),
                ('measure', models.CharField(choices=[('actual', 'actual'), ('budget', 'budget')], max_length=6)),
                ('cut', models.PositiveSmallIntegerField(default=0)),
                ('month', models.DateField(verbose_name='month')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='months', to='finance.ledgerfile')),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publishedreport',
            trigger=pgtrigger.compiler.Trigger(name='bumps_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE boards_publicationversion SET value = gen_random_uuid();\n            RETURN NULL;\n        ', hash='c2b28b3f20b59c1a66af2ca53ef33a57a831e4eb', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bumps_version_065a4', table='finance_publishedreport', when='AFTER')),
        ),
        migrations.AddField(
            model_name='voucher',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vouchers', to='finance.ledgerfile'),
        ),
        migrations.AddField(
            model_name='voucherrow',
            name='voucher',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='finance.voucher'),
        ),
        migrations.AddConstraint(
            model_name='ledgerfile',
            constraint=models.UniqueConstraint(fields=('board', 'sha256'), name='ledger_file_once_per_board'),
        ),
        migrations.AddConstraint(
            model_name='ledgerfile',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='ledger_year_ends_after_it_starts'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerfile',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='2dbc9ac02b97fea213b903dd40959dd9a7bc2a45', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_3d898', table='finance_ledgerfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerfile',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='74857a4e5791e22d9a9ea2aa0399ec17b756219b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a18dd', table='finance_ledgerfile', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerfile',
            trigger=pgtrigger.compiler.Trigger(name='whole_file', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE vouchers bigint; undeclared text;', func="\n            SELECT count(*) INTO vouchers FROM finance_voucher v\n            WHERE v.file_id = NEW.id;\n            IF vouchers <> NEW.voucher_count THEN\n                RAISE EXCEPTION 'justera: % vouchers, not %',\n                    vouchers, NEW.voucher_count\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            SELECT m.account INTO undeclared FROM finance_monthamount m\n            WHERE m.file_id = NEW.id AND NOT EXISTS (\n                SELECT FROM finance_ledgeraccount k\n                WHERE k.file_id = NEW.id AND k.number = m.account\n            ) LIMIT 1;\n            IF undeclared IS NOT NULL THEN\n                RAISE EXCEPTION 'justera: account % is not declared', undeclared\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='cceaea57afe8cd50fe0a623ea062f506f7ff1867', operation='INSERT', pgid='pgtrigger_whole_file_62c03', table='finance_ledgerfile', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgerdimension',
            constraint=models.UniqueConstraint(fields=('file', 'number'), name='ledger_dimension_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerdimension',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='87a7091d943014d7626b2f854227aeb552df2766', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bb37b', table='finance_ledgerdimension', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerdimension',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='43dc940a54083c7fc3034d0f0284b6d3af694d4f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_1bf12', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgerdimension', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerbalance',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='29cd500705af50fd947310a69b4e2e63cc34ab77', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6ffc4', table='finance_ledgerbalance', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerbalance',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='9a8ff24a61972f85729bbef3d2e833dc0a17f819', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_1a15a', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgerbalance', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgeraccount',
            constraint=models.UniqueConstraint(fields=('file', 'number'), name='ledger_account_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgeraccount',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6819279b799c1bf086d0b048e9af5a26eaeaab2d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dbd9d', table='finance_ledgeraccount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgeraccount',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='752571eee85800dd051b27446cbb88460631e5af', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_281e8', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgeraccount', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgermonth',
            constraint=models.UniqueConstraint(fields=('board', 'measure', 'month', 'file'), name='ledger_month_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgermonth',
            trigger=pgtrigger.compiler.Trigger(name='row_history', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN\n        RETURN NEW;\n    END IF;\n    INSERT INTO boards_rowchange\n        (table_name, row_id, operation, before, after, actor_id, reason, at,\n         transaction)\n    VALUES (\n        TG_TABLE_NAME,\n        CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,\n        TG_OP,\n        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END,\n        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END,\n        NULLIF(current_setting('justera.actor', true), '')::bigint,\n        COALESCE(current_setting('justera.reason', true), ''),\n        clock_timestamp(),\n        pg_current_xact_id()::text::bigint\n    );\n    RETURN NULL;\n", hash='703379aacbf963c3f7d45c7838ebb3299f829ec6', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_row_history_66154', table='finance_ledgermonth', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgerobject',
            constraint=models.UniqueConstraint(fields=('file', 'dimension', 'code'), name='ledger_object_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerobject',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2d99185816903ec095a30c1016fc6a2ccddcfdf2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6c41a', table='finance_ledgerobject', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerobject',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='2100a95e6f14313ed20cd220442b563be0af7e58', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_4906f', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgerobject', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ledgerupload',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ledger_file__isnull', False), ('state', 'imported')), models.Q(models.Q(('state', 'imported'), _negated=True), ('ledger_file__isnull', True)), _connector='OR'), name='ledger_upload_has_file_when_imported'),
        ),
        migrations.AddConstraint(
            model_name='ledgeryear',
            constraint=models.UniqueConstraint(fields=('file', 'number'), name='ledger_year_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgeryear',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d98f6e18ef1cfc27ac6a9fbdae39188c1b57571d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0e324', table='finance_ledgeryear', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgeryear',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='a1f464cdbc1a073277216ced249ea5c664416ccd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_8711f', referencing='REFERENCING NEW TABLE AS added ', table='finance_ledgeryear', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='monthamount',
            index=models.Index(fields=['file', 'measure', 'month'], name='month_amount_by_month'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='monthamount',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='38c84542c666a26e72c99117bd96e3d2a7e5f765', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_57354', table='finance_monthamount', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='monthamount',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='12bd6eac4b2309553d84f1d1b6fae95fbf69158c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_bad51', referencing='REFERENCING NEW TABLE AS added ', table='finance_monthamount', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='voucher',
            constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('file', 'year', 'series', 'number'), name='voucher_once_per_file'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='voucher',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='39cd0d5a1e5c1f835d4369585132d1dbc4bf3d39', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b9e74', table='finance_voucher', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='voucher',
            trigger=pgtrigger.compiler.Trigger(name='sealed_with_file', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT FROM finance_ledgerfile f\n                WHERE f.id IN (SELECT a.file_id FROM added a)\n            ) THEN\n                RAISE EXCEPTION 'justera: the ledger file is whole'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='c76d7fe4d20ff252ba324fe0fca267a8a616c657', level='STATEMENT', operation='INSERT', pgid='pgtrigger_sealed_with_file_c14d8', referencing='REFERENCING NEW TABLE AS added ', table='finance_voucher', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='voucherrow',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c556d5bb7102196abff0de621f495e07cb6e341', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5c85c', table='finance_voucherrow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='voucherrow',
            trigger=pgtrigger.compiler.Trigger(name='whole_vouchers', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE found bigint;', func="\n            SELECT a.voucher_id INTO found FROM added a\n            GROUP BY a.voucher_id HAVING sum(a.ore) <> 0 LIMIT 1;\n            IF found IS NOT NULL THEN\n                RAISE EXCEPTION 'justera: voucher % does not balance', found\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (\n                SELECT FROM (SELECT DISTINCT a.voucher_id FROM added a) a\n                LEFT JOIN finance_voucher v ON v.id = a.voucher_id\n                LEFT JOIN finance_ledgerfile f ON f.id = v.file_id\n                WHERE v.id IS NULL OR f.id IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'justera: rows of no open ledger file'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='d572cde134bd938b60badb70268edc46077f58c4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_whole_vouchers_43b56', referencing='REFERENCING NEW TABLE AS added ', table='finance_voucherrow', when='AFTER')),
        ),
    ]
